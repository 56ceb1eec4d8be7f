/** `fukidashi/catalog/node-test`: stories as tests for `node:test`, and snapshots that read like the source. */
import { after, describe, it, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import assert from 'node:assert/strict'
import { CatalogError } from '../errors.js'
import { matchImage } from './image-file.js'
import type { MessageImageOptions } from './message-image.js'
import { type MessageSnapshotOptions, receivedText } from './snapshot-text.js'
import { SnapshotFile, type SnapshotMode } from './snapshot-file.js'
import { type CatalogTestsOptions, registerStories, type StoryModules } from './story-tests.js'

export type { MessageImageOptions } from './message-image.js'
export type { MessageSnapshotOptions } from './snapshot-text.js'
export type { CatalogTestsOptions, StoryModules } from './story-tests.js'
export { storiesIn } from './stories-in.js'

const isSet = (name: string) => !['', '0', 'false', undefined].includes(process.env[name])

const mode = (): SnapshotMode => ({
  update: isSet('UPDATE_SNAPSHOTS') || process.execArgv.includes('--test-update-snapshots'),
  // Tests that were left out have snapshots too.
  remove: !process.execArgv.some((flag) => /^--test-(?:name-pattern|skip-pattern|only)/.test(flag)),
  add: !isSet('CI'),
})

const files = new Map<string, SnapshotFile>()

/** The snapshots of a test file; saved when its tests have ended. */
function snapshotsOf(path: string): SnapshotFile {
  const known = files.get(path)
  if (known) return known
  const file = new SnapshotFile(path, mode())
  files.set(path, file)
  return file
}

after(() => {
  for (const file of files.values()) file.save()
})

/** The running test's file and its name with those of its suites. */
function placeOf(context: TestContext): { file: string; name: string } {
  const { filePath, fullName } = context as TestContext & { filePath?: string; fullName?: string }
  // Node 20 does not name the file, and runs each in a process of its own.
  const path = filePath ?? process.argv[1]
  if (path === undefined || fullName === undefined)
    throw new CatalogError(
      'option_invalid',
      'Pass the context of the running test: it("…", (t) => assertMessageSnapshot(t, messages)). It needs Node 20.19 or newer.',
    )
  return {
    file: path.startsWith('file:') ? fileURLToPath(path) : path,
    name: fullName,
  }
}

/**
 * Compares messages with their snapshot in `__snapshots__`, which shows the TSX that one would write for them. Set `UPDATE_SNAPSHOTS=1`
 * to update it.
 *
 * @param context - of the running test
 * @param messages - anything that can be rendered
 * @throws {AssertionError} when they differ
 *
 * @example
 * import { it } from 'node:test'
 * import { assertMessageSnapshot } from 'fukidashi/catalog/node-test'
 *
 * it('greets', (t) => assertMessageSnapshot(t, <Greeting />))
 */
export async function assertMessageSnapshot(
  context: TestContext,
  messages: unknown,
  options: MessageSnapshotOptions = {},
): Promise<void> {
  const { file, name } = placeOf(context)
  const { text } = await receivedText(messages, options)
  snapshotsOf(file).match(options.hint === undefined ? name : `${name}: ${options.hint}`, text)
}

/** How many pictures each test has had. */
const pictureCounts = new WeakMap<TestContext, number>()

/**
 * Draws messages and compares them with the picture of an earlier run, in `__image_snapshots__` beside the test. Also for stories, people
 * of the emulator and rich menus. Set `UPDATE_SNAPSHOTS=1` to update it. It needs `@takumi-rs/core` and fonts.
 *
 * @param context - of the running test
 * @param messages - anything that can be rendered
 * @throws {AssertionError} when they differ
 *
 * @example
 * import { it } from 'node:test'
 * import { assertMessageImage } from 'fukidashi/catalog/node-test'
 *
 * it('greets', (t) => assertMessageImage(t, <Greeting />, { theme: 'dark' }))
 */
export async function assertMessageImage(
  context: TestContext,
  messages: unknown,
  options: MessageImageOptions = {},
): Promise<void> {
  const { file, name } = placeOf(context)
  const number = (pictureCounts.get(context) ?? 0) + 1
  pictureCounts.set(context, number)
  const place = { testFile: file, name: `${name} ${options.hint ?? String(number)}` }
  const { pass, message } = await matchImage(messages, options, place, mode())
  if (!pass) assert.fail(message)
}

/**
 * Registers a test for each story and locale: it renders, it has no problem, and it is as in its snapshot.
 *
 * @param catalog - the catalog of the stories
 * @param modules - what `storiesIn` returns
 *
 * @example
 * // catalog.test.ts
 * import { catalogTests, storiesIn } from 'fukidashi/catalog/node-test'
 *
 * await catalogTests(catalog, storiesIn(new URL('./', import.meta.url)))
 */
export const catalogTests = (
  catalog: { readonly locales: readonly string[] },
  modules: StoryModules,
  options?: CatalogTestsOptions,
): Promise<void> =>
  registerStories(
    {
      describe: (name, body) => void describe(name, body),
      it: (name, body) => void it(name, (context) => body(context)),
      matchSnapshot({ text }, context) {
        const { file, name } = placeOf(context as TestContext)
        snapshotsOf(file).match(name, text)
      },
    },
    catalog,
    modules,
    options,
  )
