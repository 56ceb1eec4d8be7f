/** What people and groups can do, with labels. Generated from the emulator's tables. */
import { deeds } from './generated/deeds.js'
import type { Store } from './store.js'

type PersonDeed = keyof typeof deeds.person

interface Offer {
  what: string
  words: { en: string; ja: string }
  menu?: {
    place: 'chat' | 'message' | 'attach'
    when?: Readonly<Record<string, boolean>>
    who?: 'outsiders' | 'me'
  }
}

const tables: Readonly<Record<'person' | 'group', Readonly<Record<string, Offer>>>> = deeds

/** The label of something that a person can do. */
export const labelOf = (name: PersonDeed, { language }: Store): string =>
  deeds.person[name].words[language]

const fillIn = (words: string, who: string): string => words.replace('{who}', who)

/** An entry of a menu. */
export interface Offered {
  what: string
  label: string
  /** The person that it is about. */
  who?: string
}

/** The entries of a menu. `who` has the people that an entry can be about. */
export function offers(
  subject: 'person' | 'group',
  place: 'chat' | 'message' | 'attach',
  store: Store,
  state: object = {},
  who: Readonly<Record<'outsiders' | 'me', readonly string[]>> = { outsiders: [], me: [] },
): Offered[] {
  return Object.values(tables[subject]).flatMap(({ what, words, menu }) => {
    if (menu?.place !== place || !matches(menu.when, state)) return []
    const label = words[store.language]
    if (!menu.who) return [{ what, label }]
    return who[menu.who].map((id) => ({ what, label: fillIn(label, store.nameOf(id)), who: id }))
  })
}

const matches = (when: Readonly<Record<string, boolean>> = {}, state: object): boolean =>
  Object.entries(when).every(([name, value]) => (state as Record<string, unknown>)[name] === value)
