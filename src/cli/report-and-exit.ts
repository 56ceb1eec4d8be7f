/** The end of a command that failed. */
import { UsageError } from './usage-error.js'

/** Makes a function that prints an error after the name of a command, and ends the process: with 2 for wrong arguments, else with 1. */
export const reportAndExit =
  (name: string) =>
  (error: unknown): never => {
    console.error(error instanceof Error ? `${name}: ${error.message}` : error)
    process.exit(error instanceof UsageError ? 2 : 1)
  }
