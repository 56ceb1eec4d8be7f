/** The leases of events in a store that the processes of a bot share. */
import type { Clock } from '../../common/clock.js'
import { processEnv } from '../../common/env.js'
import { isObject } from '../../common/json.js'
import { LEASES, type Store } from '../../store/store.js'
import type { Leases } from '../../store/leases.js'
import { checkNumber, optionInvalid } from '../base/checks.js'
import type { Warn } from '../base/warnings.js'
import type { Dedupe } from './dedupe.js'

/** Options of a bot that concern its store. */
export interface StoreOptions {
  readonly store?: unknown
  readonly lease?: number
}

/**
 * A function that finds the leases for the `env` of a request; `undefined` without a store.
 * @throws {WebhookError} `option_invalid`
 */
export function leasesOf(
  { store, lease }: StoreOptions,
  dedupe: Dedupe | undefined,
  clock: Clock,
  warn: Warn,
): ((env: unknown) => Leases) | undefined {
  const leaseMs = checkNumber('lease', lease, 15_000, {
    min: 1_000,
    max: 3_600_000,
    unit: 'milliseconds',
  })
  if (store === undefined || !dedupe) return undefined
  if (dedupe.store)
    throw optionInvalid('dedupe.store has no effect beside store. Leave dedupe.store out.')
  if (dedupe.ttl === Infinity)
    throw optionInvalid(
      'dedupe.ttl: Infinity is not permitted beside store. Use a number of milliseconds.',
    )
  const onAway = (why: string) =>
    warn(
      'store_unavailable',
      `The store of the bot ${why}. It is tried again every 5 s; whenStoreIsAway says what happens to events meanwhile.`,
    )
  const { ttl, timeout } = dedupe
  const make = (found: unknown) => checked(found)[LEASES]({ clock, leaseMs, ttl, timeout, onAway })
  if (typeof store !== 'function') {
    const only = make(store)
    return () => only
  }
  const find = (env: unknown) => make((store as (env: unknown) => unknown)(env))
  const byEnv = new WeakMap<object, Leases>()
  let ofProcess: Leases | undefined
  return (env) => {
    if (!isObject(env)) return (ofProcess ??= find(processEnv() ?? {}))
    const known = byEnv.get(env)
    if (known) return known
    const made = find(env)
    byEnv.set(env, made)
    return made
  }
}

/** @throws {WebhookError} `option_invalid` */
function checked(store: unknown): Store {
  if (isObject(store) && typeof (store as Partial<Store>)[LEASES] === 'function')
    return store as unknown as Store
  throw optionInvalid(
    'store: use redisStore(client) of fukidashi/store/redis, postgresStore(pool) of fukidashi/store/postgres, or createStore(adapter) of ' +
      'fukidashi/store for another database. A store with get and set only, such as Keyv, is passed as dedupe: { store }.',
  )
}
