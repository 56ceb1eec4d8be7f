/** Writes the catalog as pages that open without a server. */
import { relative, resolve } from 'node:path'
import { buildSite } from '../../catalog/node/index.js'
import { nothingFound } from '../check.js'
import { printFindings } from '../findings.js'
import { endAfterOutput, printToStandardError, Progress } from '../progress.js'
import { UsageError } from '../usage-error.js'

/** Options as they are on the command line. */
export interface SiteCommandOptions {
  out?: string
  title?: string
  timeout: number
}

/** @throws {UsageError} when there are no stories */
export async function writeSite(
  globs: string[],
  { out, title, timeout }: SiteCommandOptions & { out: string },
): Promise<void> {
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
