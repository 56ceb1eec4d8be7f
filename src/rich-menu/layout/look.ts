/** How parts of a menu are drawn. */
import type { PictureSource } from './picture-source.js'

/** Background of a part. */
export interface GroundStyle {
  /** A colour such as `#2f6b4f`, or a gradient such as `linear-gradient(90deg, #2f6b4f, #88aa88)`. */
  background?: string | undefined
  /** Radius of the corners in pixels; 0 by default. */
  radius?: number | undefined
}

/** Look of a cell. */
export interface CellStyle extends GroundStyle {
  /** Colour of the text; `#1f2933` by default. */
  color?: string | undefined
  /** Height of the letters in pixels; a fortieth of the menu's width by default. */
  fontSize?: number | undefined
  /** Weight of the letters; 500 by default. */
  fontWeight?: 400 | 500 | 700 | undefined
  /** Where the contents are across; `center` by default. */
  align?: 'start' | 'center' | 'end' | undefined
  /** Where the contents are down; `center` by default. */
  valign?: 'start' | 'center' | 'end' | undefined
  /** Pixels between the edge and the contents; 0 by default. */
  padding?: number | undefined
  /** An image, above the text: bytes, a `URL` of a file, or a path, of a PNG, JPEG, GIF, WebP or a plain SVG. */
  image?: PictureSource | undefined
  /** Height of the image in pixels. Without it, the image covers the cell, behind the text. */
  imageHeight?: number | undefined
}
