/** Pictures and videos in a chat have their own size, whatever it is. */
import { describe, expect, it } from 'vitest'
import { toTree } from '../../../src/preview/index.js'
import { type Box, layOut } from '../../../src/preview/png/lay-out.js'
import { wrong } from '../messages.js'
import { photo } from './pictures.js'

const url = 'https://example.com/preview.png'

/** The boxes of a message with a picture of this size. */
async function boxesOf(type: 'image' | 'video', width: number, height: number): Promise<Box[]> {
  const bytes = await photo('png', width, height)
  const message = wrong({ type, originalContentUrl: url, previewImageUrl: url })
  const { boxes } = await layOut(toTree(message), { scale: 1, loadImage: () => bytes })
  return boxes()
}

const middle = ({ measured: { transform, width, height } }: Box) => {
  const [, , , , left, top] = transform
  return [Math.round(left + width / 2), Math.round(top + height / 2)]
}

describe.each([
  ['portrait', 430, 696],
  ['landscape', 900, 300],
  ['narrow', 90, 900],
  ['small', 60, 40],
])('a %s picture of %i × %i', (_, width, height) => {
  it.each(['image', 'video'] as const)('is whole as %s', async (type) => {
    const found = (await boxesOf(type, width, height)).find(
      ({ node }) => 'natural' in node && node.natural,
    )!
    expect(found.measured.width / found.measured.height).toBeCloseTo(width / height, 1)
    expect(found.measured.width).toBeLessThanOrEqual(width)
    const { width: most, maxHeight } = found.node.style
    expect(found.measured.width).toBeLessThanOrEqual(Number(most))
    expect(found.measured.height).toBeLessThanOrEqual(Number(maxHeight) + 0.1)
  })

  it('has the play button of a video in its middle', async () => {
    const boxes = await boxesOf('video', width, height)
    const picture = boxes.find(({ node }) => 'natural' in node && node.natural)!
    const button = boxes.find(({ node }) => node.role === 'play')!
    expect(middle(button)).toEqual(middle(picture))
  })
})
