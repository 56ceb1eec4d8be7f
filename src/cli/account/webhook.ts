/** `fukidashi webhook`: the URL to which LINE sends events. */
import type { Command } from 'commander'
import { LineApiError, type LineClient } from '../../client/index.js'
import { SetWebhookEndpointRequest_endpoint_maxUtf16 as longest } from '../../spec/generated/numbers.js'
import type { TestWebhookEndpointResponse } from '../../spec/api/index.js'
import { print } from '../progress.js'
import { UsageError } from '../usage-error.js'
import { accountClient, accountHelp } from './settings.js'

interface JsonOption {
  json?: true
}

/** Adds `fukidashi webhook`. */
export function addWebhook(program: Command): void {
  const command = program
    .command('webhook')
    .summary('print, set or test the webhook URL')
    .description(`Prints, sets or tests the URL to which LINE sends events.\n${accountHelp}`)
    .addHelpText(
      'after',
      `
Examples:
  fukidashi webhook get
  fukidashi webhook set https://example.com/webhook
  fukidashi webhook test

Exit codes: 0 if all went well, 1 if there is no URL, the test or the call failed, 2 for wrong arguments.`,
    )
  command
    .command('get')
    .summary('print the webhook URL, and whether LINE uses it')
    .option('--json', 'print JSON: { endpoint, active }; endpoint is null if none is set')
    .action(get)
  command
    .command('set')
    .summary('set the webhook URL')
    .argument('<url>', 'an https URL')
    .option('--json', 'print JSON: { endpoint, active }')
    .action(set)
  command
    .command('test')
    .summary('let LINE send a test event')
    .argument('[url]', 'an https URL; the webhook URL by default')
    .option(
      '--json',
      "print LINE's answer as JSON: { success, statusCode, reason, detail, timestamp }",
    )
    .action(test)
}

/** The webhook URL, and whether it is used; undefined if none is set. */
export async function webhookOf(
  line: LineClient,
): Promise<{ endpoint: string; active: boolean } | undefined> {
  try {
    return await line.bot.webhook()
  } catch (error) {
    if (error instanceof LineApiError && error.status === 404) return undefined
    throw error
  }
}

const offHint =
  'LINE does not use it: turn on "Use webhook" in the LINE Developers Console, tab Messaging API.'

async function get({ json }: JsonOption): Promise<void> {
  const webhook = await webhookOf(accountClient())
  const text = webhook
    ? [webhook.endpoint, ...(webhook.active ? [] : [offHint])].join('\n')
    : 'No webhook URL is set. Set it with: fukidashi webhook set https://…'
  await print(json, webhook ?? { endpoint: null, active: false }, text, webhook?.active ? 0 : 1)
}

async function set(url: string, { json }: JsonOption): Promise<void> {
  checkUrl(url)
  const line = accountClient()
  await line.bot.setWebhook(url)
  const { active = false } = (await webhookOf(line)) ?? {}
  const text = [
    `LINE sends events to ${url} within a minute.`,
    ...(active ? [] : [offHint]),
    'Test it with: fukidashi webhook test',
  ].join('\n')
  await print(json, { endpoint: url, active }, text)
}

async function test(url: string | undefined, { json }: JsonOption): Promise<void> {
  if (url !== undefined) checkUrl(url)
  const line = accountClient()
  if (url === undefined && !(await webhookOf(line)))
    throw new Error('No webhook URL is set. Set it with: fukidashi webhook set https://…')
  const result = await line.bot.testWebhook(url)
  await print(json, result, testText(result), result.success ? 0 : 1)
}

const advice: Readonly<Record<string, string>> = {
  COULD_NOT_CONNECT:
    'Check the host name, the firewall and the tunnel, and that the server has a certificate of a public authority.',
  REQUEST_TIMEOUT:
    "The bot answered too late. With `ack: 'before'` it answers before it handles the events.",
  ERROR_STATUS_CODE:
    'Check the path of the URL and the channel secret of the bot; the answer has to be 200.',
}

/** LINE's answer to a test, with what to do. */
export function testText({
  success,
  statusCode,
  reason,
  detail,
}: TestWebhookEndpointResponse): string {
  if (success) return `The bot answered ${statusCode}.`
  const status = statusCode > 0 ? ` with ${statusCode}` : ''
  const more = detail === '' || detail === String(statusCode) ? '' : ` (${detail})`
  return [
    `The test failed${status}: ${reason}${more}.`,
    ...(advice[reason] ? [advice[reason]] : []),
  ].join('\n')
}

/** @throws {UsageError} */
function checkUrl(url: string): void {
  // Emulators take servers of this machine.
  const isLocal = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?(?:\/|$)/.test(url)
  if (!URL.canParse(url) || (!/^https:\/\/[^/]/.test(url) && !isLocal))
    throw new UsageError(
      `${JSON.stringify(url)} is not an https URL such as https://example.com/webhook.`,
    )
  if (url.length > longest)
    throw new UsageError(`The URL has ${url.length} characters; LINE takes at most ${longest}.`)
}
