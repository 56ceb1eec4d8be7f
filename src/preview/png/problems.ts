/** Errors and problems of PNGs. */
import { FukidashiError } from '../../common/error.js'

/** Characters that no font has. */
export interface MissingGlyphs {
  readonly code: 'glyphs_missing'
  /** Each character once, in order of appearance. */
  readonly characters: readonly string[]
  /** Font packages that have them, if known. */
  readonly packages: readonly string[]
  /** Describes the problem, and what to do. */
  readonly message: string
}

/** An image that could not be loaded or drawn. A placeholder with its URL is drawn instead. */
export interface MissingImage {
  readonly code: 'image_missing'
  readonly url: string
  readonly message: string
}

/** A font of `fonts` that cannot be read. The text is drawn with other fonts. */
export interface UnreadableFont {
  readonly code: 'font_invalid'
  /** Its path or name; for bytes without a name, their number. */
  readonly font: string
  readonly message: string
}

/** Something that is missing in a PNG that could still be drawn. */
export type PngProblem = MissingGlyphs | MissingImage | UnreadableFont

/**
 * - `peer_missing`: `@takumi-rs/core` is not installed
 * - `glyphs_missing`: no font has some of the characters
 * - `font_invalid`: a font of `fonts` cannot be read
 * - `png_too_large`: the PNG would have too many pixels, texts or parts, or has too many to be compared
 * - `png_invalid`: a picture that is compared is not a PNG, or is damaged
 * - `process_unavailable`: the process that draws untrusted images cannot be started
 * - `option_invalid`: an option has a value that is not permitted
 * - `drawing_failed`: `@takumi-rs/core` failed for another reason, which is the `cause`
 */
export type PngErrorCode =
  | 'peer_missing'
  | 'glyphs_missing'
  | 'font_invalid'
  | 'png_too_large'
  | 'png_invalid'
  | 'process_unavailable'
  | 'option_invalid'
  | 'drawing_failed'

/** Thrown if no PNG can be drawn or compared. */
export class PngError extends FukidashiError {
  override readonly name = 'PngError'
  readonly code: PngErrorCode

  constructor(code: PngErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
