/** `fukidashi shot`: writes a PNG of each story, locale, device and theme. */
import { relative, resolve } from 'node:path'
import type { Command } from 'commander'
import { CatalogError } from '../catalog/index.js'
import { shootStories, type ShotResult } from '../catalog/node/index.js'
import { plural } from '../common/words.js'
import { type DeviceName, deviceNames } from '../preview/index.js'
import { imageLoader } from '../preview/png/index.js'
import { nothingFound } from './check.js'
import { printFindings } from './findings.js'
import { namesFrom, numberFrom } from './values.js'
import { endAfterOutput, printToStandardError, Progress } from './progress.js'
import { imagesOption, textScaleOption, timeoutOption } from './shared-options.js'
import { UsageError } from './usage-error.js'

/** Options as they are on the command line. */
interface ShotCommandOptions {
  out: string
  device: DeviceName[]
  theme: ('light' | 'dark')[]
  locale?: string[]
  scale: number
  textScale: number
  images?: true
  json?: true
  timeout: number
}

/** Adds `fukidashi shot`. */
export function addShot(program: Command): void {
  program
    .command('shot')
    .summary('write pictures of the messages of a project')
    .description(
      'Draws stories as PNG, without a browser: <locale>/<title>/<name>.<device>.<theme>.png. It needs @takumi-rs/core and fonts. Files in the\n' +
        'folder with the same names are replaced, all others stay.',
    )
    .argument('[globs...]', 'story files; **/*.messages.{tsx,ts,jsx,js,mts,mjs} by default')
    .option('-o, --out <FOLDER>', 'folder for the pictures', 'shots')
    .option(
      '--device <NAMES>',
      `phones, with commas: ${deviceNames.join(', ')}`,
      namesFrom(deviceNames),
      ['iphone'],
    )
    .option('--theme <NAMES>', 'light, dark or light,dark', namesFrom(['light', 'dark'] as const), [
      'light',
    ])
    .option('--locale <NAMES>', 'only these locales, with commas', namesFrom())
    .option('--scale <FACTOR>', 'pixels per pixel of the phone, 0.5 to 4', numberFrom(0.5, 4), 2)
    .addOption(textScaleOption())
    .addOption(imagesOption())
    .option('--json', 'print what was written as JSON')
    .addOption(timeoutOption())
    .addHelpText(
      'after',
      `
Examples:
  fukidashi shot
  fukidashi shot 'src/shop/**/*.messages.tsx' --locale ja,en --device iphone,android --theme light,dark --out pictures

Exit codes: 0 when all pictures are complete, 1 if a file could not be loaded, a story could not be drawn, or characters are missing in a
picture (all others are written), 2 for wrong arguments or when there are no stories.`,
    )
    .action(shot)
}

async function shot(globs: string[], options: ShotCommandOptions): Promise<void> {
  printToStandardError()
  const { out, device, theme, locale, scale, textScale, images, json, timeout } = options
  const progress = new Progress('stories')
  const result = await shootStories({
    root: process.cwd(),
    out: resolve(out),
    ...(globs.length > 0 && { patterns: globs }),
    devices: device,
    themes: theme,
    locales: locale,
    scale,
    textScale,
    loadImage: images && imageLoader(),
    timeout,
    onProgress: progress.show,
  })
    .catch((error: unknown) => {
      const isWrong = error instanceof CatalogError && error.code === 'locale_unknown'
      throw isWrong ? new UsageError(error.message) : error
    })
    .finally(() => progress.clear())
  const { shots, failed, failures } = result
  if (shots.length + failed.length + failures.length === 0)
    throw new UsageError(nothingFound(globs))
  printFindings(failures)
  process.stderr.write(problemsText(result))
  const isIncomplete = shots.some(({ problems }) => problems.length > 0)
  const code = failed.length > 0 || failures.length > 0 || isIncomplete ? 1 : 0
  if (json) await endAfterOutput(`${JSON.stringify({ shots, failed, failures }, null, 2)}\n`, code)
  const folder = relative(process.cwd(), resolve(out)) || '.'
  const files = shots.map(({ file }) => `${folder}/${file}\n`).join('')
  const missing =
    failed.length === 0 ? '' : ` ${plural(failed.length, 'picture')} could not be drawn.`
  await endAfterOutput(
    `${files}Wrote ${plural(shots.length, 'picture')} to ${folder}.${missing}\n`,
    code,
  )
}

/** What is wrong with pictures. The same problem in several pictures is one entry. */
function problemsText({ shots, failed, wrong }: ShotResult): string {
  const places = new Map<string, string[]>()
  const add = (message: string, place: string) =>
    places.set(message, [...(places.get(message) ?? []), place])
  for (const { message, file } of failed) add(`Not drawn: ${message}`, file)
  for (const { problems, file } of shots) for (const message of problems) add(message, file)
  const lines = [...places].map(([message, [first, ...others]]) => {
    const more = others.length === 0 ? '' : ` and ${plural(others.length, 'other')}`
    return `${first!}${more}: ${message}\n`
  })
  if (wrong > 0)
    lines.push(
      `${plural(wrong, 'story has', 'stories have')} errors that LINE would refuse: see fukidashi check.\n`,
    )
  return lines.join('')
}
