/** `fukidashi build`: writes the catalog as JSON for services in other languages. */
import { relative, resolve } from 'node:path'
import type { Command } from 'commander'
import { buildCatalog, countErrors } from '../catalog/node/index.js'
import { plural } from '../common/words.js'
import { printFindings } from './findings.js'
import { nothingFound } from './check.js'
import { endAfterOutput, printToStandardError, Progress } from './progress.js'
import { timeoutOption } from './shared-options.js'
import { UsageError } from './usage-error.js'

/** Options as they are on the command line. */
interface BuildCommandOptions {
  out: string
  keepGoing?: true
  timeout: number
}

/** Adds `fukidashi build`. */
export function addBuild(program: Command): void {
  program
    .command('build')
    .summary('write the messages of a project as JSON')
    .description(
      'Renders all stories in all locales and writes them for services in other languages: <locale>/<title>/<name>.json, manifest.json\n' +
        'with a list of them, and catalog.d.ts with types. Nothing is written if a story has an error.',
    )
    .argument('[globs...]', 'story files; **/*.messages.{tsx,ts,jsx,js,mts,mjs} by default')
    .option(
      '-o, --out <FOLDER>',
      'folder to write; what an earlier build wrote there is replaced',
      'messages',
    )
    .option(
      '--keep-going',
      'write what can be rendered although some stories have errors; manifest.json names what is missing',
    )
    .addOption(timeoutOption())
    .addHelpText(
      'after',
      `
Examples:
  fukidashi build
  fukidashi build 'src/shop/**/*.messages.tsx' --out dist/messages

Exit codes: 0 when the folder was written and no story has an error, 1 if a story has an error, 2 for wrong arguments or when there are no stories.`,
    )
    .action(build)
}

async function build(
  globs: string[],
  { out, keepGoing, timeout }: BuildCommandOptions,
): Promise<void> {
  printToStandardError()
  const progress = new Progress('stories')
  const { report, manifest } = await buildCatalog({
    root: process.cwd(),
    out: resolve(out),
    ...(globs.length > 0 && { patterns: globs }),
    keepGoing: keepGoing ?? false,
    timeout,
    onProgress: progress.show,
  })
  progress.clear()
  if (report.findings.length === 0 && report.results.length === 0)
    throw new UsageError(nothingFound(globs))
  printFindings(report.findings.filter(({ severity }) => severity === 'error'))
  const errors = countErrors(report.findings)
  if (manifest) {
    const folder = relative(process.cwd(), resolve(out)) || '.'
    const files = manifest.stories.reduce((sum, story) => sum + Object.keys(story.files).length, 0)
    const wrong = errors > 0 ? ` ${plural(errors, 'error')}.` : ''
    await endAfterOutput(`Wrote ${files} files to ${folder}.${wrong}\n`, errors > 0 ? 1 : 0)
  } else await endAfterOutput(`Nothing was written: ${plural(errors, 'error')}.\n`, 1)
}
