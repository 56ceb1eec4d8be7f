/** Translated pages, and the check that compares them with their originals. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { checkTranslation, type Report } from '../../scripts/docs/translation/check.ts'
import { type Translation, translationsIn } from '../../scripts/docs/translation/pages.ts'
import { syncedPage, updatedPage } from '../../scripts/docs/translation/sync.ts'

const translations = translationsIn('.')

it('has translated pages', () => {
  expect(translations.map(({ page }) => page)).toEqual([
    'docs/ja/README.md',
    'docs/ja/getting-started.md',
    'docs/ja/problems.md',
    'docs/ja/webhook.md',
    'docs/th/README.md',
    'docs/zh-TW/README.md',
  ])
})

it.each(translations.map((translation) => [translation.page, translation] as const))(
  '%s has the sections, code and links of its original',
  (_, translation) => {
    expect(checkTranslation(translation, translations).errors).toEqual([])
  },
)

const english = `# Tea

English · [日本語](ja/tea.md)

Green.

## Brew

Pour water. See [below](#serve).

\`\`\`ts brew.ts
// Water
const water = 'https://example.com' // hot
\`\`\`

## Serve

Drink it. The [other page](other.md#more) has [cups](#brew).
`

const japanese = `# お茶

[English](../tea.md) · 日本語

緑茶です。

## 淹れる

お湯を注ぎます。[下記](#出す)を参照してください。

\`\`\`ts brew.ts
// お湯
const water = 'https://example.com' // 熱い
\`\`\`

## 出す

飲みます。
`

const tea: Translation = { page: 'docs/ja/tea.md', language: 'ja', original: 'docs/tea.md' }
const translated = updatedPage(english, japanese, tea)

const roots: string[] = []
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true })
})

/** A folder with a page and its translation. */
function folderWith(original: string, page: string): string {
  const root = mkdtempSync(path.join(tmpdir(), 'fukidashi-translations-'))
  roots.push(root)
  mkdirSync(path.join(root, 'docs/ja'), { recursive: true })
  cpSync('.prettierrc.json', path.join(root, '.prettierrc.json'))
  writeFileSync(path.join(root, 'docs/other.md'), '# Other\n\n## More\n')
  writeFileSync(path.join(root, 'docs/tea.md'), original)
  writeFileSync(path.join(root, 'docs/ja/tea.md'), page)
  return root
}

/** The report about a translation of a page. */
function reportOf(original: string, page: string): Report {
  const root = folderWith(original, page)
  return checkTranslation(tea, translationsIn(root), root)
}

describe('a translated page', () => {
  it('is up to date after it was marked', () => {
    expect(reportOf(english, translated)).toEqual({ behind: [], errors: [] })
  })

  it.each([
    ['its text', 'Drink it.', 'Drink it slowly.', 'Serve'],
    ['its heading', '## Serve', '## Serve it', 'Serve it'],
    ['a comment in its code', '// hot', '// 80 degrees', 'Brew'],
    ['the text below the title', 'Green.', 'Black.', 'Tea'],
  ])('is behind, without an error, if a section changes %s', (_, before, after, title) => {
    expect(reportOf(english.replace(before, after), translated)).toEqual({
      behind: [`docs/ja/tea.md is behind: section '${title}' changed`],
      errors: [],
    })
  })

  it.each([
    ['lines break elsewhere', 'Pour water. See', 'Pour\nwater. See'],
    ['line ends are those of Windows', /\n/g, '\r\n'],
  ])('is not behind if %s', (_, before, after) => {
    expect(reportOf(english.replace(before, after), translated)).toEqual({ behind: [], errors: [] })
  })

  it.each([
    ['code', 'const water', 'let water'],
    ['a string that looks like a comment', 'https://example.com', 'https://example.org'],
    ['the name of a block', 'ts brew.ts', 'ts tea.ts'],
  ])('is wrong if the original changes %s', (_, before, after) => {
    expect(reportOf(english.replace(before, after), translated).errors).toEqual([
      "docs/ja/tea.md: code block 1 of section 'Brew' differs from the original",
    ])
  })

  it('is wrong if a comment that compilers read differs', () => {
    const withPragma = (text: string) =>
      text.replace(/\/\/ (?:Water|お湯)\n/, '/** @jsxImportSource fukidashi */\n')
    const page = updatedPage(withPragma(english), withPragma(japanese), tea)
    expect(reportOf(withPragma(english), page).errors).toEqual([])
    const other = page.replace('@jsxImportSource fukidashi', '@jsxImportSource react')
    expect(reportOf(withPragma(english), other).errors).toHaveLength(1)
  })

  it('is wrong if it lacks a section', () => {
    const longer = `${english}\n## Clean\n\nUse water.\n`
    expect(reportOf(longer, translated).errors).toEqual(["docs/ja/tea.md has no section 'Clean'"])
  })

  it('is wrong if it has a section that the original does not have', () => {
    const shorter = english
      .slice(0, english.indexOf('## Serve'))
      .replace(' See [below](#serve).', '')
    expect(reportOf(shorter, translated).errors).toEqual([
      "docs/ja/tea.md: docs/tea.md has no section for '出す'",
    ])
  })

  it.each([
    ['a heading', '(#出す)', '(#serve)', 'docs/ja/tea.md: #serve leads nowhere'],
    ['a file', '(#出す)', '(other.md)', 'docs/ja/tea.md: other.md leads nowhere'],
  ])('is wrong if it links to %s that does not exist', (_, before, after, error) => {
    expect(reportOf(english, translated.replace(before, after)).errors).toEqual([error])
  })

  it('and its original link to each other', () => {
    const line = '[English](../tea.md) · 日本語'
    expect(reportOf(english, translated.replace(`${line}\n\n`, '')).errors).toEqual([
      `docs/ja/tea.md has no line '${line}' below its title`,
    ])
    const original = english.replace('English · [日本語](ja/tea.md)\n\n', '')
    expect(reportOf(original, translated).errors).toEqual([
      "docs/tea.md has no line 'English · [日本語](ja/tea.md)' below its title",
    ])
  })

  it('is wrong if nothing says what was translated', () => {
    expect(reportOf(english, japanese).errors[0]).toContain('has no list of translated sections')
    const shortList = translated.replace(/\nserve .*/, '')
    expect(reportOf(english, shortList).errors).toContain(
      'docs/ja/tea.md has 3 sections, and its comment lists 2',
    )
  })

  it('needs an original', () => {
    const other = { ...tea, original: 'docs/coffee.md' }
    const root = mkdtempSync(path.join(tmpdir(), 'fukidashi-translations-'))
    roots.push(root)
    mkdirSync(path.join(root, 'docs/ja'), { recursive: true })
    writeFileSync(path.join(root, 'docs/ja/tea.md'), translated)
    expect(checkTranslation(other, [other], root).errors).toEqual([
      'docs/ja/tea.md translates docs/coffee.md, which does not exist',
    ])
  })
})

describe('--sync', () => {
  const sync = (original: string, page = translated) => syncedPage(original, page, tea, [tea])

  it('changes nothing if nothing is missing', () => {
    expect(sync(english)).toBe(translated)
  })

  it('copies code that differs and keeps translated comments elsewhere', () => {
    const code = '```ts\n// Cup\nconst cup = 1\n```\n'
    const [original, page] = [english, japanese].map((text) => `${text}\n${code}`)
    const changed = original!.replace('const cup = 1', 'const cup = 2')
    const result = sync(changed, updatedPage(original!, page!, tea))
    expect(result).toContain('// Cup\nconst cup = 2')
    expect(result).toContain('// お湯')
    expect(reportOf(changed, result)).toEqual({ behind: [], errors: [] })
  })

  it('adds a new section in English, with links that work, and says that it is not translated', () => {
    const clean = '## Clean\n\nAs [before](#brew) and [there](other.md#more).\n\n'
    const original = english.replace('## Serve', `${clean}## Serve`)
    const result = sync(original)
    expect(result).toContain('As [before](../tea.md#brew) and [there](../other.md#more).')
    expect(reportOf(original, result)).toEqual({
      behind: ["docs/ja/tea.md is behind: section 'Clean' is not translated"],
      errors: [],
    })
    expect(reportOf(original, updatedPage(original, result, tea, 'clean')).behind).toEqual([])
  })

  it('keeps the translation of a section with a new heading', () => {
    const original = english.replace('## Serve', '## Drink')
    const result = sync(original)
    expect(result).toContain('## 出す\n\n飲みます。')
    expect(reportOf(original, result).behind).toEqual([
      "docs/ja/tea.md is behind: section 'Drink' changed",
    ])
  })

  it('removes a section that the original does not have any more, and follows its order', () => {
    const [title, brew, serve] = english.split(/(?=^## )/m) as [string, string, string]
    expect(sync(title + brew)).not.toContain('## 出す')
    const original = `${title}${serve}\n${brew}`
    expect(reportOf(original, translated).errors).toEqual([
      'docs/ja/tea.md: its sections are not in the order of docs/tea.md',
    ])
    expect(reportOf(original, sync(original))).toEqual({ behind: [], errors: [] })
  })
})

describe('--update', () => {
  const changed = english.replace('Drink it.', 'Sip it.').replace('Pour water.', 'Pour hot water.')

  it('marks one section', () => {
    const page = updatedPage(changed, translated, tea, 'serve')
    expect(reportOf(changed, page).behind).toEqual([
      "docs/ja/tea.md is behind: section 'Brew' changed",
    ])
  })

  it('refuses a page that lacks a section, and a section that does not exist', () => {
    const longer = `${english}\n## Clean\n\nUse water.\n`
    expect(() => updatedPage(longer, translated, tea)).toThrow(
      "docs/ja/tea.md lacks sections: 'Clean'",
    )
    expect(() => updatedPage(english, translated, tea, 'pour')).toThrow(
      'docs/tea.md has no section #pour',
    )
  })
})

it('does not overlook a folder of a language that has no name', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'fukidashi-translations-'))
  roots.push(root)
  mkdirSync(path.join(root, 'docs/ko'), { recursive: true })
  mkdirSync(path.join(root, 'docs/hosting'), { recursive: true })
  expect(() => translationsIn(root)).toThrow('docs/ko: add its language')
})

describe('npm run translations', () => {
  const script = path.resolve('scripts/docs/translations.ts')
  const run = (cwd: string, ...args: string[]) => {
    const tsx = import.meta.resolve('tsx')
    const options = { cwd, encoding: 'utf8' } as const
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', tsx, script, ...args],
      options,
    )
    return { status, stderr }
  }

  it('warns about a page that is behind, until it is marked', () => {
    const folder = folderWith(english.replace('Drink it.', 'Sip it.'), translated)
    const { status, stderr } = run(folder)
    expect(status).toBe(0)
    expect(stderr).toContain("warning: docs/ja/tea.md is behind: section 'Serve' changed")
    expect(run(folder, '--update', 'docs/ja/tea.md#serve').status).toBe(0)
    expect(run(folder)).toEqual({ status: 0, stderr: '' })
  })

  it('fails for code that differs, until it is copied', () => {
    const folder = folderWith(english.replace('const water', 'let water'), translated)
    const { status, stderr } = run(folder)
    expect(status).toBe(1)
    expect(stderr).toContain('error: docs/ja/tea.md: code block 1')
    expect(run(folder, '--sync').status).toBe(0)
    expect(run(folder)).toEqual({ status: 0, stderr: '' })
  })

  it('refuses other options and pages, and says what is permitted', () => {
    const folder = folderWith(english, translated)
    expect(run(folder, '--fix').stderr).toContain('usage: npm run translations')
    const { status, stderr } = run(folder, '--update', 'docs/tea.md')
    expect(status).toBe(1)
    expect(stderr).toContain('docs/tea.md is not a translated page; these are: docs/ja/tea.md')
  })
})
