/** A story: a message with sample data, in each locale of its catalog. */
import { isRecord } from '../common/json.js'
import type { Entry } from '../emulator/index.js'
import type { Chat } from '../preview/index.js'
import type { Message, RichMenuRequest } from '../spec/index.js'
import type { Endpoint, Problem, ValidateOptions } from '../validation/index.js'

/** The brand of stories: also those of another copy of the library have it. */
export const STORY: symbol = Symbol.for('fukidashi.story')

/** The brand of groups of stories. */
export const STORIES: symbol = Symbol.for('fukidashi.stories')

/** What a story shows. */
export type StoryKind = 'messages' | 'chat' | 'rich-menu'

/** Options of all kinds of stories. */
export interface StoryOptions<L extends string = string> {
  /** Where the story is in the catalog; levels are separated by slashes: `Shop/Item card`. */
  title?: string | undefined
  /** The locales of the story; those of the catalog by default. */
  locales?: readonly L[] | undefined
  /** The endpoint the messages are for. Without it, problems that depend on it are warnings. */
  endpoint?: Endpoint | undefined
  /** Who receives the messages. Without it, problems that depend on it are warnings. */
  to?: ValidateOptions['to']
}

/** Options of {@link StoryOf.render} and {@link StoryOf.check}. */
export interface StoryRenderOptions<L extends string = string> {
  /** One of the story's locales; the first by default. */
  locale?: L | undefined
}

/** The result of {@link StoryOf.check}. */
export interface CheckedStory<Output> {
  locale: string
  /** What {@link StoryOf.render} gives, also if it has problems; `undefined` if nothing could be made. */
  output: Output | undefined
  /** Errors and warnings. */
  problems: Problem[]
  /** The error that {@link StoryOf.render} throws, if it does. */
  error?: unknown
  /** PNG or JPEG of a rich menu of `fukidashi/rich-menu`. */
  picture?: Uint8Array | undefined
  /** Of a chat: its messages, as `toHtml` and `toPng` draw them. */
  chat?: Chat | undefined
}

/**
 * Changes that a preview makes before it renders a story. Each function gets the sample values and returns those to use.
 * @internal
 */
export interface StoryChanges {
  props?: ((sample: object) => object) | undefined
  context?: ((context: object) => object) | undefined
}

/**
 * What a preview shows of a story in one locale.
 * @internal
 */
export interface StoryTrial<Output> extends CheckedStory<Output> {
  /** The context of the locale before changes; `undefined` if the story has none, or if it could not be made. */
  context: object | undefined
  /** The entries of a chat. */
  entries: readonly Entry[] | undefined
}

/** A story of one kind. */
export interface StoryOf<Kind extends StoryKind, L extends string, Output> {
  /** @internal */
  readonly $$typeof: symbol
  readonly kind: Kind
  /** Where the story is in the catalog. */
  readonly title: string
  readonly locales: readonly L[]
  /** The endpoint the messages are for. */
  readonly endpoint: Endpoint | undefined
  /** Who receives the messages. */
  readonly to: ValidateOptions['to']
  /** Name and icon of the account that sends the messages. */
  readonly account: StoryAccount
  /**
   * Renders the story in one locale.
   *
   * @throws {LineValidationError} with all problems
   * @throws {CatalogError} `locale_unknown`
   */
  render(options?: StoryRenderOptions<L>): Promise<Output>
  /** Renders the story and collects its problems. Rejects only if the locale is unknown. */
  check(options?: StoryRenderOptions<L>): Promise<CheckedStory<Output>>
  /**
   * Sample props before changes; `undefined` if the story has none.
   * @internal
   */
  readonly sample: object | undefined
  /**
   * The JSON file that the story reads.
   * @internal
   */
  readonly file: string | undefined
  /**
   * Renders the story with changed values. Rejects only if the locale is unknown.
   * @internal
   */
  tryOut(locale: L, changes?: StoryChanges): Promise<StoryTrial<Output>>
}

/** The account that a catalog shows. */
export interface StoryAccount {
  name?: string | undefined
  /** HTTPS URL of the icon. */
  iconUrl?: string | undefined
}

/** Messages of a component, or from JSON. `render` gives them as LINE's JSON. */
export type Story<L extends string = string> = StoryOf<'messages', L, Message[]>

/** A chat between a person and a bot. `render` gives its transcript. */
export type ChatStory<L extends string = string> = StoryOf<'chat', L, string>

/** A rich menu. `render` gives it as LINE's JSON. */
export type RichMenuStory<L extends string = string> = StoryOf<'rich-menu', L, RichMenuRequest>

/** Stories of all menus of `richMenus`, by key. Exported like a story. */
export interface RichMenuStories<L extends string = string> {
  /** @internal */
  readonly $$typeof: symbol
  readonly stories: Readonly<Record<string, RichMenuStory<L>>>
}

/** A story of any kind. */
export type AnyStory<L extends string = string> = Story<L> | ChatStory<L> | RichMenuStory<L>

/** Whether a value is a story, also of another copy of the library. */
export const isStory = (value: unknown): value is AnyStory =>
  isRecord(value) && value['$$typeof'] === STORY

/** The stories in a value that a module exports, with the key of those in a group. */
export function storiesIn(value: unknown): { key: string | undefined; story: AnyStory }[] {
  if (isStory(value)) return [{ key: undefined, story: value }]
  if (!isRecord(value) || value['$$typeof'] !== STORIES) return []
  const { stories } = value as unknown as RichMenuStories
  return Object.entries(stories).map(([key, story]) => ({ key, story }))
}
