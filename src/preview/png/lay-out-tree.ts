/** Lays out a tree that another room has made, and encodes it in several ways. */
import type { BoxNode, TreeNode } from '../tree.js'
import { checkOptions } from './check-options.js'
import { type Box, layOut } from './lay-out.js'
import type { PngOptions } from './options.js'
import type { Encoding, Measured } from './takumi.js'

export type { Encoding } from './takumi.js'

/** A tree that is laid out. */
export interface LaidOutTree {
  /**
   * The picture as the bytes of a file.
   *
   * @param width - pixels; the width of the tree by default
   */
  encode(encoding: Encoding, width?: number): Promise<Uint8Array>
  /** Texts that are cut off by a box around them. */
  readonly overflowing: string[]
}

/**
 * Lays out a tree whose root has a width and a height.
 *
 * @throws {PngError} as `toPng` does
 */
export async function layOutTree(tree: BoxNode, options: PngOptions): Promise<LaidOutTree> {
  checkOptions(options)
  const { renderer, part, boxes, renderOptions } = await layOut(tree, options)
  return {
    encode: (encoding, width = renderOptions.width) => {
      const devicePixelRatio = renderOptions.devicePixelRatio * (width / renderOptions.width)
      return renderer.render(part, { ...renderOptions, ...encoding, width, devicePixelRatio })
    },
    overflowing: overflowing(tree, boxes()),
  }
}

/** Texts that reach beyond the innermost box that cuts off its contents. */
function overflowing(tree: BoxNode, boxes: readonly Box[]): string[] {
  const places = new Map<TreeNode, Edges>(
    boxes.map(({ node, measured }) => [node, edges(measured)]),
  )
  const found: string[] = []
  const visit = (node: TreeNode, cut: Edges | undefined): void => {
    const place = places.get(node)
    if (node.kind === 'box')
      for (const child of node.children)
        visit(child, node.style.overflow === 'hidden' ? place : cut)
    else if (node.kind === 'text' && place && cut && isBeyond(place, cut))
      found.push(node.runs.map(({ text }) => text).join(''))
  }
  visit(tree, undefined)
  return found
}

/** Left, top, right, bottom. */
type Edges = readonly [number, number, number, number]

function edges({ width, height, transform: [, , , , left, top] }: Measured): Edges {
  return [left, top, left + width, top + height]
}

/** More than a pixel: smaller differences come from rounding. */
const isBeyond = (inner: Edges, outer: Edges): boolean =>
  inner[0] < outer[0] - 1 ||
  inner[1] < outer[1] - 1 ||
  inner[2] > outer[2] + 1 ||
  inner[3] > outer[3] + 1
