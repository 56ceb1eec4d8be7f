/** Renders the menus of a project and reads their pictures. */
import { renderOne } from '../../render/index.js'
import type { RichMenuRequest } from '../../spec/rich-menu.js'
import { detailsOf } from '../components/details.js'
import { withOwnMenu } from '../components/own-menu.js'
import { type Key, parseKeys, resolveKey } from '../define/keys.js'
import { allMenus, isRichMenuSet, type RichMenuSet } from '../define/rich-menus.js'
import { RichMenuError } from '../errors.js'
import { areaName, checkAreas } from './check-areas.js'
import { canonical, sha256 } from './hash.js'
import { pictureOf } from './picture-of.js'
import type { Wanted, WantedMenu } from './wanted.js'

/** Hexadecimal digits of a hash in the name of a menu. */
const DIGITS = 16

/**
 * Renders and checks every menu.
 *
 * @param base - where paths of pictures begin, unless the definition says it
 * @throws {LineValidationError} for a menu that LINE would refuse
 * @throws {LineArgumentError} `image_invalid`
 * @throws {RichMenuError} `menu_invalid`, `picture_missing`
 */
export async function resolveMenus(set: RichMenuSet, base?: string | URL): Promise<Wanted> {
  const entries = entriesOf(set)
  const keys = parseKeys(entries.map(({ key }) => key))
  const results = await Promise.allSettled(
    entries.map((entry, i) =>
      resolveEntry(entry, keys[i]!, keys, { base: set.base ?? base, fonts: set.fonts }),
    ),
  )
  // Of several errors the first menu's, and not the one that happens to come first.
  const menus = results.map((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
  checkAdopted(menus)
  return { owner: set.owner, default: set.default, menus }
}

/**
 * Renders and checks one menu.
 *
 * @param key - such as `shop` or `shop.ja`
 * @throws {RichMenuError} `option_invalid` for an unknown key; and as {@link resolveMenus}
 */
export async function resolveMenu(
  set: RichMenuSet,
  key: string,
  base?: string | URL,
): Promise<WantedMenu> {
  const entries = entriesOf(set)
  const keys = parseKeys(entries.map((entry) => entry.key))
  const at = entries.findIndex((entry) => entry.key === key)
  if (at === -1)
    throw new RichMenuError(
      'option_invalid',
      `There is no menu ${JSON.stringify(key)}. Menus: ${keys.map((one) => one.key).join(', ')}.`,
    )
  return resolveEntry(entries[at]!, keys[at]!, keys, { base: set.base ?? base, fonts: set.fonts })
}

type Entry = ReturnType<typeof allMenus>[number]

function entriesOf(set: RichMenuSet): Entry[] {
  if (!isRichMenuSet(set))
    throw new RichMenuError('option_invalid', 'Pass what richMenus({ owner, menus }) returned.')
  return allMenus(set)
}

async function resolveEntry(
  { node, context }: Entry,
  key: Key,
  keys: readonly Key[],
  { base, fonts }: Pick<RichMenuSet, 'base' | 'fonts'>,
): Promise<WantedMenu> {
  const isOwn = (tab: string) => resolveKey(tab, key, keys)?.key === key.key
  const { json, warnings } = await rendered(node, key, withOwnMenu(context, isOwn))
  const menu = await wantedMenu(json, key, keys, base, fonts)
  menu.warnings.unshift(...warnings, ...areaWarnings(menu))
  return menu
}

const areaWarnings = ({ key, request: { size, areas } }: WantedMenu): string[] =>
  checkAreas(
    key,
    size.width,
    areas.map(({ bounds, action }, i) => ({ name: areaName(`areas[${i}]`, action.label), bounds })),
  )

async function rendered(
  node: unknown,
  { key }: Key,
  context: object,
): Promise<{ json: RichMenuRequest; warnings: string[] }> {
  const { json, problems, error } = await renderOne<RichMenuRequest>(node, 'rich-menu', context)
  if (error) {
    error.message = `The menu ${key}: ${error.message}`
    throw error
  }
  if (!json)
    throw new RichMenuError('menu_invalid', `The menu ${key} is empty. Return a <RichMenu>.`)
  const warnings = problems.map(
    ({ message, path, source }) =>
      `${key}: ${message} (${[path, source].filter(Boolean).join(', ')})`,
  )
  return { json, warnings }
}

async function wantedMenu(
  json: RichMenuRequest,
  key: Key,
  keys: readonly Key[],
  base: string | URL | undefined,
  fonts: RichMenuSet['fonts'],
): Promise<WantedMenu> {
  const { size, selected, chatBarText } = json
  const { picture: source, adopt, drawing } = detailsOf(json)
  const areas = json.areas.map((area) => ({ ...area, action: inLocale(area.action, key, keys) }))
  const request = { size, selected, chatBarText, areas }
  const picture = await pictureOf({ key, keys, source, drawing, size, base, fonts })
  const switchesTo = areas.flatMap(({ action }) =>
    action.type === 'richmenuswitch' ? [action.richMenuAliasId] : [],
  )
  const hash = (await sha256(`${canonical(request)}\n${picture.hash}`)).slice(0, DIGITS)
  const { read, check, warnings } = picture
  return {
    ...key,
    request,
    hash,
    switchesTo,
    adopt,
    picture: read,
    checkPicture: check,
    warnings,
  }
}

type Action = RichMenuRequest['areas'][number]['action']

/** A tab leads to the menu of its own locale, if there is one. */
function inLocale(action: Action, own: Key, keys: readonly Key[]): Action {
  if (action.type !== 'richmenuswitch') return action
  const target = resolveKey(action.richMenuAliasId, own, keys)
  return target ? { ...action, richMenuAliasId: target.alias } : action
}

/** @throws {RichMenuError} `option_invalid` when two menus adopt the same one */
function checkAdopted(menus: readonly WantedMenu[]): void {
  const keys = new Map<string, string>()
  for (const { key, adopt } of menus) {
    if (adopt === undefined) continue
    const other = keys.get(adopt)
    if (other !== undefined)
      throw new RichMenuError('option_invalid', `${other} and ${key} both adopt ${adopt}.`)
    keys.set(adopt, key)
  }
}
