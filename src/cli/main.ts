/** Runs the command with the arguments of the process, and reports what is wrong with them. */
import { reportAndExit } from './report-and-exit.js'
import { run } from './run.js'

export function main(): void {
  run(process.argv.slice(2)).catch(reportAndExit('fukidashi'))
}
