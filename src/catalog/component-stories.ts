/** Stories of a component. */
import { createElement } from '../jsx-runtime/jsx.js'
import { nameOf } from '../jsx-runtime/place.js'
import type { Node } from '../jsx-runtime/types.js'
import type { Renderable } from '../render/index.js'
import { CatalogError } from './errors.js'
import {
  type CatalogSettings,
  makeStory,
  type StoryResult,
  storyOptionNames,
} from './make-story.js'
import { checkNames } from './options.js'
import type { RemainingProps } from './sample-props.js'
import type { StoryChanges, StoryKind, StoryOf, StoryOptions } from './story.js'

/** A component as catalogs take it: a function of props and context. */
export type StoryComponent<P, C> = (props: P, context: C) => Node | Promise<Node>

/** Options of one story of a component: those of the component are the defaults. */
export type ComponentStoryOptions<P, K, L extends string> = StoryOptions<L> &
  (object extends RemainingProps<P, K>
    ? { props?: RemainingProps<P, K> }
    : { props: RemainingProps<P, K> })

/** Makes stories of one component. Made by `catalog.component()` and `catalog.richMenu()`. */
export interface ComponentStories<P, K, L extends string, Result> {
  /**
   * Makes a story: the component with sample props.
   *
   * @param options - `props` that the component's stories do not share, and other options where they differ
   * @throws {CatalogError} `option_invalid`
   *
   * @example
   * export const LongName = card.story({ props: { item: longest }, locales: ['th'] })
   */
  story(
    ...options: object extends RemainingProps<P, K>
      ? [options?: ComponentStoryOptions<P, K, L>]
      : [options: ComponentStoryOptions<P, K, L>]
  ): Result
}

const optionNames = [...storyOptionNames, 'props']

/** A component's stories, of any kind. */
export function componentStories<Kind extends StoryKind, L extends string, Output>(
  kind: Kind,
  where: string,
  settings: CatalogSettings<L>,
  component: unknown,
  shared: StoryOptions<L> & { props?: object },
  render: (
    node: () => Renderable,
    locale: L,
    options: StoryOptions<L>,
    changes: StoryChanges,
  ) => Promise<StoryResult<Output>>,
): { story: (own?: StoryOptions<L> & { props?: object }) => StoryOf<Kind, L, Output> } {
  if (typeof component !== 'function')
    throw new CatalogError(
      'option_invalid',
      `${where} takes a component, a function, first; this is ${component === null ? 'null' : typeof component}. ` +
        'Is its import missing, or is it an element (<ItemCard />) instead of ItemCard?',
    )
  checkNames(where, shared, optionNames)
  return {
    story(own = {}) {
      checkNames('story()', own, optionNames)
      const options = { title: nameOf(component), ...shared, ...withoutUndefined(own) }
      const sample = { ...shared.props, ...own.props }
      return makeStory(
        kind,
        where,
        settings,
        options,
        (locale, changes) =>
          render(
            () => createElement(component, changes.props?.(sample) ?? sample),
            locale,
            options,
            changes,
          ),
        { sample },
      )
    },
  }
}

/** An option that is `undefined` counts as absent. */
const withoutUndefined = <T extends object>(options: T): T =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T
