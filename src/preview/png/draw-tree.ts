/** Draws a tree with its fonts and images. */
import type { BoxNode } from '../tree.js'
import { limited } from './at-once.js'
import { draw } from './draw.js'
import type { PngOptions } from './options.js'
import { type Pictures, picturesOf, reportMissing } from './pictures.js'
import { pixelsAcross, prepare, type Prepared } from './prepare.js'
import { PngError } from './problems.js'
import { newRenderer } from './takumi.js'

/** The images that can be drawn one by one. The others are reported. */
async function undamaged(pictures: Pictures, options: PngOptions): Promise<Pictures> {
  const renderer = await newRenderer()
  const undamagedPictures = new Map(pictures)
  const size = { width: 8, height: 8 }
  for (const [url, { src, data }] of pictures)
    try {
      const images = [{ src, data, cache: 'none' as const }]
      await renderer.render({ type: 'image', src, style: size }, { ...size, images })
    } catch (error) {
      undamagedPictures.delete(url)
      reportMissing(url, error instanceof Error ? error.message : String(error), options)
    }
  return undamagedPictures
}

/** A PNG, and the parts that were drawn. */
interface DrawnTree {
  readonly png: Uint8Array
  readonly prepared: Prepared
}

async function drawWith(
  tree: BoxNode,
  options: PngOptions,
  pictures: Pictures,
): Promise<DrawnTree> {
  const prepared = await prepare(tree, options, pictures)
  return { png: await draw(prepared), prepared }
}

/** Draws a tree. Options must be checked. */
export async function drawPng(tree: BoxNode, options: PngOptions): Promise<DrawnTree> {
  const pictures = await picturesOf(tree, options, pixelsAcross(tree, options))
  return limited(async () => {
    try {
      return await drawWith(tree, options, pictures)
    } catch (error) {
      if (!(error instanceof PngError) || error.code !== 'drawing_failed') throw error
      // Probably one of the trusted images is damaged.
      const some = await undamaged(pictures, options)
      if (some.size === pictures.size) throw error
      // All other problems were already reported.
      return drawWith(tree, { ...options, onProblem: () => undefined }, some)
    }
  })
}
