/** `fukidashi diff`: compares the messages of two commits, or of two built catalogs. */
import { existsSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CatalogError } from '../errors.js'
import { checkFolder, freshFolder, replaceFolder } from '../node/replace-folder.js'
import type { PictureOptions } from '../pictures/draw.js'
import { buildInProcess, type ProcessOptions } from './build-in-process.js'
import { compareBuilds } from './compare-builds.js'
import { drawChanges, type DrawnChanges } from './draw-changes.js'
import { git, resolveRef } from './git.js'
import { htmlReport } from './html.js'
import { markdownReport } from './markdown.js'
import { type BuiltFolder, emptyBuild, readBuild } from './read-build.js'
import type { DiffReport, ReportSide } from './report.js'
import { addWorktree, withWorkplace } from './worktree.js'

/** Options of both comparisons. */
export interface DiffOptions extends Omit<PictureOptions, 'scale'> {
  /** Absolute path of the folder for the report, which is replaced as a whole. Without it, nothing is drawn or written. */
  out: string | undefined
  /** How many changes are drawn. */
  maxPictures: number
  /** URL of the folder with the report, for the pictures in Markdown; relative to the report by default. */
  picturesUrl: string | undefined
}

/** Options of {@link diffRef}. */
export interface RefOptions extends DiffOptions, ProcessOptions {
  /** Absolute path of the project. */
  root: string
  /** Compares with the commit at which the current branch left `ref`. */
  mergeBase: boolean
}

const nothingDrawn: DrawnChanges = { pictures: new Map(), notes: [] }
const marks = ['report.html', 'report.md']
const command = 'fukidashi diff --out'

/** Whether a folder was written by `fukidashi build`. */
export const isBuild = (folder: string): boolean => existsSync(join(folder, 'manifest.json'))

/**
 * Compares two folders of `fukidashi build`.
 * @throws {CatalogError} `file_unreadable`, `folder_occupied`
 */
export async function diffFolders(
  before: string,
  after: string,
  options: DiffOptions,
): Promise<DiffReport> {
  if (options.out !== undefined) await checkFolder(options.out, marks, command)
  const builds = [await readBuild(before), await readBuild(after)] as const
  const side = (name: string): ReportSide => ({ name, commit: undefined, failure: undefined })
  return compareAndReport(builds, side(before), side(after), options)
}

/**
 * Compares the project as it is with a commit. Both are built in processes of their own. A commit whose catalog cannot be built is a report
 * that says so.
 *
 * @throws {CatalogError} `ref_unknown`, `git_failed`, `build_failed` for the project as it is, `folder_occupied`
 */
export async function diffRef(ref: string, options: RefOptions): Promise<DiffReport> {
  const { root, out } = options
  if (out !== undefined) await checkFolder(out, marks, command)
  const named = await resolveRef(root, ref)
  const base = options.mergeBase ? await git(root, 'merge-base', named, 'HEAD') : named
  const commit = base.trim()
  const repository = (await git(root, 'rev-parse', '--show-toplevel')).trimEnd()
  const prefix = (await git(root, 'rev-parse', '--show-prefix')).trimEnd()
  return withWorkplace(async (place) => {
    if (out !== undefined)
      place.onEnd(() => rmSync(freshFolder(out), { recursive: true, force: true }))
    const worktree = await addWorktree(place, repository, commit)
    const oldRoot = join(worktree, prefix)
    const [old, current] = await Promise.all([
      existsSync(oldRoot)
        ? buildInProcess(oldRoot, join(place.folder, 'before'), options, place)
        : { build: emptyBuild },
      buildInProcess(root, join(place.folder, 'after'), options, place),
    ])
    if ('failure' in current)
      throw new CatalogError(
        'build_failed',
        `The messages of the project cannot be built.\n${current.failure}`,
      )
    const before = { name: ref, commit, failure: 'failure' in old ? old.failure : undefined }
    const after = { name: 'working tree', commit: undefined, failure: undefined }
    // If there is nothing to compare with, nothing is new.
    const builds = 'failure' in old ? [emptyBuild, emptyBuild] : [old.build, current.build]
    return compareAndReport(builds as [BuiltFolder, BuiltFolder], before, after, options)
  })
}

async function compareAndReport(
  [one, other]: readonly [BuiltFolder, BuiltFolder],
  before: ReportSide,
  after: ReportSide,
  options: DiffOptions,
): Promise<DiffReport> {
  const { out, device, theme, textScale, loadImage, maxPictures, picturesUrl } = options
  const comparison = await compareBuilds(one, other)
  const look = `${device}, ${theme}`
  const report: DiffReport = { before, after, comparison, drawn: nothingDrawn, look }
  if (out === undefined) return report
  await replaceFolder(out, async (folder) => {
    const pictureOptions = { device, theme, textScale, loadImage, scale: 1 }
    report.drawn = await drawChanges(comparison, folder, pictureOptions, maxPictures)
    const base = picturesUrl === undefined ? '' : `${picturesUrl.replace(/\/+$/, '')}/`
    const urlOf = (file: string) => base + file.split('/').map(encodeURIComponent).join('/')
    await writeFile(join(folder, 'report.md'), markdownReport(report, urlOf))
    await writeFile(join(folder, 'report.html'), await htmlReport(report, folder))
  })
  return report
}
