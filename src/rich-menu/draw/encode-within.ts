/** A picture with at most a number of bytes, in few tries. */
import type { LaidOutTree } from '../../preview/png/lay-out-tree.js'

/** Qualities of JPEG from the best, with the bytes of a usual photo as a multiple of those at the first try. */
const qualities = [
  [92, 1.9],
  [86, 1.45],
  [80, 1.18],
  [75, 1],
  [66, 0.84],
  [58, 0.74],
  [48, 0.63],
  [38, 0.53],
  [28, 0.43],
  [18, 0.32],
] as const
const FIRST = 3

/** A sample has a quarter of the width, and a sixteenth of the pixels. */
const SAMPLE = 4

/** So many times more than permitted may a sample promise: it is worth a try. */
const HOPE = 1.5

/** Photos differ from the usual one. */
const MARGIN = 1.04

/**
 * A PNG or, if that has too many bytes, a JPEG of a quality that has not: one or two tries of the whole size for most pictures.
 *
 * @param width - pixels
 * @returns `undefined` if even the worst quality has too many bytes
 */
export async function encodeWithin(
  { encode }: Pick<LaidOutTree, 'encode'>,
  width: number,
  most: number,
): Promise<Uint8Array | undefined> {
  const sample = await encode({ format: 'png' }, Math.max(1, Math.round(width / SAMPLE)))
  if (sample.length * SAMPLE ** 2 <= most * HOPE) {
    const png = await encode({ format: 'png' }, width)
    if (png.length <= most) return png
  }
  const jpeg = (i: number) => encode({ format: 'jpeg', quality: qualities[i]![0] }, width)
  const first = await jpeg(FIRST)
  const expected = qualities.findIndex(([, factor]) => first.length * factor * MARGIN <= most)
  if (first.length <= most) {
    const better = expected < 0 || expected >= FIRST ? undefined : await jpeg(expected)
    return better && better.length <= most ? better : first
  }
  for (let i = expected < 0 ? qualities.length - 1 : expected; i < qualities.length; i++) {
    const bytes = await jpeg(i)
    if (bytes.length <= most) return bytes
  }
  return undefined
}
