/** `fukidashi check`: renders all stories in all locales and reports every problem. */
import { type Command, Option } from 'commander'
import {
  countErrors,
  reportFormats,
  type ReportFormat,
  runCheck,
  writeReport,
} from '../catalog/node/index.js'
import { endAfterOutput, printToStandardError, Progress } from './progress.js'
import { timeoutOption } from './shared-options.js'
import { UsageError } from './usage-error.js'

/** Options as they are on the command line. */
interface CheckCommandOptions {
  format: ReportFormat
  table?: true
  timeout: number
}

/** Adds `fukidashi check`. */
export function addCheck(program: Command): void {
  program
    .command('check')
    .summary('check the messages of a project in all locales')
    .description(
      'Renders all stories in all locales, checks JSON files, and reports everything that LINE would refuse, with its line.\n' +
        'Story files are **/*.messages.{tsx,ts,jsx,js,mts,mjs}, unless globs are given.',
    )
    .argument('[globs...]', 'story files and JSON files')
    .addOption(
      new Option('--format <FORMAT>', 'how to report').choices(reportFormats).default('pretty'),
    )
    .option('--table', 'print every story in the table, not only the 30 closest to a limit')
    .addOption(timeoutOption())
    .addHelpText(
      'after',
      `
Examples:
  fukidashi check
  fukidashi check 'src/shop/**/*.messages.tsx'
  fukidashi check messages/*.json
  fukidashi check --format github

Exit codes: 0 without errors (there may be warnings), 1 with errors, 2 for wrong arguments or when there is nothing to check.`,
    )
    .action(check)
}

async function check(globs: string[], { format, table, timeout }: CheckCommandOptions) {
  printToStandardError()
  const progress = new Progress('stories')
  const report = await runCheck({
    root: process.cwd(),
    patterns: globs,
    timeout,
    onProgress: progress.show,
  })
  progress.clear()
  if (report.findings.length === 0 && report.results.length === 0 && report.files.length === 0)
    throw new UsageError(nothingFound(globs))
  const color = process.stdout.isTTY && !process.env['NO_COLOR']
  const text = writeReport(report, format, { color, table: table ?? false })
  // Stories may have left timers and connections open.
  await endAfterOutput(text === '' ? '' : `${text}\n`, countErrors(report.findings) > 0 ? 1 : 0)
}

/** The reason why there is nothing to do. */
export const nothingFound = (globs: readonly string[]): string =>
  globs.length === 0
    ? `There are no story files (*.messages.tsx) below ${process.cwd()}. Pass globs if yours have other names, such as 'src/**/*.stories.tsx'; or JSON files.`
    : `No file matches ${globs.join(' ')} in ${process.cwd()}. Put globs in quotes, so that the shell leaves them alone.`
