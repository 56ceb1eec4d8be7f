/**
 * The styled tree: a drawing with all sizes resolved. It does not depend on HTML, so that other renderers can draw it too.
 *
 * Every node is laid out like CSS flexbox, with these defaults: `box-sizing: border-box`, `position: relative`,
 * `flex: 0 0 auto`, `min-width: 0`; a box is a flex container with `flex-direction: column`. A style only has what differs.
 */
import type { Tap } from './tap.js'

/** Pixels, or a percentage as in CSS. */
export type Length = number | `${number}%`

/** The CSS properties of the tree. Numbers are pixels, except for flex shares, weights, ratios and line heights. */
export interface Style {
  display?: 'none' | undefined
  flexDirection?: 'row' | undefined
  flexGrow?: number | undefined
  flexShrink?: number | undefined
  flexBasis?: Length | undefined
  flexWrap?: 'wrap' | undefined
  justifyContent?: string | undefined
  alignItems?: string | undefined
  alignSelf?: string | undefined
  position?: 'absolute' | undefined
  top?: Length | undefined
  right?: Length | undefined
  bottom?: Length | undefined
  left?: Length | undefined
  width?: Length | undefined
  height?: Length | undefined
  minWidth?: Length | undefined
  minHeight?: Length | undefined
  maxWidth?: Length | undefined
  maxHeight?: Length | undefined
  /** Width divided by height. */
  aspectRatio?: number | undefined
  marginTop?: number | undefined
  marginRight?: number | undefined
  marginBottom?: number | undefined
  marginLeft?: number | undefined
  paddingTop?: Length | undefined
  paddingRight?: Length | undefined
  paddingBottom?: Length | undefined
  paddingLeft?: Length | undefined
  overflow?: 'hidden' | 'visible' | undefined
  direction?: 'ltr' | 'rtl' | undefined
  backgroundColor?: string | undefined
  /** A linear gradient, as in CSS. */
  backgroundImage?: string | undefined
  borderWidth?: number | undefined
  borderTopWidth?: number | undefined
  borderColor?: string | undefined
  borderStyle?: 'solid' | 'dashed' | undefined
  borderRadius?: Length | undefined
  borderTopLeftRadius?: number | undefined
  borderTopRightRadius?: number | undefined
  boxShadow?: string | undefined
  opacity?: number | undefined
  transform?: string | undefined
  transformOrigin?: string | undefined
  /** Multiples of the font size. */
  lineHeight?: number | undefined
  /** The font of Latin letters in this box. Without it, that of the box around it. */
  fontFamily?: 'Inter' | 'Roboto' | undefined
  fontSize?: number | undefined
  fontWeight?: 400 | 500 | 700 | undefined
  fontStyle?: 'italic' | undefined
  textAlign?: 'start' | 'center' | 'end' | undefined
  textDecoration?: 'underline' | 'line-through' | undefined
  color?: string | undefined
}

/** Kind of a node; it becomes a class name in HTML. */
export type Role = string

interface NodeCommon {
  readonly role: Role | undefined
  readonly style: Style
  /** Action of a tap. */
  readonly tap: Tap | undefined
}

/** A flex container. */
export interface BoxNode extends NodeCommon {
  readonly kind: 'box'
  readonly children: readonly TreeNode[]
  /** Scrolls horizontally if its children are wider. */
  readonly scrolls: boolean
  /** Its width is the limit for a `fit` inside it, and does not depend on its contents. */
  readonly measures: boolean
}

/** A paragraph of text runs. All spaces are kept. Only texts with `wrap` have line breaks, and none has tabs. */
export interface TextNode extends NodeCommon {
  readonly kind: 'text'
  readonly runs: readonly Run[]
  /** Whether long text continues in the next line; otherwise it ends with an ellipsis. */
  readonly wrap: boolean
  /** Maximum number of lines; 0 for all. */
  readonly maxLines: number
  /** Pixels between lines, in addition to the line height. */
  readonly lineSpacing: number
  /** Estimated length in ems. The text shrinks until it fits the width of the box that `measures`. */
  readonly fit: number | undefined
}

/** A part of a text: a string, or an inline image. */
export interface Run {
  readonly text: string
  readonly style?: Style | undefined
  readonly tap?: Tap | undefined
  readonly image?: InlineImage | undefined
}

/** An inline image; sizes are in ems. Its bottom is on the baseline, or `drop` below it. */
export interface InlineImage {
  readonly url: string | undefined
  readonly alt: string
  readonly width: number
  readonly height: number
  readonly drop: number
}

/** An image. */
export interface ImageNode extends NodeCommon {
  readonly kind: 'image'
  /** An http, https or data URL. If `undefined`, the placeholder is drawn. */
  readonly url: string | undefined
  readonly alt: string
  readonly fit: 'contain' | 'cover'
  /** Whether the image, once loaded, has its own size and ratio, as large as fits in `width` and `maxHeight`. */
  readonly natural: boolean
  /** Text that is drawn if the image is missing. */
  readonly placeholder: string
}

export type TreeNode = BoxNode | TextNode | ImageNode

type More<T extends TreeNode> = Partial<Omit<T, 'kind' | 'style'>>

/** Creates a box. All nodes of a kind are created in one place so that they have the same shape. */
export const box = (
  style: Style,
  children: readonly TreeNode[] = [],
  more: More<BoxNode> = {},
): BoxNode => ({
  kind: 'box',
  role: more.role,
  style,
  tap: more.tap,
  children,
  scrolls: more.scrolls ?? false,
  measures: more.measures ?? false,
})

const controls = /[\t\r\n\u2028\u2029]/

/** Line breaks as `\n`, or as spaces if there is only one line; tabs as eight spaces, because tab stops depend on the font. */
function plain(run: Run, wrap: boolean): Run {
  if (!controls.test(run.text)) return run
  const text = run.text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replaceAll('\t', '        ')
  return { ...run, text: wrap ? text : text.replaceAll('\n', ' ') }
}

/** Creates a text. A string is a single run. */
export const text = (
  style: Style,
  runs: string | readonly Run[],
  more: More<TextNode> = {},
): TextNode => ({
  kind: 'text',
  role: more.role,
  style,
  tap: more.tap,
  runs: (typeof runs === 'string' ? [{ text: runs }] : runs).map((run) =>
    plain(run, more.wrap === true),
  ),
  wrap: more.wrap ?? false,
  maxLines: more.maxLines ?? 0,
  lineSpacing: more.lineSpacing ?? 0,
  fit: more.fit,
})

/** URL of an image, and its placeholder text. */
export type Source = Pick<ImageNode, 'url' | 'placeholder'>

/** Creates an image. A string is the URL of an image that is never missing. */
export const image = (
  style: Style,
  source: string | Source,
  more: Partial<Omit<ImageNode, 'kind' | 'style' | keyof Source>> = {},
): ImageNode => ({
  kind: 'image',
  role: more.role,
  style,
  tap: more.tap,
  url: typeof source === 'string' ? source : source.url,
  alt: more.alt ?? '',
  fit: more.fit ?? 'cover',
  natural: more.natural ?? false,
  placeholder: typeof source === 'string' ? '' : source.placeholder,
})
