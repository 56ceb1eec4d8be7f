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
  if (store === undefined || !dedupe) return undefined
  const onAway = (what: string) => warn('store_unavailable', what)
  const make = (found: unknown): Leases => {
    const leases = isObject(found) && (found as Partial<Store>)[LEASES]
    if (typeof leases !== 'function')
      throw optionInvalid(
        'store: use one of fukidashi/store, such as redisStore(client). One with get and set only, such as Keyv, is passed as dedupe: { store }.',
      )
    return leases({ clock, lease, dedupe, onAway, invalid: optionInvalid })
  }
  if (typeof store !== 'function') {
    const only = make(store)
    return () => only
  }
  return perEnv((env) => make((store as (env: unknown) => unknown)(env)))
}
