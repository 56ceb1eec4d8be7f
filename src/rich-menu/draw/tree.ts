/** The picture of a menu as a tree that can be drawn. */
import type { BoxNode, ImageNode, Style, TextNode, TreeNode } from '../../preview/index.js'
import type { Drawing } from '../layout/drawing.js'
import type { PlacedCell } from '../layout/lay-out.js'
import type { CellStyle } from '../layout/look.js'
import type { Rectangle } from '../layout/node.js'

/** Whether a tab leads to the menu that is drawn. */
export type IsCurrent = (tab: string) => boolean

/** Colour of texts without one of their own. */
export const INK = '#1f2933'

/** The look of a cell in the menu that is drawn. */
export const lookOf = ({ cell }: PlacedCell, isCurrent: IsCurrent): CellStyle =>
  cell.tab !== undefined && isCurrent(cell.tab)
    ? { ...cell.look, ...cell.currentLook }
    : (cell.look ?? {})

/** @param urlOf - the address under which an image is loaded */
export function treeOf(
  { width, height, grounds, cells }: Drawing,
  isCurrent: IsCurrent,
  urlOf: (cell: PlacedCell) => string | undefined,
): BoxNode {
  const parts = grounds.map(({ ground, box: place }): TreeNode =>
    box({ ...at(place), ...background(ground.background), borderRadius: ground.radius }, []),
  )
  const drawn = cells.map((cell) => cellTree(cell, lookOf(cell, isCurrent), width, urlOf(cell)))
  return box({ width, height, overflow: 'hidden' }, [...parts, ...drawn])
}

function cellTree(
  { cell: { text }, box: place }: PlacedCell,
  look: CellStyle,
  menuWidth: number,
  url: string | undefined,
): TreeNode {
  const { align = 'center', valign = 'center', padding = 0, imageHeight } = look
  const children: TreeNode[] = []
  if (url !== undefined)
    children.push(
      imageHeight === undefined
        ? image(
            { position: 'absolute', left: 0, top: 0, width: place.width, height: place.height },
            url,
            'cover',
          )
        : image({ width: '100%', height: imageHeight }, url, 'contain'),
    )
  if (text)
    children.push(
      textNode(
        {
          maxWidth: '100%',
          fontSize: look.fontSize ?? Math.round(menuWidth / 40),
          fontWeight: look.fontWeight ?? 500,
          lineHeight: 1.3,
          color: look.color ?? INK,
          textAlign: align,
        },
        text,
      ),
    )
  const style: Style = {
    ...at(place),
    ...background(look.background),
    borderRadius: look.radius,
    overflow: 'hidden',
    alignItems: flexPlace[align],
    justifyContent: flexPlace[valign],
    paddingTop: padding,
    paddingRight: padding,
    paddingBottom: padding,
    paddingLeft: padding,
  }
  return box(style, children)
}

const flexPlace = { start: 'flex-start', center: 'center', end: 'flex-end' } as const

const at = ({ x, y, width, height }: Rectangle): Style => ({
  position: 'absolute',
  left: x,
  top: y,
  width,
  height,
})

const background = (value: string | undefined): Style =>
  value?.startsWith('linear-gradient') ? { backgroundImage: value } : { backgroundColor: value }

const common = { role: undefined, tap: undefined } as const

const box = (style: Style, children: readonly TreeNode[]): BoxNode => ({
  kind: 'box',
  ...common,
  style: defined(style),
  children,
  scrolls: false,
  measures: false,
})

const textNode = (style: Style, text: string): TextNode => ({
  kind: 'text',
  ...common,
  style,
  runs: [{ text }],
  wrap: true,
  maxLines: 0,
  lineSpacing: 0,
  fit: undefined,
})

const image = (style: Style, url: string, fit: ImageNode['fit']): ImageNode => ({
  kind: 'image',
  ...common,
  style,
  url,
  alt: '',
  fit,
  natural: false,
  placeholder: '',
})

const defined = (style: Style): Style =>
  Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined))
