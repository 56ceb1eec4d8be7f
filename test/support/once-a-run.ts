/** Makes something once for all test files of a run: the first file that needs it makes it, the others wait. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inject, vi } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** Absolute path of the folder that the test files of a run share: see `run-folder.ts`. */
    runFolder: string
  }
}

/** How long making something may take on a busy machine, in milliseconds. */
export const onceTimeout = 600_000

/**
 * Returns the path of a folder that is made once a run.
 *
 * @param make - fills the folder, which does not exist yet
 */
export async function onceARun(
  name: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(inject('runFolder'), name)
  const outcome = `${folder}.outcome`
  // Only one file can make it.
  const isFirst = await mkdir(`${folder}.making`).then(
    () => true,
    () => false,
  )
  if (isFirst) {
    const error = await make(folder).then(
      () => '',
      (error: unknown) => String((error as Error).stack),
    )
    await writeFile(outcome, `${JSON.stringify({ error })}\n`)
  }
  const { error } = await vi.waitFor(
    async () => {
      const text = await readFile(outcome, 'utf8')
      return JSON.parse(text) as { error: string }
    },
    { timeout: onceTimeout },
  )
  if (error) throw new Error(`${name} could not be made: ${error}`)
  return folder
}
