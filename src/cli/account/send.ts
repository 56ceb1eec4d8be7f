/** `fukidashi send`: sends messages to a user, after LINE has checked them. */
import type { Command } from 'commander'
import { LineApiError } from '../../client/index.js'
import { renderAll } from '../../render/index.js'
import { ChatId_pattern } from '../../spec/generated/numbers.js'
import { print } from '../progress.js'
import { dim } from '../style.js'
import { UsageError } from '../usage-error.js'
import type { Choice } from './load-messages.js'
import { accountClient, accountHelp, requireSettings, setting } from './settings.js'

interface SendCommandOptions extends Choice {
  to: string
  dryRun?: true
  silent?: true
  json?: true
}

/** Adds `fukidashi send`. */
export function addSend(program: Command): void {
  program
    .command('send')
    .summary('send messages to yourself, a user or a group')
    .description(
      'Sends the messages of a story, a module with elements, a JSON file or standard input. They are checked here, then by LINE, and sent\n' +
        `only if both find nothing. Pushed messages count against the quota.\n${accountHelp}`,
    )
    .argument('<source>', 'a .tsx, .ts, .jsx, .js or .json file; - for JSON on standard input')
    .option('--to <ID>', 'id of a user, group or room; me is the user in LINE_USER_ID', 'me')
    .option('--export <NAME>', 'the export to send; the default or the only one by default')
    .option('--locale <LOCALE>', 'the locale of a story; its first by default')
    .option('--dry-run', 'check, and send nothing')
    .option('--silent', 'send without a notification on the phone')
    .option(
      '--json',
      'print JSON: { to, messages, sentMessages }; without sentMessages after --dry-run',
    )
    .addHelpText(
      'after',
      `
Examples:
  fukidashi send menu.tsx
  fukidashi send shop.messages.tsx --export Cheap --locale th
  fukidashi send message.json --to U8a0fd2168a0fd2168a0fd2168a0fd216
  echo '{"type":"text","text":"Hello"}' | fukidashi send -

Exit codes: 0 if the messages were sent, 1 if they are wrong or the call failed, 2 for wrong arguments.`,
    )
    .action(send)
}

async function send(source: string, options: SendCommandOptions): Promise<void> {
  const { json, dryRun } = options
  const to = recipient(options.to, dryRun)
  const line = accountClient()
  // Loads what compiles modules.
  const { loadMessages } = await import('./load-messages.js')
  const kinds = { U: 'user', C: 'group', R: 'room' } as const
  const { messages } = await renderAll(await loadMessages(source, options), {
    endpoint: 'push',
    to: kinds[to?.[0] as keyof typeof kinds] ?? 'user',
    onWarning: ({ message }) => console.error(dim(`Warning: ${message}`)),
  })
  await line.messages.check('push', messages).catch((error: unknown) => {
    if (error instanceof LineApiError) error.message += '\nNothing was sent.'
    throw error
  })
  const count = `${messages.length} ${messages.length === 1 ? 'message' : 'messages'}`
  if (to === undefined || dryRun) {
    const text = `LINE accepts ${count}. Nothing was sent.`
    return print(json, { to, messages }, text)
  }
  const { sentMessages } = await line.messages.push(to, messages, {
    notificationDisabled: options.silent,
  })
  const ids = sentMessages.map(({ id }) => id).join(', ')
  await print(json, { to, messages, sentMessages }, `Sent ${count} to ${to}: ${ids}`)
}

/**
 * The id of the recipient; undefined for a dry run without one.
 * @throws {UsageError}
 */
function recipient(to: string, dryRun = false): string | undefined {
  const toMe = to === 'me'
  requireSettings(
    'LINE_CHANNEL_ACCESS_TOKEN',
    ...(toMe && !dryRun ? ['LINE_USER_ID' as const] : []),
  )
  const id = toMe ? setting('LINE_USER_ID') : to
  if (id !== undefined && !new RegExp(ChatId_pattern).test(id))
    throw new UsageError(
      `${toMe ? 'LINE_USER_ID' : '--to'} is not an id of a user, group or room: U, C or R and 32 hexadecimal digits in lower case. ` +
        'Your own id is in the LINE Developers Console, on the tab Basic settings.',
    )
  return id
}
