import { describe, expect, it } from 'vitest'
import type { BotContext } from '../../../src/webhook/index.js'
import { aki, bodyOf, botWith, event, post, says, team } from '../support.js'
import type { BotOptions } from '../../../src/webhook/index.js'

/** Runs a function for one event, and returns its result. */
async function within<T>(
  given: Record<string, unknown>,
  ask: (ctx: BotContext<never>) => T | Promise<T>,
  options: BotOptions = {},
) {
  const { bot, line } = botWith(options)
  let result: T | undefined
  let error: unknown
  bot.use(async (ctx) => {
    result = await ask(ctx as never)
  })
  bot.catch((caught) => {
    error = caught
    return 'handled'
  })
  await post(bot, bodyOf(given))
  return { result, error, calls: line.calls }
}

const group = { type: 'group', groupId: team, userId: aki }
const room = { type: 'room', roomId: 'Rx', userId: aki }

describe('ctx', () => {
  it('knows the chat', async () => {
    const chat = (source: unknown) => within(event({ source }), (ctx) => (ctx as BotContext).chatId)
    expect((await chat({ type: 'user', userId: aki })).result).toBe(aki)
    expect((await chat(group)).result).toBe(team)
    expect((await chat(room)).result).toBe('Rx')
    expect((await chat(undefined)).result).toBeUndefined()
  })

  it.each([
    [
      { type: 'user', userId: aki },
      { call: 'users.profile', to: aki },
    ],
    [group, { call: 'groups.memberProfile', to: team }],
    [room, { call: 'rooms.memberProfile', to: 'Rx' }],
  ])('looks for the profile where the event happened: %j', async (source, call) => {
    const { result, calls } = await within(event({ source }), (ctx) =>
      (ctx as BotContext).profile(),
    )
    expect(result).toMatchObject({ userId: aki })
    expect(calls).toMatchObject([call])
  })

  it('has no profile if LINE reports none', async () => {
    const anonymous = event({ source: { type: 'group', groupId: team } })
    const profile = (ctx: BotContext<never>) => (ctx as BotContext).profile()
    expect(await within(anonymous, profile)).toMatchObject({ result: undefined, calls: [] })

    const { bot, line } = botWith()
    const seen: unknown[] = []
    line.failures.set('users.profile', Object.assign(new Error('Not found'), { status: 404 }))
    bot.on('message', async (ctx) => void seen.push(await ctx.profile()))
    await post(bot, bodyOf(event()))
    expect(seen).toEqual([undefined])
  })

  it('shows loading in a chat with one user, and elsewhere does nothing', async () => {
    const load = (ctx: BotContext<never>) => (ctx as BotContext).loading(30)
    expect((await within(event(), load)).calls).toMatchObject([
      { call: 'loading', to: aki, messages: 30 },
    ])
    expect((await within(event({ source: group }), load)).calls).toEqual([])
  })

  it('marks as read what has a token', async () => {
    const mark = (ctx: BotContext<never>) => (ctx as BotContext).markAsRead()
    const message = { type: 'text', id: '1', text: 'x', markAsReadToken: 'token' }
    expect((await within(event({ message }), mark)).calls).toMatchObject([
      { call: 'markAsRead', to: 'token' },
    ])
    expect((await within(event(), mark)).calls).toEqual([])
  })

  it('gets content of what has some', async () => {
    const get = (ctx: BotContext<never>) => (ctx as BotContext).content()
    const image = { type: 'image', id: '42', contentProvider: { type: 'line' } }
    expect((await within(event({ message: image }), get)).calls).toMatchObject([
      { call: 'content', to: '42' },
    ])
    const { error } = await within(says('x'), get)
    expect(error).toMatchObject({ code: 'content_missing', message: /a text message/ })
  })

  it.each([
    ['@Bot hello', [[0, 4, true]], true, 'hello'],
    ['hey @Bot hello', [[4, 4, true]], true, 'hey hello'],
    [
      '😀 @Bot hi @Aki',
      [
        [3, 4, true],
        [11, 4, false],
      ],
      true,
      '😀 hi @Aki',
    ],
    [
      '@Bot @Bot x',
      [
        [0, 4, true],
        [5, 4, true],
      ],
      true,
      'x',
    ],
    ['@Aki hello', [[0, 4, false]], false, '@Aki hello'],
    ['plain  text ', [], false, 'plain  text '],
  ])('finds the bot in %j', async (text, places, mentioned, without) => {
    const mentionees = (places as [number, number, boolean][]).map(([index, length, isSelf]) => ({
      type: 'user',
      index,
      length,
      isSelf,
    }))
    const message = {
      type: 'text',
      id: '1',
      text,
      ...(places.length && { mention: { mentionees } }),
    }
    const { result } = await within(event({ message }), (given) => {
      const ctx = given as BotContext
      return [ctx.mentionsMe, ctx.textWithoutMention]
    })
    expect(result).toEqual([mentioned, without])
  })

  it('is not mentioned by @All, nor in a text without mentions', async () => {
    const mention = { mentionees: [{ type: 'all', index: 0, length: 4 }, null] }
    const message = { type: 'text', id: '1', text: '@All', mention }
    const ask = (ctx: BotContext<never>) => (ctx as BotContext).mentionsMe
    expect((await within(event({ message }), ask)).result).toBe(false)
    expect((await within(event({ type: 'follow', message: undefined }), ask)).result).toBe(false)
  })

  it('gives the same context to every rendering of an event', async () => {
    let made = 0
    const context = async (ctx: BotContext) => {
      made += 1
      await Promise.resolve()
      return { greeting: `${ctx.event.type} ${made}` } as object
    }
    const { calls } = await within(
      event(),
      async (given) => {
        const ctx = given as BotContext
        await ctx.push('a')
        await ctx.push('b')
      },
      { context },
    )
    expect(calls.map(({ options }) => options?.context)).toEqual(
      Array(2).fill({ greeting: 'message 1' }),
    )
    expect(made).toBe(1)
  })
})
