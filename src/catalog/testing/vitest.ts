/** `fukidashi/catalog/vitest`: stories as tests, and snapshots that read like the source. */
import { describe, expect, it } from 'vitest'
import { imageVerdict } from './image-matcher.js'
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

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- Vitest's own parameter
  interface Matchers<T> {
    /**
     * Compares messages with their snapshot, which shows the TSX that one would write for them.
     *
     * @example
     * import { expect } from 'vitest'
     *
     * await expect(<ItemCard item={sencha} />).toMatchMessageSnapshot({ context: { t } })
     */
    toMatchMessageSnapshot(options?: MessageSnapshotOptions): Promise<void>

    /**
     * Draws messages and compares them with the picture of an earlier run, in `__image_snapshots__` beside the test. Also for stories, people
     * of the emulator and rich menus. It needs `@takumi-rs/core` and fonts.
     *
     * @example
     * import { expect } from 'vitest'
     *
     * await expect(<ItemCard item={sencha} />).toMatchMessageImage({ device: 'android', theme: 'dark' })
     */
    toMatchMessageImage(options?: MessageImageOptions): Promise<void>
  }
}

expect.addSnapshotSerializer(snapshotTextSerializer)
expect.extend({
  async toMatchMessageSnapshot(received: unknown, options: MessageSnapshotOptions = {}) {
    expect(await receivedText(received, options)).toMatchSnapshot(options.hint)
    return { pass: true, message: () => 'The messages are as in the snapshot.' }
  },
  async toMatchMessageImage(received: unknown, options: MessageImageOptions = {}) {
    const { pass, message } = await imageVerdict(this, received, options)
    return { pass, message: () => message }
  },
})

/**
 * Registers a test for each story and locale: it renders, it has no problem, and it is as in its snapshot.
 *
 * @param catalog - the catalog of the stories
 * @param modules - `import.meta.glob('./**' + '/*.messages.tsx')`, lazy or eager
 *
 * @example
 * /// <reference types="vite/client" />
 * // catalog.test.ts
 * import { catalogTests } from 'fukidashi/catalog/vitest'
 *
 * await catalogTests(catalog, import.meta.glob('./**' + '/*.messages.tsx'))
 */
export const catalogTests = (
  catalog: { readonly locales: readonly string[] },
  modules: StoryModules,
  options?: CatalogTestsOptions,
): Promise<void> =>
  registerStories(
    {
      describe: (name, body) => {
        describe(name, body)
      },
      it: (name, body) => {
        it(name, body)
      },
      matchSnapshot: (text) => expect(text).toMatchSnapshot(),
    },
    catalog,
    modules,
    options,
  )
