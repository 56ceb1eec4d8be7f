import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nextVersion, releaseChangelog } from '../../scripts/release/versions.ts'

describe('the next version', () => {
  it.each([
    ['patch', '1.2.4'],
    ['minor', '1.3.0'],
    ['major', '2.0.0'],
    ['1.2.3', '1.2.3'],
    ['3.0.0-beta.1', '3.0.0-beta.1'],
  ])('after 1.2.3, %s is %s', (wanted, version) => {
    expect(nextVersion('1.2.3', wanted)).toBe(version)
  })

  it.each(['', 'huge', '1.2', 'v1.2.3'])('refuses %j and says what is permitted', (wanted) => {
    expect(() => nextVersion('1.2.3', wanted)).toThrow(/major, minor, patch/)
  })
})

const changelog = `# Changelog

## Unreleased

### Added

- Polls.

## 0.1.0 (2026-01-01)

- Everything.
`

describe('the changelog of a release', () => {
  it('has the changes under the version, and an empty heading for the next ones', () => {
    expect(releaseChangelog(changelog, '0.2.0', '2026-02-03')).toContain(
      '## Unreleased\n\n## 0.2.0 (2026-02-03)\n\n### Added\n\n- Polls.\n\n## 0.1.0',
    )
  })

  it('is refused if there is no change, or the version exists', () => {
    const released = releaseChangelog(changelog, '0.2.0', '2026-02-03')
    expect(() => releaseChangelog(released, '0.3.0', '2026-02-04')).toThrow(/nothing to release/)
    expect(() => releaseChangelog(changelog, '0.1.0', '2026-02-04')).toThrow(/already/)
    expect(() => releaseChangelog('# Changelog\n', '0.2.0', '2026-02-04')).toThrow(/no heading/)
  })

  it('can be made of the real one', () => {
    const text = readFileSync('CHANGELOG.md', 'utf8')
    expect(text).toMatch(/^## Unreleased$/m)
    expect(text).toMatch(/^## \d+\.\d+\.\d+/m)
  })
})

describe('npm run release', () => {
  let folder: string
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim()
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text)
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  const manifest = (scripts: Record<string, string>) =>
    JSON.stringify({ name: 'x', version: '0.1.0', scripts })
  const release = (...args: string[]) => {
    const command = ['--import', import.meta.resolve('tsx'), 'release/index.ts', ...args]
    return spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' })
  }
  const commit = () => {
    git('add', '--all')
    git('commit', '--quiet', '--message', 'Change')
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fukidashi-'))
    cpSync('scripts/release', join(folder, 'release'), { recursive: true })
    git('init', '--quiet')
    git('config', 'user.email', 'a@example.com')
    git('config', 'user.name', 'A')
    git('config', 'commit.gpgsign', 'false')
    git('config', 'tag.gpgsign', 'false')
    write('package.json', manifest({ test: 'node -e 0', check: 'node -e 0' }))
    write(
      'package-lock.json',
      JSON.stringify({
        name: 'x',
        version: '0.1.0',
        lockfileVersion: 3,
        packages: { '': { name: 'x', version: '0.1.0' } },
      }),
    )
    write('CHANGELOG.md', changelog)
    mkdirSync(join(folder, 'create-fukidashi'))
    write('create-fukidashi/package.json', JSON.stringify({ name: 'create-x', version: '0.1.0' }))
    commit()
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('commits and tags the version, and publishes nothing', () => {
    const { status, stdout } = release('minor')
    expect(status).toBe(0)
    expect(read('package.json')).toContain('"version":"0.2.0"')
    expect(read('package-lock.json')).not.toContain('0.1.0')
    expect(read('create-fukidashi/package.json')).toContain('0.2.0')
    expect(read('CHANGELOG.md')).toMatch(/^## 0\.2\.0 \(\d{4}-\d\d-\d\d\)$/m)
    expect(git('log', '-1', '--format=%s')).toBe('Release 0.2.0')
    expect(git('cat-file', '-t', 'v0.2.0')).toBe('tag')
    expect(git('status', '--porcelain')).toBe('')
    expect(stdout).toContain('Nothing is pushed or published')
  })

  it.each(['test', 'check'])('changes nothing if `npm run %s` fails', (script) => {
    write('package.json', manifest({ test: 'node -e 0', check: 'node -e 0', [script]: 'exit 1' }))
    commit()
    expect(release('minor').status).toBe(1)
    expect(git('status', '--porcelain')).toBe('')
    expect(git('tag')).toBe('')
  })

  it.each([
    ['no version', [], /major\|minor\|patch/, () => undefined],
    [
      'uncommitted changes',
      ['minor'],
      /Commit or remove[\s\S]*new\.txt/,
      () => write('new.txt', ''),
    ],
    ['a tag that exists', ['minor'], /v0\.2\.0 already exists/, () => void git('tag', 'v0.2.0')],
  ])('refuses %s', (_case, args, message, arrange) => {
    arrange()
    const { status, stderr } = release(...args)
    expect(status).toBe(1)
    expect(stderr).toMatch(message)
    expect(git('log', '-1', '--format=%s')).toBe('Change')
  })
})
