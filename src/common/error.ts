/** The base class of every error that this library throws on purpose. */

/**
 * An error with a stable code, so that programs can tell errors apart without reading their text.
 *
 * @example
 * try {
 *   await line.messages.push(userId, message)
 * } catch (error) {
 *   if (error instanceof FukidashiError) console.log(error.name, error.code)
 * }
 */
export abstract class FukidashiError extends Error {
  /** Stable: a code that changes its meaning is a major version. `<thing>_<state>`, such as `option_invalid`. */
  abstract readonly code: string
}
