/** People who talk to the clinic. LINE is replaced by an emulator. */
import { syncRichMenus } from 'fukidashi/rich-menu'
import { memoryStore } from 'fukidashi/store'
import {
  createEmulator,
  type Emulator,
  fakePicture,
  FakeClock,
  type LineMatchers,
  matchers,
} from 'fukidashi/testing'
import { expect } from 'vitest'
import { memoryBookings } from '../bookings/memory.js'
import { createClinic } from '../bot.js'
import menus from '../rich-menu.js'
import { contextOf, type Locale } from '../words/index.js'

expect.extend(matchers)

declare module 'vitest' {
  interface Matchers<T> extends LineMatchers<T> {}
}

process.env['POSTBACK_SECRET'] ??= 'only for tests'

/** A Saturday, nine o'clock at the clinic. */
export const saturday = new Date('2026-08-01T00:00:00Z')
/** The Monday after it, on which Dr. Sato works. */
export const monday = '2026-08-03'

/** Adds rich menus without a cell: drawing the others takes its time. */
export async function addEmptyMenus(line: Emulator) {
  const { richMenus, richMenuAliases } = line.client()
  const size = { width: 2500, height: 843 }
  for (const name of ['home', 'booked']) {
    const menu = { size, selected: true, name, chatBarText: name, areas: [] }
    const id = await richMenus.createWithImage(menu, fakePicture(2500, 843))
    await richMenuAliases.create(name, id)
  }
}

/** The clinic on that Saturday. */
export async function clinicScene({ menus: withMenus = false } = {}) {
  const bookings = memoryBookings()
  const clock = new FakeClock(saturday)
  const bot = createClinic({ bookings, store: memoryStore({ clock }) })
  const line = createEmulator({ bot, clock })
  await (withMenus ? syncRichMenus(line.client(), menus) : addEmptyMenus(line))
  return {
    bookings,
    clock,
    line,
    person: (name: string, language: Locale = 'en') => line.user(name, { language }),
  }
}

export type Scene = Awaited<ReturnType<typeof clinicScene>>
type Person = ReturnType<Scene['person']>

/** Goes on until the free appointments of Dr. Sato are shown. */
export async function asksForFree(person: Person, locale: Locale = 'en', day = monday) {
  const { words } = contextOf(locale)
  await person.says(locale === 'en' ? 'book' : words.book)
  await person.taps(words.choose)
  await person.taps(words.pickDay, { pick: day })
}

/** A Flex message with this text for notifications. Buttons that are signed differ each time. */
export const flex = (altText: string) => expect.objectContaining({ type: 'flex', altText }) as never
