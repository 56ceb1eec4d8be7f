/** `fukidashi/client`: a client of LINE's API. */
export { LineClient } from './line-client.js'
export type { CallOptions, LineClientOptions, RequestInfo, ResponseInfo } from './options.js'

// Tokens
export {
  type ChannelCredentials,
  channelTokenV21,
  shortLivedToken,
  statelessToken,
} from './token/sources.js'
export type { ChannelAccessToken, IssuedToken, TokenContext, TokenSource } from './token/token.js'
export type { Assertion, JsonWebKeyLike, SigningKey } from './token/jwt.js'

// Errors
export { FukidashiError } from '../common/error.js'
export {
  type Accepted,
  LineApiError,
  type LineApiErrorFields,
  type LineErrorDetail,
} from './errors/api-error.js'
export type { LineApiErrorCode } from './errors/code.js'
export { LineConnectionError, type LineConnectionErrorCode } from './errors/connection-error.js'
export { type BatchResult, LineBatchError, type SentRequest } from './errors/batch-error.js'
export { LineArgumentError, type LineArgumentErrorCode } from './errors/argument-error.js'

// Resources: `line.messages`, `line.users` …
export type { Audiences } from './resources/audiences.js'
export type { Bot } from './resources/bot.js'
export type { Chats } from './resources/chats.js'
export type { Contents } from './resources/contents.js'
export type { Coupons } from './resources/coupons.js'
export type { Groups } from './resources/groups.js'
export type { Insight } from './resources/insight.js'
export type { Liff } from './resources/liff.js'
export type { Memberships } from './resources/memberships.js'
export type { Messages } from './resources/messages.js'
export type { Modules } from './resources/modules.js'
export type { Notifications } from './resources/notifications.js'
export type { RichMenuAliases } from './resources/rich-menu-aliases.js'
export type { RichMenus } from './resources/rich-menus.js'
export type { Rooms } from './resources/rooms.js'
export type { Shop } from './resources/shop.js'
export type { Tokens } from './resources/tokens.js'
export type { Users } from './resources/users.js'
export type { AnswerOf, InputOf } from '../endpoints/index.js'

// Options and results of sends
export type { MessageChildren, Renderable } from '../render/index.js'
export type { Problem, ProblemCode, Severity, Unit } from '../validation/index.js'
export type { Context, Into } from '../jsx-runtime/types.js'
export type { Element, JsxElement } from '../jsx-runtime/element.js'
export type {
  KeyedSendOptions,
  NarrowcastOptions,
  RenderingOptions,
  ReplyOptions,
  SendKind,
  SendOptions,
  Sent,
  UnitSendOptions,
} from './resources/send-options.js'
export type { Content } from './content/content.js'
export { safeFileName } from './content/file-name.js'
export type { ContentMessage } from './resources/contents.js'
export type { ImageSource } from './image/rich-menu-image.js'
export type { RichMenuInput } from './resources/rich-menus.js'
export type {
  ContentOptions,
  DeliveryTagOption,
  ImageOptions,
  ResumeOptions,
} from './resources/operation-options.js'
export { type ListQuery, type Page, Paged } from './pages.js'

// Checking requests that are not messages
export { assertValidRequest, validateRequest, type ValidateRequestOptions } from './requests.js'
export type { RequestKind } from '../validation/requests/index.js'

// Time, randomness and transport
export type { BaseUrl } from './request/base-url.js'
export type { RetryOptions } from './retry.js'
export { type Clock, systemClock } from '../common/clock.js'
export type { Random } from '../common/random.js'
export type { Fetch } from './transport/index.js'

// Warnings about messages
export type { Warning } from '../validation/index.js'

// LINE's requests and answers, as types
export type * as api from '../spec/api/index.js'
export type * as spec from '../spec/index.js'

// Functions around calls, which bots pass
export type { AroundCall, Call, CallHooks, KeyedCallOptions } from './hooks.js'
