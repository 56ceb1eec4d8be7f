/** Options of `validate`, and their check. */
import { FukidashiError } from '../common/error.js'
import { closest, either, quoted } from './names.js'

const kinds = [
  'messages',
  'message',
  'action',
  'flex',
  'bubble',
  'flex-component',
  'template',
  'quick-reply',
  'imagemap',
  'rich-menu',
  'rich-menu-alias',
  'rich-menu-alias-update',
  'rich-menu-batch',
  'rich-menu-bulk-link',
  'rich-menu-bulk-unlink',
  'recipient',
  'demographic',
  'filter',
  'limit',
  'coupon',
] as const

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
export type ValidateAs = (typeof kinds)[number]

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

const permitted = { as: kinds, endpoint: endpoints, to: recipients }

/**
 * Checks the options that are words.
 * @throws {OptionError}
 */
export function checkOptions({ as, endpoint, to }: ValidateOptions): void {
  if (as !== undefined) checkWord('as', as)
  if (endpoint !== undefined) checkWord('endpoint', endpoint)
  if (to !== undefined) checkWord('to', to)
}

function checkWord(name: keyof typeof permitted, value: unknown): void {
  const words: readonly string[] = permitted[name]
  if (words.includes(value as string)) return
  const near = typeof value === 'string' ? closest(value, words) : undefined
  throw new OptionError(
    `${name}: ${quoted(value)} is not permitted. ${near ? `Did you mean ${quoted(near)}? ` : ''}Use ${either(words)}.`,
  )
}

const names = ['as', 'endpoint', 'to', 'maxMessages', 'context', 'signal']

/**
 * Refuses options that there are not.
 * @throws {OptionError}
 */
export function checkNames(options: object): void {
  const unknown = Object.keys(options).find((name) => !names.includes(name))
  if (unknown === undefined) return
  const near = closest(unknown, names)
  throw new OptionError(
    `There is no option ${quoted(unknown)}. ${near ? `Did you mean ${near}? ` : ''}Use ${either(names)}.`,
  )
}
