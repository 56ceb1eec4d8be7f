/** Error messages on the console. */

/** Prints an error. Never throws: the error may be unprintable, and the console may be broken. */
export function printError(message: string, ...errors: unknown[]): void {
  try {
    console.error(`fukidashi: ${message}`, ...errors)
  } catch {
    try {
      console.error(`fukidashi: ${message} (The error cannot be printed.)`)
    } catch {
      // There is no console to report to.
    }
  }
}
