/** What observes a bot: telemetry, health checks. Most bots have none, so an observer replaces methods where it needs them. */
import type { CallHooks } from '../../client/hooks.js'
import type { SetupWarningCode } from '../base/warnings.js'
import type { BotClient } from '../event/bot-client.js'
import type { WebhookResponse } from '../wire/http.js'
import type { Platform, WebhookReceiver } from '../wire/receiver.js'
import type { Outcome } from './job.js'
import type { Queued } from './queued.js'

/** The part of a bot or queue that takes requests, as observers see it. */
export interface ObservedReceiver extends WebhookReceiver {
  readonly settings: WebhookReceiver['settings'] & {
    /** The store, or a function of `env`. */
    readonly store: unknown
    readonly whenStoreIsAway: 'handle' | 'refuse'
  }
  /** Takes the events of a webhook that LINE has signed. */
  deliver(
    channel: never,
    webhook: { readonly events: readonly unknown[]; readonly destination: string },
    platform: Platform,
  ): WebhookResponse | Promise<WebhookResponse>
}

/** The argument of a handler, as observers see it. */
export interface ObservedContext {
  readonly event: { readonly type: string }
}

/** The events of one webhook, or one event of a queue, as observers see them. */
export interface ObservedDelivery {
  readonly destination: string
  readonly clock: { now(): number }
  readonly queued: Queued | undefined
  /** Functions around the calls of the client. */
  hooks: ((client: BotClient) => CallHooks) | undefined
  /** Runs middleware and handlers of an event. */
  run(ctx: ObservedContext): unknown
  /** Called at the end of each event. */
  ended(event: unknown, outcome: Outcome, error: unknown, at?: number): void
  /** Called with each error of a handler. */
  complain(error: unknown, ctx: ObservedContext): boolean | Promise<boolean>
}

/**
 * Observes a bot, such as `telemetry()` of `fukidashi/telemetry` and `healthCheck()` of `fukidashi/health`. Each method is called before
 * its argument does anything, and may replace methods of it.
 */
export interface Observer {
  /** @internal */
  observeReceiver(receiver: ObservedReceiver): void
  /** @internal */
  observeDelivery(delivery: ObservedDelivery): void
  /**
   * Called with each warning about the set-up, also repeated ones.
   * @internal
   */
  warned(code: SetupWarningCode): void
}
