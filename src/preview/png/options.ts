/** Options of `toPng`. */
import type { PreviewOptions } from '../options.js'
import type { PngProblem } from './problems.js'

/**
 * Returns the bytes of an image by its URL (PNG, JPEG, GIF, WebP or a plain SVG), or `undefined` if there is none. Its errors
 * are reported as a missing image.
 */
export type LoadImage = (url: string) => Uint8Array | undefined | Promise<Uint8Array | undefined>

/** A font file with its name and weight. */
export interface FontFile {
  /** The bytes or the path of a TTF, OTF, WOFF or WOFF2 file. */
  data: Uint8Array | string
  /** Name of the family. Files of one family, such as regular and bold, must have the same name. Default: the name in the file. */
  name?: string
  /** Weight, 100 to 900. Default: the weight in the file. */
  weight?: number
}

/** A font: a path, bytes, a file with a name, or the name of an `@fontsource-variable` or `@fontsource` package. */
export type FontSource = string | Uint8Array | FontFile

/** Options of `toPng`. */
export interface PngOptions extends PreviewOptions {
  /** Pixels of the PNG per pixel of the phone's screen, 0.5 to 4. Default 2. */
  scale?: number
  /**
   * Fonts to use first, in this order. Characters that they do not have come from the installed font packages. Reuse the
   * array: its fonts are read only once.
   */
  fonts?: readonly FontSource[]
  /** Whether Chinese characters have Japanese or Chinese glyphs if the text does not show it. Default: Japanese if there are kana or `language` is `ja`. */
  han?: 'ja' | 'zh'
  /** Loads images. Without it, images are drawn as placeholders. */
  loadImage?: LoadImage
  /** Milliseconds for one call of `loadImage`; `Infinity` for no limit. Default 30000. */
  loadTimeout?: number
  /**
   * Images that are drawn in this process, which is faster: all with `true`, or those whose URL the function accepts. A
   * malicious image can crash this process or use all of its memory, so accept only images that you made or checked. All
   * others, including `data:` URLs, are drawn in a separate process with limits on memory and time. Default `false`.
   */
  trustImages?: boolean | ((url: string) => boolean)
  /**
   * Called for each missing image, missing character and unreadable font. Without it, missing characters and unreadable fonts
   * are errors. If it throws, `toPng` rejects with the same error.
   */
  onProblem?: (problem: PngProblem) => void
}
