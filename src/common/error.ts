/** The base class of every error that this library throws on purpose. */

/**
 * An error with a stable code, so that programs can distinguish errors without reading their text.
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

const inspect: unique symbol = Symbol.for('nodejs.util.inspect.custom') as never

/** An error whose text lists its problems. Consoles print the text only, and not the problems a second time. */
export abstract class ReportError<P> extends FukidashiError {
  /** All problems, warnings among them. Enumerable. */
  declare readonly problems: readonly P[]

  constructor(message: string, problems: readonly P[]) {
    super(message)
    // For an error that is not caught, Node prints the values of all properties, but not those of getters.
    Object.defineProperty(this, 'problems', { enumerable: true, get: () => problems })
  }

  /** @internal */
  [inspect](): string {
    return this.stack?.replace(/^\w*Error/, this.name) ?? String(this)
  }
}
