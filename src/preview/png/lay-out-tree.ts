/** Lays out a tree that another room has made, and encodes it in several ways. */
import type { BoxNode } from '../tree.js'
import { checkOptions } from './check-options.js'
import { type Box, layOut } from './lay-out.js'
import type { PngOptions } from './options.js'
import type { Encoding } from './takumi.js'

/** A tree that is laid out. */
export interface LaidOutTree {
  /** The picture as the bytes of a file. */
  encode(encoding: Encoding): Promise<Uint8Array>
  /** Texts that are larger than the box around them. */
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
    encode: (encoding) => renderer.render(part, { ...renderOptions, ...encoding }),
    overflowing: overflowing(boxes()),
  }
}

/** A text follows the box that it is in. */
function overflowing(boxes: readonly Box[]): string[] {
  const sizes = new Map(boxes.map(({ node, measured }) => [node, measured]))
  const texts: string[] = []
  for (const { node, measured } of boxes) {
    if (node.kind !== 'box') continue
    for (const child of node.children) {
      const size = sizes.get(child)
      if (child.kind !== 'text' || !size) continue
      if (size.height > measured.height + 1 || size.width > measured.width + 1)
        texts.push(child.runs.map(({ text }) => text).join(''))
    }
  }
  return texts
}
