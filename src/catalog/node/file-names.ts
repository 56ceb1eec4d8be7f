/** Names of the files of stories. */
import type { LoadedStory } from './load-stories.js'

/** Names that Windows keeps for devices, with any extension. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i

/** Longest name of a file or folder in UTF-8 bytes, which leaves room for extensions below the 255 of file systems. */
const longest = 120

/** A name that every file system accepts: other characters become `-`. Letters of all scripts stay. */
export function fileNameOf(text: string): string {
  const name =
    shorten(text.normalize('NFC').replace(/[^\p{L}\p{N}\p{M}._-]+/gu, '-')).replace(
      /^[.-]+|[.-]+$/g,
      '',
    ) || 'story'
  return reserved.test(name) ? `_${name}` : name
}

function shorten(name: string): string {
  if (Buffer.byteLength(name) <= longest) return name
  let short = ''
  let bytes = 0
  for (const character of name) {
    bytes += Buffer.byteLength(character)
    if (bytes > longest) break
    short += character
  }
  return short
}

/** Names of folders that could also be names of files beside them. */
const folderNameOf = (text: string): string =>
  fileNameOf(text).replace(/\.(?=(?:json|txt|html|png)$)/i, '-')

/** The path of a story's file below its locale: the levels of its title are folders. Unique without regard to case. */
export function pathsOf(stories: readonly LoadedStory[]): Map<LoadedStory, string> {
  const taken = new Set<string>()
  const paths = new Map<LoadedStory, string>()
  for (const loaded of stories) {
    const base = [...loaded.story.title.split('/').map(folderNameOf), fileNameOf(loaded.name)].join(
      '/',
    )
    let path = base
    for (let i = 2; taken.has(path.toLowerCase()); i++) path = `${base}-${i}`
    taken.add(path.toLowerCase())
    paths.set(loaded, path)
  }
  return paths
}
