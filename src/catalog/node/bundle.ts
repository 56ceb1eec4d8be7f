/** Bundles story files in one pass: loading hundreds of files one by one takes seconds. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import type * as Vite from 'vite'
import { CatalogError } from '../errors.js'
import { Imports } from './imports.js'
import { isRunning } from './is-running.js'
import { stackMapper, type StackMapper } from './stack-mapper.js'
import { keepingNames } from './keeping-names.js'
import { withSourceUrls } from './source-urls.js'
import { majorOf, viteOptions } from './vite-options.js'

/** What a story file exports, loaded when it is called. */
export type ModuleLoader = () => Promise<Record<string, unknown>>

/** An error in the source of a story or of what it imports. */
export interface BuildError {
  message: string
  /** Absolute path. */
  file: string | undefined
  /** From 1. */
  line: number | undefined
  /** From 1. */
  column: number | undefined
  /** Absolute paths of the files that were left out because of it. */
  leftOut: string[]
}

/** What could be bundled. */
export interface Bundle {
  /** By the absolute path of the file. */
  loaders: Map<string, ModuleLoader>
  errors: BuildError[]
  /** Gives a stack of the bundle the positions of the sources. */
  mapped: StackMapper
}

/** Source files cannot be compiled. */
class BuildFailure extends Error {
  readonly errors: readonly BuildError[]

  constructor(errors: readonly BuildError[]) {
    super(errors.map(({ message }) => message).join('\n'))
    this.errors = errors
  }
}

const entry = 'virtual:fukidashi-stories'

/** A module that imports each file when asked to. */
function entryPlugin(files: readonly string[]): Vite.Plugin {
  const loaders = files.map((file) => `() => import(${JSON.stringify(file)})`)
  return {
    name: 'fukidashi-stories',
    resolveId: (id) => (id === entry ? `\0${entry}` : undefined),
    load: (id) =>
      id === `\0${entry}` ? `export const loaders = [${loaders.join(',\n')}]` : undefined,
  }
}

function configOf(
  root: string,
  files: readonly string[],
  vite: typeof Vite,
  plugins: readonly Vite.Plugin[],
): Vite.InlineConfig {
  const base = viteOptions(vite.version)
  const isRolldown = majorOf(vite.version) >= 8
  // Since Vite 8 one file can hold modules that are evaluated only when they are imported.
  const input = isRolldown
    ? { rolldownOptions: { input: entry, output: { codeSplitting: false, keepNames: true } } }
    : { rollupOptions: { input: entry } }
  return {
    ...base,
    root,
    plugins: [
      base.plugins,
      entryPlugin(files),
      isRolldown ? undefined : keepingNames(vite),
      withSourceUrls,
      ...plugins,
    ],
    build: {
      ssr: true,
      write: false,
      minify: false,
      sourcemap: 'inline',
      // Source maps have paths relative to it: it is as deep as the folder of the bundle.
      outDir: join(homeOf(root), 'stories'),
      target: 'node20',
      copyPublicDir: false,
      ...input,
    },
  }
}

/** The nearest folder from which the project's packages can be imported. */
function homeOf(root: string): string {
  for (let folder = root; ; folder = dirname(folder)) {
    const modules = join(folder, 'node_modules')
    if (existsSync(modules)) return join(modules, '.fukidashi')
    if (dirname(folder) === folder) return join(root, '.fukidashi')
  }
}

/** Removes the folders of processes that were ended before they could do so. */
async function removeLeftovers(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const [, pid] = /^stories-(\d+)-/.exec(name) ?? []
    if (pid === undefined || isRunning(Number(pid))) continue
    await rm(join(home, name), { recursive: true, force: true })
  }
}

async function buildFiles(
  root: string,
  files: readonly string[],
  plugins: readonly Vite.Plugin[] = [],
) {
  const vite = await import('vite').catch((cause: unknown) => {
    throw new CatalogError(
      'peer_missing',
      'Stories and other modules are loaded by Vite, which is not installed: npm install -D vite',
      { cause },
    )
  })
  try {
    const result = await vite.build(configOf(root, files, vite, plugins))
    if (!('output' in result)) throw new TypeError('Vite built something else than one bundle')
    return result.output
  } catch (error) {
    throw new BuildFailure(buildErrors(error))
  }
}

type Output = Awaited<ReturnType<typeof buildFiles>>

/** Builds the files that can be compiled. Those that cannot, or that import a broken file, are left out. */
async function buildCompilable(
  root: string,
  files: readonly string[],
): Promise<{ output: Output | undefined; built: readonly string[]; errors: BuildError[] }> {
  const errors: BuildError[] = []
  const imports = new Imports()
  let built: readonly string[] = files
  // The first time nothing is recorded: most builds succeed.
  let plugins: Vite.Plugin[] = []
  while (built.length > 0)
    try {
      return { output: await buildFiles(root, built, plugins), built, errors }
    } catch (error) {
      if (!(error instanceof BuildFailure)) throw error
      if (plugins.length === 0 && built.length > 1) {
        plugins = [imports.plugin()]
        continue
      }
      const failed = error.errors.map((one) => ({
        ...one,
        leftOut: built.filter((file) => one.file === file || imports.reach(file, one.file)),
      }))
      // If no error has a place, nothing says which file causes it.
      if (failed.every(({ leftOut }) => leftOut.length === 0))
        for (const one of failed) one.leftOut = [...built]
      addErrors(errors, failed)
      const out = new Set(failed.flatMap(({ leftOut }) => leftOut))
      built = built.filter((file) => !out.has(file))
    }
  return { output: undefined, built, errors }
}

/** Adds errors. One that another build found too is the same error, for more files. */
function addErrors(errors: BuildError[], others: readonly BuildError[]): void {
  for (const one of others) {
    const same = errors.find(
      ({ message, file, line }) =>
        message === one.message && file === one.file && line === one.line,
    )
    if (same) same.leftOut = [...same.leftOut, ...one.leftOut]
    else errors.push(one)
  }
}

/**
 * Bundles files and gives a loader for each that can be compiled. The bundle is a temporary file below `node_modules`.
 *
 * @param root - absolute path of the project
 * @param files - absolute paths
 * @throws {CatalogError} `peer_missing`
 */
export async function bundle(root: string, files: readonly string[]): Promise<Bundle> {
  const { output, built, errors } = await buildCompilable(root, files)
  const { loaders, mapped } = output
    ? await loadersOf(root, output)
    : { loaders: [], mapped: (stack: string) => stack }
  // Compilers find errors in any order.
  for (const { leftOut } of errors) leftOut.sort()
  errors.sort((a, b) => files.indexOf(a.leftOut[0]!) - files.indexOf(b.leftOut[0]!))
  return { loaders: new Map(built.map((file, i) => [file, loaders[i]!])), errors, mapped }
}

/** Writes the bundle, imports it, and removes it. */
async function loadersOf(
  root: string,
  output: Output,
): Promise<{ loaders: ModuleLoader[]; mapped: StackMapper }> {
  const home = homeOf(root)
  await mkdir(home, { recursive: true })
  await removeLeftovers(home)
  const folder = await mkdtemp(join(home, `stories-${process.pid}-`))
  try {
    await Promise.all(
      output.map(async (part) => {
        const path = join(folder, part.fileName)
        await mkdir(dirname(path), { recursive: true })
        await writeFile(path, part.type === 'chunk' ? part.code : part.source)
      }),
    )
    // Also where the project's package.json says that .js files are CommonJS.
    await writeFile(join(folder, 'package.json'), '{"type":"module"}')
    const main = output.find((part) => part.type === 'chunk' && part.isEntry)!
    const module = (await import(pathToFileURL(join(folder, main.fileName)).href)) as {
      loaders: ModuleLoader[]
    }
    const chunks = output.filter((part) => part.type === 'chunk')
    const mapped = stackMapper(new Map(chunks.map((one) => [join(folder, one.fileName), one])))
    if (output.length === 1) return { loaders: module.loaders, mapped }
    // Chunks are read before the folder is removed; an error is kept for the loader that asks for it.
    const loaded = module.loaders.map((load) => load())
    await Promise.allSettled(loaded)
    return { loaders: loaded.map((promise) => () => promise), mapped }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** An error as Rolldown and Rollup report it (`message`, `loc`), or as esbuild does (`text`, `location`). Columns are from 0. */
interface CompilerError {
  message?: string
  text?: string
  id?: string
  loc?: ErrorPlace
  location?: ErrorPlace | null
}

interface ErrorPlace {
  file?: string
  line?: number
  column?: number
}

/** The errors of a build: one, or several with the file that they are in. */
export function buildErrors(error: unknown): BuildError[] {
  const { errors, id } = error as { errors?: unknown; id?: string }
  const list = Array.isArray(errors) && errors.length > 0 ? errors : [error]
  return list.map((one: CompilerError): BuildError => {
    const text = stripVTControlCharacters(one.message ?? one.text ?? 'an error without a message')
    const place = one.loc ?? one.location ?? {}
    // Errors of Vite's own plugins name the place in the frame only.
    const [, shown, line, column] = /\[ (\S+):(\d+):(\d+) \]/.exec(text) ?? []
    const file = place.file ?? one.id ?? shown ?? id
    return {
      message: headOf(text),
      file: file === undefined ? undefined : resolve(file),
      line: place.line ?? (line === undefined ? undefined : Number(line)),
      column:
        place.column !== undefined
          ? place.column + 1
          : column === undefined
            ? undefined
            : Number(column),
      leftOut: [],
    }
  })
}

/** The message without the name of the plugin and without the code frame. */
const headOf = (message: string): string =>
  (message.split(/\n\s*(?:[╭│┌]|\d+\s*[│|]|at |file: )/)[0] ?? message)
    .replace(/^\[[\w:-]+\] /, '')
    .trim()
