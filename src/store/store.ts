/** Stores, as bots take them. */
import type { StoreAdapter } from './adapter.js'
import type { LeaseOptions, Leases } from './leases.js'

/** Carries what a bot needs of a store, so that a bot without one loads none of it. */
export const LEASES: unique symbol = Symbol.for('fukidashi.leases')

/** A store that several processes of a bot share. */
export interface Store extends StoreAdapter {
  /** @internal */
  readonly [LEASES]: (options: LeaseOptions) => Leases
}
