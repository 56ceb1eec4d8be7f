/** The pictures of a tree: found, loaded, measured, and drawn elsewhere if they come from outside. */
import { isIcon } from '../icons.js'
import type { TreeNode } from '../tree.js'
import { dataOf } from './load/data.js'
import { loadOne } from './load/load-one.js'
import type { PngOptions } from './options.js'
import { Turn } from './outside/desk.js'
import { PngError } from './problems.js'
import { rasterSize, type Size } from './raster.js'
import { svgSize } from './svg.js'

/** A picture that can be drawn. */
export interface Picture extends Size {
  /** The name by which the parts speak of it. */
  readonly src: string
  /** Whether it is a drawing of shapes. */
  readonly vector: boolean
  readonly data: Uint8Array
  /** Whether the name stands for the same bytes for ever. */
  readonly cache: 'auto' | 'none'
}

export type Pictures = ReadonlyMap<string, Picture>

const most = 300
const atOnce = 6
const mostBytes = 20_000_000
/** Characters of an address that holds a picture: three for each byte at most. */
const longestAddress = 3 * mostBytes
/** Unpacked, a pixel takes four bytes. */
const mostPixels = 40_000_000
const mostPixelsInAll = 150_000_000
const longestSide = 8192
/** Pixels of a picture, and of all together, that come back from the process that draws them. */
const mostDrawn = 4_000_000
const mostDrawnInAll = 64_000_000

function addresses(node: TreeNode, found: Set<string>): void {
  if (node.kind === 'image' && node.url !== undefined) found.add(node.url)
  else if (node.kind === 'box') for (const child of node.children) addresses(child, found)
  else if (node.kind === 'text')
    for (const { image } of node.runs) if (image?.url !== undefined) found.add(image.url)
}

let loaded = 0

/** A picture of the bytes, or why they are none. */
function look(url: string, data: Uint8Array): Picture | string {
  if (data.length > mostBytes) return `${data.length} bytes are more than ${mostBytes}`
  const raster = rasterSize(data)
  const size = raster ?? svgSize(data)
  const vector = raster === undefined
  if (!size) return 'it is neither PNG, JPEG, GIF, WebP nor an SVG of plain shapes'
  const largest = raster?.largest ?? size
  const sides = `${largest.width} × ${largest.height} pixels`
  if (largest.width * largest.height > mostPixels) return `${sides} are more than ${mostPixels}`
  if (!vector && Math.max(largest.width, largest.height) > longestSide)
    return `${sides}: a side is longer than ${longestSide}`
  const { width, height } = size
  // The name has to be safe between quotes.
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
    if (url.length > longestAddress) return `it is larger than ${mostBytes} bytes`
    return dataOf(url) ?? 'its address is not well-formed'
  }
  return loadImage && loadOne(url, loadImage, loadTimeout)
}

/** Whether a picture is drawn in this process: one of the few of our own, or one that the caller vouches for. */
function isTrusted(url: string, { trustImages = false }: PngOptions): boolean {
  // Of a function anything may come, a promise too: only `true` is trust.
  const answer: unknown = typeof trustImages === 'function' ? trustImages(url) : trustImages
  return isIcon(url) || answer === true
}

/** An address in the words of a report. */
const shorten = (url: string): string => (url.length > 120 ? `${url.slice(0, 119)}…` : url)

/** Reports that a picture is not drawn. */
export function reportMissing(url: string, why: string, { onProblem }: PngOptions): void {
  const short = shorten(url)
  onProblem?.({
    code: 'missing_image',
    url: short,
    message: `The picture ${short} is not drawn: ${why}`,
  })
}

/**
 * Loads what can be loaded, a few at once, and has drawn what comes from outside. What is missing is reported, unless nothing was to be
 * loaded.
 *
 * @param screen Pixels across the picture that is made: drawings of shapes need no more.
 * @throws PngError `no_process`
 */
export async function picturesOf(
  tree: TreeNode,
  options: PngOptions,
  screen: number,
): Promise<Pictures> {
  const found = new Set<string>()
  addresses(tree, found)
  const waiting = [...found].slice(0, most)
  const pictures = new Map<string, Picture>()
  const turn = new Turn()
  const drawn = Math.floor(Math.min(mostDrawn, mostDrawnInAll / Math.max(1, waiting.length)))
  let pixels = 0

  async function one(url: string): Promise<string | undefined> {
    const data = await bytesOf(url, options)
    if (data === undefined || typeof data === 'string') return data
    const got = look(url, data)
    if (typeof got === 'string') return got
    pixels += got.width * got.height
    if (pixels > mostPixelsInAll) {
      pixels -= got.width * got.height
      return 'the pictures together have too many pixels'
    }
    if (isTrusted(url, options)) {
      pictures.set(url, got)
      return undefined
    }
    const size = { mostPixels, mostDrawn: drawn, ...(got.vector && { shorterSide: screen }) }
    const own = await turn.draw(size, data)
    pictures.set(url, { ...own, src: `loaded ${++loaded}`, vector: false, cache: 'none' })
    return undefined
  }

  const work = async (): Promise<void> => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      const why = await one(url).catch((error: unknown) => {
        if (error instanceof PngError) throw error
        return error instanceof Error ? error.message : String(error)
      })
      if (why !== undefined) reportMissing(url, why, options)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  for (const url of [...found].slice(most))
    if (options.loadImage || isData(url))
      reportMissing(url, `a PNG has at most ${most} pictures`, options)
  return pictures
}
