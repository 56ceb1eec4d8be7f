/** A test for each story and locale, with any test runner. */
import { throwAtOrigin } from '../../common/origin-of-error.js'
import { LineValidationError } from '../../validation/index.js'
import { CatalogError } from '../errors.js'
import { type AnyStory, storiesIn } from '../story.js'
import { jsonText, SnapshotText } from './snapshot-text.js'

/** Modules with stories by their paths, loaded or to be loaded, as `import.meta.glob` and `storiesIn` give them. */
export type StoryModules = Readonly<Record<string, unknown>>

/** The functions of a test runner. */
export interface TestRunner {
  describe(name: string, body: () => void): void
  it(name: string, body: (context: unknown) => Promise<void>): void
  /** Compares a text with the snapshot of the running test. */
  matchSnapshot(text: SnapshotText, context: unknown): unknown
}

/** Options of `catalogTests`. */
export interface CatalogTestsOptions {
  /** Whether stories may have warnings, such as a derived `altText`. `false` by default. */
  warnings?: boolean | undefined
}

interface StoryFile {
  path: string
  stories: [name: string, story: AnyStory][]
}

/** @throws {CatalogError} `option_invalid` */
async function readModules(modules: StoryModules): Promise<StoryFile[]> {
  if (typeof modules !== 'object' || modules === null)
    throw new CatalogError(
      'option_invalid',
      "catalogTests() takes modules by their paths: import.meta.glob('./**/*.messages.tsx'), or what storiesIn() returns.",
    )
  const files = await Promise.all(
    Object.keys(modules)
      .sort()
      .map(async (path): Promise<StoryFile> => {
        const entry = modules[path]
        const module = (await (typeof entry === 'function'
          ? (entry as () => unknown)()
          : entry)) as Record<string, unknown>
        const stories = Object.entries(module).flatMap(([name, value]) =>
          storiesIn(value).map(({ key, story }): [string, AnyStory] => [
            key === undefined ? name : `${name}.${key}`,
            story,
          ]),
        )
        return { path: path.replace(/^\.\//, ''), stories }
      }),
  )
  if (files.every(({ stories }) => stories.length === 0))
    throw new CatalogError(
      'stories_missing',
      files.length === 0
        ? 'No file matches the pattern, so there is nothing to test. Patterns are relative to the file that has them.'
        : `None of these files exports a story: ${files.map(({ path }) => path).join(', ')}.`,
    )
  return files
}

/** Registers a test for each story and locale: it renders, it has no problem, and it is as before. */
export async function registerStories(
  runner: TestRunner,
  catalog: { readonly locales: readonly string[] },
  modules: StoryModules,
  { warnings = false }: CatalogTestsOptions = {},
): Promise<void> {
  for (const { path, stories } of await readModules(modules))
    runner.describe(path, () => {
      for (const [name, story] of stories)
        runner.describe(name, () => {
          for (const locale of story.locales.filter((one) => catalog.locales.includes(one)))
            runner.it(locale, async (context) => {
              const text = await storyText(story, locale, warnings)
              await runner.matchSnapshot(text, context)
            })
        })
    })
}

/**
 * A story as its snapshot shows it.
 * @throws {LineValidationError} when it has problems
 */
async function storyText(
  story: AnyStory,
  locale: string,
  warnings: boolean,
): Promise<SnapshotText> {
  const { output, problems } = await story.check({ locale })
  // Throws the error itself, with the stack of the code that threw.
  if (problems.some(({ severity }) => severity === 'error'))
    await story.render({ locale }).catch(throwAtOrigin)
  if (problems.length > 0 && !warnings) throw new LineValidationError(problems)
  return new SnapshotText(typeof output === 'string' ? output : jsonText(output))
}
