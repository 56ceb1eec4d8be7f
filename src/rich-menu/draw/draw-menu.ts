/** Draws the picture of a menu. */
import type { FontSource } from '../../preview/png/index.js'
import { apiLimits } from '../../spec/api/limits.js'
import { RichMenuError } from '../errors.js'
import type { TreeWithImages } from './images.js'
import { layOutDrawing } from './lay-out-drawing.js'

/** Qualities of JPEG that are tried one after the other, when a PNG has too many bytes. */
const qualities = [90, 80, 70, 60, 45, 30]

/** A picture, and texts that do not fit into their cells. */
export interface DrawnMenu {
  bytes: Uint8Array
  overflows: string[]
}

/**
 * Draws a menu as PNG, or as JPEG if the PNG has more bytes than LINE permits.
 *
 * @throws {PngError} as `layOutDrawing` does
 * @throws {RichMenuError} `picture_missing` if no JPEG is small enough either, or an image cannot be drawn
 */
export async function drawMenu(
  tree: TreeWithImages,
  fonts: readonly FontSource[] | undefined,
): Promise<DrawnMenu> {
  const laid = await layOutDrawing(tree, fonts)
  const { bytes: most } = apiLimits.richMenuImage
  let bytes = await laid.encode({ format: 'png' })
  for (const quality of qualities) {
    if (bytes.length <= most) break
    bytes = await laid.encode({ format: 'jpeg', quality })
  }
  if (bytes.length > most)
    throw new RichMenuError(
      'picture_missing',
      `The picture has ${bytes.length} bytes even as a JPEG of low quality; LINE permits ${most}. Use fewer or simpler images.`,
    )
  return { bytes, overflows: laid.overflowing }
}
