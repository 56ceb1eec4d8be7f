/** Options of `validate`, and their check. */
import { FukidashiError } from '../common/error.js'
import { optionsProblem } from '../common/options.js'
import { closest, either, quoted } from './names.js'

const endpoints = [
  'reply',
  'push',
  'multicast',
  'narrowcast',
  'broadcast',
  'pnp',
  'liff.sendMessages',
  'liff.shareTargetPicker',
] as const

const recipients = ['user', 'group', 'room'] as const

/** Kinds of values that can be validated by themselves. */
export type ValidateAs =
  | 'messages'
  | 'message'
  | 'action'
  | 'flex'
  | 'bubble'
  | 'flex-component'
  | 'template'
  | 'quick-reply'
  | 'imagemap'
  | 'rich-menu'

/**
 * What the messages are sent with: an endpoint of the Messaging API, or a function of LIFF, by which a user sends them.
 * @see https://developers.line.biz/en/reference/liff/#send-messages
 */
export type Endpoint = (typeof endpoints)[number]

/** What messages are checked for. */
export interface CheckOptions {
  /** The endpoint the messages are for. Without it, what depends on it is a warning. */
  endpoint?: Endpoint | undefined
  /** Who receives the messages. Without it, what depends on it is a warning. */
  to?: (typeof recipients)[number] | undefined
  /** How many messages are permitted; 5 unless said, which is what LINE takes in one request. */
  maxMessages?: number | undefined
}

/** Options of `validate`, `validateAsync` and `assertValid`. */
export interface ValidateOptions extends CheckOptions {
  /** What the value is; one message or an array of messages unless said. For bodies of requests see `validateRequest` of `fukidashi/client`. */
  as?: ValidateAs | undefined
}

/** The same for values of any kind. */
export interface KindOptions extends CheckOptions {
  as?: string | undefined
}

/** An option has a value that is not permitted. */
export class OptionError extends FukidashiError {
  override readonly name = 'OptionError'
  readonly code = 'option_invalid'
}

/**
 * Checks the options that are words.
 *
 * @param kinds - the values of `as`
 * @throws {OptionError}
 */
export function checkWords({ as = 'messages', endpoint, to }: KindOptions, kinds: object): void {
  if (!Object.hasOwn(kinds, as))
    refuse('as', as, Object.keys(kinds), ' validateRequest of fukidashi/client checks requests.')
  if (endpoint !== undefined && !endpoints.includes(endpoint))
    refuse('endpoint', endpoint, endpoints)
  if (to !== undefined && !recipients.includes(to)) refuse('to', to, recipients)
}

function refuse(name: string, value: unknown, words: readonly string[], more = ''): never {
  const near = typeof value === 'string' ? closest(value, words) : undefined
  throw new OptionError(
    `${name}: ${quoted(value)} is not permitted. ${near ? `Did you mean ${quoted(near)}? ` : ''}Use ${either(words)}.${more}`,
  )
}

/** Names of the options of `validate` and `validateAsync`. */
export const validateNames = [
  'as',
  'endpoint',
  'to',
  'maxMessages',
  'context',
  'signal',
  'clock',
  'env',
] as const

/**
 * Refuses unknown options.
 * @throws {OptionError}
 */
export function checkNames(options: object, names: readonly string[]): void {
  const problem = optionsProblem(options, names)
  if (problem !== undefined) throw new OptionError(problem)
}
