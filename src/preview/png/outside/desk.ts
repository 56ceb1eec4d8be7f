/** Draws pictures from outside, one at a time, in one process that is kept for many. */
import { DrawingProcess, ProcessEnded, type ProcessLimits } from './process.js'
import type { DrawRequest } from './protocol.js'

export interface DeskLimits extends ProcessLimits {
  /** Milliseconds for one picture. */
  readonly picture: number
  /** Milliseconds without work after which the process is ended. */
  readonly idle: number
}

export const deskLimits: DeskLimits = {
  memory: 640_000_000,
  start: 20_000,
  answer: 40_000_000,
  picture: 5_000,
  idle: 30_000,
}

/** A picture that was drawn elsewhere: a PNG that is not compressed. */
export interface Drawn {
  /** The size of the picture itself, which may be larger than the PNG. */
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

export class Desk {
  readonly #limits: DeskLimits
  #process: DrawingProcess | undefined
  #last: Promise<unknown> = Promise.resolve()
  #idle: NodeJS.Timeout | undefined

  constructor(limits: DeskLimits = deskLimits) {
    this.#limits = limits
  }

  /**
   * Draws a picture. One at a time: see `queue`.
   *
   * @throws ProcessEnded if the picture ended the process, Error if it is damaged, PngError if no process can be started
   */
  async draw(request: DrawRequest, body: Uint8Array): Promise<Drawn> {
    clearTimeout(this.#idle)
    if (!this.#process || this.#process.isEnded)
      this.#process = await DrawingProcess.start(this.#limits)
    try {
      const answer = await this.#process.ask({ head: request, body }, this.#limits.picture)
      if ('error' in answer.head) throw new Error(answer.head.error)
      if (!('width' in answer.head)) throw new Error('it was not drawn')
      return { ...answer.head, data: answer.body }
    } finally {
      this.#idle = setTimeout(() => this.end(), this.#limits.idle)
      this.#idle.unref()
    }
  }

  /** Runs work after all that was queued before it. */
  queue<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work)
    this.#last = result.catch(() => undefined)
    return result
  }

  /** The process that runs; none before the first picture and after a while without one. */
  get pid(): number | undefined {
    return this.#process?.isEnded ? undefined : this.#process?.pid
  }

  /** Ends the process. The next picture starts another. */
  end(): void {
    this.#process?.end()
    this.#process = undefined
  }
}

const shared = new Desk()

const mostEnded = 3
const longestInAll = 30_000

/**
 * Draws the pictures of one message, one after the other, so that others are drawn between them. A message whose pictures end the process
 * again and again gets no further one.
 */
export class Turn {
  readonly #desk: Desk
  #ended = 0
  #time = 0
  #last: Promise<unknown> = Promise.resolve()

  constructor(desk: Desk = shared) {
    this.#desk = desk
  }

  async #draw(request: DrawRequest, data: Uint8Array): Promise<Drawn> {
    if (this.#ended >= mostEnded)
      throw new Error(`${mostEnded} pictures before it ended the process that draws them`)
    if (this.#time > longestInAll)
      throw new Error(`the pictures before it took more than ${longestInAll} ms to draw`)
    return this.#desk.queue(async () => {
      const began = performance.now()
      try {
        return await this.#desk.draw(request, data)
      } catch (error) {
        if (error instanceof ProcessEnded) this.#ended++
        throw error
      } finally {
        this.#time += performance.now() - began
      }
    })
  }

  /** Rejects as the desk does. */
  draw(request: DrawRequest, data: Uint8Array): Promise<Drawn> {
    const drawn = this.#last.then(() => this.#draw(request, data))
    this.#last = drawn.catch(() => undefined)
    return drawn
  }
}
