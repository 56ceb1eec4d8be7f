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
  | 'rich-menu-alias'
  | 'rich-menu-alias-update'
  | 'rich-menu-batch'
  | 'rich-menu-bulk-link'
  | 'rich-menu-bulk-unlink'
  | 'recipient'
  | 'demographic'
  | 'filter'
  | 'limit'
  | 'coupon'

/**
 * What the messages are sent with: an endpoint of the Messaging API, or a function of LIFF, by which a user sends them.
 * @see https://developers.line.biz/en/reference/liff/#send-messages
 */
export type Endpoint = (typeof endpoints)[number]

/** Options of `validate`, `validateAsync` and `assertValid`. */
export interface ValidateOptions {
  /** What the value is; one message or an array of messages unless said. */
  as?: ValidateAs | undefined
  /** The endpoint the messages are for. Without it, what depends on it is a warning. */
  endpoint?: Endpoint | undefined
  /** Who receives the messages. Without it, what depends on it is a warning. */
  to?: (typeof recipients)[number] | undefined
  /** How many messages are permitted; 5 unless said, which is what LINE takes in one request. */
  maxMessages?: number | undefined
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
export function checkWords({ as, endpoint, to }: ValidateOptions, kinds: object): void {
  if (as !== undefined && !Object.hasOwn(kinds, as)) refuse('as', as, Object.keys(kinds))
  if (endpoint !== undefined && !endpoints.includes(endpoint))
    refuse('endpoint', endpoint, endpoints)
  if (to !== undefined && !recipients.includes(to)) refuse('to', to, recipients)
}

function refuse(name: string, value: unknown, words: readonly string[]): never {
  const near = typeof value === 'string' ? closest(value, words) : undefined
  throw new OptionError(
    `${name}: ${quoted(value)} is not permitted. ${near ? `Did you mean ${quoted(near)}? ` : ''}Use ${either(words)}.`,
  )
}

const names = ['as', 'endpoint', 'to', 'maxMessages', 'context', 'signal', 'clock', 'env']

/**
 * Refuses unknown options.
 *
 * @param more - names of further options
 * @throws {OptionError}
 */
export function checkNames(options: object, ...more: readonly string[]): void {
  const problem = optionsProblem(options, [...names, ...more])
  if (problem !== undefined) throw new OptionError(problem)
}
