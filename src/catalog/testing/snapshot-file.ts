/** Snapshots in a file beside the test, as Vitest and Jest write them: for `node:test`, whose own need Node 22. */
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const head = '// Snapshots of fukidashi/catalog/node-test. Update them with UPDATE_SNAPSHOTS=1.\n'

const escaped = (text: string): string => text.replaceAll(/[\\`]|\$\{/g, (part) => `\\${part}`)
const unescaped = (text: string): string => text.replaceAll(/\\([\\`]|\$\{)/g, '$1')

const entry = /^exports\[`((?:[^\\`]|\\.)*)`\] = `\n((?:[^\\`]|\\[^])*)\n`;$/gm

/** When snapshots are written. */
export interface SnapshotMode {
  /** Replaces those that differ. */
  update: boolean
  /** Removes those without a test, when it updates. */
  remove: boolean
  /** Adds those that are new; otherwise they are errors, as on a CI server, where they would be lost. */
  add: boolean
}

/** The snapshots of one test file. */
export class SnapshotFile {
  readonly #path: string
  readonly #mode: SnapshotMode
  readonly #texts = new Map<string, string>()
  readonly #used = new Set<string>()
  #changed = false

  /** @param testFile - path of the file with the tests */
  constructor(testFile: string, mode: SnapshotMode) {
    this.#mode = mode
    this.#path = join(dirname(testFile), '__snapshots__', `${basename(testFile)}.snap`)
    let text = ''
    try {
      text = readFileSync(this.#path, 'utf8').replaceAll('\r\n', '\n')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
    for (const [, name, snapshot] of text.matchAll(entry))
      this.#texts.set(unescaped(name!), unescaped(snapshot!))
  }

  /**
   * Compares a text with its snapshot.
   * @throws {AssertionError} when it differs, or is new where none may be added
   */
  match(name: string, text: string): void {
    this.#used.add(name)
    const expected = this.#texts.get(name)
    if (expected === text) return
    const { update, add } = this.#mode
    if (expected === undefined ? !add && !update : !update) {
      if (expected !== undefined)
        assert.equal(text, expected, differs(name, expected, text, this.#path))
      assert.fail(
        `There is no snapshot ${JSON.stringify(name)} in ${this.#path}, and none is written where CI is set. Run the test on your machine and commit the file.`,
      )
    }
    this.#texts.set(name, text)
    this.#changed = true
  }

  /** Writes the file if something changed. Updating also removes snapshots without a test. */
  save(): void {
    if (this.#mode.update && this.#mode.remove)
      for (const name of this.#texts.keys())
        if (!this.#used.has(name)) {
          this.#texts.delete(name)
          this.#changed = true
        }
    if (!this.#changed) return
    const entries = [...this.#texts].sort(([a], [b]) => (a < b ? -1 : 1))
    mkdirSync(dirname(this.#path), { recursive: true })
    writeFileSync(
      this.#path,
      head +
        entries
          .map(([name, text]) => `\nexports[\`${escaped(name)}\`] = \`\n${escaped(text)}\n\`;\n`)
          .join(''),
    )
  }
}

/** Both texts by lines; `node:assert` shows no difference when it gets a message. */
function differs(name: string, expected: string, actual: string, path: string): string {
  const [before, after] = [expected.split('\n'), actual.split('\n')]
  let same = 0
  while (same < before.length && before[same] === after[same]) same++
  let end = 0
  while (
    end < Math.min(before.length, after.length) - same &&
    before.at(-1 - end) === after.at(-1 - end)
  )
    end++
  const shown = [
    ...before.slice(Math.max(0, same - 3), same).map((line) => `  ${line}`),
    ...before.slice(same, before.length - end).map((line) => `- ${line}`),
    ...after.slice(same, after.length - end).map((line) => `+ ${line}`),
    ...after
      .slice(after.length - end)
      .slice(0, 3)
      .map((line) => `  ${line}`),
  ]
  return `${name} differs from its snapshot (- expected, + received):\n\n${shown.join('\n')}\n\nIf this is right, update ${path} with UPDATE_SNAPSHOTS=1.`
}
