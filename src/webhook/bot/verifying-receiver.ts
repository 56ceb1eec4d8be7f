/** From raw bytes to verified events: the part of a webhook that bots and queues share. */
import type { Channel } from '../queue/channel.js'
import type { Channels, Verified } from './channel-source.js'
import { WebhookError } from '../base/errors.js'
import type { SetupWarningCode } from '../base/warnings.js'
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
import type { unsafeParseWebhook } from '../wire/parse-webhook.js'
import { printError } from '../base/print.js'
import { readBody } from '../wire/read-body.js'
import type { Platform, WebhookReceiver } from '../wire/receiver.js'
import type { Settings } from '../queue/settings.js'
import { verified } from './verified.js'

/** A webhook that LINE has signed; its events are not checked. */
export type UnsafeWebhook = ReturnType<typeof unsafeParseWebhook>

/** Settings of a receiver. */
export type ReceiverSettings = WebhookReceiver['settings'] &
  Pick<Settings, 'observers' | 'onFailure' | 'store' | 'whenStoreIsAway'>

export abstract class VerifyingReceiver<
  S extends ReceiverSettings = ReceiverSettings,
> implements WebhookReceiver {
  readonly settings: S
  /** @internal */
  readonly channels: Channels

  constructor(channels: Channels, settings: S) {
    this.channels = channels
    this.settings = settings
    for (const one of settings.observers) one?.observeReceiver(this)
  }

  /** Takes the events of a webhook that LINE has signed. There is at least one. May throw or reject. */
  abstract deliver(
    channel: Channel,
    webhook: UnsafeWebhook,
    platform: Platform,
  ): WebhookResponse | Promise<WebhookResponse>

  check(): void {
    this.channels.check()
  }

  async receive(request: WebhookRequest, platform: Platform): Promise<WebhookResponse> {
    if (request.method === 'POST') {
      try {
        this.channels.of(platform.env)
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
      const found = verified(this.channels, bytes, signature, platform.env)
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
    { channel, body }: Verified,
    platform: Platform,
  ): WebhookResponse | Promise<WebhookResponse> {
    return body.events.length === 0 ? okResponse : this.deliver(channel, body, platform)
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
