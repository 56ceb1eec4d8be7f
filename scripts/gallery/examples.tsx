/** A plate for every example, and one for the bot. */
import { render, renderAsync } from 'fukidashi'
import { BookedCard } from '../../examples/clinic/messages/bookings.js'
import { Doctors } from '../../examples/clinic/messages/doctors.js'
import clinicMenus from '../../examples/clinic/rich-menu.js'
import { contextOf } from '../../examples/clinic/words/index.js'
import { type Example, examples } from '../../examples/index.js'
import lineTabs from '../../examples/line-tabs/rich-menu.js'
import { sum, teas } from '../../examples/shop-bot/goods.js'
import { Added, Teas, Welcome } from '../../examples/shop-bot/messages.js'
import shopMenus from '../../examples/shop-bot/rich-menu.js'
import type { Chat, ChatEntry, PreviewOptions, RichMenuPicture } from '../../src/preview/index.ts'
import { renderRichMenu, type RichMenuSet } from '../../src/rich-menu/index.ts'
import type { Message, RichMenuRequest } from '../../src/spec/index.ts'
import { type Plate, teaRoom, teaShop } from './plates.ts'

/** How an example is drawn where that matters. */
const looks: Readonly<Record<string, PreviewOptions>> = {
  welcome: {
    account: { name: '土曜お茶会', iconUrl: teaShop.iconUrl },
    names: { U4af4980629a1b2c3d4e5f60718293a4b: '葵' },
  },
  'way-to-us': { account: { name: '小茶屋民宿' } },
  appointment: { account: { name: 'さくら内科' }, language: 'ja' },
  cancel: { account: { name: 'คลินิกสีลม' } },
  teas: { account: { name: '山嵐茶行', iconUrl: teaShop.iconUrl } },
  ramen: { account: { name: '麺屋あおい' } },
  'floor-map': { account: { name: 'Midori department store' } },
  receipt: { account: teaRoom },
  'receipt.builders': { account: teaRoom },
  restaurant: { account: { name: 'บ้านส้มตำ' } },
  shop: { account: { name: '茶具行' } },
  ticket: { account: { name: 'Hall A' } },
  'lost-parcel': { account: { name: 'はやぶさ便' } },
  coupon: {
    account: teaRoom,
    language: 'ja',
    coupons: {
      '01JYNW8JMQVFBNWF1APF8Z3FS7': {
        title: 'お誕生日ケーキセット 半額',
        imageUrl: 'https://example.com/coupons/birthday.jpg',
        startTimestamp: 1_790_780_400,
        endTimestamp: 1_793_458_799,
      },
    },
  },
}

const said = (message: Message, more: Partial<ChatEntry> = {}): ChatEntry =>
  ({ kind: 'message', message, time: '10:24', ...more }) as ChatEntry

/** Messages in a chat: LINE puts quick replies below the last. */
const chat = (messages: readonly Message[]): Chat => ({
  entries: messages.map((message) => said(message)),
})

function plates(example: Example): Plate[] {
  const { name, title } = example
  const source = `../examples/${name}.${example.ending}`
  const common = { title, source, options: looks[name] ?? { account: teaShop } }
  const isDarkToo = true
  if (example.kind === 'messages') {
    const { node, to, context } = example
    return [
      {
        ...common,
        name,
        isDarkToo,
        drawable: async () => chat(await renderAsync(node, { ...to, context })),
      },
    ]
  }
  return Object.entries(
    JSON.parse(JSON.stringify(example.menus)) as Record<string, RichMenuRequest>,
  ).map(([alias, menu]) => ({
    ...common,
    name: `${name}.${alias}`,
    drawable: () => ({ menu, imageUrl: `https://example.com/${alias}.png`, open: true }),
  }))
}

const own = (text: string, time: string): ChatEntry =>
  said({ type: 'text', text }, { from: 'me', time, read: true })

/** The beginning of a conversation with the bot. */
async function bot(): Promise<Chat> {
  const tea = teas[0]!
  const [greeting, ...welcome] = render(<Welcome name="Aki" />)
  return {
    entries: [
      { kind: 'system', text: 'Aki added Tea shop as a friend.' },
      ...[greeting!, ...welcome].map((message) => said(message, { time: '10:20' })),
      own('teas', '10:21'),
      ...render(<Teas teas={teas} />).map((message) => said(message, { time: '10:21' })),
      own(`${tea.name}, please`, '10:22'),
      ...render(<Added tea={tea} sum={sum(new Map([[tea.id, 2]]))} />).map((message) =>
        said(message, { time: '10:22' }),
      ),
    ],
    quickReply: false,
    richMenu: await menuOf(shopMenus, 'shop', 'shop-bot'),
  }
}

/** A booking in the clinic. */
async function clinic(): Promise<Chat> {
  // Its buttons are signed. These are not sent.
  process.env['POSTBACK_SECRET'] ??= 'only for pictures'
  const context = contextOf('ja')
  const booking = {
    id: '01JDXG5Q0000000000000000A1',
    userId: `U${'1'.repeat(32)}`,
    locale: 'ja',
    doctor: 'somchai',
    slot: '2030-12-02T09:30',
  } as const
  const drawn = async (node: Parameters<typeof renderAsync>[0], time: string) =>
    (await renderAsync(node, { context: context as object })).map((message) =>
      said(message, { time }),
    )
  return {
    entries: [
      own(context.words.book, '10:21'),
      ...(await drawn(<Doctors />, '10:21')),
      own('ソムチャイ先生、月曜日の9時半', '10:22'),
      ...(await drawn(<BookedCard booking={booking} />, '10:22')),
    ],
    quickReply: false,
    richMenu: await menuOf(clinicMenus, 'booked.ja', 'clinic'),
  }
}

/** A menu of an example; its picture is drawn by `photos`. */
async function menuOf(menus: RichMenuSet, key: string, name: string): Promise<RichMenuPicture> {
  const { json } = await renderRichMenu(menus, key)
  return { menu: json, imageUrl: `https://example.com/${name}/${key}.png`, open: true }
}

/** A plate for each menu of an example. */
const menuPlates = (menus: RichMenuSet, name: string, source: string, title: string): Plate[] =>
  Object.keys(menus.menus).map((key) => ({
    name: `${name}.${key}`,
    title,
    source,
    drawable: () => menuOf(menus, key, name),
    options: { account: teaShop },
  }))

export const examplePlates: readonly Plate[] = [
  ...examples.flatMap(plates),
  {
    name: 'shop-bot',
    title: 'A whole bot: the tea shop',
    source: '../examples/shop-bot/README.md',
    drawable: bot,
    options: { account: teaShop },
    isDarkToo: true,
  },
  {
    name: 'clinic',
    title: 'A bot on several machines: the clinic',
    source: '../examples/clinic/README.md',
    drawable: clinic,
    options: { account: { name: 'みどりクリニック' }, language: 'ja' },
    isDarkToo: true,
  },
  ...menuPlates(
    shopMenus,
    'shop-bot',
    '../examples/shop-bot/rich-menu.tsx',
    'Rich menus that are laid out and drawn by code',
  ),
  ...menuPlates(
    lineTabs,
    'line-tabs',
    '../examples/line-tabs/rich-menu.tsx',
    'The rich menus of LINE’s guide to tabs',
  ),
]

const quick = (label: string) => ({
  type: 'action' as const,
  action: { type: 'message' as const, label, text: label },
})

/** A carousel and quick replies. */
const choosing = (): Chat => ({
  entries: [
    own('teas', '10:21'),
    ...render(<Teas teas={teas} />).map((message) => said(message, { time: '10:21' })),
    said({ type: 'text', text: 'Which one would you like?' }, { time: '10:22' }),
  ],
  quickReply: { items: ['Oolong', 'Black tea', 'Opening hours'].map(quick) },
})

/** Pictures with several phones. */
export const phonePlates: readonly Plate[] = [
  {
    name: 'phones',
    title: 'A carousel and quick replies on an iPhone and an Android phone',
    drawable: choosing,
    options: { account: teaShop, device: ['iphone', 'android'], caption: true },
    isDarkToo: true,
  },
]
