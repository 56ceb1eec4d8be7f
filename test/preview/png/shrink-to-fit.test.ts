/** Texts that shrink to fit are never cut off, and only shrink if they are too long. */
import { describe, expect, it } from 'vitest'
import { ems } from '../../../src/preview/measure.js'
import { toTree } from '../../../src/preview/index.js'
import { type Box, layOut } from '../../../src/preview/png/lay-out.js'
import { body, box, button, text } from '../messages.js'

const samples = [
  'Reserve a table for two',
  'ILLUMINATION',
  'WWW@MMM %%%',
  '¥12,800 (tax incl.)',
  '抹茶ラテと季節の和菓子のセット',
  '臺北市信義區松仁路100號',
  'ชาไทยเย็นหวานน้อย 50 บาท',
  'Crème brûlée à la carte — 3 €',
  'one  two   three',
]

const boxesOf = async (contents: unknown[], fonts: string[] = []): Promise<Box[]> => {
  const tree = toTree(body(contents), { frame: 'none', width: 2_000 })
  return (await layOut(tree, { scale: 1, fonts }))
    .boxes()
    .filter(({ node }) => node.kind === 'text')
}

/** The length of a text at 16 pixels. */
const lengthOf = async (said: string, weight: string, fonts?: string[]): Promise<number> => {
  const line = box('vertical', [text(said, { weight })], { position: 'absolute' })
  const [one] = await boxesOf([box('vertical', [line], { width: '1000px' })], fonts)
  return one!.measured.width
}

const isCut = ({ node, measured }: Box): boolean => {
  const said = node.kind === 'text' ? node.runs.map(({ text }) => text).join('') : ''
  const drawn = measured.runs.map(({ text }) => text).join('')
  return drawn.replaceAll('\u2026', '').length < said.replaceAll('\u2026', '').length
}

describe('texts that shrink to fit in PNGs', () => {
  it('are cut off without it', async () => {
    const [one] = await boxesOf([box('vertical', [text(samples[0]!)], { width: '60px' })])
    expect(one!.measured.runs.reduce((sum, { width }) => sum + width, 0)).toBeGreaterThan(60)
  })

  it.each(samples)('are as large as fits: %s', async (said) => {
    const length = await lengthOf(said, 'regular')
    const rooms = [length / 2, length - 9.3, length - 1, length - 0.4, length - 0.1].map(
      (room) => Math.round(room * 10) / 10,
    )
    const fitting = [length + 0.1, length + 7].map((room) => Math.ceil(room * 10) / 10)
    const contents = [...rooms, ...fitting].map((room) =>
      box('vertical', [text(said, { adjustMode: 'shrink-to-fit' })], { width: `${room}px` }),
    )
    const boxes = await boxesOf(contents)
    for (const [index, room] of [...rooms, ...fitting].entries()) {
      const { measured } = boxes[index]!
      const own = measured.runs.reduce((sum, { width }) => sum + width, 0)
      expect(isCut(boxes[index]!)).toBe(false)
      expect(own).toBeLessThanOrEqual(room)
      expect(own).toBeGreaterThan(Math.min(length, room) * 0.97)
      if (index >= rooms.length) expect(own).toBeCloseTo(length, 1)
    }
  })

  it('of buttons fit between the paddings', async () => {
    const label = samples[0]!
    const action = { type: 'message', label, text: label }
    const one = button({ action, adjustMode: 'shrink-to-fit', style: 'primary' })
    const [found] = await boxesOf([box('vertical', [one], { width: '120px' })])
    const own = found!.measured.runs.reduce((sum, { width }) => sum + width, 0)
    expect(own).toBeLessThanOrEqual(120 - 2 * 16)
    expect(own).toBeGreaterThan(85)
  })
})

describe('the estimate for HTML', () => {
  const fonts = ['noto-sans-jp', 'roboto', 'inter'].map((name) => `@fontsource-variable/${name}`)
  it.each(samples)('is at least the length in every font, and not much more: %s', async (said) => {
    for (const weight of ['regular', 'bold'])
      for (const font of fonts) {
        const length = (await lengthOf(said, weight, [font])) / 16
        const estimate = ems(said, weight === 'bold')
        expect(estimate).toBeGreaterThanOrEqual(length)
        expect(estimate).toBeLessThan(length * 1.25)
      }
  })
})
