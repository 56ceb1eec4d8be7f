/** The error of the project's code in an error that the library made of it. */
import { isObject } from './json.js'

/** Codes of errors that the library makes of an error of the project. */
const wrappers: readonly unknown[] = ['component_threw', 'script_failed']

/** The error of the project's code: what a component or the script of a chat threw. */
export function originOf(error: unknown): unknown {
  let origin = error
  // Errors can be in themselves, so they are not followed for ever.
  for (const seen = new Set<unknown>(); !seen.has(origin);) {
    seen.add(origin)
    const { code, cause } = isObject(origin) ? (origin as { code?: unknown; cause?: unknown }) : {}
    if (isObject(cause) && wrappers.includes(code)) origin = cause
  }
  return origin
}

/** Throws an error with the stack of the project's error in it, so that test runners show the line that threw. */
export function throwAtOrigin(error: unknown): never {
  const origin = originOf(error)
  if (error instanceof Error && origin instanceof Error && origin !== error) {
    const stack = origin.stack ?? ''
    const frames = stack.search(/\n\s+at /)
    if (frames >= 0) error.stack = `${error.name}: ${error.message}${stack.slice(frames)}`
  }
  throw error
}
