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
  /** LINE's own example is without it. */
  reason?: 'bot_deleted'
}

/**
 * The module channel got control of a chat.
 * @see https://developers.line.biz/en/reference/partner-docs/#activated-event
 */
export interface ActivatedEvent extends EventCommon {
  type: 'activated'
  mode: 'active'
  source: Source
  chatControl: ChatControl
}

/** For how long the channel has control. */
export interface ChatControl {
  /** In milliseconds since 1970. Nothing is sent when it lapses. */
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
 * The account was suspended. To module channels only.
 * @see https://developers.line.biz/en/reference/partner-docs/#botsuspend-event
 */
export interface BotSuspendedEvent extends EventCommon {
  type: 'botSuspended'
  mode: 'active'
  source?: undefined
}

/**
 * The account is no longer suspended. To module channels only.
 * @see https://developers.line.biz/en/reference/partner-docs/#botresumed-event
 */
export interface BotResumedEvent extends EventCommon {
  type: 'botResumed'
  mode: 'active'
  source?: undefined
}
