/** Where everything stands, before it is drawn. */
import type { BoxNode, TreeNode } from '../tree.js'
import type { PngOptions } from './options.js'
import { pairs } from './pairs.js'
import { prepare, type Prepared } from './prepare.js'
import { PngError } from './problems.js'
import type { Measured, Part, Renderer, RenderOptions } from './takumi.js'
import { speck } from './text-part.js'

/** More than anybody looks at, and little enough to be drawn in seconds. */
const mostPixels = 80_000_000
const longestSide = 32_000

/** A picture that is too large to be drawn. */
export function checkSize(width: number, height: number): void {
  if (height > longestSide || width > longestSide || height * width > mostPixels)
    throw new PngError(
      'too_large',
      `The picture would be ${width} × ${height} pixels; at most ${longestSide} a side and ${mostPixels} in all are drawn. ` +
        'Draw fewer messages at once, or a smaller width or scale',
    )
}

/** A picture of no height or width, which Takumi refuses to draw, is an empty place. */
function hideSpeck(part: Part, { width, height }: Measured): void {
  if (part.type === 'image' && Math.min(width, height) < speck)
    Object.assign(part, { type: 'container', children: [] })
}

/** A node with its place. */
export interface Box {
  readonly node: TreeNode
  readonly measured: Measured
}

export interface LaidOut {
  readonly renderer: Renderer
  readonly part: Part
  /** Where everything stands, and what it was made of: for tests that compare it with a browser. */
  readonly boxes: () => Box[]
  /** Without the height: where it is given, Takumi may leave out a last line of pictures. */
  readonly how: RenderOptions
  /** Pixels. */
  readonly height: number
}

/** Measures what was prepared. */
export async function measure({ renderer, part, root, setting, how }: Prepared): Promise<LaidOut> {
  const [measured] = (await renderer.measure(root, how)).children as [Measured]
  pairs(part, measured, hideSpeck)
  const height = Math.max(1, Math.ceil(measured.height - 0.01))
  checkSize(how.width, height)
  const boxes = (): Box[] => {
    const all: Box[] = []
    pairs(part, measured, (one, at) => {
      const node = setting.nodes.get(one)
      if (node) all.push({ node, measured: at })
    })
    return all
  }
  return { renderer, part: root, boxes, how, height }
}

/** Everything but the drawing itself. */
export const layOut = async (tree: BoxNode, options: PngOptions): Promise<LaidOut> =>
  measure(await prepare(tree, options))
