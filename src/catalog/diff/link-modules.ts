/** Lets a worktree use the packages that are installed today. */
import { existsSync } from 'node:fs'
import { lstat, mkdir, readdir, realpath, symlink } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { git } from './git.js'

/**
 * Makes `node_modules` folders in a worktree whose entries are links to the installed packages. Packages of the repository itself, as
 * workspaces have them, lead to their sources in the worktree.
 *
 * @param repository - absolute real path of the repository
 * @param worktree - absolute real path of the worktree; the folder around it is used for packages above the repository
 */
export async function linkModules(repository: string, worktree: string): Promise<void> {
  const folders = await git(worktree, 'ls-tree', '-r', '-d', '-z', '--name-only', 'HEAD')
  for (const folder of ['', ...folders.split('\0').filter((name) => name !== '')]) {
    const from = join(repository, folder, 'node_modules')
    const to = join(worktree, folder, 'node_modules')
    if (existsSync(from) && !existsSync(to)) await linkFolder(from, to, repository, worktree)
  }
  const above = join(dirname(worktree), 'node_modules')
  for (let folder = dirname(repository); ; folder = dirname(folder)) {
    const from = join(folder, 'node_modules')
    if (existsSync(from)) await linkFolder(from, above, repository, worktree)
    if (dirname(folder) === folder) return
  }
}

/** Links each package of a folder. Those that are linked already stay. */
async function linkFolder(
  from: string,
  to: string,
  repository: string,
  worktree: string,
): Promise<void> {
  await mkdir(to, { recursive: true })
  for (const name of await readdir(from)) {
    // Caches, and lists of package managers.
    if (name.startsWith('.')) continue
    const source = join(from, name)
    const target = join(to, name)
    if (name.startsWith('@') && (await lstat(source)).isDirectory())
      await linkFolder(source, target, repository, worktree)
    else if (!existsSync(target)) await link(source, target, repository, worktree)
  }
}

async function link(
  source: string,
  target: string,
  repository: string,
  worktree: string,
): Promise<void> {
  const real = await realpath(source).catch(() => undefined)
  if (real === undefined) return
  const inside = relative(repository, real)
  const isOwn = !inside.startsWith('..') && !inside.split(sep).includes('node_modules')
  const own = join(worktree, inside)
  // Junctions need no permission on Windows.
  await symlink(isOwn && existsSync(own) ? own : real, target, 'junction')
}
