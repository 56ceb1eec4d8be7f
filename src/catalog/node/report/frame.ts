/** A few lines of a source file, with a mark at the place. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Lines of generated files can be very long. */
const longest = 120

/** Reads each file once. */
export class CodeFrames {
  readonly #root: string
  readonly #files = new Map<string, readonly string[]>()

  /** @param root - absolute path of the project */
  constructor(root: string) {
    this.#root = root
  }

  /** The line, those beside it, and a mark; empty if the file cannot be read. */
  frame(file: string, line: number, column: number): string[] {
    const lines = this.#linesOf(file)
    if (lines[line - 1] === undefined) return []
    const from = Math.max(1, line - 1)
    const to = Math.min(lines.length, line + 1)
    const width = String(to).length
    const frame: string[] = []
    for (let number = from; number <= to; number++) {
      const text = lines[number - 1]!.replaceAll('\t', ' ').slice(0, longest)
      const mark = number === line ? '>' : ' '
      frame.push(`${mark} ${String(number).padStart(width)} | ${text}`.trimEnd())
      if (number === line && column <= longest)
        frame.push(`  ${' '.repeat(width)} | ${' '.repeat(column - 1)}^`)
    }
    return frame
  }

  #linesOf(file: string): readonly string[] {
    const known = this.#files.get(file)
    if (known) return known
    let lines: string[] = []
    try {
      lines = readFileSync(join(this.#root, file), 'utf8').split(/\r?\n/)
    } catch {
      // No frame if the file cannot be read.
    }
    this.#files.set(file, lines)
    return lines
  }
}
