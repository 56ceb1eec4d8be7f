/** Pictures of files at other widths, by sharp. Needs Node. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { RichMenuError } from '../errors.js'

/** The used part of `sharp`. */
interface Sharp {
  metadata(): Promise<{ width?: number; height?: number; format?: string; orientation?: number }>
  rotate(): Sharp
  resize(size: { width: number; height: number; fit: 'fill' }): Sharp
  png(options: { compressionLevel: number }): Sharp
  jpeg(options: { quality: number; mozjpeg: boolean }): Sharp
  flatten(options: { background: string }): Sharp
  toBuffer(): Promise<Uint8Array>
}

type LoadedSharp = (bytes: Uint8Array, options: { limitInputPixels: number }) => Sharp

/** No camera takes larger ones. */
const MOST_PIXELS = 100_000_000

/** A picture of a file. */
export interface ResizablePicture {
  /** Pixels, as it is seen. */
  readonly width: number
  readonly height: number
  /** The file at a size. */
  encode(
    format: 'png' | 'jpeg',
    quality: number,
    size: { width: number; height: number },
  ): Promise<Uint8Array>
  /** Whether it is stored with loss. */
  readonly isPhoto: boolean
}

let loaded: Promise<LoadedSharp> | undefined

/** @throws {RichMenuError} `peer_missing` */
async function loadSharp(): Promise<LoadedSharp> {
  let cause: unknown
  for (const from of [import.meta.url, join(process.cwd(), 'package.json')])
    try {
      const url = pathToFileURL(createRequire(from).resolve('sharp')).href
      return ((await import(/* @vite-ignore */ url)) as { default: LoadedSharp }).default
    } catch (error) {
      cause ??= error
    }
  throw new RichMenuError(
    'peer_missing',
    'A picture from a file is made smaller by sharp, which is not installed or does not support this machine: npm install sharp',
    { cause },
  )
}

/**
 * Opens a picture of a file.
 *
 * @param name - what it belongs to
 * @throws {RichMenuError} `peer_missing`, `picture_invalid`
 */
export async function openPicture(bytes: Uint8Array, name: string): Promise<ResizablePicture> {
  loaded ??= loadSharp()
  // It may be installed the next time.
  loaded.catch(() => (loaded = undefined))
  const sharp = await loaded
  const open = () => sharp(bytes, { limitInputPixels: MOST_PIXELS })
  const invalid = (cause: unknown) =>
    new RichMenuError(
      'picture_invalid',
      `The picture of ${name} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}. Use a PNG, JPEG, WebP, AVIF, GIF or TIFF.`,
      { cause },
    )
  const {
    width = 0,
    height = 0,
    format,
    orientation = 1,
  } = await open()
    .metadata()
    .catch((error: unknown) => {
      throw invalid(error)
    })
  // Cameras store some pictures turned by a quarter.
  const isTurned = orientation >= 5
  return {
    width: isTurned ? height : width,
    height: isTurned ? width : height,
    isPhoto: format === 'jpeg',
    encode: async (kind, quality, size) => {
      const picture = open()
        .rotate()
        .resize({ ...size, fit: 'fill' })
      const encoded =
        kind === 'png'
          ? picture.png({ compressionLevel: 9 })
          : picture.flatten({ background: '#ffffff' }).jpeg({ quality, mozjpeg: true })
      try {
        return new Uint8Array(await encoded.toBuffer())
      } catch (error) {
        throw invalid(error)
      }
    },
  }
}
