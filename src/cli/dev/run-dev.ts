/** Runs the emulator, and the bot in it or beside it. */
import { randomBytes } from 'node:crypto'
import {
  createEmulator,
  type Emulator,
  EmulatorError,
  type EmulatorOptions,
  type User,
} from '../../emulator/index.js'
import {
  type EmulatorServer,
  listen,
  openState,
  type StateFile,
} from '../../emulator/node/index.js'
import { serveUi } from '../../emulator/ui/index.js'
import { pagesOf } from '../address.js'
import { endWith } from '../end.js'
import { UsageError } from '../usage-error.js'
import { BotSlot } from './bot/bot-slot.js'
import { createLoader, needsVite, watchBot } from './bot/watch-bot.js'
import { guardLine } from './line-guard.js'
import { openBrowser } from './open-browser.js'
import { openInEditor } from './open-in-editor.js'
import { checkOptions, type DevOptions } from './options.js'
import { accountName, projectFolder } from './project.js'
import { showTraffic } from './traffic.js'
import { Variables } from './variables.js'

type Checked = ReturnType<typeof checkOptions>

/** Read by bots that a server passes requests to. */
const failureHook = Symbol.for('fukidashi.onFailure')

/** Adds the first people, and returns the one who follows the account as soon as the bot can answer. */
function addPeople(line: Emulator): User | undefined {
  if (line.users.length > 0) return undefined
  const aki = line.user('Aki', { friend: false })
  line.group('Team', [aki, line.user('Ken')])
  return aki
}

/** Environment variables of the bot. */
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
async function serve(
  line: Emulator,
  { port, host, allowedHosts }: Checked,
  bot: BotSlot | undefined,
  token: string | undefined,
): Promise<EmulatorServer> {
  const pages = serveUi(line, { bot, openInEditor })
  try {
    return await listen(line, { port, host, allowedHosts, token, pages })
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
export async function dev(files: readonly string[], options: DevOptions): Promise<void> {
  const checked = checkOptions(files, options)
  const { entry, webhook, quiet, json, state: file, public: origin } = checked
  const { name: displayName = accountName(entry), isShared, host } = checked
  const slot = entry === undefined ? undefined : new BotSlot()
  const root = projectFolder(entry)
  if (slot) needsVite()
  // Vite takes most of the time until the bot runs.
  const loader = slot && createLoader(root)
  loader?.catch(() => undefined)
  const kept = await stateFile(file)
  const target = slot ? { bot: slot } : { webhook }
  const line = emulator(
    { account: { displayName }, ...target, quiet, public: origin, state: kept?.state },
    file,
  )
  line.projectFolder = root
  if (!slot && webhook !== undefined) line.state.webhook.endpoint = webhook
  const token = isShared ? randomBytes(24).toString('base64url') : undefined
  const server = await serve(line, checked, slot, token)
  const own = environment(line, server.url)
  endWith(
    kept && {
      save: () => kept.save(line),
      saveNow: () => kept.saveNow(line),
      file: file!,
    },
  )

  const [page = server.url, ...others] = pagesOf(server, host, token)
  const { channelSecret, channelAccessToken } = line.account
  if (json)
    console.log(JSON.stringify({ page, baseUrl: server.url, channelSecret, channelAccessToken }))
  else console.log(['LINE is ready: open ' + page, ...others].join('\n                    '))
  const log = json ? console.error : console.log
  if (checked.open) openBrowser(page, log)
  const terminal = json ? process.stderr : process.stdout
  showTraffic(line, log, terminal.isTTY && !process.env['NO_COLOR'])

  if (slot && loader && entry !== undefined) {
    stopCallsToLine(line, server.url)
    // Errors are shown by this program, so bots do not print them.
    const report = (failure: unknown, event?: unknown) => {
      line.reportFailure(failure, { event })
      return true
    }
    Object.assign(globalThis, { [failureHook]: Object.assign(report, { trace: line.traceCalls }) })
    const variables = new Variables(root, own)
    const aki = addPeople(line)
    const runs = slot.firstRun()
    await watchBot({ entry, loader, slot, line, variables, path: checked.path, log })
    await runs
    await aki?.follows()
    return
  }
  // No bot runs here, so this is an error of fukidashi. The process continues, so that chats are not lost.
  process.on('uncaughtException', (error) => console.error('fukidashi:', error))
  line.user('Aki')
  if (!json) console.log(settingsFor(own, webhook))
}

/** Milliseconds within which the error of a request reaches the bot. */
const REACHES_BOT = 10

/** The bot may catch the error of its request. If it does not report it, it is reported here: once for each host. */
function stopCallsToLine(line: Emulator, url: string): void {
  const reported = new Set<string>()
  guardLine(url, (error) => {
    if (reported.has(error.message)) return
    setTimeout(() => {
      if (line.isReported(error) || reported.has(error.message)) return
      reported.add(error.message)
      line.reportFailure(error)
    }, REACHES_BOT)
  })
}

/** What a bot that runs as a separate program needs. */
function settingsFor(variables: Readonly<Record<string, string>>, webhook: string | undefined) {
  const lines = Object.entries(variables).map(([name, value]) => `  export ${name}=${value}`)
  const end =
    webhook === undefined
      ? 'and enter its URL on the page, or pass it with --webhook.'
      : `Webhooks go to ${webhook}.`
  return `\nStart your bot with\n\n${lines.join('\n')}\n\n${end}`
}
