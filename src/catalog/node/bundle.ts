/** Bundles story files in one pass: loading hundreds of files one by one takes seconds. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import type { InlineConfig, Plugin } from 'vite'
import { CatalogError } from '../errors.js'
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
}

/** Source files cannot be compiled. */
export class BuildFailure extends Error {
  readonly errors: readonly BuildError[]

  constructor(errors: readonly BuildError[]) {
    super(errors.map(({ message }) => message).join('\n'))
    this.errors = errors
  }
}

const entry = 'virtual:fukidashi-stories'

/** A module that imports each file when asked to. */
function entryPlugin(files: readonly string[]): Plugin {
  const loaders = files.map((file) => `() => import(${JSON.stringify(file)})`)
  return {
    name: 'fukidashi-stories',
    resolveId: (id) => (id === entry ? `\0${entry}` : undefined),
    load: (id) =>
      id === `\0${entry}` ? `export const loaders = [${loaders.join(',\n')}]` : undefined,
  }
}

function configOf(root: string, files: readonly string[], version: string): InlineConfig {
  const base = viteOptions(version)
  // Since Vite 8 one file can hold modules that are evaluated only when they are imported.
  const input =
    majorOf(version) >= 8
      ? { rolldownOptions: { input: entry, output: { codeSplitting: false } } }
      : { rollupOptions: { input: entry } }
  return {
    ...base,
    root,
    ssr: { ...base.ssr, external: ['fukidashi'] },
    plugins: [base.plugins, entryPlugin(files), withSourceUrls],
    build: {
      ssr: true,
      write: false,
      minify: false,
      sourcemap: 'inline',
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

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // It runs, as another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function buildFiles(root: string, files: readonly string[]) {
  const { build, version } = await import('vite').catch((cause: unknown) => {
    throw new CatalogError(
      'peer_missing',
      'Stories are loaded by Vite, which is not installed: npm install -D vite',
      { cause },
    )
  })
  try {
    const result = await build(configOf(root, files, version))
    if (!('output' in result)) throw new TypeError('Vite built something else than one bundle')
    return result.output
  } catch (error) {
    throw new BuildFailure(buildErrors(error))
  }
}

/**
 * Bundles files and gives a loader for each, in the same order. The bundle is a temporary file below `node_modules`.
 *
 * @param root - absolute path of the project
 * @param files - absolute paths
 * @throws {BuildFailure} when the sources cannot be compiled
 * @throws {CatalogError} `peer_missing`
 */
export async function bundle(root: string, files: readonly string[]): Promise<ModuleLoader[]> {
  const output = await buildFiles(root, files)
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
    if (output.length === 1) return module.loaders
    // Chunks are read before the folder is removed; an error is kept for the loader that asks for it.
    const loaded = module.loaders.map((load) => load())
    await Promise.allSettled(loaded)
    return loaded.map((promise) => () => promise)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Errors of Rolldown (a list in `errors`) and of Rollup and esbuild (one). */
function buildErrors(error: unknown): BuildError[] {
  const { errors } = error as { errors?: unknown }
  const list = Array.isArray(errors) && errors.length > 0 ? errors : [error]
  return list.map((one) => {
    const { message, loc, id } = one as {
      message?: string
      id?: string
      loc?: { file?: string; line?: number; column?: number }
    }
    const text = stripVTControlCharacters(message ?? String(one))
    // Errors of Vite's own plugins name the place in the frame only.
    const [, shown, line, column] = /\[ (\S+):(\d+):(\d+) \]/.exec(text) ?? []
    return {
      message: headOf(text),
      file: loc?.file ?? id ?? (shown === undefined ? undefined : resolve(shown)),
      line: loc?.line ?? (line === undefined ? undefined : Number(line)),
      column:
        loc?.column !== undefined
          ? loc.column + 1
          : column === undefined
            ? undefined
            : Number(column),
    }
  })
}

/** The message without the name of the plugin and without the code frame. */
const headOf = (message: string): string =>
  (message.split(/\n\s*(?:[╭│┌]|\d+\s*[│|]|at )/)[0] ?? message).replace(/^\[[\w:-]+\] /, '').trim()
