/** The catalog of a project: its locales, its context, its account. */
import type { Context } from '../jsx-runtime/types.js'
import type { RichMenuSet } from '../rich-menu/index.js'
import { type ChatOptions, chatStory } from './chat-story.js'
import {
  type ComponentStories,
  componentStories,
  type StoryComponent,
} from './component-stories.js'
import { CatalogError } from './errors.js'
import { type JsonStoryOptions, jsonStory } from './json-story.js'
import { checkLocales, checkNames } from './options.js'
import { renderMessages } from './render-messages.js'
import { type MenuStoriesOptions, menuStories } from './menu-stories.js'
import { renderComponentMenu } from './render-rich-menu.js'
import type { PropNames, SharedProps } from './sample-props.js'
import type {
  ChatStory,
  RichMenuStories,
  RichMenuStory,
  Story,
  StoryAccount,
  StoryOptions,
} from './story.js'

/** Options of {@link defineCatalog}. */
export interface CatalogOptions<L extends string, C extends object> {
  /** Locales of all stories, the main one first. One locale, `default`, if left out. */
  locales?: readonly L[] | undefined
  /** Makes the context of a locale: the second argument of components. `{}` by default. */
  context?: ((locale: L) => C | Promise<C>) | undefined
  /** Name and icon of the account that sends the messages, for previews and chats. */
  account?: StoryAccount | undefined
}

/** Makes stories. Created by {@link defineCatalog}. */
export interface Catalog<L extends string, C extends object> {
  /** Locales of all stories, the main one first. */
  readonly locales: readonly L[]
  /** Name and icon of the account. */
  readonly account: StoryAccount

  /**
   * Makes stories of a component that renders messages.
   *
   * @param component - the component itself: a function of props and context
   * @param options - options of all its stories; `props` are sample props that they share
   * @throws {CatalogError} `option_invalid`
   *
   * @example
   * const card = catalog.component(ItemCard, { title: 'Shop/Item card', props: { shop }, endpoint: 'push', to: 'user' })
   * export const Normal = card.story({ props: { item: sencha } })
   */
  component<P extends object, K extends PropNames<P> = never>(
    component: StoryComponent<P, C>,
    options?: StoryOptions<L> & { props?: SharedProps<P, K> & Partial<P> },
  ): ComponentStories<P, K, L, Story<L>>

  /**
   * Makes stories of a component that renders a rich menu.
   *
   * @example
   * export const Main = catalog.richMenu(MainMenu, { title: 'Menus/Main' }).story()
   */
  richMenu<P extends object, K extends PropNames<P> = never>(
    component: StoryComponent<P, C>,
    options?: StoryOptions<L> & { props?: SharedProps<P, K> & Partial<P> },
  ): ComponentStories<P, K, L, RichMenuStory<L>>

  /**
   * Makes a story of each menu of `richMenus`, in each locale, as it would be deployed: with the contexts of its own `locales`. Export the
   * result like a story.
   *
   * @param menus - from `richMenus` of `fukidashi/rich-menu`
   * @param options - `title`, `Rich menus` by default; `locales`
   * @throws {CatalogError} `option_invalid`
   *
   * @example
   * export const all = catalog.richMenus(menus, { title: 'Menus' })
   */
  richMenus(menus: RichMenuSet, options?: MenuStoriesOptions<L>): RichMenuStories<L>

  /**
   * Makes a story of a chat. A script is played in the emulator with a fake clock, once in each locale: the person's language is
   * the locale. Rendering gives the transcript.
   *
   * @example
   * export const Order = catalog.chat({ title: 'Shop/Order', bot, script: async (aki) => {
   *   await aki.says('menu')
   *   await aki.taps('Tea')
   * } })
   */
  chat(options: ChatOptions<L>): ChatStory<L>

  /**
   * Makes a story of messages that exist as JSON: a message, a list, a Flex container or the body of a request.
   *
   * @example
   * export const Menu = catalog.json({ title: 'Old/Menu', file: new URL('./menu.json', import.meta.url) })
   */
  json(options: JsonStoryOptions<L>): Story<L>
}

/**
 * Defines the catalog of a project: messages with sample data, held by tests in every locale.
 *
 * @throws {CatalogError} `option_invalid`
 *
 * @example
 * export const catalog = defineCatalog({
 *   locales: ['ja', 'th', 'en'],
 *   context: (locale) => ({ t: i18n.getFixedT(locale) }),
 *   account: { name: 'Tea shop', iconUrl: 'https://example.com/icon.png' },
 * })
 */
export function defineCatalog<const L extends string = 'default', C extends object = Context>(
  options: CatalogOptions<L, C> = {},
): Catalog<L, C> {
  const where = 'defineCatalog()'
  checkNames(where, options, ['locales', 'context', 'account'])
  const { locales = ['default' as L], context = () => ({}), account = {} } = options
  checkLocales(where, locales)
  if (typeof context !== 'function')
    throw new CatalogError(
      'option_invalid',
      `${where}: context must be a function from a locale to a context, such as (locale) => ({ t: translator(locale) }).`,
    )
  checkNames(`${where}: account`, account, ['name', 'iconUrl'])
  const settings = { locales: Object.freeze([...locales]), account: Object.freeze({ ...account }) }

  return {
    ...settings,
    component: (component, shared = {}) =>
      componentStories(
        'messages',
        'catalog.component()',
        settings,
        component,
        shared,
        (node, locale, story, changes) =>
          renderMessages(node, () => context(locale), story, changes),
      ),
    richMenu: (component, shared = {}) =>
      componentStories(
        'rich-menu',
        'catalog.richMenu()',
        settings,
        component,
        shared,
        (node, locale, _story, changes) =>
          renderComponentMenu(node, () => context(locale), changes),
      ),
    richMenus: (menus, options = {}) => menuStories(settings, menus, options),
    chat: (chat) => chatStory(settings, chat),
    json: (json) => jsonStory(settings, json),
  }
}
