/** A store in Durable Objects. */
import { numberOption, optionNames, optionsProblem } from '../../common/options.js'
import type { Claim, DeleteOptions, SetOptions, StoredValue } from '../adapter.js'
import { checkText, encode } from '../checks.js'
import { createStore } from '../create-store.js'
import { StoreError, type StoreErrorCode } from '../errors.js'
import type { Store } from '../store.js'
import type { StoreAnswer, StoreCall } from './durable-object.js'

/** A namespace of Durable Objects, as a binding of a Worker. */
export interface DurableNamespaceLike {
  idFromName(name: string): unknown
  get(id: never): { fetch(url: string, init: { method: string; body: string }): Promise<Response> }
}

/** Options of {@link durableStore}. */
export interface DurableStoreOptions {
  /** Number of objects among which keys are distributed, up to 1,000. 16 by default. Another number is another store. */
  shards?: number
}

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
  const range = { min: 1, max: 1_000, whole: true } as const
  const shards = numberOption('shards', options.shards, 16, range, invalid)

  const callShard = async <T>(shard: number, call: StoreCall): Promise<T> => {
    const id = namespace.idFromName(`fukidashi-${shards}-${shard}`)
    const object = namespace.get(id as never)
    const init = { method: 'POST', body: JSON.stringify(call) }
    const response = await object.fetch('https://store/', init)
    const answer = (await response.json()) as StoreAnswer
    if ('value' in answer || !('error' in answer)) return (answer as { value?: unknown }).value as T
    if (answer.code === undefined) throw new Error(answer.error)
    throw new StoreError(answer.code as StoreErrorCode, answer.error)
  }
  const call = async <T>(operation: StoreCall['operation'], key: string, ...values: unknown[]) => {
    checkText('key', key)
    return callShard<T>(shardOf(key, shards), { operation, values: [key, ...values] })
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
      const each = Array.from({ length: shards }, (_, shard) =>
        callShard<number>(shard, { operation: 'forget', values: [userId] }),
      )
      return (await Promise.all(each)).reduce((sum, deleted) => sum + deleted, 0)
    },
  })
}

/** FNV-1a: keys that differ in few letters are far apart. */
function shardOf(key: string, shards: number): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  return (hash >>> 0) % shards
}
