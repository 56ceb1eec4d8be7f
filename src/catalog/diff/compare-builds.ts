/** Compares two built catalogs: which stories are new, removed or changed. Nothing is drawn. */
import { isDeepStrictEqual } from 'node:util'
import { jsonToSource } from '../../convert/source.js'
import type { Drawable } from '../../preview/index.js'
import type { StoryOutput } from '../node/check-stories.js'
import { drawableOfJson } from '../node/drawing.js'
import type { ManifestFailure, ManifestStory } from '../node/manifest.js'
import type { StoryAccount } from '../story.js'
import { type DiffLine, diffLines } from './diff-lines.js'
import type { BuiltFolder } from './read-build.js'

export type ChangeKind = 'changed' | 'new' | 'removed'

/** A story on one side, in one locale. */
export interface Side {
  drawable: Drawable | undefined
  account: StoryAccount
}

/** A change of a story in one locale. */
export interface LocaleChange {
  locale: string
  kind: ChangeKind
  before: Side | undefined
  after: Side | undefined
  /** The difference of the TSX, or of the transcript of a chat. */
  lines: DiffLine[]
}

/** A changed story. */
export interface StoryChange {
  /** Title and export: the identity of a story. */
  id: string
  name: string
  kind: ChangeKind
  locales: LocaleChange[]
}

/** A story or file that cannot be compared, because one side fails. */
export interface Uncompared {
  side: 'before' | 'after' | 'before and after'
  /** Story with its locales, or the files. */
  subject: string
  message: string
}

/** The result of a comparison. */
export interface Comparison {
  stories: StoryChange[]
  /** How many stories are the same in all locales. */
  unchanged: number
  uncompared: Uncompared[]
}

/** One story, read. */
interface Content {
  output: StoryOutput
  side: Side
  text: string
}

/** JSON as TSX; as JSON if it cannot be written as TSX. */
function sourceOf(json: object): string {
  try {
    return jsonToSource(json, 'tsx')
  } catch {
    return JSON.stringify(json, null, 2)
  }
}

async function contentOf(
  build: BuiltFolder,
  story: ManifestStory,
  locale: string,
): Promise<{ text: string; content: () => Promise<Content> } | undefined> {
  const file = story.files[locale]
  if (file === undefined) return undefined
  const text = await build.read(file)
  const { account = {} } = story
  const content = async (): Promise<Content> => {
    if (story.kind !== 'chat') {
      const output = JSON.parse(text) as Exclude<StoryOutput, string>
      return { output, side: { drawable: drawableOfJson(output), account }, text: sourceOf(output) }
    }
    const chat = story.chats?.[locale]
    const drawable =
      chat === undefined ? undefined : (JSON.parse(await build.read(chat)) as Drawable)
    const output = text.trimEnd()
    return { output, side: { drawable, account }, text: output }
  }
  return { text, content }
}

/** Whether a side failed to render a story, or a file that the story may be in. */
const failureOf = (
  { manifest }: BuiltFolder,
  { id, source }: ManifestStory,
  locale: string,
): ManifestFailure | undefined =>
  manifest.failures?.find(({ story, locale: failed, sources }) =>
    story === undefined ? sources.includes(source) : story === id && failed === locale,
  )

async function compareLocale(
  before: BuiltFolder,
  after: BuiltFolder,
  [old, current]: Pair,
  locale: string,
): Promise<LocaleChange | undefined> {
  const one = old && (await contentOf(before, old, locale))
  const other = current && (await contentOf(after, current, locale))
  // Failures are listed by themselves: a story that cannot be rendered is neither new nor removed.
  if (!one && failureOf(before, current!, locale)) return undefined
  if (!other && failureOf(after, old!, locale)) return undefined
  // Text first: reading JSON takes longer, and most stories are the same.
  if ((!one && !other) || (one?.text === other?.text && old?.kind === current?.kind))
    return undefined
  const was = await one?.content()
  const is = await other?.content()
  if (was && is && isDeepStrictEqual(was.output, is.output)) return undefined
  return {
    locale,
    kind: !was ? 'new' : !is ? 'removed' : 'changed',
    before: was?.side,
    after: is?.side,
    lines: was && is ? diffLines(was.text, is.text) : oneSided(was, is),
  }
}

const oneSided = (was: Content | undefined, is: Content | undefined): DiffLine[] =>
  (was ?? is)!.text.split('\n').map((text) => ({ kind: was ? 'removed' : 'added', text }))

type Pair = readonly [before: ManifestStory | undefined, after: ManifestStory | undefined]

/** Stories of both sides by identity: those of today in their order, then the removed ones. */
function pairs(before: BuiltFolder, after: BuiltFolder): Pair[] {
  const old = new Map(before.manifest.stories.map((story) => [story.id, story]))
  const now = after.manifest.stories.map((story): Pair => [old.get(story.id), story])
  for (const { id } of after.manifest.stories) old.delete(id)
  return [...now, ...[...old.values()].map((story): Pair => [story, undefined])]
}

/**
 * Compares two built catalogs.
 * @throws {CatalogError} `file_unreadable`
 */
export async function compareBuilds(before: BuiltFolder, after: BuiltFolder): Promise<Comparison> {
  const result: Comparison = {
    stories: [],
    unchanged: 0,
    uncompared: merged([...failuresOf('before', before), ...failuresOf('after', after)]),
  }
  for (const pair of pairs(before, after)) {
    const [old, current] = pair
    const { id, name } = (current ?? old)!
    const locales = new Set([
      ...Object.keys(current?.files ?? {}),
      ...Object.keys(old?.files ?? {}),
    ])
    const changes: LocaleChange[] = []
    for (const locale of locales) {
      const change = await compareLocale(before, after, pair, locale)
      if (change) changes.push(change)
    }
    if (changes.length === 0) {
      if (old && current) result.unchanged++
      continue
    }
    const kind = !old ? 'new' : !current ? 'removed' : 'changed'
    result.stories.push({ id, name, kind, locales: changes })
  }
  return result
}

/** The failures of one side. Locales in which a story fails for the same reason are one failure. */
function failuresOf(side: 'before' | 'after', { manifest }: BuiltFolder): Uncompared[] {
  const groups = new Map<string, ManifestFailure[]>()
  for (const failure of manifest.failures ?? []) {
    const key = JSON.stringify([failure.story ?? failure.sources, failure.message])
    groups.set(key, [...(groups.get(key) ?? []), failure])
  }
  return [...groups.values()].map((group) => {
    const [{ story, message, sources }] = group as [ManifestFailure]
    const locales = group.flatMap(({ locale }) => locale ?? [])
    const subject = story === undefined ? sources.join(', ') : `${story} (${locales.join(', ')})`
    return { side, subject, message }
  })
}

/** Failures that both sides have, once. */
function merged(failures: readonly Uncompared[]): Uncompared[] {
  const all = new Map<string, Uncompared>()
  for (const failure of failures) {
    const key = JSON.stringify([failure.subject, failure.message])
    all.set(key, all.has(key) ? { ...failure, side: 'before and after' } : failure)
  }
  return [...all.values()]
}
