import { describe, expect, it } from 'vitest'
import { useBrowser } from './browser.js'
import { block, body, box, bubble, flex, picture, text } from './messages.js'

const draw = useBrowser()
/** Wide enough for every bubble to have its full width. */
const alone = { frame: 'none', width: 640 } as const

describe('bubbles', () => {
  it.each([
    ['nano', 120, 10],
    ['micro', 160, 10],
    ['deca', 220, 10],
    ['hecto', 241, 10],
    ['kilo', 260, 10],
    ['mega', 300, 17],
    ['giga', 500, 5],
  ])('%s is %d wide', async (size, width, radius) => {
    const drawn = await draw(bubble({ size, body: box('vertical', [text('a')]) }), alone)
    const [laid] = drawn.of('flex-bubble')
    expect(laid).toMatchObject({ width, x: 7 })
    expect(laid!.style).toMatchObject({
      borderTopLeftRadius: `${radius}px`,
      backgroundColor: 'rgb(255, 255, 255)',
      overflow: 'hidden',
    })
  })

  it('is four fifths of a narrow screen wide, or all of it if it is giga', async () => {
    const mega = await draw(body([text('a')]), { frame: 'none', width: 320 })
    expect(mega.of('flex-bubble')[0]!.width).toBe(256)
    const giga = await draw(body([text('a')], {}, { size: 'giga' }), { frame: 'none', width: 375 })
    expect(giga.of('flex-bubble')[0]).toMatchObject({ x: 7, width: 361 })
  })

  const small = [10, 10, 10]
  const middle = [11, 14, 13]
  const rooms: Record<string, { header: number[]; body: number[] }> = {
    nano: { header: small, body: small },
    micro: { header: small, body: small },
    deca: { header: middle, body: middle },
    hecto: { header: middle, body: middle },
    kilo: { header: [13, 13, 13], body: [13, 13, 13] },
    mega: { header: [20, 20, 20], body: [19, 20, 20] },
    giga: { header: [20, 20, 20], body: [19, 20, 20] },
  }
  const paddings = Object.entries(rooms).flatMap(([size, given]) =>
    Object.entries({ ...given, footer: small }).map(
      ([name, figures]) => [size, name, figures as [number, number, number]] as const,
    ),
  )
  it.each(paddings)('%s: padding of the %s', async (size, name, [top, side, bottom]) => {
    const given = bubble({ size, [name]: box('vertical', [block(undefined, '50px')]) })
    const drawn = await draw(given, alone)
    const [outer] = drawn.of(`flex-${name}`)
    const inner = drawn.of('flex-vertical')[1]!
    expect(inner.y - outer!.y).toBe(top)
    expect(inner.x - outer!.x).toBe(side)
    expect(outer!.right - inner.right).toBe(side)
    expect(outer!.bottom - inner.bottom).toBe(bottom)
  })

  it.each([
    ['nano', 10],
    ['micro', 10],
    ['deca', 17],
    ['hecto', 17],
    ['kilo', 17],
    ['mega', 10],
    ['giga', 10],
  ])('%s: %d below a body that has a footer', async (size, bottom) => {
    const part = box('vertical', [block(undefined, '50px')])
    const drawn = await draw(bubble({ size, body: part, footer: part }), alone)
    const inner = drawn.of('flex-vertical')[1]!
    expect(drawn.of('flex-body')[0]!.bottom - inner.bottom).toBe(bottom)
  })

  it('prefers the paddings of a box to those of its block, for each side', async () => {
    const given = bubble({
      body: box('vertical', [block(undefined, '50px')], { paddingTop: 'xxl' }),
    })
    const drawn = await draw(given, alone)
    expect(drawn.of('flex-vertical')[1]).toMatchObject({ x: 27, y: 27 })
  })

  it('gives a full hero no padding', async () => {
    const hero = picture({ size: 'full', aspectRatio: '20:13' })
    const drawn = await draw(bubble({ hero }), alone)
    expect(drawn.of('image')[0]).toMatchObject({ x: 7, y: 7, width: 300, height: 195 })
  })

  it('draws a separator of one pixel above a block, but none above the first', async () => {
    const styles = {
      header: { separator: true },
      body: { separator: true, separatorColor: '#112233' },
    }
    const part = box('vertical', [text('a')])
    const drawn = await draw(bubble({ header: part, body: part, footer: part, styles }), alone)
    expect(drawn.of('flex-header')[0]!.style.borderTopWidth).toBe('0px')
    expect(drawn.of('flex-body')[0]!.style).toMatchObject({
      borderTopWidth: '1px',
      borderTopColor: 'rgb(17, 34, 51)',
    })
    expect(drawn.of('flex-body')[0]!.y + 1).toBe(drawn.of('flex-vertical')[1]!.y)
  })

  it('draws the background of a block behind its box', async () => {
    const styles = { body: { backgroundColor: '#336699' } }
    const drawn = await draw(bubble({ body: box('vertical', [text('a')]), styles }), alone)
    expect(drawn.of('flex-body')[0]!.style.backgroundColor).toBe('rgb(51, 102, 153)')
  })
})

describe('carousels', () => {
  const part = (height: string) =>
    box('vertical', [block(undefined, height)], { paddingAll: '0px' })

  it('have 7 pixels at the start and the end, and 9 between bubbles', async () => {
    const contents = [1, 2, 3].map(() => ({ type: 'bubble', size: 'micro', body: part('40px') }))
    const drawn = await draw(flex({ type: 'carousel', contents }), { frame: 'none', width: 320 })
    expect(drawn.of('flex-bubble').map(({ x }) => x)).toEqual([7, 176, 345])
    const scrolled = await drawn.run<number>(`document.querySelector('.fk-flex').scrollWidth`)
    expect(scrolled).toBe(345 + 160 + 7)
  })

  it('stretch bodies to the tallest bubble, but not bubbles without a body', async () => {
    const contents = [
      { type: 'bubble', size: 'nano', body: part('200px'), footer: part('10px') },
      { type: 'bubble', size: 'nano', body: part('20px'), footer: part('10px') },
      { type: 'bubble', size: 'nano', footer: part('10px') },
    ]
    const drawn = await draw(flex({ type: 'carousel', contents }), alone)
    expect(drawn.of('flex-bubble').map(({ height }) => height)).toEqual([210, 210, 10])
    expect(drawn.of('flex-body').map(({ height }) => height)).toEqual([200, 200])
    expect(drawn.of('flex-footer').map(({ y }) => y)).toEqual([207, 207, 7])
  })
})

describe('flex shares', () => {
  const widths = async (...contents: unknown[]) => {
    const drawn = await draw(body([box('horizontal', contents)]), alone)
    const row = drawn.all.findIndex(({ roles }) => roles.includes('flex-horizontal'))
    return drawn.all.slice(row + 1).filter(({ roles }) => roles.includes('flex-text'))
  }

  it('are equal in a row by default', async () => {
    const laid = await widths(text('a'), text('much longer'))
    expect(laid.map(({ width }) => width)).toEqual([150, 150])
  })

  it('divide the row by their values', async () => {
    const laid = await widths(text('a', { flex: 2 }), text('b', { flex: 3 }))
    expect(laid.map(({ width }) => width)).toEqual([120, 180])
  })

  it('mean the own width for 0, and the rest for others', async () => {
    const laid = await widths(text('Hello', { flex: 0 }), text('b', { flex: 2 }), text('c'))
    expect(laid[0]!.width).toBeGreaterThan(20)
    expect(laid[0]!.width).toBeLessThan(60)
    expect(laid[1]!.width).toBeCloseTo(laid[2]!.width * 2, 0)
  })

  it('cut off contents that are wider than the row', async () => {
    const laid = await widths(text('W'.repeat(200), { flex: 0 }))
    expect(laid[0]!.width).toBe(300)
  })

  it('mean the own height in a column, and a share of the rest for 1 and more', async () => {
    const column = [block(undefined, '20px'), text('a', { flex: 2 }), text('b', { flex: 3 })]
    const drawn = await draw(body([box('vertical', column, { height: '200px' })]), alone)
    const [two, three] = drawn.of('flex-text')
    const line = 22.4
    const rest = 200 - 20 - 2 * line
    expect(two!.height).toBeCloseTo(line + (rest * 2) / 5, 0)
    expect(three!.height).toBeCloseTo(line + (rest * 3) / 5, 0)
  })

  it('are 0 in a row for a box with a width or a height', async () => {
    const row = box('horizontal', [
      block('50px', '10px', { flex: 5 }),
      box('vertical', [text('a')], { height: '30px', flex: 3 }),
      text('rest'),
    ])
    const drawn = await draw(body([row]), alone)
    expect(drawn.of('flex-vertical')[1]!.width).toBe(50)
    expect(drawn.of('flex-vertical')[2]!.width).toBeLessThan(20)
  })

  it('work with fillers, which have no spacing', async () => {
    const row = box(
      'horizontal',
      [block('40px', '10px'), { type: 'filler' }, block('40px', '10px')],
      {
        spacing: 'md',
      },
    )
    const drawn = await draw(body([row]), alone)
    expect(drawn.of('flex-filler')[0]).toMatchObject({ x: 7 + 40, width: 300 - 80 - 8 })
  })
})

describe('spacing and margins', () => {
  const steps: [string, number][] = [
    ['none', 0],
    ['xs', 2],
    ['sm', 4],
    ['md', 8],
    ['lg', 12],
    ['xl', 16],
    ['xxl', 20],
    ['7.5px', 7.5],
  ]
  it.each(steps)('%s is %d', async (step, figure) => {
    const three = [1, 2, 3].map(() => block(undefined, '10px'))
    const drawn = await draw(
      body([
        box('vertical', three, { spacing: step }),
        box('horizontal', [text('a', { margin: step }), text('b', { flex: 0, margin: step })]),
        box('vertical', [block(undefined, '10px')], { paddingAll: step }),
        block(undefined, '10px', { cornerRadius: step }),
        block(undefined, '10px', { offsetTop: step, offsetStart: step }),
      ]),
      alone,
    )
    const laid = drawn.of('flex-vertical')
    expect(laid.slice(2, 5).map(({ y }) => y - laid[1]!.y)).toEqual([
      0,
      10 + figure,
      20 + 2 * figure,
    ])
    const [one, two] = drawn.of('flex-text')
    expect(one!.x - 7).toBe(figure)
    expect(two!.x - one!.right).toBeCloseTo(figure, 1)
    expect(laid[6]!.x - laid[5]!.x).toBe(figure)
    expect(laid[6]!.y - laid[5]!.y).toBe(figure)
    expect(laid[7]!.style.borderTopLeftRadius).toBe(`${figure}px`)
    expect(laid[8]!.x - 7).toBe(figure)
    expect(laid[8]!.y - laid[7]!.bottom).toBeCloseTo(figure, 1)
  })

  it('uses the margin instead of the spacing', async () => {
    const contents = [block(undefined, '10px'), block(undefined, '10px', { margin: 'sm' })]
    const drawn = await draw(body([box('vertical', contents, { spacing: 'xxl' })]), alone)
    const [, , one, two] = drawn.of('flex-vertical')
    expect(two!.y - one!.bottom).toBe(4)
  })

  it('is on the right side in rtl', async () => {
    const row = box('horizontal', [block('30px', '10px'), block('30px', '10px')], { spacing: 'lg' })
    const drawn = await draw(body([row], { paddingStart: '5px' }, { direction: 'rtl' }), alone)
    const [, one, two] = drawn.of('flex-vertical')
    expect(one!.right).toBe(7 + 300 - 5)
    expect(one!.x - two!.right).toBe(12)
  })

  it('uses paddingAll for sides without their own padding', async () => {
    const inner = box('vertical', [block(undefined, '10px')], {
      paddingAll: '10px',
      paddingStart: '3px',
    })
    const drawn = await draw(body([inner]), alone)
    const [, outer, laid] = drawn.of('flex-vertical')
    expect([laid!.x - outer!.x, laid!.y - outer!.y, outer!.right - laid!.right]).toEqual([
      3, 10, 10,
    ])
  })

  it("uses percentages of the parent's width for paddings", async () => {
    const inner = box('vertical', [block(undefined, '10px')], { paddingAll: '10%' })
    const drawn = await draw(body([inner]), alone)
    const laid = drawn.of('flex-vertical')
    expect(laid[2]!.y - laid[1]!.y).toBe(30)
  })
})
