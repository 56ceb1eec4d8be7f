/** `fukidashi users`: ids of the account's friends. */
import type { Command } from 'commander'
import { LineApiError } from '../../client/index.js'
import { wholeNumber } from '../values.js'
import { print } from '../progress.js'
import { accountClient, accountHelp } from './settings.js'

/** Adds `fukidashi users`. */
export function addUsers(program: Command): void {
  program
    .command('users')
    .summary('print the ids of users who are friends of the account')
    .description(
      `Prints the ids of users who added the account as a friend, one a line. LINE lists them for verified and premium accounts only.\n${accountHelp}`,
    )
    .option('--limit <COUNT>', 'print at most so many', wholeNumber)
    .option('--json', 'print JSON: a list of ids')
    .addHelpText(
      'after',
      `
Examples:
  fukidashi users > users.txt
  fukidashi users --limit 10

Exit codes: 0 if all went well, 1 if the call failed, 2 for wrong arguments.`,
    )
    .action(users)
}

async function users({ limit = Infinity, json }: { limit?: number; json?: true }): Promise<void> {
  const ids: string[] = []
  try {
    for await (const id of accountClient().users.followers()) {
      ids.push(id)
      if (ids.length >= limit) break
    }
  } catch (error) {
    if (error instanceof LineApiError && error.status === 403)
      error.message += '\nLINE lists the friends of verified and premium accounts only.'
    throw error
  }
  await print(json, ids, ids.length === 0 ? 'The account has no friends.' : ids.join('\n'))
}
