/** Makes a store of an adapter. */
import { describeValue } from '../common/options.js'
import type { StoreAdapter } from './adapter.js'
import { StoreError } from './errors.js'
import { type LeaseOptions, leasesIn } from './leases.js'
import { LEASES, type Store } from './store.js'

const methods = ['claim', 'renew', 'done', 'release', 'get', 'set', 'delete', 'forget'] as const

/**
 * A store made of an adapter of your own, for a database that this library has none for. Test the adapter with `storeContract`.
 *
 * @throws {StoreError} `option_invalid` if a method is missing
 *
 * @example
 * const { claim, ...others } = memoryStore()
 * const store = createStore({
 *   ...others,
 *   claim: (key, owner, leaseMs) => claim(key.toLowerCase(), owner, leaseMs),
 * })
 */
export function createStore<A extends StoreAdapter>(adapter: A): A & Store {
  const missing = methods.filter(
    (name) => typeof (Object(adapter) as Partial<StoreAdapter>)[name] !== 'function',
  )
  if (missing.length > 0)
    throw new StoreError(
      'option_invalid',
      `createStore: ${missing.length === methods.length ? describeValue(adapter) : `an adapter without ${missing.join(', ')}`} is not permitted. Use an object with ${methods.join(', ')}.`,
    )
  return Object.assign(adapter, {
    [LEASES]: (options: LeaseOptions) => leasesIn(adapter, options),
  })
}
