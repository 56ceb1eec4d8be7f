/** The account that a command works with: variables of the environment, or of the project's files such as `.env`. */
import { LineClient, type LineClientOptions } from '../../client/index.js'
import { variable } from '../dev/variables.js'
import { UsageError } from '../usage-error.js'

/** Variables that the commands read, with the place where their values are. */
const places = {
  LINE_CHANNEL_ACCESS_TOKEN:
    'the channel access token, in the LINE Developers Console on the tab Messaging API',
  LINE_CHANNEL_SECRET:
    'the channel secret, in the LINE Developers Console on the tab Basic settings',
  LINE_CHANNEL_ID: 'the channel id, in the LINE Developers Console on the tab Basic settings',
  LINE_USER_ID: 'your user id, in the LINE Developers Console on the tab Basic settings',
  LINE_API_BASE_URL: 'the URL of an emulator',
} as const

/** Name of a variable. */
export type Setting = keyof typeof places

/** The value of a variable; undefined if it is missing or blank. */
export const setting = (name: Setting): string | undefined => variable(name)

/**
 * Checks the variables that the command needs.
 * @throws {UsageError} that names all that are missing
 */
export function requireSettings(...names: readonly Setting[]): void {
  const missing = names.filter((name) => setting(name) === undefined)
  if (missing.length === 0) return
  const lines = missing.map((name) => `${name} is not set. It is ${places[name]}.`)
  throw new UsageError(
    [...lines, `Set ${missing.length === 1 ? 'it' : 'them'} in the environment, or in .env.`].join(
      '\n',
    ),
  )
}

/**
 * The value of a variable that the command needs.
 * @throws {UsageError} if it is missing
 */
export function required(name: Setting): string {
  requireSettings(name)
  return setting(name)!
}

/** A client that needs no token, for operations with the channel secret. */
export function anonymousClient(options: LineClientOptions = {}): LineClient {
  const base = setting('LINE_API_BASE_URL')
  // The client reads it, and refuses hosts of the internet.
  if (base !== undefined) process.env['LINE_API_BASE_URL'] = base
  // Somebody is waiting: three attempts take less than a second.
  return new LineClient({ channelAccessToken: undefined, retry: { attempts: 3 }, ...options })
}

/**
 * A client of the account in `LINE_CHANNEL_ACCESS_TOKEN`.
 * @throws {UsageError} without a token
 */
export const accountClient = (options: LineClientOptions = {}): LineClient =>
  anonymousClient({ channelAccessToken: required('LINE_CHANNEL_ACCESS_TOKEN'), ...options })

/** What the help of all these commands says. */
export const accountHelp =
  'The account is that of LINE_CHANNEL_ACCESS_TOKEN; LINE_API_BASE_URL may name an emulator. Both may be in .env.'
