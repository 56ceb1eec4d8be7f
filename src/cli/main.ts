/** Runs the command with the arguments of the process, and reports what is wrong with them. */
import { run } from './run.js'
import { UsageError } from './usage-error.js'

export function main(): void {
  run(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? `fukidashi: ${error.message}` : error)
    process.exit(error instanceof UsageError ? 2 : 1)
  })
}
