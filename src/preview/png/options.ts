/** What a caller may say about a PNG. */
import type { PreviewOptions } from '../options.js'
import type { PngProblem } from './problems.js'

/**
 * Gives the bytes of a picture by its address (PNG, JPEG, GIF, WebP or a plain SVG), or nothing if there are none. What it
 * throws is reported as a missing picture.
 */
export type LoadImage = (url: string) => Uint8Array | undefined | Promise<Uint8Array | undefined>

/** A font file with what is to be known of it. */
export interface FontFile {
  /** The bytes of a TTF, OTF, WOFF or WOFF2 file, or its path. */
  data: Uint8Array | string
  /** Files of one family, such as a regular and a bold one, have one name. Its own name unless said. */
  name?: string
  /** 100 to 900. What the file says unless said. */
  weight?: number
}

/** A font: a path, bytes, a file with a name, or the name of an `@fontsource-variable` or `@fontsource` package. */
export type FontSource = string | Uint8Array | FontFile

/** How a PNG is made. */
export interface PngOptions extends PreviewOptions {
  /** Pixels of the PNG for each pixel of the phone's screen, 0.5 to 4. 2 unless said. */
  scale?: number
  /**
   * Fonts that are looked at first, in this order. What they lack comes from the font packages that are installed. Keep the
   * list: the same list is read once.
   */
  fonts?: readonly FontSource[]
  /** Whose form a Chinese character has where the text leaves it open. Japanese if there are kana or `language` is `ja`. */
  han?: 'ja' | 'zh'
  /** Loads pictures. Without it none is loaded, and their places are drawn. */
  loadImage?: LoadImage
  /** Milliseconds for one call of `loadImage`; `Infinity` for no limit. Default 30000. */
  loadTimeout?: number
  /**
   * Pictures that are drawn in this process, which is faster: all with `true`, or those whose address the function accepts. A
   * picture made to do harm can end this process or take all of its memory, so name only pictures that you made or checked. All
   * others, `data:` addresses included, are drawn in a process of their own with limits on memory and time. Default `false`.
   */
  trustImages?: boolean | ((url: string) => boolean)
  /**
   * Called with what the picture lacks. Without it, a character that no font has and a font that cannot be read are errors. What it
   * throws, `toPng` rejects with.
   */
  onProblem?: (problem: PngProblem) => void
}
