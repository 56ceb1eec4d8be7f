/** A lock file next to the state file; it names the process that uses it. */
import { randomUUID } from 'node:crypto'
import { readFileSync, unlinkSync } from 'node:fs'
import { link, readFile, unlink, writeFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { EmulatorError } from '../errors.js'
import { processStart } from './process-start.js'

/** A lock, until it is released or the process ends. */
export interface StateLock {
  release(): void
}

interface Owner {
  pid: number
  /** Start of the process, because process ids are reused. */
  started?: string
}

const lockOf = (file: string): string => `${file}.lock`

/**
 * Locks a state file. Replaces the lock of a process that has ended.
 * @throws {EmulatorError} `state_in_use` when another program, or this one, has it
 */
export async function lockState(file: string): Promise<StateLock> {
  const path = lockOf(file)
  const start = await processStart(process.pid)
  const owner: Owner = { pid: process.pid, ...(typeof start === 'object' && { started: start.at }) }
  const text = `${JSON.stringify({ ...owner, id: randomUUID() })}\n`
  // Other processes can lock the file in between. After many attempts it is considered in use.
  for (let attempt = 0; attempt < 200; attempt++) {
    if (await created(path, text)) return held(path, text)
    const other = await readText(path)
    if (other === undefined) continue
    const pid = await livingOwner(other)
    if (pid !== undefined) throw inUse(file, pid)
    await takeAway(path, other)
  }
  throw inUse(file, undefined)
}

/** @throws {EmulatorError} `state_in_use` when another process has locked the file */
export async function refuseIfLocked(file: string): Promise<void> {
  const text = await readText(lockOf(file))
  const pid = text === undefined ? undefined : await livingOwner(text)
  if (pid !== undefined && pid !== process.pid) throw inUse(file, pid)
}

function held(path: string, text: string): StateLock {
  const release = () => {
    process.off('exit', release)
    try {
      // The lock may have been deleted and belong to another process now.
      if (readFileSync(path, 'utf8') === text) unlinkSync(path)
    } catch {
      // It is already deleted. A lock that cannot be deleted is replaced by the next process.
    }
  }
  process.on('exit', release)
  return { release }
}

const code = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code

/** Creates the file with its content in one step; `false` if it exists. */
async function created(path: string, text: string): Promise<boolean> {
  const own = `${path}.${randomUUID()}`
  try {
    await writeFile(own, text, { flag: 'wx', mode: 0o600 })
    await link(own, path)
    return true
  } catch (error) {
    if (code(error) === 'EEXIST') return false
    // Some file systems have no hard links.
    if (/^(?:EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EINVAL|EMLINK)$/.test(code(error) ?? ''))
      return await createdAtOnce(path, text)
    throw error
  } finally {
    await unlink(own).catch(() => undefined)
  }
}

const createdAtOnce = (path: string, text: string): Promise<boolean> =>
  writeFile(path, text, { flag: 'wx', mode: 0o600 }).then(
    () => true,
    (error: unknown) => {
      if (code(error) === 'EEXIST') return false
      throw error
    },
  )

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (code(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Id of the running process that holds the lock, if any. */
async function livingOwner(text: string): Promise<number | undefined> {
  const owner = ownerIn(text)
  if (!owner) return undefined
  const start = await processStart(owner.pid)
  if (start === 'gone') return undefined
  const isAnother = start !== 'unknown' && owner.started !== undefined && owner.started !== start.at
  return isAnother ? undefined : owner.pid
}

function ownerIn(text: string): Owner | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const { pid, started } = (value ?? {}) as Record<string, unknown>
  // Zero and negative numbers are process groups.
  if (typeof pid !== 'number' || !Number.isInteger(pid) || pid < 1 || pid > 0x7fff_ffff)
    return undefined
  return { pid, ...(typeof started === 'string' && { started }) }
}

/**
 * Removes the lock of a process that has ended. Only one process at a time may do so, holding a second lock: otherwise a slow
 * one would remove the new lock of a faster one.
 */
async function takeAway(path: string, text: string): Promise<void> {
  const guard = `${path}.takeover`
  const own = `${JSON.stringify({ pid: process.pid, id: randomUUID() })}\n`
  if (await created(guard, own)) {
    try {
      if ((await readText(path)) === text) await unlink(path).catch(() => undefined)
    } finally {
      await unlink(guard).catch(() => undefined)
    }
    return
  }
  const other = await readText(guard)
  // A process that ended in between left its guard.
  if (other !== undefined && (await livingOwner(other)) === undefined)
    await unlink(guard).catch(() => undefined)
  else await setTimeout(5)
}

const inUse = (file: string, pid: number | undefined): EmulatorError =>
  new EmulatorError(
    'state_in_use',
    `${file} is in use by ${pid === process.pid ? 'this process' : pid === undefined ? 'another process' : `process ${pid}`}. ` +
      `End it first, or use another file. If it does not use the file, delete ${lockOf(file)}.`,
  )
