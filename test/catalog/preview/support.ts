/** A preview of a project in a temporary folder. */
import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type {
  FailureView,
  PreviewEvents,
  StoryRequest,
  StoryView,
} from '../../../src/catalog/preview/view.js'
import { defaultPatterns } from '../../../src/catalog/node/load-stories.js'
import { useBuiltPackage } from '../../support/built-package.js'
import { project } from '../support.js'

const { installIn } = useBuiltPackage()

/** An emulator without people. */
const receivers = { emulator: 'http://127.0.0.1:1', line: undefined }

/** Opens a project. */
export async function openSession(
  files: Readonly<Record<string, string>>,
  { timeout = 10_000 } = {},
) {
  const root = await project(files)
  // Files of the very millisecond in which the session starts are reported as changed.
  const before = new Date(Date.now() - 60_000)
  for (const name of Object.keys(files)) await utimes(join(root, name), before, before)
  await installIn(root)
  // Imported here, so that a test can replace Vite before.
  const { Session } = await import('../../../src/catalog/preview/session.js')
  const session = new Session({
    root,
    patterns: defaultPatterns,
    name: 'shop',
    receivers,
    timeout,
  })
  onTestFinished(() => session.close())
  const events: { event: keyof PreviewEvents; data: unknown }[] = []
  session.watch((event, data) => events.push({ event, data }))
  await session.ready()
  return {
    root,
    session,
    events,
    /** Writes a file. */
    write: async (name: string, text: string) => {
      const path = join(root, name)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, text)
    },
    /** Story files that were reported as changed. */
    changed: () =>
      events.flatMap(({ event, data }) =>
        event === 'changed' ? (data as PreviewEvents['changed']).files : [],
      ),
    story: async (request: StoryRequest): Promise<StoryView> => {
      const answer = await session.story(request)
      if ('failure' in answer) throw new Error(answer.failure.message)
      return answer.story
    },
    failure: async (request: StoryRequest): Promise<FailureView> => {
      const answer = await session.story(request)
      if ('story' in answer) throw new Error('There is no failure.')
      return answer.failure
    },
    /** Waits until a story file is reported as changed, and forgets all events. */
    reported: async (file: string) => {
      await expect
        .poll(() =>
          events.some(
            ({ event, data }) =>
              event === 'changed' && (data as PreviewEvents['changed']).files.includes(file),
          ),
        )
        .toBe(true)
      events.length = 0
    },
  }
}

/** A story without anything. */
export const never = { renders: [{}] } as unknown as StoryView

/** JSON of the first message. */
export const textOf = ({ renders }: StoryView): string => JSON.stringify(renders[0]!.output)
