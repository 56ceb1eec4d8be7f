/** `npm create fukidashi`: the package `create-fukidashi`, as npm runs it. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { packCreate } from '../../scripts/package/create.ts'

const root = mkdtempSync(join(tmpdir(), 'create-fukidashi-'))
let tarball = ''

beforeAll(async () => {
  tarball = await packCreate(root)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const versionOf = (file: string) =>
  (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version

/** Runs it without a network, so without any other package. */
const create = (...args: string[]): string =>
  execFileSync(
    'npm',
    ['exec', '--offline', '--yes', `--package=${tarball}`, '--', 'create-fukidashi', ...args],
    { cwd: root, encoding: 'utf8' },
  )

it('has the version of fukidashi, and no dependencies', () => {
  expect(versionOf('create-fukidashi/package.json')).toBe(versionOf('package.json'))
  expect(readFileSync('create-fukidashi/package.json', 'utf8')).not.toContain('ependencies')
})

it('cannot be packed or published without its program', () => {
  const pack = () =>
    execFileSync('npm', ['publish', '--dry-run', '--offline'], {
      cwd: 'create-fukidashi',
      stdio: 'pipe',
    })
  expect(pack).toThrow('Pack it in the folder above: npx tsx scripts/pack-create.ts')
})

it('makes a project by npm exec', () => {
  const output = create('My Bot', '--yes', '--no-install', '--template', 'shop')
  expect(output).toMatch(/Wrote \d+ files to My Bot: the shop bot for node\./)
  expect(readdirSync(join(root, 'My Bot'))).toEqual(
    expect.arrayContaining(['.env.example', '.gitignore', 'package.json', 'src', 'test']),
  )
  const manifest = readFileSync(join(root, 'My Bot/package.json'), 'utf8')
  expect(manifest).toContain(`"fukidashi": "^${versionOf('package.json')}"`)
})

it('says how it is called', () => {
  expect(create('--help')).toContain('npm create fukidashi my-bot')
  expect(create('--version').trim()).toBe(versionOf('package.json'))
})

it('has the licences of what is bundled', () => {
  const code = execFileSync('tar', ['-xzOf', tarball, 'package/dist/index.js'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 24,
  })
  for (const name of ['@clack/prompts', '@clack/core', 'commander', 'jsonc-parser', 'sisteransi'])
    expect(code).toContain(`${name}\n\n`)
})
