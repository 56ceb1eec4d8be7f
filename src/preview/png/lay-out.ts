/** Computes the layout before drawing. */
import type { BoxNode, TreeNode } from '../tree.js'
import type { PngOptions } from './options.js'
import { pairs } from './pairs.js'
import { prepare, type Prepared } from './prepare.js'
import { PngError } from './problems.js'
import type { Measured, Part, Renderer, RenderOptions } from './takumi.js'
import { minVisibleSide } from './text-part.js'

/** Large enough for every use, and small enough to be drawn in seconds. */
const maxPixels = 80_000_000
const maxSide = 32_000

/** Throws if the PNG would be too large. */
export function checkSize(width: number, height: number): void {
  if (height > maxSide || width > maxSide || height * width > maxPixels)
    throw new PngError(
      'png_too_large',
      `The PNG would have ${width} × ${height} pixels; the maximum is ${maxSide} per side and ${maxPixels} in total. ` +
        'Draw fewer messages at once, or use a smaller width or scale',
    )
}

/** Replaces an image without height or width, which Takumi refuses to draw, with an empty container. */
function hideInvisible(part: Part, { width, height }: Measured): void {
  if (part.type === 'image' && Math.min(width, height) < minVisibleSide)
    Object.assign(part, { type: 'container', children: [] })
}

/** A node with its position. */
export interface Box {
  readonly node: TreeNode
  readonly measured: Measured
}

export interface LaidOut {
  readonly renderer: Renderer
  readonly part: Part
  /** The nodes and their positions, for tests that compare them with a browser. */
  readonly boxes: () => Box[]
  /** Without the height: with it, Takumi may leave out the last row of images. */
  readonly renderOptions: RenderOptions
  /** Pixels. */
  readonly height: number
}

/** Measures prepared parts. */
export async function measure({
  renderer,
  part,
  root,
  setting,
  renderOptions,
}: Prepared): Promise<LaidOut> {
  const [measured] = (await renderer.measure(root, renderOptions)).children as [Measured]
  pairs(part, measured, hideInvisible)
  const height = Math.max(1, Math.ceil(measured.height - 0.01))
  checkSize(renderOptions.width, height)
  const boxes = (): Box[] => {
    const all: Box[] = []
    pairs(part, measured, (one, at) => {
      const node = setting.nodes.get(one)
      if (node) all.push({ node, measured: at })
    })
    return all
  }
  return { renderer, part: root, boxes, renderOptions, height }
}

/** Prepares and measures a tree. */
export const layOut = async (tree: BoxNode, options: PngOptions): Promise<LaidOut> =>
  measure(await prepare(tree, options))
