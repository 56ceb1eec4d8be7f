/** Story files for test runners without `import.meta.glob`. */
import { fileURLToPath, pathToFileURL } from 'node:url'
import { globSync } from 'tinyglobby'
import { CatalogError } from '../errors.js'

/**
 * Finds story files, and gives a function for each that imports it: what `import.meta.glob` of Vite does.
 *
 * @param folder - where to look: `new URL('./', import.meta.url)`
 * @param pattern - a glob, relative to the folder
 * @throws {CatalogError} `option_invalid`
 *
 * @example
 * await catalogTests(catalog, storiesIn(new URL('./', import.meta.url), '**' + '/*.messages.tsx'))
 */
export function storiesIn(
  folder: URL | string,
  pattern = '**/*.messages.{tsx,ts,jsx,js,mts,mjs}',
): Record<string, () => Promise<unknown>> {
  const cwd = folderOf(folder)
  const paths = globSync(pattern, {
    cwd,
    ignore: ['**/node_modules/**', '**/dist/**'],
    expandDirectories: false,
  })
  return Object.fromEntries(
    paths
      .sort()
      .map((path) => [
        `./${path}`,
        () => import(/* @vite-ignore */ new URL(path, `${pathToFileURL(cwd).href}/`).href),
      ]),
  )
}

function folderOf(folder: URL | string): string {
  try {
    return fileURLToPath(new URL(folder)).replace(/[/\\]$/, '')
  } catch (cause) {
    throw new CatalogError(
      'option_invalid',
      "storiesIn() takes the URL of a folder first: new URL('./', import.meta.url).",
      { cause },
    )
  }
}
