/** Events that come from a queue. */
import type { CallHooks } from '../../client/hooks.js'
import type { BotClient } from '../event/bot-client.js'
import type { Leases } from '../../store/leases.js'

/** What a queue knows of an event that it has claimed. */
export interface Queued {
  /** Id of the event in the queue. */
  readonly id: string
  /** Number of this run, from 1. */
  readonly attempt: number
  /** The claim of the queue, instead of one in the store of the bot. */
  readonly leases: Leases
  /** When LINE delivered it, as a date. */
  readonly receivedAt: number
  /** The reply token has expired, and no run has used it: a reply that may be late is pushed at once. */
  readonly isTokenOver: () => boolean
  /** Functions to call around the calls of the client. */
  readonly hooks: (client: BotClient) => CallHooks
}
