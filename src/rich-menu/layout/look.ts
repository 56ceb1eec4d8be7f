/** How parts of a picture are drawn. */
import type { PictureSource } from './picture-source.js'

/** Background of a part. */
export interface GroundStyle {
  /** Name of a style of `styles` of the menu or imagemap; several with blanks between them. The other props come first. */
  style?: string | undefined
  /** A colour such as `#2f6b4f`, or a gradient such as `linear-gradient(90deg, #2f6b4f, #88aa88)`. */
  background?: string | undefined
  /** Radius of the corners in pixels; 0 by default. */
  radius?: number | undefined
  /** Width of the border in pixels, inside the part; 0 by default. */
  border?: number | undefined
  /** Colour of the border; that of the text by default. */
  borderColor?: string | undefined
}

/** Where contents are. */
export type Alignment = 'start' | 'center' | 'end'

/** Look of texts. What is not set comes from the box or cell around. */
export interface TextStyle {
  /** Colour of the text; `#1f2933` by default. */
  color?: string | undefined
  /** Height of the letters in pixels; a fortieth of the width of a menu by default, a twenty-fourth of that of an imagemap. */
  fontSize?: number | undefined
  /** Weight of the letters; 500 by default. */
  fontWeight?: 400 | 500 | 700 | undefined
  /** Height of a line as a multiple of `fontSize`; 1.3 by default. */
  lineHeight?: number | undefined
}

/** Look of a box: CSS flexbox with these properties. */
export interface BoxStyle extends GroundStyle, TextStyle {
  /** Contents below each other (`column`, by default) or beside each other (`row`). */
  direction?: 'row' | 'column' | undefined
  /** Pixels between contents; 0 by default. */
  gap?: number | undefined
  /** Pixels between the edge and the contents; 0 by default. */
  padding?: number | undefined
  /** Where the contents are across, and lines of text; `center` by default. */
  align?: Alignment | undefined
  /** Where the contents are down; `center` by default. */
  valign?: Alignment | undefined
}

/** Look of a cell. */
export interface CellStyle extends BoxStyle {
  /** An image, above the contents: bytes, a `URL` of a file, or a path, of a PNG, JPEG, GIF, WebP or a plain SVG. */
  image?: PictureSource | undefined
  /** Height of the image in pixels. Without it, the image covers the cell, behind the contents. */
  imageHeight?: number | undefined
}

/** Styles by name. */
export type NamedStyles = Readonly<Record<string, Omit<CellStyle, 'style'>>>
