/** Pictures of whole messages, which are test messages in the style of LINE's showcase, and of chats. */
import { corpus } from '../../test/fixtures/messages/index.ts'
import type { Chat, ChatEntry } from '../../src/preview/index.ts'
import type { Message } from '../../src/spec/index.ts'
import type { MessageContent } from '../../src/spec/webhook/message-content.ts'
import { type Plate, slug, teaShop } from './plates.ts'

const upper = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** Accounts of messages that are not from a tea shop. */
const accounts: Readonly<Record<string, string>> = {
  Restaurant: "Brown's Noodle Bar",
  'A shop': 'Furniture of the week',
  'Rooms of a hotel': 'Hotel Hill',
}

/** Messages as bots send them. */
export const showcasePlates: readonly Plate[] = corpus['messages as bots send them']!.filter(
  ({ as = 'message', problems }) => as === 'message' && problems.length === 0,
).map(({ name, value }) => ({
  name: `showcase-${slug(name)}`,
  title: upper(name),
  drawable: () => ({ entries: [{ kind: 'message', message: value as Message, time: '12:00' }] }),
  options: { account: name in accounts ? { name: accounts[name]! } : teaShop },
  anyPhoto: true,
}))

const entry = (message: Message | MessageContent, more: Partial<ChatEntry> = {}): ChatEntry =>
  ({ kind: 'message', message, ...more }) as ChatEntry
const own = (message: object, time: string, more: object = {}): ChatEntry =>
  entry(message as MessageContent, { from: 'me', time, read: true, ...more })
const bot = (message: Message, time: string, more: object = {}): ChatEntry =>
  entry(message, { time, ...more })
const ken = { name: 'Ken', iconUrl: 'https://example.com/icons/mike.png' }

/** A group: messages of people, system messages, quotes, read marks. */
const group: Chat = {
  title: 'Tea time (4)',
  entries: [
    { kind: 'system', text: 'Today' },
    { kind: 'system', text: 'Ken invited Tea shop to the group.' },
    bot(
      { type: 'text', text: 'Hello everybody! Menus are at https://example.com/menu 🍵' },
      '9:41',
    ),
    entry(
      { type: 'text', id: '1', quoteToken: 'q', text: 'Which one is good at night?' },
      { from: ken, time: '9:42' },
    ),
    bot(
      {
        type: 'textV2',
        text: '{ken} Hojicha: it is roasted, and has little caffeine. {tea}',
        substitution: {
          ken: {
            type: 'mention',
            mentionee: { type: 'user', userId: 'U4af4980629a1b2c3d4e5f60718293a4b' },
          },
          tea: { type: 'emoji', productId: '5ac1bfd5040ab15980c9b435', emojiId: '001' },
        },
      },
      '9:42',
      { quoted: { name: 'Ken', text: 'Which one is good at night?' } },
    ),
    own(
      { type: 'text', text: 'I take two bags, and pick them up on the way home.\nSee you!' },
      '9:43',
      { read: 2 },
    ),
    own({ type: 'sticker', packageId: '446', stickerId: '1988' }, '9:43', { read: 2 }),
    own({ type: 'file', fileName: 'invoice-2026-10.pdf', fileSize: 248_300 }, '9:44', { read: 2 }),
    own({ type: 'audio', duration: 7000, contentProvider: { type: 'line' } }, '9:45', { read: 2 }),
    { kind: 'loading' },
  ],
}

const quick = (label: string): object => ({
  type: 'action',
  action: { type: 'message', label, text: label },
})

/** A short chat, for the options `theme` and `language`. */
const short: Chat = {
  entries: [
    bot({ type: 'text', text: 'いらっしゃいませ。何になさいますか。' }, '9:41'),
    own({ type: 'text', text: '煎茶を2つください' }, '9:42'),
    bot(
      {
        type: 'template',
        altText: '確認',
        template: {
          type: 'confirm',
          text: '煎茶 2袋、2,400円です。\n注文しますか。',
          actions: [
            { type: 'message', label: 'はい', text: 'はい' },
            { type: 'message', label: 'いいえ', text: 'いいえ' },
          ],
        },
      },
      '9:42',
    ),
    bot(
      {
        type: 'location',
        title: '茶房みどり',
        address: '京都市中京区',
        latitude: 35,
        longitude: 135,
      },
      '9:43',
    ),
  ],
  quickReply: { items: ['ほうじ茶', '抹茶', '営業時間', 'お店'].map(quick) as never },
}

const names = { U4af4980629a1b2c3d4e5f60718293a4b: 'Ken' }

/** Chats. */
export const chatPlates: readonly Plate[] = [
  {
    name: 'chat-group',
    title: 'A group: people, quotes, mentions, read marks',
    isDarkToo: true,
    drawable: () => group,
    options: { account: teaShop, names },
  },
  {
    name: 'chat-japanese',
    title: "`language: 'ja'`",
    drawable: () => short,
    options: { account: teaShop, language: 'ja' },
  },
  {
    name: 'chat-dark',
    title: "`theme: 'dark'`",
    drawable: () => short,
    options: { account: teaShop, language: 'ja', theme: 'dark' },
  },
]
