/** Error messages on the console. */
import { reactAdvice } from '../../common/advice.js'

/** Prints an error. Never throws: the error may be unprintable, and the console may be broken. */
export function printError(message: string, ...errors: unknown[]): void {
  try {
    const advice = reactAdvice(errors[0])
    console.error(`fukidashi: ${message}`, ...errors, ...(advice ? [`\n${advice}`] : []))
  } catch {
    try {
      console.error(`fukidashi: ${message} (The error cannot be printed.)`)
    } catch {
      // There is no console to report to.
    }
  }
}
