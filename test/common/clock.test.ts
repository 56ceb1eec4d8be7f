import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  after,
  backgroundClock,
  type Clock,
  monotonic,
  systemClock,
} from '../../src/common/clock.js'

const day = 86_400_000

describe.each([
  ['the system clock', systemClock],
  ['the background clock', backgroundClock],
])('%s', (_, clock) => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('fires after delays that setTimeout would fire at once', () => {
    const fire = vi.fn()
    clock.after(60 * day, fire)
    vi.advanceTimersByTime(60 * day - 1)
    expect(fire).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(fire).toHaveBeenCalledOnce()
  })

  it('never fires after Infinity, and needs no timer for it', () => {
    clock.after(Infinity, () => expect.unreachable())
    expect(vi.getTimerCount()).toBe(0)
  })

  it('cancels a long delay in any of its steps', () => {
    const cancel = clock.after(60 * day, () => expect.unreachable())
    vi.advanceTimersByTime(30 * day)
    cancel()
    vi.advanceTimersByTime(60 * day)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('ends a sleep with the reason of its signal', async () => {
    const controller = new AbortController()
    const sleep = clock.sleep(1000, controller.signal)
    controller.abort(new Error('enough'))
    await expect(sleep).rejects.toThrow('enough')
    await expect(clock.sleep(1000, controller.signal)).rejects.toThrow('enough')
    expect(vi.getTimerCount()).toBe(0)
  })

  it('measures durations that survive a change of the date', () => {
    const before = monotonic(clock)
    vi.setSystemTime(0)
    vi.advanceTimersByTime(5)
    expect(monotonic(clock) - before).toBe(5)
  })
})

it('makes timers of a clock that can only sleep', async () => {
  let wake: () => void = () => undefined
  const clock: Clock = { now: () => 7, sleep: () => new Promise((resolve) => (wake = resolve)) }
  const fire = vi.fn()
  after(clock, 10, fire)
  const cancelled = vi.fn()
  wake()
  await Promise.resolve()
  expect(fire).toHaveBeenCalledOnce()
  after(clock, 10, cancelled)()
  wake()
  await Promise.resolve()
  expect(cancelled).not.toHaveBeenCalled()
  expect(monotonic(clock)).toBe(7)
})
