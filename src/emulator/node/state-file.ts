import { readFile, rename, writeFile } from 'node:fs/promises'
import type { Emulator } from '../emulator.js'

/**
 * What {@link saveState} has left in a file, for the `state` option; `undefined` when there is no file yet.
 *
 * @example
 * const line = createEmulator({ state: await loadState('.line.json') })
 */
export async function loadState(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Keeps all that an emulator remembers in a file: people, chats, menus, tokens. */
export async function saveState(file: string, line: Emulator): Promise<void> {
  // A crash in between leaves the old file whole. It holds a channel secret, if only an emulator's.
  const fresh = `${file}.${process.pid}.tmp`
  await writeFile(fresh, line.snapshot(), { mode: 0o600 })
  await rename(fresh, file)
}
