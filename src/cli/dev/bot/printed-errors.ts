/** Errors that servers such as Express and Koa print, after they have caught them. */

/** First line and stack frames of a printed error. */
const printedStack =
  /(?:^|\n)\s*((?:[A-Z]\w*)?Error): ([^\n]*(?:\n(?!\s+at )[^\n]*){0,20})((?:\n\s+at [^\n]+)+)/

export class PrintedErrors {
  #errors: unknown[] = []
  #requests = 0

  /** From now on, remembers the errors that are printed with `console.error`. */
  constructor() {
    const { error: print } = console
    console.error = (...values: unknown[]) => {
      const error = values.find((value) => value instanceof Error) ?? parsed(values)
      if (error !== undefined) this.#errors.push(error)
      print(...values)
    }
  }

  /** Notes that a request is made to the server. Forgets what was printed before, unless another request is running. */
  begin(): void {
    if (this.#requests === 0) this.#errors = []
    this.#requests++
  }

  /** The last error that was printed for the request; of several requests at once, one error each, in the order in which they were printed. */
  take(): unknown {
    return this.#requests === 1 ? this.#errors.pop() : this.#errors.shift()
  }

  /** Notes that a request has ended. */
  end(): void {
    this.#requests--
  }
}

/** The error that a printed text is about. */
function parsed(values: readonly unknown[]): Error | undefined {
  const [text] = values.filter((value): value is string => typeof value === 'string')
  const [, name, message, frames] = printedStack.exec(text ?? '') ?? []
  if (name === undefined || message === undefined) return undefined
  const error = new Error(message.trim())
  error.name = name
  error.stack = `${name}: ${message}${frames}`
  return error
}
