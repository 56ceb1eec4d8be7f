import { execFile, spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PngProblem } from '../../../src/preview/png/index.js'
import { body, picture } from '../messages.js'
import { dataUrl, nested, photo } from './pictures.js'

vi.mock('node:child_process', async (original) => {
  const real = await original<typeof import('node:child_process')>()
  return { ...real, spawn: vi.fn(real.spawn) }
})
const spawned = vi.mocked(spawn)

const { toPng } = await import('../../../src/preview/png/index.js')
const { DrawingService, serviceLimits } =
  await import('../../../src/preview/png/outside/service.js')

const own = dataUrl('image/png', await photo())
const withPicture = body([picture({ url: own })])
const hello = { type: 'text', text: 'Hello' } as const
const root = join(import.meta.dirname, '../../..')
const execPath = process.execPath

beforeEach(() => {
  spawned.mockClear()
})
afterEach(() => {
  process.execPath = execPath
  vi.unstubAllEnvs()
})

describe('the process that draws untrusted images', () => {
  it('is not started without untrusted images', async () => {
    await toPng([hello, { type: 'location', title: 'a', address: 'b', latitude: 0, longitude: 0 }])
    await toPng({ entries: [{ kind: 'message', from: 'me', message: hello }] })
    await toPng(body([picture({ url: 'https://example.invalid/tea.png' })]))
    await toPng(withPicture, { trustImages: true })
    await toPng(withPicture, { trustImages: (url) => url === own })
    // Images that are refused because of their headers need no process either.
    await toPng(body([picture({ url: dataUrl('image/svg+xml', nested(10_000)) })]))
    expect(spawned).not.toHaveBeenCalled()
  })

  it('is shared by all images and messages', async () => {
    const pictures = await Promise.all(
      [20, 30, 40].map(async (width) =>
        picture({ url: dataUrl('image/png', await photo('png', width)) }),
      ),
    )
    await Promise.all([toPng(body(pictures)), toPng(withPicture), toPng(body(pictures))])
    await toPng(withPicture, { trustImages: () => 'yes' as never })
    expect(spawned).toHaveBeenCalledTimes(1)
  })

  it('gets no environment variables', async () => {
    vi.stubEnv('LINE_CHANNEL_SECRET', 'secret')
    const service = new DrawingService()
    await service.draw({ maxPixels: 9_999, maxDrawn: 9_999 }, await photo())
    service.end()
    expect(JSON.stringify(spawned.mock.lastCall)).not.toContain('secret')
    const { env } = spawned.mock.lastCall![2]
    expect(Object.keys(env!)).not.toContain('LINE_CHANNEL_SECRET')
  })

  it('is started again after it was ended', async () => {
    const service = new DrawingService()
    const request = { maxPixels: 9_999, maxDrawn: 9_999 }
    await service.draw(request, await photo())
    process.kill(service.pid!, 'SIGKILL')
    await expect.poll(() => service.pid, { timeout: 30_000 }).toBeUndefined()
    expect(await service.draw(request, await photo())).toMatchObject({ width: 60 })
    expect(spawned).toHaveBeenCalledTimes(2)
    service.end()
  })

  it('that cannot be started is an error that says what to do', async () => {
    const problems: PngProblem[] = []
    const service = new DrawingService()
    process.execPath = '/nowhere/node'
    const request = { maxPixels: 9_999, maxDrawn: 9_999 }
    const failure = service.draw(request, await photo())
    await expect(failure).rejects.toMatchObject({ name: 'PngError', code: 'process_unavailable' })
    await expect(failure).rejects.toThrow(/trustImages/)
    expect(problems).toEqual([])
  })

  it.each<[string, () => never]>([
    [
      'is forbidden',
      () => {
        throw Object.assign(new Error('Access to this API has been restricted'), {
          code: 'ERR_ACCESS_DENIED',
        })
      },
    ],
  ])('that %s causes the same error', async (_how, refuse) => {
    spawned.mockImplementationOnce(refuse)
    const failure = new DrawingService().draw({ maxPixels: 9_999, maxDrawn: 9_999 }, await photo())
    await expect(failure).rejects.toMatchObject({ code: 'process_unavailable' })
    await expect(failure).rejects.toThrow(/has been restricted/)
  })

  it('that is never ready causes the same error', async () => {
    const service = new DrawingService({ ...serviceLimits, start: 1 })
    const failure = service.draw({ maxPixels: 9_999, maxDrawn: 9_999 }, await photo())
    await expect(failure).rejects.toMatchObject({ code: 'process_unavailable' })
    await expect(failure).rejects.toThrow(/not ready after 1 ms/)
  })
})

/** Runs a program, and returns its output and how it ended. */
const run = (program: string): Promise<{ out: string; failure: Error | null }> =>
  new Promise((done) => {
    const source = ['--import', 'tsx', '--conditions', 'fukidashi-source', '--input-type=module']
    execFile(execPath, [...source, '-e', program], { cwd: root }, (failure, out) =>
      done({ out: out.trim(), failure }),
    )
  })

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('a program that draws an untrusted image', () => {
  const draws = `
    import { DrawingService } from './src/preview/png/outside/service.ts'
    const service = new DrawingService()
    const data = Buffer.from('${own.slice(own.indexOf(',') + 1)}', 'base64')
    await service.draw({ maxPixels: 9999, maxDrawn: 9999 }, data)
    console.log(service.pid)
  `

  it('ends when it has nothing else to do', async () => {
    const { out, failure } = await run(`
      import { toPng } from './src/preview/png/index.ts'
      const onProblem = (problem) => { throw new Error(problem.message) }
      const png = await toPng(${JSON.stringify(withPicture)}, { onProblem })
      console.log(png.length)
    `)
    expect(failure).toBeNull()
    expect(Number(out)).toBeGreaterThan(1_000)
  })

  it.each([
    ['ends', ''],
    ['exits', 'process.exit()'],
    ['is killed', "process.kill(process.pid, 'SIGKILL')"],
    [
      'is killed while it draws',
      "service.draw({ maxPixels: 9e7, maxDrawn: 9e7 }, data); process.kill(process.pid, 'SIGKILL')",
    ],
  ])('leaves no process behind when it %s', async (_how, end) => {
    const { out } = await run(`${draws}\n${end}`)
    expect(Number(out)).toBeGreaterThan(0)
    // The system may need some time to remove it.
    await expect.poll(() => isThere(Number(out)), { timeout: 30_000 }).toBe(false)
  })
})
