/** What cells hold. */
import type { BoxStyle, TextStyle } from './look.js'
import type { PartSize } from './part-size.js'
import type { PictureSource } from './picture-source.js'

/** Sizes of a content: a share of the box around it, or pixels; by default its own. */
export type ContentSize = PartSize

/** A text. */
export interface TextContent extends ContentSize {
  readonly kind: 'text'
  readonly text: string
  look: TextStyle & { style?: string | undefined }
  /** Most lines; 0 for all. */
  readonly maxLines: number
}

/** A picture. */
export interface PictureContent extends ContentSize {
  readonly kind: 'picture'
  readonly source: PictureSource
  readonly fit: 'contain' | 'cover'
  readonly radius: number
}

/** An icon of an icon package. */
export interface IconContent {
  readonly kind: 'icon'
  /** `lucide:clock`. */
  readonly name: string
  /** Pixels; twice the size of the letters by default. */
  readonly size: number | undefined
  /** That of the text around by default. */
  readonly color: string | undefined
}

/** A box with contents. */
export interface BoxContent extends ContentSize {
  readonly kind: 'box'
  look: BoxStyle
  readonly contents: readonly ContentNode[]
}

export type ContentNode = TextContent | PictureContent | IconContent | BoxContent
