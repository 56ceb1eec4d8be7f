/** Finds the rows and columns that areas in pixels make. */
import { layOut } from '../layout/lay-out.js'
import type { LayoutNode, Rectangle } from '../layout/node.js'
import type { PartSize } from '../layout/part-size.js'

/** A row, a column, an area (its index), or a hole. */
export type GridNode = PartSize &
  ({ kind: 'row' | 'column'; parts: GridNode[] } | { kind: 'area'; at: number } | { kind: 'hole' })

/** Largest number of shares of a row or column: more are no clearer than pixels. */
const MOST_SHARES = 24

/**
 * The rows and columns of areas; `undefined` if areas overlap, or are not in rows and columns.
 *
 * @param areas - in whole pixels
 * @returns a tree that is laid out to these areas exactly
 */
export function findGrid(
  areas: readonly Rectangle[],
  width: number,
  height: number,
): GridNode | undefined {
  const menu = { x: 0, y: 0, width, height }
  // Shares if they give the same pixels, else lengths.
  for (const inShares of [true, false]) {
    const tree = split(menu, [...areas.keys()], areas, inShares)
    if (tree && isLaidOutTo(tree, areas, menu)) return tree
  }
  return undefined
}

function split(
  region: Rectangle,
  inside: readonly number[],
  areas: readonly Rectangle[],
  inShares: boolean,
): GridNode | undefined {
  const [first] = inside
  if (first === undefined) return { kind: 'hole' }
  if (inside.length === 1 && isSame(areas[first]!, region)) return { kind: 'area', at: first }
  // Rows below each other first, as people read.
  for (const kind of ['column', 'row'] as const) {
    const edges = edgesOf(kind, region, inside, areas)
    if (edges.length === 2) continue
    const lengths = edges.slice(1).map((edge, i) => edge - edges[i]!)
    const sizes = sizesOf(lengths, kind, inShares)
    const parts: GridNode[] = []
    for (const [i, length] of lengths.entries()) {
      const part = partOf(kind, region, edges[i]!, length)
      const held = inside.filter((at) => contains(part, areas[at]!))
      const node = split(part, held, areas, inShares)
      if (!node) return undefined
      parts.push({ ...node, ...sizes[i] })
    }
    return { kind, parts }
  }
  return undefined
}

const partOf = (
  kind: 'row' | 'column',
  region: Rectangle,
  start: number,
  length: number,
): Rectangle =>
  kind === 'row' ? { ...region, x: start, width: length } : { ...region, y: start, height: length }

/** Where a region can be cut without cutting an area, its own edges included. */
function edgesOf(
  kind: 'row' | 'column',
  region: Rectangle,
  inside: readonly number[],
  areas: readonly Rectangle[],
): number[] {
  const spans = inside.map((at) => spanOf(kind, areas[at]!))
  const [start, end] = spanOf(kind, region)
  const all = new Set([start, end, ...spans.flat()])
  return [...all]
    .filter((edge) => spans.every(([from, to]) => edge <= from || edge >= to))
    .sort((one, other) => one - other)
}

const spanOf = (kind: 'row' | 'column', { x, y, width, height }: Rectangle) =>
  kind === 'row' ? ([x, x + width] as const) : ([y, y + height] as const)

/** Shares of the lengths, or pixels for all but the longest, which takes what is left. */
function sizesOf(
  lengths: readonly number[],
  kind: 'row' | 'column',
  inShares: boolean,
): PartSize[] {
  const flexes = inShares ? sharesOf(lengths) : undefined
  if (flexes) return flexes.map((flex) => (flex === 1 ? {} : { flex }))
  const longest = lengths.indexOf(Math.max(...lengths))
  return lengths.map((length, i) =>
    i === longest ? {} : kind === 'row' ? { width: length } : { height: length },
  )
}

/** The smallest whole numbers with the same pixels. */
function sharesOf(lengths: readonly number[]): number[] | undefined {
  const whole = lengths.reduce((sum, length) => sum + length, 0)
  for (let all = lengths.length; all <= MOST_SHARES; all++) {
    const shares = lengths.map((length) => Math.round((length / whole) * all))
    if (shares.includes(0) || shares.reduce((sum, share) => sum + share, 0) !== all) continue
    let edge = 0
    let share = 0
    const isExact = lengths.every((length, i) => {
      edge += length
      share += shares[i]!
      return Math.round((whole * share) / all) === edge
    })
    if (isExact) return shares
  }
  return undefined
}

/** Whether the layout gives exactly these areas. */
function isLaidOutTo(tree: GridNode, areas: readonly Rectangle[], menu: Rectangle): boolean {
  const order: (number | undefined)[] = []
  const { cells, overflows } = layOut(asLayout(tree, order), menu.width, menu.height)
  return (
    overflows.length === 0 &&
    cells.every(({ area }, i) => order[i] === undefined || isSame(area, areas[order[i]]!))
  )
}

function asLayout(node: GridNode, order: (number | undefined)[]): LayoutNode {
  const { kind, ...rest } = node
  if (kind === 'row' || kind === 'column') {
    const { parts, ...size } = rest as PartSize & { parts: GridNode[] }
    return { kind, ...size, gap: 0, padding: 0, parts: parts.map((part) => asLayout(part, order)) }
  }
  order.push(node.kind === 'area' ? node.at : undefined)
  const { flex, width, height } = node
  return {
    kind: 'cell',
    ...(flex !== undefined && { flex }),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    action: undefined,
    tab: undefined,
  }
}

const isSame = (one: Rectangle, other: Rectangle): boolean =>
  one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height

const contains = (region: Rectangle, area: Rectangle): boolean =>
  area.x >= region.x &&
  area.y >= region.y &&
  area.x + area.width <= region.x + region.width &&
  area.y + area.height <= region.y + region.height
