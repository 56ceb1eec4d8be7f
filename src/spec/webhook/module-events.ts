import type { EventCommon } from './common.js'
import type { Source } from './source.js'

/**
 * A module channel was attached to an account or detached from it.
 * @see https://developers.line.biz/en/reference/partner-docs/#module-channel-specific-webhook-events
 */
export interface ModuleEvent extends EventCommon {
  type: 'module'
  mode: 'active'
  source?: undefined
  module: ModuleContent
}

/** @discriminator type */
export type ModuleContent = AttachedModuleContent | DetachedModuleContent

/** @see https://developers.line.biz/en/reference/partner-docs/#attached-event */
export interface AttachedModuleContent {
  type: 'attached'
  /** User id of the account's bot. */
  botId: string
  /** Scopes that the administrator of the account allowed. */
  scopes: string[]
}

/** @see https://developers.line.biz/en/reference/partner-docs/#detached-event */
export interface DetachedModuleContent {
  type: 'detached'
  /** User id of the account's bot. */
  botId: string
  /** Reason of the detachment. Absent in LINE's own example. */
  reason?: 'bot_deleted'
}

/**
 * The module channel acquired control of a chat.
 * @see https://developers.line.biz/en/reference/partner-docs/#activated-event
 */
export interface ActivatedEvent extends EventCommon {
  type: 'activated'
  mode: 'active'
  source: Source
  chatControl: ChatControl
}

/** Control of a chat by a channel. */
export interface ChatControl {
  /** End of the control, in milliseconds since 1970. No event is sent at that time. */
  expireAt: number
}

/**
 * The module channel lost control of a chat to another channel.
 * @see https://developers.line.biz/en/reference/partner-docs/#deactivated-event
 */
export interface DeactivatedEvent extends EventCommon {
  type: 'deactivated'
  mode: 'active'
  source: Source
}

/**
 * The account was suspended. Only module channels receive this event.
 * @see https://developers.line.biz/en/reference/partner-docs/#botsuspend-event
 */
export interface BotSuspendedEvent extends EventCommon {
  type: 'botSuspended'
  mode: 'active'
  source?: undefined
}

/**
 * The account is no longer suspended. Only module channels receive this event.
 * @see https://developers.line.biz/en/reference/partner-docs/#botresumed-event
 */
export interface BotResumedEvent extends EventCommon {
  type: 'botResumed'
  mode: 'active'
  source?: undefined
}
