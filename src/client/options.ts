import type { Clock } from '../common/clock.js'
import type { Random } from '../common/random.js'
import type { RenderOptions } from '../render/index.js'
import type { BaseUrl } from './request/base-url.js'
import type { RetryOptions } from './retry.js'
import type { ChannelAccessToken } from './token/token.js'
import type { Fetch } from './transport/index.js'
import type { Accepted } from './errors/api-error.js'

/** Options of a `LineClient`. */
export interface LineClientOptions {
  /**
   * A token, a source such as `statelessToken({ channelId, channelSecret })`, or a function. Without it only operations that
   * need none can be called.
   */
  channelAccessToken?: ChannelAccessToken
  /**
   * Another place than LINE: `'http://127.0.0.1:4000'` for all three hosts, or `{ api, data, manager }`. A path in it is kept.
   */
  baseUrl?: BaseUrl | undefined
  /** Sends instead of the runtime's own way. */
  fetch?: Fetch | undefined
  /** An `http.Agent` or `https.Agent` for Node: a proxy, own certificates, a limit of connections. */
  agent?: object | undefined
  /**
   * Milliseconds for one attempt, 10,000 by default; operations that LINE says are slow have more. `Infinity` for no limit.
   * @throws {LineArgumentError} `option_invalid` for what is not a number above 0
   */
  timeout?: number | undefined
  /** How often and how long calls are repeated; `false` for once. */
  retry?: RetryOptions | false | undefined
  /** Go with every request: a module channel's header, a proxy's. */
  headers?: Record<string, string> | undefined
  /** Second argument of every component that is rendered. */
  context?: RenderOptions['context']
  /** Whether messages are checked before they are sent. True by default. */
  validate?: boolean | undefined
  /** Is told what LINE takes but shows differently. */
  onWarning?: RenderOptions['onWarning']
  /** Before each attempt: for logs and metrics. */
  onRequest?: ((request: RequestInfo) => void) | undefined
  /** After each attempt. */
  onResponse?: ((response: ResponseInfo) => void) | undefined
  /** The only source of time. */
  clock?: Clock | undefined
  /** The only source of chance. */
  random?: Random | undefined
}

/** Options of one call; they win over the client's. */
export interface CallOptions {
  /** Ends the call, and its waits. */
  signal?: AbortSignal | undefined
  /** Milliseconds for one attempt; for uploads and content, milliseconds without a byte. `Infinity` for no limit. */
  timeout?: number | undefined
  retry?: RetryOptions | false | undefined
  headers?: Record<string, string> | undefined
  /** Beside the client's. */
  onRequest?: ((request: RequestInfo) => void) | undefined
  /** Beside the client's. */
  onResponse?: ((response: ResponseInfo) => void) | undefined
}

/** An attempt that begins. Holds neither token nor body. */
export interface RequestInfo {
  /** LINE's name of the operation, such as `pushMessage`. */
  operationId: string
  method: string
  /** Path without query. */
  path: string
  /** From 1. */
  attempt: number
  retryKey: string | undefined
}

/** An attempt that ended. */
export interface ResponseInfo extends RequestInfo {
  /** Absent when there was no answer. */
  status: number | undefined
  /** `x-line-request-id`. */
  requestId: string | undefined
  /** Milliseconds that this attempt took, until the answer's end or the stream's beginning. */
  ms: number
  /** Whether LINE did what was asked, as far as this attempt tells. */
  accepted: Accepted
  /** Milliseconds until the next attempt; absent when there is none. */
  retryIn: number | undefined
}
