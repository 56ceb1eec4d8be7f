/** `fukidashi rich-menu link`. */
import type { Command } from 'commander'
import { linkUsers } from '../../rich-menu/index.js'
import { readUsers } from '../../rich-menu/node/index.js'
import { print } from '../progress.js'
import { menuClient } from './shared.js'

/** Adds `fukidashi rich-menu link`. */
export function addLink(command: Command): void {
  command
    .command('link')
    .summary('link users to a menu')
    .argument('<alias>', 'alias of the menu, such as shop or shop-ja')
    .argument('<users>', 'file with user ids, one a line')
    .option('--check', 'change nothing; end with 1 if a user does not have the menu')
    .option('--json', 'print JSON: { richMenuId, linked, others }')
    .action(link)
}

async function link(
  alias: string,
  file: string,
  { check, json }: { check?: true; json?: true },
): Promise<void> {
  const users = await readUsers(file)
  const result = await linkUsers(menuClient(), alias, users, { check })
  const { linked, others } = result
  const text = check
    ? [`${linked} of ${users.length} users have ${alias}.`, ...others].join('\n')
    : `${linked} ${linked === 1 ? 'user was' : 'users were'} linked to ${alias}.`
  await print(json, result, text, others.length > 0 ? 1 : 0)
}
