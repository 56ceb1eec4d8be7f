/** Draws the picture of a menu. */
import type { LaidOutTree } from '../../preview/png/lay-out-tree.js'
import { apiLimits } from '../../spec/api/limits.js'
import { RichMenuError } from '../errors.js'
import { encodeWithin } from './encode-within.js'

/**
 * Draws a menu as PNG, or as JPEG if the PNG has more bytes than LINE permits.
 *
 * @throws {PngError} `drawing_failed`
 * @throws {RichMenuError} `picture_missing` if no JPEG is small enough either
 */
export async function drawMenu(laid: LaidOutTree, width: number): Promise<Uint8Array> {
  const { bytes: most } = apiLimits.richMenuImage
  const bytes = await encodeWithin(laid, width, most)
  if (bytes) return bytes
  throw new RichMenuError(
    'picture_missing',
    `The picture has more than ${most} bytes, which LINE permits, even as a JPEG of low quality. Use fewer or simpler images.`,
  )
}
