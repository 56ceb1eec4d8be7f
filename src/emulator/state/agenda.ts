/** Planned tasks. They run when they are due by the emulator's clock, at the latest at the next call or deed. */
import type { MovableClock } from '../clock.js'

interface Task {
  at: number
  run: () => void
  cancel: () => void
}

export class Agenda {
  readonly #clock: MovableClock
  readonly #tasks = new Set<Task>()
  /** When the first task is due, or earlier: tasks can be canceled. */
  #earliest = Infinity

  constructor(clock: MovableClock) {
    this.#clock = clock
  }

  /** Runs a task in `ms`. Returns a function that cancels it. */
  in(ms: number, run: () => void): () => void {
    const task: Task = { at: this.#clock.now() + ms, run, cancel: () => undefined }
    this.#tasks.add(task)
    this.#earliest = Math.min(this.#earliest, task.at)
    task.cancel = this.#clock.after(ms, () => this.#do(task))
    return () => {
      task.cancel()
      this.#tasks.delete(task)
    }
  }

  /** Runs what is due, in order, after the clock may have been moved. */
  catchUp(): void {
    const now = this.#clock.now()
    if (now < this.#earliest) return
    this.#earliest = Infinity
    for (const { at } of this.#tasks) if (at > now) this.#earliest = Math.min(this.#earliest, at)
    const due = [...this.#tasks].filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)
    for (const task of due) this.#do(task)
  }

  clear(): void {
    for (const task of this.#tasks) task.cancel()
    this.#tasks.clear()
    this.#earliest = Infinity
  }

  #do(task: Task): void {
    if (!this.#tasks.delete(task)) return
    task.cancel()
    try {
      task.run()
    } catch (error) {
      // In a timer the error would end the process, and in a request the wrong one would fail.
      console.error('fukidashi: the emulator failed to run a planned task.', error)
    }
  }
}
