/** `fukidashi build`: writes the catalog as JSON, for services in other languages. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isJpeg } from '../../common/image-header.js'
import { checkStories, type CheckStoriesOptions, type StoryResult } from './check-stories.js'
import { pathsOf } from './file-names.js'
import { type Finding, findingOfFailure, findingsOf } from './findings.js'
import { defaultPatterns, type LoadedStory, type LoadFailure, loadStories } from './load-stories.js'
import { countErrors, type Report } from './report/index.js'
import { checkFolder, replaceFolder } from './replace-folder.js'
import {
  declarationsOf,
  type Manifest,
  type ManifestFailure,
  type ManifestStory,
} from './manifest.js'

/** Options of {@link buildCatalog}. */
export interface BuildOptions extends CheckStoriesOptions {
  /** Absolute path of the project. */
  root: string
  /** Absolute path of the folder that is written. It is replaced as a whole. */
  out: string
  /** Globs and paths of story files; all story files by default. */
  patterns?: readonly string[]
  /** Writes what can be rendered although some stories have errors; the manifest names what is missing. `false` by default. */
  keepGoing?: boolean
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
 * Renders all stories and writes them: `<locale>/<title>/<name>.json` (chats as `.txt`, and their
 * messages as `.chat.json`), `manifest.json` and `catalog.d.ts`. Nothing is
 * written if a story has an error, unless it shall keep going.
 *
 * @throws {CatalogError} `peer_missing` without Vite; `folder_occupied` if the folder has other files
 */
export async function buildCatalog({
  root,
  out,
  patterns = defaultPatterns,
  keepGoing = false,
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
  const isWrong = countErrors(findings) > 0
  if (keepGoing ? results.length === 0 && !isWrong : isWrong || results.length === 0)
    return { report, manifest: undefined }
  const files = filesOf(results, pathsOf(loaded.stories))
  const failures = [...loaded.failures.map(lostFile), ...results.flatMap(lostOutput)]
  const manifest = manifestOf(loaded.stories, files, failures)
  await replaceFolder(out, (folder) => writeCatalog(folder, manifest, files))
  return { report, manifest }
}

/** A file of a story in a locale. */
interface StoryFile {
  story: LoadedStory
  locale: string
  /** The story itself, the messages of a chat (for pictures), or the picture of a rich menu. */
  what: 'story' | 'chat' | 'picture'
  /** Relative to the manifest. */
  path: string
  content: string | Uint8Array
}

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const filesOf = (
  results: readonly StoryResult[],
  paths: ReadonlyMap<LoadedStory, string>,
): StoryFile[] =>
  results.flatMap(({ story, locale, output, picture, chat }) => {
    if (output === undefined) return []
    const path = `${locale}/${paths.get(story)!}`
    const file = (what: StoryFile['what'], extension: string, content: string | Uint8Array) => [
      { story, locale, what, path: path + extension, content },
    ]
    return [
      ...(typeof output === 'string'
        ? file('story', '.txt', `${output}\n`)
        : file('story', '.json', jsonText(output))),
      ...(chat ? file('chat', '.chat.json', jsonText(chat)) : []),
      ...(picture ? file('picture', isJpeg(picture) ? '.jpg' : '.png', picture) : []),
    ]
  })

const lostFile = ({ message, leftOut }: LoadFailure): ManifestFailure => ({
  message,
  sources: leftOut,
})

const lostOutput = ({ story, locale, output, problems }: StoryResult): ManifestFailure[] =>
  output === undefined
    ? [
        {
          story: story.id,
          locale,
          message: problems[0]?.message ?? 'It renders to nothing.',
          sources: [story.place.file],
        },
      ]
    : []

function manifestOf(
  stories: readonly LoadedStory[],
  files: readonly StoryFile[],
  failures: ManifestFailure[],
): Manifest {
  const byStory = new Map<LoadedStory, StoryFile[]>()
  for (const file of files) byStory.set(file.story, [...(byStory.get(file.story) ?? []), file])
  const locales = [...new Set(stories.flatMap(({ story }) => [...story.locales]))]
  return {
    version: 1,
    locales,
    stories: stories.map((loaded): ManifestStory => {
      const { id, name, story, place } = loaded
      const { title, kind, endpoint, to, account } = story
      const own = byStory.get(loaded) ?? []
      const pathsOfAll = (what: StoryFile['what']): Record<string, string> =>
        Object.fromEntries(
          own.filter((file) => file.what === what).map(({ locale, path }) => [locale, path]),
        )
      const pictures = pathsOfAll('picture')
      return {
        id,
        title,
        name,
        kind,
        ...(endpoint !== undefined && { endpoint }),
        ...(to !== undefined && { to }),
        source: place.file,
        ...(Object.keys(account).length > 0 && { account }),
        files: pathsOfAll('story'),
        ...(Object.keys(pictures).length > 0 && { pictures }),
        ...(kind === 'chat' && { chats: pathsOfAll('chat') }),
      }
    }),
    ...(failures.length > 0 && { failures }),
  }
}

async function writeCatalog(
  folder: string,
  manifest: Manifest,
  stories: readonly StoryFile[],
): Promise<void> {
  const files = stories.map(({ path, content }) => ({ path: join(folder, path), content }))
  files.push(
    { path: join(folder, 'manifest.json'), content: jsonText(manifest) },
    { path: join(folder, 'catalog.d.ts'), content: declarationsOf(manifest) },
  )
  await Promise.all(
    [...new Set(files.map(({ path }) => dirname(path)))].map((path) =>
      mkdir(path, { recursive: true }),
    ),
  )
  for (let i = 0; i < files.length; i += 64)
    await Promise.all(files.slice(i, i + 64).map(({ path, content }) => writeFile(path, content)))
}
