/** Ctrl-C while code of the project may be running. */

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const end = (): void => process.exit(0)

/** Ends the process with exit code 0 at a signal. */
export class Interrupts {
  #runs = 0

  constructor() {
    for (const signal of signals) process.on(signal, end)
  }

  /**
   * Leaves signals to the system while something runs: a loop without an end keeps listeners from being called, and the process has to
   * end all the same.
   */
  async pausedWhile<T>(run: () => Promise<T>): Promise<T> {
    if (this.#runs++ === 0) for (const signal of signals) process.off(signal, end)
    try {
      return await run()
    } finally {
      if (--this.#runs === 0) for (const signal of signals) process.on(signal, end)
    }
  }
}
