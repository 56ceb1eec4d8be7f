/** Compares a chat with the expected messages, and words the result. */
import type { Entry } from '../emulator/index.js'
import type { Context } from '../jsx-runtime/types.js'
import type { Renderable } from '../render/index.js'
import type { Message } from '../spec/index.js'
import { differences } from './differences.js'
import { compileExpected } from './expected-context.js'
import { isReceiver, type Receiver } from './receiver.js'
import { isMatcher, matches } from './matches.js'

/** Expected messages: JSX, builders, JSON or a string; a RegExp for any text; or an asymmetric matcher of the test runner. */
export type Expected = Renderable | RegExp | { asymmetricMatch(other: unknown): boolean }

export interface ExpectedOptions {
  /** Second argument of components. By default that of the bot's last answer in the chat. */
  context?: Context
}

/** The result of a comparison. */
export interface Verdict {
  pass: boolean
  expected: unknown
  actual: unknown
  /** Message for the negated or the failed expectation. */
  message: string
}

const isBots = ({ from }: Entry) => from === 'bot'
const isPushed = (entry: Entry) => isBots(entry) && entry.via !== 'reply'

export const received = (receiver: unknown, expected: Expected, options?: ExpectedOptions) =>
  compare(receiver, expected, options, isBots, 'received')

export const pushed = (receiver: unknown, expected: Expected, options?: ExpectedOptions) =>
  compare(receiver, expected, options, isPushed, 'been pushed')

function compare(
  receiver: unknown,
  expected: Expected,
  options: ExpectedOptions | undefined,
  counts: (entry: Entry) => boolean,
  done: string,
): Verdict {
  if (!isReceiver(receiver))
    throw new TypeError(
      `Expected a user or a group of the emulator, such as line.user("Aki"), not ${nameOf(receiver)}.`,
    )
  const messages = receiver.chat.filter(counts).map(({ message }) => message as Message)
  const wanted = wantedOf(expected, receiver, options)
  const at = Array.isArray(wanted)
    ? run(messages, wanted)
    : messages.findIndex((one) => matches(wanted, one))
  const pass = at !== -1
  const closest = Array.isArray(wanted) ? messages.slice(-wanted.length) : messages
  const { name } = receiver
  return {
    pass,
    expected: wanted,
    actual: closest,
    message: pass
      ? `${name} has ${done} ${shown(wanted)}, but should not have.`
      : notReceived(receiver, messages, wanted, done),
  }
}

/** The expected messages as JSON; matchers unchanged. */
function wantedOf(
  expected: Expected,
  receiver: Receiver,
  options: ExpectedOptions | undefined,
): unknown {
  if (expected instanceof RegExp || isMatcher(expected)) return expected
  if (expected === undefined || expected === null)
    throw new TypeError(
      `Expected a message: JSX, a builder, JSON, a string or a RegExp, not ${String(expected)}.`,
    )
  if (Array.isArray(expected) && expected.some((one) => one instanceof RegExp || isMatcher(one)))
    return expected.flatMap((one: Expected) => wantedOf(one, receiver, options))
  const wanted = compileExpected(expected as Renderable, receiver, options)
  // An empty list would match every chat.
  if (wanted.length === 0)
    throw new TypeError(
      'Expected a message, but this renders to none. To check that nothing was sent, use ' +
        'expect(aki.messages).toEqual([]).',
    )
  return wanted
}

/** Index of a sequence of messages in a chat. */
function run(messages: readonly Message[], wanted: readonly unknown[]): number {
  for (let at = 0; at + wanted.length <= messages.length; at++)
    if (wanted.every((one, i) => matches(one, messages[at + i]))) return at
  return -1
}

function notReceived(
  { name, troubles }: Receiver,
  messages: readonly Message[],
  wanted: unknown,
  done: string,
): string {
  const lines = [`${name} has not ${done} ${shown(wanted)}`, '']
  if (messages.length === 0) lines.push(`${name} has ${done} nothing.`)
  else {
    const list = Array.isArray(wanted) ? wanted : [wanted]
    const last = messages.slice(-list.length)
    lines.push(
      `The last messages that ${name} has ${done}, and their differences (- expected, + received):`,
    )
    last.forEach((message, i) => lines.push(...differences(list[i], message)))
  }
  if (troubles.length > 0) lines.push('', 'Recent failures:', ...troubles.map((one) => `  ${one}`))
  return lines.join('\n')
}

const shown = (wanted: unknown): string => {
  if (wanted instanceof RegExp) return `a text like ${String(wanted)}`
  if (isMatcher(wanted)) return 'a message of that kind'
  const text = JSON.stringify(wanted)
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}

/** Describes a wrong receiver. Most often it is the messages of a user. */
function nameOf(value: unknown): string {
  if (Array.isArray(value)) return 'an array (of its messages?)'
  if (typeof value !== 'object' || value === null) return String(value)
  return 'messages' in value ? 'the result of a deed' : 'another object'
}
