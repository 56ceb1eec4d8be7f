/** What people and groups can do, with labels. Generated from the emulator's tables. */
import { deeds } from '../generated/deeds.js'
import { deedWords, fillIn } from './language.js'

type PersonDeed = keyof typeof deeds.person

interface Offer {
  what: string
  menu?: {
    place: 'chat' | 'message' | 'attach'
    when?: Readonly<Record<string, boolean>>
    who?: 'outsiders' | 'me'
  }
}

const tables: Readonly<Record<'person' | 'group', Readonly<Record<string, Offer>>>> = deeds

const wordsOf = (subject: 'person' | 'group', name: string): string =>
  deedWords.value[`${subject}.${name}`]!

/** The label of something that a person can do. */
export const labelOf = (name: PersonDeed): string => wordsOf('person', name)

/** An entry of a menu. */
export interface Offered {
  what: string
  label: string
  /** The person that it is about. */
  who?: string
}

/** People that an entry can be about, and their names. */
interface Around {
  outsiders: readonly string[]
  me: readonly string[]
  nameOf: (id: string) => string
}

/** The entries of a menu. */
export function offers(
  subject: 'person' | 'group',
  place: 'chat' | 'message' | 'attach',
  state: object = {},
  around: Around = { outsiders: [], me: [], nameOf: (id) => id },
): Offered[] {
  return Object.entries(tables[subject]).flatMap(([name, { what, menu }]) => {
    if (menu?.place !== place || !matches(menu.when, state)) return []
    const label = wordsOf(subject, name)
    if (!menu.who) return [{ what, label }]
    return around[menu.who].map((id) => ({
      what,
      label: fillIn(label, { who: around.nameOf(id) }),
      who: id,
    }))
  })
}

const matches = (when: Readonly<Record<string, boolean>> = {}, state: object): boolean =>
  Object.entries(when).every(([name, value]) => (state as Record<string, unknown>)[name] === value)
