/** Types of the context of handlers. Checked by the compiler only. */
import { describe, expectTypeOf, it } from 'vitest'
import { definePostback, type StandardSchema } from '../../src/postback/index.js'
import type {
  BotContext,
  CannotReply,
  ContextOf,
  GroupSource,
  ImageMessageContent,
  Reply,
  TextMessageContent,
  WebhookEvent,
} from '../../src/webhook/index.js'
import { botWith } from './support.js'

const buy = definePostback<{ id: number }>('buy')
const { bot } = botWith()

type Output = { id: number; size: string }
const sized: StandardSchema<{ id: number; size?: string }, Output> = {
  '~standard': { version: 1, vendor: 'test', validate: (value) => ({ value: value as Output }) },
}

describe('a handler of a postback with a schema', () => {
  it('gets what the schema returns, signed or not', () => {
    bot.on(definePostback('a', sized), (_, payload) =>
      expectTypeOf(payload).toEqualTypeOf<Output>(),
    )
    const signed = definePostback('b', sized, { sign: 'secret', bindUser: true })
    bot.on(['user', signed], (_, payload) => expectTypeOf(payload).toEqualTypeOf<Output>())
  })
})

describe('a handler', () => {
  it('of texts has the text and the reply token', () => {
    bot.on('message:text', (ctx) => {
      expectTypeOf(ctx.message).toEqualTypeOf<TextMessageContent>()
      expectTypeOf(ctx.event.message.text).toEqualTypeOf<string>()
      expectTypeOf(ctx.text).toEqualTypeOf<string>()
      expectTypeOf(ctx.textWithoutMention).toEqualTypeOf<string>()
      expectTypeOf(ctx.replyToken).toEqualTypeOf<string>()
      expectTypeOf(ctx.event.replyToken).toEqualTypeOf<string>()
      expectTypeOf(ctx.reply).toEqualTypeOf<Reply>()
    })
  })

  it('of a chat with one user has the user, and elsewhere perhaps', () => {
    bot.on(['message:text', 'user'], (ctx) => expectTypeOf(ctx.userId).toEqualTypeOf<string>())
    bot.on('follow', (ctx) => expectTypeOf(ctx.userId).toEqualTypeOf<string>())
    bot.on(['group', 'message:text'], (ctx) => {
      expectTypeOf(ctx.userId).toEqualTypeOf<string | undefined>()
      expectTypeOf(ctx.source).toEqualTypeOf<GroupSource>()
      expectTypeOf(ctx.chatId).toEqualTypeOf<string>()
    })
  })

  it('of pictures has the provider', () => {
    bot.on('message:image', (ctx) => expectTypeOf(ctx.message).toEqualTypeOf<ImageMessageContent>())
  })

  it('of what cannot be answered has no reply', () => {
    bot.on('unfollow', (ctx) => expectTypeOf(ctx.reply).toEqualTypeOf<CannotReply>())
    bot.on('leave', (ctx) => expectTypeOf(ctx.replyToken).toEqualTypeOf<undefined>())
    bot.on(['standby', 'message'], (ctx) => expectTypeOf(ctx.reply).toEqualTypeOf<CannotReply>())
  })

  it('of what can perhaps be answered has to ask', () => {
    bot.on('accountLink', (ctx) => expectTypeOf(ctx.reply).toEqualTypeOf<Reply | CannotReply>())
    bot.default(async (ctx) => {
      expectTypeOf(ctx.reply).toEqualTypeOf<Reply | CannotReply>()
      if (ctx.canReply()) await ctx.reply('Pardon?')
    })
  })

  it('of a RegExp has its match', () => {
    bot.on(/a(b)/, (ctx) => expectTypeOf(ctx.match).toEqualTypeOf<RegExpExecArray>())
    bot.on(['group', { text: /a/ }], (ctx) => {
      expectTypeOf(ctx.match).toEqualTypeOf<RegExpExecArray>()
    })
    bot.on({ text: 'menu' }, (ctx) => {
      expectTypeOf(ctx.match).toEqualTypeOf<RegExpExecArray | undefined>()
    })
  })

  it('of a typed postback has its payload', () => {
    bot.on(buy, (ctx, { id }) => {
      expectTypeOf(id).toEqualTypeOf<number>()
      expectTypeOf(ctx.postback.data).toEqualTypeOf<string>()
    })
    bot.on(['user', buy], (ctx, payload, next) => {
      expectTypeOf(payload).toEqualTypeOf<{ id: number }>()
      expectTypeOf(ctx.userId).toEqualTypeOf<string>()
      expectTypeOf(next).returns.toEqualTypeOf<Promise<void>>()
    })
    bot.on('postback', (ctx) => {
      const { params } = ctx.postback
      if (params?.datetime !== undefined) expectTypeOf(params.datetime).toEqualTypeOf<string>()
      if (params?.status !== undefined)
        expectTypeOf(params.newRichMenuAliasId).toEqualTypeOf<string | undefined>()
    })
  })

  it('may call what takes any context', () => {
    const log = (ctx: BotContext) => ctx.event.type
    bot.on('message:text', (ctx) => log(ctx))
    bot.on('unfollow', (ctx) => log(ctx))
    bot.on(['group', /x/], (ctx) => log(ctx))
  })

  it('is not made with a filter that does not exist', () => {
    // @ts-expect-error -- it is spelled wrong
    const make = () => bot.on('mesage:text', () => undefined)
    expectTypeOf(make).toBeFunction()
  })
})

it('the mode of an event determines whether it has a reply token', () => {
  const read = (event: WebhookEvent): string | undefined => {
    if (event.type === 'message' && event.mode === 'active') return event.replyToken.slice(0)
    if (event.type === 'message' && event.message.type === 'sticker') return event.message.stickerId
    // @ts-expect-error -- a user who has left cannot get an answer
    if (event.type === 'unfollow') return event.replyToken as string
    if (event.type === 'accountLink' && event.source) return event.source.userId
    return event.source?.userId
  }
  expectTypeOf(read).toBeFunction()
  expectTypeOf<ContextOf<'message'>['source']['type']>().toEqualTypeOf<'user' | 'group' | 'room'>()
})
