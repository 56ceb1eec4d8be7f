/** `fukidashi rich-menu`: rich menus as code. One file a subcommand, in `rich-menu/`. */
import type { Command } from 'commander'
import { accountHelp } from './account/settings.js'
import { addApply } from './rich-menu/apply.js'
import { addDestroy } from './rich-menu/destroy.js'
import { addLink } from './rich-menu/link.js'
import { addPlan } from './rich-menu/plan.js'
import { addPull } from './rich-menu/pull.js'

/** Adds `fukidashi rich-menu`. */
export function addRichMenu(program: Command): void {
  const command = program
    .command('rich-menu')
    .summary('plan and deploy rich menus')
    .description(`Deploys the rich menus of a module to a LINE account.\n${accountHelp}`)
    .addHelpText(
      'after',
      `
Examples:
  fukidashi rich-menu plan
  fukidashi rich-menu apply menus/rich-menu.tsx
  fukidashi rich-menu pull

Exit codes: 0 if all went well, 1 if something failed or cannot be applied, 2 for wrong arguments.`,
    )
  addPlan(command)
  addApply(command)
  addPull(command)
  addLink(command)
  addDestroy(command)
}
