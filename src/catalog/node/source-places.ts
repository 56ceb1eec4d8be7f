/** Places in source files, for errors that bundled modules throw. */
import { SourceMap } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The bundle that a stack refers to. */
export interface BundleFiles {
  /** Absolute path of the project. Places are relative to it. */
  root: string
  /** Absolute path of the folder of the bundle. */
  folder: string
  /** Code by the name of the file, each with an inline source map. */
  code: ReadonlyMap<string, string>
}

const inlineMap = /^\/\/# sourceMappingURL=data:application\/json[^,]*;base64,(\S+)/m

/**
 * Replaces the stack of an error: places in the bundle become places in the sources, and what is below them is left out.
 * The bundle is removed before anyone can look at it.
 */
export function useSourcePlaces(error: unknown, bundle: BundleFiles): void {
  if (!(error instanceof Error) || error.stack === undefined) return
  const prefix = `${pathToFileURL(bundle.folder).href}/`
  const lines = error.stack.split('\n')
  const last = lines.findLastIndex((line) => line.includes(prefix))
  if (last < 0) return
  const maps = new Map<string, SourceMap | undefined>()
  const placeIn = (file: string, line: number, column: number): string | undefined => {
    if (!maps.has(file)) maps.set(file, mapOf(bundle.code.get(file)))
    const entry = maps.get(file)?.findEntry(line - 1, column - 1)
    // Lines without source, such as those of the bundler, get the entry of a line before them.
    if (!entry || !('originalSource' in entry) || entry.generatedLine !== line - 1) return undefined
    const path = resolve(dirname(join(bundle.folder, file)), entry.originalSource)
    const name = relative(bundle.root, path).replaceAll('\\', '/')
    return `${name}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
  }
  error.stack = lines
    .slice(0, last + 1)
    .flatMap((line) => {
      const start = line.indexOf(prefix)
      if (start < 0) return line
      const [all, file, row, column] = /^(.+?):(\d+):(\d+)/.exec(line.slice(start + prefix.length))!
      const place = placeIn(file!, Number(row), Number(column))
      // The module that imports the stories has no source.
      return place === undefined ? [] : line.replace(prefix + all, place)
    })
    .join('\n')
}

function mapOf(code: string | undefined): SourceMap | undefined {
  const base64 = code === undefined ? undefined : inlineMap.exec(code)?.[1]
  if (base64 === undefined) return undefined
  const json = Buffer.from(base64, 'base64').toString()
  return new SourceMap(JSON.parse(json) as ConstructorParameters<typeof SourceMap>[0])
}
