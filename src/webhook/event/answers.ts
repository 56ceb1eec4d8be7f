/** Replies, and when a reply may become a push. */
import type { Clock } from '../../common/clock.js'
import { isObject } from '../../common/json.js'
import { LineBatchError, type SendOptions, type Sent } from '../../client/index.js'
import { deliver, rangesOf } from '../../client/resources/batches.js'
import type { Context } from '../../jsx-runtime/types.js'
import { renderAll, type Renderable, untilAborted } from '../../render/index.js'
import type { BotClient } from './bot-client.js'
import type { PushPolicy, ReplyOptions, ReplyResult } from './bot-context.js'
import { WebhookError } from '../base/errors.js'
import type { BotWarning } from '../base/warnings.js'
import type { RawEvent } from './raw-event.js'
import { retryKeyOf } from './retry-key.js'

/** LINE's consoles verify webhooks with events that carry these. */
const dummyToken = /^(?:0{32}|f{32})$/i

/** Tests whether LINE's console sent the event to verify the webhook: its user does not exist. */
export const isVerification = ({ replyToken }: RawEvent): boolean =>
  typeof replyToken === 'string' && dummyToken.test(replyToken)

/** Milliseconds for which LINE promises to take a reply. */
const tokenLifetime = 60_000

/** Milliseconds in which a token cannot have expired: if LINE refuses it, it was used. */
const safeTokenAge = 50_000

/** An event that is answered. */
export interface Answerable {
  readonly event: RawEvent
  readonly chatId: string | undefined
  readonly line: BotClient
  readonly pushPolicy: readonly PushPolicy[]
  readonly onWarning: (warning: BotWarning) => void
  /** Milliseconds since LINE delivered the event. */
  readonly age: number
  /** The reply token has expired, and no run of the event has used it. Known behind a queue only. */
  readonly tokenIsOver: boolean | undefined
  /** The reply token is used, as far as this process knows. */
  replied: boolean
  /** Number of answers so far. */
  answers: number
  /** Time and environment for signed postback data. */
  readonly clock: Clock
  readonly env: unknown
  renderOptions(): Promise<{ context?: Context }>
  /** @throws {WebhookError} `chat_on_standby` */
  mustBeActive(): void
}

/** One call of `ctx.reply`. */
interface Answer {
  readonly messages: Renderable
  readonly options: SendOptions
  /** Messages after the fifth are pushed. */
  readonly overflow: boolean
  /** Number of the answer to its event, from 0. */
  readonly number: number
}

/** Replies to an event. */
export async function answer(
  ctx: Answerable,
  messages: Renderable,
  { push, ...options }: ReplyOptions,
): Promise<ReplyResult> {
  ctx.mustBeActive()
  const { replyToken } = ctx.event
  if (typeof replyToken !== 'string') throw noReplyToken(ctx)
  if (isVerification(ctx.event)) return { route: 'none', sentMessages: [] }
  const policy = joinedPolicy(ctx.pushPolicy, push)
  const mayBeLate = policy.includes('late')
  const answer = { messages, options, overflow: policy.includes('overflow'), number: ctx.answers++ }
  const { replied } = ctx
  if (mayBeLate && (replied || ctx.tokenIsOver)) return pushAnswer(ctx, answer)
  if (replied) throw tokenUsed()
  // Before anything is awaited: a second call at the same time must find it.
  ctx.replied = true
  try {
    return answer.overflow
      ? await replyInParts(ctx, replyToken, answer)
      : await replyAtOnce(ctx, replyToken, answer)
  } catch (error) {
    // The reply was sent, and one of the pushes after it failed: the token is used.
    if (error instanceof LineBatchError) throw error
    if (tokenIsUnused(error)) ctx.replied = false
    if (!isTokenRefused(error)) throw error
    if (mayBeLate && ctx.age >= safeTokenAge) return pushAnswer(ctx, answer)
    throw tokenRefused(ctx.age, mayBeLate, error)
  }
}

async function replyAtOnce(
  ctx: Answerable,
  replyToken: string,
  { messages, options }: Answer,
): Promise<ReplyResult> {
  const sendOptions = {
    ...(await sendOptionsOf(ctx, options)),
    // Mentions depend on it, and the token does not show it.
    ...placeOf(ctx),
  }
  const sent = await ctx.line.messages.reply(replyToken, messages, sendOptions)
  return { route: 'reply', sentMessages: sent.sentMessages }
}

/** The first five messages are the reply; the others are pushed, in order, after it. */
async function replyInParts(
  ctx: Answerable,
  replyToken: string,
  answer: Answer,
): Promise<ReplyResult> {
  const sendOptions = await sendOptionsOf(ctx, answer.options)
  const messages = await renderedFor('reply', ctx, answer, sendOptions)
  const options = partOptions(sendOptions)
  const [, ...more] = rangesOf(messages.length)
  // Before the reply: the others could not be pushed after it.
  if (more.length > 0) recipient(ctx)
  const sentMessages = await sendParts(messages, (part, at) =>
    at === 0
      ? ctx.line.messages.reply(replyToken, part, options)
      : pushPart(ctx, answer, part, at, options),
  )
  return { route: more.length > 0 ? 'reply+push' : 'reply', sentMessages }
}

/** Pushes an answer that cannot be a reply. If another process does the same, LINE takes one of both. */
async function pushAnswer(ctx: Answerable, answer: Answer): Promise<ReplyResult> {
  const sendOptions = await sendOptionsOf(ctx, answer.options)
  if (answer.overflow) {
    const messages = await renderedFor('push', ctx, answer, sendOptions)
    const options = partOptions(sendOptions)
    const sentMessages = await sendParts(messages, (part, at) =>
      pushPart(ctx, answer, part, at, options),
    )
    return { route: 'push', sentMessages }
  }
  const { sentMessages } = await pushPart(ctx, answer, answer.messages, 0, sendOptions)
  return { route: 'push', sentMessages }
}

type Rendered = Awaited<ReturnType<typeof renderAll>>['messages']

/** Renders and checks all messages together, so that nothing is sent if the last one is wrong. */
async function renderedFor(
  endpoint: 'reply' | 'push',
  ctx: Answerable,
  { messages }: Answer,
  { signal, onWarning, clock, env, ...sendOptions }: SendOptions,
): Promise<Rendered> {
  const { rendering } = ctx.line
  const { context = rendering?.context, validate = rendering?.validate } = sendOptions
  const rest = { signal, onWarning, clock, env, endpoint, maxMessages: Infinity, ...placeOf(ctx) }
  return (await renderAll(messages, { context, validate, ...rest })).messages
}

/** Messages that were checked together are not checked again in parts: each warning would come twice. */
const partOptions = (options: SendOptions): SendOptions => ({ ...options, validate: false })

/**
 * Sends messages five at a time, in order.
 * @throws {LineBatchError} if a request fails after others were sent
 */
async function sendParts(
  messages: Rendered,
  send: (part: Rendered, from: number) => Promise<Sent>,
): Promise<Sent['sentMessages']> {
  const batches = rangesOf(messages.length).map((range) => ({ messages: range }))
  try {
    const requests = await deliver(batches, async (batch) => {
      const { from, count } = batch.messages
      const sent = await send(messages.slice(from, from + count), from)
      const { requestId, sentMessages, requests } = sent
      const { retryKey, attempts = 1, repeated = false } = requests[0] ?? {}
      return { requestId, retryKey, attempts, repeated, sentMessages, ...batch }
    })
    return requests.flatMap(({ sentMessages }) => sentMessages)
  } catch (error) {
    const nothingSent = error instanceof LineBatchError && error.results[0]!.status !== 'sent'
    throw nothingSent ? error.cause : error
  }
}

async function pushPart(
  ctx: Answerable,
  { number }: Answer,
  messages: Renderable,
  at: number,
  options: SendOptions,
): Promise<Sent> {
  const to = recipient(ctx)
  const retryKey = await retryKeyOf(ctx.event.webhookEventId, number, at)
  return ctx.line.messages.push(to, messages, { ...options, ...(retryKey && { retryKey }) })
}

/** Sends to the chat of an event without its token. */
export async function pushTo(
  ctx: Answerable,
  messages: Renderable,
  options: SendOptions,
): Promise<ReplyResult> {
  ctx.mustBeActive()
  const to = recipient(ctx)
  const sendOptions = await sendOptionsOf(ctx, options)
  const sent = await ctx.line.messages.push(to, messages, sendOptions)
  return { route: 'push', sentMessages: sent.sentMessages }
}

function recipient(ctx: Answerable): string {
  if (ctx.chatId) return ctx.chatId
  throw new WebhookError(
    'recipients_missing',
    `This event (${ctx.event.type}) comes from no chat that could be sent to.`,
  )
}

/** Options of a send with the bot's context and warnings, where the call has none. A client's own way to take warnings comes first. */
async function sendOptionsOf(ctx: Answerable, options: SendOptions): Promise<SendOptions> {
  const { clock, env } = ctx
  const onWarning = options.onWarning ?? ctx.line.rendering?.onWarning ?? ctx.onWarning
  const own = { clock, ...(env !== undefined && { env }), ...options, onWarning }
  if (options.context) return own
  return { ...own, ...(await untilAborted(ctx.renderOptions(), options.signal)) }
}

/** The kind of chat, for rendering. */
function placeOf({ event }: Answerable): { to?: 'user' | 'group' | 'room' } {
  const type = event.source?.type
  return type === 'user' || type === 'group' || type === 'room' ? { to: type } : {}
}

/** The policies of the bot and of a call together. An empty array of the call turns them off. */
function joinedPolicy(
  ofBot: readonly PushPolicy[],
  ofCall: ReplyOptions['push'],
): readonly PushPolicy[] {
  const policy = policyOf(ofCall)
  return ofCall === undefined || policy.length > 0 ? [...ofBot, ...policy] : policy
}

/** Push policies as an array. */
export function policyOf(
  push: PushPolicy | readonly PushPolicy[] | undefined,
): readonly PushPolicy[] {
  const list = push === undefined ? [] : typeof push === 'string' ? [push] : push
  if (Array.isArray(list) && list.every((one) => one === 'overflow' || one === 'late')) {
    return list as readonly PushPolicy[]
  }
  throw new WebhookError(
    'option_invalid',
    `push: ${JSON.stringify(push)} is not a valid policy. Use 'overflow', 'late' or an array of both.`,
  )
}

/** Tests for an error because of the reply token, if LINE certainly did not accept an earlier attempt. */
const isTokenRefused = (error: unknown): boolean =>
  fieldOf(error, 'code') === 'reply_token_invalid' && fieldOf(error, 'accepted') !== 'maybe'

/** The error arose before LINE saw the token, or LINE refused for something else. */
const tokenIsUnused = (error: unknown): boolean => {
  const accepted = fieldOf(error, 'accepted')
  return accepted === undefined || (accepted === 'no' && !isTokenRefused(error))
}

const fieldOf = (error: unknown, name: string): unknown =>
  isObject(error) ? (error as Record<string, unknown>)[name] : undefined

const noReplyToken = ({ event: { type } }: Answerable) =>
  new WebhookError(
    'reply_token_missing',
    `Events of the type ${type} have no reply token. Use ctx.push, or ask ctx.canReply() first.`,
  )

const tokenUsed = () =>
  new WebhookError(
    'reply_token_used',
    'This event was replied to already, and a reply token works once. Put all messages (up to five) into one ctx.reply, ' +
      "or permit pushes, which count against the monthly quota: ctx.reply(…, { push: 'late' }) or ctx.push(…).",
  )

function tokenRefused(age: number, mayBeLate: boolean, cause: unknown): WebhookError {
  const seconds = Math.round(age / 1000)
  const why =
    age >= safeTokenAge
      ? `it came ${seconds} s ago, and LINE takes it for ${tokenLifetime / 1000} s`
      : `it came only ${seconds} s ago, so it was used already: by another process, or for an earlier delivery of the event`
  const advice =
    mayBeLate && age < safeTokenAge
      ? 'A push could answer twice; ctx.push(…) sends all the same.'
      : 'To push late answers, which counts against the monthly quota: ' +
        "ctx.reply(…, { push: 'late' })."
  return new WebhookError(
    'reply_token_refused',
    `LINE refused the reply token: ${why}. Nothing was sent. ${advice}`,
    { cause },
  )
}
