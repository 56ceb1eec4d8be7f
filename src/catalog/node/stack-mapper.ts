/** Positions in a bundle → positions in the sources, by the source map in it. */
import type { SourceMap } from 'node:module'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inlineSourceMap } from './inline-source-map.js'

/** Gives a stack, as V8 writes it, the positions of the sources. */
export type StackMapper = (stack: string) => string

interface Chunk {
  readonly fileName: string
  readonly code: string
}

const comment = '//# sourceMappingURL='

/** @param chunks - files of the bundle, by their absolute path */
export function stackMapper(chunks: ReadonlyMap<string, Chunk>): StackMapper {
  const maps = new Map<string, SourceMap | undefined>()

  /** Reads a map when the first error needs it: that of hundreds of stories has megabytes. */
  function mapOf(path: string, { code }: Chunk): SourceMap | undefined {
    if (!maps.has(path))
      maps.set(path, inlineSourceMap(code.slice(code.lastIndexOf(comment) + comment.length)))
    return maps.get(path)
  }

  return (stack) =>
    stack.replace(/file:\/\/\S+?:(\d+):(\d+)/g, (position, line: string, column: string) => {
      const path = fileURLToPath(position.slice(0, -(line.length + column.length + 2)))
      const chunk = chunks.get(path)
      const map = chunk && mapOf(path, chunk)
      const entry = map?.findEntry(Number(line) - 1, Number(column) - 1)
      // Lines without a source, such as those of the bundler, get the entry of a line before them.
      if (!entry || !('originalSource' in entry) || entry.generatedLine !== Number(line) - 1)
        return position
      const file = resolve(dirname(path), entry.originalSource)
      return `${file}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
    })
}
