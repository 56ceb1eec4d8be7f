/** A running preview: the tree, its stories, and what happens when files change. */
import { statSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { redactor } from '../../emulator/node/page-server.js'
import { isStory } from '../story.js'
import { failureView } from './failure.js'
import { type Exports, type FileChange, Modules } from './modules.js'
import { createParser } from './parser.js'
import { samePath } from './paths.js'
import { renderStory } from './render-story.js'
import { type Receivers, send } from './send.js'
import { StoryTree, type TreeChange } from './story-tree.js'
import type {
  PreviewEvents,
  ProjectView,
  SendAnswer,
  SendRequest,
  StoryAnswer,
  StoryRequest,
} from './view.js'

/** Milliseconds in which changes of files are one change: editors write several at once, and in several steps. */
const PAUSE = 15

/** Stories that are rendered at once, and that wait. */
const MOST_AT_ONCE = 4
const MOST_WAITING = 64

/** Milliseconds after which a change is reported although there was one just before. */
const UNREPORTED = 80

/** Changes whenever a file does; empty if there is none. */
function stampOf(path: string): string {
  try {
    const { mtimeMs, size } = statSync(path)
    return `${mtimeMs} ${size}`
  } catch {
    return ''
  }
}

/** Milliseconds after which files are watched although no story was looked at. */
const IDLE = 1_000

/** Times that a file is loaded again because others change meanwhile. */
const MOST_TIMES = 5

/** Sources, which may be story files. */
const isSource = (path: string): boolean => /\.[cm]?[jt]sx?$/.test(path)

/** Options of {@link Session}. */
export interface SessionOptions {
  /** Absolute path of the project. */
  root: string
  /** Globs of story files. */
  patterns: readonly string[]
  /** Name of the project. */
  name: string
  receivers: Receivers
  /** Milliseconds that a story may take to load, and in each locale. */
  timeout: number
  /** Runs around code of the project. */
  around?: ((run: () => Promise<StoryAnswer>) => Promise<StoryAnswer>) | undefined
}

type Listener = <E extends keyof PreviewEvents>(event: E, data: PreviewEvents[E]) => void

export class Session {
  readonly #started = Date.now()
  readonly #options: SessionOptions
  readonly #modules: Promise<Modules>
  readonly #tree: StoryTree
  /** The first files are read. */
  readonly #scanned: Promise<unknown>
  /** All files are read. */
  readonly #whole: Promise<unknown>
  readonly #redact: (text: string) => string
  readonly #listeners = new Set<Listener>()
  /** Absolute paths of story files that could not be loaded. */
  readonly #failed = new Set<string>()
  /** Story files by the JSON files that their stories read. */
  readonly #readers = new Map<string, Set<string>>()
  readonly #changes = new Map<string, FileChange>()
  /** When files had changed that were not watched yet. */
  readonly #caught = new Map<string, number>()
  /** Files that have changed while others were loaded. */
  readonly #latest: string[] = []
  #loading = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #isClosed = false
  #running = 0
  readonly #waiting: (() => void)[] = []
  readonly #idlers: (() => void)[] = []

  constructor(options: SessionOptions) {
    const { root, patterns, receivers } = options
    this.#options = options
    this.#redact = redactor(receivers.line ? [receivers.line.channelAccessToken] : [])
    const parser = createParser()
    this.#tree = new StoryTree(root, patterns, parser)
    this.#scanned = parser.then(async () => {
      this.#tree.find()
      await this.#tree.readNext()
    })
    this.#whole = this.#scanned.then(() => this.#readRest())
    this.#modules = this.#createModules(root)
    // Requests get the error.
    for (const promise of [parser, this.#whole, this.#modules]) promise.catch(() => undefined)
  }

  /** Resolves when the whole tree is known. @throws {CatalogError} `peer_missing` */
  async ready(): Promise<{ stories: number; files: number }> {
    await this.#whole
    const { files } = this.#tree
    return { files: files.length, stories: files.flatMap(({ stories }) => stories).length }
  }

  /** The project. Of a large one, further files follow as events. */
  async project(): Promise<ProjectView> {
    await this.#scanned
    const { name, receivers } = this.#options
    return {
      name,
      files: this.#tree.files,
      receivers: { emulator: receivers.emulator, line: receivers.line !== undefined },
    }
  }

  /** A story, or why there is none. */
  async story(request: StoryRequest): Promise<StoryAnswer> {
    await this.#turn()
    try {
      const run = () => this.#story(request)
      const { around } = this.#options
      return await (around ? around(run) : run())
    } catch (error) {
      return { failure: failureView(error, this.#options.root, this.#redact) }
    } finally {
      this.#running--
      this.#waiting.shift()?.()
      for (const resolve of this.#idlers.splice(0)) resolve()
      void this.#modules.then((modules) => this.#startWatching(modules)).catch(() => undefined)
    }
  }

  /** Forgets everything that has run, such as texts that a module has read. */
  async reload(): Promise<void> {
    const modules = await this.#modules
    modules.forgetAll()
    await this.#findNew()
    this.#emit('changed', { files: this.#tree.files.map(({ file }) => file) })
  }

  /** @throws {Error} with the reason, without secrets */
  async send(request: SendRequest): Promise<SendAnswer> {
    try {
      return await send(request, this.#options.receivers)
    } catch (error) {
      throw new Error(this.#redact(error instanceof Error ? error.message : String(error)))
    }
  }

  /** Calls back with every event. Returns a function that removes the listener. */
  watch(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#timer)
    await (await this.#modules).close()
  }

  async #createModules(root: string): Promise<Modules> {
    const modules = await Modules.create(root)
    modules.watch((path, change) => this.#note(modules, path, change))
    setTimeout(() => this.#startWatching(modules), IDLE).unref()
    return modules
  }

  /** Watches files, once the first story is there. */
  #startWatching(modules: Modules): void {
    if (this.#isClosed || this.#running > 0) return
    const ready = () => void this.#whole.then(() => this.#catchUp(modules)).catch(() => undefined)
    void modules.startWatching(ready)
  }

  #note(modules: Modules, path: string, change: FileChange): void {
    if (this.#isClosed) return
    this.#changes.set(path, change)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#flush(modules), PAUSE)
  }

  /** Looks at changed files once more: of two changes within 50 ms, watchers report the first only. */
  #lookAgain(modules: Modules, stamps: ReadonlyMap<string, string>): void {
    const timer = setTimeout(() => {
      for (const [path, stamp] of stamps) {
        const now = stampOf(path)
        if (now !== stamp) this.#note(modules, path, now === '' ? 'unlink' : 'change')
      }
    }, UNREPORTED)
    timer.unref()
  }

  /** Finds what has changed before files were watched. */
  async #catchUp(modules: Modules): Promise<void> {
    const paths = new Set([
      ...this.#tree.files.map(({ file }) => this.#tree.pathOf(file)),
      ...modules.files,
      ...this.#readers.keys(),
    ])
    for (const path of paths) {
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: 0 }))
      if (mtimeMs < this.#started || this.#caught.get(path) === mtimeMs) continue
      this.#caught.set(path, mtimeMs)
      modules.report(path, 'change')
    }
    // The file that was missing may be there now.
    for (const path of this.#failed) modules.report(path, 'add')
    await this.#findNew()
  }

  async #readAgain(file: string): Promise<void> {
    const change = await this.#tree.update(file)
    if (change) this.#emitTree(change)
  }

  /** Reads files that are new, and forgets those that are gone. */
  async #findNew(): Promise<void> {
    for (const change of this.#tree.find()) this.#emitTree(change)
    await this.#readRest()
  }

  /** Reads files whenever no story is rendered: the first story does not wait for the whole tree. */
  async #readRest(): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve))
      while (this.#running > 0) await this.#idle()
      const files = await this.#tree.readNext()
      if (!files) return
      if (files.length > 0) this.#emit('files', files)
    }
  }

  async #story(request: StoryRequest): Promise<StoryAnswer> {
    const { file, name } = request
    await this.#scanned
    const modules = await this.#modules
    if (!this.#tree.has(file)) throw new Error(`There is no story file ${file} any more.`)
    if (!this.#tree.isRead(file)) await this.#readAgain(file)
    const path = this.#tree.pathOf(file)
    const exports = await this.#loadLatest(modules, path)
    const change = this.#tree.learn(file, exports)
    if (change) this.#emitTree(change)
    const story = Object.hasOwn(exports, name) ? exports[name] : undefined
    if (!isStory(story)) throw new Error(`${file} exports no story ${name}.`)
    if (story.file !== undefined) this.#follow(modules, story.file, file)
    return { story: await renderStory(story, exports, request, this.#options) }
  }

  /** Loads a file. What changes meanwhile may have been read before the change or after it, so it is read again. */
  async #loadLatest(modules: Modules, path: string): Promise<Exports> {
    this.#loading++
    try {
      for (let i = 0; ; i++) {
        const seen = this.#latest.length
        const exports = await this.#load(modules, path)
        const changed = this.#latest.slice(seen)
        if (changed.length === 0 || i === MOST_TIMES) return exports
        if (!modules.forget(changed).has(samePath(path))) return exports
      }
    } finally {
      if (--this.#loading === 0) this.#latest.length = 0
    }
  }

  async #load(modules: Modules, path: string): Promise<Exports> {
    const { timeout } = this.#options
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        const why = 'Does it await something that never comes?'
        reject(new Error(`The file was not loaded after ${timeout} ms. ${why}`))
      }, timeout)
    })
    try {
      const exports = await Promise.race([modules.load(path), late])
      this.#failed.delete(samePath(path))
      return exports
    } catch (error) {
      this.#failed.add(samePath(path))
      throw error
    } finally {
      clearTimeout(timer)
    }
  }

  /** Renders a story again when the JSON file changes that it reads. */
  #follow(modules: Modules, data: string, file: string): void {
    const path = samePath(data.startsWith('file:') ? fileURLToPath(data) : data)
    const readers = this.#readers.get(path) ?? new Set()
    if (readers.size === 0) modules.watchFile(path)
    this.#readers.set(path, readers.add(file))
  }

  /** Handles the changes of files. */
  async #flush(modules: Modules): Promise<void> {
    const changes = new Map(this.#changes)
    this.#changes.clear()
    this.#lookAgain(modules, new Map([...changes.keys()].map((path) => [path, stampOf(path)])))
    const affected = modules.forget(changes.keys())
    if (this.#loading > 0) this.#latest.push(...changes.keys())
    const isNew = [...changes.values()].some((change) => change !== 'change')
    // While a file cannot be loaded, nothing says which change fixes it.
    if (this.#failed.size > 0) {
      if (isNew) modules.forgetAll()
      else modules.forgetRuns()
      for (const path of this.#failed) affected.add(path)
      this.#failed.clear()
    }
    const files = this.#tree.files.map(({ file }) => file)
    const changed = new Set(files.filter((file) => affected.has(samePath(this.#tree.pathOf(file)))))
    for (const path of changes.keys())
      for (const file of this.#readers.get(path) ?? []) changed.add(file)
    // First the stories: the page asks for one while the tree is read.
    if (changed.size > 0) this.#emit('changed', { files: [...changed] })
    for (const file of files)
      if (/^(?:change|add)$/.test(changes.get(samePath(this.#tree.pathOf(file))) ?? '')) {
        await this.#readAgain(file)
      }
    if (isNew && [...changes.keys()].some(isSource)) await this.#findNew()
  }

  #emitTree(change: TreeChange): void {
    if ('files' in change) this.#emit('files', change.files)
    else this.#emit('removed', { file: change.removed })
  }

  #emit<E extends keyof PreviewEvents>(event: E, data: PreviewEvents[E]): void {
    for (const listener of this.#listeners) listener(event, data)
  }

  /** Waits until a story is rendered. */
  #idle(): Promise<void> {
    return new Promise((resolve) => this.#idlers.push(resolve))
  }

  /** Waits until few enough stories are rendered. */
  async #turn(): Promise<void> {
    if (this.#running >= MOST_AT_ONCE) {
      if (this.#waiting.length >= MOST_WAITING)
        throw new Error('Too many stories are rendered at once. Try again.')
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
    this.#running++
  }
}
