/** `fukidashi build`: writes the catalog as JSON, for services in other languages. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { checkStories, type CheckStoriesOptions, type StoryResult } from './check-stories.js'
import { pathsOf } from './file-names.js'
import { type Finding, findingOfFailure, findingsOf } from './findings.js'
import { defaultPatterns, type LoadedStory, loadStories } from './load-stories.js'
import { countErrors, type Report } from './report/index.js'
import { checkFolder, replaceFolder } from './replace-folder.js'
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

/** Files that mark a folder as written by this command. */
const marks = ['manifest.json', 'catalog.d.ts']

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
  await checkFolder(out, marks, 'fukidashi build')
  const loaded = await loadStories(root, patterns)
  const results = await checkStories(loaded.stories, options)
  const findings: Finding[] = [
    ...loaded.failures.map(findingOfFailure),
    ...results.flatMap((result) => findingsOf(result, root)),
  ]
  const report: Report = { root, results, files: [], findings }
  if (countErrors(findings) > 0 || results.length === 0) return { report, manifest: undefined }
  const paths = pathsOf(loaded.stories)
  const manifest = manifestOf(loaded.stories, paths)
  await replaceFolder(out, (folder) => writeCatalog(folder, manifest, results, paths))
  return { report, manifest }
}

const extensionOf = ({ story }: LoadedStory): string => (story.kind === 'chat' ? '.txt' : '.json')

function manifestOf(
  stories: readonly LoadedStory[],
  paths: ReadonlyMap<LoadedStory, string>,
): Manifest {
  const locales = [...new Set(stories.flatMap(({ story }) => [...story.locales]))]
  return {
    version: 1,
    locales,
    stories: stories.map((loaded): ManifestStory => {
      const { id, name, story } = loaded
      const { title, kind, endpoint, to } = story
      const path = paths.get(loaded)! + extensionOf(loaded)
      return {
        id,
        title,
        name,
        kind,
        ...(endpoint !== undefined && { endpoint }),
        ...(to !== undefined && { to }),
        files: Object.fromEntries(story.locales.map((locale) => [locale, `${locale}/${path}`])),
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
  const files = results.map(({ story, locale, output }): [path: string, text: string] => [
    join(folder, locale, paths.get(story)! + extensionOf(story)),
    typeof output === 'string' ? `${output}\n` : `${JSON.stringify(output, null, 2)}\n`,
  ])
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
    await Promise.all(files.slice(i, i + 64).map(([path, text]) => writeFile(path, text)))
}
