/** Stories as PNG. */
import type { DeviceName, Drawable } from '../../preview/index.js'
import { type LoadImage, PngError, type PngOptions, toPng } from '../../preview/png/index.js'
import type { StoryLook } from '../node/drawing.js'

/** Options of pictures that all stories share. */
export interface PictureOptions {
  device: DeviceName
  theme: 'light' | 'dark'
  /** Pixels per pixel of the phone. */
  scale: number
  /** Factor of the user's font size. */
  textScale: number
  /** Loads images; without it they are placeholders. */
  loadImage: LoadImage | undefined
}

/** A picture, with what is missing in it. */
export interface DrawnPicture {
  png: Uint8Array
  /** Missing characters and images, as sentences. */
  problems: string[]
}

/** The options of `toPng`. */
export const pngOptions = (
  { loadImage, ...options }: PictureOptions,
  look: StoryLook,
): PngOptions => ({ ...options, ...look, ...(loadImage && { loadImage }) })

/**
 * Draws a story. What is missing is reported, not thrown.
 * @throws {PngError}
 */
export async function drawPicture(
  drawable: Drawable,
  look: StoryLook,
  options: PictureOptions,
): Promise<DrawnPicture> {
  const problems: string[] = []
  const png = await toPng(drawable, {
    ...pngOptions(options, look),
    onProblem: ({ message }) => problems.push(message),
  })
  return { png, problems }
}

/** Whether no picture can be drawn here, whatever the message. */
export const isFatal = (error: unknown): boolean =>
  error instanceof PngError && (error.code === 'peer_missing' || error.code === 'option_invalid')
