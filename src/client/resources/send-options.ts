import type { RenderScope } from '../../common/render-scope.js'
import type { RenderOptions } from '../../render/index.js'
import type * as api from '../../spec/api/index.js'
import type { Filter, Limit, Recipient } from '../../spec/index.js'
import type { SentRequest } from '../errors/batch-error.js'
import type { CallOptions } from '../options.js'

/** Rendering options of one call. Each overrides the client's. */
export interface RenderingOptions extends RenderScope {
  /** Passed to every component as its second argument. */
  context?: RenderOptions['context']
  /** Checks messages before they are sent. `true` by default. */
  validate?: boolean | undefined
  /** Called with each warning. */
  onWarning?: RenderOptions['onWarning']
}

/** Options of every send. */
export interface SendOptions extends CallOptions, RenderingOptions {
  /** Sends without a push notification. `false` by default. */
  notificationDisabled?: boolean | undefined
}

/** Options of `reply`. */
export interface ReplyOptions extends SendOptions {
  /** Kind of chat that the event came from: mentions are permitted in groups and rooms only. A reply token does not show it. */
  to?: 'user' | 'group' | 'room' | undefined
}

/** Options of sends that have a retry key: LINE sends once, however many attempts there are. */
export interface KeyedSendOptions extends SendOptions {
  /** Retry key (a UUID) of an earlier send that failed, to continue it. A new one by default. */
  retryKey?: string | undefined
  /** Permits more than {@limit MessageList_maxItems} messages: they are sent as several requests, in order. `false` by default. */
  split?: boolean | undefined
}

/** Options of `push` and `multicast`. */
export interface UnitSendOptions extends KeyedSendOptions {
  /** Name of the unit under which LINE aggregates statistics; at most one. */
  customAggregationUnits?: string[] | undefined
}

/** Options of `narrowcast`. */
export interface NarrowcastOptions extends KeyedSendOptions {
  /** Audiences and operators that select recipients. All friends by default. */
  recipient?: Recipient | undefined
  /** Demographic filter. */
  filter?: Filter | undefined
  /** Limit on the number of recipients. */
  limit?: Limit | undefined
}

/** Result of a send. */
export interface Sent {
  /** Ids and quote tokens of all messages in order. Multicast, narrowcast and broadcast have none. */
  sentMessages: api.SentMessage[]
  /** `x-line-request-id` of the last request. */
  requestId: string
  /** One entry for each request. */
  requests: SentRequest[]
}

/** Names of the sends. */
export type SendKind = 'reply' | 'push' | 'multicast' | 'narrowcast' | 'broadcast'
