/** Replies, and when a reply may become a push. */
import type { SendOptions, Sent } from '../client/index.js'
import { renderAll, type Renderable, untilAborted } from '../render/index.js'
import { limits } from '../spec/limits.js'
import type { PushPolicy, ReplyOptions, ReplyResult } from './bot-context.js'
import { WebhookError } from './errors.js'
import type { EventContext } from './event-context.js'

/** LINE takes so many messages in one request. */
const AT_ONCE = limits.messages.max

/** LINE's consoles verify webhooks with events that carry these. */
const DUMMY_TOKEN = /^(?:0{32}|f{32})$/i

/** Milliseconds for which LINE promises to take a reply. */
const TOKEN_LIFE = 60_000

/** Replies to an event. */
export async function answer(
  ctx: EventContext,
  messages: Renderable,
  options: ReplyOptions,
): Promise<ReplyResult> {
  ctx.mustBeActive()
  const { replyToken } = ctx
  if (typeof replyToken !== 'string') throw noReplyToken(ctx)
  if (DUMMY_TOKEN.test(replyToken)) return { route: 'none', sentMessages: [] }
  const { push, ...rest } = options
  const policy = policyOf(push ?? ctx.channel.settings.push)
  const mayBeLate = policy.includes('late')
  if (ctx.replied) {
    if (mayBeLate) return pushTo(ctx, messages, rest)
    throw tokenUsed()
  }
  // Before anything is awaited: a second call at the same time must find it.
  ctx.replied = true
  try {
    return policy.includes('overflow')
      ? await replyInParts(ctx, replyToken, messages, rest)
      : await replyAtOnce(ctx, replyToken, messages, rest)
  } catch (error) {
    if (tokenIsUnused(error)) ctx.replied = false
    if (!isTokenRefused(error)) throw error
    if (mayBeLate) return pushTo(ctx, messages, rest)
    throw tokenRefused(ctx, error)
  }
}

async function replyAtOnce(
  ctx: EventContext,
  replyToken: string,
  messages: Renderable,
  options: SendOptions,
): Promise<ReplyResult> {
  const type = ctx.source?.type
  const sendOptions = {
    ...(await sendOptionsOf(ctx, options)),
    // Mentions depend on it, and the token does not tell.
    ...(isPlace(type) && { to: type }),
  }
  const sent = await ctx.line.messages.reply(replyToken, messages, sendOptions)
  return { route: 'reply', sentMessages: sent.sentMessages }
}

/** The first five are the reply; the rest is pushed, in order, once the reply is through. */
async function replyInParts(
  ctx: EventContext,
  replyToken: string,
  renderable: Renderable,
  options: SendOptions,
): Promise<ReplyResult> {
  const sendOptions = await sendOptionsOf(ctx, options)
  const type = ctx.source?.type
  const { messages } = await renderAll(renderable, {
    context: sendOptions.context,
    signal: options.signal,
    endpoint: 'reply',
    maxMessages: Infinity,
    ...(isPlace(type) && { to: type }),
  })
  const first = await ctx.line.messages.reply(replyToken, messages.slice(0, AT_ONCE), sendOptions)
  const sentMessages: Sent['sentMessages'] = [...first.sentMessages]
  for (let at = AT_ONCE; at < messages.length; at += AT_ONCE) {
    const part = messages.slice(at, at + AT_ONCE)
    const sent = await ctx.line.messages.push(recipient(ctx), part, sendOptions)
    sentMessages.push(...sent.sentMessages)
  }
  return { route: messages.length > AT_ONCE ? 'reply+push' : 'reply', sentMessages }
}

/** Sends to the chat of an event without its token. */
export async function pushTo(
  ctx: EventContext,
  messages: Renderable,
  options: SendOptions,
): Promise<ReplyResult> {
  ctx.mustBeActive()
  const to = recipient(ctx)
  const sendOptions = await sendOptionsOf(ctx, options)
  const sent = await ctx.line.messages.push(to, messages, sendOptions)
  return { route: 'push', sentMessages: sent.sentMessages }
}

function recipient(ctx: EventContext): string {
  if (ctx.chatId) return ctx.chatId
  throw new WebhookError(
    'no_recipient',
    `This event (${ctx.type}) comes from no chat that could be sent to.`,
  )
}

async function sendOptionsOf(ctx: EventContext, options: SendOptions): Promise<SendOptions> {
  if (options.context) return options
  return { ...options, ...(await untilAborted(ctx.renderOptions(), options.signal)) }
}

const isPlace = (type: unknown): type is 'user' | 'group' | 'room' =>
  type === 'user' || type === 'group' || type === 'room'

/** As a list. */
export function policyOf(
  push: PushPolicy | readonly PushPolicy[] | undefined,
): readonly PushPolicy[] {
  const list = typeof push === 'string' ? [push] : (push ?? [])
  if (list.every((one) => one === 'overflow' || one === 'late')) return list
  throw new WebhookError(
    'option_invalid',
    `push: ${JSON.stringify(push)} is no policy. Permitted are 'overflow', 'late' and an array of both.`,
  )
}

/** LINE refused for the token, and is known not to have taken an earlier attempt. */
const isTokenRefused = (error: unknown): boolean =>
  fieldOf(error, 'code') === 'invalid_reply_token' && fieldOf(error, 'accepted') !== 'maybe'

/** The error arose before LINE saw the token, or LINE refused for something else. */
const tokenIsUnused = (error: unknown): boolean => {
  const accepted = fieldOf(error, 'accepted')
  return accepted === undefined || (accepted === 'no' && !isTokenRefused(error))
}

const fieldOf = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[name] : undefined

const noReplyToken = ({ type }: EventContext) =>
  new WebhookError(
    'no_reply_token',
    `Events of the type ${type} have no reply token. Use ctx.push, or ask ctx.canReply() first.`,
  )

const tokenUsed = () =>
  new WebhookError(
    'reply_token_used',
    'This event was replied to already, and a reply token works once. Put all messages (up to five) into one ctx.reply, ' +
      "or permit pushes, which count against the monthly quota: ctx.reply(…, { push: 'late' }) or ctx.push(…).",
  )

function tokenRefused({ channel, receivedAt }: EventContext, cause: unknown): WebhookError {
  const age = channel.settings.clock.now() - receivedAt
  const why =
    age > TOKEN_LIFE
      ? `it came ${Math.round(age / 1000)} s ago, and LINE takes it for 60 s`
      : 'it was used already, perhaps for an earlier delivery of the same event'
  return new WebhookError(
    'reply_token_refused',
    `LINE refused the reply token: ${why}. Nothing was sent. To have late answers pushed, which counts against the ` +
      "monthly quota: ctx.reply(…, { push: 'late' }).",
    { cause },
  )
}
