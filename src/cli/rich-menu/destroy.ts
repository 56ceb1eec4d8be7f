/** `fukidashi rich-menu destroy`. */
import type { Command } from 'commander'
import type { LineClient } from '../../client/index.js'
import { destroyRichMenus } from '../../rich-menu/index.js'
import { confirm } from '../confirm.js'
import { applied, reporting } from './apply.js'
import { textOf } from './print-changes.js'
import { print } from '../progress.js'
import { menuClient, menusOf, withAdvice } from './shared.js'

interface DestroyCommandOptions {
  json?: true
  dryRun?: true
  yes?: true
  wait?: true
}

/** Adds `fukidashi rich-menu destroy`. */
export function addDestroy(command: Command): void {
  command
    .command('destroy')
    .summary("delete the menus of the module's owner")
    .argument('[file]', 'module with the menus; rich-menu.tsx by default')
    .option('--json', 'print JSON: { changes, writes, pending, kept, notes }')
    .option('--dry-run', 'change nothing, print what would be done')
    .option('--yes', 'do not ask')
    .option('--wait', "wait when one of LINE's limits per hour is reached")
    .action(destroy)
}

async function destroy(file: string | undefined, options: DestroyCommandOptions): Promise<void> {
  const { json, yes, ...rest } = options
  const { owner } = await menusOf(file)
  const line = menuClient()
  if (!rest.dryRun && !yes && !(await isConfirmed(line, owner))) {
    await print(false, {}, 'Nothing was deleted.', 1)
    return
  }
  const result = await destroyRichMenus(line, owner, { ...rest, ...reporting(json) }).catch(
    (error: unknown) => {
      throw withAdvice(error)
    },
  )
  await print(json, result, applied(result, rest.dryRun))
}

/** Shows what would be deleted and asks. @throws {UsageError} without a terminal */
const isConfirmed = (line: LineClient, owner: string): Promise<boolean> =>
  confirm('destroy', `Delete all menus of ${owner}?`, async () => {
    const { changes, writes, notes } = await destroyRichMenus(line, owner, { dryRun: true })
    return textOf(changes, writes, notes)
  })
