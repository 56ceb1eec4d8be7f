/** `fukidashi/catalog/jest`: stories as tests, and snapshots that read like the source. For Jest with ES modules. */
import { CatalogError } from '../errors.js'
import { imageVerdict, type MatcherState } from './image-matcher.js'
import type { MessageImageOptions } from './message-image.js'
import {
  type MessageSnapshotOptions,
  receivedText,
  snapshotTextSerializer,
} from './snapshot-text.js'
import { type CatalogTestsOptions, registerStories, type StoryModules } from './story-tests.js'

export type { MessageImageOptions } from './message-image.js'
export { messageSerializer, type MessageSnapshotOptions } from './snapshot-text.js'
export type { CatalogTestsOptions, StoryModules } from './story-tests.js'
export { storiesIn } from './stories-in.js'

/**
 * Types of the matcher.
 *
 * @example
 * import '@jest/globals'
 * import type { MessageSnapshotMatchers } from 'fukidashi/catalog/jest'
 *
 * declare module 'expect' {
 *   interface Matchers<R> extends MessageSnapshotMatchers {}
 * }
 */
export interface MessageSnapshotMatchers {
  /**
   * Compares messages with their snapshot, which shows the TSX that one would write for them.
   *
   * @example
   * import { expect } from '@jest/globals'
   *
   * await expect(<ItemCard item={sencha} />).toMatchMessageSnapshot({ context: { t } })
   */
  toMatchMessageSnapshot(options?: MessageSnapshotOptions): Promise<void>

  /**
   * Draws messages and compares them with the picture of an earlier run, in `__image_snapshots__` beside the test. Also for stories, people
   * of the emulator and rich menus. It needs `@takumi-rs/core` and fonts.
   *
   * @example
   * import { expect } from '@jest/globals'
   *
   * await expect(<ItemCard item={sencha} />).toMatchMessageImage({ device: 'android', theme: 'dark' })
   */
  toMatchMessageImage(options?: MessageImageOptions): Promise<void>
}

/** Jest's globals, as far as they are used here. */
interface JestGlobals {
  describe: (name: string, body: () => void) => void
  it: (name: string, body: () => Promise<void>) => void
  expect: {
    (value: unknown): { toMatchSnapshot: (hint?: string) => void }
    addSnapshotSerializer: (serializer: typeof snapshotTextSerializer) => void
    extend: (matchers: object) => void
  }
}

const { describe, it, expect } = globalThis as unknown as Partial<JestGlobals>
if (!describe || !it || !expect)
  throw new CatalogError(
    'runner_missing',
    'fukidashi/catalog/jest runs in tests of Jest only, and needs its globals: leave injectGlobals as it is.',
  )

expect.addSnapshotSerializer(snapshotTextSerializer)
expect.extend({
  async toMatchMessageSnapshot(received: unknown, options: MessageSnapshotOptions = {}) {
    const text = await receivedText(received, options)
    // Jest distinguishes an absent hint from `undefined`.
    if (options.hint === undefined) expect(text).toMatchSnapshot()
    else expect(text).toMatchSnapshot(options.hint)
    return { pass: true, message: () => 'The messages are as in the snapshot.' }
  },
  async toMatchMessageImage(
    this: MatcherState,
    received: unknown,
    options: MessageImageOptions = {},
  ) {
    const { pass, message } = await imageVerdict(this, received, options)
    return { pass, message: () => message }
  },
})

/**
 * Registers a test for each story and locale: it renders, it has no problem, and it is as in its snapshot.
 *
 * @param catalog - the catalog of the stories
 * @param modules - what `storiesIn` returns
 *
 * @example
 * // catalog.test.ts
 * import { catalogTests, storiesIn } from 'fukidashi/catalog/jest'
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
      describe,
      it: (name, body) => it(name, () => body(undefined)),
      matchSnapshot: (text) => expect(text).toMatchSnapshot(),
    },
    catalog,
    modules,
    options,
  )
