/** `fukidashi dev`: runs a bot with the emulator. */
import { existsSync, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import type { Command } from 'commander'
import {
  createEmulator,
  type Emulator,
  EmulatorError,
  type EmulatorOptions,
} from '../emulator/index.js'
import { listen, openState, type StateFile } from '../emulator/node/index.js'
import { serveUi } from '../emulator/ui/index.js'
import { BotSlot } from './bot-slot.js'
import { endWith } from './end.js'
import { UsageError } from './usage-error.js'
import { needsVite, watchBot } from './watch-bot.js'

/** Options as they are on the command line. */
interface DevOptions {
  port: string
  webhook?: string
  state?: string
  name?: string
  public?: string
  quiet?: string
  json?: true
}

/** Adds `fukidashi dev`. */
export function addDev(program: Command): void {
  program
    .command('dev')
    .summary('run a bot with LINE in the browser')
    .description(
      'Runs a bot with an emulator of LINE, and reloads the bot when one of its files changes.',
    )
    .argument('[files...]', 'the file that exports the bot')
    .usage('[options] [bot.tsx]')
    .option('--port <N>', 'port of the page; 0 for a free port', '4000')
    .option('--webhook <URL>', 'URL of a bot that runs separately, in any language')
    .option('--state <FILE>', 'file that keeps people and chats between runs')
    .option('--name <NAME>', 'name of the account')
    .option(
      '--public <URL>',
      "an https origin that you invent, such as https://bot.example: its pictures and links are the bot's",
    )
    .option(
      '--quiet <N>',
      'a turn ends when the bot has made no API call for N milliseconds; 100 by default with --webhook',
    )
    .option('--json', 'print one line: { page, baseUrl, channelSecret, channelAccessToken }')
    .addHelpText(
      'after',
      `
Examples:
  fukidashi dev bot.tsx
  fukidashi dev --webhook http://127.0.0.1:3000/webhook
  fukidashi dev                  prints the settings that a separate bot needs

Ctrl-C ends it, with exit code 0; chats are saved first if there is --state.`,
    )
    .action((files: string[], options: DevOptions) => dev(files, options))
}

/** @throws {UsageError} */
function checked(positionals: readonly string[], values: DevOptions) {
  const port = Number(values.port)
  if (!/^\d+$/.test(values.port) || port > 65_535)
    throw new UsageError('--port must be a number from 0 to 65535.')
  if (values.quiet !== undefined && !/^\d+$/.test(values.quiet))
    throw new UsageError('--quiet must be a number of milliseconds, such as 500.')
  if (values.public !== undefined && !/^https:\/\/[^/?#@\s]+\/?$/i.test(values.public))
    throw new UsageError(
      '--public must be an https origin without a path, such as https://bot.example.',
    )
  if (positionals.length > 1)
    throw new UsageError(`Pass one file; these are several: ${positionals.join(', ')}.`)
  const [entry] = positionals
  if (entry !== undefined && values.webhook !== undefined)
    throw new UsageError('Pass a file or --webhook, not both.')
  if (entry !== undefined && !existsSync(entry))
    throw new UsageError(`There is no file ${entry} in ${process.cwd()}.`)
  if (entry !== undefined && statSync(entry).isDirectory())
    throw new UsageError(`${entry} is a folder. Pass the file that exports the bot.`)
  if (values.state !== undefined && !existsSync(dirname(resolve(values.state))))
    throw new UsageError(`There is no folder ${dirname(values.state)} for the file of --state.`)
  if (values.webhook !== undefined && !/^https?:\/\/[^/]/.test(values.webhook))
    throw new UsageError('--webhook must be a URL such as http://127.0.0.1:3000/webhook.')
  return {
    ...values,
    port,
    quiet: values.quiet === undefined ? undefined : Number(values.quiet),
    entry: entry === undefined ? undefined : resolve(entry),
  }
}

/** Name of the account: that of the file, or of its folder if the file has a common name. */
function nameOf(entry: string | undefined): string {
  if (entry === undefined) return 'Bot'
  const name = basename(entry).replace(/\.\w+$/, '')
  return /^(?:bot|index|main|app)$/.test(name) ? basename(dirname(entry)) : name
}

/** Adds the first people; Aki follows the account as soon as the bot can answer. */
async function welcome(line: Emulator): Promise<void> {
  if (line.users.length > 0) return
  const aki = line.user('Aki', { friend: false })
  line.group('Team', [aki, line.user('Ken')])
  await aki.follows()
}

/** Environment variables for a bot that runs as a separate program. */
const environment = ({ account }: Emulator, url: string): Record<string, string> => ({
  LINE_CHANNEL_SECRET: account.channelSecret,
  LINE_CHANNEL_ACCESS_TOKEN: account.channelAccessToken,
  LINE_API_BASE_URL: url,
})

/** @throws {UsageError} when the file of `--state` cannot be read, or another process uses it */
async function stateFile(file: string | undefined): Promise<StateFile | undefined> {
  if (file === undefined) return undefined
  try {
    return await openState(file)
  } catch (error) {
    const { message } = error as Error
    throw new UsageError(error instanceof EmulatorError ? message : `--state: ${message}`)
  }
}

/** @throws {UsageError} when the file of `--state` holds something else */
function emulator(options: EmulatorOptions, file: string | undefined): Emulator {
  try {
    return createEmulator(options)
  } catch (error) {
    if (options.state === undefined) throw error
    throw new UsageError(
      `${file} is not a state file of the emulator (${(error as Error).message}) Delete it, or use another file with --state.`,
    )
  }
}

/** @throws {UsageError} when the port cannot be had */
async function serve(line: Emulator, port: number, bot: BotSlot | undefined) {
  try {
    return await listen(line, { port, pages: serveUi(line, { bot }) })
  } catch (error) {
    if (!(error instanceof EmulatorError)) throw error
    const [why = ''] = error.message.split('. ')
    const who = why.endsWith('taken') ? ', perhaps by another `fukidashi dev`' : ''
    throw new UsageError(
      `${why}${who}. Use another port with --port N, or any free port with --port 0.`,
    )
  }
}

/**
 * Runs until it is interrupted.
 * @throws {UsageError}
 */
async function dev(files: readonly string[], options: DevOptions): Promise<void> {
  const {
    entry,
    port,
    webhook,
    quiet,
    public: origin,
    json,
    name: displayName = nameOf(entry),
    state: file,
  } = checked(files, options)
  const slot = entry === undefined ? undefined : new BotSlot()
  if (slot) needsVite()
  const kept = await stateFile(file)
  const target = slot ? { bot: slot } : { webhook }
  const line = emulator(
    { account: { displayName }, ...target, quiet, public: origin, state: kept?.state },
    file,
  )
  if (!slot && webhook !== undefined) line.state.webhook.endpoint = webhook
  const server = await serve(line, port, slot)
  const variables = environment(line, server.url)
  endWith(() => kept?.save(line) ?? Promise.resolve(), file)

  const { channelSecret, channelAccessToken } = line.account
  if (json)
    console.log(
      JSON.stringify({ page: server.url, baseUrl: server.url, channelSecret, channelAccessToken }),
    )
  else console.log(`LINE is ready: open ${server.url}`)

  if (slot && entry !== undefined) {
    // The bot gets the emulator's values from its environment.
    Object.assign(process.env, variables)
    const log = json ? console.error : console.log
    await watchBot(entry, slot, log)
    await welcome(line)
    return
  }
  // No bot runs here, so this is an error of fukidashi. The process continues, so that chats are not lost.
  process.on('uncaughtException', (error) => console.error('fukidashi:', error))
  line.user('Aki')
  if (json) return
  const lines = Object.entries(variables).map(([name, value]) => `  export ${name}=${value}`)
  console.log(
    `\nStart your bot with\n\n${lines.join('\n')}\n\n` +
      (webhook === undefined
        ? 'and enter its URL on the page, or pass it with --webhook.'
        : `Webhooks go to ${webhook}.`),
  )
}
