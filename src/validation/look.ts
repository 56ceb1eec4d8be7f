/** A cheap look at a value of which nothing is known, before validators that recurse: depth, size, cycles, getters. */
import { obstacles, partsOf, shape, unreadable as unreadableText } from '../spec/shape.js'
import type { Segment } from './path.js'
import type { Finding } from './problem.js'

/** The one thing that keeps a value from being validated at all. */
export interface Obstacle extends Finding {
  place: Segment[]
}

interface Step {
  value: object
  depth: number
  parent: Step | undefined
  name: Segment | undefined
}

const { depth: deepest, nodes: most } = shape

const placeOf = (step: Step, name: Segment): Segment[] => {
  const place = [name]
  for (let at: Step | undefined = step; at?.name !== undefined; at = at.parent)
    place.unshift(at.name)
  return place
}

/** What a look finds: an obstacle, or how many bytes of JSON there are at the most. */
export type Look = { obstacle: Obstacle } | { obstacle?: never; bytes: number }

/** Walks without recursion. Its work is bounded by the number of nodes, whatever it is given. */
export function look(root: unknown): Look {
  if (typeof root !== 'object' || root === null) return { bytes: Infinity }
  const steps: Step[] = [{ value: root, depth: 1, parent: undefined, name: undefined }]
  let nodes = 0
  let bytes = 0
  for (let step = steps.pop(); step; step = steps.pop()) {
    const count = namesOf(step)
    if (typeof count === 'object' && !Array.isArray(count)) return { obstacle: count }
    const names = typeof count === 'number' ? undefined : count
    const length = names ? names.length : (count as number)
    bytes += 2
    for (let i = 0; i < length; i++) {
      if (++nodes > most) return { obstacle: tooMany(nodes) }
      const name = names ? names[i]! : i
      let value: unknown
      try {
        value = (step.value as Record<Segment, unknown>)[name]
        if (typeof value === 'object' && value !== null && 'toJSON' in value) bytes = Infinity
      } catch (error) {
        return { obstacle: unreadable(error, placeOf(step, name)) }
      }
      // Quotes, colon and comma; six bytes are the most that a code unit takes, as an escape.
      if (names) bytes += names[i]!.length * 6 + 3
      if (typeof value === 'string') {
        bytes += value.length * 6 + 3
        nodes += partsOf(value) - 1
      }
      // No JSON, or JSON of its own making.
      else if (typeof value === 'bigint') bytes = Infinity
      else bytes += 26
      if (typeof value !== 'object' || value === null) continue
      if (contains(step, value)) return { obstacle: cycle(placeOf(step, name)) }
      if (step.depth >= deepest) return { obstacle: tooDeep(placeOf(step, name).slice(0, 8)) }
      steps.push({ value, depth: step.depth + 1, parent: step, name })
    }
  }
  return { bytes }
}

/** The names of an object's properties, or the length of an array. */
function namesOf(step: Step): string[] | number | Obstacle {
  try {
    if (!Array.isArray(step.value)) return Object.keys(step.value)
    // The validators count an array that is far too long, and do not enter it; nor does this.
    const { length } = step.value
    return length > most ? tooMany(length) : length
  } catch (error) {
    return unreadable(error, step.parent ? placeOf(step.parent, step.name!) : [])
  }
}

const contains = (step: Step, value: object): boolean => {
  for (let at: Step | undefined = step; at; at = at.parent) if (at.value === value) return true
  return false
}

const tooMany = (actual: number): Obstacle => ({
  code: 'too_many',
  ...obstacles.too_many,
  actual,
  place: [],
})

const tooDeep = (place: Segment[]): Obstacle => ({
  code: 'too_deep',
  ...obstacles.too_deep,
  place,
})

const cycle = (place: Segment[]): Obstacle => ({ code: 'cycle', ...obstacles.cycle, place })

/** Reading a value threw. */
export const unreadable = (error: unknown, place: Segment[] = []): Obstacle => ({
  code: 'unreadable',
  message: unreadableText(error),
  place,
})
