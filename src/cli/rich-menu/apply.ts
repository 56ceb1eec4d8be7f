/** `fukidashi rich-menu apply`. */
import type { Command } from 'commander'
import { type SyncOptions, type SyncResult, syncRichMenus } from '../../rich-menu/index.js'
import { readUsers } from '../../rich-menu/node/index.js'
import { lineOf, textOf } from './print-changes.js'
import { print } from '../progress.js'
import { graceOption, menuClient, menusOf, withAdvice } from './shared.js'

interface ApplyCommandOptions {
  json?: true
  dryRun?: true
  take?: true
  redraw?: true
  wait?: true
  grace: number
  forceLink?: string
}

/** Adds `fukidashi rich-menu apply`. */
export function addApply(command: Command): void {
  command
    .command('apply')
    .summary('deploy the menus')
    .description(
      'Deploys the menus: creates new versions, moves aliases, the default menu and linked users to them, and deletes old versions.\n' +
        "Ends with 0 and names what is pending if one of LINE's limits per hour is reached; the next apply goes on.",
    )
    .argument('[file]', 'module with the menus; rich-menu.tsx by default')
    .option('--json', 'print JSON: { changes, writes, pending, kept, notes }')
    .option('--dry-run', 'change nothing, print what would be done')
    .option('--take', 'change aliases and a default menu that belong to others')
    .option('--redraw', 'make every menu anew')
    .option('--wait', "wait when one of LINE's limits per hour is reached")
    .option('--force-link <FILE>', 'link the users of this file at once; one id a line')
    .addOption(graceOption())
    .action(apply)
}

async function apply(
  file: string | undefined,
  { json, forceLink, ...options }: ApplyCommandOptions,
): Promise<void> {
  const menus = await menusOf(file)
  const users = forceLink === undefined ? undefined : await readUsers(forceLink)
  const result = await syncRichMenus(menuClient(), menus, {
    ...options,
    ...reporting(json),
    forceLink: users,
  }).catch((error: unknown) => {
    throw withAdvice(error)
  })
  await print(json, result, applied(result, options.dryRun))
}

/** Prints each change when it is made, and why the command waits. */
export const reporting = (json: boolean | undefined): SyncOptions => ({
  onChange: (change) => {
    if (!json) console.error(lineOf(change))
  },
  onWait: (reason) => console.error(reason),
})

/** The result as text. Changes were printed when they were made. */
export function applied(result: SyncResult, isDry: boolean | undefined): string {
  const { changes, writes, pending, kept, notes } = result
  if (isDry) return textOf(changes, writes, notes)
  return [
    changes.length === 0 && pending.length === 0
      ? 'The account is as it should be.'
      : `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}, ${writes} ${writes === 1 ? 'call' : 'calls'}.`,
    ...(pending.length > 0
      ? [
          "Pending, because one of LINE's limits per hour is reached. Apply again later, or pass --wait:",
          ...pending.map(lineOf),
        ]
      : []),
    ...kept.map(lineOf),
    ...notes,
  ].join('\n')
}
