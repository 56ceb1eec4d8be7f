/** `fukidashi shot`: writes a PNG of each story, locale, device and theme. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { DeviceName } from '../../preview/index.js'
import { CatalogError } from '../errors.js'
import { type CheckStoriesOptions, eachBatch, type StoryResult } from '../node/check-stories.js'
import { drawableOf, lookOf } from '../node/drawing.js'
import { pathsOf } from '../node/file-names.js'
import { type Finding, findingOfFailure } from '../node/findings.js'
import { inParallel } from '../node/in-parallel.js'
import { defaultPatterns, type LoadedStory, loadStories } from '../node/load-stories.js'
import { drawPicture, isFatal, type PictureOptions } from './draw.js'

/** Options of {@link shootStories}. */
export interface ShotOptions extends CheckStoriesOptions, Omit<PictureOptions, 'device' | 'theme'> {
  /** Absolute path of the project. */
  root: string
  /** Absolute path of the folder. Files in it that have the same names are replaced; all others stay. */
  out: string
  /** Globs and paths of story files; all story files by default. */
  patterns?: readonly string[]
  devices: readonly DeviceName[]
  themes: readonly ('light' | 'dark')[]
}

/** A picture of a story. */
export interface Shot {
  /** Title and export. */
  story: string
  locale: string
  device: DeviceName
  theme: 'light' | 'dark'
  /** Relative to the folder, with slashes. */
  file: string
  /** Characters and images that are missing in the picture. */
  problems: string[]
}

/** A picture that could not be drawn. */
export interface FailedShot extends Omit<Shot, 'problems'> {
  message: string
}

/** The result of {@link shootStories}. */
export interface ShotResult {
  shots: Shot[]
  failed: FailedShot[]
  /** Files that could not be loaded. */
  failures: Finding[]
  /** How many stories have problems that LINE would refuse. They are drawn nevertheless. */
  wrong: number
}

/**
 * Writes pictures: `<locale>/<title>/<name>.<device>.<theme>.png`. A story that cannot be drawn does not keep others from it.
 *
 * @throws {CatalogError} `peer_missing` without Vite, `locale_unknown`
 * @throws {PngError} `peer_missing` without `@takumi-rs/core`
 */
export async function shootStories(options: ShotOptions): Promise<ShotResult> {
  const { root, patterns = defaultPatterns } = options
  const { stories, failures } = await loadStories(root, patterns)
  if (stories.length > 0) checkLocales(stories, options.locales)
  const result: ShotResult = {
    shots: [],
    failed: [],
    failures: failures.map(findingOfFailure),
    wrong: 0,
  }
  const paths = pathsOf(stories)
  const wrong = new Set<string>()
  await eachBatch(stories, options, async (results) => {
    for (const { story, problems } of results)
      if (problems.some(({ severity }) => severity === 'error')) wrong.add(story.id)
    const jobs = results.flatMap((one) => jobsOf(one, paths, options))
    const ends: (Shot | FailedShot)[] = []
    await inParallel(jobs, async (job, i) => {
      ends[i] = await shoot(job, options)
    })
    for (const end of ends)
      if ('message' in end) result.failed.push(end)
      else result.shots.push(end)
  })
  result.wrong = wrong.size
  return result
}

/** @throws {CatalogError} `locale_unknown` */
function checkLocales(stories: readonly LoadedStory[], locales: readonly string[] = []): void {
  const all = new Set(stories.flatMap(({ story }) => [...story.locales]))
  const unknown = locales.find((locale) => !all.has(locale))
  if (unknown !== undefined)
    throw new CatalogError(
      'locale_unknown',
      `No story has the locale ${JSON.stringify(unknown)}. The locales are ${[...all].join(', ')}.`,
    )
}

interface Job extends Omit<Shot, 'problems'> {
  result: StoryResult
}

const jobsOf = (
  result: StoryResult,
  paths: ReadonlyMap<LoadedStory, string>,
  { devices, themes }: ShotOptions,
): Job[] =>
  devices.flatMap((device) =>
    themes.map((theme) => ({
      story: result.story.id,
      locale: result.locale,
      device,
      theme,
      file: `${result.locale}/${paths.get(result.story)!}.${device}.${theme}.png`,
      result,
    })),
  )

/** Draws and writes one picture. */
async function shoot(
  { result, ...job }: Job,
  { out, scale, textScale, loadImage }: ShotOptions,
): Promise<Shot | FailedShot> {
  const { device, theme, file, locale } = job
  const drawable = drawableOf(result)
  if (!drawable) return { ...job, message: result.problems[0]?.message ?? 'It renders to nothing.' }
  const look = lookOf(result.story.story.account, locale)
  let picture
  try {
    picture = await drawPicture(drawable, look, { device, theme, scale, textScale, loadImage })
  } catch (error) {
    if (isFatal(error)) throw error
    return { ...job, message: error instanceof Error ? error.message : String(error) }
  }
  const path = join(out, file)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, picture.png)
  return { ...job, problems: picture.problems }
}
