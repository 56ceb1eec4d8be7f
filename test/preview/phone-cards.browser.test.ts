/** Templates, pictures, locations and rich menus: every size and color that was measured on screenshots. */
import { describe, expect, it } from 'vitest'
import { type ChatEntry, type HtmlOptions, toHtml } from '../../src/preview/index.js'
import type { Message } from '../../src/spec/index.js'
import { pixelsOf } from '../rich-menu/png-pixels.js'
import { type Drawn, useBrowser } from './browser.js'

const draw = useBrowser()
const account = { name: 'Tea shop' }
const phones = ['iphone', 'android'] as const
const show = (message: Message, options: HtmlOptions = {}, more: Partial<ChatEntry> = {}) => {
  const entry = { kind: 'message', message, ...more } as ChatEntry
  return draw({ entries: [entry] }, { account, ...options })
}
const press = (label: string) => ({ type: 'message', label, text: label }) as const
const template = (json: object): Message =>
  ({ type: 'template', altText: 'a', template: json }) as Message

/** The distance of a text's baseline from the top of the page. */
const baseline = (drawn: Drawn, selector: string): Promise<number> =>
  drawn.run(`(() => {
    const mark = document.createElement('span')
    mark.style.cssText = 'display:inline-block;width:0;height:0'
    document.querySelector('${selector}').prepend(mark)
    return mark.getBoundingClientRect().bottom
  })()`)

describe.each(phones)('templates on %s', (device) => {
  const column = {
    title: 'Oolong',
    text: 'Roasted',
    thumbnailImageUrl: 'https://example.invalid/a',
    actions: [press('Buy'), press('More'), press('Share')],
  }

  it('have one line, between text and actions', async () => {
    for (const json of [
      { type: 'buttons', ...column },
      { type: 'carousel', columns: [column] },
    ]) {
      const drawn = await show(template(json), { device })
      const lines = drawn.of('hairline')
      expect(lines).toHaveLength(1)
      expect(lines[0]!.height).toBe(1)
      // From the picture to the line, with a title and one line of text.
      expect(lines[0]!.y - drawn.of('thumbnail')[0]!.bottom).toBe(78)
      const rows = drawn.of('row')
      expect(rows.map(({ height }) => height)).toEqual([36, 36, 36])
      expect(rows[1]!.y - rows[0]!.y).toBe(36)
      expect(rows[0]!.y - lines[0]!.bottom).toBe(10.5)
      expect(drawn.of('card')[0]!.bottom - rows[2]!.bottom).toBe(10.5)
    }
  })

  it('are 260 wide, with a bold title of 16, text of 14 and actions of 15', async () => {
    const drawn = await show(template({ type: 'buttons', ...column }), { device })
    expect(drawn.of('card')[0]!.width).toBe(260)
    expect(drawn.of('thumbnail')[0]!.height).toBeCloseTo(260 / 1.51, 1)
    expect(drawn.of('card-title')[0]!.style).toMatchObject({
      fontSize: '16px',
      fontWeight: '700',
      color: 'rgb(0, 0, 0)',
    })
    expect(drawn.of('card-text')[0]!.style).toMatchObject({
      fontSize: '14px',
      lineHeight: '21px',
      color: 'rgb(85, 85, 85)',
    })
    const label = drawn.all.find(({ text, roles }) => text === 'Buy' && roles[0] === 'line')
    expect(label!.style).toMatchObject({
      fontSize: '15px',
      fontWeight: '400',
      color: 'rgb(65, 101, 154)',
    })
    const down =
      (await baseline(drawn, '.fk-card-text')) - (await baseline(drawn, '.fk-card-title'))
    expect(Math.abs(down - 28)).toBeLessThanOrEqual(1)
  })

  it('of pictures have their label in a pill above the lower edge', async () => {
    const columns = [{ imageUrl: 'https://example.invalid/a', action: press('Miso ramen') }]
    const drawn = await show(template({ type: 'image_carousel', columns }), { device })
    const [pill] = drawn.of('square-label')
    const [square] = drawn.of('square')
    const label = drawn.all.find(({ text, roles }) => text === 'Miso ramen' && roles[0] === 'line')!
    expect(pill!.height).toBe(41)
    expect(pill!.width - label.width).toBeCloseTo(35, 1)
    expect(square!.bottom - pill!.bottom).toBe(25)
    expect(pill!.style.backgroundColor).toBe('rgba(0, 0, 0, 0.5)')
    expect(label.style).toMatchObject({
      fontSize: '13px',
      fontWeight: '500',
      color: 'rgb(255, 255, 255)',
    })
  })
})

describe('pictures', () => {
  const svg = (width: number, height: number): string =>
    `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}'%3E%3C/svg%3E`

  it.each([
    ['portrait', 430, 696, 215, 348],
    ['long', 300, 1392, 75, 348],
    ['landscape', 1024, 512, 240, 120],
    ['square', 1024, 1024, 240, 240],
    ['small', 120, 60, 120, 60],
  ])(
    'that are %s (%i × %i) are whole: %i × %i',
    async (_, width, height, shownWidth, shownHeight) => {
      for (const type of ['image', 'video'] as const) {
        const url = svg(width, height)
        const message = { type, originalContentUrl: url, previewImageUrl: url } as Message
        for (const more of [{}, { from: 'me' }] as const) {
          const drawn = await show(message, {}, more)
          await drawn.pictures()
          const size = await drawn.page.locator('img').last().boundingBox()
          expect(size!.width).toBeCloseTo(shownWidth, 0)
          expect(size!.height).toBeCloseTo(shownHeight, 0)
          const frame = await drawn.page
            .locator(type === 'image' ? '.fk-picture' : '.fk-video')
            .boundingBox()
          expect(frame).toEqual(size)
          if (type === 'image') continue
          const button = (await drawn.page.locator('.fk-play').boundingBox())!
          expect(button.x + button.width / 2).toBeCloseTo(size!.x + size!.width / 2, 0)
          expect(button.y + button.height / 2).toBeCloseTo(size!.y + size!.height / 2, 0)
        }
      }
    },
  )

  it('have corners of 7, and space of their own if they are missing', async () => {
    for (const url of ['https://example.invalid/a', 'not a URL']) {
      const drawn = await show({ type: 'image', originalContentUrl: url, previewImageUrl: url })
      await drawn.pictures()
      const picture = (await drawn.page.locator('.fk-picture').boundingBox())!
      expect(picture).toMatchObject({ width: 240, height: 180 })
      expect(drawn.of('picture')[0]!.style.borderTopLeftRadius).toBe('7px')
      const color = pixelsOf(await drawn.page.screenshot({ clip: picture }))
      for (let x = 8; x < 24; x += 2) expect(color(x, 172)).toBe('#dfe4ea') // no icon of the browser
    }
  })
})

describe('locations', () => {
  const place: Message = {
    type: 'location',
    title: 'Tea shop',
    address: '1 Ginza, Tokyo',
    latitude: 35,
    longitude: 139,
  }

  it('are 233 wide: a map of 131, title, address, a line, and a row with a pin', async () => {
    const drawn = await show(place)
    const [card] = drawn.of('location')
    expect(card!.width).toBe(233)
    expect(drawn.of('map')[0]).toMatchObject({ width: 233, height: 131, y: card!.y })
    expect(drawn.of('location-title')[0]!.style).toMatchObject({
      fontSize: '14px',
      fontWeight: '700',
    })
    expect(drawn.of('location-address')[0]!.style).toMatchObject({
      fontSize: '14px',
      fontWeight: '400',
    })
    const [line] = drawn.of('hairline')
    const [row] = drawn.of('location-row')
    expect(line!.y).toBeGreaterThan(drawn.of('location-address')[0]!.bottom)
    expect(row).toMatchObject({ y: line!.bottom, bottom: card!.bottom, text: 'Location' })
    const [pin, arrow] = drawn.of('image').slice(-3)
    expect(pin!.x).toBeLessThan(arrow!.x)
  })

  it('that are own ones are green below the map', async () => {
    const own = await show(place, {}, { from: 'me' })
    expect(own.of('location')[0]!.style.backgroundColor).toBe('rgb(109, 230, 123)')
    const other = await show(place)
    expect(other.of('location')[0]!.style.backgroundColor).toBe('rgb(255, 255, 255)')
    const dark = await show(place, { theme: 'dark' })
    expect(dark.of('location')[0]!.style.backgroundColor).toBe('rgb(42, 42, 42)')
  })
})

describe('rich menus', () => {
  const menu = {
    size: { width: 2500, height: 1250 },
    selected: true,
    name: 'menu',
    chatBarText: 'Open me',
    areas: [],
  }

  it('take the place of the text field: the picture, and below it the bar', async () => {
    const drawn = await draw({ entries: [], richMenu: { menu } }, { account })
    expect(drawn.of('text-field')).toEqual([])
    const [picture] = drawn.of('menu-picture')
    const [bar] = drawn.of('chat-bar')
    expect(picture).toMatchObject({ x: 0, width: 375, height: 187.5 })
    expect(bar).toMatchObject({ y: picture!.bottom, height: 51, text: 'Open me' })
    const label = drawn.all.find(({ text, roles }) => text === 'Open me' && roles[0] === 'line')!
    expect(label.style.fontWeight).toBe('400')
    const [icon] = drawn.of('image').slice(-2)
    expect(icon!.x).toBeLessThan(label.x)
    expect(drawn.of('triangle')[0]!.x).toBeGreaterThan(label.right)
  })

  it('are below the rows of a chat without its frame', () => {
    const chat = { entries: [], richMenu: { menu } }
    for (const html of [toHtml(chat, { as: 'rows' }), toHtml(chat, { frame: 'none' })]) {
      expect(html).toContain('fk-rich-menu')
      expect(html).not.toMatch(/class="[^"]*(?:fk-head|fk-text-field)/)
    }
  })

  it('give the place back to the text field while the user types', async () => {
    const drawn = await draw({ entries: [], richMenu: { menu, keyboard: true } }, { account })
    expect(drawn.of('rich-menu')).toEqual([])
    expect(drawn.of('text-field')).toHaveLength(1)
  })
})

describe('several phones', () => {
  const hello: Message = { type: 'text', text: 'Hello' }

  it('are side by side, each with its width, and a caption if it is asked for', async () => {
    const device = ['iphone', 'android', 'iphone'] as const
    const drawn = await draw(hello, { account, device, caption: true })
    await drawn.page.setViewportSize({ width: 1300, height: 900 })
    const screens = drawn.of('phone')
    expect(screens.map(({ width }) => width)).toEqual([375, 360, 375])
    expect(screens[1]!.x).toBe(395)
    expect(drawn.of('caption').map(({ text }) => text)).toEqual([
      'iPhone · 375 px wide · text 16 px',
      'Android · 360 px wide · text 16 px',
      'iPhone · 375 px wide · text 16 px',
    ])
    expect((await draw(hello, { account, device })).of('caption')).toEqual([])
  })

  it('have the width and the font size of the options in their captions', async () => {
    const options = { account, caption: true, width: 390, textScale: 1.3, language: 'ja' } as const
    const [caption] = (await draw(hello, options)).of('caption')
    expect(caption!.text).toBe('iPhone・幅390px・文字19.5px')
  })
})
