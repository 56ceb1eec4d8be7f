/** Menus laid out with rows, columns and cells. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Area, MessageAction, Postback, Text, Uri } from '../../src/components/index.js'
import { renderOne } from '../../src/render/index.js'
import {
  Cell,
  Column,
  Place,
  planRichMenus,
  RichMenu,
  richMenus,
  Row,
  Tab,
} from '../../src/rich-menu/index.js'
import { layOut } from '../../src/rich-menu/layout/lay-out.js'
import type { LayoutNode, Rectangle } from '../../src/rich-menu/layout/node.js'
import type { RichMenuRequest } from '../../src/spec/index.js'
import { fluidLayouts, layouts } from './layouts.js'
import { account, picture } from './support.js'

const W = 2500
const H = 1686

const isInside = (one: Rectangle, outer: Rectangle) =>
  one.x >= outer.x &&
  one.y >= outer.y &&
  one.x + one.width <= outer.x + outer.width &&
  one.y + one.height <= outer.y + outer.height

const overlap = (one: Rectangle, other: Rectangle) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

describe('any layout', () => {
  const fitting = layouts.filter((node) => layOut(node, W, H).overflows.length === 0)
  const all = { x: 0, y: 0, width: W, height: H }

  it('has whole pixels, inside the menu, and no areas that overlap', () => {
    fc.assert(
      fc.property(fitting, (node) => {
        const { cells } = layOut(node, W, H)
        for (const { box, area } of cells) {
          for (const edge of Object.values({ ...box, ...area })) expect(edge % 1).toBe(0)
          expect(isInside(area, all)).toBe(true)
          expect(isInside(box, area)).toBe(true)
        }
        cells.forEach(({ area }, i) => {
          for (const other of cells.slice(i + 1)) expect(overlap(area, other.area)).toBe(false)
        })
      }),
      { numRuns: 1_000 },
    )
  })

  it('without fixed lengths covers the whole menu', () => {
    fc.assert(
      fc.property(fluidLayouts, (node) => {
        const { cells, overflows } = layOut(node, W, H)
        fc.pre(overflows.length === 0)
        const sum = cells.reduce((total, { area }) => total + area.width * area.height, 0)
        expect(sum).toBe(W * H)
        for (const { area } of cells) expect(isInside(area, all)).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  it('stays the same inside another row or column', () => {
    fc.assert(
      fc.property(fitting, fc.constantFrom('row', 'column'), (node, kind) => {
        const inner: LayoutNode = { ...node, width: undefined, height: undefined, flex: undefined }
        const outer: LayoutNode = { kind: kind as 'row', gap: 9, padding: 0, parts: [inner] }
        expect(layOut(outer, W, H).cells).toEqual(layOut(inner, W, H).cells)
      }),
    )
  })
})

const render = async (node: unknown) => {
  const { json, problems } = await renderOne<RichMenuRequest>(node, 'rich-menu', {})
  return { areas: json?.areas ?? [], problems: problems.map(({ message }) => message) }
}

const Tabs = () => (
  <Row height={186}>
    <Tab to="home">Home</Tab>
    <Tab to="shop">Shop</Tab>
  </Row>
)

const Home = () => (
  <RichMenu chatBarText="Menu" picture={picture('home')} selected>
    <Tabs />
    <Row gap={24} padding={36}>
      <Cell flex={2}>
        <Postback data="book" />
        Book a table
      </Cell>
      <Column gap={24}>
        <Cell>
          <Uri uri="https://example.com/hours" />
          Opening hours
        </Cell>
        <Cell>
          <Uri uri="https://example.com/map" label="Map" />
          Find us on the map, near the station
        </Cell>
      </Column>
    </Row>
  </RichMenu>
)

describe('a menu', () => {
  it('has areas that reach to the middle of gaps and to the edge, with the text as label', async () => {
    const { areas, problems } = await render(<Home />)
    expect(problems).toEqual([])
    expect(areas).toEqual([
      {
        bounds: { x: 0, y: 0, width: 1250, height: 186 },
        action: {
          type: 'richmenuswitch',
          richMenuAliasId: 'home',
          data: 'tab=home',
          label: 'Home',
        },
      },
      {
        bounds: { x: 1250, y: 0, width: 1250, height: 186 },
        action: {
          type: 'richmenuswitch',
          richMenuAliasId: 'shop',
          data: 'tab=shop',
          label: 'Shop',
        },
      },
      {
        bounds: { x: 0, y: 186, width: 1651, height: 1500 },
        action: { type: 'postback', data: 'book', label: 'Book a table' },
      },
      {
        bounds: { x: 1651, y: 186, width: 849, height: 750 },
        action: { type: 'uri', uri: 'https://example.com/hours', label: 'Opening hours' },
      },
      {
        bounds: { x: 1651, y: 936, width: 849, height: 750 },
        action: { type: 'uri', uri: 'https://example.com/map', label: 'Map' },
      },
    ])
  })

  it('has room for 20 areas beside its own tab', async () => {
    const { line, sync } = account()
    const Menu = ({ of }: { of: string }) => (
      <RichMenu chatBarText={of} picture={picture(of)}>
        <Tabs />
        <Row>
          {Array.from({ length: 19 }, (_, i) => (
            <Cell>
              <MessageAction text={`${i}`} />
              {i}
            </Cell>
          ))}
        </Row>
      </RichMenu>
    )
    const menus = { home: <Menu of="home" />, shop: <Menu of="shop" /> }
    await sync(richMenus({ owner: 'teahouse', menus }))
    expect([...line.state.richMenus.values()].map(({ menu }) => menu.areas.length)).toEqual([
      20, 20,
    ])
    // A third tab is one area too many.
    await expect(
      sync(richMenus({ owner: 'teahouse', menus: { ...menus, other: <Menu of="other" /> } })),
    ).rejects.toThrow('The menu other')
  })

  it('has no area for its own tab, and deploys', async () => {
    const { line, sync } = account()
    await sync(
      richMenus({
        owner: 'teahouse',
        default: 'home',
        menus: {
          home: <Home />,
          shop: (
            <RichMenu chatBarText="Shop" picture={picture('shop')}>
              <Tabs />
              <Cell />
            </RichMenu>
          ),
        },
        locales: { ja: {} },
      }),
    )
    const targets = (alias: string) => {
      const { menu } = line.state.richMenus.get(line.state.richMenuAliases.get(alias)!)!
      return menu.areas.flatMap(({ action }) =>
        action.type === 'richmenuswitch' ? [action.richMenuAliasId] : [],
      )
    }
    expect(['home', 'shop', 'home-ja', 'shop-ja'].map(targets)).toEqual([
      ['shop'],
      ['home'],
      ['shop-ja'],
      ['home-ja'],
    ])
  })

  it('has no areas where cells have no action, and labels of at most 20 characters', async () => {
    const { areas } = await render(
      <RichMenu chatBarText="Menu">
        <Row>
          <Cell />
          <Cell>
            <MessageAction text="a" />
            {'a'.repeat(30)}
          </Cell>
        </Row>
      </RichMenu>,
    )
    expect(areas).toEqual([
      {
        bounds: { x: 1250, y: 0, width: 1250, height: 1686 },
        action: { type: 'message', text: 'a', label: 'a'.repeat(20) },
      },
    ])
  })

  it('has parts at places in pixels and percent, and free areas', async () => {
    const { areas } = await render(
      <RichMenu chatBarText="Menu" size="compact">
        <Place x="10%" y={100} width="33.3%" height="50%">
          <Cell>
            <MessageAction text="a" />
          </Cell>
        </Place>
        <Area x={2000} y={0} width={500} height={843}>
          <MessageAction text="b" />
        </Area>
      </RichMenu>,
    )
    expect(areas.map(({ bounds }) => bounds)).toEqual([
      { x: 250, y: 100, width: 833, height: 422 },
      { x: 2000, y: 0, width: 500, height: 843 },
    ])
  })

  it.each([
    [
      'two actions in a cell',
      <Cell>
        <MessageAction text="a" />
        <MessageAction text="b" />
      </Cell>,
      '<Cell> holds 2 actions; one is permitted',
    ],
    ['text between cells', <Row>{'a' as never}</Row>, 'text is not permitted in <Row>'],
    [
      'a message in a cell',
      <Cell>{(<Text>a</Text>) as never}</Cell>,
      "<Text> is not permitted in <Cell>; it holds text, <Text>, <Icon>, <Picture>, <Box> and one action. Import Text from 'fukidashi/rich-menu'",
    ],
    [
      'an area in a row',
      <Row>
        <Area x={0} y={0} width={9} height={9} />
      </Row>,
      '<Area> is not permitted in <Row>',
    ],
    [
      'a place in a row',
      <Row>
        <Place x={0} y={0} width={9} height={9} />
      </Row>,
      '<Place> is not permitted in <Row>',
    ],
    [
      'an action in a tab',
      <Tab to="home">{<MessageAction text="a" />}</Tab>,
      '<Tab> holds an action',
    ],
    ['a negative gap', <Row gap={-1} />, 'gap is -1; it must be a number of pixels, 0 or more'],
    ['a width in words', <Cell width={'50%' as never} />, 'width is "50%"; it must be a number'],
    [
      'a place in words',
      <Place x={'left' as never} y={0} width={9} height={9} />,
      'x is "left"; it must be pixels, 0 or more, or a percentage',
    ],
    [
      'parts that are too wide',
      <Row>
        <Cell width={1500} />
        <Cell width={1500} />
      </Row>,
      'the parts of a <Row> need 500 pixels more than there are across',
    ],
    [
      'parts that are too high',
      <Cell height={2000} />,
      'the parts of the menu need 314 pixels more',
    ],
    [
      'more than 20 areas',
      <Row>
        {Array.from({ length: 21 }, () => (
          <Cell>
            <MessageAction text="a" />
          </Cell>
        ))}
      </Row>,
      'at most 20',
    ],
  ])('with %s is refused', async (_, part, message) => {
    const { problems } = await render(<RichMenu chatBarText="Menu">{part}</RichMenu>)
    expect(problems.join('\n')).toContain(message)
  })
})

it('plans name areas that are too small for a finger, that overlap, and that LINE may cut off', async () => {
  const { client } = account()
  const menus = richMenus({
    owner: 'teahouse',
    menus: {
      home: (
        <RichMenu chatBarText="Menu" picture={picture('a')}>
          <Row height={100}>
            <Cell>
              <MessageAction text="a" />
              Tea
            </Cell>
          </Row>
          <Area x={0} y={50} width={2600} height={200}>
            <MessageAction text="b" />
          </Area>
        </RichMenu>
      ),
    },
  })
  const { notes } = await planRichMenus(client(), menus)
  expect(notes).toEqual([
    expect.stringContaining('home: ') as string,
    'home: areas[0] (Tea) is 2500 × 100 pixels; at least 160 each way can be tapped with a finger',
    'home: areas[0] (Tea) and areas[1] overlap',
  ])
})
