/** Checks SVG images: only shapes and colors, without external references and without repetition. */
import type { Size } from './raster.js'

/** LINE itself accepts no SVG, so this is only for the user's own drawings. */
const longest = 300_000
/** More than drawings need, and less than a recursive renderer can handle. */
const maxElements = 10_000
const maxDepth = 50
const maxChain = 8

const shapes =
  'svg|g|defs|path|rect|circle|ellipse|line|polyline|polygon|linearGradient|radialGradient|stop|clipPath|title|desc'

/** Any tag that is not a shape, such as repetition (`use`), text, images, filters and documents. */
const otherTag = new RegExp(`<(?!/?(?:${shapes})[\\s/>])`)

/** A reference to anything outside of the image itself. */
const outside =
  /(?:href\s*=\s*(?!["']#)|url\(\s*(?!#|["']#|&quot;#)|@import|&(?!amp;|lt;|gt;|quot;|apos;|#))/i

/** The tags with their attributes; `undefined` if a tag does not end. */
function tagsOf(text: string): string[] | undefined {
  const tags: string[] = []
  for (let start = text.indexOf('<'); start >= 0; start = text.indexOf('<', start)) {
    let quote = ''
    let end = start + 1
    for (; end < text.length; end++) {
      const one = text[end]!
      if (quote === '' && one === '>') break
      if (quote === '' && (one === '"' || one === "'")) quote = one
      else if (one === quote) quote = ''
    }
    if (end >= text.length || tags.length >= 2 * maxElements) return undefined
    tags.push(text.slice(start, end + 1))
    start = end + 1
  }
  return tags
}

const referred = /(?:url\(\s*(?:["']|&quot;)?|href\s*=\s*["'])#([^"')&\s]*)/gi
const idOf = /\sid\s*=\s*["']([^"']*)["']/

/** Whether elements refer to each other in a long chain: each link needs another image while it is drawn. */
function hasLongChain(links: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const lengths = new Map<string, number>()
  const lengthOf = (id: string, from: number): number => {
    if (from > maxChain) return maxChain + 1
    const cached = lengths.get(id)
    if (cached !== undefined) return cached
    let length = 0
    for (const next of links.get(id) ?? []) length = Math.max(length, 1 + lengthOf(next, from + 1))
    lengths.set(id, length)
    return length
  }
  for (const id of links.keys()) if (lengthOf(id, 0) > maxChain) return true
  return false
}

/** Whether the image has few elements, little nesting, and no long or circular references. */
function isModest(tags: readonly string[]): boolean {
  /** The ids of the open elements; `undefined` for those without. */
  const around: (string | undefined)[] = []
  const links = new Map<string, Set<string>>()
  let elements = 0
  for (const tag of tags) {
    if (tag.startsWith('</')) {
      around.pop()
      continue
    }
    if (++elements > maxElements) return false
    around.push(idOf.exec(tag)?.[1])
    if (around.length > maxDepth) return false
    for (const [, target = ''] of tag.matchAll(referred))
      for (const id of around)
        if (id !== undefined) links.set(id, (links.get(id) ?? new Set()).add(target))
    if (tag.endsWith('/>')) around.pop()
  }
  return !hasLongChain(links)
}

const numberOf = (tag: string, name: string): number | undefined => {
  const [, text] = new RegExp(`\\s${name}=["']([\\d.]{1,8})(?:px)?["']`).exec(tag) ?? []
  return text === undefined ? undefined : Number(text)
}

/** The size of an SVG image; `undefined` if it is not an SVG, or cannot be drawn. */
export function svgSize(bytes: Uint8Array): Size | undefined {
  if (bytes.length > longest) return undefined
  const text = new TextDecoder()
    .decode(bytes)
    .replace(/^\uFEFF?\s*(?:<\?xml[^?]{0,200}\?>\s*)?/, '')
  if (!text.startsWith('<svg') || otherTag.test(text) || outside.test(text)) return undefined
  const tags = tagsOf(text)
  const tag = tags?.[0]
  if (!tags || tag === undefined || !isModest(tags)) return undefined
  const [, boxWidth, boxHeight] =
    /\sviewBox=["'][-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]{1,8})[\s,]+([\d.]{1,8})["']/.exec(tag) ?? []
  const width = numberOf(tag, 'width') ?? Number(boxWidth ?? 0)
  const height = numberOf(tag, 'height') ?? Number(boxHeight ?? 0)
  return width > 0 && height > 0 ? { width, height } : undefined
}
