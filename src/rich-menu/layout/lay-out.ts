/**
 * Lays out rows, columns and cells as CSS flexbox does for `flex: n 1 0` and `flex: 0 0 Npx`, with `box-sizing: border-box`. Texts never
 * change a size.
 */
import type { GroundStyle } from './look.js'
import type { CellNode, GroupNode, LayoutNode, Length, Rectangle } from './node.js'

/** A cell with its place, in whole pixels. */
export interface PlacedCell {
  readonly cell: CellNode
  /** Where it is drawn. */
  readonly box: Rectangle
  /** What can be tapped: up to the middle of gaps, and over the padding to the edge. */
  readonly area: Rectangle
}

/** Parts that need more room than there is. */
export interface Overflow {
  readonly node: GroupNode
  /** Pixels that are missing. */
  readonly missing: number
  readonly direction: 'across' | 'down'
}

/** The background of a group. */
export interface PlacedGround {
  ground: GroundStyle
  readonly node: GroupNode
  readonly box: Rectangle
}

/** A layout. */
export interface Layout {
  readonly cells: PlacedCell[]
  /** Outer ones first. */
  readonly grounds: PlacedGround[]
  readonly overflows: Overflow[]
}

/** Smaller differences come from the precision of numbers. */
const ROUNDING = 0.001

/** Edges, not rounded: left, top, right, bottom. */
type Edges = readonly [left: number, top: number, right: number, bottom: number]

/** Lays out a tree in a menu: in all of it, or at the place of the tree. */
export function layOut(root: LayoutNode, width: number, height: number): Layout {
  const layout: Layout = { cells: [], grounds: [], overflows: [] }
  const at = (root.kind !== 'cell' && root.at) || { x: 0, y: 0, width, height }
  const x = pixels(at.x, width)
  const y = pixels(at.y, height)
  const edges: Edges = [x, y, x + pixels(at.width, width), y + pixels(at.height, height)]
  place(root, edges, edges, layout)
  return layout
}

const pixels = (length: Length, whole: number): number =>
  typeof length === 'number' ? length : (Number.parseFloat(length) / 100) * whole

/** @param reach - how far the areas of cells at the edge of the node reach */
function place(node: LayoutNode, box: Edges, reach: Edges, layout: Layout): void {
  if (node.kind === 'cell')
    layout.cells.push({ cell: node, box: rounded(box), area: rounded(reach) })
  else placeGroup(node, box, reach, layout)
}

function placeGroup(node: GroupNode, box: Edges, reach: Edges, layout: Layout): void {
  const { padding, gap, parts, ground } = node
  if (ground) layout.grounds.push({ ground, node, box: rounded(box) })
  const axis = node.kind === 'row' ? 0 : 1
  const start = box[axis] + padding
  const end = box[axis + 2]! - padding
  const { lengths, missing } = lengthsOf(node, end - start - gap * (parts.length - 1))
  const across = axis === 0 ? 1 : 0
  report(layout, node, missing, axis)
  const full = box[across + 2]! - padding
  report(layout, node, box[across] + padding - full, across)
  let at = start
  let middle = start
  parts.forEach((part, i) => {
    const length = lengths[i]!
    const inner = [0, 0, 0, 0]
    const outer = [...reach]
    inner[axis] = at
    inner[axis + 2] = at + length
    inner[across] = box[across] + padding
    const fixed = axis === 0 ? part.height : part.width
    inner[across + 2] = fixed === undefined ? full : inner[across] + fixed
    report(layout, node, inner[across + 2]! - full, across)
    // A part that is shorter than the group leaves a hole on purpose.
    if (fixed !== undefined && inner[across + 2]! < full - ROUNDING)
      outer[across + 2] = inner[across + 2]!
    if (i > 0) outer[axis] = middle
    // The same number for both parts: another sum could be rounded differently.
    middle = at + length + gap / 2
    if (i < parts.length - 1) outer[axis + 2] = middle
    else if (at + length < end - ROUNDING) outer[axis + 2] = at + length
    place(part, inner as unknown as Edges, outer as unknown as Edges, layout)
    at += length + gap
  })
}

function report(layout: Layout, node: GroupNode, missing: number, axis: 0 | 1): void {
  if (missing > ROUNDING)
    layout.overflows.push({
      node,
      missing: Math.ceil(missing - ROUNDING),
      direction: axis === 0 ? 'across' : 'down',
    })
}

/** Lengths along a row or column. A share is added to the padding of a part, as in CSS. */
function lengthsOf(
  { kind, parts }: GroupNode,
  room: number,
): { lengths: number[]; missing: number } {
  let left = room
  let shares = 0
  const bases = parts.map((part) => {
    const fixed = kind === 'row' ? part.width : part.height
    const padding = part.kind === 'cell' ? 0 : part.padding * 2
    const base = part.flex === undefined && fixed !== undefined ? Math.max(fixed, padding) : padding
    left -= base
    return base
  })
  const flexes = parts.map((part) => {
    const fixed = kind === 'row' ? part.width : part.height
    const flex = part.flex ?? (fixed === undefined ? 1 : 0)
    shares += flex
    return flex
  })
  // Shares below 1 in all leave room empty.
  const unit = Math.max(0, left) / Math.max(shares, 1)
  return { lengths: bases.map((base, i) => base + flexes[i]! * unit), missing: -left }
}

/** Whole pixels. Parts with a common edge have it in the same pixel. */
function rounded([left, top, right, bottom]: Edges): Rectangle {
  const x = Math.round(left)
  const y = Math.round(top)
  return { x, y, width: Math.round(right) - x, height: Math.round(bottom) - y }
}
