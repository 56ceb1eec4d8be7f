/** Draws the picture of a menu. Needs Node, `@takumi-rs/core` and fonts, as `fukidashi/preview/png` does. */
import { apiLimits } from '../../spec/api/limits.js'
import type { Drawing } from '../layout/drawing.js'
import { RichMenuError } from '../errors.js'
import { type IsCurrent, treeOf } from './tree.js'

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
 * @param images - bytes of the images, by cell
 * @throws {PngError} `peer_missing`, `glyphs_missing`, `drawing_failed`
 * @throws {RichMenuError} `picture_missing` if no JPEG is small enough either, or an image cannot be drawn
 */
export async function drawMenu(
  drawing: Drawing,
  isCurrent: IsCurrent,
  images: ReadonlyMap<object, Uint8Array>,
): Promise<DrawnMenu> {
  const { layOutTree } = await import('../../preview/png/index.js')
  const urls = new Map<string, Uint8Array>()
  const tree = treeOf(drawing, isCurrent, (cell) => {
    const bytes = images.get(cell)
    if (!bytes) return undefined
    const url = `https://image.invalid/${urls.size}`
    urls.set(url, bytes)
    return url
  })
  const laid = await layOutTree(tree, {
    scale: 1,
    loadImage: (url) => urls.get(url),
    // Files of the project itself.
    trustImages: true,
    onProblem: (problem) => {
      throw new RichMenuError('picture_missing', problem.message)
    },
  })
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
