/** What a bot shares between processes: `fukidashi/store`. Redis and PostgreSQL are `fukidashi/store/redis` and `fukidashi/store/postgres`. */
export { storeContract, type ContractOptions, type ContractTest } from './contract.js'
export { StoreError, type StoreErrorCode } from './errors.js'
export { memoryStore, type MemoryStoreOptions } from './memory.js'
export type { Claim, DeleteOptions, SetOptions, Store, StoredValue } from './store.js'
