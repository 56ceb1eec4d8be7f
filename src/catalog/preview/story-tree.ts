/** The stories of a project, as its files describe them. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findFiles } from '../node/load-stories.js'
import { isStory } from '../story.js'
import type { Exports } from './modules.js'
import { ParseError, type Parse } from './parser.js'
import { pathFrom } from './paths.js'
import { readStories } from './read-stories.js'
import type { FileView, StoryEntry } from './view.js'

/** Files that are read at once. */
const AT_ONCE = 32

/** The largest file that is read. */
const LARGEST_SOURCE = 2_000_000

/** What changed in the tree. */
export type TreeChange = { files: FileView[] } | { removed: string }

export class StoryTree {
  readonly #root: string
  readonly #patterns: readonly string[]
  readonly #parse: Promise<Parse>
  /** By the path from the project. */
  readonly #files = new Map<string, FileView>()
  #unread: string[] = []

  /**
   * @param root - absolute path of the project
   * @param patterns - globs of story files
   */
  constructor(root: string, patterns: readonly string[], parse: Promise<Parse>) {
    this.#root = root
    this.#patterns = patterns
    this.#parse = parse
  }

  /** All files, in the order of their paths. */
  get files(): FileView[] {
    return [...this.#files.values()].sort((one, other) => (one.file < other.file ? -1 : 1))
  }

  /** Whether it is a story file; it may not be read yet. */
  has(file: string): boolean {
    return this.#files.has(file) || this.#unread.includes(file)
  }

  /** Absolute path of a file in the tree. */
  pathOf = (file: string): string => (/^(?:\/|[A-Z]:\/)/.test(file) ? file : join(this.#root, file))

  /** Finds all files, and forgets those that are gone. New ones are read by {@link readNext}. */
  find(): TreeChange[] {
    const files = findFiles(this.#root, this.#patterns).map((path) => pathFrom(this.#root, path))
    const found = new Set(files)
    const changes: TreeChange[] = []
    for (const file of this.#files.keys())
      if (!found.has(file)) {
        this.#files.delete(file)
        changes.push({ removed: file })
      }
    this.#unread = files.filter((file) => !this.#files.has(file))
    return changes
  }

  /** Reads some of the files that were found. Nothing if all are read. */
  async readNext(): Promise<FileView[] | undefined> {
    // Those that were looked at are read already.
    this.#unread = this.#unread.filter((file) => !this.#files.has(file))
    const next = this.#unread.slice(0, AT_ONCE)
    if (next.length === 0) return undefined
    const read = await Promise.all(next.map((file) => this.#read(file)))
    this.#unread = this.#unread.filter((file) => !next.includes(file))
    return read.flatMap((view) => view ?? [])
  }

  isRead = (file: string): boolean => this.#files.has(file)

  /** Reads a file again. Nothing if it is the same as before for the tree. */
  async update(file: string): Promise<TreeChange | undefined> {
    const before = JSON.stringify(this.#files.get(file))
    const view = await this.#read(file)
    return view && JSON.stringify(view) !== before ? { files: [view] } : undefined
  }

  /** Takes over what a file exports, now that it has run. */
  learn(file: string, exports: Exports): TreeChange | undefined {
    const view = this.#files.get(file)
    if (!view) return undefined
    const stories = Object.entries(exports).flatMap(([name, story]): StoryEntry[] => {
      if (!isStory(story)) return []
      const { line = 1, column = 1 } = view.stories.find((one) => one.name === name) ?? {}
      return [{ name, title: story.title, line, column }]
    })
    // Names of a module are sorted by letters; people expect the order of the source.
    stories.sort((one, other) => one.line - other.line)
    if (JSON.stringify(stories) === JSON.stringify(view.stories)) return undefined
    const learnt = { ...view, stories }
    this.#files.set(file, learnt)
    return { files: [learnt] }
  }

  async #read(file: string): Promise<FileView | undefined> {
    const before = this.#files.get(file)
    let view: FileView
    try {
      const source = await readFile(this.pathOf(file), 'utf8')
      if (source.length > LARGEST_SOURCE) throw new ParseError('The file is too large.', undefined)
      const stories = await readStories(this.pathOf(file), source, await this.#parse)
      view = { file, stories: withKnownTitles(stories, before), isBroken: false }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      // Its stories stay in the tree, so that the one that is looked at comes back.
      view = { file, stories: before?.stories ?? [], isBroken: true }
    }
    this.#files.set(file, view)
    return view
  }
}

/** Titles that are no literals were found out when the file ran. */
const withKnownTitles = (stories: StoryEntry[], before: FileView | undefined): StoryEntry[] =>
  stories.map((story) =>
    story.title === undefined
      ? { ...story, title: before?.stories.find(({ name }) => name === story.name)?.title }
      : story,
  )
