import { describe, expect, it, vi } from 'vitest'
import { definePostback } from '../../../src/postback/index.js'
import { type Filter, WebhookError } from '../../../src/webhook/index.js'
import { aki, bodyOf, botWith, destination, event, post, says, taps, team } from '../support.js'

const group = { type: 'group', groupId: team, userId: aki }

describe('filters', () => {
  it.each<[string, Filter, Record<string, unknown>, boolean]>([
    ['an event', 'follow', event({ type: 'follow', follow: { isUnblocked: false } }), true],
    ['another event', 'follow', says('x'), false],
    ['a kind of message', 'message:text', says('x'), true],
    ['another kind', 'message:image', says('x'), false],
    ['any message', 'message', says('x'), true],
    ['a chat', 'group', says('x', { source: group }), true],
    ['another chat', 'group', says('x'), false],
    ['all of an array', ['group', 'message:text'], says('x', { source: group }), true],
    ['not all of an array', ['group', 'message:text'], says('x'), false],
    ['an expression', /^me/, says('menu'), true],
    ['an expression that does not match', /^me/, says('the menu'), false],
    ['an exact text', { text: 'menu' }, says('menu'), true],
    ['another text', { text: 'menu' }, says('menus'), false],
    ['a postback', 'postback', taps('x'), true],
    ['a typed postback', definePostback('buy'), taps('buy:'), true],
    ['a foreign postback', definePostback('buy'), taps('buy=1'), false],
  ])('pass or hold %s', async (_, filter, given, passes) => {
    const { bot } = botWith()
    const handler = vi.fn()
    const rest = vi.fn()
    bot.on(filter, handler).default(rest)
    await post(bot, bodyOf(given))
    expect(handler).toHaveBeenCalledTimes(passes ? 1 : 0)
    expect(rest).toHaveBeenCalledTimes(passes ? 0 : 1)
  })

  it.each<[string, unknown]>([
    ['a misspelling', 'mesage:text'],
    ['an unknown kind', 'message:hologram'],
    ['an inherited name', 'toString'],
    ['a number', 5],
    ['nothing', undefined],
    ['an empty array', []],
    ['two events', ['follow', 'unfollow']],
    ['two kinds', ['message:text', 'message:image']],
    ['two chats', ['user', 'group']],
    ['a chat that the event never comes from', ['follow', 'group']],
    ['a chat that edits never come from', ['messageEdited', 'user']],
    ['an event without a chat', ['delivery', 'user']],
    ['a text that is a picture', [/x/, 'message:image']],
    ['two postbacks', [definePostback('a'), definePostback('b')]],
  ])('are refused when they are %s', (_, filter) => {
    const add = () => botWith().bot.on(filter as Filter, () => undefined)
    expect(add).toThrow(WebhookError)
    expect(add).toThrow(/Permitted are:\n {2}events {4}message, messageEdited, unsend, follow/)
  })

  it.each([
    ['mesage:text', /^'mesage:text' is not a valid filter\. Did you mean 'message:text'\?\n/],
    ['Follow', /Did you mean 'follow'\?/],
    ['buy', /^'buy' is not a valid filter\.\n/],
    ['x'.repeat(10_000), /^'x{40}…' is not a valid filter\.\n/],
    [
      ['follow', 'group'],
      /^No event is 'follow' and 'group' \('follow' comes from user\)\. .*anyOf\(…\)/,
    ],
    [['delivery', 'user'], /\('delivery' comes from no chat\)/],
    [['message:text', 'message:image'], /^No event is 'message:text' and 'message:image'\. All/],
  ])('explain what is wrong with %j', (filter, words) => {
    expect(() => botWith().bot.on(filter as Filter, () => undefined)).toThrow(words)
  })

  it.each(['use', 'default', 'catch', 'onUnknown'] as const)(
    'want a function for bot.%s',
    (name) => {
      expect(() => botWith().bot[name](undefined as never)).toThrow(
        new RegExp(`bot\\.${name} needs a function, and got undefined`),
      )
    },
  )

  it('want a function for bot.on', () => {
    const handler = { message: 'hi' } as never
    expect(() => botWith().bot.on('follow', handler)).toThrow(
      /bot\.on\('follow', …\) needs a function, and got object/,
    )
  })

  it('go on with the same global expression', async () => {
    const { bot } = botWith()
    const heard: string[] = []
    bot.on(/x/g, (ctx) => void heard.push(ctx.match[0]))
    await post(bot, bodyOf(says('ax'), says('x'), says('bbx')))
    expect(heard).toHaveLength(3)
  })

  it('give the event to the first that fits, and to the next by next()', async () => {
    const { bot } = botWith()
    const order: string[] = []
    bot.on('message:text', async (_, next) => {
      order.push('first')
      await next()
      order.push('first again')
    })
    bot.on('message', () => void order.push('second'))
    bot.on('message:text', () => void order.push('third'))
    await post(bot, bodyOf(says('x')))
    expect(order).toEqual(['first', 'second', 'first again'])
  })

  it('read typed postbacks, signed ones too', async () => {
    const { bot } = botWith()
    const heard: unknown[] = []
    const buy = definePostback<{ id: number }>('buy')
    const refund = definePostback<{ id: number }>('refund', { sign: 'secret', bindUser: true })
    bot.on(buy, (_, { id }) => void heard.push(['buy', id]))
    bot.on(['user', refund], async (ctx, { id }) => {
      await Promise.resolve()
      heard.push(['refund', id, ctx.userId])
    })
    bot.on('postback', (ctx) => void heard.push(['plain', ctx.postback.data]))
    const data = await refund({ id: 2 }, { userId: aki }).toData()
    const forged = data.replace('2', '3')
    await bot.handle([taps(buy({ id: 1 })), taps(data), taps(forged), taps('buy:1x(')] as never)
    expect(heard).toHaveLength(4)
    expect(heard).toEqual(
      expect.arrayContaining([
        ['buy', 1],
        ['refund', 2, aki],
        ['plain', forged],
        ['plain', 'buy:1x('],
      ]),
    )
  })
})

describe('middleware', () => {
  it('runs around every event, in layers', async () => {
    const { bot } = botWith()
    const order: string[] = []
    for (const name of ['a', 'b']) {
      bot.use(async (ctx, next) => {
        order.push(`${name} ${ctx.event.type}`)
        await next()
        order.push(`/${name}`)
      })
    }
    bot.on('message', () => void order.push('handler'))
    await post(bot, bodyOf(event()))
    expect(order).toEqual(['a message', 'b message', 'handler', '/b', '/a'])
    order.length = 0
    await post(bot, bodyOf(event({ type: 'novelty' })))
    expect(order).toEqual(['a novelty', 'b novelty', '/b', '/a'])
  })

  it('can end an event', async () => {
    const { bot } = botWith()
    const handler = vi.fn()
    bot.use(() => undefined).on('message', handler)
    expect((await post(bot, bodyOf(event()))).status).toBe(200)
    expect(handler).not.toHaveBeenCalled()
  })

  it('can leave values for handlers', async () => {
    const { bot } = botWith()
    const seen: unknown[] = []
    bot.use((ctx, next) => {
      Object.assign(ctx.state, { plan: 'gold' })
      return next()
    })
    bot.on('message', (ctx) => void seen.push(ctx.state))
    await post(bot, bodyOf(event()))
    expect(seen).toEqual([{ plan: 'gold' }])
  })

  it('may catch what a handler throws', async () => {
    const { bot } = botWith()
    const caught: unknown[] = []
    bot.use(async (_, next) => {
      try {
        await next()
      } catch (error) {
        caught.push(error)
      }
    })
    bot.on('message', () => {
      throw new Error('sync')
    })
    bot.on('postback', () => Promise.reject(new Error('async')))
    expect((await post(bot, bodyOf(event(), taps('x')))).status).toBe(200)
    expect(caught).toEqual([new Error('sync'), new Error('async')])
  })

  it('that forgets to wait does not lose an error', async () => {
    const { bot } = botWith()
    const caught: unknown[] = []
    bot.use((_, next) => void next())
    bot.on('message', async () => {
      await Promise.resolve()
      throw new Error('late')
    })
    bot.catch((error) => void caught.push(error))
    expect((await post(bot, bodyOf(event()))).status).toBe(500)
    expect(caught).toEqual([new Error('late')])
  })

  it('cannot go on twice', async () => {
    const { bot } = botWith()
    const caught: unknown[] = []
    bot.use(async (_, next) => {
      await next()
      await next()
    })
    bot.catch((error) => void caught.push(error))
    await post(bot, bodyOf(event()))
    expect(caught).toEqual([expect.objectContaining({ code: 'next_called_twice' })])
  })
})

describe('events that no filter matches', () => {
  it('goes to the default handler', async () => {
    const { bot } = botWith()
    const types: string[] = []
    bot.on('follow', () => undefined).default((ctx) => void types.push(ctx.event.type))
    await post(bot, bodyOf(event(), event({ type: 'unfollow' })))
    expect(types).toEqual(['message', 'unfollow'])
  })

  it('may be on standby, which only a filter that says so lets through', async () => {
    const { bot } = botWith()
    const heard: string[] = []
    bot.on('message', () => void heard.push('message'))
    bot.on(['standby', 'message:text'], () => void heard.push('standby'))
    bot.default(() => void heard.push('default'))
    const standby = { mode: 'standby', replyToken: undefined }
    await post(bot, bodyOf(says('x', standby), event({ ...standby, type: 'follow' })))
    expect(heard).toEqual(['standby'])
  })

  it('may be unknown to this version, and has a handler of its own', async () => {
    const { bot } = botWith()
    const heard: unknown[] = []
    const rest = vi.fn()
    bot.on('message', rest).default(rest)
    bot.onUnknown(({ type }, about) => void heard.push([type, about.destination]))
    const hologram = event({ message: { type: 'hologram', id: '1' } })
    expect((await post(bot, bodyOf(event({ type: 'wave' }), hologram))).status).toBe(200)
    expect(heard).toEqual([
      ['wave', destination],
      ['message', destination],
    ])
    expect(rest).not.toHaveBeenCalled()
  })
})

describe('several channels', () => {
  const other = `U${'9'.repeat(32)}`
  const make = () =>
    botWith({
      channelSecret: undefined as never,
      channels: [
        { destination, channelSecret: 'one', client: botWith().line },
        { destination: other, channelSecret: 'two', client: botWith().line },
      ],
    })

  it('are distinguished by secret and destination', async () => {
    const { bot } = make()
    const clients: unknown[] = []
    bot.on('message', (ctx) => void clients.push([ctx.destination, ctx.line]))
    const { createHmac } = await import('node:crypto')
    const send = (to: string, secret: string) => {
      const body = JSON.stringify({ destination: to, events: [event()] })
      const signature = createHmac('sha256', secret).update(body).digest('base64')
      return post(bot, body, { signature })
    }
    expect((await send(destination, 'one')).status).toBe(200)
    expect((await send(other, 'two')).status).toBe(200)
    const [[first, firstLine], [second, secondLine]] = clients as [
      [string, unknown],
      [string, unknown],
    ]
    expect([first, second]).toEqual([destination, other])
    expect(firstLine).not.toBe(secondLine)
    // The owner of one channel cannot speak for the other.
    expect((await send(other, 'one')).status).toBe(401)
    expect((await send(destination, 'three')).status).toBe(401)
  })

  it('are found by destination behind a queue', async () => {
    const { bot } = make()
    const seen: string[] = []
    bot.on('message', (ctx) => void seen.push(ctx.destination))
    await bot.handle({ destination: other, events: [event()] as never })
    expect(seen).toEqual([other])
    await expect(bot.handle([event()] as never)).rejects.toThrow(/^No channel/)
  })
})
