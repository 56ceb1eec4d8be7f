/** What can go wrong while a PNG is made. */

/** Characters that no font has. */
export interface MissingGlyphs {
  readonly code: 'missing_glyphs'
  /** Each once, in the order in which they were met. */
  readonly characters: readonly string[]
  /** Packages that have them, as far as that is known. */
  readonly packages: readonly string[]
  /** The same in words. */
  readonly message: string
}

/** A picture that could not be loaded or drawn; its place is drawn with its address in it. */
export interface MissingImage {
  readonly code: 'missing_image'
  readonly url: string
  readonly message: string
}

/** A font of `fonts` that cannot be read; the text is drawn with the others. */
export interface UnreadableFont {
  readonly code: 'bad_font'
  /** Its path or name; of bytes without a name, how many there are. */
  readonly font: string
  readonly message: string
}

/** What a picture lacks although it could be drawn. */
export type PngProblem = MissingGlyphs | MissingImage | UnreadableFont

/**
 * - `missing_peer`: `@takumi-rs/core` is not installed
 * - `missing_glyphs`: no font has some of the characters
 * - `bad_font`: a font of `fonts` cannot be read
 * - `too_large`: the picture would have too many pixels, texts or parts
 * - `no_process`: the process that draws pictures from outside cannot be started
 * - `bad_option`: an option has a value that is not permitted
 * - `not_drawn`: `@takumi-rs/core` failed for another reason, which is the `cause`
 */
export type PngErrorCode =
  | 'missing_peer'
  | 'missing_glyphs'
  | 'bad_font'
  | 'too_large'
  | 'no_process'
  | 'bad_option'
  | 'not_drawn'

/** Why no PNG was made. */
export class PngError extends Error {
  override readonly name = 'PngError'
  readonly code: PngErrorCode

  constructor(code: PngErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
