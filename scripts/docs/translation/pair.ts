/** Which section of the original each section of a translated page translates. */
import { type Hashes, readHashes } from './hashes.ts'
import { sectionsOf, type Section } from './sections.ts'

export interface Pair {
  original: Section
  /** `undefined` if the translated page has no such section. */
  translated: Section | undefined
  /** Of the original when it was translated. */
  hash: string | undefined
}

export interface Pairs {
  pairs: Pair[]
  /** Sections of the translated page that the original does not have. */
  extra: Section[]
  /** The sections of both pages are in the same order. */
  sameOrder: boolean
}

/**
 * Pairs sections by the anchors in the comment. A section with a new heading is paired by its place: after the same section,
 * on the same level.
 *
 * A page without a comment is paired in order.
 */
export function pairsOf(originalPage: string, translatedPage: string): Pairs {
  const { text, hashes } = readHashes(translatedPage)
  const originals = sectionsOf(originalPage)
  const translated = sectionsOf(text)
  const anchors = anchorsOfTranslated(originals, translated, hashes)
  const left = new Set(translated.keys())
  const take = (index: number) => (left.delete(index) ? index : undefined)
  const partners = originals.map(({ anchor }) => {
    const index = anchors.indexOf(anchor)
    return index < 0 ? undefined : take(index)
  })
  for (const [index, { level }] of originals.entries()) {
    if (partners[index] !== undefined) continue
    const next = index === 0 ? 0 : (partners[index - 1] ?? Number.NaN) + 1
    if (translated[next]?.level === level) partners[index] = take(next)
  }
  const places = partners.filter((place) => place !== undefined)
  return {
    pairs: originals.map((original, index) => {
      const place = partners[index]
      if (place === undefined) return { original, translated: undefined, hash: undefined }
      return { original, translated: translated[place], hash: hashes[place]?.[1] }
    }),
    extra: [...left].map((index) => translated[index]!),
    sameOrder: places.every((place, index) => index === 0 || place > places[index - 1]!),
  }
}

function anchorsOfTranslated(
  originals: readonly Section[],
  translated: readonly Section[],
  hashes: Hashes,
): string[] {
  if (hashes.length > 0) return hashes.map(([anchor]) => anchor)
  const sameLevels =
    originals.length === translated.length &&
    originals.every(({ level }, index) => level === translated[index]!.level)
  return sameLevels ? originals.map(({ anchor }) => anchor) : []
}
