/** Source maps that are a comment of the code that they are about. */
import { SourceMap } from 'node:module'

/** @param url - of a `sourceMappingURL` comment; the map is undefined if it is not in the URL itself */
export function inlineSourceMap(url: string | undefined): SourceMap | undefined {
  const data = /^data:application\/json[^,]*;base64,(\S+)/.exec(url ?? '')?.[1]
  if (data === undefined) return undefined
  try {
    return new SourceMap(JSON.parse(Buffer.from(data, 'base64').toString()) as never)
  } catch {
    // A compiler of the project wrote it; errors without it still have their place in the compiled code.
    return undefined
  }
}
