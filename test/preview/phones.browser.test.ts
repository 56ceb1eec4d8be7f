/** The frame of LINE by phone: every size and color that was measured on screenshots. */
import { describe, expect, it } from 'vitest'
import type { ChatEntry, DeviceName, HtmlOptions } from '../../src/preview/index.js'
import type { Message } from '../../src/spec/index.js'
import { type Drawn, useBrowser } from './browser.js'
import { body, box, bubble, flex, text } from './messages.js'

const draw = useBrowser()
const account = { name: 'Tea shop' }
const phones = ['iphone', 'android'] as const
/** The screens of the screenshots, and where content beside the icon begins. */
const screens = [
  ['iphone', 375, 39],
  ['iphone', 390, 44],
  ['iphone', 414, 41],
  ['android', 360, 43],
  ['android', 411, 43],
] as const

const say = (said: string): Message => ({ type: 'text', text: said })
const entry = (message: Message, more: Partial<ChatEntry> = {}): ChatEntry =>
  ({ kind: 'message', message, time: '10:24', ...more }) as ChatEntry
const show = (entries: readonly ChatEntry[], options: HtmlOptions = {}): Promise<Drawn> =>
  draw({ entries }, { account, ...options })
const of = (size: string): Message =>
  bubble({ size, body: box('vertical', [text('a')], { paddingAll: '0px' }) })
const carousel = (size: string): Message => {
  const one = { type: 'bubble', size, body: box('vertical', [text('a')]) }
  return flex({ type: 'carousel', contents: [one, one] })
}
const press = (label: string) => ({ type: 'message', label, text: label }) as const
const column = { title: 'Oolong', text: 'Roasted', thumbnailImageUrl: 'https://example.invalid/a' }
const template = (json: object): Message =>
  ({ type: 'template', altText: 'a', template: json }) as Message
const buttons = template({ type: 'buttons', ...column, actions: [press('Buy'), press('More')] })
const columns = template({
  type: 'carousel',
  columns: [1, 2, 3].map(() => ({ ...column, actions: [press('Buy')] })),
})
const images = template({
  type: 'image_carousel',
  columns: ['Shoyu', 'Miso', 'Salt'].map((label) => ({
    imageUrl: 'https://example.invalid/a',
    action: press(label),
  })),
})
describe.each(screens)('%s, %i pixels wide', (device, width, left) => {
  const options = { device, width }

  it('has an icon of 28 to 30 pixels, 5 to 8 from the edge, and messages beside it', async () => {
    const drawn = await show([entry(say('a')), entry(buttons)], options)
    for (const icon of drawn.of('avatar')) {
      expect(icon.width).toBeGreaterThanOrEqual(28)
      expect(icon.width).toBeLessThanOrEqual(30)
      expect(icon.x).toBeGreaterThanOrEqual(5)
      expect(icon.x).toBeLessThanOrEqual(8)
    }
    expect(drawn.of('bubble')[0]!.x).toBe(left)
    expect(drawn.of('card')[0]).toMatchObject({ x: left, width: 260 })
  })

  it('has the name in the bar above the chat, and not above messages', async () => {
    const drawn = await show([entry(say('a')), entry(of('mega'))], options)
    const [head] = drawn.of('head')
    expect(head).toMatchObject({ x: 0, y: 0, width, text: 'Tea shop' })
    expect(drawn.of('name')).toEqual([])
    expect(drawn.of('chat')[0]!.y).toBe(head!.bottom)
    expect(drawn.of('text-field')[0]).toMatchObject({ x: 0, width, height: 51 })
  })

  it.each([
    ['micro', 160],
    ['kilo', 260],
    ['mega', 300],
  ])('draws a %s bubble %i pixels wide, alone and in carousels', async (size, expected) => {
    const drawn = await show([entry(of(size)), entry(carousel(size))], options)
    const bubbles = drawn.of('flex-bubble')
    expect(bubbles.map((one) => one.width)).toEqual([expected, expected, expected])
    const [icon] = drawn.of('avatar')
    // A single bubble is beside the icon on an iPhone, and below it on Android.
    expect(bubbles[0]!.x).toBe(device === 'iphone' ? left : 7)
    if (device === 'iphone') expect(bubbles[0]!.y).toBe(icon!.y)
    else expect(bubbles[0]!.y).toBeGreaterThan(icon!.bottom)
  })

  it('draws giga as wide as the screen alone, and 80 % of it in a carousel', async () => {
    const drawn = await show([entry(of('giga')), entry(carousel('giga'))], options)
    const [alone, first] = drawn.of('flex-bubble')
    expect(alone).toMatchObject({ x: 7, width: width - 14 })
    expect(alone!.y).toBeGreaterThan(drawn.of('avatar')[0]!.bottom)
    expect(first!.width).toBeCloseTo(width * 0.8, 0)
  })

  it('has carousels below the icon, from the edge of the screen', async () => {
    const drawn = await show([entry(carousel('mega')), entry(columns), entry(images)], options)
    const firsts = [drawn.of('flex-item')[0]!, drawn.of('card')[0]!, drawn.of('square')[0]!]
    drawn.of('avatar').forEach((icon, index) => {
      expect(firsts[index]!.x).toBe(7)
      expect(firsts[index]!.y).toBeGreaterThan(icon.bottom)
    })
    const [card, next] = drawn.of('card')
    expect(card).toMatchObject({ width: 286 })
    expect(card!.style.borderTopLeftRadius).toBe('10px')
    expect(next!.x - card!.right).toBe(9)
    const [square, other] = drawn.of('square')
    expect(square!.width).toBe(Math.ceil(width * 0.84))
    expect(square!.height).toBe(square!.width)
    expect(square!.style.borderTopLeftRadius).toBe('5px')
    expect(other!.x - square!.right).toBe(9)
  })

  it('has own Flex at the right edge, and its time below at the left', async () => {
    for (const size of ['micro', 'kilo', 'mega', 'giga']) {
      const drawn = await show([entry(of(size), { from: 'me', read: true })], options)
      const [own] = drawn.of('flex-bubble')
      const [time] = drawn.of('time')
      expect(own!.right).toBe(width - 7)
      expect(time!.y).toBeGreaterThan(own!.bottom)
      expect(time!.x).toBe(own!.x)
      expect(drawn.of('avatar')).toEqual([])
    }
  })

  it('has the time of a wide message below it, at its right end', async () => {
    const drawn = await show(
      [entry(of('mega')), entry(of('giga')), entry(carousel('mega'))],
      options,
    )
    const [mega, giga] = drawn.of('flex-bubble')
    const times = drawn.of('time')
    expect(times[0]!.right).toBe(mega!.right)
    expect(times[0]!.y).toBeGreaterThan(mega!.bottom)
    expect(times[1]!.right).toBe(giga!.right)
    expect(times[2]!.right).toBe(width - 7)
    expect(times[2]!.y).toBeGreaterThan(drawn.of('flex-bubble').at(-1)!.bottom)
  })
})

describe('texts', () => {
  it('are 16 pixels on lines of 19.2, on Japanese iPhones 15', async () => {
    const size = async (options: HtmlOptions) => {
      const [one] = (await show([entry(say('a'))], options)).of('text')
      return [one!.style.fontSize, one!.style.lineHeight]
    }
    for (const device of phones) expect(await size({ device })).toEqual(['16px', '19.2px'])
    expect(await size({ language: 'ja' })).toEqual(['15px', '18px'])
    expect(await size({ device: 'android', language: 'ja' })).toEqual(['16px', '19.2px'])
  })

  it('have all type of Flex at 15/16 on Japanese iPhones', async () => {
    const sizes = ['md', 'sm', 'lg', 'xxl']
    const message = body(sizes.map((size) => text('a', { size })))
    const at = async (options: HtmlOptions) =>
      (await draw(message, options))
        .of('line')
        .slice(1, 5)
        .map(({ style }) => style.fontSize)
    expect(await at({ language: 'ja' })).toEqual(['15px', '13px', '18px', '27px'])
    for (const options of [{}, { device: 'android', language: 'ja' }] as const)
      expect(await at(options)).toEqual(['16px', '14px', '19px', '29px'])
  })

  it.each([
    ['iphone', 1.2, 1.2],
    ['android', 1.37, 1.18],
    ['simulator', 1.4, 1.4],
  ] as const)(
    'of Flex on %s: a line of %d, and %d for each next one',
    async (device, one, next) => {
      const contents = ['a', 'a\na', 'a\na\na'].map((said) =>
        text(said, { wrap: true, size: '5xl' }),
      )
      const drawn = await draw(body([...contents, text('', { size: '5xl' })]), { device })
      const heights = drawn.of('flex-text').map(({ height }) => height / 74)
      ;[one, one + next, one + 2 * next, one].forEach((height, index) =>
        expect(heights[index]).toBeCloseTo(height, 2),
      )
    },
  )

  it('of Flex are #444444 on every device', async () => {
    for (const device of ['iphone', 'android', 'simulator'] as const)
      for (const theme of ['light', 'dark'] as const) {
        const drawn = await draw(body([text('Flex')]), { device, theme })
        const [line] = drawn.all.filter(({ text, roles }) => text === 'Flex' && roles[0] === 'line')
        expect(line!.style.color).toBe('rgb(68, 68, 68)')
      }
  })

  it('have no medium weight around messages', async () => {
    const quickReply = { items: [{ type: 'action', action: press('Yes') }] } as never
    const entries = [entry(buttons), entry({ ...say('a'), quickReply })]
    const drawn = await show(entries)
    expect(new Set(drawn.all.map(({ style }) => style.fontWeight))).toEqual(new Set(['400', '700']))
  })

  it('follow the font size of the user: in the chat, and in Flex with scaling', async () => {
    const both = body([text('Flex', { scaling: true }), text('Same')])
    const emoji = { type: 'text', text: '$', emojis: [{ index: 0, productId: 'a', emojiId: '1' }] }
    const drawn = await show([entry(say('Chat')), entry(both), entry(emoji as Message)], {
      textScale: 1.5,
    })
    const size = (said: string) =>
      drawn.all.find(({ text, roles }) => text === said && /^(?:line|text)$/.test(roles[0]!))!.style
        .fontSize
    expect([size('Chat'), size('Flex'), size('Same'), size('Tea shop')]).toEqual([
      '24px',
      '24px',
      '16px',
      '17px',
    ])
    expect(drawn.of('text').at(-1)!.style.fontSize).toBe('48px')
  })

  it('have links of #5474eb', async () => {
    const drawn = await show([entry(say('https://example.com'))], { device: 'android' })
    const color = await drawn.run(
      `getComputedStyle(document.querySelector('.fk-text [data-action]')).color`,
    )
    expect(color).toBe('rgb(84, 116, 235)')
  })
})

describe('previews of links', () => {
  const url = 'https://example.com/teas'
  const about = {
    title: 'Teas',
    description: 'Green and black',
    imageUrl: 'data:image/png;base64,AA',
  }

  it('are in the bubble: a grey bar, a bold title, grey lines, a thumbnail of 45', async () => {
    const drawn = await show([entry(say(`See ${url} now`))], { linkPreviews: { [url]: about } })
    const [around] = drawn.of('bubble')
    const [preview] = drawn.of('link-preview')
    expect(preview!.y).toBeGreaterThan(drawn.of('text')[0]!.bottom)
    expect(preview!.bottom).toBeLessThan(around!.bottom)
    expect(drawn.of('link-title')[0]).toMatchObject({ text: 'Teas', style: { fontWeight: '700' } })
    expect(drawn.of('link-about')[0]).toMatchObject({ text: 'Green and black' })
    expect(drawn.of('link-image')[0]).toMatchObject({ width: 45, height: 45 })
    expect(drawn.of('link-bar')[0]!.height).toBe(preview!.height)
  })

  it('have at most two grey lines', async () => {
    const description = 'A long description. '.repeat(20)
    const linkPreviews = { [url]: { ...about, description } }
    const [lines] = (await show([entry(say(url))], { linkPreviews })).of('link-about')
    expect(lines!.height).toBeCloseTo(2 * Number.parseFloat(lines!.style.lineHeight), 0)
  })

  it('are only those that the caller gave, one for each text', async () => {
    const linkPreviews = { [url]: about, 'https://example.com/b': about }
    const shown = async (said: string) =>
      (await show([entry(say(said))], { linkPreviews })).of('link-preview').length
    expect(await shown(`${url} https://example.com/b`)).toBe(1)
    expect(await shown(`https://example.com/other https://example.com/b`)).toBe(1)
    expect(await shown('https://example.com/other')).toBe(0)
    expect(await shown('no link')).toBe(0)
  })
})

describe('colors', () => {
  const colorsOf = async (device: DeviceName, theme: 'light' | 'dark') => {
    const drawn = await show([entry(say('a')), entry(say('b'), { from: 'me' }), entry(buttons)], {
      device,
      theme,
    })
    const [other, own] = drawn.of('bubble')
    const chat = await drawn.run(
      `getComputedStyle(document.querySelector('.fk-root')).backgroundColor`,
    )
    return [
      chat,
      ...[other, own, drawn.of('head')[0], drawn.of('text-field')[0], drawn.of('card')[0]].map(
        (one) => one!.style.backgroundColor,
      ),
    ]
  }
  const green = { iphone: 'rgb(109, 230, 123)', android: 'rgb(157, 230, 148)' }
  const white = 'rgb(255, 255, 255)'

  it.each(phones)('of %s, light and dark', async (device) => {
    const blue = 'rgb(140, 171, 216)'
    const bar = 'rgb(37, 37, 37)'
    expect(await colorsOf(device, 'light')).toEqual([
      blue,
      white,
      green[device],
      blue,
      white,
      white,
    ])
    expect(await colorsOf(device, 'dark')).toEqual([
      'rgb(26, 26, 26)',
      'rgb(42, 42, 42)',
      green[device],
      bar,
      bar,
      // Templates stay white.
      white,
    ])
  })
})

describe('quick replies', () => {
  const ask = (labels: readonly string[], more: object = {}): Message => ({
    ...say('Which?'),
    quickReply: {
      items: labels.map((label) => ({ type: 'action', action: press(label), ...more })) as never,
    },
  })

  it.each([
    ['iphone', 30.5, 'rgb(58, 72, 103)'],
    ['android', 34, 'rgb(137, 142, 161)'],
  ] as const)('on %s: dark pills of %d, white labels of 14', async (device, height, color) => {
    const drawn = await show([entry(ask(['Yes', 'No']))], { device })
    const pills = drawn.of('quick')
    expect(pills.map((one) => one.height)).toEqual([height, height])
    expect(pills[0]!.style.backgroundColor).toBe(color)
    expect(pills[1]!.x - pills[0]!.right).toBe(10)
    const label = drawn.all.filter(({ text, roles }) => text === 'Yes' && roles[0] === 'line')[0]
    expect(label!.style).toMatchObject({
      fontSize: '14px',
      fontWeight: '400',
      color: 'rgb(255, 255, 255)',
    })
  })

  it('are in the middle if they fit, directly above the bar; otherwise they scroll', async () => {
    const middle = async (labels: string[]) => {
      const drawn = await show([entry(ask(labels))])
      const pills = drawn.of('quick')
      const field = drawn.of('text-field')[0]!
      expect(drawn.of('quick-replies')[0]!.bottom).toBe(field.y)
      expect(field.y - pills[0]!.bottom).toBeLessThan(12)
      const scrolled = await drawn.run<number>(
        `document.querySelector('.fk-quick-replies').scrollWidth`,
      )
      return { first: pills[0]!.x, center: (pills[0]!.x + pills.at(-1)!.right) / 2, scrolled }
    }
    expect((await middle(['Yes', 'No'])).center).toBeCloseTo(375 / 2, 1)
    const many = await middle(Array<string>(9).fill('A longer label'))
    expect(many.first).toBe(10)
    expect(many.scrolled).toBeGreaterThan(375)
  })

  it('are above a rich menu too', async () => {
    const menu = { size: { width: 2500, height: 843 }, selected: true, name: 'a', areas: [] }
    const richMenu = { menu: { ...menu, chatBarText: 'Menu' } }
    const drawn = await draw({ entries: [entry(ask(['Yes']))], richMenu }, { account })
    expect(drawn.of('quick-replies')[0]!.bottom).toBe(drawn.of('rich-menu')[0]!.y)
  })
})
