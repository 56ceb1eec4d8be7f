import type { Clock } from '../../src/common/clock.js'

interface Timer {
  at: number
  fire: () => void
}

/** Time that passes only by `advance`; waits for backoff pass by themselves unless `manual`. */
export class FakeClock implements Clock {
  time = Date.UTC(2026, 7, 1)
  /** All waits that were asked for, in milliseconds. */
  readonly sleeps: number[] = []
  readonly timers = new Set<Timer>()
  readonly #manual: boolean

  constructor({ manual = false } = {}) {
    this.#manual = manual
  }

  now = (): number => this.time

  sleep = (ms: number, signal?: AbortSignal): Promise<void> => {
    this.sleeps.push(ms)
    if (signal?.aborted) return Promise.reject(signal.reason as Error)
    if (!this.#manual) {
      this.time += ms
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const timer = this.#add(ms, resolve)
      signal?.addEventListener('abort', () => {
        this.timers.delete(timer)
        reject(signal.reason as Error)
      })
    })
  }

  after = (ms: number, callback: () => void): (() => void) => {
    const timer = this.#add(ms, callback)
    return () => this.timers.delete(timer)
  }

  #add(ms: number, fire: () => void): Timer {
    const timer = { at: this.time + ms, fire }
    this.timers.add(timer)
    return timer
  }

  /** Lets time pass; what was due on the way happens. */
  advance(ms: number): void {
    const end = this.time + ms
    for (;;) {
      const next = this.#next()
      if (!next || next.at > end) break
      this.#fire(next)
    }
    this.time = end
  }

  /** Goes to the next thing that is due. False when there is none. */
  advanceToNext(): boolean {
    const next = this.#next()
    if (next) this.#fire(next)
    return next !== undefined
  }

  #next(): Timer | undefined {
    return [...this.timers].sort((a, b) => a.at - b.at)[0]
  }

  #fire(timer: Timer): void {
    this.timers.delete(timer)
    this.time = Math.max(this.time, timer.at)
    timer.fire()
  }
}
