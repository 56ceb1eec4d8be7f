import { afterAll, expect, it } from 'vitest'
import { useBrowser } from '../browser.js'
import { compareEach, differences } from './agreement.js'
import { hasTexts, randomBubble } from './random-bubbles.js'

const draw = useBrowser()

const total = 1_000
/** Bubbles in one page. */
const batch = 100

/** Bubbles whose lines end at another letter. */
const onEdge: number[] = []

afterAll(() => {
  // Takumi breaks a word without shaping its letters again, so a letter at the edge with kerning can be in another line.
  expect(onEdge.length, `lines end at the edge: ${onEdge.join(', ')}`).toBeLessThan(total / 50)
})

it.each(Array.from({ length: total / batch }, (_, index) => index * batch))(
  'random bubbles have the same boxes in HTML and PNG: seeds from %i',
  async (start) => {
    const seeds = Array.from({ length: batch }, (_, index) => start + index)
    const all = await compareEach(draw, seeds.map(randomBubble))
    const found = all.flatMap((pairs, index) => {
      const seed = seeds[index]!
      const words = differences(pairs, hasTexts(seed) ? 2 : 1)
      if (words.length > 0 && pairs.some(isOnEdge)) {
        onEdge.push(seed)
        return []
      }
      return words.map((word) => `seed ${seed}: ${word}`)
    })
    expect(found).toEqual([])
  },
)

/** Whether a text has other lines in both, because one is exactly as long as its room, or not even a letter has room. */
const isOnEdge = ({
  lines,
  slack,
  html,
}: Awaited<ReturnType<typeof compareEach>>[number][number]) =>
  lines !== undefined &&
  lines.html.join('\n') !== lines.png.join('\n') &&
  (slack < 1 || html[2] < 16)
