/** Draws untrusted images, one at a time, in a process that is reused. */
import { DrawingProcess, ProcessEnded, type ProcessLimits } from './process.js'
import type { DrawRequest } from './protocol.js'

export interface ServiceLimits extends ProcessLimits {
  /** Milliseconds for one image. */
  readonly picture: number
  /** Milliseconds without work until the process is ended. */
  readonly idle: number
}

export const serviceLimits: ServiceLimits = {
  memory: 640_000_000,
  start: 20_000,
  answer: 40_000_000,
  picture: 5_000,
  idle: 30_000,
}

/** An image drawn in the other process: an uncompressed PNG. */
export interface Drawn {
  /** The size of the image itself, which may be larger than the PNG. */
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

export class DrawingService {
  readonly #limits: ServiceLimits
  #process: DrawingProcess | undefined
  #last: Promise<unknown> = Promise.resolve()
  #idle: NodeJS.Timeout | undefined

  constructor(limits: ServiceLimits = serviceLimits) {
    this.#limits = limits
  }

  /**
   * Draws an image. Only one at a time: see `queue`.
   *
   * @throws {ProcessEnded} if the image crashed the process
   * @throws {Error} if the image is damaged
   * @throws {PngError} if no process can be started
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

  /** Runs work after all earlier work. */
  queue<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work)
    this.#last = result.catch(() => undefined)
    return result
  }

  /** The running process; none before the first image and after some time without one. */
  get pid(): number | undefined {
    return this.#process?.isEnded ? undefined : this.#process?.pid
  }

  /** Ends the process. The next image starts another. */
  end(): void {
    this.#process?.end()
    this.#process = undefined
  }
}

const shared = new DrawingService()

const maxCrashes = 3
const maxTotalTime = 30_000

/**
 * Draws the images of one message one after the other, so that images of other messages can be drawn in between. If the images of a
 * message crash the process repeatedly, its remaining images are not drawn.
 */
export class MessageImages {
  readonly #service: DrawingService
  #ended = 0
  #time = 0
  #last: Promise<unknown> = Promise.resolve()

  constructor(service: DrawingService = shared) {
    this.#service = service
  }

  async #draw(request: DrawRequest, data: Uint8Array): Promise<Drawn> {
    if (this.#ended >= maxCrashes)
      throw new Error(`${maxCrashes} earlier images crashed the drawing process`)
    if (this.#time > maxTotalTime)
      throw new Error(`drawing the earlier images took more than ${maxTotalTime} ms`)
    return this.#service.queue(async () => {
      const began = performance.now()
      try {
        return await this.#service.draw(request, data)
      } catch (error) {
        if (error instanceof ProcessEnded) this.#ended++
        throw error
      } finally {
        this.#time += performance.now() - began
      }
    })
  }

  /** Rejects like `DrawingService.draw`. */
  draw(request: DrawRequest, data: Uint8Array): Promise<Drawn> {
    const drawn = this.#last.then(() => this.#draw(request, data))
    this.#last = drawn.catch(() => undefined)
    return drawn
  }
}
