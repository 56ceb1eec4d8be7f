/** Types of handlers, for each filter alone and in arrays. Checked by the compiler only. */
import { describe, expectTypeOf, it } from 'vitest'
import { definePostback } from '../../../src/postback/index.js'
import type {
  AudioMessageContent,
  CannotReply,
  ContextOf,
  FileMessageContent,
  GroupSource,
  LocationMessageContent,
  PostbackContent,
  Reply,
  RoomSource,
  StickerMessageContent,
  TextMessageContent,
  UserSource,
  VideoMessageContent,
  WebhookEvent,
  WebhookEventType,
} from '../../../src/webhook/index.js'
import { botWith } from '../support.js'

const { bot } = botWith()
const buy = definePostback<{ id: number }>('buy')

describe('a filter for an event', () => {
  it('gives that event and no other, for every event', () => {
    type Given = { [Type in WebhookEventType]: ContextOf<Type>['event']['type'] }
    expectTypeOf<Given>().toEqualTypeOf<{ [Type in WebhookEventType]: Type }>()
  })

  it('offers a reply exactly where LINE sends a token', () => {
    type Certain =
      | 'message'
      | 'messageEdited'
      | 'follow'
      | 'join'
      | 'memberJoined'
      | 'postback'
      | 'videoPlayComplete'
      | 'beacon'
      | 'membership'
    type Replies = {
      [Type in WebhookEventType]: ContextOf<Type>['reply'] extends Reply ? Type : never
    }[WebhookEventType]
    expectTypeOf<Replies>().toEqualTypeOf<Certain>()
    type Tokens = {
      [Type in WebhookEventType]: ContextOf<Type>['replyToken'] extends string ? Type : never
    }[WebhookEventType]
    expectTypeOf<Tokens>().toEqualTypeOf<Certain>()
    expectTypeOf<ContextOf<'accountLink'>['reply']>().toEqualTypeOf<Reply | CannotReply>()
  })

  it('gives what only this event has', () => {
    bot.on('follow', (ctx) => expectTypeOf(ctx.event.follow.isUnblocked).toEqualTypeOf<boolean>())
    bot.on('unsend', (ctx) => expectTypeOf(ctx.event.unsend.messageId).toEqualTypeOf<string>())
    bot.on('memberJoined', (ctx) => {
      expectTypeOf(ctx.event.joined.members).items.toEqualTypeOf<UserSource>()
      expectTypeOf(ctx.source).toEqualTypeOf<GroupSource | RoomSource>()
    })
    bot.on('join', (ctx) => expectTypeOf(ctx.chatId).toEqualTypeOf<string>())
    bot.on('beacon', (ctx) => expectTypeOf(ctx.userId).toEqualTypeOf<string>())
    bot.on('postback', (ctx) => expectTypeOf(ctx.postback).toEqualTypeOf<PostbackContent>())
    bot.on('messageEdited', (ctx) => expectTypeOf(ctx.text).toEqualTypeOf<string>())
    bot.on('delivery', (ctx) => {
      expectTypeOf(ctx.chatId).toEqualTypeOf<undefined>()
      expectTypeOf(ctx.message).toEqualTypeOf<undefined>()
    })
    bot.on('follow', (ctx) => expectTypeOf(ctx.postback).toEqualTypeOf<undefined>())
  })
})

describe('a filter for a kind of message', () => {
  it('gives that message', () => {
    bot.on('message:video', (ctx) => expectTypeOf(ctx.message).toEqualTypeOf<VideoMessageContent>())
    bot.on('message:audio', (ctx) => expectTypeOf(ctx.message).toEqualTypeOf<AudioMessageContent>())
    bot.on('message:file', (ctx) => expectTypeOf(ctx.message).toEqualTypeOf<FileMessageContent>())
    bot.on('message:sticker', (ctx) =>
      expectTypeOf(ctx.message).toEqualTypeOf<StickerMessageContent>(),
    )
    bot.on('message:location', (ctx) =>
      expectTypeOf(ctx.message).toEqualTypeOf<LocationMessageContent>(),
    )
    bot.on('message:image', (ctx) => expectTypeOf(ctx.text).toEqualTypeOf<undefined>())
  })

  it('keeps all kinds where none is named', () => {
    bot.on('message', (ctx) => {
      expectTypeOf(ctx.text).toEqualTypeOf<string | undefined>()
      if (ctx.message.type === 'text') expectTypeOf(ctx.message.text).toEqualTypeOf<string>()
      if (ctx.message.type === 'file') expectTypeOf(ctx.message.fileSize).toEqualTypeOf<number>()
      if (ctx.event.source.type === 'group')
        expectTypeOf(ctx.event.source.groupId).toEqualTypeOf<string>()
    })
  })
})

describe('an array', () => {
  it('knows what all its conditions say, in any order', () => {
    bot.on(['group', 'message:text'], (ctx) => {
      expectTypeOf(ctx.source.groupId).toEqualTypeOf<string>()
      expectTypeOf(ctx.text).toEqualTypeOf<string>()
      expectTypeOf(ctx.message).toEqualTypeOf<TextMessageContent>()
      expectTypeOf(ctx.replyToken).toEqualTypeOf<string>()
      expectTypeOf(ctx.event.source.groupId).toEqualTypeOf<string>()
    })
    bot.on(['message:text', 'room'], (ctx) => {
      expectTypeOf(ctx.source.roomId).toEqualTypeOf<string>()
      expectTypeOf(ctx.userId).toEqualTypeOf<string | undefined>()
    })
    bot.on(['user', buy], (ctx, { id }) => {
      expectTypeOf(ctx.source).toEqualTypeOf<UserSource>()
      expectTypeOf(id).toEqualTypeOf<number>()
      expectTypeOf(ctx.postback.data).toEqualTypeOf<string>()
    })
    bot.on([/^(\w+)$/, 'group'], (ctx) => {
      expectTypeOf(ctx.match[1]!).toEqualTypeOf<string>()
      expectTypeOf(ctx.source.groupId).toEqualTypeOf<string>()
    })
  })

  it('of one is that one', () => {
    expectTypeOf<ContextOf<readonly ['follow']>['event']>().toEqualTypeOf<
      ContextOf<'follow'>['event']
    >()
  })

  it('for a chat leaves only the events of such chats', () => {
    bot.on('user', (ctx) => {
      expectTypeOf(ctx.userId).toEqualTypeOf<string>()
      expectTypeOf(ctx.source).toEqualTypeOf<UserSource>()
    })
    type InGroups = ContextOf<'group'>['event']['type']
    expectTypeOf<Extract<InGroups, 'follow' | 'beacon' | 'delivery'>>().toEqualTypeOf<never>()
  })

  it('on standby cannot reply, whatever else it says', () => {
    bot.on(['standby', 'message:text'], (ctx) => {
      expectTypeOf(ctx.reply).toEqualTypeOf<CannotReply>()
      expectTypeOf(ctx.replyToken).toEqualTypeOf<undefined>()
      expectTypeOf(ctx.text).toEqualTypeOf<string>()
    })
  })
})

it('the union of events narrows on its type, mode and message', () => {
  const read = (event: WebhookEvent): string | undefined => {
    switch (event.type) {
      case 'follow':
        return event.source.userId
      case 'join':
        return event.source.type === 'group' ? event.source.groupId : event.source.roomId
      case 'postback':
        return event.postback.data
      case 'message':
        switch (event.message.type) {
          case 'text':
            return event.message.text
          case 'sticker':
            return event.message.packageId
          default:
            return event.message.id
        }
      default:
        return undefined
    }
  }
  expectTypeOf(read).toBeFunction()
})

it('a handler that is given names its context', () => {
  const greet = (ctx: ContextOf<'follow'>) => ctx.reply(`Hello ${ctx.userId}`)
  bot.on('follow', greet)
  // @ts-expect-error -- a join has no user
  const wrong = () => bot.on('join', greet)
  expectTypeOf(wrong).toBeFunction()
  // @ts-expect-error -- there is no reply to an unfollow
  const silent = () => bot.on('unfollow', (ctx) => ctx.reply('Bye'))
  expectTypeOf(silent).toBeFunction()
})
