/** JSON of rich menus in pixels becomes rows and columns. */
import { transformSync } from 'esbuild'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as main from '../../src/index.js'
import * as runtime from '../../src/jsx-runtime/index.js'
import { menuToSource } from '../../src/rich-menu/node/index.js'
import * as richMenu from '../../src/rich-menu/index.js'
import type { RichMenuRequest } from '../../src/spec/index.js'
import { corpus } from '../fixtures/messages/index.js'

const modules: Readonly<Record<string, unknown>> = {
  fukidashi: main,
  'fukidashi/rich-menu': richMenu,
  'fukidashi/jsx-runtime': runtime,
}

/** Compiles and runs a module, and gives the JSON of its only menu. */
function jsonOf(source: string): RichMenuRequest {
  const { code } = transformSync(source, {
    loader: 'tsx',
    format: 'cjs',
    jsx: 'automatic',
    jsxImportSource: 'fukidashi',
    tsconfigRaw: {},
  })
  const module: { exports: { default?: richMenu.RichMenuSet } } = { exports: {} }
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the code under test is source text
  const run = new Function('require', 'module', 'exports', code) as (...values: unknown[]) => void
  run((name: string) => modules[name], module, module.exports)
  const [menu] = Object.values(module.exports.default!.menus)
  return JSON.parse(JSON.stringify(menu)) as RichMenuRequest
}

type Area = RichMenuRequest['areas'][number]

const menuOf = (areas: Area[], size = { width: 2500, height: 1686 }): RichMenuRequest => ({
  size,
  selected: true,
  name: 'summer',
  chatBarText: 'Tap',
  areas,
})

const area = (x: number, y: number, width: number, height: number, label = 'Tea'): Area => ({
  bounds: { x, y, width, height },
  action: { type: 'message', label, text: 'tea' },
})

/** Areas without their order: nothing depends on it where they do not overlap. */
const sorted = (areas: readonly Area[]) =>
  areas.map((one) => JSON.stringify(one, (_, value: unknown) => withSortedKeys(value))).sort()

const withSortedKeys = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

function expectSame(menu: RichMenuRequest): string {
  const source = menuToSource(menu, 'menu')!
  const json = jsonOf(source)
  expect(sorted(json.areas), source).toEqual(sorted(menu.areas))
  expect({ ...json, areas: [], name: '' }).toEqual({ ...menu, areas: [], name: '' })
  return source
}

it('writes rows and columns, with labels as texts', () => {
  const source = expectSame(
    menuOf([
      {
        bounds: { x: 0, y: 0, width: 1250, height: 186 },
        action: {
          type: 'richmenuswitch',
          label: 'Shop',
          richMenuAliasId: 'shop',
          data: 'tab=shop',
        },
      },
      area(0, 186, 1667, 1500, 'Our teas'),
      {
        bounds: { x: 1667, y: 186, width: 833, height: 750 },
        action: { type: 'uri', label: 'Map', uri: 'https://example.com/map' },
      },
      area(1667, 936, 833, 750),
    ]),
  )
  expect(source).toBe(`import { MessageAction, Uri } from 'fukidashi'
import { Cell, Column, RichMenu, richMenus, Row, Tab } from 'fukidashi/rich-menu'

// Save its picture as menu.png. Its name was "summer"; menus that are deployed are named after owner and key.
const menu = (
  <RichMenu chatBarText="Tap" selected picture="./menu.png">
    <Row height={186}>
      <Tab to="shop">Shop</Tab>
      <Cell />
    </Row>
    <Row>
      <Cell flex={2}>
        <MessageAction text="tea" />
        Our teas
      </Cell>
      <Column>
        <Cell>
          <Uri uri="https://example.com/map" />
          Map
        </Cell>
        <Cell>
          <MessageAction text="tea" />
          Tea
        </Cell>
      </Column>
    </Row>
  </RichMenu>
)

export default richMenus({
  owner: 'bot',
  default: 'menu',
  menus: { menu },
})
`)
})

describe('gives the same areas', () => {
  it('of random grids', () => {
    const cut = fc.record({ at: fc.double({ min: 0.02, max: 0.98, noNaN: true }), drop: fc.nat(5) })
    fc.assert(
      fc.property(
        fc.array(cut, { maxLength: 12 }),
        fc.boolean(),
        fc.integer({ min: 800, max: 2500 }),
        fc.array(fc.string({ maxLength: 24, unit: 'grapheme' }), { minLength: 1 }),
        (cuts, across, width, labels) => {
          const height = Math.round(width / 1.48)
          let boxes = [{ x: 0, y: 0, width, height }]
          cuts.forEach(({ at, drop }, i) => {
            const [box, ...others] = boxes
            if (!box) return
            const isRow = (i % 2 === 0) === across
            const whole = isRow ? box.width : box.height
            const part = Math.round(whole * at)
            if (part < 1 || part >= whole) return
            const [one, other] = isRow
              ? [
                  { ...box, width: part },
                  { ...box, x: box.x + part, width: whole - part },
                ]
              : [
                  { ...box, height: part },
                  { ...box, y: box.y + part, height: whole - part },
                ]
            // Now and then a hole.
            boxes = [...others, one, ...(drop === 0 ? [] : [other])]
          })
          const areas = boxes.map((bounds, i): Area => {
            const label = labels[i % labels.length]!
            const isValid = label.length > 0 && label.length <= 20
            return {
              bounds,
              action: { type: 'message', ...(isValid && { label }), text: `${i}` },
            }
          })
          const source = expectSame(menuOf(areas, { width, height }))
          expect(source).not.toContain('<Area')
        },
      ),
      { numRuns: 150 },
    )
  })

  it('of areas anywhere, in pixels where they are in no rows and columns', () => {
    const bounds = fc
      .record({
        x: fc.nat(2499),
        y: fc.nat(1685),
        right: fc.integer({ min: 1, max: 2500 }),
        bottom: fc.integer({ min: 1, max: 1686 }),
      })
      .map(({ x, y, right, bottom }) => ({
        x: Math.min(x, right - 1),
        y: Math.min(y, bottom - 1),
        width: Math.max(1, right - x),
        height: Math.max(1, bottom - y),
      }))
    fc.assert(
      fc.property(fc.array(bounds, { minLength: 1, maxLength: 6 }), (all) => {
        expectSame(menuOf(all.map(({ x, y, width, height }) => area(x, y, width, height))))
      }),
      { numRuns: 150 },
    )
  })

  it('of areas like a pinwheel, which no line divides into rows or columns', () => {
    const source = expectSame(
      menuOf([
        area(0, 0, 1500, 600),
        area(1500, 0, 1000, 1086),
        area(1000, 1086, 1500, 600),
        area(0, 600, 1000, 1086),
        area(1000, 600, 500, 486),
      ]),
    )
    expect(source).toContain('<Area x={1000} y={600} width={500} height={486}>')
  })

  it.each(['large', 'compact'])('of the common grids, %s, without a single pixel', (size) => {
    const height = size === 'large' ? 1686 : 843
    const lengths = (whole: number, count: number) =>
      Array.from({ length: count }, (_, i) => {
        const start = Math.round((whole * i) / count)
        return [start, Math.round((whole * (i + 1)) / count) - start] as const
      })
    for (const columns of [1, 2, 3, 4, 6])
      for (const rows of [1, 2, 3]) {
        const areas = lengths(height, rows).flatMap(([y, h]) =>
          lengths(2500, columns).map(([x, w]) => area(x, y, w, h)),
        )
        expect(expectSame(menuOf(areas, { width: 2500, height }))).not.toMatch(
          / (?:width|height|x)=/,
        )
      }
  })

  it.each(
    corpus['rich menus']!.filter(
      ({ as, value, problems }) =>
        as === 'rich-menu' && problems.length === 0 && (value as RichMenuRequest).areas.length > 0,
    ).map((one) => [one.name, one.value as RichMenuRequest] as const),
  )('of %s', (_, menu) => {
    expectSame(menu)
  })

  it('and every action that a rich menu can have', () => {
    const actions: Area['action'][] = [
      { type: 'postback', data: 'a', label: ' spaces ', displayText: 'a' },
      { type: 'richmenuswitch', richMenuAliasId: 'a', data: 'other' },
      { type: 'datetimepicker', data: 'a', mode: 'date', label: '{braces} <b>' },
      { type: 'clipboard', clipboardText: 'a' },
    ]
    expectSame(
      menuOf(actions.map((action, i) => ({ bounds: area(i * 500, 0, 500, 400).bounds, action }))),
    )
  })
})

it('adopts the menu whose id LINE answered', () => {
  const richMenuId = `richmenu-${'a'.repeat(32)}`
  const source = menuToSource({ richMenuId, ...menuOf([area(0, 0, 2500, 1686)]) }, 'My menu!')
  expect(source).toContain(`adopt="${richMenuId}"`)
  expect(source).toContain('picture="./my-menu.png"')
  expect(source).toContain("menus: { 'my-menu': myMenu }")
})

it.each([
  ['a message', { type: 'text', text: 'a' }],
  ['a list', [menuOf([])]],
  [
    'a menu that LINE would refuse',
    { ...menuOf([area(0, 0, 10, 10)]), chatBarText: 'x'.repeat(15) },
  ],
  ['a menu without a text', { ...menuOf([area(0, 0, 10, 10)]), chatBarText: undefined }],
  ['a menu with unknown properties', { ...menuOf([area(0, 0, 10, 10)]), extra: 1 }],
])('does not write %s as rows and columns', (_, json) => {
  expect(menuToSource(json, 'menu')).toBeUndefined()
})
