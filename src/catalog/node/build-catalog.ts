/** `fukidashi build`: writes the catalog as JSON, for services in other languages. */
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isJpeg } from '../../common/image-header.js'
import { CatalogError } from '../errors.js'
import { checkStories, type CheckStoriesOptions, type StoryResult } from './check-stories.js'
import { type Finding, findingOfFailure, findingsOf } from './findings.js'
import { defaultPatterns, type LoadedStory, loadStories } from './load-stories.js'
import { countErrors, type Report } from './report/index.js'
import { declarationsOf, type Manifest, type ManifestStory } from './manifest.js'

/** Options of {@link buildCatalog}. */
export interface BuildOptions extends CheckStoriesOptions {
  /** Absolute path of the project. */
  root: string
  /** Absolute path of the folder that is written. It is replaced as a whole. */
  out: string
  /** Globs and paths of story files; all story files by default. */
  patterns?: readonly string[]
}

/** The result of {@link buildCatalog}. */
export interface BuiltCatalog {
  report: Report
  /** `undefined` if nothing was written, because stories have errors. */
  manifest: Manifest | undefined
}

/** Characters that no file system refuses; others become `-`. Letters of all scripts stay. */
const fileNameOf = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}._-]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '') || 'story'

/** The path of a story's file below its locale: the levels of its title are folders. Unique without regard to case. */
function pathsOf(stories: readonly LoadedStory[]): Map<LoadedStory, string> {
  const taken = new Set<string>()
  const paths = new Map<LoadedStory, string>()
  for (const loaded of stories) {
    const base = [...loaded.story.title.split('/'), loaded.name].map(fileNameOf).join('/')
    let path = base
    for (let i = 2; taken.has(path.toLowerCase()); i++) path = `${base}-${i}`
    taken.add(path.toLowerCase())
    paths.set(loaded, path)
  }
  return paths
}

/**
 * Renders all stories and writes them: `<locale>/<title>/<name>.json` (chats as `.txt`), `manifest.json` and `catalog.d.ts`. Nothing is
 * written if a story has an error.
 *
 * @throws {CatalogError} `peer_missing` without Vite; `folder_occupied` if the folder has other files
 */
export async function buildCatalog({
  root,
  out,
  patterns = defaultPatterns,
  ...options
}: BuildOptions): Promise<BuiltCatalog> {
  await checkFolder(out)
  const loaded = await loadStories(root, patterns)
  const results = await checkStories(loaded.stories, options)
  const findings: Finding[] = [
    ...loaded.failures.map(findingOfFailure),
    ...results.flatMap((result) => findingsOf(result, root)),
  ]
  const report: Report = { root, results, files: [], findings }
  if (countErrors(findings) > 0 || results.length === 0) return { report, manifest: undefined }
  const paths = pathsOf(loaded.stories)
  const manifest = manifestOf(loaded.stories, paths, results)
  await replaceFolder(out, (folder) => writeCatalog(folder, manifest, results, paths))
  return { report, manifest }
}

/** The path of a picture, beside the JSON of its menu. */
const picturePath = (
  { story, locale }: StoryResult,
  bytes: Uint8Array,
  paths: ReadonlyMap<LoadedStory, string>,
): string => `${locale}/${paths.get(story)!}.${isJpeg(bytes) ? 'jpg' : 'png'}`

const extensionOf = ({ story }: LoadedStory): string => (story.kind === 'chat' ? '.txt' : '.json')

function manifestOf(
  stories: readonly LoadedStory[],
  paths: ReadonlyMap<LoadedStory, string>,
  results: readonly StoryResult[],
): Manifest {
  const locales = [...new Set(stories.flatMap(({ story }) => [...story.locales]))]
  return {
    version: 1,
    locales,
    stories: stories.map((loaded): ManifestStory => {
      const { id, name, story } = loaded
      const { title, kind, endpoint, to } = story
      const path = paths.get(loaded)! + extensionOf(loaded)
      const pictures = results.flatMap((result) =>
        result.story === loaded && result.picture
          ? [[result.locale, picturePath(result, result.picture, paths)]]
          : [],
      )
      return {
        id,
        title,
        name,
        kind,
        ...(endpoint !== undefined && { endpoint }),
        ...(to !== undefined && { to }),
        files: Object.fromEntries(story.locales.map((locale) => [locale, `${locale}/${path}`])),
        ...(pictures.length > 0 && {
          pictures: Object.fromEntries(pictures) as Record<string, string>,
        }),
      }
    }),
  }
}

async function writeCatalog(
  folder: string,
  manifest: Manifest,
  results: readonly StoryResult[],
  paths: ReadonlyMap<LoadedStory, string>,
): Promise<void> {
  const files = results.map(
    ({ story, locale, output }): [path: string, content: string | Uint8Array] => [
      join(folder, locale, paths.get(story)! + extensionOf(story)),
      typeof output === 'string' ? `${output}\n` : `${JSON.stringify(output, null, 2)}\n`,
    ],
  )
  for (const result of results)
    if (result.picture)
      files.push([join(folder, picturePath(result, result.picture, paths)), result.picture])
  files.push(
    [join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`],
    [join(folder, 'catalog.d.ts'), declarationsOf(manifest)],
  )
  await Promise.all(
    [...new Set(files.map(([path]) => dirname(path)))].map((path) =>
      mkdir(path, { recursive: true }),
    ),
  )
  for (let i = 0; i < files.length; i += 64)
    await Promise.all(files.slice(i, i + 64).map(([path, content]) => writeFile(path, content)))
}

/**
 * Refuses a folder with files that this command did not write: replacing it would delete them.
 * @throws {CatalogError} `folder_occupied`
 */
async function checkFolder(out: string): Promise<void> {
  let names: string[]
  try {
    names = await readdir(out)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw new CatalogError('folder_occupied', `${out} is not a folder.`, { cause: error })
  }
  const isBuilt = names.includes('manifest.json') && names.includes('catalog.d.ts')
  if (names.length > 0 && !isBuilt)
    throw new CatalogError(
      'folder_occupied',
      `${out} has files that fukidashi build did not write; it would delete them. Use an empty or a new folder.`,
    )
}

/** Writes beside the folder first, so that a full disk or an interruption leaves the old one whole. */
async function replaceFolder(out: string, write: (folder: string) => Promise<void>): Promise<void> {
  const fresh = `${out}.${process.pid}.new`
  const old = `${out}.${process.pid}.old`
  try {
    await mkdir(fresh, { recursive: true })
    await write(fresh)
    await rename(out, old).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    })
    await rename(fresh, out)
  } finally {
    await rm(fresh, { recursive: true, force: true })
    await rm(old, { recursive: true, force: true })
  }
}
