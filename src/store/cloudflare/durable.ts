/** A store in Durable Objects. */
import { numberOption, optionNames, optionsProblem } from '../../common/options.js'
import type { Claim, DeleteOptions, SetOptions, StoreAdapter, StoredValue } from '../adapter.js'
import { checkText, encode } from '../checks.js'
import { createStore } from '../create-store.js'
import { StoreError, type StoreErrorCode } from '../errors.js'
import type { Store } from '../store.js'
import { type DurableNamespaceLike, shardRange, Shards } from './shards.js'

/** Options of {@link durableStore}. */
export interface DurableStoreOptions {
  /** Number of objects among which keys are distributed, up to 1,000. 16 by default. Another number is another store. */
  shards?: number
}

/** Operations that have the same effect when they are done twice. */
const mayBeTwice: ReadonlySet<string> = new Set(['claim', 'renew', 'done', 'get'])

const names = optionNames<DurableStoreOptions>({ shards: true })

/**
 * A store in Durable Objects with SQLite. Export `FukidashiStore` from the Worker too.
 *
 * @throws {StoreError} `option_invalid`
 *
 * @example
 * export { FukidashiStore } from 'fukidashi/store/cloudflare'
 * const bot = createBot({ store: (env: { CLAIMS: DurableNamespaceLike }) => durableStore(env.CLAIMS) })
 */
export function durableStore(
  namespace: DurableNamespaceLike,
  options: DurableStoreOptions = {},
): Store {
  const problem = optionsProblem(options, names)
  const invalid = (text: string) => new StoreError('option_invalid', text)
  if (problem !== undefined) throw invalid(problem)
  if (typeof (Object(namespace) as Partial<DurableNamespaceLike>).idFromName !== 'function')
    throw invalid(
      'durableStore needs a namespace of Durable Objects: (env) => durableStore(env.CLAIMS), with a binding CLAIMS of class FukidashiStore in wrangler.toml.',
    )
  const count = numberOption('shards', options.shards, 16, shardRange, invalid)
  const fail = (code: string, text: string) => new StoreError(code as StoreErrorCode, text)
  const shards = new Shards(namespace, count, fail)
  const call = async <T>(operation: keyof StoreAdapter, key: string, ...values: unknown[]) => {
    checkText('key', key)
    const method = mayBeTwice.has(operation) ? 'callTwice' : 'call'
    return shards[method]<T>(shards.of(key), operation, key, ...values)
  }

  return createStore({
    claim: (key: string, owner: string, leaseMs: number) =>
      call<Claim>('claim', key, owner, leaseMs),
    renew: (key: string, owner: string, leaseMs: number) =>
      call<boolean>('renew', key, owner, leaseMs),
    done: (key: string, owner: string, ttlMs: number) => call<boolean>('done', key, owner, ttlMs),
    release: (key: string, owner: string) => call<boolean>('release', key, owner),
    get: (key: string) => call<StoredValue | undefined>('get', key),
    set: async (key: string, value: unknown, { ttl, version, userId }: SetOptions) => {
      encode(value)
      return call<string | undefined>('set', key, value, { ttl, version, userId })
    },
    delete: (key: string, { version }: DeleteOptions = {}) =>
      call<boolean>('delete', key, { version }),
    forget: async (userId: string) => {
      const deleted = await shards.all<number>('forget', userId)
      return deleted.reduce((sum, each) => sum + each, 0)
    },
  })
}
