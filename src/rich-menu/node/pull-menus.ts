/** Writes the menus of an account as a module with pictures, so that a plan of that module is empty. */
import type { LineClient } from '../../client/index.js'
import { isPng } from '../../common/image-header.js'
import { isRecord } from '../../common/json.js'
import { convertToSource } from '../../convert/source.js'
import { isElement } from '../../jsx-runtime/element.js'
import { nodeOf, printed, printedAs } from '../convert/menu-source.js'
import { moduleOf, sizeName, wordOf } from '../convert/print-module.js'
import { parseKey } from '../define/keys.js'
import { type FoundMenu, type Found, readFound, readPictureOf } from '../deploy/found.js'
import { RichMenuError } from '../errors.js'
import { readName } from '../wanted/version.js'

/** A module, and the pictures beside it. */
export interface PulledMenus {
  source: string
  /** Bytes by file name. */
  pictures: Map<string, Uint8Array>
  /** Menus that are not written, and why. */
  notes: string[]
}

/**
 * Reads all menus of an account that were made with the API.
 *
 * @param owner - owner of the module; by default the one owner that the account has, else `bot`
 * @throws {RichMenuError} `option_invalid` if there is nothing to write
 */
export async function pullMenus(line: LineClient, owner?: string): Promise<PulledMenus> {
  const found = await readFound(line, { owner: owner ?? '', default: undefined, menus: [] })
  const notes: string[] = []
  const pictures = new Map<string, Uint8Array>()
  const sources: Parameters<typeof moduleOf>[0][number][] = []
  const keys = keysOf(found)
  let main: string | undefined
  for (const menu of found.menus) {
    const id = menu.richMenuId
    const key = keys.get(id)
    if (key === undefined) {
      notes.push(`${menu.name} (${id}) is an old version of a menu.`)
      continue
    }
    const picture = await readPictureOf(line, id)
    if (!picture) {
      notes.push(`${menu.name} (${id}) has no picture.`)
      continue
    }
    const file = `${key}.${isPng(picture) ? 'png' : 'jpg'}`
    pictures.set(file, picture)
    sources.push({ key, ...sourceOf(menu, file) })
    if (id === found.defaultId) main = key
  }
  if (sources.length === 0)
    throw new RichMenuError(
      'option_invalid',
      'The account has no rich menus that were made with the API. Menus of LINE Official Account Manager cannot be read.',
    )
  return { source: moduleOf(sources, owner ?? ownerOf(found), main), pictures, notes }
}

/** A version of any owner. */
const versionOf = ({ name }: FoundMenu) => readName(name.split('/')[0]!, name)

/** The one owner of all versions. */
function ownerOf({ menus }: Found): string {
  const owners = new Set(
    menus.flatMap((menu) => (versionOf(menu) ? [menu.name.split('/')[0]!] : [])),
  )
  return owners.size === 1 ? [...owners][0]! : 'bot'
}

/** Keys by id: the first alias of a menu, else a word made of its name. Versions that nothing names have none. */
function keysOf({ menus, aliases, defaultId }: Found): Map<string, string> {
  const keys = new Map<string, string>()
  const taken = new Set(aliases.keys())
  for (const [alias, id] of [...aliases].sort()) if (!keys.has(id)) keys.set(id, alias)
  for (const menu of menus) {
    const id = menu.richMenuId
    const version = versionOf(menu)
    if (keys.has(id) || (version && id !== defaultId)) continue
    const word = version ? parseKey(version.key).alias : wordOf(menu.name)
    let key = word
    for (let i = 2; taken.has(key); i++) key = `${word}-${i}`
    taken.add(key)
    keys.set(id, key)
  }
  return keys
}

/** One menu as JSX, and the components of `fukidashi` that it uses. */
function sourceOf(menu: FoundMenu, file: string): ReturnType<typeof printed> {
  const { richMenuId, ...json } = menu
  const { value } = convertToSource(json, 'tsx', { as: 'rich-menu' })
  const areas = isElement(value) && isRecord(value.props) ? value.props['children'] : undefined
  // A plain function: its props are printed as they are.
  const RichMenu = printedAs('RichMenu')
  const element = nodeOf(RichMenu, {
    chatBarText: json.chatBarText,
    size: sizeName(json.size),
    selected: json.selected || undefined,
    picture: `./${file}`,
    adopt: richMenuId,
    children: areas,
  })
  return printed(element)
}
