/** `fukidashi preview --out`: writes the catalog as pages that open without a server. */
import { relative, resolve } from 'node:path'
import type { Command } from 'commander'
import { buildSite } from '../catalog/node/index.js'
import { printFindings } from './findings.js'
import { nothingFound } from './check.js'
import { wholeNumber } from './values.js'
import { endAfterOutput, printToStandardError, Progress } from './progress.js'
import { UsageError } from './usage-error.js'

/** Options as they are on the command line. */
interface PreviewCommandOptions {
  out: string
  title?: string
  timeout: number
}

/** Adds `fukidashi preview`. */
export function addPreview(program: Command): void {
  program
    .command('preview')
    .summary('write the messages of a project as pages to look at')
    .description(
      'Draws all stories in all locales and writes them as pages that open without a server: index.html with a tree and search, and\n' +
        '<locale>/<title>/<name>.html. Stories with problems have pages too, which show the problems.',
    )
    .argument('[globs...]', 'story files; **/*.messages.{tsx,ts,jsx,js,mts,mjs} by default')
    .requiredOption(
      '-o, --out <FOLDER>',
      'folder to write; what an earlier run wrote there is replaced',
    )
    .option('--title <TEXT>', 'title of the site')
    .option(
      '--timeout <MS>',
      'milliseconds that a story may take in one locale',
      wholeNumber,
      10_000,
    )
    .addHelpText(
      'after',
      `
Examples:
  fukidashi preview --out site
  fukidashi preview 'src/shop/**/*.messages.tsx' --out site

Exit codes: 0 when the site was written, 1 if a file could not be loaded (all others are in the site), 2 for wrong arguments or when there
are no stories.`,
    )
    .action(preview)
}

async function preview(globs: string[], { out, title, timeout }: PreviewCommandOptions) {
  printToStandardError()
  const progress = new Progress('stories')
  const { stories, pages, failures, errors } = await buildSite({
    root: process.cwd(),
    out: resolve(out),
    ...(globs.length > 0 && { patterns: globs }),
    ...(title !== undefined && { title }),
    timeout,
    onProgress: progress.show,
  })
  progress.clear()
  if (stories === 0 && failures.length === 0) throw new UsageError(nothingFound(globs))
  printFindings(failures)
  if (stories === 0) await endAfterOutput('Nothing was written: no story could be loaded.\n', 1)
  const index = relative(process.cwd(), resolve(out, 'index.html'))
  const wrong = errors > 0 ? ` ${errors} problems: see the pages, or run fukidashi check.` : ''
  const text = `Wrote ${pages} pages. Open ${index}.${wrong}\n`
  await endAfterOutput(text, failures.length > 0 ? 1 : 0)
}
