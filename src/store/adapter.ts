/** What a bot needs of a store that several processes share. Redis, PostgreSQL, Cloudflare and memory implement it. */

/**
 * Answer to a claim: `'mine'`, the caller holds the lease; `'busy'`, another owner holds it; `'done'`, the work was done and must not be
 * done again.
 */
export type Claim = 'mine' | 'busy' | 'done'

/** A value in a store. */
export interface StoredValue {
  /** As it was set, by way of JSON. */
  value: unknown
  /** Changes with each `set`. For compare-and-set. */
  version: string
}

/** Options of {@link StoreAdapter.set}. */
export interface SetOptions {
  /** Milliseconds that the value is kept. */
  ttl: number
  /**
   * Sets only if the stored value has this version; `null`: only if there is no value. Without it, any value is replaced.
   */
  version?: string | null | undefined
  /** The user that the value is about: {@link StoreAdapter.forget} deletes it. */
  userId?: string | undefined
}

/** Options of {@link StoreAdapter.delete}. */
export interface DeleteOptions {
  /** Deletes only the value of this version. */
  version?: string | undefined
}

/**
 * A store that several processes share. Leases and times to live are counted by the clock of the store, not by that of a process. All
 * keys of one bot are in one store; keys of claims and of values are separate.
 *
 * `storeContract` tests an implementation.
 */
export interface StoreAdapter {
  /**
   * Takes the lease of a key, if no other owner holds it. The same owner may claim again: it gets the lease anew.
   *
   * @param key - what is claimed, such as the id of an event
   * @param owner - new for each attempt, so that a late attempt is not taken for the current one
   * @param leaseMs - milliseconds after which another owner may take the key
   */
  claim(key: string, owner: string, leaseMs: number): Promise<Claim>
  /** Prolongs a lease, counted from now. `false` if the owner does not hold it any more. */
  renew(key: string, owner: string, leaseMs: number): Promise<boolean>
  /**
   * Notes that the work is done, and ends the lease. `false` if another owner has the key; nothing is changed then.
   *
   * @param ttlMs - milliseconds for which claims are answered with `'done'`
   */
  done(key: string, owner: string, ttlMs: number): Promise<boolean>
  /** Ends a lease, so that the next claim gets the key. `false` if the owner does not hold it. */
  release(key: string, owner: string): Promise<boolean>
  /** The value of a key; `undefined` if there is none, or its time is over. */
  get(key: string): Promise<StoredValue | undefined>
  /** Sets a value. Resolves with its version; with `undefined` if the stored version is another one (see `options.version`). */
  set(key: string, value: unknown, options: SetOptions): Promise<string | undefined>
  /** Deletes a value. `false` if there was none, or it has another version. */
  delete(key: string, options?: DeleteOptions): Promise<boolean>
  /** Deletes all values about a user. Resolves with their number. */
  forget(userId: string): Promise<number>
}
