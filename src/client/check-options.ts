/** Checks of the options of a client and of a call, before anything is sent. */
import { isRecord } from '../common/json.js'
import {
  describeValue,
  type NumberRange,
  numberProblem,
  optionNames,
  optionsProblem,
} from '../common/options.js'
import { badOption } from './errors/argument-error.js'
import type { InnerOptions } from './inner-options.js'
import type { CallOptions, LineClientOptions } from './options.js'
import type {
  ContentOptions,
  DeliveryTagOption,
  ImageOptions,
  ResumeOptions,
} from './resources/operation-options.js'
import type { NarrowcastOptions, ReplyOptions, UnitSendOptions } from './resources/send-options.js'
import { checkRetry } from './retry.js'

/** Options of every operation together. */
type AllCallOptions = UnitSendOptions &
  ReplyOptions &
  NarrowcastOptions &
  ContentOptions &
  DeliveryTagOption &
  ImageOptions &
  ResumeOptions &
  Pick<InnerOptions, 'locate'>

const callNames = optionNames<AllCallOptions>({
  signal: true,
  timeout: true,
  retry: true,
  headers: true,
  onRequest: true,
  onResponse: true,
  retryKey: true,
  context: true,
  clock: true,
  env: true,
  validate: true,
  onWarning: true,
  notificationDisabled: true,
  customAggregationUnits: true,
  split: true,
  to: true,
  recipient: true,
  filter: true,
  limit: true,
  wait: true,
  maxBytes: true,
  deliveryTag: true,
  size: true,
  resumeRequestKey: true,
  locate: true,
})

const clientNames = optionNames<LineClientOptions>({
  channelAccessToken: true,
  baseUrl: true,
  fetch: true,
  agent: true,
  timeout: true,
  retry: true,
  headers: true,
  context: true,
  env: true,
  validate: true,
  onWarning: true,
  onRequest: true,
  onResponse: true,
  clock: true,
  random: true,
})

/** Range of a duration. */
export const duration: NumberRange = { above: 0, infinity: 'for no limit', unit: 'milliseconds' }

/**
 * Checks an option that is a number, unless it is `undefined`.
 * @throws {LineArgumentError} `option_invalid`
 */
export function checkNumber(name: string, value: unknown, range: NumberRange): void {
  const problem = value === undefined ? undefined : numberProblem(name, value, range)
  if (problem !== undefined) throw badOption(problem)
}

function check(name: string, value: unknown, isRight: boolean, permitted: string): void {
  if (value !== undefined && !isRight)
    throw badOption(`${name}: ${describeValue(value)} is not permitted. Use ${permitted}`)
}

const isFunction = (value: unknown): boolean => typeof value === 'function'
const has = (value: unknown, ...names: string[]): boolean =>
  typeof value === 'object' &&
  value !== null &&
  names.every((name) => isFunction((value as Record<string, unknown>)[name]))

/**
 * Checks the options of a call, except those that only some operations have.
 * @throws {LineArgumentError} `option_invalid`
 */
export function checkCallOptions(options: CallOptions): void {
  // A text that was spread, or an element, instead of options.
  if (isRecord(options) && ('0' in options || '$$typeof' in options))
    throw badOption('only one argument is a message; put several into an array: [first, second]')
  checkNames(options, callNames)
  checkSharedOptions(options)
}

function checkNames(options: object, names: readonly string[]): void {
  const problem = optionsProblem(options, names)
  if (problem !== undefined) throw badOption(problem)
}

/** Checks the options that a client and a call have in common. */
function checkSharedOptions(options: CallOptions): void {
  const { signal, timeout, retry, onRequest, onResponse } = options
  check(
    'signal',
    signal,
    has(signal, 'addEventListener', 'removeEventListener'),
    'the signal of an AbortController',
  )
  checkNumber('timeout', timeout, duration)
  checkRetry(retry)
  check('onRequest', onRequest, isFunction(onRequest), 'a function')
  check('onResponse', onResponse, isFunction(onResponse), 'a function')
}

/**
 * Checks the options of a client, except those that another part checks.
 * @throws {LineArgumentError} `option_invalid`
 */
export function checkClientOptions(options: LineClientOptions): void {
  checkNames(options, clientNames)
  checkSharedOptions(options)
  const { fetch, agent, clock, random, validate, onWarning } = options
  check('fetch', fetch, isFunction(fetch), 'a function')
  check(
    'agent',
    agent,
    has(agent, 'addRequest') || isFunction(agent),
    'an http.Agent or https.Agent',
  )
  check('clock', clock, has(clock, 'now', 'sleep'), 'an object with the functions now and sleep')
  check('random', random, isFunction(random), 'a function')
  check('validate', validate, typeof validate === 'boolean', 'true or false')
  check('onWarning', onWarning, isFunction(onWarning), 'a function')
}

/** Refuses headers that cannot be sent, by name: the value may be secret. */
export function checkHeaders(headers: Record<string, string> | undefined): Record<string, string> {
  check('headers', headers, has(headers), 'an object of names and texts')
  const checked: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers ?? {})) {
    // `undefined` means no such header.
    if (value === undefined) continue
    if (
      typeof value !== 'string' ||
      !/^[\w!#$%&'*+.^`|~-]+$/.test(name) ||
      /[^\t\x20-\x7e\x80-\xff]/.test(value)
    )
      throw badOption(`the header ${JSON.stringify(name)} cannot be sent`)
    checked[name.toLowerCase()] = value
  }
  return checked
}
