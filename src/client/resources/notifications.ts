import type { Renderable } from '../../render/index.js'
import type * as api from '../../spec/api/index.js'
import { checkCallOptions } from '../check-options.js'
import type { Engine } from '../engine.js'
import type { CallOptions, LineClientOptions } from '../options.js'
import type { DeliveryTagOption } from './operation-options.js'
import type { SendOptions } from './send-options.js'
import { Resource } from './resource.js'
import { Sender } from './sender.js'

/**
 * LINE notification messages, to phone numbers: `line.notifications`. For corporate customers.
 *
 * There are no retry keys here, so a send without a response is not retried.
 */
export class Notifications extends Resource {
  readonly #sender: Sender

  constructor(engine: Engine, client: LineClientOptions) {
    super(engine)
    this.#sender = new Sender(engine, client)
  }

  /**
   * Sends any messages.
   *
   * @param to - SHA-256 of the phone number in E.164 form, see {@link Notifications.hash}
   * @throws {LineApiError} `message_not_delivered` if LINE has no recipient for the number
   * @example
   * await line.notifications.push(await line.notifications.hash('+818000001234'), 'Your parcel is on its way')
   * @see https://developers.line.biz/en/reference/line-notification-messages/#send-line-notification-message-flexible
   */
  async push(
    to: string,
    node: Renderable,
    options: SendOptions & DeliveryTagOption = {},
  ): Promise<void> {
    checkCallOptions(options)
    this.engine.checkIds('pushMessagesByPhone', { to })
    const { json, locate } = await this.#sender.render(
      'pushMessagesByPhone',
      'pnp',
      node,
      'user',
      options,
    )
    const { notificationDisabled, deliveryTag } = options
    const head = JSON.stringify({ to, notificationDisabled }).slice(0, -1)
    await this.engine.exchange(
      'pushMessagesByPhone',
      { written: `${head},"messages":${json}}`, deliveryTag },
      { ...options, locate },
    )
  }

  /**
   * Sends a message that is built from one of LINE's templates.
   *
   * @example
   * await line.notifications.pushTemplate({ to, templateKey: 'shipment_completed_ja', body: { items } })
   * @see https://developers.line.biz/en/reference/line-notification-messages/#send-line-notification-message-template
   */
  async pushTemplate(
    message: api.PnpTemplatedMessageRequest,
    options: CallOptions & DeliveryTagOption = {},
  ): Promise<void> {
    await this.engine.exchange(
      'pushTemplatedMessageByPhone',
      { body: message, deliveryTag: options.deliveryTag },
      options,
    )
  }

  /**
   * Counts the messages sent on a day.
   *
   * @param kind - `templated` for those of {@link Notifications.pushTemplate}
   * @param date - `yyyyMMdd`, in UTC+9
   * @see https://developers.line.biz/en/reference/line-notification-messages/#get-number-of-sent-line-notification-messages-flexible
   */
  sentOn(
    kind: 'flexible' | 'templated',
    date: string,
    options?: CallOptions,
  ): Promise<api.NumberOfMessagesResponse> {
    return this.engine.call(
      kind === 'templated' ? 'getPNPTemplatedMessageStatistics' : 'getPNPMessageStatistics',
      { query: { date } },
      options,
    )
  }

  /**
   * Hashes a phone number.
   *
   * @param phone - in E.164 form: `+818000001234`
   * @returns SHA-256 as 64 hexadecimal digits
   */
  async hash(phone: string): Promise<string> {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(phone))
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
  }
}
