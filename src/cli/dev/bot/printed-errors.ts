/** Errors that servers such as Express and Koa print, after they have caught them. */

/** First line and stack frames of a printed error. */
const printedStack =
  /(?:^|\n)\s*((?:[A-Z]\w*)?Error): ([^\n]*(?:\n(?!\s+at )[^\n]*){0,20})((?:\n\s+at [^\n]+)+)/

export class PrintedErrors {
  #last: unknown

  /** From now on, remembers the last error that is printed with `console.error`. */
  constructor() {
    const { error: print } = console
    console.error = (...values: unknown[]) => {
      const error = values.find((value) => value instanceof Error) ?? parsed(values)
      if (error !== undefined) this.#last = error
      print(...values)
    }
  }

  clear(): void {
    this.#last = undefined
  }

  /** The last error since `clear`. */
  take(): unknown {
    const error = this.#last
    this.#last = undefined
    return error
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
