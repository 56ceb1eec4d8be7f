/** Sends signed webhooks to the bot, with a time limit of two seconds, and redelivers them. */
import type { TestWebhookEndpointResponse } from '../../spec/api/index.js'
import type { WebhookBody, WebhookEvent } from '../../spec/webhook/index.js'
import type { WebhookRecord } from '../journal.js'
import type { Outbox, Sent } from '../state/outbox.js'
import type { World } from '../state/world.js'
import { EmulatorError } from '../errors.js'
import { runFor } from '../failures/scope.js'
import { refreshToken } from './events.js'
import { codeOf, failureOf } from './failures.js'
import { afterPatience, PATIENCE } from './patience.js'
import { untilQuiet } from './quiet.js'
import { sign } from './sign.js'
import { addressTarget, type SignedBody, type Target } from './target.js'

/** LINE does not publish its schedule. */
export const usualRedelivery: readonly number[] = [60_000, 300_000, 900_000]

/** How many bodies can be redelivered. */
const KEPT = 1_000

export class Webhooks implements Outbox {
  /** Delays of redeliveries in milliseconds; empty for none. */
  redelivery: readonly number[]
  readonly #world: World
  readonly #target: Target | undefined
  readonly #bodies = new Map<string, WebhookBody>()
  readonly #running = new Set<Promise<void>>()
  readonly #signing = new Set<Promise<unknown>>()
  readonly #encoder = new TextEncoder()

  constructor(world: World, target: Target | undefined, redelivery: readonly number[]) {
    this.#world = world
    this.#target = target
    this.redelivery = redelivery
  }

  /** Whether there is a bot, independent of the webhook URL. */
  get hasBot(): boolean {
    return this.#target !== undefined
  }

  /** Why no event is sent, if none is. */
  get silence(): string | undefined {
    if (this.#targetNow()) return undefined
    return this.#world.state.webhook.active
      ? 'No bot receives this: createEmulator got neither bot nor webhook, and no webhook URL was set later.'
      : 'No bot receives this: webhooks are turned off (webhook.active of the settings).'
  }

  #targetNow(): Target | undefined {
    const { endpoint, active } = this.#world.state.webhook
    if (!active) return undefined
    return this.#target ?? (endpoint === undefined ? undefined : addressTarget(endpoint))
  }

  /** Sends events in one webhook. */
  send(events: WebhookEvent[], quiet?: number): Promise<Sent | undefined> {
    const sending = this.#send(events, quiet)
    // From the start, so that `settled` waits for it.
    this.#track(sending.then((sent) => sent?.settled))
    return sending
  }

  /** Sends events without waiting for the bot. */
  announce(events: WebhookEvent[]): void {
    this.send(events).catch(reportFailure)
  }

  /** Errors are reported where the work itself is awaited. */
  #track(work: Promise<void>): void {
    const tracked = work.catch(() => undefined)
    this.#running.add(tracked)
    void tracked.then(() => this.#running.delete(tracked))
  }

  async #send(events: WebhookEvent[], quiet: number | undefined): Promise<Sent | undefined> {
    const target = this.#targetNow()
    if (!target || events.length === 0) return undefined
    const body = { destination: this.#world.state.account.userId, events }
    for (const { webhookEventId } of events) this.#bodies.set(webhookEventId, body)
    for (const id of this.#bodies.keys()) {
      if (this.#bodies.size <= KEPT) break
      this.#bodies.delete(id)
    }
    const sent = await this.#post(target, body, { quiet })
    if (this.redelivery.length > 0) this.#again(sent, body, 0).catch(reportFailure)
    return sent
  }

  /**
   * Sends an event again, marked as a redelivery.
   * @throws {EmulatorError} `event_not_found`
   */
  async redeliver(webhookEventId: string): Promise<Sent | undefined> {
    const body = this.#bodies.get(webhookEventId)
    if (!body)
      throw new EmulatorError('event_not_found', `No event ${webhookEventId} was sent recently.`)
    return this.#redeliver(body)
  }

  async get(url: string, init: RequestInit = {}): Promise<Response | undefined> {
    const { endpoint } = this.#world.state.webhook
    const target = this.#target ?? (endpoint === undefined ? undefined : addressTarget(endpoint))
    return target?.get?.(new URL(url), init)
  }

  get running(): number {
    return this.#running.size
  }

  async signed(): Promise<void> {
    while (this.#signing.size > 0) await Promise.allSettled(this.#signing)
  }

  /** Resolves when no webhook is pending. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running)
  }

  /** Does what the "Verify" button of LINE's console, and the operation for it, do. */
  async test(endpoint?: string, events: WebhookEvent[] = []): Promise<TestWebhookEndpointResponse> {
    const { account, webhook } = this.#world.state
    const address = endpoint ?? webhook.endpoint
    const target = this.#target ?? (address === undefined ? undefined : addressTarget(address))
    if (!target)
      throw new EmulatorError(
        'bot_missing',
        'There is no bot to verify. Pass bot or webhook to createEmulator, or set a webhook URL.',
      )
    const timestamp = new Date(this.#world.now).toISOString()
    const { ended, settled, record } = await this.#post(
      target,
      { destination: account.userId, events },
      { quiet: 0 },
    )
    await ended
    const { status = 0, reason = 'UNCLASSIFIED', detail = '' } = record
    // A bot that has not answered in time may never do so.
    if (reason !== 'REQUEST_TIMEOUT') await settled
    const where = reason === 'COULD_NOT_CONNECT' ? `: ${target.name}` : ''
    return {
      success: reason === 'OK',
      timestamp,
      statusCode: status,
      reason,
      detail: detail + where,
    }
  }

  async #redeliver(body: WebhookBody): Promise<Sent | undefined> {
    const target = this.#targetNow()
    if (!target) return undefined
    const events = body.events.map((event) => {
      refreshToken(this.#world, event)
      return { ...event, deliveryContext: { isRedelivery: true } }
    })
    return this.#post(target, { ...body, events }, { redelivery: true })
  }

  /** Redelivers until the bot has answered or the schedule ends. */
  async #again({ ended, record }: Sent, body: WebhookBody, attempt: number): Promise<void> {
    await ended
    const wait = this.redelivery[attempt]
    if (record.reason === 'OK' || wait === undefined) return
    this.#world.agenda.in(wait, () => {
      this.#redeliver(body)
        .then((sent) => sent && this.#again(sent, body, attempt + 1))
        .catch(reportFailure)
    })
  }

  async #post(
    target: Target,
    content: WebhookBody,
    { redelivery = false, quiet }: { redelivery?: boolean; quiet?: number | undefined },
  ): Promise<Sent> {
    if (target.ready) await target.ready()
    const { journal, state, now } = this.#world
    const text = JSON.stringify(content)
    const body = this.#encoder.encode(text)
    const signature = await this.#sign(state.account.channelSecret, body)
    const record: WebhookRecord = {
      type: 'webhook',
      number: journal.next(),
      at: now,
      to: target.name,
      body: text,
      signature,
      redelivery,
    }
    journal.keep(record)
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'LineBotWebhook/2.0',
      'x-line-signature': signature,
    }
    let over: () => void
    const ended = new Promise<void>((resolve) => (over = resolve))
    const settled = this.#carry(target, { body, headers }, record, { ended: over!, quiet })
    this.#track(settled)
    return { record, ended, settled }
  }

  async #sign(secret: string, body: Uint8Array<ArrayBuffer>): Promise<string> {
    const signing = sign(secret, body)
    this.#signing.add(signing)
    try {
      return await signing
    } finally {
      this.#signing.delete(signing)
    }
  }

  #carry(
    target: Target,
    signed: Omit<SignedBody, 'signal'>,
    record: WebhookRecord,
    { ended, quiet }: { ended: () => void; quiet: number | undefined },
  ): Promise<void> {
    const { clock, journal, rules, failures } = this.#world
    const start = clock.monotonic()
    const end = (
      fields: Pick<WebhookRecord, 'reason' | 'detail'>,
      { status, text = '' }: { status?: number; text?: string | undefined } = {},
    ) => {
      if (record.reason !== undefined) return
      Object.assign(record, fields, status !== undefined && { status })
      record.ms = Math.round(clock.monotonic() - start)
      journal.publish(record)
      if (fields.reason !== 'OK') failures.reportWebhook(record, target, text)
      ended()
    }
    const timeOut = () => end({ reason: 'REQUEST_TIMEOUT', detail: 'Request timeout' })
    const late = clock.after(PATIENCE, timeOut)
    const controller = new AbortController()
    return new Promise((resolve) => {
      const gone = afterPatience(() => {
        timeOut()
        late()
        // LINE closes the connection. A bot that has not answered in time may never do so.
        controller.abort(new DOMException('LINE waits two seconds for an answer.', 'TimeoutError'))
        resolve()
      })
      const answered = () => {
        late()
        gone()
      }
      const work = async () => {
        try {
          const { status, settled, text } = await runFor(record, () =>
            target.deliver({ ...signed, signal: controller.signal }),
          )
          answered()
          const good = status >= 200 && status < 210
          end(
            { reason: good ? 'OK' : 'ERROR_STATUS_CODE', detail: String(status) },
            { status, text },
          )
          await settled
          const silence = quiet ?? rules.quiet ?? target.quiet
          if (silence > 0) await untilQuiet(journal, silence)
        } catch (error) {
          answered()
          if (target.isHere && codeOf(error) === '') {
            // A server answers 500 if its handler throws.
            failures.report(error)
            end({ reason: 'ERROR_STATUS_CODE', detail: '500' }, { status: 500 })
          } else end(failureOf(error))
        }
      }
      void work().then(resolve)
    })
  }
}

/** Reports errors of work that is not awaited. */
export const reportFailure = (error: unknown): void =>
  console.error('fukidashi: the emulator failed to send a webhook.', error)
