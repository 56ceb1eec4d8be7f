/** A state file that another program reads, as virus scanners do on Windows. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

/** How many renames fail, and with what. */
const busy = vi.hoisted(() => ({ times: 0, code: 'EBUSY' }))

const refuse = () => {
  if (busy.times-- > 0) throw Object.assign(new Error('the file is busy'), { code: busy.code })
}
vi.mock('node:fs', async (load) => {
  const real = await load<typeof import('node:fs')>()
  const renameSync: typeof real.renameSync = (from, to) => {
    refuse()
    real.renameSync(from, to)
  }
  return { ...real, renameSync }
})
vi.mock('node:fs/promises', async (load) => {
  const real = await load<typeof import('node:fs/promises')>()
  const rename: typeof real.rename = async (from, to) => {
    refuse()
    await real.rename(from, to)
  }
  return { ...real, rename }
})

const { createEmulator } = await import('../../../src/emulator/index.js')
const { openState } = await import('../../../src/emulator/node/index.js')
type StateFile = Awaited<ReturnType<typeof openState>>
type Emulator = ReturnType<typeof createEmulator>

const { platform } = process
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fukidashi-busy-'))
})
afterEach(async () => {
  Object.defineProperty(process, 'platform', { value: platform })
  await rm(folder, { recursive: true })
})

const ways: [string, (file: StateFile, line: Emulator) => unknown][] = [
  ['save', (file, line) => file.save(line)],
  ['saveNow', (file, line) => file.saveNow(line)],
]

describe.each(ways)('%s', (_, save) => {
  const saved = async (system: string, times: number, code = 'EBUSY') => {
    Object.defineProperty(process, 'platform', { value: system })
    const path = join(folder, 'line.json')
    const file = await openState(path)
    const line = createEmulator()
    line.user('Aki')
    Object.assign(busy, { times, code })
    try {
      await save(file, line)
    } finally {
      busy.times = 0
      file.close()
    }
    return readFile(path, 'utf8')
  }

  it.each(['EBUSY', 'EPERM', 'EACCES'])(
    'waits for the other program on Windows: %s',
    async (code) => {
      expect(await saved('win32', 3, code)).toContain('Aki')
    },
  )

  it('fails at once elsewhere, and for other reasons, and leaves no file', async () => {
    await expect(saved('linux', 1)).rejects.toThrow('the file is busy')
    await expect(saved('win32', 1, 'ENOSPC')).rejects.toThrow('the file is busy')
    expect(await readdir(folder)).toEqual([])
  })
})
