/** The part that all kinds of stories share. */
import type { Entry } from '../emulator/index.js'
import type { Chat } from '../preview/index.js'
import type { Problem } from '../validation/index.js'
import { CatalogError } from './errors.js'
import { checkNames, localesOf, titleOf } from './options.js'
import {
  STORY,
  type StoryAccount,
  type StoryChanges,
  type StoryKind,
  type StoryOf,
  type StoryOptions,
  type StoryRenderOptions,
} from './story.js'

/** The result of rendering a story once. */
export interface StoryResult<Output> {
  output: Output | undefined
  problems: Problem[]
  /** PNG or JPEG of a rich menu. */
  picture?: Uint8Array | undefined
  /** Messages of a chat, for pictures. */
  chat?: Chat | undefined
  /** The error that `render` throws. */
  error?: unknown
  /** The context of the locale before changes. */
  context?: object | undefined
  /** The entries of a chat. */
  entries?: readonly Entry[]
}

/** What previews know of a story before it is rendered. */
interface StoryInput {
  sample?: object | undefined
  file?: string | undefined
}

/** What stories take from their catalog. */
export interface CatalogSettings<L extends string> {
  readonly locales: readonly L[]
  readonly account: StoryAccount
}

/** Names of {@link StoryOptions}. */
export const storyOptionNames = ['title', 'locales', 'endpoint', 'to'] as const

/**
 * Makes a story.
 *
 * @param where - the function as users call it: `catalog.json()`
 * @param run - renders the story in one locale, with changes to its sample values; rejects for nothing
 */
export function makeStory<Kind extends StoryKind, L extends string, Output>(
  kind: Kind,
  where: string,
  settings: CatalogSettings<L>,
  options: StoryOptions<L>,
  run: (locale: L, changes: StoryChanges) => Promise<StoryResult<Output>>,
  { sample, file }: StoryInput = {},
): StoryOf<Kind, L, Output> {
  const title = titleOf(where, options.title)
  const locales = localesOf(where, settings.locales, options.locales)

  const localeOf = (given: StoryRenderOptions<L>): L => {
    checkNames('render() and check()', given, ['locale'])
    const { locale = locales[0]! } = given
    if (!locales.includes(locale))
      throw new CatalogError(
        'locale_unknown',
        `The story ${title} has no locale ${JSON.stringify(locale)}. It has ${locales.join(', ')}.`,
      )
    return locale
  }

  return Object.freeze<StoryOf<Kind, L, Output>>({
    $$typeof: STORY,
    kind,
    title,
    locales,
    endpoint: options.endpoint,
    to: options.to,
    account: settings.account,
    async render(given = {}) {
      const result = await run(localeOf(given), {})
      if ('error' in result) throw result.error
      return result.output!
    },
    async check(given = {}) {
      const locale = localeOf(given)
      const { output, problems, picture, chat, error } = await run(locale, {})
      return {
        locale,
        output,
        problems,
        ...(picture && { picture }),
        ...(chat && { chat }),
        ...(error !== undefined && { error }),
      }
    },
    sample,
    file,
    async tryOut(given, changes = {}) {
      const locale = localeOf({ locale: given })
      const { output, problems, context, entries, picture, error } = await run(locale, changes)
      return {
        locale,
        output,
        problems,
        context,
        entries,
        ...(picture && { picture }),
        ...(error !== undefined && { error }),
      }
    },
  })
}
