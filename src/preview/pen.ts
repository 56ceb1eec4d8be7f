/** What is passed from part to part while a tree is made. */
import type { CouponLook, Person, PreviewOptions } from './options.js'
import { type Palette, palettes } from './palette.js'
import { imageAddress, shownAddress } from './url.js'
import { number, record, words as cut } from './read.js'
import type { Source } from './tree.js'
import { type Words, words } from './words.js'

/** Settings of the picture, and how much may still be drawn. */
export interface Pen {
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
  /** Components that may still be drawn: a message of more could not be sent, and would stop a browser. */
  left: number
}

/** Deeper than any message of 50 KB that is meant to be read, and less than HTML parsers take. */
export const deepest = 100
const most = 20_000

export function makePen(options: PreviewOptions): Pen {
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
    left: most,
  }
}

/** A picture's address as it may be drawn, and what is written if it cannot be. */
export function picture(pen: Pen, url: unknown): Source {
  const mapped = typeof url === 'string' ? pen.pictures(url) : url
  return { url: imageAddress(mapped), placeholder: shownAddress(url) }
}

/** Name of a person, cut to what fits. */
export const nameOf = (person: unknown, otherwise: string): string =>
  cut(record<Person>(person)?.name, 80) || otherwise
