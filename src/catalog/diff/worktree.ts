/** A commit, checked out beside the project for a while. */
import { rmSync } from 'node:fs'
import { mkdtemp, readdir, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRunning } from '../node/is-running.js'
import { endProcess } from './end-process.js'
import { git, gitGroup, gitNow } from './git.js'
import { linkModules } from './link-modules.js'

const start = 'fukidashi-diff-'

/** A folder for temporary files, and what has to end before it is removed. */
export interface Workplace {
  /** Absolute real path. */
  folder: string
  /** Called when the command ends early, before the folder is removed. Must not wait. */
  onEnd: (stop: () => void) => void
}

const removal = { recursive: true, force: true, maxRetries: 3, retryDelay: 50 } as const

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Makes a temporary folder for some work, and removes it afterwards: also if the work fails, at Ctrl+C and other signals, and when the
 * process ends for another reason. What a process left that was killed is removed by the next.
 */
export async function withWorkplace<T>(work: (place: Workplace) => Promise<T>): Promise<T> {
  await removeLeftovers()
  const folder = await realpath(await mkdtemp(join(tmpdir(), `${start}${process.pid}-`)))
  const stops: (() => void)[] = []
  const end = () => {
    for (const stop of stops.splice(0).reverse()) stop()
    rmSync(folder, removal)
  }
  const atSignal = (signal: NodeJS.Signals) => {
    end()
    for (const one of signals) process.off(one, atSignal)
    process.off('exit', end)
    process.kill(process.pid, signal)
  }
  process.on('exit', end)
  for (const signal of signals) process.on(signal, atSignal)
  try {
    return await work({ folder, onEnd: (stop) => stops.push(stop) })
  } finally {
    end()
    process.off('exit', end)
    for (const signal of signals) process.off(signal, atSignal)
  }
}

/**
 * Checks a commit out into a folder of the workplace. It uses the packages that are installed today.
 *
 * @param repository - absolute real path of the repository
 * @param commit - a hash
 * @returns absolute path of the worktree
 * @throws {CatalogError} `git_failed`
 */
export async function addWorktree(
  { folder, onEnd }: Workplace,
  repository: string,
  commit: string,
): Promise<string> {
  await removeWorktrees(repository)
  const tree = join(folder, 'tree', 'project')
  onEnd(() => {
    // The folder first, and not by git: old versions of it follow links on Windows.
    rmSync(tree, removal)
    removeWorktree(repository, tree)
  })
  const args = ['worktree', 'add', '--detach', '--quiet', tree, commit]
  await gitGroup(repository, args, (child) => onEnd(() => endProcess(child)))
  await linkModules(repository, tree)
  return tree
}

/** The process that a folder belongs to, if it has ended. */
function endedOwner(path: string): boolean {
  const [, pid] = new RegExp(`[\\\\/]${start}(\\d+)-\\w+(?:[\\\\/]|$)`).exec(path) ?? []
  return pid !== undefined && !isRunning(Number(pid))
}

async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const path = join(tmpdir(), name)
    if (!name.startsWith(start) || !endedOwner(path)) continue
    try {
      rmSync(path, removal)
    } catch {
      // Another user's.
    }
  }
}

/** Removes the worktrees of processes that were killed from the list of the repository. */
async function removeWorktrees(repository: string): Promise<void> {
  const list = await git(repository, 'worktree', 'list', '--porcelain')
  for (const [, path] of list.matchAll(/^worktree (.+)$/gm))
    if (endedOwner(path!)) removeWorktree(repository, path!)
}

/** Twice `--force`, because git locks a worktree while it makes it. */
const removeWorktree = (repository: string, tree: string): void =>
  gitNow(repository, 'worktree', 'remove', '--force', '--force', tree)
