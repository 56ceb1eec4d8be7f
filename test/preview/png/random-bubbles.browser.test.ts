import { expect, it } from 'vitest'
import { useBrowser } from '../browser.js'
import { compareEach, differences, type Pair } from './agreement.js'
import { hasTexts, randomBubble } from './random-bubbles.js'

const draw = useBrowser()

const total = 1_000
/** Bubbles in one page. */
const batch = 100

/**
 * Whether a text has space for a few letters only, so that words are broken: whether a letter still fits depends on how its width is
 * rounded.
 */
const isCramped = (pairs: readonly Pair[]): boolean =>
  pairs.some(
    ({ lines, html: [, , width] }) => lines !== undefined && width < 60 && lines.html.length > 4,
  )

it.each(Array.from({ length: total / batch }, (_, index) => index * batch))(
  'random bubbles have the same boxes in HTML and PNG: seeds from %i',
  async (start) => {
    const seeds = Array.from({ length: batch }, (_, index) => start + index)
    const all = await compareEach(draw, seeds.map(randomBubble))
    const isReadable = all.map((pairs) => !isCramped(pairs))
    expect(isReadable.filter(Boolean).length).toBeGreaterThan(batch * 0.8)
    const found = all.flatMap((pairs, index) => {
      const seed = seeds[index]!
      if (!isReadable[index]) return []
      // Browsers and the PNG round the widths of letters differently.
      return differences(pairs, hasTexts(seed) ? 2 : 1).map((words) => `seed ${seed}: ${words}`)
    })
    expect(found).toEqual([])
  },
)
