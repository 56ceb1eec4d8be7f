/** Answers in several requests, of which one fails: the error says what LINE accepted. */
import { describe, expect, it } from 'vitest'
import { LineBatchError, type LineClientOptions } from '../../../src/client/index.js'
import type { BotContext, ReplyOptions } from '../../../src/webhook/index.js'
import { clientOf } from '../../client/setup.js'
import { type Reaction, reset } from '../../client/server.js'
import { bodyOf, botWith, event, post } from '../support.js'

const messages = (count: number) => Array.from({ length: count }, (_, i) => `message ${i}`)
const refused = { status: 400, body: { message: 'no' } }
/** Fails the request with this number, from 0. */
const failing =
  (number: number, failure: Reaction = refused): Reaction =>
  (request, response, at) => {
    if (at !== number) return { body: { sentMessages: [{ id: String(at) }] } }
    return typeof failure === 'function' ? failure(request, response, at) : failure
  }

/** Answers with a real client, and returns the errors of all answers. */
async function answering(
  reaction: Reaction,
  answers: ((ctx: BotContext & { reply: (m: unknown, o?: ReplyOptions) => unknown }) => unknown)[],
  client: LineClientOptions = {},
  fields = {},
) {
  const { line, server } = await clientOf(reaction, { retry: false, ...client })
  const { bot } = botWith({ client: line })
  const errors: unknown[] = []
  bot.use(async (ctx) => {
    for (const ask of answers)
      try {
        await ask(ctx as never)
      } catch (error) {
        errors.push(error)
      }
  })
  await post(bot, bodyOf(event(fields)))
  return { errors, requests: server.received.map(({ url }) => url.split('/').at(-1)) }
}

describe('an answer of more than five messages', () => {
  it('that fails after the reply says which messages were sent', async () => {
    const { errors, requests } = await answering(failing(1), [
      (ctx) => ctx.reply(messages(12), { push: 'overflow' }),
    ])
    expect(requests).toEqual(['reply', 'push'])
    const [error] = errors as LineBatchError[]
    expect(error).toBeInstanceOf(LineBatchError)
    expect(error!.message).toMatch(/1 of 3 requests were sent \(messages\[0\] to messages\[4\]\)/)
    expect(error!.results).toMatchObject([
      { status: 'sent', messages: { from: 0, count: 5 }, sentMessages: [{ id: '0' }] },
      { status: 'failed', messages: { from: 5, count: 5 }, error: { status: 400 } },
      { status: 'not_tried', messages: { from: 10, count: 2 } },
    ])
  })

  it.each([
    ['refused', refused],
    ['refused as forbidden', { status: 403, body: { message: 'no' } }],
    ['unanswered', reset],
  ])('leaves the token used when a push is %s', async (_, failure) => {
    const { errors, requests } = await answering(failing(1, failure), [
      (ctx) => ctx.reply(messages(6), { push: 'overflow' }),
      (ctx) => ctx.reply('sorry'),
    ])
    expect(requests).toEqual(['reply', 'push'])
    expect(errors).toMatchObject([{ code: 'batch_partly_sent' }, { code: 'reply_token_used' }])
  })

  it('that is pushed late says the same', async () => {
    const { errors } = await answering(failing(2), [
      (ctx) => ctx.reply('first'),
      (ctx) => ctx.reply(messages(7), { push: ['overflow', 'late'] }),
    ])
    expect(errors).toMatchObject([
      { code: 'batch_partly_sent', results: [{ status: 'sent' }, { status: 'failed' }] },
    ])
  })

  it('that fails at once is the plain error, and the token is still good', async () => {
    const { errors, requests } = await answering(failing(0), [
      (ctx) => ctx.reply(messages(6), { push: 'overflow' }),
      (ctx) => ctx.reply('sorry'),
    ])
    expect(errors).toMatchObject([{ code: 'request_invalid' }])
    expect(requests).toEqual(['reply', 'reply'])
  })

  it('is not begun when the rest cannot be pushed', async () => {
    const { errors, requests } = await answering(
      failing(9),
      [
        (ctx) => ctx.reply(messages(6), { push: 'overflow' }),
        (ctx) => ctx.reply(messages(5), { push: 'overflow' }),
      ],
      {},
      { source: undefined },
    )
    expect(errors).toMatchObject([{ code: 'recipients_missing' }])
    expect(requests).toEqual(['reply'])
  })

  it('is not begun when its last message is wrong', async () => {
    const { errors, requests } = await answering(failing(9), [
      (ctx) => ctx.reply([...messages(6), 'x'.repeat(5001)], { push: 'overflow' }),
    ])
    expect(errors).toMatchObject([{ name: 'LineValidationError' }])
    expect(requests).toEqual([])
  })

  it('is sent unchecked where the client or the call says so', async () => {
    const answer =
      (options: ReplyOptions) => (ctx: { reply: (m: unknown, o?: ReplyOptions) => unknown }) =>
        ctx.reply([...messages(6), 'x'.repeat(5001)], { push: 'overflow', ...options })
    for (const [ofClient, ofCall] of [
      [{ validate: false }, {}],
      [{}, { validate: false }],
    ] as const)
      expect(await answering(failing(9), [answer(ofCall)], ofClient)).toEqual({
        errors: [],
        requests: ['reply', 'push'],
      })
  })

  it.each([5, 7])('warns once of a quick reply on message %i of 8', async (number) => {
    const action = { type: 'message', label: 'a', text: 'a' }
    const quickReply = { items: [{ type: 'action', action }] }
    const warnings: string[] = []
    const answer = messages(8).map((text, i) => ({
      type: 'text',
      text,
      ...(i === number - 1 && { quickReply }),
    }))
    await answering(failing(9), [
      (ctx) =>
        ctx.reply(answer, {
          push: 'overflow',
          onWarning: ({ code }) => void warnings.push(code),
        }),
    ])
    expect(warnings).toEqual(['ignored'])
  })
})
