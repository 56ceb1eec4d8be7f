/** Rectangles of cells beside those of a browser. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { layOut } from '../../src/rich-menu/layout/lay-out.js'
import { useChromium } from '../support/chromium.js'
import { htmlOf, layouts } from './layouts.js'

const browser = useChromium()

it('cells are where a browser places them, within a pixel', async () => {
  const all = fc
    .sample(layouts, { numRuns: 1_000, seed: 18 })
    .filter((node) => layOut(node, 2500, 1686).overflows.length === 0)
  expect(all.length).toBeGreaterThan(300)
  const page = await browser().newPage()
  const menus = all.map(
    (node) => `<section style="width:2500px;height:1686px">${htmlOf(node)}</section>`,
  )
  await page.setContent(`<style>*{margin:0}</style>${menus.join('')}`)
  const boxes = await page.evaluate<
    number[][][]
  >(`[...document.querySelectorAll('section')].map((section) => {
    const { left, top } = section.getBoundingClientRect()
    return [...section.querySelectorAll('i')].map((cell) => {
      const box = cell.getBoundingClientRect()
      return [box.left - left, box.top - top, box.right - left, box.bottom - top]
    })
  })`)
  let worst = 0
  all.forEach((node, i) => {
    const own = layOut(node, 2500, 1686).cells.map(({ box: { x, y, width, height } }) => [
      x,
      y,
      x + width,
      y + height,
    ])
    expect(own).toHaveLength(boxes[i]!.length)
    own
      .flat()
      .forEach((edge, j) => (worst = Math.max(worst, Math.abs(edge - boxes[i]!.flat()[j]!))))
  })
  expect(worst).toBeLessThanOrEqual(1)
  // Whole pixels differ from halves.
  expect(worst).toBeGreaterThan(0.2)
})
