/** Stories of the menus that `richMenus` defines. */
import type { RichMenuSet } from '../rich-menu/index.js'
import { isRecord } from '../common/json.js'
import { CatalogError } from './errors.js'
import { type CatalogSettings, makeStory } from './make-story.js'
import { checkNames } from './options.js'
import { renderMenuOfSet } from './render-rich-menu.js'
import { type RichMenuStories, type RichMenuStory, STORIES, type StoryOptions } from './story.js'

/** Options of `catalog.richMenus()`. */
export type MenuStoriesOptions<L extends string> = Pick<StoryOptions<L>, 'title' | 'locales'>

const where = 'catalog.richMenus()'

export function menuStories<L extends string>(
  settings: CatalogSettings<L>,
  set: RichMenuSet,
  options: MenuStoriesOptions<L>,
): RichMenuStories<L> {
  checkNames(where, options, ['title', 'locales'])
  if (!isRecord(set) || !isRecord(set.menus))
    throw new CatalogError(
      'option_invalid',
      `${where} takes what richMenus({ owner, menus }) of fukidashi/rich-menu returned.`,
    )
  const { menus, locales = {} } = set
  const withTitle = { title: 'Rich menus', ...options }
  // Keys such as shop.ja are the menus of one locale.
  const names = new Set(Object.keys(menus).map((key) => key.split('.')[0]!))
  const keyOf = (name: string, locale: string): string => {
    const variant = `${name}.${locale}`
    const hasVariant = Object.hasOwn(menus, variant) || Object.hasOwn(locales, locale)
    return hasVariant || !Object.hasOwn(menus, name) ? variant : name
  }
  const storyOf = (name: string): RichMenuStory<L> => {
    const own = Object.hasOwn(menus, name)
      ? withTitle
      : { ...withTitle, locales: localesWith(name, options.locales ?? settings.locales, menus) }
    return makeStory('rich-menu', where, settings, own, (locale) =>
      renderMenuOfSet(set, keyOf(name, locale)),
    )
  }
  const stories = Object.fromEntries([...names].map((name) => [name, storyOf(name)]))
  return Object.freeze({ $$typeof: STORIES, stories: Object.freeze(stories) })
}

/** Locales of a menu that exists in some of them only. */
const localesWith = <L extends string>(
  name: string,
  locales: readonly L[],
  menus: object,
): readonly L[] => locales.filter((locale) => Object.hasOwn(menus, `${name}.${locale}`))
