/** Makes a project: asks what is missing, writes the files, installs the dependencies, and says what to do next. */
import { existsSync } from 'node:fs'
import { relative } from 'node:path'
import { UsageError } from '../usage-error.js'
import { Cancelled, openQuestions, type Terminal } from './ask.js'
import type { PackageManager, Platform, Project, Template } from './choices.js'
import { makePlan, manifestIn } from './make-plan.js'
import { dependenciesOf } from './merge-manifest.js'
import { packageNameOf } from './package-name.js'
import { findPackageManager, install } from './package-manager.js'
import { manifestOf } from './project-files.js'
import { folderOf, fukidashiFor } from './read-options.js'
import { nextSteps } from './next-steps.js'
import { writeFiles } from './write-files.js'

/** Options as they are on the command line. */
export interface InitOptions {
  template?: Template
  platform?: Platform
  packageManager?: PackageManager
  fukidashi?: string
  yes?: true
  force?: true
  install: boolean
}

/** What the command knows beside its arguments. */
export interface InitSetup {
  /** The folder `templates/` of the package. */
  readonly templates: string
  /** Version of fukidashi that projects get if no other is asked for. */
  readonly version: string
  /** `npm_config_user_agent`. */
  readonly userAgent: string | undefined
  /** Where to ask; undefined if there is no terminal. */
  readonly terminal: Terminal | undefined
  readonly print: (text: string) => void
}

/** Returns undefined for a name that is permitted, else the reason. */
function whyNot(name: string): string | undefined {
  try {
    folderOf(name)
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

/**
 * @returns the exit code
 * @throws {UsageError} if arguments are wrong, or the folder cannot hold the project
 * @throws {Cancelled} if a person pressed Ctrl+C at a question, or while the dependencies were installed
 */
export async function init(
  argument: string | undefined,
  options: InitOptions,
  setup: InitSetup,
): Promise<number> {
  const { templates, print } = setup
  const questions = setup.terminal && !options.yes ? await openQuestions(setup.terminal) : undefined
  const name = argument ?? (await questions?.folder(whyNot))
  if (name === undefined)
    throw new UsageError(
      'Pass the folder of the project: a new one, such as my-bot, or . for this one.',
    )
  const folder = folderOf(name)
  const fukidashi = fukidashiFor(folder, options.fukidashi ?? `^${setup.version}`)
  const mine = existsSync(folder) ? manifestIn(folder) : undefined
  const choices = {
    template: options.template ?? (await questions?.template()) ?? 'echo',
    platform: options.platform ?? (await questions?.platform()) ?? 'node',
    packageManager: options.packageManager ?? findPackageManager(folder, mine, setup.userAgent),
    fukidashi,
  } as const
  const draft: Project = { ...choices, name: '' }
  const project: Project = {
    ...draft,
    name: packageNameOf(folder, dependenciesOf(manifestOf(draft, templates))),
  }
  const plan = makePlan(folder, project, {
    templates,
    replacesVersion: options.fukidashi !== undefined,
  })
  if (plan.conflicts.length > 0 && !options.force) {
    const list = plan.conflicts.join(', ')
    if (!questions)
      throw new UsageError(
        `These files exist in ${folder} and would be replaced: ${list}. Nothing was written. Pass --force to replace them, or choose another folder.`,
      )
    if (!(await questions.replaces(plan.conflicts))) {
      print(`Nothing was written. Choose another folder, or move these files: ${list}.\n`)
      return 1
    }
  }
  const installs = options.install && ((await questions?.installs(project.packageManager)) ?? true)

  writeFiles(folder, plan.files)
  const place = relative(process.cwd(), folder) || '.'
  print(
    plan.files.size === 0
      ? `Everything is in ${place} already.\n`
      : `Wrote ${plan.files.size} files to ${place}: the ${project.template} bot for ${project.platform}.\n`,
  )
  for (const change of plan.changes) print(`  ${change}\n`)
  const result = installs ? await install(folder, project.packageManager) : undefined
  const isInstalled = result !== undefined && 'state' in result && result.state === 'done'
  print(nextSteps(place, plan, isInstalled))
  if (result === undefined || isInstalled) return 0
  if (!('failure' in result))
    throw new Cancelled('The project is complete, but its dependencies are not installed.')
  throw new Error(
    `The project is complete, but ${project.packageManager} install failed: ${result.failure}.` +
      (fukidashi.startsWith('file:')
        ? ''
        : ` If it did not find fukidashi@${fukidashi}, pass its package to init: --fukidashi ./fukidashi-${setup.version}.tgz`),
  )
}
