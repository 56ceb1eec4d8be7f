/** Paths of files, from the folder of a project. */

/** A place in a file: its path, line and column, both from 1. */
export interface FilePlace {
  file: string
  line: number
  column?: number
}

/** `C:/shop/bot.ts` of `file:///C:/shop/bot.ts?t=1`, with slashes as separators. */
function plainPath(file: string): string {
  let path = file.replace(/[?#].*$/, '')
  if (path.startsWith('file://')) {
    path = path.replace(/^file:\/\/(?:localhost)?/, '')
    try {
      path = decodeURIComponent(path)
    } catch {
      // A percent sign that is part of the name.
    }
  }
  // The way in which Vite writes absolute paths.
  path = path.replace(/^\/@fs\//, '/').replaceAll('\\', '/')
  return path.replace(/^\/(?=[a-z]:\/)/i, '')
}

const isAbsolute = (path: string): boolean => /^(?:\/|[a-z]:\/)/i.test(path)

const parts = (path: string): string[] =>
  path.split('/').filter((part) => part !== '' && part !== '.')

/** Drive letters and names of files on Windows are the same in both cases. */
const isSame = (one: string, other: string, ignoresCase: boolean): boolean =>
  ignoresCase ? one.toLowerCase() === other.toLowerCase() : one === other

/**
 * The path of a project's own file, from the project's folder: `src/menu.tsx`. `undefined` for files elsewhere and installed packages.
 *
 * @param file - a path of any system, a file URL, or a path from the folder
 */
export function projectPath(root: string | undefined, file: string): string | undefined {
  const path = plainPath(file)
  if (/^[a-z][\w+.-]+:/i.test(path) || path.startsWith('<')) return undefined
  let own = parts(path)
  if (isAbsolute(path)) {
    if (root === undefined) return undefined
    const folder = plainPath(root)
    const above = parts(folder)
    const ignoresCase = /^[a-z]:/i.test(folder)
    if (own.length <= above.length) return undefined
    if (!above.every((part, i) => isSame(part, own[i]!, ignoresCase))) return undefined
    own = own.slice(above.length)
  }
  if (own.length === 0 || own.includes('..') || own.includes('node_modules')) return undefined
  return own.join('/')
}

/** Splits `src/menu.tsx:9:5`. */
export function placeIn(text: string): FilePlace | undefined {
  const [, file, line, column] = /^(.+?):(\d+)(?::(\d+))?$/.exec(text) ?? []
  if (file === undefined) return undefined
  return { file, line: Number(line), ...(column !== undefined && { column: Number(column) }) }
}
