/** Writes all files of a project, or none. */
import { existsSync, mkdirSync, readFileSync, rmSync, rmdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Ctrl+C and others, which wait until all is written. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Writes files into a folder. If one cannot be written, the others get back the text they had, and the error is thrown.
 *
 * @param files - texts by path in the folder
 */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  const undo: (() => void)[] = []
  const wait = () => undefined
  for (const signal of signals) process.on(signal, wait)
  try {
    for (const [file, text] of files) {
      const path = join(folder, file)
      makeFolder(dirname(path), undo)
      const before = existsSync(path) ? readFileSync(path) : undefined
      undo.push(() => {
        if (before === undefined) rmSync(path, { force: true })
        else writeFileSync(path, before)
      })
      writeFileSync(path, text)
    }
  } catch (error) {
    for (const step of undo.reverse())
      try {
        step()
      } catch {
        // The disk that refused the file may refuse this too; the error says what happened.
      }
    const { message } = error as Error
    throw new Error(`The project was not written: ${message}. The folder is as before.`, {
      cause: error,
    })
  } finally {
    for (const signal of signals) process.off(signal, wait)
  }
}

function makeFolder(folder: string, undo: (() => void)[]): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder), undo)
  mkdirSync(folder)
  undo.push(() => rmdirSync(folder))
}
