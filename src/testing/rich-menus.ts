/** Compares the rich menu that a person sees with the expected one. */
import { isObject } from '../common/json.js'
import type { Verdict } from './received.js'

/** A person of the emulator, as far as rich menus need it. */
export interface MenuViewer {
  readonly name: string
  /** Id of the menu; `undefined` for none. */
  readonly richMenu: string | undefined
  readonly richMenuAliases: readonly string[]
}

const isViewer = (value: unknown): value is MenuViewer =>
  isObject(value) && 'richMenuAliases' in value

/**
 * @param menu - alias or id; without it, any menu
 * @throws {TypeError} for something that is not a person of the emulator
 */
export function hasRichMenu(viewer: unknown, menu?: string): Verdict {
  if (!isViewer(viewer))
    throw new TypeError('Expected a user of the emulator, such as line.user("Aki").')
  const { name, richMenu, richMenuAliases } = viewer
  const pass =
    menu === undefined
      ? richMenu !== undefined
      : richMenu === menu || richMenuAliases.includes(menu)
  const expected = menu ?? 'a rich menu'
  const aliases =
    richMenuAliases.length > 0 ? richMenuAliases.join(', ') : `${richMenu}, without an alias`
  const sees = richMenu === undefined ? 'sees none' : `sees ${aliases}`
  return {
    pass,
    expected,
    actual: richMenuAliases[0] ?? richMenu,
    message: pass
      ? `${name} was expected not to see ${menu === undefined ? expected : `the rich menu ${menu}`}, but ${sees}.`
      : `${name} was expected to see ${menu === undefined ? expected : `the rich menu ${menu}`}, but ${sees}.`,
  }
}
