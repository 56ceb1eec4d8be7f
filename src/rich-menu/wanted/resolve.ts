/** Renders the menus of a project and reads their pictures. */
import { renderOne } from '../../render/index.js'
import type { RichMenuRequest } from '../../spec/rich-menu.js'
import { detailsOf } from '../components/details.js'
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
  if (!isRichMenuSet(set))
    throw new RichMenuError('option_invalid', 'Pass what richMenus({ owner, menus }) returned.')
  const entries = allMenus(set)
  const keys = parseKeys(entries.map(({ key }) => key))
  const menus = await Promise.all(
    entries.map(async ({ node, context }, i) => {
      const { json, warnings } = await rendered(node, keys[i]!, context)
      const menu = await wantedMenu(json, keys[i]!, keys, set.base ?? base, set.fonts)
      menu.warnings.unshift(...warnings, ...areaWarnings(menu))
      return menu
    }),
  )
  checkAdopted(menus)
  return { owner: set.owner, default: set.default, menus }
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
  const { picture: source, adopt, tabs, drawing } = detailsOf(json)
  const areas = json.areas.flatMap((area) => {
    const action = inLocale(area.action, key, keys)
    const isOwnTab =
      tabs.has(area) && action.type === 'richmenuswitch' && action.richMenuAliasId === key.alias
    return isOwnTab ? [] : [{ ...area, action }]
  })
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
