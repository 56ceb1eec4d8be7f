/** Folders that a command writes as a whole. */
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { CatalogError } from '../errors.js'
import { isRunning } from './is-running.js'

/**
 * Refuses a folder with files that the command did not write: replacing it would delete them.
 *
 * @param marks - files that the command always writes
 * @param command - for the error: `fukidashi build`
 * @throws {CatalogError} `folder_occupied`
 */
export async function checkFolder(
  out: string,
  marks: readonly string[],
  command: string,
): Promise<void> {
  let names: string[]
  try {
    names = await readdir(out)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw new CatalogError('folder_occupied', `${out} is not a folder.`, { cause: error })
  }
  if (names.length > 0 && !marks.every((mark) => names.includes(mark)))
    throw new CatalogError(
      'folder_occupied',
      `${out} has files that ${command} did not write; it would delete them. Use an empty or a new folder.`,
    )
}

/** The folder that is written before it takes the place of another. */
export const freshFolder = (out: string): string => `${out}.${process.pid}.new`

/** Writes beside the folder first, so that a full disk or an interruption leaves the old one whole. */
export async function replaceFolder(
  out: string,
  write: (folder: string) => Promise<void>,
): Promise<void> {
  const fresh = freshFolder(out)
  const old = `${out}.${process.pid}.old`
  try {
    await mkdir(fresh, { recursive: true })
    await write(fresh)
    await rename(out, old).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    })
    await rename(fresh, out)
    await removeLeftovers(out)
  } finally {
    await rm(fresh, { recursive: true, force: true })
    await rm(old, { recursive: true, force: true })
  }
}

/** Removes what processes left that were ended while they wrote the folder. */
async function removeLeftovers(out: string): Promise<void> {
  const start = `${basename(out)}.`
  for (const name of await readdir(dirname(out))) {
    const [, pid] =
      (name.startsWith(start) && /^(\d+)\.(?:new|old)$/.exec(name.slice(start.length))) || []
    if (pid !== undefined && !isRunning(Number(pid)))
      await rm(join(dirname(out), name), { recursive: true, force: true })
  }
}
