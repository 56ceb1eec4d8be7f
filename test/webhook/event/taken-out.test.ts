/** Members of a context and of a bot can be taken out of their object. */
/* eslint-disable @typescript-eslint/unbound-method -- they are bound */
import { describe, expect, it } from 'vitest'
import { createBot, type BotContext } from '../../../src/webhook/index.js'
import { EventContext } from '../../../src/webhook/event/event-context.js'
import { aki, bodyOf, botWith, event, Notebook, post, secret, sign } from '../support.js'

/** Handles one message with a handler. */
async function handling(handler: (ctx: BotContext) => unknown, fields = {}) {
  const { bot, line } = botWith()
  let result: unknown
  const errors: unknown[] = []
  bot.use(async (ctx) => {
    result = await handler(ctx)
  })
  bot.catch((error) => void errors.push(error))
  await post(bot, bodyOf(event({ replyToken: 'r', ...fields })))
  expect(errors).toEqual([])
  return { result, calls: line.calls.map(({ call, to }) => `${call} ${to}`) }
}

describe('a handler that takes out', () => {
  it.each<[string, (ctx: BotContext) => unknown, string[], object?]>([
    ['reply', ({ reply }) => (reply as (text: string) => unknown)('x'), ['reply r']],
    ['push', ({ push }) => push('x'), [`push ${aki}`]],
    ['loading', ({ loading }) => loading(), [`loading ${aki}`]],
    [
      'markAsRead',
      ({ markAsRead }) => markAsRead(),
      ['markAsRead m'],
      { message: { type: 'text', id: '1', text: 'x', markAsReadToken: 'm' } },
    ],
    ['profile', ({ profile }) => profile(), [`users.profile ${aki}`]],
    ['content', ({ content }) => content(), ['content 1'], { message: { type: 'image', id: '1' } }],
    ['waitUntil', ({ waitUntil, push }) => waitUntil(push('x')), [`push ${aki}`]],
  ])('%s can call it', async (_, handler, calls, fields) => {
    expect((await handling(handler, fields)).calls).toEqual(calls)
  })

  it('canReply and context gets their results', async () => {
    const { result } = await handling(async ({ canReply, context }) => [
      canReply(),
      await context(),
    ])
    expect(result).toEqual([true, {}])
  })

  it('any other member gets the same value', async () => {
    const names = Object.getOwnPropertyNames(EventContext.prototype) as (keyof BotContext)[]
    await handling((ctx) => {
      for (const name of names.filter((name) => !['constructor', 'age'].includes(name))) {
        const { [name]: value } = ctx
        if (typeof value !== 'function') expect(value).toBe(ctx[name])
      }
    })
  })

  it('several of them, in a typed handler', async () => {
    const { bot, line } = botWith()
    bot.on('message:text', ({ text, reply, userId }) => reply(`${userId}: ${text}`))
    await post(bot, bodyOf(event()))
    expect(line.calls).toMatchObject([{ call: 'reply', messages: `${aki}: hello` }])
  })
})

it('methods of a bot work without it', async () => {
  const line = new Notebook()
  const { on, receive, handle, settled, connect } = createBot({
    channelSecret: secret,
    client: line,
  })
  on('message:text', ({ reply }) => reply('hi'))
  const body = bodyOf(event())
  const header = (name: string) => (name === 'x-line-signature' ? sign(body) : undefined)
  const request = { method: 'POST', header, body: new TextEncoder().encode(body) }
  expect((await receive(request)).status).toBe(200)
  expect(await handle([event()] as never)).toMatchObject([{ outcome: 'handled' }])
  await settled()
  expect(connect({ client: new Notebook() })).toHaveProperty('fetch')
  expect(line.calls).toHaveLength(2)
})
