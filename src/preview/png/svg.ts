/** Which SVG pictures are drawn: shapes and colours, without references to anything else and without repetition. */
import type { Size } from './raster.js'

/** LINE itself accepts no SVG, so this is for drawings of one's own. */
const longest = 300_000
/** More than people draw, and less than a renderer that calls itself for each level can take. */
const mostElements = 10_000
const deepest = 50
const longestChain = 8

const shapes =
  'svg|g|defs|path|rect|circle|ellipse|line|polyline|polygon|linearGradient|radialGradient|stop|clipPath|title|desc'

/** Any tag that is not one of the shapes. Repetition (`use`), text, pictures, filters and documents are among them. */
const otherTag = new RegExp(`<(?!/?(?:${shapes})[\\s/>])`)

/** A reference to anything but a part of the picture itself. */
const outside =
  /(?:href\s*=\s*(?!["']#)|url\(\s*(?!#|["']#|&quot;#)|@import|&(?!amp;|lt;|gt;|quot;|apos;|#))/i

/** The tags with all that stands in them; nothing if one does not end. */
function tagsOf(said: string): string[] | undefined {
  const tags: string[] = []
  for (let start = said.indexOf('<'); start >= 0; start = said.indexOf('<', start)) {
    let quote = ''
    let end = start + 1
    for (; end < said.length; end++) {
      const one = said[end]!
      if (quote === '' && one === '>') break
      if (quote === '' && (one === '"' || one === "'")) quote = one
      else if (one === quote) quote = ''
    }
    if (end >= said.length || tags.length >= 2 * mostElements) return undefined
    tags.push(said.slice(start, end + 1))
    start = end + 1
  }
  return tags
}

const referred = /(?:url\(\s*(?:["']|&quot;)?|href\s*=\s*["'])#([^"')&\s]*)/gi
const idOf = /\sid\s*=\s*["']([^"']*)["']/

/** Whether a part refers to one that refers to another, and so on: each link costs a picture of its own while it is drawn. */
function hasLongChain(links: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const lengths = new Map<string, number>()
  const lengthOf = (id: string, from: number): number => {
    if (from > longestChain) return longestChain + 1
    const found = lengths.get(id)
    if (found !== undefined) return found
    let length = 0
    for (const next of links.get(id) ?? []) length = Math.max(length, 1 + lengthOf(next, from + 1))
    lengths.set(id, length)
    return length
  }
  for (const id of links.keys()) if (lengthOf(id, 0) > longestChain) return true
  return false
}

/** Whether it is neither too deep nor too long, and no part of it refers to others in a long chain or a circle. */
function isModest(tags: readonly string[]): boolean {
  /** The ids of the elements around; none for those without. */
  const around: (string | undefined)[] = []
  const links = new Map<string, Set<string>>()
  let elements = 0
  for (const tag of tags) {
    if (tag.startsWith('</')) {
      around.pop()
      continue
    }
    if (++elements > mostElements) return false
    around.push(idOf.exec(tag)?.[1])
    if (around.length > deepest) return false
    for (const [, target = ''] of tag.matchAll(referred))
      for (const id of around)
        if (id !== undefined) links.set(id, (links.get(id) ?? new Set()).add(target))
    if (tag.endsWith('/>')) around.pop()
  }
  return !hasLongChain(links)
}

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
  const tags = tagsOf(said)
  const tag = tags?.[0]
  if (!tags || tag === undefined || !isModest(tags)) return undefined
  const [, boxWidth, boxHeight] =
    /\sviewBox=["'][-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]{1,8})[\s,]+([\d.]{1,8})["']/.exec(tag) ?? []
  const width = numberOf(tag, 'width') ?? Number(boxWidth ?? 0)
  const height = numberOf(tag, 'height') ?? Number(boxHeight ?? 0)
  return width > 0 && height > 0 ? { width, height } : undefined
}
