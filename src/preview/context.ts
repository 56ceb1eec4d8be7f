/** Settings and state that all parts of a drawing share. */
import type { CouponLook, Person, PreviewOptions } from './options.js'
import { type Palette, palettes } from './palette.js'
import { imageAddress, shownAddress } from './url.js'
import { number, record, words as cut } from './read.js'
import type { Source } from './tree.js'
import { type Words, words } from './words.js'

/** Settings of a drawing, and the number of components that may still be drawn. */
export interface DrawContext {
  readonly width: number
  readonly colors: Palette
  readonly words: Words
  readonly framed: boolean
  readonly account: Person
  readonly names: Readonly<Record<string, unknown>>
  readonly coupons: Readonly<Record<string, CouponLook>>
  readonly textScale: number
  readonly altContent: boolean
  readonly pictures: (url: string) => string
  /** Components that may still be drawn: a message with more could not be sent, and would stall a browser. */
  left: number
}

/** Maximum nesting: more than any readable message of 50 KB has, and less than HTML parsers accept. */
export const maxDepth = 100
const maxComponents = 20_000

export function createContext(options: PreviewOptions): DrawContext {
  return {
    width: Math.round(number(options.width, 120, 4_000) ?? 375),
    colors: palettes[options.theme === 'dark' ? 'dark' : 'light'],
    words: words[options.language === 'ja' ? 'ja' : 'en'],
    framed: options.frame !== 'none',
    account: options.account ?? {},
    names: record(options.names) ?? {},
    coupons: options.coupons ?? {},
    textScale: number(options.textScale, 0.5, 4) ?? 1,
    altContent: options.altContent === true,
    pictures: options.pictures ?? ((url) => url),
    left: maxComponents,
  }
}

/** An image's URL, if it is permitted, and the placeholder text. */
export function picture(context: DrawContext, url: unknown): Source {
  const mapped = typeof url === 'string' ? context.pictures(url) : url
  return { url: imageAddress(mapped), placeholder: shownAddress(url) }
}

/** Name of a person, limited in length. */
export const nameOf = (person: unknown, otherwise: string): string =>
  cut(record<Person>(person)?.name, 80) || otherwise
