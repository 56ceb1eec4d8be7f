import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pack } from '../../scripts/package/pack.ts'
import { withoutDeadLinks } from '../../scripts/package/links.ts'
import { deadLinks } from '../docs/dead-links.ts'
import { usePackageWithTypes } from '../support/built-package.ts'

const root = mkdtempSync(join(tmpdir(), 'fukidashi-'))
const folder = join(root, 'package')
const read = (file: string): string => readFileSync(join(folder, file), 'utf8')

const { home } = usePackageWithTypes()
const dist = () => join(home(), 'dist')

beforeAll(() => {
  execFileSync('tar', ['-xzf', pack(root, dist()), '-C', root])
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Every string in a JSON value. */
const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : []

describe('the packed package', () => {
  it('names no source of the repository in package.json', () => {
    expect(read('package.json')).not.toMatch(/fukidashi-source|\/src\//)
  })

  it('has no scripts and no development dependencies in package.json', () => {
    const manifest = JSON.parse(read('package.json')) as Record<string, unknown>
    expect(Object.keys(manifest)).toEqual(
      expect.not.arrayContaining(['scripts', 'devDependencies', 'private']),
    )
    expect(manifest['name']).toBe('fukidashi')
  })

  it('has every file that package.json names', () => {
    const { exports, imports, bin, main, types } = JSON.parse(read('package.json')) as Record<
      string,
      unknown
    >
    const files = stringsIn([exports, imports, bin, main, types])
    expect(files.length).toBeGreaterThan(40)
    expect(files.filter((file) => !existsSync(join(folder, file)))).toEqual([])
  })

  it('has the schemas, and the first one under its first name', () => {
    expect(read('dist/schema.json')).toBe(read('dist/schema/messages.json'))
    for (const name of ['messages', 'flex', 'rich-menu', 'request'])
      expect(JSON.parse(read(`dist/schema/${name}.json`))).toHaveProperty('definitions')
  })

  it('has limits in the hovers', () => {
    const types = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.d.ts'),
    )
    expect(types.filter((file) => read(`dist/${file}`).includes('{@limit'))).toEqual([])
    expect(read('dist/spec/image.d.ts')).toContain('at most 10 MB')
  })

  it('has README, changelog, licence, docs and examples, and no dead links', () => {
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.md'),
    )
    expect(pages).toEqual(
      expect.arrayContaining(['README.md', 'CHANGELOG.md', 'docs/client.md', 'examples/README.md']),
    )
    expect(existsSync(join(folder, 'LICENSE'))).toBe(true)
    expect(pages.flatMap((page) => deadLinks(page, folder))).toEqual([])
  })

  it('has a list of its pages for coding agents, and every page of it', () => {
    const pages = [...read('llms.txt').matchAll(/\]\((\S+\.md)\)/g)].map(([, page]) => page!)
    expect(pages.length).toBeGreaterThan(25)
    expect(pages.filter((page) => !existsSync(join(folder, page)))).toEqual([])
  })

  it('has the templates of init, with the names that npm does not leave out', () => {
    const files = (root: string) =>
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
        .sort()
    expect(files(join(folder, 'templates'))).toEqual(files('templates'))
  })

  it('keeps the text of links whose page is not packed', () => {
    expect(read('README.md')).toMatch(/the gallery/i)
    expect(read('README.md')).not.toContain('docs/gallery.md')
    // Translations are not packed, so nothing is left of the line of languages.
    expect(read('README.md')).not.toContain('日本語')
  })

  it('has no source maps for files that are not packed', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    expect(files.filter((file) => file.endsWith('.d.ts.map'))).toEqual([])
  })
})

describe('npm pack in the repository', () => {
  it('packs the same, and restores every file', () => {
    const clone = join(root, 'clone')
    const files = ['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE', 'SECURITY.md']
    mkdirSync(join(clone, 'node_modules'), { recursive: true })
    for (const file of [...files, 'docs', 'examples', 'scripts/package'])
      cpSync(file, join(clone, file), { recursive: true })
    cpSync(dist(), join(clone, 'dist'), { recursive: true })
    const hooks = (...args: string[]) =>
      execFileSync(
        process.execPath,
        [...['--import', import.meta.resolve('tsx'), 'scripts/package/hooks.ts', ...args]],
        { cwd: clone },
      )
    const text = (file: string) => readFileSync(join(clone, file), 'utf8')

    hooks()
    expect(text('package.json')).toBe(read('package.json'))
    expect(text('README.md')).toBe(read('README.md'))
    // Packing was interrupted, and starts again.
    hooks()
    expect(text('package.json')).toBe(read('package.json'))
    hooks('--restore')
    for (const file of files) expect(text(file), file).toBe(readFileSync(file, 'utf8'))
  })
})

describe('links of a page whose targets are not packed', () => {
  const exists = (file: string) => file === 'docs/a.md'
  const packed = (text: string) => withoutDeadLinks('docs/page.md', text, exists)

  it.each([
    ['a link', 'See [the `b`](b.md#x).', 'See the `b`.'],
    ['a link as HTML', '<td><a href="../b.ts">b</a></td>', '<td>b</td>'],
    ['a link over two lines', '[one\ntwo](b.md)', 'one\ntwo'],
    ['a picture', 'Before\n\n![b](images/b.png)\n\nAfter', 'Before\n\n\nAfter'],
    ['a picture as HTML', 'x <img src="b.png" alt="b"> y', 'x  y'],
    [
      'a picture with a variant',
      'x <picture>\n  <source media="a" srcset="c.png">\n  <img src="b.png" alt="b">\n</picture> y',
      'x  y',
    ],
  ])('%s loses its target', (_kind, text, result) => {
    expect(packed(text)).toBe(result)
  })

  it.each([
    '[a](a.md)',
    '[a](a.md#anchor)',
    '[here](#here)',
    '[web](https://developers.line.biz/)',
    '`[b](b.md)`',
    '```md\n[b](b.md)\n```',
  ])('%s stays', (text) => {
    expect(packed(text)).toBe(text)
  })
})
