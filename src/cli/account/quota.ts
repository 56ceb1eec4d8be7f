/** `fukidashi quota`: messages of this month. */
import type { Command } from 'commander'
import { counted } from '../../common/words.js'
import { print } from '../progress.js'
import { accountClient, accountHelp } from './settings.js'

/** Adds `fukidashi quota`. */
export function addQuota(program: Command): void {
  program
    .command('quota')
    .summary('print how many messages are left this month')
    .description(
      `Prints how many messages the account has sent this month, and how many it may send. Replies do not count.\n${accountHelp}`,
    )
    .option('--json', 'print JSON: { limit, used, left }; limit and left are null without a limit')
    .addHelpText(
      'after',
      `
Examples:
  fukidashi quota
  fukidashi quota --json

Exit codes: 0 if messages are left, 1 if none are or the call failed, 2 for wrong arguments.`,
    )
    .action(quota)
}

async function quota({ json }: { json?: true }): Promise<void> {
  const line = accountClient()
  const [{ type, value = 0 }, used] = await Promise.all([
    line.messages.quota(),
    line.messages.quotaConsumption(),
  ])
  const limit = type === 'none' ? null : value
  const left = limit === null ? null : Math.max(0, limit - used)
  await print(json, { limit, used, left }, quotaText(limit, used), left === 0 ? 1 : 0)
}

/** The quota as a sentence. */
export const quotaText = (limit: number | null, used: number): string =>
  limit === null
    ? `${counted(used)} messages sent this month; there is no limit.`
    : `${counted(used)} of ${counted(limit)} messages sent this month; ${counted(Math.max(0, limit - used))} left.`
