/** The part of a bot that takes requests, as adapters use it. */
import type { Warn } from '../base/warnings.js'
import type { BodyLimits } from './read-body.js'
import type { WebhookRequest, WebhookResponse } from './http.js'

/** Values that the platform passes with a request. */
export interface Platform {
  /** Passed to secrets and tokens that are functions. */
  env?: unknown
  /** Keeps the process alive for work that goes on after the response. */
  waitUntil?: ((work: Promise<unknown>) => void) | undefined
}

/** Handles requests for a bot. Adapters that read bodies themselves call `refuse` before and `accept` after. */
export interface WebhookReceiver {
  readonly settings: BodyLimits & {
    readonly ack: 'after' | 'before'
    /** Passes a warning to the bot's author, each code once. */
    readonly warn: Warn
  }
  /**
   * Throws if a secret is missing or a token was passed as `undefined`.
   * @throws {WebhookError} `secret_missing`, `token_missing`
   */
  check(): void
  /** Handles a whole request. Never throws: errors become responses. */
  receive(request: WebhookRequest, platform: Platform): Promise<WebhookResponse>
  /** The response to a request that can be refused without reading its body. */
  refuse(
    method: string,
    signature: string | null | undefined,
    contentLength: string | null | undefined,
  ): WebhookResponse | undefined
  /** Verifies, parses and handles a body. Synchronous if the platform's HMAC and all handlers are. */
  accept(
    bytes: Uint8Array,
    signature: unknown,
    platform: Platform,
  ): WebhookResponse | Promise<WebhookResponse>
  /** The response to a request that cannot be handled. */
  explain(error: unknown): WebhookResponse
}

/** A bot of `createBot`, as far as adapters need it. */
export interface ReceivingBot {
  /** @internal */
  readonly receiver: WebhookReceiver
}
