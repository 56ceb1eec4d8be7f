/** Styles of the tree for Takumi, so that its layout is the same as in a browser. */
import type { Length, Style, TreeNode } from '../tree.js'
import type { Latin } from './fonts/book.js'
import type { PartStyle } from './takumi.js'

/** Default style of all nodes. */
export const base: PartStyle = {
  display: 'flex',
  flexDirection: 'column',
  flexShrink: 0,
  position: 'relative',
  boxSizing: 'border-box',
  minWidth: 0,
  borderWidth: 0,
}

/** The box around a node. */
export interface Around {
  readonly style: Style
  /** Whether its height is definite in the sense of CSS: only then do percentages of it have an effect. */
  readonly isDefinite: boolean
  /** Whether its width does not depend on its contents. */
  readonly isFixed: boolean
  /** Width of its contents, if that is known before the layout. */
  readonly room: number | undefined
  readonly isOnlyChild: boolean
  readonly isRtl: boolean
  readonly latin: Latin
}

export const outermost: Around = {
  style: {},
  isDefinite: false,
  isFixed: true,
  room: undefined,
  isOnlyChild: false,
  isRtl: false,
  latin: undefined,
}

function isDefinite(style: Style, { style: around, isDefinite: isAround }: Around): boolean {
  if (style.height !== undefined) return typeof style.height === 'number' || isAround
  if (style.position === 'absolute') return style.top !== undefined && style.bottom !== undefined
  // A stretched item of a row is laid out again with the height of the row.
  if (around.flexDirection === 'row') return (style.alignSelf ?? around.alignItems) === undefined
  return isAround
}

function isFixed(style: Style, { style: around, isFixed: isAround }: Around): boolean {
  const { width, left, right, flexBasis } = style
  if (width !== undefined) return typeof width === 'number' || isAround
  if (style.position === 'absolute') return left !== undefined && right !== undefined
  if (around.flexDirection === 'row') return flexBasis === 0 && isAround
  return (style.alignSelf ?? around.alignItems) === undefined && isAround
}

const isNumber = (value: unknown): value is number => typeof value === 'number'

const sum = (...lengths: (Length | undefined)[]): number =>
  lengths.filter(isNumber).reduce((total, one) => total + one, 0)

/** The width of a node, if it is known before the layout. */
function widthOf(style: Style, { style: around, room, isOnlyChild }: Around): number | undefined {
  const { width, maxWidth, position, flexBasis, flexGrow } = style
  const fits = maxWidth === '100%' ? (room ?? Infinity) : isNumber(maxWidth) ? maxWidth : Infinity
  if (isNumber(width)) return Math.min(width, fits)
  if (width === '100%') return room
  if (width !== undefined || position === 'absolute' || room === undefined) return undefined
  const isStretched =
    around.flexDirection === 'row'
      ? isOnlyChild && flexBasis === 0 && flexGrow !== undefined
      : (style.alignSelf ?? around.alignItems) === undefined
  if (!isStretched) return undefined
  return Math.min(room - sum(style.marginLeft, style.marginRight), fits)
}

/** A padding in pixels; that of a percentage is a share of the room around. */
const inPixels = (padding: Length | undefined, room: number): number =>
  typeof padding === 'string' ? (Number.parseFloat(padding) / 100) * room : (padding ?? 0)

/** The room for the children of a node, if it is known before the layout. */
function roomIn(style: Style, around: Around): number | undefined {
  const width = widthOf(style, around)
  const { paddingLeft, paddingRight, borderWidth = 0 } = style
  if (width === undefined) return undefined
  const paddings = [paddingLeft, paddingRight].map((one) => inPixels(one, around.room ?? NaN))
  const room = width - sum(...paddings) - 2 * borderWidth
  return Number.isNaN(room) ? undefined : room
}

/** The box around the children of a node. */
export const insideOf = ({ style, ...node }: TreeNode, around: Around): Around => ({
  style,
  room: roomIn(style, around),
  isOnlyChild: node.kind === 'box' && node.children.length === 1,
  isDefinite: isDefinite(style, around),
  isFixed: isFixed(style, around),
  isRtl: style.direction === undefined ? around.isRtl : style.direction === 'rtl',
  latin: style.fontFamily ?? around.latin,
})

/** Takumi adds up the lengths before their maximum when it measures what is around them. */
function limit(style: PartStyle, side: 'width' | 'height', most: 'maxWidth' | 'maxHeight'): void {
  const [length, maximum] = [style[side], style[most]]
  if (isNumber(length) && isNumber(maximum)) style[side] = Math.min(length, maximum)
}

/** Whether a node can be narrower than its contents on one line. */
const canBeNarrower = (node: TreeNode): boolean =>
  node.kind === 'box' ? node.children.some(canBeNarrower) : node.kind === 'image' || node.wrap

/** The space that an absolutely positioned box cannot use: its offset or, at its place in the flow, the padding around it. */
function unusable({ left, right }: Style, { style, isRtl }: Around): Length {
  if (left !== undefined || right !== undefined) return left ?? right ?? 0
  const alignment = style.flexDirection === 'row' ? style.justifyContent : style.alignItems
  if (alignment !== undefined && !/^(?:flex-start|baseline|space-between)$/.test(alignment))
    return 0
  return (isRtl ? style.paddingRight : style.paddingLeft) ?? 0
}

/**
 * An absolutely positioned box is as wide as its contents, up to the available space. Takumi counts items with a basis of 0 as 0 wide,
 * unless the width is that of the contents.
 */
function shrinkToContents(all: PartStyle, node: TreeNode, around: Around): void {
  const { width, maxWidth, left, right } = node.style
  if (width !== undefined || (left !== undefined && right !== undefined)) return
  all['width'] = 'max-content'
  if (maxWidth !== '100%' || !canBeNarrower(node)) return
  const space = unusable(node.style, around)
  if (space !== 0)
    all['maxWidth'] = `calc(100% - ${typeof space === 'number' ? `${space}px` : space})`
}

/** Whether a box is as wide as its contents because its column aligns it. Takumi would count rows in it as 0 wide, as above. */
const isInAlignedColumn = ({ kind, style }: TreeNode, { style: around }: Around): boolean =>
  kind === 'box' &&
  style.width === undefined &&
  style.maxWidth === '100%' &&
  style.position !== 'absolute' &&
  around.flexDirection !== 'row' &&
  (style.alignSelf ?? around.alignItems ?? 'stretch') !== 'stretch'

const paddings = ['paddingTop', 'paddingRight', 'paddingBottom', 'paddingLeft'] as const

/** A style without its `undefined` properties. */
export function partStyle(node: TreeNode, start: PartStyle, around: Around): PartStyle {
  const { style } = node
  const all: PartStyle = { ...start }
  for (const property in style) {
    const value = style[property as keyof Style]
    if (value !== undefined && property !== 'fontFamily') all[property] = value
  }
  // Takumi counts a flex item with `hidden` and a basis of 0 as 0 wide when it measures the contents of a row. `clip` is slower.
  if (style.overflow === 'hidden' && style.flexBasis === 0 && !around.isFixed)
    all['overflow'] = 'clip'
  // Takumi counts percentages as 0 when it measures a box that is as wide as its contents.
  const { room } = around
  if (room !== undefined && style.position !== 'absolute' && !isFixed(style, around))
    for (const side of paddings)
      if (typeof style[side] === 'string') all[side] = inPixels(style[side], room)
  limit(all, 'width', 'maxWidth')
  limit(all, 'height', 'maxHeight')
  // A box is never smaller than its paddings; Takumi forgets it for stretched boxes.
  const { paddingTop, paddingBottom, paddingLeft, paddingRight } = style
  const height = sum(paddingTop, paddingBottom)
  const width = sum(paddingLeft, paddingRight)
  if (height > sum(style.minHeight)) all['minHeight'] = height
  if (width > sum(style.minWidth)) all['minWidth'] = width
  if (isInAlignedColumn(node, around)) all['width'] = 'max-content'
  if (style.position === 'absolute') shrinkToContents(all, node, around)
  else if (!around.isDefinite) {
    if (typeof style.top === 'string') delete all['top']
    if (typeof style.bottom === 'string') delete all['bottom']
  }
  return all
}
