/** `anyOf`, predicates and mentions as filters: which events reach a handler, and with what types. */
import { describe, expect, expectTypeOf, it } from 'vitest'
import { definePostback } from '../../../src/postback/index.js'
import {
  anyOf,
  type BotContext,
  type ContextOf,
  type Filter,
  type FollowEvent,
  type GroupSource,
  type ImageMessageContent,
  type MessageEvent,
  type Next,
  type Reply,
  type TextMessageContent,
  type UserSource,
  type VideoMessageContent,
  type WebhookEventType,
} from '../../../src/webhook/index.js'
import { aki, bodyOf, botWith, event, post, says, taps, team } from '../support.js'

const buy = definePostback<{ id: number }>('buy')
const sell = definePostback<{ price: string }>('sell')
const inGroup = { source: { type: 'group', groupId: team, userId: aki } }
const standby = { mode: 'standby', replyToken: undefined }
const message = (type: string, fields = {}) => event({ message: { type, id: '1' }, ...fields })
const mentioning = (isSelf: boolean, fields = {}) =>
  event({
    message: {
      type: 'text',
      id: '1',
      text: '@Bot hello',
      mention: { mentionees: [{ index: 0, length: 4, type: 'user', isSelf }] },
    },
    ...fields,
  })
const mentioningAll = event({
  message: {
    type: 'text',
    id: '1',
    text: '@All hello',
    mention: { mentionees: [{ index: 0, length: 4, type: 'all' }] },
  },
})

const isAdmin = (ctx: BotContext) => ctx.userId === aki
const later = (test: (ctx: BotContext) => boolean) => async (ctx: BotContext) => {
  await Promise.resolve()
  return test(ctx)
}

/** Names of those events that reach a handler with this filter, and of all events that reach the default. */
async function passing(filter: Filter, events: Record<string, Record<string, unknown>>) {
  const { bot } = botWith()
  const names = new Map(Object.entries(events).map(([name, one]) => [one['webhookEventId'], name]))
  const handled: unknown[] = []
  bot.on(filter, (ctx) => void handled.push(names.get(ctx.event.webhookEventId)))
  expect((await post(bot, bodyOf(...Object.values(events)))).status).toBe(200)
  return handled
}

describe('events that pass', () => {
  const events = {
    image: message('image'),
    video: message('video'),
    audio: message('audio'),
    groupImage: message('image', inGroup),
    follow: event({ type: 'follow', message: undefined }),
    text: says('!help'),
    groupText: says('!help', inGroup),
    mention: mentioning(true),
    groupMention: mentioning(true, inGroup),
    other: mentioning(false),
    all: mentioningAll,
    edited: event({
      ...mentioning(true),
      type: 'messageEdited',
      ...inGroup,
      webhookEventId: '01K99999999999999999999999',
    }),
    buy: taps(buy({ id: 1 })),
    standbyImage: message('image', standby),
  }

  it.each<[string, Filter, string[]]>([
    ['any of two kinds', anyOf('message:image', 'message:video'), ['image', 'video', 'groupImage']],
    [
      'any of two kinds, in a group',
      ['group', anyOf('message:image', 'message:video')],
      ['groupImage'],
    ],
    [
      'any of two kinds, in a group, the other way round',
      [anyOf('message:image', 'message:video'), 'group'],
      ['groupImage'],
    ],
    ['an event or a kind of message', anyOf('follow', 'message:video'), ['video', 'follow']],
    [
      'a chat or a kind of message',
      anyOf('group', 'message:audio'),
      ['audio', 'groupImage', 'groupText', 'groupMention', 'edited'],
    ],
    [
      'arrays',
      anyOf(['group', 'message:image'], ['user', 'message:video']),
      ['video', 'groupImage'],
    ],
    [
      'anyOf in anyOf',
      anyOf(anyOf('message:image', 'follow'), 'message:audio'),
      ['image', 'audio', 'groupImage', 'follow'],
    ],
    [
      'two anyOf',
      [anyOf('group', 'room'), anyOf(/^!help/, 'message:image')],
      ['groupImage', 'groupText'],
    ],
    ['only one filter', anyOf('follow'), ['follow']],
    [
      'a text, a postback or a predicate',
      anyOf({ text: '!help' }, buy, (ctx) => ctx.event.type === 'follow'),
      ['follow', 'text', 'groupText', 'buy'],
    ],
    ['a mention of the bot', 'mention', ['mention', 'groupMention']],
    ['a mention of the bot in a group', ['group', 'mention'], ['groupMention']],
    [
      'a mention or a command',
      anyOf('mention', /^!/),
      ['text', 'groupText', 'mention', 'groupMention'],
    ],
    ['a mention with a text', ['mention', /hello/], ['mention', 'groupMention']],
    ['a predicate', (ctx) => ctx.userId === aki && ctx.event.type === 'follow', ['follow']],
    ['a predicate that answers later', later((ctx) => ctx.event.type === 'follow'), ['follow']],
    [
      'a predicate in an array',
      ['message:image', (ctx) => ctx.source?.type === 'group'],
      ['groupImage'],
    ],
    ['several predicates', [isAdmin, later(isAdmin), 'follow', later(() => true)], ['follow']],
    [
      'a predicate that answers later, or another filter',
      anyOf(
        later((ctx) => ctx.event.type === 'follow'),
        'message:audio',
      ),
      ['audio', 'follow'],
    ],
    [
      'any of two kinds on standby',
      ['standby', anyOf('message:image', 'message:video')],
      ['standbyImage'],
    ],
    ['a combination with one possible half', ['user', anyOf('join', 'follow')], ['follow']],
  ])('%s', async (_, filter, expected) => {
    expect((await passing(filter, events)).sort()).toEqual([...expected].sort())
  })
})

it('a handler gets an event once, also if several alternatives match and it calls next()', async () => {
  const { bot } = botWith()
  const handled: string[] = []
  bot.on(anyOf('message', 'message:text', /hello/, isAdmin), (_, next: Next) => {
    handled.push('first')
    return next()
  })
  bot.on('message:text', () => void handled.push('second'))
  await post(bot, bodyOf(event()))
  expect(handled).toEqual(['first', 'second'])
})

it('payload and match are those of the alternative that passed', async () => {
  const { bot } = botWith()
  const handled: unknown[] = []
  bot.on(anyOf(buy, sell, /^buy (\d+)/, 'follow'), (ctx, payload, next) => {
    handled.push([payload, ctx.match?.[1], typeof next])
  })
  await post(
    bot,
    bodyOf(
      taps(buy({ id: 1 })),
      taps(sell({ price: '5' })),
      says('buy 7'),
      event({ type: 'follow' }),
    ),
  )
  expect(handled).toEqual([
    [{ id: 1 }, undefined, 'function'],
    [{ price: '5' }, undefined, 'function'],
    [undefined, '7', 'function'],
    [undefined, undefined, 'function'],
  ])
})

it('a predicate that throws or is rejected fails its event', async () => {
  for (const broken of [
    () => {
      throw new Error('no database')
    },
    () => Promise.reject(new Error('no database')),
  ]) {
    const { bot } = botWith()
    const errors: unknown[] = []
    bot.on(['message', broken], () => undefined).catch((error) => void errors.push(error))
    expect((await post(bot, bodyOf(event()))).status).toBe(500)
    expect(errors).toEqual([new Error('no database')])
  }
})

it('a predicate sees no events that its neighbours refuse, and none that this version does not know', async () => {
  const seen: string[] = []
  const note = (ctx: BotContext) => seen.push(ctx.event.type) > 0
  const { bot } = botWith()
  bot.on(['group', note], () => undefined).on(['follow', note], () => undefined)
  await post(bot, bodyOf(event(), event({ type: 'dance' }), event({ type: 'follow' })))
  expect(seen).toEqual(['follow'])
})

describe('refused are', () => {
  it.each<[string, unknown, RegExp]>([
    ['no alternatives', anyOf(), /^An empty anyOf matches nothing\.\nPermitted are:/],
    [
      'a misspelt name',
      anyOf('mesage:text' as never, 'follow'),
      /^'mesage:text' is not a valid filter\. Did you mean 'message:text'\?/,
    ],
    ['a misspelt mention', 'mentions', /Did you mean 'mention'\?/],
    [
      'alternatives that are all impossible',
      ['user', anyOf('join', 'leave')],
      /^No event is 'user' and anyOf\('join', 'leave'\)/,
    ],
    [
      'an impossible array',
      anyOf(['follow', 'group']),
      /^No event is anyOf\(\['follow', 'group'\]\)/,
    ],
    [
      'a mention among images',
      ['message:image', 'mention'],
      /^No event is 'message:image' and 'mention'/,
    ],
    [
      'standby among others',
      anyOf('standby' as never, 'message'),
      /'standby' cannot be in anyOf\. .*\['standby', anyOf\(…\)\]/,
    ],
    ['a list instead of arguments', anyOf([] as never), /^An empty array matches nothing/],
    ['a text that is not a string', { text: 5 }, /^\{ text: 5 \} is not a valid filter/],
    ['too many combinations', Array(11).fill(anyOf('user', 'group')), /too many combinations/],
  ])('%s', (_, filter, words) => {
    expect(() => botWith().bot.on(filter as Filter, () => undefined)).toThrow(
      expect.objectContaining({
        code: 'filter_invalid',
        message: expect.stringMatching(words) as string,
      }),
    )
  })
})

describe('types', () => {
  const { bot } = botWith()

  it('of anyOf: what its filters have in common', () => {
    bot.on(anyOf('message:image', 'message:video'), (ctx) => {
      expectTypeOf(ctx.message).toEqualTypeOf<ImageMessageContent | VideoMessageContent>()
      expectTypeOf(ctx.reply).toEqualTypeOf<Reply>()
      expectTypeOf(ctx.event.type).toEqualTypeOf<'message'>()
    })
    bot.on(anyOf('follow', 'join'), (ctx) => {
      expectTypeOf(ctx.event.type).toEqualTypeOf<'follow' | 'join'>()
      expectTypeOf(ctx.message).toEqualTypeOf<undefined>()
    })
    bot.on(['group', anyOf('message:image', 'join')], (ctx) => {
      expectTypeOf(ctx.source).toEqualTypeOf<GroupSource>()
      expectTypeOf(ctx.event.type).toEqualTypeOf<'message' | 'join'>()
    })
    bot.on([anyOf('message:image', 'message:video'), 'user'], (ctx) => {
      expectTypeOf(ctx.message).toEqualTypeOf<ImageMessageContent | VideoMessageContent>()
      expectTypeOf(ctx.userId).toEqualTypeOf<string>()
    })
    bot.on(anyOf(['group', 'message:text'], 'follow'), (ctx) => {
      expectTypeOf(ctx.source).toEqualTypeOf<GroupSource | UserSource>()
    })
    bot.on(anyOf(anyOf('follow', 'join'), 'leave'), (ctx) => {
      expectTypeOf(ctx.event.type).toEqualTypeOf<'follow' | 'join' | 'leave'>()
    })
    bot.on(['standby', anyOf('message:image', 'message:video')], (ctx) => {
      expectTypeOf(ctx.event.mode).toEqualTypeOf<'standby'>()
    })
    // @ts-expect-error 'standby' is put beside anyOf
    anyOf('standby', 'message')
    // @ts-expect-error there is no such filter
    anyOf('mesage:text')
  })

  it('of payloads', () => {
    bot.on(anyOf(buy, sell), (_, payload) =>
      expectTypeOf(payload).toEqualTypeOf<{ id: number } | { price: string }>(),
    )
    bot.on(anyOf(buy, 'follow'), (_, payload, next) => {
      expectTypeOf(payload).toEqualTypeOf<{ id: number } | undefined>()
      expectTypeOf(next).toEqualTypeOf<Next>()
    })
    bot.on(['user', anyOf(buy, sell)], (ctx, payload) => {
      expectTypeOf(payload).toEqualTypeOf<{ id: number } | { price: string }>()
      expectTypeOf(ctx.source).toEqualTypeOf<UserSource>()
    })
    bot.on(anyOf('follow', 'join'), (_, next) => expectTypeOf(next).toEqualTypeOf<Next>())
    bot.on(['user', buy], (_, payload) => expectTypeOf(payload).toEqualTypeOf<{ id: number }>())
  })

  it('of matches: certain where every alternative has one', () => {
    bot.on(anyOf(/a/, { text: /b/ }), (ctx) =>
      expectTypeOf(ctx.match).toEqualTypeOf<RegExpExecArray>(),
    )
    bot.on(anyOf(/a/, 'follow'), (ctx) =>
      expectTypeOf(ctx.match).toEqualTypeOf<RegExpExecArray | undefined>(),
    )
    bot.on([/a/, anyOf('mention', 'group')], (ctx) =>
      expectTypeOf(ctx.match).toEqualTypeOf<RegExpExecArray>(),
    )
  })

  it('of mentions: a text message', () => {
    bot.on('mention', (ctx) => {
      expectTypeOf(ctx.message).toEqualTypeOf<TextMessageContent>()
      expectTypeOf(ctx.textWithoutMention).toEqualTypeOf<string>()
      expectTypeOf(ctx.reply).toEqualTypeOf<Reply>()
    })
    bot.on(['group', 'mention'], (ctx) => expectTypeOf(ctx.source).toEqualTypeOf<GroupSource>())
  })

  it('of predicates: a type guard narrows, any other changes nothing', () => {
    bot.on(
      (ctx) => {
        expectTypeOf(ctx).toEqualTypeOf<BotContext>()
        return ctx.mentionsMe
      },
      (ctx) => expectTypeOf(ctx.event.type).toEqualTypeOf<WebhookEventType>(),
    )
    const isFollow = (ctx: BotContext): ctx is BotContext<FollowEvent> =>
      ctx.event.type === 'follow'
    bot.on(isFollow, (ctx) => {
      expectTypeOf(ctx.event.type).toEqualTypeOf<'follow'>()
      expectTypeOf(ctx.event.follow.isUnblocked).toEqualTypeOf<boolean>()
      expectTypeOf(ctx.reply).toEqualTypeOf<Reply>()
    })
    type Photo = MessageEvent & { message: ImageMessageContent }
    const isPhoto = (ctx: BotContext): ctx is BotContext<Photo> => ctx.message?.type === 'image'
    bot.on(['group', isPhoto], (ctx) => {
      expectTypeOf(ctx.source).toEqualTypeOf<GroupSource>()
      expectTypeOf(ctx.message.type).toEqualTypeOf<'image'>()
    })
    bot.on(anyOf(isFollow, 'join'), (ctx) =>
      expectTypeOf(ctx.event.type).toEqualTypeOf<'follow' | 'join'>(),
    )
    bot.on(['message:text', (ctx) => ctx.userId === aki], (ctx) =>
      expectTypeOf(ctx.text).toEqualTypeOf<string>(),
    )
    expectTypeOf<ContextOf<['message:text', typeof isAdmin]>['text']>().toEqualTypeOf<string>()
  })
})
