import type { Renderable } from '../../render/index.js'
import type * as api from '../../spec/api/index.js'
import type { Engine } from '../engine.js'
import { checkCallOptions } from '../check-options.js'
import { LineArgumentError } from '../errors/argument-error.js'
import { describeArgument } from '../errors/describe-argument.js'
import { assertValidRequest } from '../requests.js'
import type { CallOptions, LineClientOptions } from '../options.js'
import { listFrom, type ListQuery, type Paged } from '../pages.js'
import type {
  KeyedSendOptions,
  NarrowcastOptions,
  RenderingOptions,
  SendKind,
  ReplyOptions,
  Sent,
  UnitSendOptions,
} from './send-options.js'
import { kindOf, Sender } from './sender.js'

/** Operation that checks each kind of send. */
const checks = {
  reply: 'validateReply',
  push: 'validatePush',
  multicast: 'validateMulticast',
  narrowcast: 'validateNarrowcast',
  broadcast: 'validateBroadcast',
} as const

const counts = {
  reply: 'getNumberOfSentReplyMessages',
  push: 'getNumberOfSentPushMessages',
  multicast: 'getNumberOfSentMulticastMessages',
  broadcast: 'getNumberOfSentBroadcastMessages',
} as const

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

/** Sends and checks messages, and reports results: `line.messages`. */
export class Messages {
  readonly #engine: Engine
  readonly #client: LineClientOptions
  readonly #sender: Sender

  constructor(engine: Engine, client: LineClientOptions) {
    this.#engine = engine
    this.#client = client
    this.#sender = new Sender(engine, client)
  }

  /**
   * Replies to an event. Free of charge; the token works once, within a minute of the event.
   *
   * A reply has no retry key, so it is not sent again if there is no response: the error's `accepted` says whether it may have been sent.
   *
   * @throws {LineValidationError} if LINE would refuse the messages
   * @throws {LineApiError} `reply_token_invalid`
   * @throws {LineConnectionError}
   * @example
   * await line.messages.reply(event.replyToken, <Text>Hello</Text>)
   * @see https://developers.line.biz/en/reference/messaging-api/#send-reply-message
   */
  async reply(replyToken: string, node: Renderable, options: ReplyOptions = {}): Promise<Sent> {
    checkCallOptions(options)
    if (!isText(replyToken))
      throw new LineArgumentError(
        'parameter_invalid',
        `reply needs the replyToken of an event, and got ${describeArgument(replyToken)}. Events such as unfollow, leave and unsend have none`,
      )
    // Awaited here and below, so that the stack of an error has the caller's line.
    return await this.#sender.send({
      kind: 'reply',
      operationId: 'replyMessage',
      node,
      head: { replyToken, notificationDisabled: options.notificationDisabled },
      ...(options.to && { to: options.to }),
      options,
    })
  }

  /**
   * Sends to one user, group or room. Retried with the same retry key, so it arrives once.
   *
   * @param to - id of a user, group or room
   * @example
   * const { sentMessages } = await line.messages.push(userId, 'Hello')
   * @see https://developers.line.biz/en/reference/messaging-api/#send-push-message
   */
  async push(to: string, node: Renderable, options: UnitSendOptions = {}): Promise<Sent> {
    checkCallOptions(options)
    if (!isText(to))
      throw new LineArgumentError(
        'parameter_invalid',
        `push needs the id of a user, group or room as a string, and got ${describeArgument(to)}. ` +
          'In a group, userId may be missing: ctx.chatId is where the event came from',
      )
    this.#engine.checkIds('pushMessage', { to })
    return await this.#sender.send({
      kind: 'push',
      operationId: 'pushMessage',
      node,
      head: {
        to,
        notificationDisabled: options.notificationDisabled,
        customAggregationUnits: options.customAggregationUnits,
      },
      to: kindOf(to),
      options,
    })
  }

  /**
   * Sends the same messages to many users, in requests of 500, each with its own retry key.
   *
   * @throws {LineBatchError} if some of several requests failed; its `results` have the users of each
   * @example
   * await line.messages.multicast(userIds, <News />)
   * @see https://developers.line.biz/en/reference/messaging-api/#send-multicast-message
   */
  async multicast(
    to: readonly string[],
    node: Renderable,
    options: UnitSendOptions = {},
  ): Promise<Sent> {
    checkCallOptions(options)
    if (!Array.isArray(to) || !to.every(isText))
      throw new LineArgumentError(
        'parameter_invalid',
        'multicast needs an array of user ids, all of them strings that are not empty',
      )
    if (to.length === 0)
      throw new LineArgumentError('recipients_missing', 'a multicast needs at least one user id')
    this.#engine.checkIds('multicast', { to })
    return await this.#sender.send({
      kind: 'multicast',
      operationId: 'multicast',
      node,
      head: {
        notificationDisabled: options.notificationDisabled,
        customAggregationUnits: options.customAggregationUnits,
      },
      recipients: to,
      to: 'user',
      options,
    })
  }

  /**
   * Sends to friends who match. LINE processes it after the response, see {@link Messages.narrowcastProgress}.
   *
   * @example
   * const { requestId } = await line.messages.narrowcast(<News />, {
   *   recipient: { type: 'audience', audienceGroupId: 4389303728991 },
   *   filter: { demographic: { type: 'area', oneOf: ['jp_13'] } },
   * })
   * @see https://developers.line.biz/en/reference/messaging-api/#send-narrowcast-message
   */
  async narrowcast(node: Renderable, options: NarrowcastOptions = {}): Promise<Sent> {
    checkCallOptions(options)
    const { recipient, filter, limit, notificationDisabled } = options
    if (options.validate ?? this.#client.validate ?? true) {
      if (recipient) assertValidRequest(recipient, { as: 'recipient' })
      if (filter) assertValidRequest(filter, { as: 'filter' })
      if (limit) assertValidRequest(limit, { as: 'limit' })
    }
    return await this.#sender.send({
      kind: 'narrowcast',
      operationId: 'narrowcast',
      node,
      head: { recipient, filter, limit, notificationDisabled },
      to: 'user',
      options,
    })
  }

  /**
   * Sends to all friends.
   *
   * @example
   * await line.messages.broadcast(<News />)
   * @see https://developers.line.biz/en/reference/messaging-api/#send-broadcast-message
   */
  async broadcast(node: Renderable, options: KeyedSendOptions = {}): Promise<Sent> {
    checkCallOptions(options)
    return await this.#sender.send({
      kind: 'broadcast',
      operationId: 'broadcast',
      node,
      head: { notificationDisabled: options.notificationDisabled },
      to: 'user',
      options,
    })
  }

  /**
   * Gets the progress of a narrowcast, for 14 days.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-narrowcast-progress-status
   */
  narrowcastProgress(
    requestId: string,
    options?: CallOptions,
  ): Promise<api.NarrowcastProgressResponse> {
    return this.#engine.call('getNarrowcastProgress', { query: { requestId } }, options)
  }

  /**
   * Checks messages with LINE's API without sending them. They are not checked locally unless `validate: true`.
   *
   * @throws {LineApiError} with LINE's `details`
   * @example
   * await line.messages.check('push', <Menu />)
   * @see https://developers.line.biz/en/reference/messaging-api/#validate-message-objects-of-reply-message
   */
  async check(
    kind: SendKind,
    node: Renderable,
    options: CallOptions & RenderingOptions = {},
  ): Promise<void> {
    checkCallOptions(options)
    const rendered = await this.#sender.render(checks[kind], kind, node, undefined, {
      validate: false,
      ...options,
    })
    await this.#engine.exchange(
      checks[kind],
      { written: `{"messages":${rendered.json}}` },
      { ...options, locate: rendered.locate },
    )
  }

  /**
   * Gets the number of messages that the account may send this month.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-quota
   */
  quota(options?: CallOptions): Promise<api.MessageQuotaResponse> {
    return this.#engine.call('getMessageQuota', {}, options)
  }

  /**
   * Gets the approximate number of messages that the account has sent this month, without replies.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-consumption
   */
  async quotaConsumption(options?: CallOptions): Promise<number> {
    return (await this.#engine.call('getMessageQuotaConsumption', {}, options)).totalUsage
  }

  /** Gets the approximate number of messages that are left this month; `Infinity` without a limit. Two requests. */
  async remainingQuota(options?: CallOptions): Promise<number> {
    const [quota, used] = await Promise.all([this.quota(options), this.quotaConsumption(options)])
    return quota.type === 'none' ? Infinity : Math.max(0, (quota.value ?? 0) - used)
  }

  /**
   * Counts the messages sent on a day.
   *
   * @param date - `yyyyMMdd`, in UTC+9
   * @see https://developers.line.biz/en/reference/messaging-api/#get-number-of-reply-messages
   */
  sentOn(
    kind: keyof typeof counts,
    date: string,
    options?: CallOptions,
  ): Promise<api.NumberOfMessagesResponse> {
    return this.#engine.call(counts[kind], { query: { date } }, options)
  }

  /**
   * Counts the unit names used this month.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-the-number-of-unit-name-types-assigned-during-this-month
   */
  async unitCount(options?: CallOptions): Promise<number> {
    const usage = await this.#engine.call('getAggregationUnitUsage', {}, options)
    return usage.numOfCustomAggregationUnits
  }

  /**
   * Lists the unit names used this month.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-a-list-of-unit-names-assigned-during-this-month
   */
  units(
    query: ListQuery<api.GetAggregationUnitNameListQuery> = {},
    options?: CallOptions,
  ): Paged<string> {
    return listFrom(query, async (query: api.GetAggregationUnitNameListQuery) => {
      const input = { query }
      const answer = await this.#engine.call('getAggregationUnitNameList', input, options)
      const { customAggregationUnits, ...page } = answer
      return { items: customAggregationUnits, ...page }
    })
  }
}
