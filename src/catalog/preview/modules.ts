/** Loads modules of the project, and knows which of them a changed file affects. */
import type { RunnableDevEnvironment, ViteDevServer } from 'vite'
import { majorOf, viteOptions } from '../node/vite-options.js'
import { importVite } from './parser.js'
import { samePath } from './paths.js'
import { WatchGate } from './watch-gate.js'

/** Exports of a module. */
export type Exports = Readonly<Record<string, unknown>>

/** What happened to files, by their path. */
export type FileChange = 'add' | 'change' | 'unlink'

/** Part of Vite's record of a module that has run. */
interface RunModule {
  readonly id: string
  readonly file: string
  readonly importers: ReadonlySet<string>
  readonly imports: ReadonlySet<string>
}

/** Files that say how others are compiled. */
const isConfiguration = (path: string): boolean =>
  /\/(?:[tj]sconfig(?:\.[\w-]+)?|package)\.json$/.test(path)

/** Modules of a project, loaded when they are asked for. */
export class Modules {
  readonly #server: ViteDevServer
  readonly #environment: RunnableDevEnvironment
  readonly #gate: WatchGate

  private constructor(server: ViteDevServer, environment: RunnableDevEnvironment, gate: WatchGate) {
    this.#server = server
    this.#environment = environment
    this.#gate = gate
  }

  /**
   * @param root - absolute path of the project
   * @throws {CatalogError} `peer_missing`
   */
  static async create(root: string): Promise<Modules> {
    const { createServer, isRunnableDevEnvironment, version } = await importVite()
    const gate = new WatchGate()
    const server = await createServer({
      ...viteOptions(version),
      root,
      appType: 'custom',
      optimizeDeps: { noDiscovery: true, include: [] },
      server: { middlewareMode: true, hmr: false, ws: false, watch: { ignored: gate.ignores } },
    })
    const environment = server.environments['ssr']
    if (!environment || !isRunnableDevEnvironment(environment))
      throw new Error('This version of Vite cannot run modules. Install Vite 6 or newer.')
    if (majorOf(version) >= 8) await resolveLazily(environment)
    return new Modules(server, environment, gate)
  }

  /** Runs a module, unless it has run since the last change of a file that it imports. */
  load(file: string): Promise<Exports> {
    return this.#environment.runner.import<Exports>(file)
  }

  /** Calls back with every file of the project that changes, with slashes, once {@link startWatching} was called. */
  watch(changed: (path: string, change: FileChange) => void): void {
    this.#server.watcher.on('all', (event, path) => {
      if (event === 'add' || event === 'change' || event === 'unlink')
        changed(samePath(path), event)
    })
  }

  /**
   * Watches the files of the project from now on.
   *
   * @param ready - called when all files are watched; what has changed before was not reported. Called several times
   */
  startWatching(ready: () => void): Promise<void> {
    return this.#gate.open(this.#server.watcher, ready)
  }

  /** Reports a change that was not watched, also to Vite, which remembers what it did not find. */
  report(path: string, change: FileChange): void {
    const { watcher } = this.#server
    watcher.emit(change, path)
    watcher.emit('all', change, path)
  }

  /** Files of all modules that were loaded. */
  get files(): string[] {
    return [...this.#environment.moduleGraph.fileToModulesMap.keys()]
  }

  /** Watches a file outside the project. */
  watchFile(path: string): void {
    this.#server.watcher.add(path)
  }

  /**
   * Forgets the modules of changed files and all that import them. They run again when they are asked for.
   *
   * @returns the files of these modules
   */
  forget(paths: Iterable<string>): Set<string> {
    const { evaluatedModules } = this.#environment.runner
    const affected = new Set<string>()
    const next: RunModule[] = []
    for (const path of paths) {
      if (isConfiguration(path)) this.forgetAll()
      for (const file of spellings(path)) {
        this.#environment.moduleGraph.onFileChange(file)
        next.push(...(evaluatedModules.getModulesByFile(file) ?? []))
      }
    }
    const seen = new Set<RunModule>(next)
    for (const module of next) {
      affected.add(samePath(module.file))
      for (const id of module.importers) {
        const importer = evaluatedModules.getModuleById(id)
        // One that no longer imports it, or that has to run again in any case.
        if (!importer?.imports.has(module.id) || seen.has(importer)) continue
        seen.add(importer)
        next.push(importer)
      }
    }
    for (const { id } of seen)
      evaluatedModules.invalidateModule(evaluatedModules.getModuleById(id)!)
    return affected
  }

  /** Forgets what modules have exported, so that all run again when they are asked for. */
  forgetRuns(): void {
    this.#environment.runner.clearCache()
  }

  /** Forgets all modules, also how they are compiled. */
  forgetAll(): void {
    this.#environment.moduleGraph.invalidateAll()
    this.forgetRuns()
  }

  close(): Promise<void> {
    return this.#server.close()
  }
}

/** Drive letters of Windows in both cases: which of them Vite has depends on the shell. */
function spellings(path: string): string[] {
  const lower = path.replace(/^[A-Z]:/, (drive) => drive.toLowerCase())
  return lower === path ? [path] : [path, lower]
}

/**
 * Delays what Vite prepares for `import.meta.resolve` until a module calls it: in Node 20 it starts a thread, which takes as long as all
 * else that the first module needs.
 */
async function resolveLazily({ runner }: RunnableDevEnvironment): Promise<void> {
  const { createDefaultImportMeta } = await import('vite/module-runner')
  const { options } = runner
  const { createImportMeta } = options
  if (!createImportMeta) return
  options.createImportMeta = (path) => ({
    ...createDefaultImportMeta(path),
    main: false,
    resolve: (id, parent) => (createImportMeta(path) as ImportMeta).resolve(id, parent),
  })
}
