/** Sends a signed event to a bot, and reports its answer. */
import { type Emulator, createEmulator, type WebhookRecord } from '../../emulator/index.js'
import { closest } from '../../common/words.js'
import { variable } from '../dev/variables.js'
import { UsageError } from '../usage-error.js'
import { events, isPrepared } from './events.js'

/** Options as they are on the command line. */
export interface TriggerOptions {
  url: string
  secret?: string
  user?: string
  group?: true
  print?: true
}

/** @throws {UsageError} */
function check(name: string, { url, user }: TriggerOptions): void {
  if (!Object.hasOwn(events, name)) {
    const near = closest(name, Object.keys(events))
    throw new UsageError(
      `There is no event ${JSON.stringify(name)}.${near === undefined ? '' : ` Did you mean ${near}?`} Events: ${Object.keys(events).join(', ')}.`,
    )
  }
  if (!/^https?:\/\/[^/]/.test(url) || !URL.canParse(url))
    throw new UsageError('--url must be a URL such as http://127.0.0.1:3000/webhook.')
  if (user !== undefined && !/^U[0-9a-f]{32}$/.test(user))
    throw new UsageError('--user must be a user id: U and 32 hexadecimal digits in lower case.')
}

/** @throws {UsageError} when there is no secret */
function secretOf({ secret }: TriggerOptions): string {
  const value = secret ?? variable('LINE_CHANNEL_SECRET')
  if (value !== undefined && value.trim() !== '') return value
  throw new UsageError(
    'The event is signed with the channel secret of the bot. Pass --secret, or set LINE_CHANNEL_SECRET, also in .env.',
  )
}

/** Lets a person do what causes the event, so that the emulator sends the webhook. */
async function send(
  name: string,
  content: string | undefined,
  options: TriggerOptions,
): Promise<{ line: Emulator; record: WebhookRecord }> {
  const line = createEmulator({
    account: { channelSecret: secretOf(options) },
    quiet: 0,
    ...(options.print && { webhook: () => new Response() }),
  })
  const begins = () => {
    if (!options.print) line.state.webhook.endpoint = options.url
  }
  if (!isPrepared(name)) begins()
  const user = line.user('Aki', { ...(options.user !== undefined && { id: options.user }) })
  const group = line.group('Team', [user])
  await events[name]!.run(
    { line, user, group, in: options.group ? group : undefined, begins },
    content,
  )
  const record = line.webhooks.at(-1)
  if (!record) throw new Error(`No webhook was made for ${name}.`)
  return { line, record }
}

/**
 * @returns the exit code: 0 if the bot answered with 2xx
 * @throws {UsageError} when an argument is wrong
 */
export async function trigger(
  name: string,
  content: string | undefined,
  options: TriggerOptions,
): Promise<number> {
  check(name, options)
  const { line, record } = await send(name, content, options)
  if (options.print) {
    console.log(`x-line-signature: ${record.signature}\n\n${record.body}`)
    return 0
  }
  const { status, reason = '', ms = 0 } = record
  console.log(`${name} → ${options.url}\n${status ?? reason} in ${ms} ms`)
  if (reason === 'OK') return 0
  for (const { message, hint = '' } of line.failures)
    console.error(`${message}\n${ownHint(record, options.url) ?? hint}`)
  return 1
}

/** Advice that names the options of this command, where that of the emulator is about its page and `fukidashi dev`. */
function ownHint({ status, reason }: WebhookRecord, url: string): string | undefined {
  if (status === 404 || status === 405)
    return `Nothing receives webhooks at ${url}. If the bot is at another path, pass it: --url ${new URL('/callback', url).href}.`
  if (status === 401 || status === 403)
    return 'The bot has another channel secret. Pass its own with --secret, or set LINE_CHANNEL_SECRET, also in .env.'
  if (reason === 'COULD_NOT_CONNECT') return 'Start the bot, and check the port and host of --url.'
  return undefined
}
