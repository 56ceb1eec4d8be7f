/** Pictures of changes: before, after and difference. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { comparePictures } from '../../preview/png/index.js'
import { lookOf } from '../node/drawing.js'
import { fileNameOf } from '../node/file-names.js'
import { inParallel } from '../node/in-parallel.js'
import { drawPicture, isFatal, type PictureOptions } from '../pictures/draw.js'
import type { Comparison, LocaleChange, Side, StoryChange } from './compare-builds.js'

/** The pictures of a change. Paths are relative to the report, with slashes. */
export interface ChangePictures {
  before?: string
  after?: string
  /** Absent if only one side exists, or both look the same. */
  difference?: string
  /** Whether both sides look the same: only values that are not shown differ. */
  looksSame: boolean
}

/** All pictures. */
export interface DrawnChanges {
  pictures: ReadonlyMap<LocaleChange, ChangePictures>
  /** Missing characters and images, failed drawings, and what was not drawn. Each is named once. */
  notes: string[]
}

interface Job {
  story: StoryChange
  change: LocaleChange
  number: number
}

/**
 * Draws changes at the size of the phone.
 *
 * @param folder - absolute path of the report
 * @param most - how many changes are drawn; the rest is noted
 */
export async function drawChanges(
  { stories }: Comparison,
  folder: string,
  options: PictureOptions,
  most: number,
): Promise<DrawnChanges> {
  const all = stories
    .flatMap((story) => story.locales.map((change) => ({ story, change })))
    .map((job, i): Job => ({ ...job, number: i + 1 }))
  const jobs = all.slice(0, most)
  const pictures = new Map<LocaleChange, ChangePictures>()
  const notes = new Set<string>()
  if (jobs.length > 0) await mkdir(join(folder, 'pictures'), { recursive: true })
  try {
    await inParallel(jobs, async (job) => {
      pictures.set(job.change, await draw(job, folder, options, notes))
    })
  } catch (error) {
    // The rest of the report does not need pictures.
    if (!isFatal(error)) throw error
    return { pictures: new Map(), notes: [`There are no pictures: ${(error as Error).message}`] }
  }
  if (all.length > jobs.length)
    notes.add(
      `Only the first ${most} of ${all.length} changes have pictures (--max-pictures ${all.length} draws all).`,
    )
  return { pictures, notes: [...notes] }
}

async function draw(
  { story, change, number }: Job,
  folder: string,
  options: PictureOptions,
  notes: Set<string>,
): Promise<ChangePictures> {
  const { locale, before, after } = change
  const one = await drawSide(before, story, locale, options, notes)
  const other = await drawSide(after, story, locale, options, notes)
  const base = `pictures/${String(number).padStart(3, '0')}-${fileNameOf(story.name)}-${fileNameOf(locale)}`
  const save = async (name: string, png: Uint8Array): Promise<string> => {
    await writeFile(join(folder, `${base}-${name}.png`), png)
    return `${base}-${name}.png`
  }
  const drawn: ChangePictures = { looksSame: false }
  if (one && other) {
    const { same, difference } = await comparePictures(one, other)
    if (same) return { after: await save('after', other), looksSame: true }
    drawn.difference = await save('difference', difference)
  }
  if (one) drawn.before = await save('before', one)
  if (other) drawn.after = await save('after', other)
  return drawn
}

async function drawSide(
  side: Side | undefined,
  { id }: StoryChange,
  locale: string,
  options: PictureOptions,
  notes: Set<string>,
): Promise<Uint8Array | undefined> {
  if (!side?.drawable) return undefined
  try {
    const look = lookOf(side.account, locale)
    const { png, problems } = await drawPicture(side.drawable, look, options)
    for (const problem of problems) notes.add(problem)
    return png
  } catch (error) {
    if (isFatal(error)) throw error
    notes.add(`${id} (${locale}) could not be drawn: ${(error as Error).message}`)
    return undefined
  }
}
