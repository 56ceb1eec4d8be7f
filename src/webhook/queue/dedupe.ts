/** Detection of duplicates, so that a redelivered event is handled once. */
import { describeValue, optionNames, optionsProblem } from '../../common/options.js'
import { checkMethods, checkNumber, optionInvalid } from '../base/checks.js'

/**
 * A store for the ids of handled events that several processes share. Keyv has this interface; any key-value store can be wrapped
 * to have it. A store that fails, or does not answer in time, is not used for 5 s; meanwhile events are handled without it.
 */
export interface DedupeStore {
  get(key: string): unknown
  /** `ttl` is in milliseconds. */
  set(key: string, value: true, ttl: number): unknown
}

/** Options of the detection of duplicates. */
export interface DedupeOptions {
  /** Milliseconds that ids are kept. One hour by default; `Infinity` only without a `store`. */
  ttl?: number
  /** Largest number of ids in memory, up to 10,000,000. 10,000 by default. */
  max?: number
  /** A store that several processes share. Memory by default. */
  store?: DedupeStore | undefined
  /** Milliseconds that a call of the store may take. One second by default: LINE waits two for the whole webhook. */
  timeout?: number
  /** Prefix of every key in the store. `fukidashi:` by default. */
  prefix?: string
}

/** The options with all defaults. */
export interface Dedupe {
  readonly ttl: number
  readonly max: number
  readonly store: DedupeStore | undefined
  readonly timeout: number
  readonly prefix: string
}

const names = optionNames<DedupeOptions>({
  ttl: true,
  max: true,
  store: true,
  timeout: true,
  prefix: true,
})

/**
 * Fills in the defaults; `undefined` if deduplication is off.
 * @throws {WebhookError} `option_invalid`
 */
export function dedupeOf(options: DedupeOptions | boolean | undefined): Dedupe | undefined {
  if (options === false) return undefined
  const given: DedupeOptions = options === undefined || options === true ? {} : options
  const problem = optionsProblem(given, names, 'dedupe.')
  if (problem !== undefined) throw optionInvalid(problem)
  const { ttl, max, store, timeout, prefix = 'fukidashi:' } = given
  checkMethods(
    'dedupe.store',
    store,
    ['get', 'set'],
    'A store needs get(key) and set(key, value, ttl), as Keyv has them.',
  )
  if (typeof prefix !== 'string') {
    throw optionInvalid(`dedupe.prefix: ${describeValue(prefix)} is not permitted. Use a text.`)
  }
  const milliseconds = { above: 0, unit: 'milliseconds' } as const
  return {
    ttl: checkNumber('dedupe.ttl', ttl, 3_600_000, {
      ...milliseconds,
      ...(!store && { infinity: 'to keep ids until there are too many' }),
    }),
    max: checkNumber('dedupe.max', max, 10_000, { min: 1, max: 10_000_000, whole: true }),
    store,
    timeout: checkNumber('dedupe.timeout', timeout, 1_000, milliseconds),
    prefix,
  }
}
