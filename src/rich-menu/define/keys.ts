/** Keys of menus, and the aliases that are made of them. */
import { validateRequestJson } from '../../validation/requests/index.js'
import { RichMenuError } from '../errors.js'

/** Tests whether LINE permits an alias. The id is that of any menu. */
const isAlias = (richMenuAliasId: string): boolean =>
  richMenuAliasId !== '' &&
  validateRequestJson(
    { richMenuAliasId, richMenuId: `richmenu-${'0'.repeat(32)}` },
    'rich-menu-alias',
  ).length === 0
const ownerPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

/** A key is the name of a menu, or name and locale: `shop`, `shop.ja`. */
export interface Key {
  /** As written. */
  readonly key: string
  readonly name: string
  readonly locale: string | undefined
  /** `shop`, `shop-ja`, `shop-zh-tw`. */
  readonly alias: string
}

/** @throws {RichMenuError} `option_invalid` */
export function parseKey(key: string): Key {
  const [name = '', locale, ...rest] = key.split('.')
  const alias = [name, ...(locale === undefined ? [] : [locale.toLowerCase()])].join('-')
  const isComplete = name !== '' && locale !== '' && rest.length === 0
  if (!isComplete || !isAlias(name) || !isAlias(alias))
    throw new RichMenuError(
      'option_invalid',
      `${JSON.stringify(key)} cannot be the key of a menu. Use up to 32 small letters, digits, - and _, because the key becomes the menu's alias; ` +
        'for one locale, add a dot and the locale, as in shop.ja (alias shop-ja).',
    )
  return { key, name, locale, alias }
}

/**
 * Keys with different aliases.
 * @throws {RichMenuError} `option_invalid`
 */
export function parseKeys(keys: readonly string[]): Key[] {
  const byAlias = new Map<string, string>()
  return keys.map((text) => {
    const key = parseKey(text)
    const other = byAlias.get(key.alias)
    if (other !== undefined)
      throw new RichMenuError(
        'option_invalid',
        `The keys ${other} and ${text} have the same alias, ${key.alias}. Rename one of them.`,
      )
    byAlias.set(key.alias, text)
    return key
  })
}

/** @throws {RichMenuError} `option_invalid` */
export function checkOwner(owner: unknown): void {
  if (typeof owner !== 'string' || !ownerPattern.test(owner))
    throw new RichMenuError(
      'option_invalid',
      `owner: ${JSON.stringify(owner)} is not permitted. Use up to 64 letters, digits, dots, - and _: LINE's names of your menus begin with it.`,
    )
}

/** The key that a tab of a menu means: that of the menu's own locale, if there is one. */
export const resolveKey = (name: string, { locale }: Key, keys: readonly Key[]): Key | undefined =>
  keys.find((key) => key.name === name && key.locale === locale) ??
  keys.find(({ key }) => key === name)
