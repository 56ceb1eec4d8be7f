/** The lines around a place in a file. */
import { builtin } from './builtin.js'
import type { FilePlace } from './project-path.js'

/** Lines before and after the place. */
const AROUND = 3
/** Characters of a line, and bytes of a file. */
const LONGEST_LINE = 200
const LARGEST_FILE = 1_000_000

export interface CodeFrame {
  firstLine: number
  lines: readonly string[]
}

/** Lines of a file of the project; `undefined` if it cannot be read. */
export function codeFrame(
  root: string | undefined,
  { file, line }: FilePlace,
): CodeFrame | undefined {
  const fs = builtin('node:fs')
  if (!fs || root === undefined) return undefined
  try {
    const folder = fs.realpathSync(root)
    const path = fs.realpathSync(`${root}/${file}`)
    // A link to another folder.
    if (!/^[\\/]/.test(path.slice(folder.length)) || !path.startsWith(folder)) return undefined
    const { size } = fs.statSync(path)
    if (size > LARGEST_FILE) return undefined
    const lines = fs.readFileSync(path, 'utf8').split(/\r?\n/)
    if (line > lines.length) return undefined
    const first = Math.max(1, line - AROUND)
    const around = lines.slice(first - 1, line + AROUND)
    return { firstLine: first, lines: around.map((text) => text.slice(0, LONGEST_LINE)) }
  } catch {
    return undefined
  }
}
