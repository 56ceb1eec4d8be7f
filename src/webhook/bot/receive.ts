/** From raw bytes to handled events: the part of a webhook that is the same on every platform. */
import type { Channels, Verified } from './channel-source.js'
import { Delivery } from '../queue/delivery.js'
import { WebhookError } from '../base/errors.js'
import {
  bodyTooLarge,
  failedResponse,
  okResponse,
  refusal,
  refuseUnread,
  unavailableResponse,
  type WebhookRequest,
  type WebhookResponse,
} from '../wire/http.js'
import { printError } from '../base/print.js'
import { readBody } from '../wire/read-body.js'
import type { Platform, WebhookReceiver } from '../wire/receiver.js'
import type { Routes } from '../routing/routes.js'
import type { SetupWarningCode } from '../base/warnings.js'
import type { Settings } from '../queue/settings.js'
import { verified } from './verified.js'

export class Receiver implements WebhookReceiver {
  readonly settings: Settings
  readonly #routes: Routes
  readonly #channels: Channels

  constructor(routes: Routes, channels: Channels, settings: Settings) {
    this.#routes = routes
    this.#channels = channels
    this.settings = settings
  }

  check(): void {
    this.#channels.check()
  }

  async receive(request: WebhookRequest, platform: Platform): Promise<WebhookResponse> {
    if (request.method === 'POST') {
      try {
        this.#channels.of(platform.env)
      } catch (error) {
        return this.explain(error)
      }
    }
    const signature = request.header('x-line-signature')
    const refused = this.refuse(request.method, signature, request.header('content-length'))
    if (refused) return refused
    try {
      const bytes = await readBody(request.body, this.settings)
      return await this.accept(bytes, signature!, platform)
    } catch (error) {
      return this.explain(error)
    }
  }

  refuse(
    method: string,
    signature: string | null | undefined,
    contentLength: string | null | undefined,
  ): WebhookResponse | undefined {
    const error = refuseUnread(method, signature, contentLength, this.settings.maxBodyBytes)
    return error && refusal(error)
  }

  accept(
    bytes: Uint8Array,
    signature: unknown,
    platform: Platform,
  ): WebhookResponse | Promise<WebhookResponse> {
    try {
      const { maxBodyBytes } = this.settings
      if (bytes.length > maxBodyBytes) throw bodyTooLarge(maxBodyBytes)
      const found = verified(this.#channels, bytes, signature, platform.env)
      return found instanceof Promise
        ? found
            .then((later) => this.#deliver(later, platform))
            .catch((error: unknown) => this.explain(error))
        : this.#deliver(found, platform)
    } catch (error) {
      return this.explain(error)
    }
  }

  #deliver(
    { channel, body: { destination, events } }: Verified,
    platform: Platform,
  ): WebhookResponse | Promise<WebhookResponse> {
    if (events.length === 0) return okResponse

    const waitUntil = platform.waitUntil && this.#guarded(platform.waitUntil)
    const delivery = new Delivery(
      this.#routes,
      channel,
      destination,
      waitUntil,
      undefined,
      platform.env,
    )
    if (this.settings.ack === 'before') {
      // After the response is on its way.
      const work = Promise.resolve()
        .then(() => delivery.handle(events))
        .then(() => delivery.settled())
      this.#follow(work)
      waitUntil?.(work)
      return okResponse
    }
    const allWell = delivery.handle(events)
    const responseTo = (isWell: boolean) =>
      isWell ? okResponse : delivery.isUnavailable ? unavailableResponse : failedResponse
    if (typeof allWell === 'boolean') return responseTo(allWell)
    this.#follow(allWell)
    // LINE may hang up before the handlers have ended, and some platforms end them then.
    waitUntil?.(allWell)
    return allWell.then(responseTo)
  }

  /** A `waitUntil` that throws must not make events fail that are already being handled. */
  #guarded(waitUntil: NonNullable<Platform['waitUntil']>): (work: Promise<unknown>) => void {
    return (work) => {
      try {
        waitUntil(work)
      } catch (error) {
        this.settings.warn(
          'wait_until_failed',
          "The platform's waitUntil failed: work after the response may be cut off.",
        )
        printError('waitUntil failed.', error)
      }
    }
  }

  #follow(work: Promise<unknown>): void {
    const { underway } = this.settings
    const ended = () => underway.delete(work)
    underway.add(work)
    work.then(ended, ended)
  }

  /** The response to a request that cannot be handled. What only the bot's author can fix goes to the log. */
  explain(error: unknown): WebhookResponse {
    if (error instanceof WebhookError && error.status !== 500) {
      const isAway = error.status === 503
      if (isAway || error.code === 'signature_invalid')
        this.settings.warn(error.code as SetupWarningCode, error.message)
      return isAway ? unavailableResponse : refusal(error)
    }
    if (this.settings.onFailure?.(error) !== true)
      printError('a webhook could not be handled.', error)
    return setupFailed
  }
}

const setupFailed: WebhookResponse = {
  ...failedResponse,
  body: 'The bot is not set up correctly. See its log.\n',
}
