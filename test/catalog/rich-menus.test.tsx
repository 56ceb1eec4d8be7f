/** Rich menus of `fukidashi/rich-menu` as stories. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildCatalog } from '../../src/catalog/node/index.js'
import { defineCatalog, type StoryOf } from '../../src/catalog/index.js'
import { storiesIn } from '../../src/catalog/story.js'
import { registerStories } from '../../src/catalog/testing/story-tests.js'
import type { SnapshotText } from '../../src/catalog/testing/snapshot-text.js'
import { readImageHeader } from '../../src/common/image-header.js'
import { MessageAction } from '../../src/components/index.js'
import { Cell, RichMenu, richMenus, Row, Tab } from '../../src/rich-menu/index.js'
import type { RichMenuRequest } from '../../src/spec/index.js'
import { fakePicture } from '../../src/testing/index.js'
import { project } from './support.js'

const files = {
  'rich-menu.tsx': `import { MessageAction } from 'fukidashi'
import { Cell, RichMenu, richMenus, Row, Tab } from 'fukidashi/rich-menu'
const Tabs = () => <Row height={186}><Tab to="home">Home</Tab><Tab to="shop">Shop</Tab></Row>
const Menu = ({ text }: { text: string }, { tea = 'Tea' }: { tea?: string }) => (
  <RichMenu chatBarText={tea} size="compact"><Tabs /><Cell><MessageAction text={text} />{tea}</Cell></RichMenu>
)
export default richMenus({
  owner: 'teahouse',
  default: 'home',
  menus: { home: <Menu text="home" />, shop: <Menu text="shop" /> },
  locales: { ja: { tea: 'お茶' } as object },
})
`,
  'menus.messages.tsx': `import { defineCatalog } from 'fukidashi/catalog'
import set from './rich-menu.js'
const catalog = defineCatalog({ locales: ['en', 'ja'] })
export const menus = catalog.richMenus(set, { title: 'Menus' })
`,
}

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'))

it('builds each menu in each locale, with its areas and its picture', async () => {
  const root = await project(files)
  const out = join(root, 'out')
  const { manifest, report } = await buildCatalog({ root, out })
  expect(report.findings).toEqual([])
  expect(manifest!.stories).toEqual(
    ['home', 'shop'].map((name) => ({
      id: `Menus/${name}`,
      title: 'Menus',
      name,
      kind: 'rich-menu',
      source: 'menus.messages.tsx',
      files: { en: `en/Menus/${name}.json`, ja: `ja/Menus/${name}.json` },
      pictures: { en: `en/Menus/${name}.png`, ja: `ja/Menus/${name}.png` },
    })),
  )
  // A menu has no area for the tab that leads to itself; tabs lead to menus of the same locale.
  expect(await readJson(join(out, 'ja/Menus/home.json'))).toEqual({
    size: { width: 2500, height: 843 },
    selected: false,
    name: 'teahouse/home.ja',
    chatBarText: 'お茶',
    areas: [
      {
        bounds: { x: 1250, y: 0, width: 1250, height: 186 },
        action: {
          type: 'richmenuswitch',
          richMenuAliasId: 'shop-ja',
          data: 'tab=shop',
          label: 'Shop',
        },
      },
      {
        bounds: { x: 0, y: 186, width: 2500, height: 657 },
        action: { type: 'message', text: 'home', label: 'お茶' },
      },
    ],
  })
  expect(await readJson(join(out, 'en/Menus/home.json'))).toMatchObject({
    chatBarText: 'Tea',
    areas: [{ action: { richMenuAliasId: 'shop' } }, {}],
  })
  const pictures = await Promise.all(
    ['en/Menus/home.png', 'ja/Menus/home.png'].map((path) => readFile(join(out, path))),
  )
  expect(pictures.map((bytes) => readImageHeader(bytes))).toEqual(
    Array.from({ length: 2 }, () => ({ type: 'image/png', width: 2500, height: 843 })),
  )
  expect(pictures[0]!.equals(pictures[1]!)).toBe(false)
  expect(await readFile(join(out, 'catalog.d.ts'), 'utf8')).toContain(
    '"Menus/shop": spec.RichMenuRequest',
  )
})

it('warns at the export about areas and texts that are hard to tap or to read', async () => {
  const root = await project({
    ...files,
    'small.messages.tsx': `import { defineCatalog } from 'fukidashi/catalog'
import { MessageAction } from 'fukidashi'
import { Cell, RichMenu, richMenus, Row } from 'fukidashi/rich-menu'
const catalog = defineCatalog()
const Small = () => (
  <RichMenu chatBarText="a" size="compact">
    <Row height={100}><Cell color="#fefefe" background="#ffffff"><MessageAction text="a" />Pale</Cell></Row>
    <Row><Cell fontSize={400}><MessageAction text="b" />Far too large for its cell</Cell></Row>
  </RichMenu>
)
export const set = catalog.richMenus(richMenus({ owner: 'a', menus: { small: <Small /> } }))
export const One = catalog.richMenu(Small, { title: 'One' }).story()
`,
  })
  const { report } = await buildCatalog({
    root,
    out: join(root, 'out'),
    patterns: ['small.messages.tsx'],
  })
  const { results } = report
  expect(results.map(({ story }) => [story.id, story.place.line])).toEqual([
    ['Rich menus/small', 11],
    ['One/One', 12],
  ])
  for (const { problems, picture } of results) {
    expect(problems.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      ['mismatch', 'warning', expect.stringContaining('at least 160 each way')],
      ['mismatch', 'warning', expect.stringContaining('contrast')],
      ['mismatch', 'warning', expect.stringContaining('is larger than its cell')],
    ])
    expect(readImageHeader(picture!)).toMatchObject({ width: 2500 })
  }
})

describe('stories of a set', () => {
  const catalog = defineCatalog({ locales: ['en', 'ja', 'th'] })
  const Menu = ({ text }: { text: string }) => (
    <RichMenu chatBarText="Menu" picture={fakePicture(2500, 1686)}>
      <Row height={400}>
        <Tab to="home">Home</Tab>
      </Row>
      <Cell>
        <MessageAction text={text} />
        {text}
      </Cell>
    </RichMenu>
  )
  const { stories } = catalog.richMenus(
    richMenus({
      owner: 'teahouse',
      menus: {
        home: <Menu text="home" />,
        'home.ja': <Menu text="うち" />,
        'sale.th': <Menu text="sale" />,
        broken: <Menu text="" />,
      },
    }),
  )
  const check = (name: string, locale: 'en' | 'ja' | 'th') =>
    (stories[name] as StoryOf<'rich-menu', string, RichMenuRequest>).check({ locale })

  it('have the menu of a locale where there is one', async () => {
    expect((await check('home', 'ja')).output).toMatchObject({
      name: 'teahouse/home.ja',
      areas: [{ action: { text: 'うち' } }],
    })
    expect((await check('home', 'th')).output).toMatchObject({ name: 'teahouse/home' })
    expect(stories['sale']!.locales).toEqual(['th'])
    expect((await check('sale', 'th')).output).toMatchObject({ name: 'teahouse/sale.th' })
  })

  it('keep the other menus when one has an error', async () => {
    const { output, problems, picture } = await check('broken', 'en')
    expect([output, picture]).toEqual([undefined, undefined])
    expect(problems).toMatchObject([{ code: 'empty', path: 'areas[1].action.text' }])
    await expect(stories['broken']!.render()).rejects.toThrow('The menu broken')
    expect((await check('home', 'en')).problems).toEqual([])
  })

  it('become tests with snapshots', async () => {
    const tests: [string, () => Promise<void>][] = []
    const shown: string[] = []
    let path: string[] = []
    await registerStories(
      {
        describe(name, body) {
          path = [...path, name]
          body()
          path = path.slice(0, -1)
        },
        it(name, body) {
          tests.push([[...path, name].join(' › '), () => body({})])
        },
        matchSnapshot: ({ text }: SnapshotText) => shown.push(text),
      },
      catalog,
      { './menus.messages.tsx': { menus: { $$typeof: Symbol.for('fukidashi.stories'), stories } } },
    )
    expect(tests.map(([name]) => name).slice(0, 4)).toEqual([
      'menus.messages.tsx › menus.home › en',
      'menus.messages.tsx › menus.home › ja',
      'menus.messages.tsx › menus.home › th',
      'menus.messages.tsx › menus.sale › th',
    ])
    for (const [, run] of tests.slice(0, 4)) await run()
    expect(shown[0]).toContain('<MessageAction text="home" label="home" />')
    await expect(tests[4]![1]()).rejects.toThrow('text')
  })

  it('are found only in groups and stories', () => {
    expect(storiesIn({ stories })).toEqual([])
    expect(storiesIn(undefined)).toEqual([])
  })

  it('need what richMenus returned', () => {
    expect(() => catalog.richMenus({} as never)).toThrow('takes what richMenus')
    expect(() =>
      catalog.richMenus(richMenus({ owner: 'a', menus: {} }), { titel: 'a' } as never),
    ).toThrow('Did you mean title?')
  })
})

it('gives components the context of the catalog, and of a set its own', async () => {
  const catalog = defineCatalog({
    locales: ['en'],
    context: (): { word?: string } => ({ word: 'catalog' }),
  })
  const Menu = (_: object, { word }: { word?: string }) => (
    <RichMenu chatBarText={word ?? 'none'} picture={fakePicture(2500, 1686)}>
      <Cell>
        <MessageAction text="a" />a
      </Cell>
    </RichMenu>
  )
  const one = catalog.richMenu(Menu).story()
  expect(await one.render()).toMatchObject({ chatBarText: 'catalog', name: 'menu' })
  const { stories } = catalog.richMenus(richMenus({ owner: 'a', menus: { menu: <Menu /> } }))
  expect(await stories['menu']!.render()).toMatchObject({ chatBarText: 'none' })
})
