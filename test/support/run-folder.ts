/** A folder for what the test files of one run share, such as the built package: one for all projects of vitest. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import type {} from './once-a-run.ts'

/** Each project of vitest loads this module for itself. */
const runFolder = Symbol.for('fukidashi.run-folder')
const shared = globalThis as { [runFolder]?: Promise<string> }

/** Makes the folder before the first test file, and deletes it after the last one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Inside the repository, where the package finds what it imports.
  const folder = await (shared[runFolder] ??= mkdtemp(resolve('test/.tmp-run-')))
  project.provide('runFolder', folder)
  // The sources have changed.
  project.onTestsRerun(async () => {
    for (const name of await readdir(folder))
      await rm(resolve(folder, name), { recursive: true, force: true })
  })
  return () => rm(folder, { recursive: true, force: true })
}
