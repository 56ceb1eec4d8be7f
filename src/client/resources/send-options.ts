import type { RenderOptions } from '../../render/index.js'
import type * as api from '../../spec/api/index.js'
import type { Filter, Limit, Recipient } from '../../spec/index.js'
import type { SentRequest } from '../errors/batch-error.js'
import type { CallOptions } from '../options.js'

/** How messages are rendered for one call. */
export interface RenderingOptions {
  /** Instead of the client's. */
  context?: RenderOptions['context']
  /** Instead of the client's. */
  validate?: boolean | undefined
  /** Instead of the client's. */
  onWarning?: RenderOptions['onWarning']
}

/** Options of every send. */
export interface SendOptions extends CallOptions, RenderingOptions {
  /** Whether phones stay silent. */
  notificationDisabled?: boolean | undefined
}

/** Options of `reply`. */
export interface ReplyOptions extends SendOptions {
  /** Where the event came from, which decides about mentions. A reply token alone does not tell. */
  to?: 'user' | 'group' | 'room' | undefined
}

/** Options of sends that LINE counts once however often they are tried. */
export interface KeyedSendOptions extends SendOptions {
  /** UUID of an earlier, failed send of the same, to go on with it. Fresh by default. */
  retryKey?: string | undefined
  /** Sends more than five messages as several requests, in order. */
  split?: boolean | undefined
}

/** Options of `push` and `multicast`. */
export interface UnitSendOptions extends KeyedSendOptions {
  /** At most one name under which LINE keeps statistics. */
  customAggregationUnits?: string[] | undefined
}

/** Options of `narrowcast`. */
export interface NarrowcastOptions extends KeyedSendOptions {
  recipient?: Recipient | undefined
  filter?: Filter | undefined
  limit?: Limit | undefined
}

/** What LINE took. */
export interface Sent {
  /** Ids and quote tokens of all messages in order. Multicast, narrowcast and broadcast have none. */
  sentMessages: api.SentMessage[]
  /** `x-line-request-id`, of the last request when there were several. */
  requestId: string
  /** One entry for each request that was needed. */
  requests: SentRequest[]
}

/** Names of the sends. */
export type SendKind = 'reply' | 'push' | 'multicast' | 'narrowcast' | 'broadcast'
