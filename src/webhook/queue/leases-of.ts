/** The leases of events in a store that the processes of a bot share. */
import type { Clock } from '../../common/clock.js'
import { isObject } from '../../common/json.js'
import { perEnv } from '../../common/per-env.js'
import { LEASES, type Store } from '../../store/store.js'
import type { Leases } from '../../store/leases.js'
import { optionInvalid } from '../base/checks.js'
import type { Warn } from '../base/warnings.js'
import type { Dedupe } from './dedupe.js'

/** Options of a bot that concern its store. */
export interface StoreOptions {
  readonly store?: unknown
  readonly lease?: number
  readonly whenStoreIsAway?: unknown
}

/**
 * A function that finds the leases for the `env` of a request; `undefined` without a store.
 * @throws {WebhookError} `option_invalid`
 */
export function leasesOf(
  { store, lease, whenStoreIsAway }: StoreOptions,
  dedupe: Dedupe | undefined,
  clock: Clock,
  warn: Warn,
): ((env: unknown) => Leases) | undefined {
  if (store === undefined || !dedupe) {
    if ((lease ?? whenStoreIsAway) === undefined) return undefined
    throw optionInvalid('lease and whenStoreIsAway need a store, and not dedupe: false.')
  }
  const onAway = (what: string) => warn('store_unavailable', what)
  const make = (found: unknown): Leases => {
    const leases = isObject(found) && (found as Partial<Store>)[LEASES]
    if (typeof leases !== 'function')
      throw optionInvalid(
        'store: use one of fukidashi/store, such as redisStore(client). Keyv is passed as dedupe: { store }.',
      )
    return leases({ clock, lease, dedupe, onAway, invalid: optionInvalid })
  }
  return perEnv(store, make)
}
