#!/usr/bin/env node
/** The program of the `fukidashi` command. */
import { run } from './run.js'
import { UsageError } from './usage-error.js'

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? `fukidashi: ${error.message}` : error)
  process.exit(error instanceof UsageError ? 2 : 1)
})
