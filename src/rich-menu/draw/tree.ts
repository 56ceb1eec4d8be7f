/** A picture of a menu or an imagemap as a tree that can be drawn. */
import type { BoxNode, ImageNode, Style, TextNode, TreeNode } from '../../preview/index.js'
import type { ContentNode } from '../layout/content.js'
import type { Drawing } from '../layout/drawing.js'
import type { PlacedCell } from '../layout/lay-out.js'
import type { BoxStyle, CellStyle, GroundStyle, TextStyle } from '../layout/look.js'
import type { Rectangle } from '../layout/node.js'
import type { PartSize } from '../layout/part-size.js'
import type { PictureSource } from '../layout/picture-source.js'

/** Whether a tab leads to the menu that is drawn. */
export type IsCurrent = (tab: string) => boolean

/** An image in a picture: of a file or an icon package. */
export type ImageUse =
  | { readonly kind: 'file'; readonly source: PictureSource }
  | { readonly kind: 'icon'; readonly name: string; readonly color: string }

/** The address under which an image is loaded. */
export type UrlOf = (image: ImageUse) => string

/** Look of texts, complete. */
type Type = { [K in keyof TextStyle]-?: Exclude<TextStyle[K], undefined> } & { align: Align }
type Align = 'start' | 'center' | 'end'

/** Letters in a menu are a fortieth of its width high; an imagemap is seen at the same width, but holds less. */
const lettersAcross = (width: number): number => (width < 1_100 ? 24 : 40)

/** Look of texts without one of their own, in a picture of a width. */
export const typeIn = (width: number): Type => ({
  color: '#1f2933',
  fontSize: Math.round(width / lettersAcross(width)),
  fontWeight: 500,
  lineHeight: 1.3,
  align: 'center',
})

/** The look of texts within a part that has a look. */
export const typeWithin = (around: Type, look: BoxStyle): Type => ({
  color: look.color ?? around.color,
  fontSize: look.fontSize ?? around.fontSize,
  fontWeight: look.fontWeight ?? around.fontWeight,
  lineHeight: look.lineHeight ?? around.lineHeight,
  align: look.align ?? 'center',
})

/** The look of a cell in the menu that is drawn. */
export const lookOf = ({ cell }: PlacedCell, isCurrent: IsCurrent): CellStyle => ({
  ...cell.defaults,
  ...cell.look,
  ...(cell.tab !== undefined &&
    isCurrent(cell.tab) && { ...cell.currentDefaults, ...cell.currentLook }),
})

/** The tree of a drawing. */
export function treeOf(
  { width, height, grounds, cells }: Drawing,
  isCurrent: IsCurrent,
  urlOf: UrlOf,
): BoxNode {
  const type = typeIn(width)
  const parts = grounds.map(({ ground, box: place }): TreeNode =>
    box({ ...at(place), ...surface(ground, type) }, []),
  )
  const drawn = cells.map((cell) => cellTree(cell, lookOf(cell, isCurrent), type, urlOf))
  return box({ width, height, overflow: 'hidden' }, [...parts, ...drawn])
}

function cellTree(
  { cell: { contents = [] }, box: place }: PlacedCell,
  look: CellStyle,
  around: Type,
  urlOf: UrlOf,
): TreeNode {
  const type = typeWithin(around, look)
  const { image, imageHeight } = look
  const behind: TreeNode[] = []
  const above: TreeNode[] = []
  if (image !== undefined) {
    const url = urlOf({ kind: 'file', source: image })
    if (imageHeight === undefined)
      behind.push(
        imageNode(
          { position: 'absolute', left: 0, top: 0, width: place.width, height: place.height },
          url,
          'cover',
        ),
      )
    else above.push(imageNode({ width: '100%', height: imageHeight }, url, 'contain'))
  }
  const inside = contentTrees(contents, look, type, urlOf)
  return box({ ...at(place), ...surface(look, type), ...flexOf(look, type), overflow: 'hidden' }, [
    ...behind,
    ...above,
    ...inside,
  ])
}

/** Contents with the gaps between them. */
function contentTrees(
  contents: readonly ContentNode[],
  { direction, gap = 0 }: BoxStyle,
  type: Type,
  urlOf: UrlOf,
): TreeNode[] {
  const isRow = direction === 'row'
  return contents.map((content, i) => {
    const tree = contentTree(content, isRow, type, urlOf)
    return i === 0 || gap === 0
      ? tree
      : { ...tree, style: { ...tree.style, [isRow ? 'marginLeft' : 'marginTop']: gap } }
  })
}

function contentTree(content: ContentNode, isRow: boolean, type: Type, urlOf: UrlOf): TreeNode {
  if (content.kind === 'text') {
    const { color, fontSize, fontWeight, lineHeight } = typeWithin(type, content.look)
    const style = { fontSize, fontWeight, lineHeight, color, textAlign: type.align }
    return textNode({ ...sizeOf(content, isRow), ...style }, content.text, content.maxLines)
  }
  if (content.kind === 'icon') {
    const { name, size = type.fontSize * 2, color = type.color } = content
    const url = urlOf({ kind: 'icon', name, color })
    return imageNode({ width: size, height: size, flexShrink: 0 }, url, 'contain')
  }
  if (content.kind === 'picture') {
    const url = urlOf({ kind: 'file', source: content.source })
    // Across its whole box, unless a width is set.
    const width = content.width === undefined && !isRow ? '100%' : undefined
    const style: Style = { width, ...sizeOf(content, isRow), borderRadius: content.radius }
    const inside: Style = { position: 'absolute', left: 0, top: 0, width: '100%', height: '100%' }
    return box({ ...style, overflow: 'hidden' }, [imageNode(inside, url, content.fit)])
  }
  const { look, contents } = content
  const inner = typeWithin(type, look)
  const style = { ...sizeOf(content, isRow), ...surface(look, inner), ...flexOf(look, inner) }
  return box(style, contentTrees(contents, look, inner, urlOf))
}

/** The size of a content. It is never wider than the box around it. */
function sizeOf({ flex, width, height }: PartSize, isRow: boolean): Style {
  const fixed = isRow ? width : height
  return defined({
    maxWidth: '100%',
    width,
    height,
    ...(flex !== undefined && flex > 0
      ? { flexGrow: flex, flexShrink: 1, flexBasis: 0 }
      : { flexShrink: isRow && fixed === undefined ? 1 : 0 }),
  })
}

/** Padding and where the contents are. */
function flexOf({ direction, padding, valign = 'center' }: BoxStyle, { align }: Type): Style {
  const isRow = direction === 'row'
  return {
    flexDirection: isRow ? 'row' : undefined,
    alignItems: flexPlace[isRow ? valign : align],
    justifyContent: flexPlace[isRow ? align : valign],
    paddingTop: padding,
    paddingRight: padding,
    paddingBottom: padding,
    paddingLeft: padding,
  }
}

const flexPlace = { start: 'flex-start', center: 'center', end: 'flex-end' } as const

const at = ({ x, y, width, height }: Rectangle): Style => ({
  position: 'absolute',
  left: x,
  top: y,
  width,
  height,
})

/** Background, corners and border. */
const surface = (
  { background, radius, border, borderColor }: GroundStyle,
  { color }: Type,
): Style => ({
  ...(background?.startsWith('linear-gradient')
    ? { backgroundImage: background }
    : { backgroundColor: background }),
  borderRadius: radius,
  ...(border !== undefined &&
    border > 0 && {
      borderWidth: border,
      borderStyle: 'solid' as const,
      borderColor: borderColor ?? color,
    }),
})

const common = { role: undefined, tap: undefined } as const

const box = (style: Style, children: readonly TreeNode[]): BoxNode => ({
  kind: 'box',
  ...common,
  style: defined(style),
  children,
  scrolls: false,
  measures: false,
})

const textNode = (style: Style, text: string, maxLines: number): TextNode => ({
  kind: 'text',
  ...common,
  style,
  runs: [{ text }],
  wrap: true,
  maxLines,
  lineSpacing: 0,
  fit: undefined,
})

const imageNode = (style: Style, url: string, fit: ImageNode['fit']): ImageNode => ({
  kind: 'image',
  ...common,
  style: defined(style),
  url,
  alt: '',
  fit,
  natural: false,
  placeholder: '',
})

const defined = (style: Style): Style =>
  Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined))
