/** A cheap look at a value of which nothing is known, before validators that recurse: depth, size, cycles, getters. */
import { limits } from '../spec/limits.js'
import { counted } from './names.js'
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

const { depth: deepest, nodes: most } = limits.shape

const placeOf = (step: Step, name: Segment): Segment[] => {
  const place = [name]
  for (let at: Step | undefined = step; at?.name !== undefined; at = at.parent)
    place.unshift(at.name)
  return place
}

/** Walks without recursion. Its work is bounded by the number of nodes, whatever it is given. */
export function obstacle(root: unknown): Obstacle | undefined {
  if (typeof root !== 'object' || root === null) return undefined
  const steps: Step[] = [{ value: root, depth: 1, parent: undefined, name: undefined }]
  let nodes = 0
  for (let step = steps.pop(); step; step = steps.pop()) {
    const names = namesOf(step)
    if (!Array.isArray(names)) return names
    for (const name of names) {
      if (++nodes > most) return tooMany(nodes)
      let value: unknown
      try {
        value = (step.value as Record<Segment, unknown>)[name]
      } catch (error) {
        return unreadable(error, placeOf(step, name))
      }
      if (typeof value !== 'object' || value === null) continue
      const place = () => placeOf(step, name)
      if (contains(step, value)) return cycle(place())
      if (step.depth >= deepest) return tooDeep(place().slice(0, 8))
      steps.push({ value, depth: step.depth + 1, parent: step, name })
    }
  }
  return undefined
}

function namesOf(step: Step): Segment[] | Obstacle {
  try {
    if (!Array.isArray(step.value)) return Object.keys(step.value)
    // The validators count an array that is far too long, and do not enter it; nor does this.
    const { length } = step.value
    if (length > most) return tooMany(length)
    return Array.from({ length }, (_, index) => index)
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
  message: `the value has more than ${counted(most)} parts, which no message has`,
  limit: most,
  actual,
  unit: 'nodes',
  place: [],
})

const tooDeep = (place: Segment[]): Obstacle => ({
  code: 'too_deep',
  message: `the value is nested more than ${String(deepest)} levels deep, which no message is`,
  limit: deepest,
  actual: deepest + 1,
  unit: 'levels',
  place,
})

const cycle = (place: Segment[]): Obstacle => ({
  code: 'cycle',
  message: 'the value contains itself, so it cannot become JSON',
  place,
})

/** Reading a value threw. */
export const unreadable = (error: unknown, place: Segment[] = []): Obstacle => ({
  code: 'unreadable',
  message: `reading it threw: ${error instanceof Error ? error.message : 'something that is no Error'}`,
  place,
})
