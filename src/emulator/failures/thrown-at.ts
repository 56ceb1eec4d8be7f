/** Where in the project an error was thrown. */
import { isObject } from '../../common/json.js'
import { originOf } from '../../common/origin-of-error.js'
import type { FilePlace } from './project-path.js'
import { framesOf } from './stack.js'

/**
 * The place of the project in which an error was thrown; `undefined` if its stack has none.
 *
 * @param root - absolute path of the project
 * @param mapped - gives a stack the positions of sources
 */
export function thrownAt(
  error: unknown,
  root: string,
  mapped: (stack: string) => string = (stack) => stack,
): FilePlace | undefined {
  const origin = originOf(error)
  const stack = isObject(origin) ? (origin as { stack?: unknown }).stack : undefined
  return typeof stack === 'string' ? framesOf(mapped(stack), root).place : undefined
}
