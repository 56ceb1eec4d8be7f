/** Promises in a tree, and those that nothing waits for any more. */
import { shape } from '../spec/shape.js'

export const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as { then?: unknown } | null)?.then === 'function'

const nothing = () => undefined

/**
 * Gives every promise in a value a listener. Rendering that ends early waits for none of them, and a rejection without a
 * listener would end the process. Calls no getter of an object.
 *
 * @param more - how far promises in what promises give are followed
 */
export function silence(root: unknown, more = 9): void {
  const found = [root]
  const seen = new Set<unknown>()
  const add = (value: unknown) => found.length < shape.nodes && found.push(value)
  for (const value of found) {
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    seen.add(value)
    try {
      if (isPromise(value)) value.then((given) => more > 0 && silence(given, more - 1), nothing)
      // Names of a long array would take more memory than the array.
      else if (Array.isArray(value)) for (let i = 0; i < value.length && add(value[i]); i++);
      else
        for (const name of Object.keys(value))
          add(Object.getOwnPropertyDescriptor(value, name)?.value)
    } catch {
      // What cannot be read holds no promise that was read.
    }
  }
}
