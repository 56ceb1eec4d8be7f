/**
 * The styled tree: what is drawn, with every figure resolved. It knows nothing of HTML, so that other renderers can draw it too.
 *
 * Every node is laid out as by CSS flexbox from the same start: `box-sizing: border-box`, `position: relative`,
 * `flex: 0 0 auto`, `min-width: 0`; a box is a flex container that runs downwards. A style says only what differs.
 */
import type { Tap } from './tap.js'

/** Pixels, or a share of what CSS takes the share of. */
export type Length = number | `${number}%`

/** The part of CSS that the tree uses. Numbers are pixels, except for shares, weights, ratios and line heights. */
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
  /** Width by height. */
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
  /** A linear gradient in CSS's words. */
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
  fontSize?: number | undefined
  fontWeight?: 400 | 500 | 700 | undefined
  fontStyle?: 'italic' | undefined
  textAlign?: 'start' | 'center' | 'end' | undefined
  textDecoration?: 'underline' | 'line-through' | undefined
  color?: string | undefined
}

/** What a node is, for whoever looks for it: the class names of the HTML. */
export type Role = string

interface NodeCommon {
  readonly role: Role | undefined
  readonly style: Style
  /** What a tap does. */
  readonly tap: Tap | undefined
}

/** A flex container. */
export interface BoxNode extends NodeCommon {
  readonly kind: 'box'
  readonly children: readonly TreeNode[]
  /** Scrolls sideways when its children are wider. */
  readonly scrolls: boolean
  /** Its width is the measure of a `fit` inside it, and does not depend on what stands in it. */
  readonly measures: boolean
}

/** Text in one paragraph: runs side by side. Line breaks in it count when it wraps. */
export interface TextNode extends NodeCommon {
  readonly kind: 'text'
  readonly runs: readonly Run[]
  /** Whether it goes on in the next line; otherwise it ends in an ellipsis. */
  readonly wrap: boolean
  /** Whether spaces are kept as they were typed; otherwise several are one. */
  readonly spaces: boolean
  /** How many lines are shown; 0 for all. */
  readonly maxLines: number
  /** Pixels between lines, on top of the line height. */
  readonly lineSpacing: number
  /** Shrinks until this many ems, its estimated length, fit the width of the box that `measures`. */
  readonly fit: number | undefined
}

/** A part of a text: letters, or a picture that stands among them. */
export interface Run {
  readonly text: string
  readonly style?: Style | undefined
  readonly tap?: Tap | undefined
  readonly image?: InlineImage | undefined
}

/** A picture on a line of text, in ems. Its bottom stands on the baseline, or `drop` below. */
export interface InlineImage {
  readonly url: string | undefined
  readonly alt: string
  readonly width: number
  readonly height: number
  readonly drop: number
}

/** A picture. */
export interface ImageNode extends NodeCommon {
  readonly kind: 'image'
  /** An http, https or data address. None: the placeholder is drawn. */
  readonly url: string | undefined
  readonly alt: string
  readonly fit: 'contain' | 'cover'
  /** The picture's own proportions, once known, win over `aspectRatio`. */
  readonly natural: boolean
  /** Written where the picture is missing. */
  readonly placeholder: string
}

export type TreeNode = BoxNode | TextNode | ImageNode

type More<T extends TreeNode> = Partial<Omit<T, 'kind' | 'style'>>

/** A box. All nodes of a kind are made in one place so that they have one shape. */
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

/** A text; a string is one run of it. */
export const text = (
  style: Style,
  runs: string | readonly Run[],
  more: More<TextNode> = {},
): TextNode => ({
  kind: 'text',
  role: more.role,
  style,
  tap: more.tap,
  runs: typeof runs === 'string' ? [{ text: runs }] : runs,
  wrap: more.wrap ?? false,
  spaces: more.spaces ?? false,
  maxLines: more.maxLines ?? 0,
  lineSpacing: more.lineSpacing ?? 0,
  fit: more.fit,
})

/** Where a picture is, and what is written if it is not there. */
export type Source = Pick<ImageNode, 'url' | 'placeholder'>

/** A picture; a string is the address of one that is always there. */
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
