import { describe, expect, it } from 'vitest'
import { toTree } from '../../../src/preview/index.js'
import { type Box, layOut } from '../../../src/preview/png/lay-out.js'
import { useBrowser } from '../browser.js'
import { compareEach, differences } from './agreement.js'
import { showcase } from './showcase.js'

const draw = useBrowser()

const boxesOf = async (name: keyof typeof showcase): Promise<Box[]> => {
  const { boxes } = await layOut(toTree(showcase[name], { frame: 'none' }), { scale: 1 })
  return boxes()
}

describe.each(Object.keys(showcase) as (keyof typeof showcase)[])('a bubble such as %s', (name) => {
  it('has the same boxes in HTML and PNG', async () => {
    for (const width of [320, 375]) {
      const [pairs] = await compareEach(draw, [showcase[name]], { width })
      expect(differences(pairs!, 1)).toEqual([])
    }
  })

  it('loses no letter and no ratio in a PNG', async () => {
    for (const { node, measured } of await boxesOf(name)) {
      if (node.kind === 'text') {
        const letters = measured.runs.map(({ text }) => text.trim()).join('')
        const own = measured.runs.reduce((sum, { width }) => Math.max(sum, width), 0)
        expect(own, letters).toBeLessThanOrEqual(measured.width + 0.1)
        expect(measured.width).toBeGreaterThan(5)
      }
      if (node.kind === 'image' && node.style.aspectRatio !== undefined)
        expect(measured.width / measured.height).toBeCloseTo(node.style.aspectRatio, 1)
    }
  })
})
