/** How duplicates are told, so that a redelivered event is handled once. */
import { WebhookError } from './errors.js'

/**
 * Where ids of handled events are kept when several processes share the work. Keyv has this shape, and so does a thin wrapper
 * around any key-value store.
 */
export interface DedupeStore {
  get(key: string): unknown
  /** `ttl` is in milliseconds. */
  set(key: string, value: true, ttl: number): unknown
}

/** What is remembered, and for how long. */
export interface DedupeOptions {
  /** Milliseconds. One hour by default. */
  ttl?: number
  /** How many ids are kept in memory. 10,000 by default. */
  max?: number
  /** Shared between processes. Memory by default. */
  store?: DedupeStore
  /** Put before every id in the store. `fukidashi:` by default. */
  prefix?: string
}

/** The options with all defaults. */
export interface Dedupe {
  readonly ttl: number
  readonly max: number
  readonly store: DedupeStore | undefined
  readonly prefix: string
}

/** Fills in what was left out; `undefined` when duplicates are not to be told. */
export function dedupeOf(options: DedupeOptions | boolean | undefined): Dedupe | undefined {
  if (options === false) return undefined
  const given = typeof options === 'object' && options !== null ? options : {}
  const { store } = given
  if (store && (typeof store.get !== 'function' || typeof store.set !== 'function')) {
    throw new WebhookError(
      'option_invalid',
      'dedupe.store needs get(key) and set(key, value, ttl), as Keyv has them.',
    )
  }
  return {
    ttl: given.ttl ?? 3_600_000,
    max: given.max ?? 10_000,
    store: given.store,
    prefix: given.prefix ?? 'fukidashi:',
  }
}
