/** Progress on standard error, and the end of commands that run code of a project. */

/** Shows how far a command is, on terminals only. */
export class Progress {
  readonly #what: string
  readonly #visible = process.stderr.isTTY
  #next = 0

  /** @param what - plural of what is counted */
  constructor(what: string) {
    this.#what = what
  }

  show = (done: number, all: number): void => {
    if (!this.#visible || done < this.#next) return
    // A hundred lines at most.
    this.#next = done + all / 100
    process.stderr.write(`\r\u001b[K${done} of ${all} ${this.#what}`)
  }

  clear(): void {
    if (this.#visible) process.stderr.write('\r\u001b[K')
  }
}

/** Sends what stories print to standard error, so that standard output is the report and nothing else. */
export function printToStandardError(): void {
  for (const name of ['log', 'info', 'debug'] as const) console[name] = console.error
}

/** Writes a text to standard output and ends the process when it has arrived, whatever else is still open. */
export async function endAfterOutput(text: string, code: number): Promise<never> {
  await new Promise<void>((resolve) => {
    process.stdout.write(text, () => resolve())
  })
  process.exit(code)
}

/** Ends the command after a value on standard output, as JSON or as text. */
export const print = (json: boolean | undefined, value: object, text: string, code = 0) =>
  endAfterOutput(json ? `${JSON.stringify(value, null, 2)}\n` : `${text}\n`, code)
