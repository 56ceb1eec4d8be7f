/** Sizes that the other Flex tests do not cover: defaults, inheritance, and contents outside of their parent. */
import { describe, expect, it } from 'vitest'
import { useBrowser } from './browser.js'
import { block, body, box, bubble, button, flex, picture, text } from './messages.js'

const draw = useBrowser()
const alone = { frame: 'none', width: 640 } as const
const ltrAndRtl = ['ltr', 'rtl'] as const

describe('a message without a chat', () => {
  it('has the background of the simulator, and scrolls without a scroll bar', async () => {
    const contents = [1, 2].map(() => ({ type: 'bubble', body: box('vertical', [text('a')]) }))
    const drawn = await draw(flex({ type: 'carousel', contents }), alone)
    const root = await drawn.run<string>(
      `getComputedStyle(document.querySelector('.fk-root')).backgroundColor`,
    )
    expect(root).toBe('rgb(132, 158, 191)')
    expect(drawn.of('flex')[0]!.style.scrollbarWidth).toBe('none')
  })

  it('has the fonts of phones', async () => {
    for (const [device, first] of [
      ['iphone', /^-apple-system, BlinkMacSystemFont, "Inter Variable", Inter, /],
      ['android', /^"Roboto Variable", Roboto, /],
      ['simulator', /^"Roboto Variable", Roboto, /],
    ] as const) {
      const { run } = await draw(body([text('a')]), { ...alone, device })
      // Without the fonts that all tests draw with.
      const family = await run<string>(`(() => {
        document.adoptedStyleSheets = []
        return getComputedStyle(document.querySelector('.fk-line')).fontFamily
      })()`)
      expect(family).toMatch(first)
      expect(family).toMatch(/sans-serif$/)
    }
  })
})

describe('blocks', () => {
  const part = (height: string) => box('vertical', [block(undefined, height)])

  it('are divided by the color of separators', async () => {
    const styles = { footer: { separator: true }, hero: { separator: true } }
    const drawn = await draw(
      bubble({ header: part('9px'), hero: part('9px'), footer: part('9px'), styles }),
      alone,
    )
    for (const name of ['flex-hero', 'flex-footer'])
      expect(drawn.of(name)[0]!.style).toMatchObject({
        borderTopWidth: '1px',
        borderTopColor: 'rgb(212, 214, 218)',
      })
  })

  it('grow with the tallest bubble only if they are bodies', async () => {
    const blocks = { header: part('10px'), hero: part('20px'), footer: part('30px') }
    const contents = ['200px', '10px'].map((height) => ({
      type: 'bubble',
      size: 'micro',
      ...blocks,
      body: part(height),
    }))
    const drawn = await draw(flex({ type: 'carousel', contents }), alone)
    const heights = (name: string) => drawn.of(`flex-${name}`).map(({ height }) => height)
    expect(heights('header')).toEqual([30, 30])
    expect(heights('hero')).toEqual([20, 20])
    expect(heights('body')).toEqual([220, 220])
    expect(heights('footer')).toEqual([50, 50])
  })

  it('are clipped by the corners of the bubble', async () => {
    const hero = picture({ size: 'full', aspectMode: 'cover' })
    const drawn = await draw(bubble({ size: 'mega', hero }), alone)
    // The element at a point inside the hero, but outside of the rounded corner.
    const at = (x: number, y: number) =>
      drawn.run<boolean>(`(() => {
        const root = document.querySelector('.fk-root').getBoundingClientRect()
        const found = document.elementFromPoint(root.left + ${x}, root.top + ${y})
        return found.closest('.fk-flex-hero') !== null
      })()`)
    expect(await at(7 + 1, 7 + 1)).toBe(false)
    expect(await at(7 + 20, 7 + 20)).toBe(true)
  })
})

describe('paddings of single sides', () => {
  const steps: [string, number][] = [
    ['none', 0],
    ['xs', 2],
    ['sm', 4],
    ['md', 8],
    ['lg', 12],
    ['xl', 16],
    ['xxl', 20],
    ['5.5px', 5.5],
    ['10%', 30],
  ]
  it.each(steps)('%s is %d', async (step, figure) => {
    for (const direction of ltrAndRtl) {
      const sides = ['Top', 'Bottom', 'Start', 'End'].map((side) =>
        box('vertical', [block(undefined, '10px')], { [`padding${side}`]: step }),
      )
      const drawn = await draw(body(sides, {}, { direction }), alone)
      const laid = drawn.of('flex-vertical').slice(1)
      const room = [0, 2, 4, 6].map((index) => {
        const [outer, inner] = [laid[index]!, laid[index + 1]!]
        const start = direction === 'ltr' ? inner.x - outer.x : outer.right - inner.right
        const end = direction === 'ltr' ? outer.right - inner.right : inner.x - outer.x
        return [inner.y - outer.y, outer.bottom - inner.bottom, start, end].map(
          (side) => Math.round(side * 10) / 10,
        )
      })
      expect(room).toEqual(
        [0, 1, 2, 3].map((side) => [0, 1, 2, 3].map((each) => (each === side ? figure : 0))),
      )
    }
  })
})

describe('boxes', () => {
  it('clip their contents', async () => {
    const tall = box('vertical', [block('10px', '90px')], { height: '40px' })
    const drawn = await draw(body([tall, text('after')]), alone)
    expect(drawn.of('flex-vertical')[1]).toMatchObject({ height: 40 })
    expect(drawn.of('flex-vertical')[1]!.style).toMatchObject({
      overflow: 'hidden',
      position: 'relative',
    })
    expect(drawn.of('flex-text')[0]!.y).toBe(7 + 40)
  })

  it('have a gradient over their color, with its third color in the middle, in both directions', async () => {
    const background = {
      type: 'linearGradient',
      angle: '90deg',
      startColor: '#ff0000',
      centerColor: '#00ff00',
      endColor: '#0000ff',
    }
    const given = block(undefined, '9px', { background, backgroundColor: '#112233' })
    for (const direction of ltrAndRtl) {
      const laid = (await draw(body([given], {}, { direction }), alone)).of('flex-vertical')[1]!
      expect(laid.style.backgroundImage).toBe(
        'linear-gradient(90deg, rgb(255, 0, 0) 0%, rgb(0, 255, 0) 50%, rgb(0, 0, 255) 100%)',
      )
    }
  })

  it('fill a column with fillers, by their shares', async () => {
    const column = [
      block(undefined, '10px'),
      { type: 'filler' },
      block(undefined, '10px'),
      { type: 'filler', flex: 2 },
    ]
    const drawn = await draw(
      body([box('vertical', column, { height: '80px', spacing: 'md' })]),
      alone,
    )
    const rest = 80 - 20 - 8
    expect(drawn.of('flex-filler').map(({ height }) => Math.round(height * 10) / 10)).toEqual([
      Math.round((rest / 3) * 10) / 10,
      Math.round(((rest * 2) / 3) * 10) / 10,
    ])
  })
})

describe('positions', () => {
  it('are as wide as their contents, and without margin, if they are absolute', async () => {
    const given = text('over', { position: 'absolute', margin: 'xxl' })
    const drawn = await draw(body([block(undefined, '50px'), given]), alone)
    const [laid] = drawn.of('flex-text')
    expect(laid!.width).toBeGreaterThan(20)
    expect(laid!.width).toBeLessThan(60)
    expect(laid!.x).toBe(7)
    expect(drawn.of('flex-body')[0]!.height).toBe(50)
  })

  it('are above earlier and below later components', async () => {
    const over = (color: string) =>
      block('50px', '50px', {
        position: 'absolute',
        offsetTop: '0px',
        offsetStart: '0px',
        backgroundColor: color,
      })
    const drawn = await draw(body([block('50px', '50px'), over('#ff0000'), over('#00ff00')]), alone)
    const top = await drawn.run<string>(`(() => {
      const root = document.querySelector('.fk-root').getBoundingClientRect()
      const found = document.elementFromPoint(root.left + 7 + 25, root.top + 7 + 25)
      return getComputedStyle(found).backgroundColor
    })()`)
    expect(top).toBe('rgb(0, 255, 0)')
  })

  it.each([
    ['offsetTop', '10px', 0, 10],
    ['offsetBottom', '10px', 0, -10],
    ['offsetStart', '10px', 10, 0],
    ['offsetEnd', '10px', -10, 0],
    ['offsetStart', '10%', 30, 0],
    ['offsetEnd', 'xl', -16, 0],
    ['offsetBottom', '-4px', 0, 4],
  ])('%s %s moves by %d and %d', async (offset, value, x, y) => {
    const column = [block('40px', '20px', { [offset]: value }), block('40px', '20px')]
    for (const direction of ltrAndRtl) {
      const laid = (await draw(body(column, {}, { direction }), alone)).of('flex-vertical')
      const [, moved, still] = laid
      // Nothing else is moved.
      expect(still!.y).toBe(7 + 20)
      expect(moved!.y - 7).toBe(y)
      expect(moved!.x - still!.x).toBe(direction === 'ltr' ? x : 0 - x)
    }
  })
})

describe('texts', () => {
  it.each(['underline', 'line-through', 'none'])('have the decoration %s', async (decoration) => {
    const [laid] = (await draw(body([text('a', { decoration })]), alone)).of('line')
    expect(laid!.style.textDecorationLine).toBe(decoration)
  })

  it('in spans are italic like their text', async () => {
    const contents = [
      { type: 'span', text: 'a', size: 'sm' },
      { type: 'span', text: 'b', weight: 'bold' },
    ]
    const drawn = await draw(body([{ type: 'text', contents, style: 'italic' }]), alone)
    const spans = drawn.all.filter(({ roles, text: said }) => roles.length === 0 && said !== '')
    expect(spans.map(({ style }) => style.fontStyle)).toEqual(['italic', 'italic'])
    expect(spans.map(({ style }) => style.fontSize)).toEqual(['14px', '16px'])
  })

  it('end with an ellipsis if lines are limited', async () => {
    const said = text('word '.repeat(80), { wrap: true, maxLines: 3 })
    const drawn = await draw(body([said]), alone)
    const [laid] = drawn.of('clamp')
    expect(laid!.height).toBeCloseTo(3 * 22.4, 0)
    const clamp = await drawn.run<string>(
      `getComputedStyle(document.querySelector('.fk-clamp')).webkitLineClamp`,
    )
    expect(clamp).toBe('3')
  })
})

describe('pictures and buttons', () => {
  it('center images in their frame', async () => {
    const column = [picture(), picture({ aspectMode: 'cover' })]
    for (const { style } of (await draw(body(column), alone)).of('image'))
      expect(style.objectPosition).toBe('50% 50%')
  })

  it('fill their share of a row with a button, sixteen pixels around its label', async () => {
    const row = box('horizontal', [button({ style: 'primary' }), button({ height: 'sm' })])
    const drawn = await draw(body([row]), alone)
    const [one, two] = drawn.of('flex-button-face')
    expect([one!.width, two!.width]).toEqual([150, 150])
    expect([one!.height, two!.height]).toEqual([52, 40])
    expect(drawn.of('line')[0]!.width).toBeLessThanOrEqual(150 - 32)
  })
})
