/** The drawn nodes with their places. */
import type { BoxNode, TreeNode } from '../../tree.js'
import { measure } from '../lay-out.js'
import type { Prepared } from '../prepare.js'
import type { Measured } from '../takumi.js'

/** A drawn node. Lengths are pixels of the phone; left and top are relative to the box around it. */
export interface PlacedNode {
  readonly node: TreeNode
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly children: readonly PlacedNode[]
  /** Its name and, shortened, everything inside it. */
  readonly signature: string
}

/** The name of a node in paths. */
export const nameOf = ({ role, kind }: TreeNode): string => role ?? kind

const longest = 400

function contents(node: TreeNode, children: readonly PlacedNode[]): string {
  if (node.kind === 'text') return node.runs.map(({ text }) => text).join('')
  if (node.kind === 'image') return node.url ?? node.placeholder
  return children.map(({ signature }) => signature).join(' ')
}

/** The nodes of a tree that is prepared at this scale, with their places. */
export async function placedNodes(
  tree: BoxNode,
  prepared: Prepared,
  scale: number,
): Promise<PlacedNode> {
  const places = new Map<TreeNode, Measured>()
  for (const { node, measured } of (await measure(prepared)).boxes()) places.set(node, measured)
  const place = (node: TreeNode, x: number, y: number): PlacedNode[] => {
    const measured = places.get(node)
    if (!measured) return []
    const { width, height, transform } = measured
    const [, , , , left, top] = transform
    const inside = node.kind === 'box' ? node.children : []
    const children = inside.flatMap((child) => place(child, left, top))
    const signature = `${nameOf(node)} ${contents(node, children)}`.slice(0, longest)
    const lengths = { left: left - x, top: top - y, width, height }
    for (const side of ['left', 'top', 'width', 'height'] as const) lengths[side] /= scale
    return [{ node, ...lengths, children, signature }]
  }
  return place(tree, 0, 0)[0]!
}
