/** Git repositories for tests. */
import { execFileSync } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Runs git as a person without settings. */
export function git(cwd: string, ...args: string[]): string {
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Aki',
    GIT_AUTHOR_EMAIL: 'aki@example.com',
    GIT_COMMITTER_NAME: 'Aki',
    GIT_COMMITTER_EMAIL: 'aki@example.com',
  }
  return execFileSync('git', args, { cwd, env, encoding: 'utf8', stdio: 'pipe' })
}

/** Changes files; `undefined` removes one. Commits them. */
export async function commit(
  root: string,
  files: Readonly<Record<string, string | undefined>>,
  tag: string,
): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, name)
    await mkdir(dirname(path), { recursive: true })
    if (text === undefined) await rm(path)
    else await writeFile(path, text)
  }
  git(root, 'add', '-A')
  git(root, 'commit', '-q', '-m', tag)
  git(root, 'tag', tag)
}

/** A repository whose packages are not in its history. */
export async function repository(root: string): Promise<void> {
  git(root, 'init', '-q', '-b', 'main')
  await writeFile(join(root, '.gitignore'), 'node_modules/\nreport/\n')
}
