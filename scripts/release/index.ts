/**
 * Makes a release: runs all checks, writes the version into package.json, package-lock.json and CHANGELOG.md, commits and tags.
 * It pushes and publishes nothing.
 *
 * npm run release -- minor    or major, patch, or a version like 1.2.3
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nextVersion, releaseChangelog } from './versions.ts'

/** Folder of the package of `npm create fukidashi`. */
const create = 'create-fukidashi'

const print = (command: string, ...args: string[]): void => {
  execFileSync(command, args, { stdio: 'inherit' })
}
const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim()
const currentVersion = (): string =>
  (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version
/** `git status --porcelain`: files that differ from the last commit. */
const changedFiles = (): string => git('status', '--porcelain')

function release(wanted: string | undefined): void {
  if (wanted === undefined)
    throw new Error('npm run release -- <major|minor|patch|version>: which version is missing')
  const version = nextVersion(currentVersion(), wanted)
  const tag = `v${version}`
  if (changedFiles() !== '')
    throw new Error(`Commit or remove these changes first:\n${changedFiles()}`)
  if (git('tag', '--list', tag) !== '') throw new Error(`The tag ${tag} already exists`)
  const today = new Date().toISOString().slice(0, 10)
  const changelog = releaseChangelog(readFileSync('CHANGELOG.md', 'utf8'), version, today)

  print('npm', 'test')
  print('npm', 'run', 'check')
  if (changedFiles() !== '')
    throw new Error(`The checks changed files. Commit them first:\n${changedFiles()}`)

  print('npm', 'version', version, '--no-git-tag-version', '--allow-same-version')
  writeFileSync('CHANGELOG.md', changelog)
  // Both packages have one version.
  print(
    'npm',
    'version',
    version,
    '--no-git-tag-version',
    '--allow-same-version',
    '--prefix',
    create,
  )
  print(
    'git',
    'add',
    'package.json',
    'package-lock.json',
    'CHANGELOG.md',
    join(create, 'package.json'),
  )
  print('git', 'commit', '--quiet', '--message', `Release ${version}`)
  print('git', 'tag', '--annotate', tag, '--message', tag)
  console.log(`
${tag} is committed and tagged. Nothing is pushed or published. To do so:

  git push --follow-tags
  npm publish
  npx tsx scripts/pack-create.ts && npm publish ./create-fukidashi-${version}.tgz

For the first version on npm, remove "not yet published" from README.md before you release.`)
}

try {
  release(process.argv[2])
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
