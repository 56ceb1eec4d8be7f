import { describe, expect, it } from 'vitest'
import { useBrowser } from './browser.js'
import { body, box, button, pixel, text } from './messages.js'

const draw = useBrowser()
const alone = { frame: 'none', width: 640 } as const

const sizes: [string | undefined, number][] = [
  ['xxs', 11],
  ['xs', 13],
  ['sm', 14],
  ['md', 16],
  ['lg', 19],
  ['xl', 22],
  ['xxl', 29],
  ['3xl', 35],
  ['4xl', 48],
  ['5xl', 74],
  ['23.5px', 23.5],
  [undefined, 16],
]

describe('texts', () => {
  it.each(sizes)('%s has %d pixels and a line height of 1.4', async (size, figure) => {
    const [laid] = (await draw(body([text('a', size ? { size } : {})]), alone)).of('line')
    expect(laid!.style.fontSize).toBe(`${figure}px`)
    expect(laid!.height).toBeCloseTo(figure * 1.4, 1)
  })

  it('are #444444 by default', async () => {
    const laid = (await draw(body([text('a'), text('b', { color: '#11223380' })]), alone)).of(
      'line',
    )
    expect(laid[0]!.style.color).toBe('rgb(68, 68, 68)')
    expect(laid[1]!.style.color).toBe('rgba(17, 34, 51, 0.5)')
  })

  it('are bold, italic and underlined', async () => {
    const given = text('a', { weight: 'bold', style: 'italic', decoration: 'line-through' })
    const laid = (await draw(body([text('a'), given]), alone)).of('line')
    expect(laid[0]!.style).toMatchObject({ fontWeight: '400', fontStyle: 'normal' })
    expect(laid[1]!.style).toMatchObject({
      fontWeight: '700',
      fontStyle: 'italic',
      textDecorationLine: 'line-through',
    })
  })

  it('are aligned to the start by default', async () => {
    const given = [text('a'), text('a', { align: 'center' }), text('a', { align: 'end' })]
    const laid = (await draw(body(given), alone)).of('line')
    expect(laid.map(({ style }) => style.textAlign)).toEqual(['start', 'center', 'end'])
  })

  it('have one line that ends with an ellipsis, unless they wrap', async () => {
    const said = 'A long text that has to be cut somewhere. '.repeat(4)
    const drawn = await draw(body([text(said), text(said, { wrap: true })]), alone)
    expect(drawn.of('line')[0]).toMatchObject({ width: 300 })
    expect(drawn.of('line')[0]!.height).toBeCloseTo(22.4, 1)
    expect(drawn.of('text')[0]!.height).toBeGreaterThan(60)
    const overflow = await drawn.run<string>(
      `getComputedStyle(document.querySelector('.fk-line')).textOverflow`,
    )
    expect(overflow).toBe('ellipsis')
  })

  it('break lines only when they wrap', async () => {
    const drawn = await draw(body([text('a\nb\nc'), text('a\nb\nc', { wrap: true })]), alone)
    expect(drawn.of('line')[0]!.height).toBeCloseTo(22.4, 1)
    expect(drawn.of('text')[0]!.height).toBeCloseTo(67.2, 1)
  })

  it('break words that are longer than a line', async () => {
    const [laid] = (await draw(body([text('W'.repeat(100), { wrap: true })]), alone)).of('text')
    expect(laid!.width).toBe(300)
    expect(laid!.height).toBeGreaterThan(60)
  })

  it('have at most maxLines lines', async () => {
    const said = text('1\n2\n3\n4', { wrap: true, maxLines: 2 })
    const drawn = await draw(body([said, text('1\n2', { wrap: true, maxLines: 0 })]), alone)
    expect(drawn.of('clamp')[0]!.height).toBeCloseTo(44.8, 1)
    expect(drawn.of('text')[0]!.height).toBeCloseTo(44.8, 1)
  })

  it('have spacing between lines, but not above the first and below the last', async () => {
    const given = { wrap: true, lineSpacing: '10px' }
    const drawn = await draw(body([text('1', given), text('1\n2\n3', given)]), alone)
    const [one, three] = drawn.of('flex-text')
    expect(one!.height).toBeCloseTo(22.4, 1)
    expect(three!.height).toBeCloseTo(3 * 22.4 + 20, 1)
  })

  it('are one line high if they are empty', async () => {
    expect((await draw(body([text('')]), alone)).of('flex-text')[0]!.height).toBeCloseTo(22.4, 1)
  })

  it('shrink to fit, but only as far as necessary', async () => {
    const given = { adjustMode: 'shrink-to-fit' }
    const long = 'A line that is much too long to fit into this bubble'
    const drawn = await draw(body([text(long, given), text('short', given)]), alone)
    const [first, second] = drawn.of('line')
    expect(Number.parseFloat(first!.style.fontSize)).toBeLessThan(14)
    expect(Number.parseFloat(first!.style.fontSize)).toBeGreaterThan(12)
    expect(second!.style.fontSize).toBe('16px')
    const fits = await drawn.run<boolean[]>(`[...document.querySelectorAll('.fk-line')].map(
        (line) => line.scrollWidth <= line.clientWidth,
      )`)
    expect(fits).toEqual([true, true])
  })

  it('use the font size of the phone with scaling', async () => {
    const given = [text('a', { scaling: true }), text('a')]
    const laid = (await draw(body(given), { ...alone, textScale: 1.5 })).of('line')
    expect(laid.map(({ style }) => style.fontSize)).toEqual(['24px', '16px'])
  })

  it('start on the right in rtl', async () => {
    const [laid] = (await draw(body([text('a')], {}, { direction: 'rtl' }), alone)).of('line')
    expect(laid!.style.direction).toBe('rtl')
  })
})

describe('spans', () => {
  const laidSpans = async (spans: Record<string, unknown>[], more = {}) => {
    const contents = spans.map((span) => ({ type: 'span', ...span }))
    const given = { type: 'text', contents, ...more }
    const drawn = await draw(body([given]), alone)
    return drawn.all.filter(({ roles, text }) => roles.length === 0 && text !== '')
  }

  it('inherit everything that they do not set', async () => {
    const spans = [
      { text: 'a', color: '#00ff00' },
      { text: 'b', size: 'xs', color: '#ff0000', weight: 'regular', style: 'italic' },
    ]
    const laid = await laidSpans(spans, { size: 'xl', weight: 'bold', color: '#0000ff' })
    expect(laid[0]!.style).toMatchObject({
      fontSize: '22px',
      fontWeight: '700',
      color: 'rgb(0, 255, 0)',
    })
    expect(laid[1]!.style).toMatchObject({
      fontSize: '13px',
      fontWeight: '400',
      fontStyle: 'italic',
      color: 'rgb(255, 0, 0)',
    })
  })

  it('have their own decoration only if the text has none', async () => {
    const spans = [
      { text: 'a', decoration: 'underline' },
      { text: 'b', color: '#0000ff' },
    ]
    const own = await laidSpans(spans)
    expect(own.map(({ style }) => style.textDecorationLine)).toEqual(['underline', 'none'])
    const given = await laidSpans(spans, { decoration: 'line-through' })
    expect(given.map(({ style }) => style.textDecorationLine)).toEqual([
      'line-through',
      'line-through',
    ])
  })
})

describe('baseline boxes', () => {
  it.each(sizes)(
    'icon %s is %d high, and its width follows the aspect ratio',
    async (size, figure) => {
      const icon = { type: 'icon', url: pixel, ...(size && { size }), aspectRatio: '3:1' }
      const drawn = await draw(body([box('baseline', [icon])]), alone)
      expect(drawn.of('glyph')[0]).toMatchObject({ width: figure * 3, height: figure })
    },
  )

  it('align texts of all sizes, and the bottom of icons, on one baseline', async () => {
    const icon = { type: 'icon', url: pixel, size: 'xl' }
    const row = [icon, text('x', { size: 'xxs' }), text('x', { size: '3xl', gravity: 'bottom' })]
    const drawn = await draw(body([box('baseline', row)]), alone)
    const baselines = await drawn.run<
      number[]
    >(`[...document.querySelectorAll('.fk-line')].map((line) => {
        const mark = document.createElement('i')
        mark.style.cssText = 'display:inline-block;width:0;height:0'
        line.append(mark)
        return mark.getBoundingClientRect().bottom
      })`)
    const bottom = drawn.of('glyph')[0]!.bottom
    for (const baseline of baselines) expect(baseline).toBeCloseTo(bottom, 0)
  })

  it('never let an icon grow', async () => {
    const icon = { type: 'icon', url: pixel }
    const drawn = await draw(body([box('baseline', [icon, text('a')], { spacing: 'sm' })]), alone)
    expect(drawn.of('flex-icon')[0]!.width).toBe(16)
    expect(drawn.of('flex-text')[0]).toMatchObject({ x: 7 + 16 + 4, width: 300 - 20 })
  })
})

describe('buttons', () => {
  it.each([
    ['md', 52],
    ['sm', 40],
    [undefined, 52],
  ])('%s is %d high', async (height, figure) => {
    const [laid] = (await draw(body([button(height ? { height } : {})]), alone)).of(
      'flex-button-face',
    )
    expect(laid).toMatchObject({ width: 300, height: figure })
    expect(laid!.style.borderTopLeftRadius).toBe('8px')
  })

  const none = 'rgba(0, 0, 0, 0)'
  it.each([
    ['primary', undefined, 'rgb(23, 201, 80)', 'rgb(255, 255, 255)'],
    ['secondary', undefined, 'rgb(220, 223, 229)', 'rgb(17, 17, 17)'],
    ['link', undefined, none, 'rgb(66, 101, 154)'],
    [undefined, undefined, none, 'rgb(66, 101, 154)'],
    ['primary', '#ff0000', 'rgb(255, 0, 0)', 'rgb(255, 255, 255)'],
    ['secondary', '#ff0000', 'rgb(255, 0, 0)', 'rgb(17, 17, 17)'],
    ['link', '#ff0000', none, 'rgb(255, 0, 0)'],
  ])('%s with the color %s', async (style, color, background, letters) => {
    const drawn = await draw(
      body([button({ ...(style && { style }), ...(color && { color }) })]),
      alone,
    )
    expect(drawn.of('flex-button-face')[0]!.style.backgroundColor).toBe(background)
    expect(drawn.of('line')[0]!.style).toMatchObject({ color: letters, fontSize: '16px' })
  })

  it('have one centered line that ends with an ellipsis', async () => {
    const action = {
      type: 'message',
      label: 'A label much longer than the button is wide',
      text: 'a',
    }
    const drawn = await draw(body([button(), button({ action })]), alone)
    const [short, long] = drawn.of('line')
    expect(short!.x + short!.width / 2).toBeCloseTo(157, 0)
    expect(long).toMatchObject({ x: 7 + 16, width: 300 - 32 })
  })

  it('shrink their label to fit', async () => {
    const action = {
      type: 'message',
      label: 'A label much longer than the button is wide',
      text: 'a',
    }
    const drawn = await draw(body([button({ action, adjustMode: 'shrink-to-fit' })]), alone)
    const [label] = drawn.of('line')
    expect(Number.parseFloat(label!.style.fontSize)).toBeLessThan(15)
    expect(label!.width).toBe(268)
  })
})
