/** Loads and measures the images of a tree, and draws the untrusted ones in another process. */
import { isIcon } from '../icons.js'
import type { TreeNode } from '../tree.js'
import { dataOf } from './load/data.js'
import { loadOne } from './load/load-one.js'
import type { PngOptions } from './options.js'
import { MessageImages } from './outside/service.js'
import { PngError } from './problems.js'
import { rasterSize, type Size } from './raster.js'
import { svgSize } from './svg.js'

/** An image that can be drawn. */
export interface Picture extends Size {
  /** The name of the image in the parts. */
  readonly src: string
  /** Whether it is an SVG image. */
  readonly vector: boolean
  readonly data: Uint8Array
  /** `auto` if the name always means the same bytes. */
  readonly cache: 'auto' | 'none'
}

export type Pictures = ReadonlyMap<string, Picture>

const maxImages = 300
const atOnce = 6
const maxBytes = 20_000_000
/** Maximum characters of a `data:` URL: up to three for each byte. */
const maxAddress = 3 * maxBytes
/** Decoded, a pixel takes four bytes. */
const maxPixels = 40_000_000
const maxTotalPixels = 150_000_000
const maxSide = 8192
/** Maximum pixels, of one image and of all, that the other process returns. */
const maxDrawn = 4_000_000
const maxTotalDrawn = 64_000_000

function addresses(node: TreeNode, urls: Set<string>): void {
  if (node.kind === 'image' && node.url !== undefined) urls.add(node.url)
  else if (node.kind === 'box') for (const child of node.children) addresses(child, urls)
  else if (node.kind === 'text')
    for (const { image } of node.runs) if (image?.url !== undefined) urls.add(image.url)
}

let loaded = 0

/** Reads an image from bytes, or returns the reason why it cannot be drawn. */
function look(url: string, data: Uint8Array): Picture | string {
  if (data.length > maxBytes) return `${data.length} bytes are more than the maximum of ${maxBytes}`
  const raster = rasterSize(data)
  const size = raster ?? svgSize(data)
  const vector = raster === undefined
  if (!size) return 'it is not a PNG, JPEG, GIF, WebP or an SVG of plain shapes'
  const largest = raster?.largest ?? size
  const sides = `${largest.width} × ${largest.height} pixels`
  if (largest.width * largest.height > maxPixels)
    return `${sides} are more than the maximum of ${maxPixels}`
  if (!vector && Math.max(largest.width, largest.height) > maxSide)
    return `${sides}: a side is longer than the maximum of ${maxSide}`
  const { width, height } = size
  // The name must be safe between quotes.
  return url.startsWith('data:') && !/["\\\n]/.test(url)
    ? { width, height, src: url, vector, data, cache: 'auto' }
    : { width, height, src: `loaded ${++loaded}`, vector, data, cache: 'none' }
}

const isData = (url: string): boolean => /^data:/i.test(url)

async function bytesOf(
  url: string,
  { loadImage, loadTimeout }: PngOptions,
): Promise<Uint8Array | string | undefined> {
  if (isData(url)) {
    if (url.length > maxAddress) return `it is larger than ${maxBytes} bytes`
    return dataOf(url) ?? 'its URL is not well-formed'
  }
  return loadImage && loadOne(url, loadImage, loadTimeout)
}

/** Whether an image is drawn in this process: an icon of this library, or an image that the user trusts. */
function isTrusted(url: string, { trustImages = false }: PngOptions): boolean {
  // The function may return anything, even a promise: only `true` counts.
  const answer: unknown = typeof trustImages === 'function' ? trustImages(url) : trustImages
  return isIcon(url) || answer === true
}

/** A URL as it appears in reports. */
const shorten = (url: string): string => (url.length > 120 ? `${url.slice(0, 119)}…` : url)

/** Reports that an image is not drawn. */
export function reportMissing(url: string, why: string, { onProblem }: PngOptions): void {
  const short = shorten(url)
  onProblem?.({
    code: 'image_missing',
    url: short,
    message: `The image ${short} is not drawn: ${why}`,
  })
}

/**
 * Loads the images, a few at once, and lets the other process draw the untrusted ones. Missing images are reported if there is a
 * `loadImage`.
 *
 * @param screen - width of the PNG in pixels: SVG images need no more
 * @throws {PngError} `process_unavailable`
 */
export async function picturesOf(
  tree: TreeNode,
  options: PngOptions,
  screen: number,
): Promise<Pictures> {
  const urls = new Set<string>()
  addresses(tree, urls)
  const icons = [...urls].filter(isIcon)
  const others = [...urls].filter((url) => !isIcon(url))
  const queue = [...icons, ...others.slice(0, maxImages)]
  const pictures = new Map<string, Picture>()
  const images = new MessageImages()
  const drawn = Math.floor(Math.min(maxDrawn, maxTotalDrawn / Math.max(1, queue.length)))
  let pixels = 0

  async function one(url: string): Promise<string | undefined> {
    const data = await bytesOf(url, options)
    if (data === undefined || typeof data === 'string') return data
    const picture = look(url, data)
    if (typeof picture === 'string') return picture
    pixels += picture.width * picture.height
    if (pixels > maxTotalPixels) {
      pixels -= picture.width * picture.height
      return `the images together have more than ${maxTotalPixels} pixels`
    }
    if (isTrusted(url, options)) {
      pictures.set(url, picture)
      return undefined
    }
    const size = { maxPixels, maxDrawn: drawn, ...(picture.vector && { shorterSide: screen }) }
    const own = await images.draw(size, data)
    pictures.set(url, { ...own, src: `loaded ${++loaded}`, vector: false, cache: 'none' })
    return undefined
  }

  const work = async (): Promise<void> => {
    for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
      const why = await one(url).catch((error: unknown) => {
        if (error instanceof PngError) throw error
        return error instanceof Error ? error.message : String(error)
      })
      if (why !== undefined) reportMissing(url, why, options)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  for (const url of others.slice(maxImages))
    if (options.loadImage || isData(url))
      reportMissing(url, `a PNG has at most ${maxImages} images`, options)
  return pictures
}
