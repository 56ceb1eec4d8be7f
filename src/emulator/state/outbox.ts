/** How events reach the bot, as far as the state and the people need to know. */
import type { TestWebhookEndpointResponse } from '../../spec/api/index.js'
import type { WebhookEvent } from '../../spec/webhook/index.js'
import type { WebhookRecord } from '../journal.js'

/** A webhook that was sent. */
export interface Sent {
  record: WebhookRecord
  /** Resolves when the result is known: the bot has answered, or its time is over. Never rejects. */
  ended: Promise<void>
  /** Resolves when the bot has finished all its work, or its time is over. Never rejects. */
  settled: Promise<void>
}

/** Sends events to the bot. */
export interface Outbox {
  /** Whether there is a bot, whatever address is set. */
  readonly hasBot: boolean
  /** Why no event reaches a bot, if none does. */
  readonly silence: string | undefined
  /**
   * Sends events in one webhook. `undefined` if there is no event, or no bot.
   *
   * @param quiet - milliseconds without an API call after which the bot is considered finished
   */
  send(events: WebhookEvent[], quiet?: number): Promise<Sent | undefined>
  /** Sends events without waiting for the bot. */
  announce(events: WebhookEvent[]): void
  /**
   * Sends an event again, marked as a redelivery.
   * @throws {EmulatorError} `event_not_found`
   */
  redeliver(webhookEventId: string): Promise<Sent | undefined>
  /** Does what the "Verify" button of LINE's console does. */
  test(endpoint?: string, events?: WebhookEvent[]): Promise<TestWebhookEndpointResponse>
  /** Requests a page or picture of the bot's server. `undefined` if it can have none. */
  get(url: string, init?: RequestInit): Promise<Response | undefined>
  /** How many webhooks are being sent or handled. */
  readonly running: number
  /** Resolves when all webhooks so far are signed. Signing takes real time. */
  signed(): Promise<void>
  /** Resolves when no webhook is pending. */
  settled(): Promise<void>
}
