/** Renders one story for the page. */
import { isJpeg } from '../../common/image-header.js'
import { resolve } from 'node:path'
import { systemClock } from '../../common/clock.js'
import { isRecord } from '../../common/json.js'
import { utf8Bytes } from '../../spec/counting.js'
import { limits } from '../../spec/limits.js'
import type { Problem } from '../../validation/index.js'
import { type StoryOutput, withThrown } from '../node/check-stories.js'
import { thrownPlace } from '../node/thrown-place.js'
import { problemsOf } from '../render-messages.js'
import { type AnyStory, isStory, type StoryChanges, type StoryTrial } from '../story.js'
import { controlsOf, withChanges } from './controls.js'
import type { Exports } from './modules.js'
import { pathFrom } from './paths.js'
import type { FlexSize, RenderView, StoryRequest, StoryView } from './view.js'

/** Entries of a chat that the page gets: the last ones. */
const MOST_ENTRIES = 500
/** Problems of one locale that the page gets. */
const MOST_PROBLEMS = 200

/**
 * A story in the locales that are looked at.
 *
 * @param exports - what its file exports
 * @param options - milliseconds that a locale may take, and the absolute path of the project
 */
export async function renderStory(
  story: AnyStory,
  exports: Exports,
  { locale, all, props, context }: StoryRequest,
  { timeout, root }: { timeout: number; root: string },
): Promise<StoryView> {
  const { title, kind, locales, account, endpoint, to, sample } = story
  const single = locale !== undefined && locales.includes(locale) ? locale : locales[0]!
  const renders: RenderView[] = []
  for (const one of all ? locales : [single]) {
    const changes: StoryChanges = {
      ...(props && { props: (values) => withChanges(values, props, true) }),
      ...(context?.[one] && { context: (values) => withChanges(values, context[one]) }),
    }
    const trial = await tryOut(story, one, changes, timeout)
    trial.problems = withThrown(trial.problems, () => thrownPlace(trial.error, root))
    renders.push(renderView(trial, root))
  }
  const others = Object.values(exports).flatMap((other) =>
    isStory(other) && other !== story && other.sample ? [other.sample] : [],
  )
  return {
    title,
    kind,
    locales,
    account,
    endpoint,
    to,
    props: sample ? controlsOf(sample, others) : [],
    renders,
  }
}

type Trial = StoryTrial<StoryOutput>

/** Renders in one locale. Never rejects. */
async function tryOut(
  story: AnyStory,
  locale: string,
  changes: StoryChanges,
  timeout: number,
): Promise<Trial> {
  const nothing = { locale, output: undefined, context: undefined, entries: undefined }
  const timer = new AbortController()
  const late = systemClock.sleep(timeout, timer.signal).then((): Trial => {
    const message = `It was not ready after ${timeout} ms. Does a component wait for something that never comes?`
    return { ...nothing, problems: problemsOf(new Error(message)) }
  })
  late.catch(() => undefined)
  // Stories of an older fukidashi in the project only have `check`.
  const work: Promise<Trial> =
    typeof story.tryOut === 'function'
      ? story.tryOut(locale, changes)
      : story.check({ locale }).then((checked) => ({ ...nothing, ...checked }))
  try {
    return await Promise.race([work, late])
  } catch (error) {
    return { ...nothing, problems: problemsOf(error), error }
  } finally {
    timer.abort()
  }
}

function renderView(
  { locale, output, problems, context, entries, picture }: Trial,
  root: string,
): RenderView {
  return {
    locale,
    output,
    ...(picture && { picture: pictureUrl(picture) }),
    ...(entries && {
      chat: {
        // Bytes of media are not drawn.
        entries: entries.slice(-MOST_ENTRIES).map(({ media: _, ...entry }) => entry),
        left: Math.max(0, entries.length - MOST_ENTRIES),
      },
    }),
    problems: problems.slice(0, MOST_PROBLEMS).map((problem) => problemView(problem, root)),
    context: context ? controlsOf(context) : [],
    sizes: typeof output === 'object' ? sizesOf(output) : [],
  }
}

const pictureUrl = (bytes: Uint8Array): string =>
  `data:image/${isJpeg(bytes) ? 'jpeg' : 'png'};base64,${Buffer.from(bytes).toString('base64')}`

/** Without the value, which the message has, and with a place from the project's folder, whatever the working directory is. */
function problemView({ source, ...problem }: Problem, root: string): Problem {
  const [, file, place] = /^(.+?)((?::\d+){1,2})$/.exec(source ?? '') ?? []
  return {
    ...problem,
    source: file === undefined ? source : pathFrom(root, resolve(file)) + place!,
    actual: undefined,
  }
}

/** Sizes of the Flex messages. */
const sizesOf = (output: object): FlexSize[] =>
  Array.isArray(output)
    ? (output as unknown[]).flatMap((message, i) => {
        if (!isRecord(message) || message['type'] !== 'flex') return []
        const { contents } = message
        const type = isRecord(contents) && contents['type'] === 'carousel' ? 'carousel' : 'bubble'
        const bytes = utf8Bytes(JSON.stringify(contents ?? null))
        return [{ path: `messages[${i}].contents`, bytes, limit: limits.flexKilobytes[type] }]
      })
    : []
