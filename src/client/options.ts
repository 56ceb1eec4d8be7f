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
   * A token, a token source such as `statelessToken({ channelId, channelSecret })`, or a function. If it is absent, the environment
   * variable `LINE_CHANNEL_ACCESS_TOKEN` is used. If it is `undefined`, or both are missing, the first call that needs a token fails.
   * @throws {LineArgumentError} `token_missing` at the first call, `option_invalid` for an empty text
   */
  channelAccessToken?: ChannelAccessToken | undefined
  /**
   * Base URL to use instead of LINE's: `'http://127.0.0.1:4000'` for all three hosts, or `{ api, data, manager }`. Its path is
   * kept. If it is absent, `LINE_API_BASE_URL` is used, which may name a host of this machine or network only.
   * @throws {LineArgumentError} `option_invalid`, at the first call if it is `undefined`
   */
  baseUrl?: BaseUrl | undefined
  /** Function that sends requests. `node:http` on Node and the runtime's `fetch` elsewhere by default. */
  fetch?: Fetch | undefined
  /** An `http.Agent` or `https.Agent`, on Node only: for proxies, certificates of your own, or a limit on connections. */
  agent?: object | undefined
  /**
   * Milliseconds for one attempt. 10,000 by default, more for operations that LINE documents as slow. `Infinity` for no limit.
   * @throws {LineArgumentError} `option_invalid` unless it is a number above 0
   */
  timeout?: number | undefined
  /** Number and timing of retries. `false` turns retries off. */
  retry?: RetryOptions | false | undefined
  /** Extra headers for every request. */
  headers?: Record<string, string> | undefined
  /** Passed to every component as its second argument. */
  context?: RenderOptions['context']
  /**
   * Environment of the platform, such as `env` on Workers: for secrets of signed postback data that are functions. The variables of the
   * process by default.
   */
  env?: unknown
  /** Checks messages before they are sent. `true` by default. */
  validate?: boolean | undefined
  /** Called with each warning: LINE accepts the message, but may show it differently. */
  onWarning?: RenderOptions['onWarning']
  /** Called before each attempt, for logs and metrics. */
  onRequest?: ((request: RequestInfo) => void) | undefined
  /** Called after each attempt. */
  onResponse?: ((response: ResponseInfo) => void) | undefined
  /** Source of time; replace it in tests. */
  clock?: Clock | undefined
  /** Random source; replace it in tests. */
  random?: Random | undefined
}

/** Options of one call. They override the client's. */
export interface CallOptions {
  /** Aborts the call, also while it waits between attempts. */
  signal?: AbortSignal | undefined
  /** Milliseconds for one attempt; for uploads and content, milliseconds without a byte. `Infinity` for no limit. */
  timeout?: number | undefined
  /** Number and timing of retries. `false` turns retries off. */
  retry?: RetryOptions | false | undefined
  /** Extra headers for this call. */
  headers?: Record<string, string> | undefined
  /** Called before each attempt, after the client's `onRequest`. */
  onRequest?: ((request: RequestInfo) => void) | undefined
  /** Called after each attempt, after the client's `onResponse`. */
  onResponse?: ((response: ResponseInfo) => void) | undefined
}

/** An attempt that is about to begin. Contains neither the token nor the body. */
export interface RequestInfo {
  /** LINE's name of the operation, such as `pushMessage`. */
  operationId: string
  method: string
  /** Path without query. */
  path: string
  /** Number of the attempt, from 1. */
  attempt: number
  retryKey: string | undefined
}

/** An attempt that ended. */
export interface ResponseInfo extends RequestInfo {
  /** HTTP status; `undefined` without a response. */
  status: number | undefined
  /** `x-line-request-id`. */
  requestId: string | undefined
  /** Duration of the attempt in milliseconds, until the end of the response or the start of the stream. */
  ms: number
  /** LINE processed the request, as far as this attempt shows: `no`, `maybe` or `yes`. */
  accepted: Accepted
  /** Milliseconds until the next attempt; `undefined` if there is none. */
  retryIn: number | undefined
}
