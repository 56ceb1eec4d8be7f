/** Stories of a project: found, loaded, checked, reported. */
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCheck, writeReport } from '../../src/catalog/node/index.js'
import { placesIn, project, sameNames, shop } from './support.js'

const tooLong = {
  'long.messages.tsx': `import { catalog } from './catalog.js'
import { Card } from './card.js'
const card = catalog.component(Card, { title: 'Shop/Long' })

export const Label = card.story({ props: { name: 'a', label: 'Add this to my basket' } })
`,
}

const pretty = { color: false, table: false }

describe('stories', () => {
  it('are found below the project, in the order of files and exports', async () => {
    const root = await project({ ...shop, 'node_modules/x/x.messages.tsx': 'throw 1' })
    const { results, findings } = await runCheck({ root })
    expect(findings).toEqual([])
    expect(results.map(({ story, locale }) => `${story.id} ${locale}`)).toEqual([
      'Shop/Card/Normal ja',
      'Shop/Card/Normal en',
      'Shop/Card/Green ja',
      'Shop/Card/Green en',
    ])
    expect(results[2]!.story.place).toEqual({ file: 'card.messages.tsx', line: 5, column: 1 })
  })

  it('whose components have one name in several files are reported with that name', async () => {
    const { findings } = await runCheck({ root: await project(sameNames) })
    expect(placesIn(findings)).toEqual(['a.tsx:3 <Card> › <Name>', 'b.tsx:3 <Card> › <Name>'])
  })

  it('leave no files behind', async () => {
    const root = await project(shop)
    await mkdir(join(root, 'node_modules'))
    await runCheck({ root })
    expect(await readdir(join(root, 'node_modules', '.fukidashi')).catch(() => [])).toEqual([])
  })

  it('find files beside them by import.meta.url, which in texts stays as it is', async () => {
    const root = await project({
      ...shop,
      'old/menu.json': JSON.stringify({ type: 'text', text: 'old' }),
      'old/old.messages.ts': `import { catalog } from '../catalog.js'
export const Old = catalog.json({ title: 'Old', file: new URL('./menu.json', import.meta.url) })
export const Text = catalog.json({ title: 'Old', messages: { type: 'text', text: 'import.meta.url' } })
`,
    })
    const { results } = await runCheck({ root, patterns: ['old/*.messages.ts'] })
    expect(results.filter(({ locale }) => locale === 'ja').map(({ output }) => output)).toEqual([
      [{ type: 'text', text: 'old' }],
      [{ type: 'text', text: 'import.meta.url' }],
    ])
  })

  it('say where a text comes from that is too long in some languages', async () => {
    const root = await project({ ...shop, ...tooLong })
    const { findings } = await runCheck({ root, patterns: ['long.messages.tsx'] })
    expect(findings).toMatchObject([
      {
        severity: 'error',
        code: 'too_long',
        story: 'Shop/Long/Label',
        locale: 'ja',
        path: 'messages[0].template.actions[0].label',
        component: '<Card> › <Buttons> › <Postback>',
        line: 5,
        column: 5,
      },
      { locale: 'en' },
    ])
    expect(findings[0]!.file).toBe('card.tsx')
  })

  it('that fail at import do not hide the others', async () => {
    const root = await project({ ...shop, 'bad.messages.ts': "throw new Error('no database')" })
    const { results, findings } = await runCheck({ root })
    expect(results).toHaveLength(4)
    expect(findings).toMatchObject([
      {
        code: 'module_failed',
        file: 'bad.messages.ts',
        line: 1,
        column: 7,
        message: expect.stringMatching(/no database\n.*\bbad\.messages\.ts:1:7/) as string,
      },
    ])
  })

  it('whose components throw name the line that threw, the component and the story', async () => {
    const root = await project({
      ...shop,
      'price.ts': `interface Item { id: string }

export function priceOf({ id }: Item): number {
  throw new Error('no price for ' + id)
}
`,
      'prices.tsx': `import { Text } from 'fukidashi'
import { priceOf } from './price.js'

export const Price = ({ id }: { id: string }) => <Text>{priceOf({ id })}</Text>
export const Later = async ({ id }: { id: string }) => {
  await Promise.resolve()
  throw 'not an error for ' + id
}
export const Card = ({ id, late = false }: { id: string; late?: boolean }) =>
  late
    ? <Later id={id} />
    : <Price id={id} />
`,
      'price.messages.tsx': `import { catalog } from './catalog.js'
import { Card } from './prices.js'
const card = catalog.component(Card, { title: 'Price', locales: ['en'] })
export const Tea = card.story({ props: { id: 'tea' } })
export const Late = card.story({ props: { id: 'tea', late: true } })
export const Sample = catalog.chat({
  title: 'Chat',
  locales: ['en'],
  bot: { connect() { throw new Error('no bot') } } as never,
  script: () => 0,
})
`,
    })
    const report = await runCheck({ root, patterns: ['price.messages.tsx'] })
    const places = report.findings.map(({ story, file, line, component }) => [
      ...[story, `${file}:${line}`, component],
    ])
    expect(places).toEqual([
      ['Price/Tea', 'price.ts:4', '<Card> › <Price>'],
      // What is thrown has no stack: the line of the element.
      ['Price/Late', 'prices.tsx:11', '<Card> › <Later>'],
      ['Chat/Sample', 'price.messages.tsx:9', undefined],
    ])
    const text = writeReport(report, 'pretty', pretty)
    expect(text).toContain(
      'price.ts:4:9  error  component_threw\n  Price/Tea (en)   <Card> › <Price>',
    )
    expect(text).toContain("> 4 |   throw new Error('no price for ' + id)")
    expect(text).toContain('prices.tsx:12:7) threw: no price for tea')
  })

  it('that cannot be compiled are reported with their place', async () => {
    const root = await project({ ...shop, 'bad.messages.tsx': 'export const A = <Text>\n' })
    const { findings } = await runCheck({ root })
    expect(findings).toMatchObject([{ code: 'build_failed', file: 'bad.messages.tsx', line: 1 }])
  })

  it('with the same title and export twice are an error, and so is a file without stories', async () => {
    const root = await project({
      ...shop,
      'again.messages.tsx': shop['card.messages.tsx'],
      'none.messages.ts': 'export const a = 1',
    })
    const { findings } = await runCheck({ root })
    expect(findings.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['story_duplicate', 'card.messages.tsx', 4],
      ['story_duplicate', 'card.messages.tsx', 5],
      ['story_missing', 'none.messages.ts', undefined],
    ])
  })

  it('that never finish are an error after a time limit', async () => {
    const root = await project({
      ...shop,
      'slow.messages.tsx': `import { catalog } from './catalog.js'
const Slow = () => new Promise<never>(() => {})
export const Never = catalog.component(Slow, { title: 'Slow', locales: ['ja'] }).story()
`,
    })
    const { findings } = await runCheck({ root, patterns: ['slow*'], timeout: 20 })
    expect(findings).toMatchObject([
      {
        story: 'Slow/Never',
        file: 'slow.messages.tsx',
        line: 3,
        message: expect.stringContaining('20 ms') as string,
      },
    ])
  })
})

describe('JSON files', () => {
  const bubble = (text: string) => ({
    type: 'bubble',
    body: { type: 'box', layout: 'vertical', contents: [{ type: 'text', text }] },
  })

  it.each([
    ['a message', { type: 'text', text: 'a' }, 'message'],
    ['a list', [{ type: 'text', text: 'a' }], 'messages'],
    ['a push', { to: 'U1', messages: [{ type: 'text', text: 'a' }] }, 'request'],
    ['a bubble', bubble('a'), 'flex'],
    ['a template', { type: 'confirm', text: 'a', actions: [] }, 'template'],
    ['a box', bubble('a').body, 'flex-component'],
    ['a rich menu', { size: { width: 2500, height: 843 }, areas: [] }, 'rich-menu'],
  ])('are recognized: %s', async (_, json, kind) => {
    const root = await project({ 'a.json': JSON.stringify(json) })
    const { files } = await runCheck({ root, patterns: ['*.json'] })
    expect(files).toMatchObject([{ file: 'a.json', kind }])
  })

  it('have their problems at the line of the text', async () => {
    const json = JSON.stringify({ messages: [{ type: 'text', text: 'ok' }, bubble('')] }, null, 2)
    const root = await project({ 'a.json': json, 'b.json': JSON.stringify([{ type: 'text' }]) })
    const { findings } = await runCheck({ root, patterns: ['*.json'] })
    const lines = json.split('\n')
    expect(findings[0]).toMatchObject({ file: 'a.json', severity: 'error' })
    expect(lines[findings[0]!.line! - 1]).toContain('{')
    expect(findings.at(-1)).toMatchObject({ file: 'b.json', code: 'required', line: 1, column: 2 })
  })

  it('that are not JSON, or that LINE would refuse, are errors', async () => {
    const root = await project({
      'a.json': '{"type": "text",}',
      'b.json': '{"name": 1}',
      'c.json': '',
    })
    const { findings } = await runCheck({ root, patterns: ['*.json'] })
    expect(findings.map(({ code, file, line, column }) => [code, file, line, column])).toEqual([
      ['json_invalid', 'a.json', 1, 17],
      ['json_unknown', 'b.json', 1, 1],
      ['json_invalid', 'c.json', 1, 1],
    ])
  })
})

describe('the report', () => {
  const report = async () => runCheck({ root: await project({ ...shop, ...tooLong }) })

  it('shows the code, once for all locales, and how full the texts are', async () => {
    const text = writeReport(await report(), 'pretty', pretty)
    expect(text).toContain('Shop/Long/Label (ja, en)')
    expect(text).toMatch(/> 5 \| {5}<Postback label/)
    expect(text).toMatch(/Shop\/Card\/Normal +6\/20 +7\/20 +label, longest in en/)
    expect(text).toMatch(/Shop\/Long\/Label +24\/20! +25\/20! +label, longest in en/)
    expect(text.endsWith('Checked 3 stories in 2 locales: 2 errors, 0 warnings.')).toBe(true)
  })

  it('show which stories have an error, whatever it is', async () => {
    const root = await project({
      ...shop,
      'odd.messages.ts': `import { catalog } from './catalog.js'
export const Six = catalog.json({ title: 'Odd', messages: Array(6).fill({ type: 'text', text: 'a' }) })
export const Number = catalog.json({ title: 'Odd', messages: [{ type: 'text', text: 5 }] })
`,
    })
    const text = writeReport(await runCheck({ root }), 'pretty', pretty)
    expect(text).toMatch(/Odd\/Six +error +error/)
    expect(text).toMatch(/Odd\/Number +error +error/)
  })

  it('is JSON for programs', async () => {
    const { checked, problems } = JSON.parse(writeReport(await report(), 'json', pretty)) as {
      checked: object
      problems: object[]
    }
    expect(checked).toEqual({ stories: 3, renderings: 6, files: [] })
    expect(problems[1]).toMatchObject({
      story: 'Shop/Long/Label',
      locale: 'en',
      line: 5,
      code: 'too_long',
    })
  })

  it('is a list of commands for GitHub, whatever a message contains', async () => {
    const lines = writeReport(await report(), 'github', pretty).split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(
      /^::error file=card\.tsx,line=5,col=5,title=Shop\/Long\/Label \(ja\)%3A too_long::messages/,
    )
  })

  it('is XML for JUnit, with a case for each story and locale', async () => {
    const xml = writeReport(await report(), 'junit', pretty)
    expect(xml).toContain('<testsuites name="fukidashi check" tests="6" failures="2">')
    expect(xml.match(/<testcase /g)).toHaveLength(6)
    expect(xml).toContain('&quot;Add this to my basket Tea&quot; is 25 characters')
  })

  it('escapes what would end a line or a tag', async () => {
    const root = await project({
      'a.messages.ts': `import { defineCatalog } from 'fukidashi/catalog'
export const A = defineCatalog().chat({ title: 'a<b>%,:', bot: { connect() { throw new Error('x\\n::error::y \\u0007]]>&') } } as never, script: () => 0 })
`,
    })
    const result = await runCheck({ root })
    expect(writeReport(result, 'github', pretty).split('\n')).toHaveLength(1)
    const xml = writeReport(result, 'junit', pretty)
    expect(xml).toContain('a&lt;b&gt;%,:')
    expect(xml).not.toContain('\u0007')
  })
})

it('says nothing was checked in an empty project', async () => {
  const root = await project({ 'a.txt': '' })
  await writeFile(join(root, 'b.ts'), '')
  const report = await runCheck({ root })
  expect(writeReport(report, 'pretty', pretty)).toBe('Checked nothing: 0 errors, 0 warnings.')
})
