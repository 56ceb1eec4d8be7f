/** The steps of CONTRIBUTING.md as changes of files. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A block of code that names a file: a whole file, or lines to add to it. */
export interface Change {
  file: string
  isDiff: boolean
  code: string
}

/** The changes of each step, by its number. */
export function stepsOf(page: string): Map<number, Change[]> {
  const steps = new Map<number, Change[]>()
  const text = readFileSync(page, 'utf8')
  for (const [, number, step] of text.matchAll(/^\*\*(\d+)\. ([\s\S]*?)(?=^\*\*\d+\. |^## )/gm)) {
    const changes = [...step!.matchAll(/^```(ts no-check|diff) (\S+)\n([\s\S]*?)^```$/gm)]
    steps.set(
      Number(number),
      changes.map(([, how, file, code]) => ({
        file: file!,
        isDiff: how === 'diff',
        code: code!,
      })),
    )
  }
  return steps
}

/** Makes a change in a copy of the repository. Throws if the lines around it are not there, or not once. */
export function apply({ file, isDiff, code }: Change, root: string): void {
  const target = path.join(root, file)
  mkdirSync(path.dirname(target), { recursive: true })
  if (!isDiff) {
    writeFileSync(target, code)
    return
  }
  const lines = code.split('\n').slice(0, -1)
  const without = (sign: string) =>
    lines
      .filter((line) => !line.startsWith(sign))
      .map((line) => `${line.slice(1)}\n`)
      .join('')
  const parts = readFileSync(target, 'utf8').split(`\n${without('+')}`)
  if (parts.length !== 2)
    throw new Error(`${file} has these lines ${String(parts.length - 1)} times:\n${without('+')}`)
  writeFileSync(target, parts.join(`\n${without('-')}`))
}
