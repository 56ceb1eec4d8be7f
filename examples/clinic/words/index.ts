/** The languages of the clinic, and what components get as their second argument. */
import type { Doctor } from '../clinic.js'
import { en } from './en.js'
import { ja } from './ja.js'
import { th } from './th.js'

export type Words = typeof en

const words = { ja, th, en }

export type Locale = keyof typeof words

export const locales: readonly [Locale, ...Locale[]] = ['ja', 'th', 'en']

/**
 * The second argument of components. `ctx.richMenu.show` reads `locale`, too. In a project of your own, declare it once for all
 * components: `declare module 'fukidashi' { interface Context extends ClinicContext {} }`.
 */
export interface ClinicContext {
  locale: Locale
  words: Words
  /** The name of a doctor. */
  nameOf: (doctor: Doctor) => string
  /** A day such as `2026-12-01`, as people write it. */
  dayOf: (day: string) => string
  /** An appointment such as `2026-12-01T09:30`, as people write it. */
  whenOf: (slot: string) => string
}

/** The language of a person, such as `th` or `ja-JP`; English for others. */
export const localeOf = (language = 'en'): Locale => {
  const [short = ''] = language.toLowerCase().split('-')
  return short in words ? (short as Locale) : 'en'
}

export function contextOf(locale: Locale): ClinicContext {
  const format = { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' } as const
  const dayOf = (day: string) => new Intl.DateTimeFormat(locale, format).format(new Date(day))
  return {
    locale,
    words: words[locale],
    nameOf: ({ name }) => name[locale],
    dayOf,
    whenOf: (slot) => `${dayOf(slot.slice(0, 10))} ${slot.slice(11)}`,
  }
}
