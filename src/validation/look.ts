/** A cheap look at a value of which nothing is known, before validators that recurse: depth, size, cycles, getters. */
import { obstacles, shape, unreadable as unreadableText } from '../spec/shape.js'
import type { Segment } from './path.js'
import type { Finding } from './problem.js'

/** The one thing that keeps a value from being validated at all. */
export interface Obstacle extends Finding {
  place: Segment[]
}

const { depth: deepest, nodes: most } = shape

/** As many bytes as an unknown number counts: more than any limit, and small enough to be added up exactly. */
const UNKNOWN = 2 ** 32

/** Objects that may have fewer bytes are not noted: no limit is smaller. */
const SMALL = 30_000

/**
 * One way through a value. Its work is bounded by the number of parts, whatever it is given. It ends at the first obstacle,
 * and at the first object that `ends` chooses, which is not asked about plain JSON.
 */
export class Look {
  /** The most bytes that the value has as JSON, if the names of all properties are plain ASCII. */
  bytes = 0
  /** The code units of all those names. */
  names = 0
  /** The same as `bytes` for each object that may be large. */
  large: Map<object, number> | undefined
  obstacle: Obstacle | undefined
  /** True if it ended at an object that `ends` chose. */
  ended = false

  readonly #ends: ((value: object) => boolean) | undefined
  #parts = 0
  /** Where it ended, from the inside out. */
  readonly #around: object[] = []
  readonly #place: Segment[] = []

  constructor(root: unknown, ends?: (value: object) => boolean) {
    this.#ends = ends
    if (this.#part(root, 0)) return
    if (this.obstacle) this.#locate(this.obstacle)
    else this.ended = true
  }

  /** False at the end. */
  #part(value: unknown, depth: number): boolean {
    if (typeof value === 'string') {
      // Six bytes are the most that a code unit takes, as an escape; quotes and comma.
      this.bytes += value.length * 6 + 3
      // As `partsOf` counts.
      return value.length < 512 || this.#has(value.length >> 9)
    }
    if (typeof value === 'object' && value !== null) return this.#object(value, depth)
    // As many as the longest number has, and a comma.
    this.bytes += typeof value === 'bigint' ? UNKNOWN : 26
    return true
  }

  #object(value: object, depth: number): boolean {
    if (depth >= deepest) return this.#stop('too_deep', deepest + 1)
    const before = this.bytes
    this.bytes += 3
    let name: Segment | undefined
    let goesOn = true
    try {
      if (Array.isArray(value)) {
        goesOn = this.#has(value.length)
        for (let i = 0; i < value.length && goesOn; i++) {
          name = i
          goesOn = this.#part(value[i], depth + 1)
        }
      } else {
        const isPlain = Object.getPrototypeOf(value) === Object.prototype
        // JSON of its own making.
        const makesJson = (value as { toJSON?: unknown }).toJSON !== undefined
        if ((makesJson || !isPlain) && this.#ends?.(value)) return false
        if (!isPlain && ArrayBuffer.isView(value)) goesOn = this.#has(value.byteLength)
        if (makesJson) this.bytes += UNKNOWN
        if (goesOn)
          for (name in value) {
            // Plain objects may be elements of a library, or promises.
            if ((name === 'props' || name === 'then') && this.#ends?.(value)) return false
            // Quotes and colon.
            this.bytes += name.length + 3
            this.names += name.length
            goesOn = this.#has(1) && this.#part((value as Record<string, unknown>)[name], depth + 1)
            if (!goesOn) break
          }
      }
    } catch (error) {
      this.obstacle = unreadable(error)
      goesOn = false
    }
    if (goesOn) {
      const bytes = this.bytes - before
      if (bytes > SMALL) (this.large ??= new Map<object, number>()).set(value, bytes)
      return true
    }
    this.#around.push(value)
    if (name !== undefined) this.#place.push(name)
    return false
  }

  #has(parts: number): boolean {
    this.#parts += parts
    return this.#parts <= most || this.#stop('too_many', this.#parts)
  }

  #stop(code: 'too_many' | 'too_deep', actual: number): false {
    this.obstacle = { code, ...obstacles[code], actual, place: [] }
    return false
  }

  /** Says where the obstacle is. A cycle is found as a way that is too long. */
  #locate(obstacle: Obstacle): void {
    const around = this.#around.reverse()
    const place = this.#place.reverse()
    const { code } = obstacle
    const closed = around.findIndex((value, i) => around.indexOf(value) < i)
    if (code === 'unreadable') obstacle.place = place
    else if (closed > 0)
      this.obstacle = { code: 'cycle', ...obstacles.cycle, place: place.slice(0, closed) }
    // Its beginning is enough.
    else if (code === 'too_deep') obstacle.place = place.slice(0, 8)
  }
}

/** Reading a value threw. */
export const unreadable = (error: unknown): Obstacle => ({
  code: 'unreadable',
  message: unreadableText(error),
  place: [],
})
