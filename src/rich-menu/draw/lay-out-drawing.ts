/** Lays out a tree for drawing. Needs Node, `@takumi-rs/core` and fonts, as `fukidashi/preview/png` does. */
import type { FontSource } from '../../preview/png/index.js'
import type { LaidOutTree } from '../../preview/png/lay-out-tree.js'
import { RichMenuError } from '../errors.js'
import type { TreeWithImages } from './images.js'

/**
 * @throws {PngError} `peer_missing`, `glyphs_missing`, `font_invalid`, `drawing_failed`
 * @throws {RichMenuError} `picture_missing` if an image cannot be drawn
 */
export async function layOutDrawing(
  { tree, images, names }: TreeWithImages,
  fonts: readonly FontSource[] | undefined,
): Promise<LaidOutTree> {
  const { layOutTree } = await import('../../preview/png/lay-out-tree.js')
  return layOutTree(tree, {
    scale: 1,
    ...(fonts && { fonts }),
    loadImage: (url) => images.get(url),
    // Files of the project itself.
    trustImages: true,
    onProblem: (problem) => {
      const name = 'url' in problem && names.get(problem.url)
      throw new RichMenuError(
        'picture_missing',
        name ? problem.message.replace(`The image ${problem.url}`, name) : problem.message,
      )
    },
  })
}
