/** The pictures of a tree: found, loaded and looked at before anything draws them. */
import type { TreeNode } from '../tree.js'
import { dataOf } from './load/data.js'
import type { LoadImage } from './options.js'
import type { MissingImage } from './problems.js'
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
/** Unpacked, a pixel takes four bytes. */
const mostPixels = 40_000_000
const mostPixelsInAll = 150_000_000

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
  if (size.width * size.height > mostPixels)
    return `${size.width} × ${size.height} pixels are more than ${mostPixels}`
  // The name has to be safe between quotes.
  return url.startsWith('data:') && !/["\\\n]/.test(url)
    ? { ...size, src: url, vector, data, cache: 'auto' }
    : { ...size, src: `loaded ${++loaded}`, vector, data, cache: 'none' }
}

async function one(
  url: string,
  load: LoadImage | undefined,
): Promise<Picture | string | undefined> {
  if (/^data:/i.test(url)) {
    const data = dataOf(url)
    return data ? look(url, data) : 'its address is not well-formed'
  }
  if (!load) return undefined
  try {
    const data = await load(url)
    return data === undefined ? 'nothing was loaded' : look(url, data)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Loads what can be loaded, a few at once. What is missing is reported, unless nothing was to be loaded. */
export async function picturesOf(
  tree: TreeNode,
  load: LoadImage | undefined,
  report: ((problem: MissingImage) => void) | undefined,
): Promise<Pictures> {
  const found = new Set<string>()
  addresses(tree, found)
  const waiting = [...found].slice(0, most)
  const pictures = new Map<string, Picture>()
  let pixels = 0
  const work = async (): Promise<void> => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      let got = await one(url, load)
      if (typeof got === 'object') {
        if (pixels + got.width * got.height <= mostPixelsInAll) {
          pixels += got.width * got.height
          pictures.set(url, got)
          continue
        }
        got = 'the pictures together have too many pixels'
      }
      if (got === undefined) continue
      const shown = url.length > 120 ? `${url.slice(0, 119)}…` : url
      report?.({
        code: 'missing_image',
        url: shown,
        message: `The picture ${shown} is not drawn: ${got}`,
      })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return pictures
}
