/** Stores on Cloudflare: `fukidashi/store/cloudflare`. */
export { d1Migration, d1Store, type D1Like } from './d1.js'
export { durableStore, type DurableStoreOptions } from './durable.js'
export { FukidashiStore, type DurableStateLike } from './durable-object.js'
export type { DurableNamespaceLike } from './shards.js'
export type { Claim, DeleteOptions, SetOptions, StoreAdapter, StoredValue } from '../adapter.js'
export { StoreError, type StoreErrorCode } from '../errors.js'
export type { Store } from '../store.js'
