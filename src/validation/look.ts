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
 * and at the first object that `ends` chooses.
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
    if (!this.#part(root, 0) && this.obstacle) this.#locate(this.obstacle)
  }

  /** False at the end. */
  #part(value: unknown, depth: number): boolean {
    switch (typeof value) {
      case 'string':
        // Six bytes are the most that a code unit takes, as an escape; quotes and comma.
        this.bytes += value.length * 6 + 3
        // As `partsOf` counts.
        return value.length < 512 || this.#has(value.length >> 9)
      case 'object':
        if (value !== null) return this.#object(value, depth)
        this.bytes += 5
        return true
      case 'boolean':
        this.bytes += 6
        return true
      case 'bigint':
        this.bytes += UNKNOWN
        return true
      default:
        this.bytes += 26
        return true
    }
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
        if (this.#ends?.(value)) {
          this.ended = true
          return false
        }
        if (ArrayBuffer.isView(value)) goesOn = this.#has(value.byteLength)
        // JSON of its own making.
        if ((value as { toJSON?: unknown }).toJSON !== undefined) this.bytes += UNKNOWN
        if (goesOn)
          for (name in value) {
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
