import { describe, expect, it } from 'vitest'
import { type Chat, type ChatEntry, toHtml } from '../../src/preview/index.js'
import type { Message, QuickReply } from '../../src/spec/index.js'
import { useBrowser } from './browser.js'
import { body, text } from './messages.js'

const draw = useBrowser()
const account = { name: 'Tea shop' }
const say = (said: string, more: Partial<Message> = {}): Message =>
  ({ type: 'text', text: said, ...more }) as Message
const from = (who: 'me' | 'bot' | { name: string }, message: Message, more = {}): ChatEntry => ({
  kind: 'message',
  from: who,
  message,
  ...more,
})
const quickReply: QuickReply = {
  items: [
    { type: 'action', action: { type: 'camera', label: 'Camera' } },
    { type: 'action', action: { type: 'message', label: 'No', text: 'no' } },
  ],
}

describe('rows', () => {
  it("have other people's messages on the left with an icon, and own ones on the right", async () => {
    const drawn = await draw(
      { entries: [from('bot', say('a')), from('me', say('b'))] },
      { account },
    )
    const [other, own] = drawn.of('bubble')
    expect(drawn.of('avatar')[0]).toMatchObject({ x: 5, width: 28, height: 28 })
    expect(other!.x).toBe(39)
    expect(own!.right).toBe(375 - 12)
    expect(other!.style.backgroundColor).toBe('rgb(255, 255, 255)')
    expect(own!.style.backgroundColor).toBe('rgb(109, 230, 123)')
    expect(other!.style.borderTopLeftRadius).toBe('18px')
  })

  it('have names above the messages only in groups, once for consecutive texts', async () => {
    const entries = [
      from('bot', say('1')),
      from('bot', say('2')),
      from({ name: 'Ken' }, say('3')),
      from('bot', say('4')),
      { kind: 'system', text: 'a day' } as const,
      from('bot', say('5')),
    ]
    const names = async (chat: Chat) =>
      (await draw(chat, { account })).of('name').map(({ text }) => text)
    expect(await names({ entries })).toEqual(['Tea shop', 'Ken', 'Tea shop', 'Tea shop'])
    expect(await names({ entries, group: false })).toEqual([])
    const own = [from('bot', say('1')), from('me', say('2'))]
    expect(await names({ entries: own })).toEqual([])
    expect(await names({ entries: own, group: true })).toEqual(['Tea shop'])
  })

  it('repeat the icon, except for a text after a text of the same minute', async () => {
    const sticker = { type: 'sticker', packageId: '446', stickerId: '1988' } as const
    const icons = async (...entries: ChatEntry[]) =>
      (await draw({ entries }, { account })).of('avatar').length
    const at = { time: '10:24' }
    expect(await icons(from('bot', say('1'), at), from('bot', say('2'), at))).toBe(1)
    expect(await icons(from('bot', say('1')), from('bot', say('2')))).toBe(1)
    expect(await icons(from('bot', say('1'), at), from('bot', say('2'), { time: '10:25' }))).toBe(2)
    for (const message of [sticker, body([text('a')])]) {
      expect(await icons(from('bot', say('1'), at), from('bot', message, at))).toBe(2)
      expect(await icons(from('bot', message, at), from('bot', say('1'), at))).toBe(2)
      expect(await icons(from('bot', message, at), from('bot', message, at))).toBe(2)
    }
  })

  it('can continue the previous row, for pages that add them one by one', async () => {
    const entries = [from('bot', say('1'), { continues: true })]
    expect((await draw({ entries }, { account })).of('avatar')).toEqual([])
  })

  it('name the sender of a message and the account if they differ', async () => {
    const drawn = await draw([say('a'), say('b', { sender: { name: 'Mike' } })], { account })
    expect(drawn.of('name').map(({ text }) => text)).toEqual(["Mike from 'Tea shop'"])
  })

  it('have time and read mark of 10 pixels at the bottom', async () => {
    const entries = [
      from('me', say('a\nb'), { time: '12:34', read: true }),
      from('me', say('a'), { read: 3 }),
      from('bot', say('a'), { time: '12:35', read: true }),
    ]
    const drawn = await draw({ entries }, { account, language: 'ja' })
    const times = drawn.of('time')
    expect(times.map(({ text }) => text)).toEqual(['既読12:34', '既読 3', '12:35'])
    const [own] = drawn.of('bubble')
    expect(times[0]!.right).toBeLessThan(own!.x)
    expect(own!.bottom - times[0]!.bottom).toBeLessThan(3)
    expect(drawn.of('line').find(({ text }) => text === '12:34')!.style.fontSize).toBe('10px')
  })

  it('have the time below a card on a narrow screen, so that it is not cut off', async () => {
    const place: Message = { type: 'location', title: 'a', address: 'b', latitude: 1, longitude: 2 }
    const entries = [from('bot', place, { time: '12:34' }), from('me', place, { time: '12:35' })]
    for (const width of [300, 320, 340, 375]) {
      const drawn = await draw({ entries }, { account, width })
      const [other, own] = drawn.of('time')
      const cards = drawn.of('location')
      expect(other!.right).toBeLessThanOrEqual(width)
      expect(own!.x).toBeGreaterThanOrEqual(0)
      expect(cards.map(({ x, right }) => [x, right])).toEqual([
        [39, 272],
        [width - 245, width - 12],
      ])
      const isBelow = other!.y >= cards[0]!.bottom
      expect(isBelow).toBe(width < 312)
    }
  })

  it('have the quoted message', async () => {
    const entries = [from('me', say('yes'), { quoted: { name: 'Tea shop', text: 'Tea?' } })]
    const drawn = await draw({ entries })
    const [quote] = drawn.of('quote')
    const [bubble] = drawn.of('bubble')
    expect(quote!.text).toBe('Tea shopTea?')
    // As in LINE: in the bubble, above the text.
    expect(bubble!.text).toBe('Tea shopTea?yes')
    expect(quote!.y).toBeGreaterThan(bubble!.y)
    expect(drawn.of('text').at(-1)!.y).toBeGreaterThan(quote!.bottom)
  })

  it('have the quoted message above a message without bubble, with a small image', async () => {
    const sticker = { type: 'sticker', packageId: '446', stickerId: '1988' } as const
    const imageUrl = 'data:image/png;base64,AAAA'
    const entries = [from('me', sticker, { quoted: { name: 'Aki', text: '[Picture]', imageUrl } })]
    const drawn = await draw({ entries })
    expect(drawn.of('quote')[0]!.bottom).toBeLessThanOrEqual(drawn.of('sticker')[0]!.y)
    expect(drawn.of('image').filter(({ width }) => width === 34)).toHaveLength(1)
  })

  it('have a mark if they were edited', async () => {
    const edited = { edited: true, time: '12:34' }
    const entries = [from('me', say('a'), { ...edited, read: true }), from('bot', say('b'), edited)]
    const texts = (await draw({ entries }, { language: 'ja' })).of('time').map(({ text }) => text)
    expect(texts).toEqual(['既読編集済み12:34', '編集済み12:34'])
  })

  it('have the time within the screen below messages of full width', async () => {
    const entries = [from('bot', body([text('a')]), { time: '12:34' })]
    const drawn = await draw({ entries }, { account })
    expect(drawn.of('time')[0]!.y).toBeGreaterThan(drawn.of('flex-bubble')[0]!.bottom)
    expect(drawn.of('time')[0]!.right).toBeLessThanOrEqual(365)
  })

  it('have centered system messages of 12 pixels, and the loading animation on the side of the bot', async () => {
    const chat: Chat = { entries: [{ kind: 'system', text: 'Ken joined' }, { kind: 'loading' }] }
    const drawn = await draw(chat, { account })
    const [pill] = drawn.of('pill')
    expect(pill!.style.backgroundColor).toBe('rgba(0, 0, 0, 0.2)')
    expect(pill!.x + pill!.width / 2).toBeCloseTo(187.5, 0)
    expect(drawn.of('text')[0]!.style).toMatchObject({
      fontSize: '12px',
      color: 'rgb(255, 255, 255)',
    })
    expect(drawn.of('dot')).toHaveLength(3)
    expect(drawn.of('bubble')[0]!.x).toBe(39)
  })
})

describe('quick replies', () => {
  it("are those of the bot's last message", () => {
    const pills = (chat: Chat) => toHtml(chat, { as: 'markup' }).split('fk-quick"').length - 1
    const asks = from('bot', say('a', { quickReply }))
    expect(pills({ entries: [asks] })).toBe(2)
    expect(pills({ entries: [asks, from('bot', say('b'))] })).toBe(0)
    expect(pills({ entries: [asks, from('me', say('b'))] })).toBe(0)
    expect(pills({ entries: [asks], quickReply: false })).toBe(0)
    expect(pills({ entries: [from('me', say('b'))], quickReply })).toBe(2)
  })

  it("have icons of 24 pixels, LINE's own for camera, camera roll and location", async () => {
    const drawn = await draw([say('a', { quickReply })])
    expect(drawn.of('pill-icon')).toHaveLength(1)
    expect(drawn.of('pill-icon')[0]).toMatchObject({ width: 24, height: 24 })
  })
})

describe('rich menus', () => {
  const menu = {
    size: { width: 2500, height: 1250 },
    selected: false,
    name: 'menu',
    chatBarText: 'Open me',
    areas: [
      {
        bounds: { x: 1250, y: 0, width: 1250, height: 625 },
        action: { type: 'postback', data: 'a', label: 'Buy' } as const,
      },
    ],
  }

  it('scale their areas with the image', async () => {
    const drawn = await draw({ menu, imageUrl: 'https://example.invalid/a.png', open: true })
    expect(drawn.of('menu-picture')[0]).toMatchObject({ width: 375, height: 187.5 })
    expect(drawn.of('area')[0]).toMatchObject({ x: 187.5, width: 187.5, height: 93.75 })
    expect(drawn.of('chat-bar')[0]!.text).toBe('Open me')
  })

  it('show the labels of their areas if there is no image', async () => {
    const drawn = await draw({ menu, open: true })
    expect(drawn.of('menu-picture')[0]!.text).toContain('Buy')
    const label = drawn.all.find(({ text, x }) => text === 'Buy' && x >= 187.5)
    expect(label!.style.borderTopWidth).toBe('1px')
  })

  it('are closed when they are not selected', async () => {
    const drawn = await draw({ entries: [], richMenu: { menu } })
    expect(drawn.of('menu-picture')).toEqual([])
    expect(drawn.of('chat-bar')[0]!.text).toBe('Open me')
  })

  it('have their text next to the icon, and never half a character', async () => {
    const families = '👨‍👩‍👧‍👦'.repeat(14)
    const given = { menu: { ...menu, chatBarText: families }, open: true }
    const drawn = await draw(given, { width: 240 })
    expect(drawn.of('chat-bar')[0]!.text).toBe(families)
    const [icon] = drawn.of('image').slice(-2)
    const words = drawn.of('line').at(-1)!
    expect(words.x).toBeGreaterThanOrEqual(icon!.right)
    expect(words.right).toBeLessThanOrEqual(drawn.of('triangle')[0]!.x)
    expect(drawn.of('triangle')[0]!.right).toBeLessThanOrEqual(240)
  })
})
