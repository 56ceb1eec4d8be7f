/** `fukidashi check`: renders all stories, checks JSON files, and collects the problems of both. */
import { checkStories, type CheckStoriesOptions } from './check-stories.js'
import { findingOfFailure, findingsOf } from './findings.js'
import { checkJsonFile } from './json-files.js'
import { defaultPatterns, findFiles, loadStories } from './load-stories.js'
import type { Report } from './report/index.js'

/** Options of {@link runCheck}. */
export interface CheckOptions extends CheckStoriesOptions {
  /** Absolute path of the project. */
  root: string
  /** Globs and paths of story files and JSON files; all story files by default. */
  patterns?: readonly string[]
}

const isJson = (name: string): boolean => /\.json$/i.test(name)

/**
 * Checks story files and JSON files.
 *
 * @throws {CatalogError} `peer_missing` without Vite
 */
export async function runCheck({ root, patterns = [], ...options }: CheckOptions): Promise<Report> {
  const json = patterns.filter(isJson)
  const sources = patterns.length === 0 ? defaultPatterns : patterns.filter((one) => !isJson(one))
  const loaded = await loadStories(root, sources)
  const results = await checkStories(loaded.stories, options)
  const paths = json.length === 0 ? [] : findFiles(root, json)
  const files = await Promise.all(paths.map((path) => checkJsonFile(root, path)))
  return {
    root,
    results,
    files,
    findings: [
      ...loaded.failures.map(findingOfFailure),
      ...results.flatMap((result) => findingsOf(result, root)),
      ...files.flatMap(({ findings }) => findings),
    ],
  }
}
