/** Renders all stories in all locales and collects their problems. */
import { systemClock } from '../../common/clock.js'
import type { Chat } from '../../preview/index.js'
import type { Message, RichMenuRequest } from '../../spec/index.js'
import type { Problem } from '../../validation/index.js'
import type { AnyStory, CheckedStory } from '../story.js'
import type { LoadedStory } from './load-stories.js'
import { limitsOf, type TextLimits, tightestText, type TextUsage } from './text-usage.js'

/** What a story becomes: messages, a rich menu, or the transcript of a chat. */
export type StoryOutput = Message[] | RichMenuRequest | string

/** One story in one locale. */
export interface StoryResult {
  story: LoadedStory
  locale: string
  /** `undefined` if nothing could be made. */
  output: StoryOutput | undefined
  problems: Problem[]
  /** PNG or JPEG of a rich menu of `fukidashi/rich-menu`. */
  picture: Uint8Array | undefined
  /** Messages of a chat, for pictures. */
  chat: Chat | undefined
  /** The text that is closest to its limit. */
  tightest: TextUsage | undefined
}

/** Options of {@link checkStories}. */
export interface CheckStoriesOptions {
  /** Milliseconds that a story may take in one locale; 10,000 by default. */
  timeout?: number
  /** Renders only these of a story's locales; all by default. */
  locales?: readonly string[] | undefined
  /** Called after each story. */
  onProgress?: (done: number, all: number) => void
}

/** Several wait at once, such as those that read a database. Chats and components are mostly immediate. */
const atOnce = 16

/**
 * Renders stories in their locales.
 *
 * @returns one result for each story and locale, in the order of the stories
 */
export async function checkStories(
  stories: readonly LoadedStory[],
  { timeout = 10_000, locales, onProgress = () => undefined }: CheckStoriesOptions = {},
): Promise<StoryResult[]> {
  const results: StoryResult[][] = stories.map(() => [])
  let next = 0
  let done = 0
  const work = async () => {
    while (next < stories.length) {
      const i = next++
      const story = stories[i]!
      const usage = new Usage()
      for (const locale of story.story.locales)
        if (locales?.includes(locale) ?? true)
          results[i]!.push(await checkStory(story, locale, timeout, usage))
      onProgress(++done, stories.length)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, stories.length) }, work))
  return results.flat()
}

/** Stories whose results are in memory at the same time. */
const batchSize = 64

/**
 * Renders stories a few at a time, so that memory does not grow with the catalog.
 *
 * @param use - called with the results of some stories, in their order; the next are rendered when it has ended
 */
export async function eachBatch(
  stories: readonly LoadedStory[],
  { onProgress = () => undefined, ...options }: CheckStoriesOptions,
  use: (results: StoryResult[]) => unknown,
): Promise<void> {
  for (let start = 0; start < stories.length; start += batchSize) {
    const batch = stories.slice(start, start + batchSize)
    const progress = (done: number) => onProgress(start + done, stories.length)
    await use(await checkStories(batch, { ...options, onProgress: progress }))
  }
}

async function checkStory(
  loaded: LoadedStory,
  locale: string,
  timeout: number,
  usage: Usage,
): Promise<StoryResult> {
  const checked = await withTimeout(loaded.story, locale, timeout)
  const { output, picture, chat, error } = checked
  const problems = withThrown(checked.problems, () => loaded.thrownAt(error))
  const tightest = typeof output === 'object' ? usage.tightest(output) : undefined
  return { story: loaded, locale, output, problems, picture, chat, tightest }
}

/** Gives the problem of an error the place where it was thrown: a component is only where it is used. */
export const withThrown = (
  problems: readonly Problem[],
  thrownAt: () => string | undefined,
): Problem[] =>
  problems.map((problem) =>
    problem.code === 'component_threw'
      ? { ...problem, source: thrownAt() ?? problem.source }
      : problem,
  )

/** Looks limits up once for locales whose JSON has the same shape. */
class Usage {
  readonly #limits = new Map<string, TextLimits>()

  tightest(output: Message[] | RichMenuRequest): TextUsage | undefined {
    const shape = shapeOf(output)
    let limits = this.#limits.get(shape)
    if (!limits) {
      limits = limitsOf(output, { as: Array.isArray(output) ? 'messages' : 'rich-menu' })
      this.#limits.set(shape, limits)
    }
    return tightestText(output, limits)
  }
}

/** JSON without its texts. */
const shapeOf = (output: object): string =>
  JSON.stringify(output, (name, value: unknown) =>
    typeof value === 'string' && name !== 'type' ? '' : value,
  )

/** Checks a story; one that takes too long has a problem that says so. */
async function withTimeout(
  story: AnyStory,
  locale: string,
  timeout: number,
): Promise<CheckedStory<StoryOutput>> {
  const timer = new AbortController()
  const late = systemClock.sleep(timeout, timer.signal).then((): CheckedStory<StoryOutput> => ({
    locale,
    output: undefined,
    problems: [
      failure(
        `It was not ready after ${timeout} ms. Does a component wait for something that never comes?`,
      ),
    ],
  }))
  const check: Promise<CheckedStory<StoryOutput>> = story.check({ locale })
  try {
    return await Promise.race([check, late])
  } catch (error) {
    return { locale, output: undefined, problems: [failure(String(error))], error }
  } finally {
    late.catch(() => undefined)
    timer.abort()
  }
}

const failure = (message: string): Problem => ({
  code: 'component_threw',
  severity: 'error',
  path: '',
  message,
  limit: undefined,
  actual: undefined,
  unit: undefined,
  component: undefined,
  source: undefined,
  docs: undefined,
})
