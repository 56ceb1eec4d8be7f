/** Types of `ctx.session`. Checked by the compiler only. */
import * as v from 'valibot'
import { expectTypeOf, it } from 'vitest'
import { z } from 'zod'
import { type Session, type SessionOf, session } from '../../src/session/index.js'
import { memoryStore } from '../../src/store/index.js'
import {
  anyOf,
  type Bot,
  type BotContext,
  createBot,
  type WebhookEvent,
} from '../../src/webhook/index.js'
import { secret } from '../webhook/support.js'

interface Cart {
  teas: string[]
  name?: string | undefined
}
const schema = v.object({ teas: v.array(v.string()), name: v.optional(v.string()) })
const sessions = session({ schema, initial: { teas: [] } })
const bot = createBot({
  channelSecret: secret,
  store: memoryStore(),
  session: sessions,
  context: (ctx) => {
    expectTypeOf(ctx.session).toEqualTypeOf<Session<Cart>>()
    return {}
  },
})
type CartContext = BotContext<WebhookEvent, Session<Cart>>

it('reaches every kind of handler without a cast', () => {
  expectTypeOf(bot).toEqualTypeOf<Bot<Session<Cart>>>()
  expectTypeOf<SessionOf<typeof sessions>>().toEqualTypeOf<Session<Cart>>()
  bot.on('message:text', async ({ session, text }) => {
    expectTypeOf(await session.get()).toEqualTypeOf<Cart>()
    await session.set({ name: text })
    await session.set({ name: undefined })
    await session.update((s) => ({ ...s, teas: [...s.teas, text] }))
    // @ts-expect-error no such field
    await session.set({ nmae: text })
    // @ts-expect-error another type
    await session.update(() => ({ teas: 'x' }))
  })
  bot.use(async ({ session }, next) => {
    expectTypeOf(session).toEqualTypeOf<Session<Cart>>()
    await next()
  })
  bot.default(({ session }) => expectTypeOf(session).toEqualTypeOf<Session<Cart>>())
  bot.catch((_, { session }) => expectTypeOf(session).toEqualTypeOf<Session<Cart>>())
  bot.connect({}).on('follow', (ctx) => expectTypeOf(ctx.session).toEqualTypeOf<Session<Cart>>())
  bot.on('accountLink', (ctx) => {
    if (ctx.canReply()) expectTypeOf(ctx.session).toEqualTypeOf<Session<Cart>>()
  })
})

it('reaches functions that filter, alone, in arrays and in anyOf', () => {
  const isAsked = async ({ session }: CartContext) => (await session.get()).name === undefined
  bot.on(isAsked, ({ session }) => expectTypeOf(session).toEqualTypeOf<Session<Cart>>())
  bot.on(['user', 'message:text', isAsked], ({ session, text, userId }) => {
    expectTypeOf(session).toEqualTypeOf<Session<Cart>>()
    expectTypeOf(text).toEqualTypeOf<string>()
    expectTypeOf(userId).toEqualTypeOf<string>()
  })
  bot.on(['message:text', ({ session }) => 'get' in session], (ctx) => ctx.reply(ctx.text))
  bot.on(anyOf('follow', ['message:text', isAsked]), (ctx) => ctx.reply('Hello'))
})

it('keeps handlers of other bots', () => {
  const greet = (ctx: BotContext) => ctx.push('Hello')
  const add = (any: Bot) => any.on('follow', greet)
  bot.on('follow', greet)
  add(bot)
  const plain = createBot({ channelSecret: secret })
  expectTypeOf(plain).toEqualTypeOf<Bot>()
  const needsCart = (some: Bot<Session<Cart>>) => some
  needsCart(bot)
  // @ts-expect-error it has no sessions
  needsCart(plain)
  // @ts-expect-error it has no sessions
  plain.on('follow', ({ session }) => session.get)
})

it('has the defaults of a schema, and needs initial data only where there are none', () => {
  const counter = session({ schema: z.object({ count: z.number().default(0) }) })
  const location = { store: memoryStore(), destination: 'U1', userId: 'U2' }
  const opened = counter.open(location)
  expectTypeOf(opened).toEqualTypeOf<Session<{ count?: number | undefined }, { count: number }>>()
  // @ts-expect-error the initial data is missing
  session({ schema })
  // @ts-expect-error the initial data does not fit
  session({ schema, initial: {} })
})
