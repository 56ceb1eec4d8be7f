/** A good picture that has few enough bytes, in few tries. */
import { expect, it } from 'vitest'
import type { Encoding } from '../../src/preview/png/lay-out-tree.js'
import { encodeWithin } from '../../src/rich-menu/draw/encode-within.js'

const WIDTH = 2500
const MOST = 1_000_000

/** A picture whose files have these sizes; samples have `detail` times as many bytes for each pixel. */
function picture(png: number, jpeg: (quality: number) => number, detail = 1.2) {
  const tries: string[] = []
  const encode = ({ format, quality = 0 }: Encoding, width = WIDTH) => {
    const whole = format === 'png' ? png : Math.round(jpeg(quality))
    if (width === WIDTH) tries.push(`${format} ${quality}`)
    const length = width === WIDTH ? whole : (whole / 16) * detail
    return Promise.resolve(new Uint8Array(Math.round(length)))
  }
  return { encode, tries }
}

/** Sizes by quality, as they were measured for a photo. */
const measured: [number, number][] = [
  [18, 0.33],
  [35, 0.5],
  [50, 0.65],
  [64, 0.8],
  [72, 0.94],
  [80, 1.14],
  [92, 1.75],
]

/** `steep` ones grow faster. */
const photo =
  (size: number, steep = 1) =>
  (quality: number) => {
    const i = Math.max(
      1,
      measured.findIndex(([at]) => at >= quality),
    )
    const [[from, low], [to, high]] = [measured[i - 1]!, measured[i]!]
    return size * (low + ((high - low) * (quality - from)) / (to - from)) ** steep
  }

it('a picture is a PNG if that is small enough', async () => {
  const laid = picture(90_000, photo(200_000))
  expect((await encodeWithin(laid, WIDTH, MOST))?.length).toBe(90_000)
  expect(laid.tries).toEqual(['png 0'])
})

it.each([0.3, 0.6, 0.9, 1.1, 1.3, 1.6, 2, 2.5])(
  'a picture is a JPEG for a photo of %d MB, after two large tries, or three for unusual ones',
  async (size) => {
    for (const steep of [0.85, 1, 1.15]) {
      const laid = picture(8 * size * MOST, photo(size * MOST, steep))
      const bytes = await encodeWithin(laid, WIDTH, MOST)
      expect(bytes!.length).toBeLessThanOrEqual(MOST)
      // The best quality, or most of the bytes that are permitted.
      const isBest = laid.tries.at(-1) === 'jpeg 92'
      expect(isBest || bytes!.length > MOST * 0.55).toBe(true)
      expect(laid.tries.length).toBeLessThanOrEqual(steep === 1 ? 2 : 3)
      expect(laid.tries).not.toContain('png 0')
    }
  },
)

it('a picture is the smaller one of two tries if the better one is too large', async () => {
  const laid = picture(9_000_000, (quality) => (quality > 75 ? 1_500_000 : 500_000))
  expect((await encodeWithin(laid, WIDTH, MOST))?.length).toBe(500_000)
})

it('a quality is found for pictures that shrink less than usual', async () => {
  const laid = picture(9_000_000, (quality) => 1_050_000 + quality * 1_000 - 80_000)
  expect((await encodeWithin(laid, WIDTH, MOST))!.length).toBeLessThanOrEqual(MOST)
})

it('no picture is returned if none is small enough at any quality', async () => {
  const laid = picture(90_000_000, () => 2_000_000)
  expect(await encodeWithin(laid, WIDTH, MOST)).toBeUndefined()
})
