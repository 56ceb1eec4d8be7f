/** `fukidashi preview --out`: the catalog as pages that open without a server. */
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type CheckStoriesOptions, eachBatch, type StoryResult } from '../node/check-stories.js'
import { pathsOf } from '../node/file-names.js'
import { type Finding, findingOfFailure } from '../node/findings.js'
import { defaultPatterns, type LoadedStory, loadStories } from '../node/load-stories.js'
import { checkFolder, replaceFolder } from '../node/replace-folder.js'
import { type IndexEntry, indexPage, urlOf } from './index-page.js'
import { storyPage } from './story-page.js'
import { siteStyles } from './styles.js'

/** Options of {@link buildSite}. */
export interface SiteOptions extends CheckStoriesOptions {
  /** Absolute path of the project. */
  root: string
  /** Absolute path of the folder that is written. It is replaced as a whole. */
  out: string
  /** Globs and paths of story files; all story files by default. */
  patterns?: readonly string[]
  /** Title of the site; the name of the project's folder by default. */
  title?: string
}

/** The result of {@link buildSite}. */
export interface BuiltSite {
  /** How many stories have pages. Nothing is written if there are none. */
  stories: number
  pages: number
  /** Files that could not be loaded: their stories are missing. */
  failures: Finding[]
  /** Problems of stories that LINE would refuse; their pages show them. */
  errors: number
}

/** Files that mark a folder as written by this command. */
const marks = ['index.html', 'site.css']

/**
 * Writes the catalog as pages: `index.html` with a tree and search, and `<locale>/<title>/<name>.html` for each story and locale. Stories
 * with problems have pages too, which show the problems.
 *
 * @throws {CatalogError} `peer_missing` without Vite; `folder_occupied` if the folder has other files
 */
export async function buildSite({
  root,
  out,
  patterns = defaultPatterns,
  title = `Messages of ${basename(root)}`,
  ...options
}: SiteOptions): Promise<BuiltSite> {
  await checkFolder(out, marks, 'fukidashi preview --out')
  const loaded = await loadStories(root, patterns)
  const failures = loaded.failures.map(findingOfFailure)
  const built: BuiltSite = { stories: loaded.stories.length, pages: 0, failures, errors: 0 }
  if (built.stories === 0) return built
  await replaceFolder(out, async (folder) => {
    const writer = new SiteWriter(root, folder, loaded.stories)
    await eachBatch(loaded.stories, options, (results) => writer.add(results))
    await writer.finish(title, failures)
    built.pages = writer.pages
    built.errors = writer.errors
  })
  return built
}

/** Writes pages as their stories are rendered, and remembers only what the tree shows. */
class SiteWriter {
  pages = 0
  readonly #root: string
  readonly #folder: string
  readonly #paths: ReadonlyMap<LoadedStory, string>
  readonly #entries = new Map<LoadedStory, IndexEntry>()

  constructor(root: string, folder: string, stories: readonly LoadedStory[]) {
    this.#root = root
    this.#folder = folder
    this.#paths = pathsOf(stories)
  }

  get errors(): number {
    return [...this.#entries.values()].reduce((sum, { errors }) => sum + errors, 0)
  }

  async add(results: readonly StoryResult[]): Promise<void> {
    const files = results.map((result): [path: string, text: string] => {
      this.#count(result)
      return [join(this.#folder, result.locale, this.#pathOf(result.story)), this.#page(result)]
    })
    for (const folder of new Set(files.map(([path]) => dirname(path))))
      await mkdir(folder, { recursive: true })
    await Promise.all(files.map(([path, text]) => writeFile(path, text)))
    this.pages += files.length
  }

  async finish(title: string, failures: readonly Finding[]): Promise<void> {
    const page = indexPage(title, [...this.#entries.values()], failures)
    await writeFile(join(this.#folder, 'site.css'), siteStyles())
    await writeFile(join(this.#folder, 'index.html'), page)
  }

  #pathOf(story: LoadedStory): string {
    return `${this.#paths.get(story)!}.html`
  }

  #page(result: StoryResult): string {
    const path = this.#pathOf(result.story)
    const home = '../'.repeat(path.split('/').length)
    const locales = result.story.story.locales.map((locale) => ({
      locale,
      href: `${home}${locale}/${urlOf(path)}`,
    }))
    return storyPage(result, { root: this.#root, home, locales })
  }

  #count({ story, problems }: StoryResult): void {
    let entry = this.#entries.get(story)
    if (!entry) {
      const { id, name } = story
      const { title, locales } = story.story
      entry = { id, title, name, locales, path: this.#pathOf(story), errors: 0, warnings: 0 }
      this.#entries.set(story, entry)
    }
    for (const { severity } of problems)
      if (severity === 'error') entry.errors++
      else entry.warnings++
  }
}
