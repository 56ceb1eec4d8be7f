/** Finds the story files of a project and loads their stories. */
import { readFile } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import { globSync } from 'tinyglobby'
import { thrownAt } from '../../emulator/node/page-server.js'
import { type AnyStory, storiesIn } from '../story.js'
import { type BuildError, bundle, type ModuleLoader } from './bundle.js'
import type { StackMapper } from './stack-mapper.js'
import { thrownPlace } from './thrown-place.js'

/** Story files, unless patterns are given. */
export const defaultPatterns: readonly string[] = ['**/*.messages.{tsx,ts,jsx,js,mts,mjs}']

/** So many files are named that were not checked because of an error in another. */
const shownFiles = 5

/** A place in a source file. */
export interface SourcePlace {
  /** Relative to the project, with slashes. */
  file: string
  /** From 1. */
  line: number
  /** From 1. */
  column: number
}

/** A story, and where it comes from. */
export interface LoadedStory {
  /** Title and export: `Shop/Item card/Normal`. Unique in a project. */
  id: string
  /** Name of the export; of a story of a group, its key. */
  name: string
  story: AnyStory
  place: SourcePlace
  /** Where in the project an error of the story was thrown, as problems name places: `/shop/src/price.ts:9:5`. */
  thrownAt: (error: unknown) => string | undefined
}

/** A file whose stories cannot be used. */
export interface LoadFailure {
  code: 'build_failed' | 'module_failed' | 'story_duplicate' | 'story_missing'
  message: string
  file: string
  line: number | undefined
  column: number | undefined
  /** Story files whose stories are missing because of it, relative to the project. */
  leftOut: string[]
}

/** The stories of a project. */
export interface LoadedStories {
  /** In the order of files and exports. */
  stories: LoadedStory[]
  failures: LoadFailure[]
  /** Files that match the patterns. */
  files: string[]
}

/**
 * Finds files, without those in `node_modules`, `dist` and hidden folders.
 *
 * @param root - absolute path
 * @returns absolute paths, sorted
 */
export const findFiles = (root: string, patterns: readonly string[]): string[] =>
  globSync(
    patterns.map((pattern) => pattern.replaceAll('\\', '/').replace(/^\.\//, '')),
    {
      cwd: root,
      absolute: true,
      ignore: ['**/node_modules/**', '**/dist/**'],
      expandDirectories: false,
    },
  ).sort()

/**
 * Loads all stories of the files that match.
 *
 * @param root - absolute path of the project
 * @throws {CatalogError} `peer_missing` without Vite
 */
export async function loadStories(
  root: string,
  patterns: readonly string[] = defaultPatterns,
): Promise<LoadedStories> {
  const paths = findFiles(root, patterns)
  const files = paths.map((path) => relative(root, path).replaceAll('\\', '/'))
  const loaded: LoadedStories = { stories: [], failures: [], files }
  if (paths.length === 0) return loaded
  const { loaders, errors, mapped } = await bundle(root, paths)
  loaded.failures.push(...errors.map((one) => buildFailure(root, one)))
  const ids = new Map<string, string>()
  for (const [i, path] of paths.entries()) {
    const load = loaders.get(path)
    if (load) await addStories(loaded, { root, path, file: files[i]!, load, mapped }, ids)
  }
  return loaded
}

function buildFailure(root: string, error: BuildError): LoadFailure {
  const { message, file, line, column, leftOut } = error
  const nameOf = (path: string) => relative(root, resolve(root, path)).replaceAll('\\', '/')
  const others = leftOut.filter((path) => path !== file).map(nameOf)
  const more = others.length > shownFiles ? ` and ${others.length - shownFiles} more` : ''
  return {
    code: 'build_failed',
    message:
      others.length === 0
        ? message
        : `${message}\nNot checked because of it: ${others.slice(0, shownFiles).join(', ')}${more}`,
    file: file === undefined ? '' : nameOf(file),
    line,
    column,
    leftOut: leftOut.map(nameOf),
  }
}

interface StoryFile {
  root: string
  /** Absolute. */
  path: string
  /** Relative to the project. */
  file: string
  load: ModuleLoader
  mapped: StackMapper
}

/**
 * Adds the stories of one file.
 * @param ids - the file of each story so far
 */
async function addStories(
  loaded: LoadedStories,
  { root, path, file, load, mapped }: StoryFile,
  ids: Map<string, string>,
): Promise<void> {
  const fail = (code: LoadFailure['code'], message: string, place?: Partial<SourcePlace>) =>
    loaded.failures.push({
      code,
      message,
      file: place?.file ?? file,
      line: place?.line,
      column: place?.column,
      leftOut: [file],
    })
  let module: Record<string, unknown>
  try {
    module = await load()
  } catch (error) {
    fail(
      'module_failed',
      error instanceof Error ? mapped(error.stack ?? error.message) : String(error),
      thrownAt(error, root, mapped),
    )
    return
  }
  const source = await readFile(path, 'utf8')
  const exported = Object.entries(module).flatMap(([name, value]) =>
    storiesIn(value).map(({ key, story }): LoadedStory => {
      const place = { file, ...placeOfExport(source, name) }
      return {
        id: `${story.title}/${key ?? name}`,
        name: key ?? name,
        story,
        place,
        thrownAt: (error) => thrownPlace(error, root, mapped),
      }
    }),
  )
  // Names of a module are sorted by letters; people expect the order of the source.
  exported.sort((a, b) => a.place.line - b.place.line)
  for (const one of exported) {
    const twin = ids.get(one.id)
    if (twin === undefined) {
      ids.set(one.id, file)
      loaded.stories.push(one)
    } else
      fail(
        'story_duplicate',
        `${one.id} also exists in ${twin}. Change the title or the name of the export.`,
        one.place,
      )
  }
  if (exported.length === 0)
    fail(
      'story_missing',
      'This file exports no story. Export what catalog.component(…).story(), catalog.chat(), catalog.json(), catalog.richMenus() or catalog.richMenu(…).story() returns.',
    )
}

/** Where a name is exported; the first line if it cannot be found. */
export function placeOfExport(source: string, name: string): { line: number; column: number } {
  const pattern =
    name === 'default'
      ? /^[ \t]*export\s+default\b/m
      : new RegExp(`^[ \\t]*export\\s+(?:const|let|var)\\s+${name.replaceAll('$', '\\$')}\\b`, 'm')
  const at = pattern.exec(source)
  if (!at) return { line: 1, column: 1 }
  const start = at.index + at[0].search(/\S/)
  const before = source.slice(0, start).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}
