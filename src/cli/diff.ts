/** `fukidashi diff`: compares the messages of a project with those of a commit. */
import { relative, resolve } from 'node:path'
import type { Command } from 'commander'
import { CatalogError } from '../catalog/index.js'
import {
  diffFolders,
  type DiffReport,
  diffRef,
  diffText,
  isBuild,
  summaryText,
} from '../catalog/node/index.js'
import { type DeviceName, deviceNames } from '../preview/index.js'
import { imageLoader } from '../preview/png/index.js'
import { nameFrom, wholeNumber } from './values.js'
import { endAfterOutput } from './progress.js'
import { imagesOption, textScaleOption, timeoutOption } from './shared-options.js'
import { UsageError } from './usage-error.js'

/** Options as they are on the command line. */
interface DiffCommandOptions {
  out?: string
  mergeBase?: true
  device: DeviceName
  theme: 'light' | 'dark'
  textScale: number
  images?: true
  maxPictures: number
  picturesUrl?: string
  json?: true
  exitCode?: true
  timeout: number
  buildTimeout: number
}

/** Adds `fukidashi diff`. */
export function addDiff(program: Command): void {
  program
    .command('diff')
    .summary('compare the messages of a project with those of a commit, with pictures')
    .usage(
      '[options] <commit> [globs...]\n       fukidashi diff [options] <folder before> <folder after>',
    )
    .description(
      'Compares the messages of the project as it is with those of a commit: changed, new and removed ones, by title and export. The commit is\n' +
        'checked out into a temporary folder and uses the packages that are installed now. With --out it writes report.html, report.md (for a\n' +
        'comment in a pull request) and pictures of what changed. Two folders of fukidashi build can be compared as well.',
    )
    .argument('<commit>', 'a branch, a tag, a hash; or a folder of fukidashi build')
    .argument('[globs...]', 'story files; or the second folder')
    .option('-o, --out <FOLDER>', 'folder for the report; what an earlier diff wrote is replaced')
    .option('--merge-base', 'compare with the commit at which the current branch began')
    .option('--device <NAME>', deviceNames.join(', '), nameFrom(deviceNames), 'iphone')
    .option('--theme <NAME>', 'light or dark', nameFrom(['light', 'dark'] as const), 'light')
    .addOption(textScaleOption())
    .addOption(imagesOption())
    .option('--max-pictures <COUNT>', 'how many changes are drawn', wholeNumber, 100)
    .option('--pictures-url <URL>', 'where the folder will be, for pictures in report.md')
    .option('--json', 'print the changes as JSON')
    .option('--exit-code', 'end with 1 if something changed')
    .addOption(timeoutOption())
    .option('--build-timeout <SECONDS>', 'seconds that all stories may take', wholeNumber, 300)
    .addHelpText(
      'after',
      `
Examples:
  fukidashi diff main
  fukidashi diff HEAD~3 'src/shop/**/*.messages.tsx' --out report
  fukidashi diff old/messages new/messages --out report

Exit codes: 0 when the messages were compared, also if the commit could not be built; 1 if the project cannot be built or, with --exit-code,
if something changed or could not be compared; 2 for wrong arguments.`,
    )
    .action(diff)
}

async function diff(first: string, rest: string[], options: DiffCommandOptions): Promise<void> {
  const { out, images, json, exitCode } = options
  const shared = {
    out: out === undefined ? undefined : resolve(out),
    device: options.device,
    theme: options.theme,
    textScale: options.textScale,
    loadImage: images && imageLoader(),
    maxPictures: options.maxPictures,
    picturesUrl: options.picturesUrl,
  }
  const report = isBuild(first)
    ? await diffFolders(first, secondFolder(first, rest), shared)
    : await diffRef(first, {
        ...shared,
        root: process.cwd(),
        command: process.argv[1]!,
        patterns: rest,
        mergeBase: options.mergeBase ?? false,
        timeout: options.timeout,
        buildTimeout: options.buildTimeout * 1000,
      }).catch((error: unknown) => {
        const isWrong = error instanceof CatalogError && error.code === 'ref_unknown'
        throw isWrong ? new UsageError(error.message) : error
      })
  const { comparison, before } = report
  const isDifferent =
    comparison.stories.length > 0 ||
    comparison.uncompared.length > 0 ||
    before.failure !== undefined
  const text = json ? `${JSON.stringify(jsonOf(report), null, 2)}\n` : textOf(report, out)
  await endAfterOutput(text, exitCode && isDifferent ? 1 : 0)
}

/** @throws {UsageError} */
function secondFolder(first: string, [second, ...others]: string[]): string {
  if (second !== undefined && others.length === 0 && isBuild(second)) return second
  throw new UsageError(
    `${first} is a folder of fukidashi build. Pass one more such folder after it` +
      (second === undefined ? '.' : `; ${second} has no manifest.json.`),
  )
}

/** The report for programs. */
function jsonOf({ before, after, comparison, drawn }: DiffReport): object {
  const { stories, unchanged, uncompared } = comparison
  return {
    before,
    after,
    stories: stories.map(({ id, kind, locales }) => ({
      id,
      kind,
      locales: locales.map((change) => ({
        locale: change.locale,
        kind: change.kind,
        ...(drawn.pictures.has(change) && { pictures: drawn.pictures.get(change) }),
      })),
    })),
    unchanged,
    uncompared,
    notes: drawn.notes,
  }
}

/** The report for a terminal: with the changed lines if no files were written. */
function textOf(report: DiffReport, out: string | undefined): string {
  const { before, comparison, drawn } = report
  const lines: string[] = []
  if (before.failure !== undefined)
    lines.push(`${before.name} could not be built:`, before.failure, '')
  for (const { kind, id, locales } of comparison.stories) {
    lines.push(`${kind.padEnd(7)}  ${id} (${locales.map(({ locale }) => locale).join(', ')})`)
    if (out !== undefined) continue
    for (const change of locales) lines.push('', `  ${change.locale}`, diffText(change.lines))
    lines.push('')
  }
  for (const { side, subject, message } of comparison.uncompared)
    lines.push(`not compared, ${side}: ${subject}: ${message.split('\n')[0]!}`)
  lines.push(...drawn.notes, summaryText(report))
  if (out !== undefined)
    lines.push(`Wrote ${relative(process.cwd(), resolve(out, 'report.html'))} and report.md.`)
  return `${lines.join('\n')}\n`
}
