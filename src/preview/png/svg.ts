/** Which SVG pictures are drawn: shapes and colours, nothing that refers to something else or repeats itself. */
import type { Size } from './raster.js'

/** LINE itself takes none, so this is for drawings of one's own. */
const longest = 300_000

const shapes =
  'svg|g|defs|path|rect|circle|ellipse|line|polyline|polygon|linearGradient|radialGradient|stop|clipPath|title|desc'

/** Any tag that is not one of the shapes. Repetition (`use`), text, pictures, filters and documents are among them. */
const otherTag = new RegExp(`<(?!/?(?:${shapes})[\\s/>])`)

/** A reference to anything but a part of the picture itself. */
const outside =
  /(?:href\s*=\s*(?!["']#)|url\(\s*(?!#|["']#|&quot;#)|@import|&(?!amp;|lt;|gt;|quot;|apos;|#))/i

const numberOf = (tag: string, name: string): number | undefined => {
  const [, found] = new RegExp(`\\s${name}=["']([\\d.]{1,8})(?:px)?["']`).exec(tag) ?? []
  return found === undefined ? undefined : Number(found)
}

/** Size of a drawing that can be drawn; nothing if it is no SVG, or one that cannot. */
export function svgSize(bytes: Uint8Array): Size | undefined {
  if (bytes.length > longest) return undefined
  const said = new TextDecoder()
    .decode(bytes)
    .replace(/^\uFEFF?\s*(?:<\?xml[^?]{0,200}\?>\s*)?/, '')
  if (!said.startsWith('<svg') || otherTag.test(said) || outside.test(said)) return undefined
  const [tag] = /^<svg[^>]*>/.exec(said) ?? []
  if (tag === undefined) return undefined
  const [, boxWidth, boxHeight] =
    /\sviewBox=["'][-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]{1,8})[\s,]+([\d.]{1,8})["']/.exec(tag) ?? []
  const width = numberOf(tag, 'width') ?? Number(boxWidth ?? 0)
  const height = numberOf(tag, 'height') ?? Number(boxHeight ?? 0)
  return width > 0 && height > 0 ? { width, height } : undefined
}
