/** The clock of tests: one with every part, like those of the machine. */
import { describe, expect, it, vi } from 'vitest'
import { createEmulator, FakeClock } from '../../src/testing/index.js'

describe('FakeClock', () => {
  it('fires timers in the order of their times, those of one time as they were set', () => {
    const clock = new FakeClock(0)
    const order: [string, number][] = []
    for (const [name, ms] of [
      ['c', 30],
      ['a', 10],
      ['b', 20],
      ['a2', 10],
    ] as const)
      clock.after(ms, () => order.push([name, clock.now()]))
    clock.after(15, () => order.push(['canceled', 0]))()
    clock.after(10, () => clock.after(5, () => order.push(['set on the way', clock.now()])))
    expect(clock.waiting).toBe(5)
    clock.advance(20)
    expect(order).toEqual([
      ['a', 10],
      ['a2', 10],
      ['set on the way', 15],
      ['b', 20],
    ])
    clock.advance(20)
    expect(order.at(-1)).toEqual(['c', 30])
    expect([clock.now(), clock.waiting]).toEqual([40, 0])
  })

  it('fires what is due at once when no time passes', () => {
    const clock = new FakeClock()
    const fire = vi.fn()
    clock.after(0, fire)
    clock.advance(0)
    expect(fire).toHaveBeenCalledOnce()
  })

  it('never moves its durations back, even when the date is set back', () => {
    const clock = new FakeClock(1_000)
    const fire = vi.fn()
    clock.after(50, fire)
    clock.advance(10)
    clock.advance(-500)
    expect([clock.now(), clock.monotonic()]).toEqual([510, 10])
    clock.advance(40)
    expect([clock.now(), clock.monotonic()]).toEqual([550, 50])
    expect(fire).toHaveBeenCalledOnce()
    expect(() => clock.advance(NaN)).toThrow('milliseconds')
  })

  it('ends a sleep with the reason of its signal', async () => {
    const clock = new FakeClock()
    const controller = new AbortController()
    const sleep = clock.sleep(10, controller.signal)
    controller.abort(new Error('enough'))
    await expect(sleep).rejects.toThrow('enough')
    expect(clock.waiting).toBe(0)
  })
})

describe("the emulator's clock", () => {
  it('is ahead of the clock below, whose durations it keeps', () => {
    const below = new FakeClock(0)
    const emulator = createEmulator({ clock: below })
    emulator.advance(1_000)
    expect([emulator.clock.now(), emulator.clock.monotonic()]).toEqual([1_000, 0])
    below.advance(5)
    expect([emulator.clock.now(), emulator.clock.monotonic()]).toEqual([1_005, 5])
  })

  it('measures how long a webhook took by durations, not by the date', async () => {
    const below = new FakeClock()
    const line = createEmulator({
      clock: below,
      webhook: () => {
        below.advance(7)
        below.advance(-60_000)
        return new Response()
      },
    })
    await line.user('Aki').says('hi')
    expect(line.webhooks[0]!.ms).toBe(7)
  })
})
