/** Error messages on the console. */

/** Prints an error. Never throws: what was thrown may be unprintable, and a console may be broken. */
export function printError(message: string, ...errors: unknown[]): void {
  try {
    console.error(`fukidashi: ${message}`, ...errors)
  } catch {
    try {
      console.error(`fukidashi: ${message} (What was thrown cannot be shown.)`)
    } catch {
      // There is no console to report to.
    }
  }
}
