/** Takes the webhooks of a bot: calls its handlers, and answers LINE. */
import type { Channel } from '../queue/channel.js'
import type { Channels } from './channel-source.js'
import { Delivery } from '../queue/delivery.js'
import {
  failedResponse,
  okResponse,
  unavailableResponse,
  type WebhookResponse,
} from '../wire/http.js'
import { printError } from '../base/print.js'
import type { Platform } from '../wire/receiver.js'
import type { Routes } from '../routing/routes.js'
import type { Settings } from '../queue/settings.js'
import { type UnsafeWebhook, VerifyingReceiver } from './verifying-receiver.js'

export class Receiver extends VerifyingReceiver<Settings> {
  readonly #routes: Routes

  constructor(routes: Routes, channels: Channels, settings: Settings) {
    super(channels, settings)
    this.#routes = routes
  }

  override deliver(
    channel: Channel,
    { destination, events }: UnsafeWebhook,
    platform: Platform,
  ): WebhookResponse | Promise<WebhookResponse> {
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
}
