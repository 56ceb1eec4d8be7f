/** Saves and loads the state of an emulator. */
import { randomUUID } from 'node:crypto'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { open, readFile, realpath, rename, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Emulator } from '../emulator.js'
import { EmulatorError } from '../errors.js'
import { lockState, refuseIfLocked } from './state-lock.js'

/** A state file that only this process uses. Created by {@link openState}. */
export interface StateFile {
  /** Content of the file, for the `state` option; `undefined` if the file does not exist yet. */
  readonly state: string | undefined
  /** Saves the state like {@link saveState}. */
  save(line: Emulator): Promise<void>
  /** Saves the state before the process ends at once. For listeners of `exit`, which cannot wait. */
  saveNow(line: Emulator): void
  /** Unlocks the file. It is also unlocked when the process ends. */
  close(): void
}

/**
 * Opens a state file for this process alone, as `fukidashi dev --state` does. A lock file beside it (`line.json.lock`) names the
 * process; the lock of a process that has ended is taken over.
 *
 * @throws {EmulatorError} `state_in_use` when another process has it open, `state_invalid` when it is not a text file
 * @example
 * const file = await openState('line.json')
 * const line = createEmulator({ state: file.state })
 * await file.save(line)
 * file.close()
 */
export async function openState(file: string): Promise<StateFile> {
  const path = await targetOf(file)
  const lock = await lockState(path)
  try {
    const state = await loadState(path)
    return {
      state,
      save: (line) => saveState(path, line),
      saveNow: (line) => replaceNow(path, line.snapshot()),
      close: () => lock.release(),
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/**
 * Reads a file that {@link saveState} wrote, for the `state` option; `undefined` when there is no file yet.
 *
 * @throws {EmulatorError} `state_invalid` when it is not a file, or not text
 * @example
 * const line = createEmulator({ state: await loadState('.line.json') })
 */
export async function loadState(file: string): Promise<string | undefined> {
  if (!(await isThere(file))) return undefined
  const bytes = await readFile(file)
  try {
    // Damaged bytes are not replaced by other characters.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new EmulatorError('state_invalid', `${file} is damaged: it is not text in UTF-8.`, {
      cause: error,
    })
  }
}

/** The pending save of each file; the next one waits for it. */
const saves = new Map<string, Promise<void>>()

/**
 * Keeps all that an emulator remembers in a file: people, chats, menus, tokens. The file is replaced as a whole once everything
 * is on the disk, so that it is never half written, and only its owner may read it. Saves of one file run one at a time.
 *
 * @throws {EmulatorError} `state_in_use` when another process has opened the file with {@link openState}
 */
export async function saveState(file: string, line: Emulator): Promise<void> {
  const path = await targetOf(file)
  const saving = (saves.get(path) ?? Promise.resolve()).then(async () => {
    await isThere(path)
    await refuseIfLocked(path)
    await replace(path, line.snapshot())
  })
  const over = saving.catch(() => undefined)
  saves.set(path, over)
  try {
    await saving
  } finally {
    if (saves.get(path) === over) saves.delete(path)
  }
}

/** The real path: a symbolic link would be replaced, and locked separately. */
async function targetOf(file: string): Promise<string> {
  const path = resolve(file)
  try {
    return await realpath(path)
  } catch {
    return realpath(dirname(path)).then(
      (folder) => join(folder, basename(path)),
      () => path,
    )
  }
}

/** @throws {EmulatorError} `state_invalid` for folders, devices and pipes: they would be waited for, or replaced */
async function isThere(path: string): Promise<boolean> {
  try {
    if ((await stat(path)).isFile()) return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
  throw new EmulatorError('state_invalid', `${path} is not a file. Use a file to save the state.`)
}

const freshName = (path: string) => `${path}.${process.pid}.${randomUUID()}.tmp`

async function replace(path: string, text: string): Promise<void> {
  const fresh = freshName(path)
  try {
    // The file contains the channel secret of the emulator.
    const handle = await open(fresh, 'wx', 0o600)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await renameOver(fresh, path)
  } catch (error) {
    await unlink(fresh).catch(() => undefined)
    throw error
  }
  await syncFolder(dirname(path))
}

function replaceNow(path: string, text: string): void {
  const fresh = freshName(path)
  try {
    writeFileSync(fresh, text, { flag: 'wx', mode: 0o600, flush: true })
    renameOverNow(fresh, path)
  } catch (error) {
    rmSync(fresh, { force: true })
    throw error
  }
}

/**
 * Milliseconds until a file is replaced again, or undefined if it is of no use. On Windows a file cannot be replaced while another
 * program, such as a virus scanner, reads it.
 */
function waitForReader(error: unknown, attempt: number): number | undefined {
  const isBusy = /^(?:EPERM|EACCES|EBUSY)$/.test((error as NodeJS.ErrnoException).code ?? '')
  return process.platform === 'win32' && isBusy && attempt < 10 ? 10 * 2 ** attempt : undefined
}

async function renameOver(from: string, to: string): Promise<void> {
  for (let attempt = 0; ; attempt++)
    try {
      await rename(from, to)
      return
    } catch (error) {
      const ms = waitForReader(error, attempt)
      if (ms === undefined) throw error
      await new Promise((resolve) => setTimeout(resolve, ms))
    }
}

function renameOverNow(from: string, to: string): void {
  for (let attempt = 0; ; attempt++)
    try {
      renameSync(from, to)
      return
    } catch (error) {
      const ms = waitForReader(error, attempt)
      if (ms === undefined) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
    }
}

/** Writes the new name to the disk. Not every system can open folders. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch {
    // The file is complete in any case: it is either the old or the new one.
  }
}
