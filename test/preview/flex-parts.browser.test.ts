import { describe, expect, it } from 'vitest'
import { toHtml } from '../../src/preview/index.js'
import { useBrowser } from './browser.js'
import { block, body, box, bubble, button, picture, text } from './messages.js'

const draw = useBrowser()
/** Wide enough for every bubble to have its full width. */
const alone = { frame: 'none', width: 640 } as const

describe('boxes', () => {
  it('have their width and height, up to the maximum', async () => {
    const column = [
      block('40%', '20px'),
      block('200px', '20px', { maxWidth: '50px' }),
      block('100px', '80px', { maxHeight: '30px' }),
      block('100px', '20px', { maxWidth: '10%' }),
    ]
    const drawn = await draw(body(column), alone)
    const laid = drawn.of('flex-vertical').slice(1)
    expect(laid.map(({ width, height }) => [width, height])).toEqual([
      [120, 20],
      [50, 20],
      [100, 30],
      [30, 20],
    ])
  })

  it('collapse if they are empty and have no size', async () => {
    const drawn = await draw(body([box('vertical', [], { backgroundColor: '#112233' })]), alone)
    expect(drawn.of('flex-vertical')[1]).toMatchObject({ width: 300, height: 0 })
  })

  it.each([
    ['none', 0],
    ['normal', 1],
    ['medium', 2],
    ['semi-bold', 3],
    ['bold', 4],
    ['7px', 7],
  ])('have a border: %s is %d', async (borderWidth, figure) => {
    const given = block('50px', '50px', { borderWidth, borderColor: '#ff0000' })
    const drawn = await draw(body([given]), { ...alone })
    const laid = drawn.of('flex-vertical')[1]!
    expect(laid).toMatchObject({ width: 50, height: 50 })
    expect(laid.style.borderTopWidth).toBe(`${figure}px`)
    if (figure > 0) expect(laid.style.borderTopColor).toBe('rgb(255, 0, 0)')
  })

  it.each([
    ['light', 0.5],
    ['1.5px', 1.5],
  ])(
    'have a border of half pixels, which browsers would round: %s',
    async (borderWidth, figure) => {
      const look = { borderWidth, borderColor: '#ff0000', paddingAll: '10px' }
      const inner = block('20px', '20px')
      const drawn = await draw(body([box('vertical', [inner], look)]), { ...alone })
      const [, around, inside] = drawn.of('flex-vertical')
      expect(inside!.x - around!.x).toBeCloseTo(10 + figure, 1)
      expect(around!.height).toBeCloseTo(40 + 2 * figure, 1)
      const html = toHtml(body([box('vertical', [inner], look)]), { as: 'markup' })
      expect(html).toContain(`box-shadow:inset 0 0 0 ${figure}px #ff0000`)
    },
  )

  it('have colors with transparency, and gradients over them', async () => {
    const background = {
      type: 'linearGradient',
      angle: '45deg',
      startColor: '#ff0000',
      centerColor: '#00ff00',
      centerPosition: '20%',
      endColor: '#0000ff80',
    }
    const drawn = await draw(
      body([
        block(undefined, '9px', { backgroundColor: '#11223380' }),
        block(undefined, '9px', { background }),
      ]),
      alone,
    )
    const laid = drawn.of('flex-vertical')
    expect(laid[1]!.style.backgroundColor).toBe('rgba(17, 34, 51, 0.5)')
    expect(laid[2]!.style.backgroundImage).toBe(
      'linear-gradient(45deg, rgb(255, 0, 0) 0%, rgb(0, 255, 0) 20%, rgba(0, 0, 255, 0.5) 100%)',
    )
  })

  it.each([
    ['flex-start', [0, 40]],
    ['center', [110, 150]],
    ['flex-end', [220, 260]],
    ['space-between', [0, 260]],
    ['space-around', [55, 205]],
    ['space-evenly', [220 / 3, 40 + 440 / 3]],
  ])('justify their contents: %s', async (justifyContent, at) => {
    const row = box('horizontal', [block('40px', '9px'), block('40px', '9px')], { justifyContent })
    const laid = (await draw(body([row]), alone)).of('flex-vertical').slice(1)
    expect(laid.map(({ x }) => Math.round(x - 7))).toEqual(at.map(Math.round))
  })

  it.each([
    ['flex-start', 0],
    ['center', 45],
    ['flex-end', 90],
  ])('align their contents: %s', async (alignItems, at) => {
    const row = box('horizontal', [block('40px', '10px')], { alignItems, height: '100px' })
    const column = box('vertical', [block('210px', '10px')], { alignItems })
    const laid = (await draw(body([row, column]), alone)).of('flex-vertical')
    expect(laid[1]!.y - 7).toBe(at)
    expect(laid[3]!.x - 7).toBe(at)
  })

  it('are positioned absolutely, without influence on their parent', async () => {
    const inner = block('40px', '10px', {
      position: 'absolute',
      offsetBottom: '5px',
      offsetEnd: '10%',
    })
    const column = [block(undefined, '50px'), inner, block(undefined, '20px', { margin: 'md' })]
    const laid = (await draw(body([box('vertical', column)]), alone)).of('flex-vertical')
    expect(laid[1]!.height).toBe(78)
    expect(laid[3]).toMatchObject({
      width: 40,
      height: 10,
      right: 7 + 300 - 30,
      bottom: 7 + 78 - 5,
    })
  })

  it('are moved by offsets, from the other side in rtl', async () => {
    const moved = block('40px', '10px', { offsetStart: '5px', offsetTop: '-3px' })
    const ltr = (await draw(body([moved]), alone)).of('flex-vertical')[1]!
    expect([ltr.x, ltr.y]).toEqual([7 + 5, 7 - 3])
    const rtl = await draw(body([moved], {}, { direction: 'rtl' }), alone)
    expect(rtl.of('flex-vertical')[1]!.right).toBe(7 + 300 - 5)
    const end = block('40px', '10px', { position: 'absolute', offsetEnd: '9px' })
    const ended = await draw(body([text('a'), end], {}, { direction: 'rtl' }), alone)
    expect(ended.of('flex-vertical')[1]!.x).toBe(7 + 9)
  })
})

describe('pictures', () => {
  it.each([
    ['xxs', 40],
    ['xs', 60],
    ['sm', 80],
    ['md', 100],
    ['lg', 120],
    ['xl', 140],
    ['xxl', 160],
    ['3xl', 180],
    ['4xl', 200],
    ['5xl', 220],
    ['full', 300],
    ['33.5px', 33.5],
    ['50%', 150],
    [undefined, 100],
  ])('%s is %d wide, in the middle', async (size, width) => {
    const drawn = await draw(body([picture({ ...(size && { size }), aspectRatio: '2:1' })]), alone)
    const [laid] = drawn.of('image')
    expect(laid!.width).toBe(width)
    expect(laid!.height).toBeCloseTo(width / 2, 3)
    expect(laid!.x - 7).toBeCloseTo((300 - width) / 2, 3)
  })

  it('are never wider than their parent', async () => {
    const row = box('horizontal', [picture({ size: '5xl' }), picture({ size: '5xl' })])
    expect((await draw(body([row]), alone)).of('image').map(({ width }) => width)).toEqual([
      150, 150,
    ])
  })

  it.each([
    ['start', 0],
    ['center', 100],
    ['end', 200],
  ])('are at the %s', async (align, at) => {
    expect((await draw(body([picture({ align })]), alone)).of('image')[0]!.x - 7).toBe(at)
  })

  it('fit or cover', async () => {
    const column = [picture(), picture({ aspectMode: 'cover', backgroundColor: '#112233' })]
    const laid = (await draw(body(column), alone)).of('image')
    expect(laid.map(({ style }) => style.objectFit)).toEqual(['contain', 'cover'])
    expect(laid[1]!.style.backgroundColor).toBe('rgb(17, 34, 51)')
  })
})

describe('gravity', () => {
  it.each([
    ['top', 0],
    ['center', 0.5],
    ['bottom', 1],
  ])('%s', async (gravity, share) => {
    const row = [
      block('10px', '200px'),
      text('a', { gravity }),
      picture({ gravity }),
      button({ gravity }),
    ]
    const drawn = await draw(body([box('horizontal', row)]), alone)
    const tops = [drawn.of('line')[0]!, drawn.of('image')[0]!, drawn.of('flex-button-face')[0]!]
    for (const { y, height } of tops) expect(y - 7).toBeCloseTo((200 - height) * share, 1)
  })
})

describe('separators', () => {
  it('are half a pixel high, as wide as their box, and take no space', async () => {
    const column = [block(undefined, '10px'), { type: 'separator' }, block(undefined, '10px')]
    const drawn = await draw(body(column), alone)
    expect(drawn.of('flex-separator')[0]).toMatchObject({ width: 300, height: 0, y: 17 })
    const [line] = drawn.of('flex-line')
    expect(line).toMatchObject({ width: 300, height: 0.5, y: 17 })
    expect(line!.style.backgroundColor).toBe('rgb(212, 214, 218)')
    expect(drawn.of('flex-vertical')[2]!.y).toBe(17)
  })

  it('are between the components of a row', async () => {
    const row = [
      block('10px', '80px'),
      { type: 'separator', margin: 'md', color: '#ff0000' },
      text('a'),
    ]
    const drawn = await draw(body([box('horizontal', row)]), alone)
    expect(drawn.of('flex-separator')[0]).toMatchObject({ x: 7 + 10 + 8, width: 0, height: 80 })
    expect(drawn.of('flex-line')[0]).toMatchObject({ width: 0.5, height: 80 })
    expect(drawn.of('flex-line')[0]!.style.backgroundColor).toBe('rgb(255, 0, 0)')
  })
})

describe('hero videos', () => {
  const altContent = picture({ size: 'full', aspectRatio: '3:1' })
  const hero = {
    type: 'video',
    url: 'https://example.com/v.mp4',
    previewUrl: '',
    altContent,
    aspectRatio: '2:1',
  }

  it('have their preview and a play button', async () => {
    const drawn = await draw(bubble({ hero }), alone)
    expect(drawn.of('flex-video')[0]).toMatchObject({ width: 300, height: 150 })
    const [play] = drawn.of('play')
    expect([play!.x + play!.width / 2, play!.y + play!.height / 2]).toEqual([157, 82])
  })

  it('have their altContent, if that is on', async () => {
    const drawn = await draw(bubble({ hero }), { ...alone, altContent: true })
    expect(drawn.of('flex-video')).toEqual([])
    expect(drawn.of('image')[0]).toMatchObject({ width: 300, height: 100 })
  })
})
