/** Compares two pictures of messages: pixel by pixel and, if the messages are known, box by box. */
import pixelmatch from 'pixelmatch'
import type { Drawable } from '../../chat/types.js'
import { drawTree } from '../../to-tree.js'
import type { BoxNode } from '../../tree.js'
import { checkOptions } from '../check-options.js'
import { drawPng } from '../draw-tree.js'
import type { PngOptions } from '../options.js'
import { writePng } from '../outside/write-png.js'
import { picturesOf } from '../pictures.js'
import { pixelsAcross, prepare, scaleOf } from '../prepare.js'
import { PngError } from '../problems.js'
import { changesOf, type PictureChange } from './changes.js'
import { decodePng, type Pixels } from './decode-png.js'
import { placedNodes, type PlacedNode } from './placed.js'

/** A picture of messages. */
export interface MessagePicture {
  /** The messages, with the same meaning as for `toPng`. */
  drawable: Drawable
  /** The bytes of the PNG. Without them, the messages are drawn. */
  png?: Uint8Array
}

/** A picture: the bytes of a PNG, or messages. */
export type ComparablePicture = Uint8Array | MessagePicture

/** Options of `comparePictures`: those of `toPng`, for pictures of messages, and more. */
export interface CompareOptions extends PngOptions {
  /**
   * How different the color of a pixel must be, from 0 to 1. With 0, every pixel with another color counts; otherwise
   * smoothed edges of letters do not count. Default 0.
   */
  threshold?: number
}

/** The differences of two pictures. */
export interface PictureComparison {
  /** Whether both have the same size and no pixel differs. */
  readonly same: boolean
  /** Number of pixels that differ, including those that only one of them has. */
  readonly pixels: number
  /** The same as a share of all pixels, from 0 to 1. */
  readonly ratio: number
  /** A PNG: both pictures pale, with different pixels in red. */
  readonly difference: Uint8Array
  /** What changed in the messages. Empty unless the messages of both are known. */
  readonly changes: readonly PictureChange[]
}

interface Known {
  readonly pixels: Pixels
  readonly nodes: PlacedNode | undefined
}

/** The messages of a picture as parts, and its bytes, which are drawn if they are not given. */
async function parts(png: Uint8Array | undefined, tree: BoxNode, options: PngOptions) {
  if (!png) return drawPng(tree, options)
  const pictures = await picturesOf(tree, options, pixelsAcross(tree, options))
  return { png, prepared: await prepare(tree, options, pictures) }
}

async function know(picture: ComparablePicture, name: string, options: PngOptions): Promise<Known> {
  if (picture instanceof Uint8Array) return { pixels: decodePng(picture, name), nodes: undefined }
  const { drawable, png }: Partial<MessagePicture> = picture ?? {}
  if (drawable === undefined || !(png === undefined || png instanceof Uint8Array))
    throw new PngError(
      'option_invalid',
      `The ${name} picture of comparePictures is not valid; use the bytes of a PNG, or { drawable } with messages and perhaps { png }`,
    )
  const tree = drawTree(drawable, options)
  const drawn = await parts(png, tree, options)
  return {
    pixels: decodePng(drawn.png, name),
    nodes: await placedNodes(tree, drawn.prepared, scaleOf(options)),
  }
}

/** The part of the pixels at the left top with this size. */
function crop({ width, data }: Pixels, columns: number, rows: number): Uint8Array {
  if (columns === width) return data.subarray(0, 4 * width * rows)
  const part = new Uint8Array(4 * columns * rows)
  for (let y = 0; y < rows; y++)
    part.set(data.subarray(4 * y * width, 4 * (y * width + columns)), 4 * y * columns)
  return part
}

const red = [255, 0, 0, 255]

function comparePixels(before: Pixels, after: Pixels, threshold: number) {
  const width = Math.max(before.width, after.width)
  const height = Math.max(before.height, after.height)
  const columns = Math.min(before.width, after.width)
  const rows = Math.min(before.height, after.height)
  const common = new Uint8Array(4 * columns * rows)
  const parts = [crop(before, columns, rows), crop(after, columns, rows)] as const
  const options = { threshold, includeAA: threshold === 0 }
  const different = pixelmatch(...parts, common, columns, rows, options)
  const inBoth = columns * rows
  const inOne = before.width * before.height + after.width * after.height - 2 * inBoth
  if (inOne === 0) return { pixels: different, width, height, output: common }
  const output = new Uint8Array(4 * width * height)
  for (const one of [before, after])
    for (let y = 0; y < one.height; y++)
      for (let x = y < rows ? columns : 0; x < one.width; x++) output.set(red, 4 * (y * width + x))
  for (let y = 0; y < rows; y++)
    output.set(common.subarray(4 * y * columns, 4 * (y + 1) * columns), 4 * y * width)
  return { pixels: different + inOne, width, height, output }
}

/**
 * Compares two pictures, such as those of a message before and after a change. Pictures may have different sizes. If both are
 * given as messages, `changes` has what moved, and which texts, colors and images changed.
 *
 * @throws {PngError} `png_invalid` if one of them is not a PNG, `png_too_large` if it has too many pixels, `option_invalid`, and the
 * errors of `toPng` if messages are drawn
 *
 * @example
 * import { comparePictures } from 'fukidashi/preview/png'
 *
 * const { same, changes } = await comparePictures(
 *   { drawable: { type: 'text', text: 'Hello' } },
 *   { drawable: { type: 'text', text: 'Goodbye' } },
 * )
 */
export async function comparePictures(
  before: ComparablePicture,
  after: ComparablePicture,
  options: CompareOptions = {},
): Promise<PictureComparison> {
  const { threshold = 0, ...drawing } = options
  if (!(typeof threshold === 'number' && threshold >= 0 && threshold <= 1))
    throw new PngError(
      'option_invalid',
      'The option `threshold` of comparePictures is not valid; use a number from 0 to 1',
    )
  checkOptions(drawing)
  const one = await know(before, 'first', drawing)
  const other = await know(after, 'second', drawing)
  const { pixels, width, height, output } = comparePixels(one.pixels, other.pixels, threshold)
  return {
    same: pixels === 0,
    pixels,
    ratio: pixels / (width * height),
    difference: writePng(output, width, height, 6),
    changes: one.nodes && other.nodes ? changesOf(one.nodes, other.nodes) : [],
  }
}
