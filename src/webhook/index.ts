/** `fukidashi/webhook`: what LINE sends, and bots that answer it. Runs on Node, Deno, Bun and Workers. */

// A bot
export { createBot, type Bot, type HandleOptions } from './bot.js'
export type { BotOptions, ChannelOptions, FromEnv, Wiring } from './bot-options.js'

// What handlers get
export type {
  BotContext,
  BotState,
  CannotReply,
  PushPolicy,
  Reply,
  ReplyOptions,
  ReplyResult,
} from './bot-context.js'
export type {
  ContextOf,
  DefaultHandler,
  ErrorHandler,
  Handler,
  Middleware,
  Next,
  UnknownDetails,
  UnknownHandler,
} from './handler.js'
export type { EventFilter, EventOf, Filter, Place, TextFilter } from './filter.js'
export type { EventReport } from './delivery.js'
export { type TextPart, textParts } from './text-parts.js'

// Servers
export {
  toNodeListener,
  type NodeListener,
  type NodeRequest,
  type NodeResponse,
} from './node-listener.js'
export { toLambda, type LambdaEvent, type LambdaHandler, type LambdaResult } from './lambda.js'
export type { Platform } from './receive.js'
export type { ByteStream, WebhookRequest, WebhookResponse } from './http.js'

// Without a bot
export { verifySignature, type Bytes } from './verify-signature.js'
export { parseWebhook, unsafeParseWebhook } from './parse-webhook.js'
export type { ChannelSecrets } from './secrets.js'

// Duplicates and time
export type { DedupeOptions, DedupeStore } from './dedupe.js'
export type { Clock } from '../common/clock.js'

// The client, as far as a bot uses it
export type { BotClient, Profile } from './bot-client.js'
export type { BotToken, ClientWiring } from './make-client.js'

// Errors
export { WebhookError, type WebhookErrorCode } from './errors.js'

// Events
export type * from '../spec/webhook/index.js'
