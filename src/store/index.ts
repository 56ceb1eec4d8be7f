/** What a bot shares between processes: `fukidashi/store`. Redis, PostgreSQL and Cloudflare are entries below it. */
export type { Claim, DeleteOptions, SetOptions, StoreAdapter, StoredValue } from './adapter.js'
export type { ContractTest } from '../common/contract-test.js'
export { storeContract, type ContractOptions } from './contract.js'
export type { Clock } from '../common/clock.js'
export { createStore } from './create-store.js'
export { StoreError, type StoreErrorCode } from './errors.js'
export { memoryStore, type MemoryStoreOptions } from './memory.js'
export {
  sharedToken,
  type IssueContext,
  type IssuingSource,
  type SharedTokenOptions,
} from './shared-token.js'
export type { Store } from './store.js'
