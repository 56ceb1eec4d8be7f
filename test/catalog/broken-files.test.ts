/** Files that cannot be compiled: they are reported, and all other stories are checked. */
import { describe, expect, it } from 'vitest'
import { buildCatalog, runCheck, writeReport } from '../../src/catalog/node/index.js'
import { project, shop } from './support.js'

const story = (title: string, imports = '') => `import { catalog } from './catalog.js'
${imports}
export const Only = catalog.json({ title: '${title}', messages: { type: 'text', text: 'a' } })
`

const pretty = { color: false, table: false }
const idsOf = (results: readonly { story: { id: string } }[]) => [
  ...new Set(results.map(({ story }) => story.id)),
]

describe('a story file with a syntax error', () => {
  const broken = { 'broken.messages.tsx': `${story('Broken')}export const = 1\n` }

  it('is reported with its line, and all other stories are checked', async () => {
    const root = await project({ ...shop, ...broken })
    const report = await runCheck({ root })
    expect(report.findings).toMatchObject([
      { severity: 'error', code: 'build_failed', file: 'broken.messages.tsx', line: 4 },
    ])
    expect(idsOf(report.results)).toEqual(['Shop/Card/Normal', 'Shop/Card/Green'])
    const text = writeReport(report, 'pretty', pretty)
    expect(text).toContain('> 4 | export const = 1')
    expect(text).toContain('Checked 2 stories in 2 locales: 1 error')
  })

  it('is reported together with the others that have one', async () => {
    const others = Object.fromEntries(
      ['a', 'b', 'c'].map((name) => [`${name}.messages.ts`, `${story(name)}const x = {\n`]),
    )
    const root = await project({ ...shop, ...broken, ...others })
    const { findings, results } = await runCheck({ root })
    expect(findings.map(({ file }) => file).sort()).toEqual([
      'a.messages.ts',
      'b.messages.ts',
      'broken.messages.tsx',
      'c.messages.ts',
    ])
    expect(idsOf(results)).toHaveLength(2)
  })

  it('prevents a build of the catalog, which reports it', async () => {
    const root = await project({ ...shop, ...broken })
    const { manifest, report } = await buildCatalog({ root, out: `${root}/out` })
    expect(manifest).toBeUndefined()
    expect(report.findings).toMatchObject([{ file: 'broken.messages.tsx', line: 4 }])
  })
})

describe('a broken file that stories import', () => {
  it.each([
    ['has a syntax error', { 'part.ts': 'export const part = (\n' }, 'part.ts'],
    ['imports what does not exist', { 'part.ts': "export * from './gone.js'\n" }, 'part.ts'],
    [
      'imports a file that has a syntax error',
      { 'part.ts': "export { part } from './inner.js'\n", 'inner.ts': 'export const part = (\n' },
      'inner.ts',
    ],
  ])('%s: it is reported once, with the stories that need it', async (_, files, place) => {
    const root = await project({
      ...shop,
      ...files,
      'one.messages.ts': story('One', "import './part.js'"),
      'two.messages.ts': story('Two', "import './part.js'"),
    })
    const { findings, results } = await runCheck({ root })
    expect(findings).toMatchObject([{ code: 'build_failed', file: place }])
    expect(findings[0]!.message).toContain(
      'Not checked because of it: one.messages.ts, two.messages.ts',
    )
    expect(idsOf(results)).toEqual(['Shop/Card/Normal', 'Shop/Card/Green'])
  })

  it('may be needed by all stories', async () => {
    const root = await project({ ...shop, 'catalog.ts': 'export const catalog = (\n' })
    const { findings, results } = await runCheck({ root })
    expect(findings).toMatchObject([{ code: 'build_failed', file: 'catalog.ts' }])
    expect(results).toEqual([])
  })
})
