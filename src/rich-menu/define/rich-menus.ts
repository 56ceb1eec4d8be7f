import type { Element, JsxElement } from '../../jsx-runtime/element.js'
import type { Context } from '../../jsx-runtime/types.js'
import type { FontSource } from '../../preview/png/index.js'
import type { RichMenuRequest } from '../../spec/rich-menu.js'
import { optionNames, optionsProblem } from '../../common/options.js'
import { RichMenuError } from '../errors.js'
import { checkOwner, parseKeys } from './keys.js'

/** A menu: a `<RichMenu>` of `fukidashi/rich-menu`, also by way of a component. */
export type RichMenuNode = JsxElement | Element<RichMenuRequest>

/** Options of {@link richMenus}. */
export interface RichMenusOptions {
  /**
   * Name of the project. LINE's names of its menus begin with it, and menus with other names are left alone: up to 64 letters, digits,
   * dots, `-` and `_`.
   */
  owner: string
  /** Key of the menu that users see who have none of their own. Without it the account has no default menu of this owner. */
  default?: string | undefined
  /**
   * Menus by key. A key is up to 32 small letters, digits, `-` and `_`, and becomes the menu's alias. `shop.ja` is the menu of one locale,
   * with the alias `shop-ja`.
   */
  menus: Readonly<Record<string, RichMenuNode>>
  /** Passed to components as their second argument. */
  context?: Context | undefined
  /** Locales, with the context of each: every menu also gets a variant, such as `shop.ja`, unless `menus` has it already. */
  locales?: Readonly<Record<string, Context>> | undefined
  /** Where paths of pictures begin: a folder, or `import.meta.url`. The working directory by default; the command uses the folder of the file. */
  base?: string | URL | undefined
  /**
   * Fonts to use first, in this order: paths (relative to `base`) or bytes of TTF, OTF, WOFF or WOFF2 files, files with a name and a weight, or
   * names of `@fontsource` packages. Characters that they do not have come from the installed font packages.
   */
  fonts?: readonly FontSource[] | undefined
}

const SET = Symbol.for('fukidashi.richMenus')

/** Rich menus of a project, checked. */
export interface RichMenuSet extends Readonly<RichMenusOptions> {
  readonly [SET]: true
}

const names = optionNames<RichMenusOptions>({
  owner: true,
  default: true,
  menus: true,
  context: true,
  locales: true,
  base: true,
  fonts: true,
})

/**
 * Defines the rich menus of a project, for `fukidashi rich-menu apply` and {@link syncRichMenus}.
 *
 * @throws {RichMenuError} `option_invalid`
 * @example
 * export default richMenus({ owner: 'teahouse', default: 'home', menus: { home } })
 */
export function richMenus(options: RichMenusOptions): RichMenuSet {
  const problem = optionsProblem(options, names)
  if (problem !== undefined) throw new RichMenuError('option_invalid', problem)
  checkOwner(options.owner)
  const { menus } = options
  if (typeof menus !== 'object' || menus === null)
    throw new RichMenuError('option_invalid', 'menus: use an object of menus by key.')
  const all = allMenus(options)
  parseKeys(all.map(({ key }) => key))
  if (options.fonts !== undefined && !Array.isArray(options.fonts))
    throw new RichMenuError('option_invalid', 'fonts: use an array of paths, bytes or files.')
  const { default: main } = options
  if (main !== undefined && !Object.hasOwn(menus, main))
    throw new RichMenuError(
      'option_invalid',
      `default: there is no menu ${JSON.stringify(main)}. Use one of the keys of menus: ${Object.keys(menus).join(', ')}.`,
    )
  return { ...options, [SET]: true }
}

/** True for what {@link richMenus} returned, also in another copy of the library. */
export const isRichMenuSet = (value: unknown): value is RichMenuSet =>
  typeof value === 'object' && value !== null && (value as Partial<RichMenuSet>)[SET] === true

/** Every menu with its key and context, variants for locales included. */
export function allMenus({
  menus,
  context = {},
  locales = {},
}: Pick<RichMenusOptions, 'menus' | 'context' | 'locales'>): {
  key: string
  node: RichMenuNode
  context: Context
}[] {
  const written = Object.entries(menus).map(([key, node]) => {
    const locale = key.split('.')[1]
    return { key, node, context: { ...context, ...(locale !== undefined && locales[locale]) } }
  })
  const variants = Object.entries(locales).flatMap(([locale, own]) =>
    Object.entries(menus)
      .filter(([key]) => !key.includes('.') && !Object.hasOwn(menus, `${key}.${locale}`))
      .map(([key, node]) => ({ key: `${key}.${locale}`, node, context: { ...context, ...own } })),
  )
  return [...written, ...variants]
}
