/** `fukidashi/webhook`: events from LINE, and bots that answer them. Runs on Node, Deno, Bun and Workers. */

// A bot
export { createBot, type Bot } from './bot/bot.js'
export type {
  BotOptions,
  ChannelOptions,
  FromEnv,
  HandleOptions,
  Wiring,
} from './bot/bot-options.js'

// Handlers and their context
export type {
  BotContext,
  BotState,
  CannotReply,
  ContextRichMenu,
  PushPolicy,
  Reply,
  ReplyOptions,
  ReplyResult,
  ShowMenuOptions,
} from './event/bot-context.js'
export type {
  ContextOf,
  DefaultHandler,
  ErrorHandler,
  Handler,
  Middleware,
  Next,
  UnknownDetails,
  UnknownHandler,
} from './routing/handler.js'
export { anyOf } from './routing/any-of.js'
export type {
  AlternativeFilter,
  AnyOf,
  EventFilter,
  EventOf,
  Filter,
  Predicate,
  TextFilter,
} from './routing/filter.js'
export type { Place } from './event/event-places.js'
export type { EventReport } from './queue/delivery.js'
export { type TextPart, textParts } from './event/text-parts.js'

export type { PostbackRefusal, PostbackRefusalReason } from '../postback/index.js'

// Servers
export {
  toNodeListener,
  type NodeListener,
  type NodeRequest,
  type NodeResponse,
} from './adapters/node-listener.js'
export {
  toLambda,
  type LambdaEvent,
  type LambdaHandler,
  type LambdaResult,
} from './adapters/lambda.js'
export type { WebhookFetch } from './adapters/fetch.js'
export type { Platform, ReceivingBot, WebhookReceiver } from './wire/receiver.js'
export type { ByteStream, WebhookRequest, WebhookResponse } from './wire/http.js'
export type { BodyLimits } from './wire/read-body.js'

// Without a bot
export { verifySignature, type Bytes } from './wire/verify-signature.js'
export { parseWebhook, unsafeParseWebhook } from './wire/parse-webhook.js'
export type { ChannelSecrets } from './wire/secrets.js'

// Duplicates and time
export type { DedupeOptions, DedupeStore } from './queue/dedupe.js'
export type { Clock } from '../common/clock.js'
export type {
  Claim,
  DeleteOptions,
  SetOptions,
  Store,
  StoreAdapter,
  StoredValue,
} from '../store/index.js'
export type { Outcome } from './queue/job.js'
export type { Observer } from './queue/observer.js'

// The client, messages and postbacks, as far as a bot uses them
export type { MessageChildren, Renderable } from '../render/index.js'
export type { Context, Into } from '../jsx-runtime/types.js'
export type { PostbackRead, PostbackReader } from '../postback/index.js'
export type { Problem, ProblemCode, Severity, Unit } from '../validation/index.js'
export type { BotClient, Profile } from './event/bot-client.js'
export type { BotToken, ClientWiring } from './bot/make-client.js'

// Errors
export { FukidashiError } from '../common/error.js'
export { WebhookError, type WebhookErrorCode } from './base/errors.js'

// Warnings
export type { BotWarning, OnFailure, SetupWarningCode, Warn } from './base/warnings.js'
export type { Warning } from '../validation/index.js'

// Events
export type * from '../spec/webhook/index.js'

// What queues, sessions, looked-up channels and observers pass to a bot
export type { AroundCall, Call, CallHooks, KeyedCallOptions } from '../client/hooks.js'
export type { SessionEvent, SessionSource } from '../session/session-source.js'
export type { Lease, Leases, Taken } from '../store/leases.js'
export type { RecentIds } from '../store/recent-ids.js'
export type { ChannelSource } from './bot/channel-source.js'
export type { ObservedContext, ObservedDelivery, ObservedReceiver } from './queue/observer.js'
export type { Queued } from './queue/queued.js'
