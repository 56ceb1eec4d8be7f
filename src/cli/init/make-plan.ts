/** Decides what is written into a folder, before anything is. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { UsageError } from '../usage-error.js'
import type { Project } from './choices.js'
import { dependenciesOf, type Manifest, mergeManifest, withScriptNames } from './merge-manifest.js'
import { mergeTsconfig } from './merge-tsconfig.js'
import { fitNextProject } from './next-project.js'
import { withCommandsOf } from './package-manager.js'
import { manifestOf, projectFiles, textOf } from './project-files.js'
import { useModules } from './use-modules.js'
import { addVitestConfig } from './vitest-config.js'

/** What is written into a folder. */
export interface Plan {
  /** New texts by path in the folder, with `/` between folders. */
  readonly files: ReadonlyMap<string, string>
  /** Files among them that exist with another text, which would be lost. */
  readonly conflicts: readonly string[]
  /** Changes of files that exist, a line each. */
  readonly changes: readonly string[]
  /** Name of the file that explains the project. */
  readonly readme: string
  /** Rewrites npm's commands in a text for this project: its package manager, and names of scripts. */
  readonly withCommands: (text: string) => string
}

/** Explains the project where there is a README.md. */
const secondReadme = 'LINE-BOT.md'

/** Reads a file of a folder. */
const textIn = (folder: string, file: string): string | undefined =>
  existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : undefined

const isNoJson = (folder: string, file: string): UsageError =>
  new UsageError(
    `${join(folder, file)} is not a JSON object. Correct it, or choose another folder. Nothing was written.`,
  )

/**
 * Reads package.json of a folder.
 *
 * @throws {UsageError} if it is not an object in JSON
 */
export function manifestIn(folder: string): Manifest | undefined {
  const text = textIn(folder, 'package.json')
  if (text === undefined) return undefined
  let manifest: unknown
  try {
    manifest = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw isNoJson(folder, 'package.json')
  }
  if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest))
    throw isNoJson(folder, 'package.json')
  return manifest as Manifest
}

/** Options of {@link makePlan}. */
export interface PlanOptions {
  /** The folder `templates/` of the package. */
  readonly templates: string
  /** Whether fukidashi's version was asked for, so that it replaces the one in package.json. */
  readonly replacesVersion: boolean
}

/** @throws {UsageError} if the folder cannot hold the project */
export function makePlan(
  folder: string,
  project: Project,
  { templates, replacesVersion }: PlanOptions,
): Plan {
  const mine = manifestIn(folder)
  const changes: string[] = []
  const change = (file: string, lines: readonly string[]) =>
    changes.push(...lines.map((line) => `${file}: ${line}`))
  const isNext = project.platform === 'next'

  const before = textIn(folder, 'tsconfig.json')
  const usesReact = isNext || (mine !== undefined && dependenciesOf(mine).includes('react'))
  const config = before === undefined ? undefined : mergeTsconfig(before, usesReact)
  if (before !== undefined && !config) throw isNoJson(folder, 'tsconfig.json')
  const files = projectFiles(project, templates, isNext || (config?.needsPragma ?? false))
  if (config) {
    files.set('tsconfig.json', config.text)
    change('tsconfig.json', config.changes)
  }

  const added = manifestOf(project, templates)
  // `dev` is the site's.
  let renamed: readonly string[] = isNext ? ['dev'] : []
  let manifest = added
  if (mine) {
    const merged = mergeManifest(mine, added, replacesVersion ? ['fukidashi'] : [])
    const typed = isNext ? { ...merged, changes: [] } : useModules(merged.manifest, folder)
    manifest = typed.manifest
    change('package.json', [...typed.changes, ...merged.changes])
    renamed = [...new Set([...renamed, ...merged.renamed])]
  }
  files.set('package.json', textOf(manifest))
  if (config?.needsCompiler) {
    const { file, lines } = addVitestConfig(files, folder, manifest)
    change(file, lines)
  }
  if (isNext) fitNextProject(files, folder)

  const ignored = textIn(folder, '.gitignore')
  if (ignored !== undefined) {
    const lines = missingLines(ignored, files.get('.gitignore')!)
    files.set('.gitignore', [ignored.trimEnd(), ...lines, ''].join('\n'))
    if (lines.length === 0) files.delete('.gitignore')
    change('.gitignore', lines)
  }
  const withCommands = (text: string): string =>
    withCommandsOf(project.packageManager, withScriptNames(renamed, text))
  files.set('README.md', withCommands(files.get('README.md')!))
  const page = textIn(folder, 'README.md')
  const readme = page === undefined || page === files.get('README.md') ? 'README.md' : secondReadme
  if (readme === secondReadme) {
    files.set(secondReadme, files.get('README.md')!)
    files.delete('README.md')
  }
  return { files, conflicts: conflictsOf(folder, files), changes, readme, withCommands }
}

/** Lines of a file that another one does not have. */
function missingLines(text: string, wanted: string): string[] {
  const mine = text.split(/\r?\n/).map((line) => line.trim())
  return wanted
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#') && !mine.includes(line))
}

/** Files to which the project's part is added, so that nothing of them is lost. */
const merged = ['package.json', 'tsconfig.json', '.gitignore']

/** Finds files with another text, and takes those with the same text out of the list. */
function conflictsOf(folder: string, files: Map<string, string>): string[] {
  return [...files].flatMap(([file, text]) => {
    checkPath(folder, file)
    const before = textIn(folder, file)
    if (before === text) files.delete(file)
    return before === undefined || before === text || merged.includes(file) ? [] : [file]
  })
}

/** @throws {UsageError} if a file is where a folder must be, or a folder where a file must be */
function checkPath(folder: string, file: string): void {
  const path = join(folder, file)
  if (existsSync(path) && statSync(path).isDirectory())
    throw new UsageError(`${path} is a folder, and a file of the bot has that name. Rename it.`)
  for (let parent = dirname(path); parent.length > folder.length; parent = dirname(parent))
    if (existsSync(parent) && !statSync(parent).isDirectory())
      throw new UsageError(`${parent} is a file, and a folder of the bot has that name. Rename it.`)
}
