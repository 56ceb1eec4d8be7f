import { availableParallelism } from 'node:os'
import { describe, expect, it } from 'vitest'
import { limited } from '../../../src/preview/png/at-once.js'
import { toPng } from '../../../src/preview/png/index.js'
import { measureMemory } from '../../support/memory.js'

/** Work that ends when the test says so. */
function job() {
  let end!: () => void
  let fail!: (error: Error) => void
  const done = new Promise<void>((resolve, reject) => {
    end = resolve
    fail = reject
  })
  return { done, end, fail }
}

/** Lets all work start that may. */
const turn = () => new Promise<void>((done) => setImmediate(done))

describe('drawings at once', () => {
  it('are limited, start in order, and make room when they fail', async () => {
    const most = availableParallelism() + 1
    const jobs = Array.from({ length: most + 3 }, job)
    const started: number[] = []
    const results = jobs.map(({ done }, index) =>
      limited(() => {
        started.push(index)
        return done
      }).catch((error: unknown) => (error as Error).message),
    )
    await turn()
    expect(started).toEqual(jobs.slice(0, most).map((_, index) => index))
    jobs[0]!.fail(new Error('failed'))
    jobs[1]!.end()
    await turn()
    expect(started).toEqual(jobs.slice(0, most + 2).map((_, index) => index))
    for (const { end } of jobs) end()
    expect(await Promise.all(results)).toEqual(['failed', ...jobs.slice(1).map(() => undefined)])
  })

  it('do not wait for each other while they load images that are drawn too', async () => {
    const loadImage = () => toPng({ type: 'text', text: 'inner' }, { scale: 1 })
    const url = 'https://example.com/a.png'
    const message = { type: 'image', originalContentUrl: url, previewImageUrl: url } as const
    const all = Array.from({ length: 12 }, () => toPng(message, { scale: 1, loadImage }))
    expect(
      new Set((await Promise.all(all)).map((png) => Buffer.from(png).toString('base64'))).size,
    ).toBe(1)
  })

  it('leave no memory in use', async () => {
    const draw = async (count: number) => {
      for (let start = 0; start < count; start += 20)
        await Promise.all(
          Array.from({ length: 20 }, (_, index) =>
            toPng({ type: 'text', text: `Order ${start + index}` }, { scale: 1, frame: 'none' }),
          ),
        )
    }
    await draw(40)
    const used = measureMemory()
    await draw(1_000)
    expect(used()).toBeLessThan(2_000_000)
  })
})
