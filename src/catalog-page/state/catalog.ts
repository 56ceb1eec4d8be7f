/** The project, the story that is looked at, and changes of its values. */
import { computed, effect, signal, untracked } from '@preact/signals'
import type {
  FailureView,
  FileView,
  PreviewEvents,
  ProjectView,
  StoryEntry,
  StoryView,
  ValueChange,
} from '../../catalog/preview/view.js'
import { Followed } from '../../page/kit/followed.js'
import { BASE, readProject, readStory } from './api.js'
import { allLocales, locale } from './look.js'

/** Names a story. */
export interface StoryKey {
  file: string
  name: string
}

/** Changes of a story's values. */
export interface Changes {
  props: readonly ValueChange[]
  /** By locale. */
  context: Readonly<Record<string, readonly ValueChange[]>>
}

/** Milliseconds after which a failed request is tried again. */
const PAUSE = 500

const noChanges: Changes = { props: [], context: {} }

export const project = signal<ProjectView | undefined>(undefined)
export const isConnected = signal(false)
export const selected = signal<StoryKey | undefined>(undefined)
/** The story as it was rendered last; of the same story, that before an error. */
export const story = signal<StoryView | undefined>(undefined)
/** Why it cannot be rendered now. */
export const failure = signal<FailureView | undefined>(undefined)
export const isLoading = signal(false)
const allChanges = signal<ReadonlyMap<string, Changes>>(new Map())

const keyText = ({ file, name }: StoryKey): string => `${file}#${name}`

/** All stories in the order of files. */
export const entries = computed((): (StoryKey & { entry: StoryEntry })[] =>
  (project.value?.files ?? []).flatMap(({ file, stories }) =>
    stories.map((entry) => ({ file, name: entry.name, entry })),
  ),
)

export const isSelected = ({ file, name }: StoryKey): boolean =>
  selected.value?.file === file && selected.value.name === name

/** Changes of the story that is looked at. */
export const changes = computed(
  (): Changes => (selected.value && allChanges.value.get(keyText(selected.value))) ?? noChanges,
)

const samePath = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name, i) => name === other[i])

/** Replaces the change of a path; without a value the sample is used again. */
function withChange(
  list: readonly ValueChange[],
  path: readonly string[],
  change: { value: unknown } | undefined,
): ValueChange[] {
  const others = list.filter((one) => !samePath(one.path, path))
  return change ? [...others, { path: [...path], value: change.value }] : others
}

function setChanges(next: Changes): void {
  if (!selected.value) return
  allChanges.value = new Map(allChanges.value).set(keyText(selected.value), next)
  load()
}

export function changeProp(path: readonly string[], change: { value: unknown } | undefined): void {
  setChanges({ ...changes.value, props: withChange(changes.value.props, path, change) })
}

export function changeContext(
  of: string,
  path: readonly string[],
  change: { value: unknown } | undefined,
): void {
  const { props, context } = changes.value
  setChanges({ props, context: { ...context, [of]: withChange(context[of] ?? [], path, change) } })
}

export const resetChanges = (): void => setChanges(noChanges)

/** The address of a story: the file, and the export. */
const hashOf = ({ file, name }: StoryKey): string =>
  `#${file.split('/').map(encodeURIComponent).join('/')}/${encodeURIComponent(name)}`

function keyIn(hash: string): StoryKey | undefined {
  try {
    const parts = hash.slice(1).split('/').map(decodeURIComponent)
    const name = parts.pop()
    return parts.length === 0 || name === undefined ? undefined : { file: parts.join('/'), name }
  } catch {
    return undefined
  }
}

/** Looks at a story. */
export function select(key: StoryKey): void {
  if (location.hash !== hashOf(key)) history.pushState(null, '', hashOf(key))
  open(key)
}

function open(key: StoryKey): void {
  if (isSelected(key)) return
  selected.value = { file: key.file, name: key.name }
  story.value = undefined
  failure.value = undefined
  load()
}

let isAsking = false
let isAskedAgain = false

/** Loads the story. Many changes at a time cause one request; the last of them is always seen. */
export function load(): void {
  if (!selected.value) return
  isLoading.value = true
  if (isAsking) {
    isAskedAgain = true
    return
  }
  isAsking = true
  void ask().finally(() => {
    isAsking = false
    if (isAskedAgain) {
      isAskedAgain = false
      load()
    } else isLoading.value = false
  })
}

async function ask(): Promise<void> {
  const key = selected.value!
  const { props, context } = changes.value
  try {
    const answer = await readStory({
      ...key,
      locale: locale.value,
      all: allLocales.value,
      props: [...props],
      context: Object.fromEntries(Object.entries(context).map(([of, list]) => [of, [...list]])),
    })
    if (!isSelected(key)) return
    if ('story' in answer) story.value = answer.story
    failure.value = 'failure' in answer ? answer.failure : undefined
  } catch (error) {
    if (!isSelected(key)) return
    const message = error instanceof Error ? error.message : String(error)
    failure.value = { severity: 'error', name: 'Error', message, problems: [], stack: [] }
  }
}

function putFiles(changed: readonly FileView[]): void {
  if (!project.value) return
  const names = new Set(changed.map(({ file }) => file))
  const others = project.value.files.filter(({ file }) => !names.has(file))
  const files = [...others, ...changed].sort((one, other) => (one.file < other.file ? -1 : 1))
  project.value = { ...project.value, files }
  selectFirst()
}

/** Something is looked at as soon as there is a story. */
function selectFirst(): void {
  if (selected.value) return
  const first = keyIn(location.hash) ?? entries.value[0]
  if (!first) return
  history.replaceState(null, '', hashOf(first))
  open(first)
}

const tree = new Followed()

/** Loads everything, and tries again until it works. */
async function begin(): Promise<void> {
  try {
    const isLast = await tree.load(readProject, (whole) => {
      project.value = whole
    })
    if (!isLast) return
    isConnected.value = true
    if (selected.value) load()
    else selectFirst()
  } catch {
    setTimeout(() => void begin(), PAUSE)
  }
}

/** Follows the server. */
export function follow(): void {
  const events = new EventSource(`${BASE}/events`)
  events.onopen = () => void begin()
  events.onerror = () => {
    isConnected.value = false
  }
  const on = <E extends keyof PreviewEvents>(name: E, listener: (data: PreviewEvents[E]) => void) =>
    events.addEventListener(name, ({ data }: MessageEvent<string>) =>
      listener(JSON.parse(data) as PreviewEvents[E]),
    )
  on('files', (files) => tree.change(() => putFiles(files)))
  on('removed', ({ file }) => {
    tree.change(() => {
      if (!project.value) return
      const files = project.value.files.filter((one) => one.file !== file)
      project.value = { ...project.value, files }
    })
    if (selected.value?.file === file) load()
  })
  on('changed', ({ files }) => {
    if (selected.value && files.includes(selected.value.file)) load()
  })
  addEventListener('popstate', () => {
    const key = keyIn(location.hash)
    if (key) open(key)
  })
  let isFirst = true
  effect(() => {
    const look = [locale.value, allLocales.value]
    if (!isFirst && look.length > 0) untracked(load)
    isFirst = false
  })
}
