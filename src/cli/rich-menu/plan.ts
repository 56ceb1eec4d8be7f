/** `fukidashi rich-menu plan`. */
import type { Command } from 'commander'
import { planRichMenus } from '../../rich-menu/index.js'
import { textOf } from './print-changes.js'
import { print } from '../progress.js'
import { graceOption, menuClient, menusOf } from './shared.js'

interface PlanCommandOptions {
  json?: true
  take?: true
  redraw?: true
  grace: number
}

/** Adds `fukidashi rich-menu plan`. */
export function addPlan(command: Command): void {
  command
    .command('plan')
    .summary('print what apply would change')
    .argument('[file]', 'module with the menus; rich-menu.tsx by default')
    .option('--json', 'print JSON: { changes, writes, notes, problems }')
    .option('--take', 'change aliases and a default menu that belong to others')
    .option('--redraw', 'make every menu anew')
    .addOption(graceOption())
    .action(plan)
}

async function plan(file: string | undefined, { json, ...options }: PlanCommandOptions) {
  const { changes, writes, notes, problems } = await planRichMenus(
    menuClient(),
    await menusOf(file),
    options,
  )
  const text = [
    textOf(changes, writes, notes),
    ...problems.map(({ message }) => `Cannot be applied: ${message}`),
  ].join('\n')
  await print(json, { changes, writes, notes, problems }, text, problems.length > 0 ? 1 : 0)
}
