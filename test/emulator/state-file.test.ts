/** A state file is never half written, and one process uses it at a time. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEmulator } from '../../src/emulator/index.js'
import { loadState, openState, saveState } from '../../src/emulator/node/index.js'
import { processStart } from '../../src/emulator/node/process-start.js'

let folder = ''
let file = ''
const children: ChildProcess[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fukidashi-'))
  file = join(folder, 'line.json')
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await rm(folder, { recursive: true })
})

const names = () => readdir(folder)
const lock = () => readFile(`${file}.lock`, 'utf8').then((text) => JSON.parse(text) as object)

/** A process that is there for as long as the test. */
async function another(
  code = 'setInterval(() => {}, 1000); console.log(1)',
): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['-e', code])
  children.push(child)
  await once(child.stdout, 'data')
  return child
}

describe('saves', () => {
  it('of one file run one after the other, each with a file of its own', async () => {
    const line = createEmulator()
    const saving = Array.from({ length: 30 }, (_, i) => {
      line.user(`Person ${i}`)
      return saveState(file, line)
    })
    await Promise.all(saving)
    expect(await names()).toEqual(['line.json'])
    expect(createEmulator({ state: await loadState(file) }).users).toHaveLength(30)
  })

  it('can be read by their owner only', async () => {
    await writeFile(file, 'old', { mode: 0o644 })
    await saveState(file, createEmulator())
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  it('go to where a link points', async () => {
    await mkdir(join(folder, 'other'))
    const target = join(folder, 'other', 'real.json')
    await writeFile(target, '')
    await symlink(target, file)
    await saveState(file, createEmulator())
    expect((await lstat(file)).isSymbolicLink()).toBe(true)
    expect(await readFile(target, 'utf8')).toContain('"version":2')
  })

  it('that fail leave the old file and no other, and the next goes on', async () => {
    const line = createEmulator()
    await saveState(file, line)
    const before = await readFile(file, 'utf8')
    line.user('Aki')
    // JSON knows no such number.
    const broken = Object.assign(line.user('Aki').person, { big: 1n })
    await expect(saveState(file, line)).rejects.toThrow(TypeError)
    expect(await names()).toEqual(['line.json'])
    expect(await readFile(file, 'utf8')).toBe(before)
    delete (broken as { big?: bigint }).big
    await saveState(file, line)
    expect(await readFile(file, 'utf8')).not.toBe(before)
  })

  it.runIf(process.platform === 'linux')('to a full disk leave the old file', async () => {
    await saveState(file, createEmulator())
    const before = await readFile(file, 'utf8')
    // A process may write no more than so much into a file: the same error path as that of a full disk.
    const child = spawn('sh', [
      '-c',
      `trap '' XFSZ; ulimit -f 1; exec "${process.execPath}" --conditions fukidashi-source --import tsx -e '
        import("./src/emulator/index.js").then(async ({ createEmulator }) => {
          const { saveState } = await import("./src/emulator/node/index.js")
          const line = createEmulator()
          for (let i = 0; i < 50; i++) line.user("Person " + i)
          await saveState(process.argv[1], line).catch((error) => console.log(error.code))
        })' "${file}"`,
    ])
    let out = ''
    child.stdout.on('data', (data) => (out += String(data)))
    child.stderr.on('data', (data) => (out += String(data)))
    await once(child, 'close')
    expect(out.trim()).toBe('EFBIG')
    expect(await names()).toEqual(['line.json'])
    expect(await readFile(file, 'utf8')).toBe(before)
  })

  it('do not replace a folder or a device', async () => {
    await mkdir(file)
    await expect(saveState(file, createEmulator())).rejects.toMatchObject({ code: 'state_invalid' })
    if (process.platform === 'win32') return
    for (const use of [loadState, openState, (path: string) => saveState(path, createEmulator())])
      await expect(use('/dev/null')).rejects.toThrow()
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true)
  })
})

describe('a file that is not text', () => {
  it('is refused, and kept', async () => {
    const bytes = Buffer.from([0x7b, 0xff, 0xfe])
    await writeFile(file, bytes)
    await expect(openState(file)).rejects.toMatchObject({ code: 'state_invalid' })
    expect(await readFile(file)).toEqual(bytes)
    expect(await names()).toEqual(['line.json'])
  })
})

describe('an open file', () => {
  it('is locked for this process, and released', async () => {
    const open = await openState(file)
    expect(open.state).toBeUndefined()
    expect(await lock()).toMatchObject({ pid: process.pid })
    await expect(openState(file)).rejects.toMatchObject({
      code: 'state_in_use',
      message: expect.stringContaining('this process') as string,
    })
    await open.save(createEmulator())
    open.close()
    open.close()
    expect(await names()).toEqual(['line.json'])
    const again = await openState(file)
    expect(again.state).toContain('"version":2')
    again.close()
  })

  it('is the same by every name', async () => {
    const open = await openState(file)
    await symlink(folder, join(folder, 'here'))
    await expect(openState(join(folder, 'here', 'line.json'))).rejects.toThrow('in use')
    open.close()
  })

  it('of another process is neither opened nor overwritten, and the process is named', async () => {
    const child = await another()
    const start = await processStart(child.pid!)
    const started = (start as { at: string }).at
    await writeFile(`${file}.lock`, JSON.stringify({ pid: child.pid, started }))
    const error = {
      code: 'state_in_use',
      message: expect.stringContaining(`process ${child.pid!}`) as string,
    }
    await expect(openState(file)).rejects.toMatchObject(error)
    await expect(saveState(file, createEmulator())).rejects.toMatchObject(error)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const open = await openState(file)
    expect(await lock()).toMatchObject({ pid: process.pid })
    open.close()
  })

  it.each<[string, (pid: number) => string]>([
    ['a process that has ended', () => JSON.stringify({ pid: 0x7fff_fff0, started: 'x' })],
    ['a process whose id is used again', (pid) => JSON.stringify({ pid, started: 'long ago' })],
    ['an earlier process with our id', () => JSON.stringify({ pid: process.pid, started: 'x' })],
    ['a process that could not write', () => ''],
    ['no process', () => '{"pid":'],
    ['a group of processes', () => '{"pid":-1}'],
    ['every process', () => '{"pid":0}'],
    ['no number', () => '{"pid":"1"}'],
    ['null', () => 'null'],
  ])('is taken over from %s', async (_, write) => {
    const child = await another()
    await writeFile(`${file}.lock`, write(child.pid!))
    const open = await openState(file)
    expect(await lock()).toMatchObject({ pid: process.pid })
    expect(await names()).toEqual(['line.json.lock'])
    open.close()
  })

  it('is taken over from a process that ended without being waited for', async () => {
    // The shell's child has ended; what the shell became never asks how.
    const parent = spawn('sh', [
      '-c',
      `true & echo $!; exec "${process.execPath}" -e 'setInterval(() => {}, 1000)'`,
    ])
    children.push(parent)
    const [pid] = (await once(parent.stdout, 'data')) as [Buffer]
    await writeFile(`${file}.lock`, JSON.stringify({ pid: Number(String(pid)) }))
    await expect.poll(() => openState(file).then((open) => open.close())).toBeUndefined()
  })

  it('goes to one of many that take it over at once', async () => {
    await writeFile(`${file}.lock`, JSON.stringify({ pid: 0x7fff_fff0 }))
    const opened = await Promise.allSettled(Array.from({ length: 20 }, () => openState(file)))
    const good = opened.filter(({ status }) => status === 'fulfilled')
    expect(good).toHaveLength(1)
    expect(await names()).toEqual(['line.json.lock'])
    ;(good[0] as PromiseFulfilledResult<Awaited<ReturnType<typeof openState>>>).value.close()
  })

  it('in a folder that is not there is an error at once', async () => {
    await expect(openState(join(folder, 'missing', 'line.json'))).rejects.toThrow('ENOENT')
  })
})
