/** What cells hold: texts, boxes and pictures, with named styles. */
import { describe, expect, it } from 'vitest'
import { Image, MessageAction, Text as Message } from '../../src/components/index.js'
import { Provide } from '../../src/jsx-runtime/jsx.js'
import type { FC } from '../../src/jsx-runtime/types.js'
import { renderOne } from '../../src/render/index.js'
import {
  Box,
  Cell,
  type CellProps,
  Column,
  Icon,
  Imagemap,
  Picture,
  RichMenu,
  richMenus,
  Row,
  Tab,
  Text,
} from '../../src/rich-menu/index.js'
import type { RichMenuRequest } from '../../src/spec/index.js'
import { draw, extent, map } from './drawn.js'
import { pixelsOf } from './png-pixels.js'
import { account } from './support.js'

const svg = (color: string, width = 10, height = 10) =>
  new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${color}"/></svg>`,
  )

describe('contents', () => {
  it('are placed as CSS flexbox does: rows, columns, gaps, padding, shares', async () => {
    const { at } = await draw(
      map(
        <Box direction="row" gap={40} padding={20} width={1000} height={400} background="#eeeeee">
          <Box flex={1} height={100} background="#ff0000" />
          <Box flex={2} height={50} background="#00ff00" />
          <Box width={80} height={360} background="#0000ff" />
        </Box>,
      ),
    )
    // 1000 − 2·20 − 2·40 − 80 = 800 to share.
    expect(extent(at, '#ff0000')).toEqual([40, 210, 267, 100])
    expect(extent(at, '#00ff00')).toEqual([347, 235, 533, 50])
    expect(extent(at, '#0000ff')).toEqual([920, 80, 80, 360])
  })

  it.each([
    ['start', 'start', [0, 0]],
    ['center', 'center', [470, 210]],
    ['end', 'end', [940, 420]],
    ['end', 'start', [940, 0]],
  ] as const)('are at %s across and %s down', async (align, valign, [x, y]) => {
    for (const direction of ['row', 'column'] as const) {
      const box = <Box width={100} height={100} background="#ff0000" />
      const { at } = await draw(map(box, { align, valign, direction }))
      expect(extent(at, '#ff0000')).toEqual([x, y, 100, 100])
    }
  })

  it('have borders inside their size, and corners', async () => {
    const { at } = await draw(
      map(<Box width={200} height={100} border={10} borderColor="#ff0000" background="#00ff00" />),
    )
    expect(extent(at, '#ff0000')).toEqual([420, 210, 200, 100])
    expect(extent(at, '#00ff00')).toEqual([430, 220, 180, 80])
    const { at: round } = await draw(
      map(<Box width={100} height={100} radius={50} background="#ff0000" />),
    )
    expect([round(472, 212), round(520, 260)]).toEqual(['#ffffff', '#ff0000'])
  })

  it('have pictures, whole or cut off', async () => {
    const { at } = await draw(
      map([
        <Picture source={svg('#ff0000', 20, 10)} height={100} />,
        <Picture source={svg('#0000ff', 20, 10)} width={100} height={100} fit="cover" />,
      ]),
    )
    expect(extent(at, '#ff0000')).toEqual([420, 160, 200, 100])
    expect(extent(at, '#0000ff')).toEqual([470, 260, 100, 100])
  })

  it('have texts with a size and colour of their own, and a maximum number of lines', async () => {
    const long = 'tea '.repeat(200)
    const { at, warnings } = await draw(
      map(
        <Text fontSize={50} color="#ff0000" maxLines={2} fontWeight={700} lineHeight={2}>
          {long}
        </Text>,
      ),
    )
    expect(warnings).toEqual([])
    const [, , , height] = extent(at, '#ff0000')
    expect(height).toBeGreaterThan(100)
    expect(height).toBeLessThan(200)
    expect((await draw(map(long))).warnings.join()).toContain('is larger than its cell')
    // Also within boxes that grow with it.
    const nested = map(
      <Box>
        <Box>{long}</Box>
      </Box>,
    )
    expect((await draw(nested)).warnings.join()).toContain('is larger than its cell')
  })

  it('have their texts as the label, in the same order', async () => {
    const { json } = await renderOne<RichMenuRequest>(
      <RichMenu chatBarText="Menu">
        <Cell>
          <MessageAction text="a" />
          <Icon name="lucide:clock" />
          <Box>
            <Text>Open</Text>
            <Text>9–18</Text>
          </Box>
          daily
        </Cell>
      </RichMenu>,
      'rich-menu',
      {},
    )
    expect(json!.areas[0]!.action.label).toBe('Open 9–18 daily')
  })

  it('are checked for contrast with the box around them', async () => {
    const { warnings } = await draw(
      map(
        <Box background="#ffffff">
          <Box background="linear-gradient(90deg, #000000, #eeeeee)" color="#ffffff">
            Light
            <Icon name="lucide:clock" size={40} />
          </Box>
        </Box>,
        { background: '#000000' },
      ),
    )
    expect(warnings).toEqual([
      expect.stringContaining('the text "Light" has a contrast of 1.2'),
      expect.stringContaining('the icon lucide:clock has a contrast of 1.2'),
    ])
  })

  it.each([
    ['a message', <Message>a</Message>, "Import Text from 'fukidashi/rich-menu'"],
    [
      'an image message',
      <Image originalContentUrl="a" previewImageUrl="a" />,
      "Import Picture from 'fukidashi/rich-menu'",
    ],
    ['a row', <Row />, '<Row> is not permitted in <Cell>'],
    ['a picture without height', <Picture source="a.png" />, 'has a height in pixels or a share'],
    [
      'a picture without source',
      <Picture height={9} source={undefined as never} />,
      'source is missing',
    ],
    ['lines', <Text maxLines={1.5}>a</Text>, 'maxLines is 1.5'],
    ['a line height', <Text lineHeight={20}>a</Text>, 'lineHeight is 20'],
    ['an icon in a text', <Text>{<Icon name="lucide:clock" />}</Text>, '<Text> holds only text'],
    ['an action in a box', <Box>{<MessageAction text="a" />}</Box>, 'is not permitted in <Box>'],
    ['a direction', <Box direction={'up' as never} />, 'permitted are row, column'],
    ['a border', <Box border={-1} />, 'border is -1'],
    ['the name of an icon', <Icon name="clock" />, 'write set and name, such as "lucide:clock"'],
    ['a path for an icon', <Icon name="../a:b" />, 'write set and name'],
    ['a style', <Box style={{ color: '#ffffff' } as never} />, 'must be the name of one of'],
  ])('report %s in a wrong place', async (_, child, message) => {
    const { problems } = await renderOne(map(child), 'imagemap', {})
    expect(problems.map((problem) => problem.message).join('\n')).toContain(message)
  })
})

describe('named styles', () => {
  const styles = {
    card: { background: '#ff0000', radius: 0, color: '#000000' },
    calm: { background: '#0000ff' },
    big: { fontSize: 200 },
  }
  const styled = (part: CellProps, more?: object) => (
    <Imagemap baseUrl="https://b.example/a" altText="a" height={520} styles={styles} {...more}>
      <Cell {...part} />
    </Imagemap>
  )

  it('apply to cells, groups, boxes and texts; own props and later names come first', async () => {
    expect((await draw(styled({ style: 'card' }))).at(5, 5)).toBe('#ff0000')
    expect((await draw(styled({ style: 'card calm' }))).at(5, 5)).toBe('#0000ff')
    const own = styled({ style: 'card calm', background: '#00ff00' })
    expect((await draw(own)).at(5, 5)).toBe('#00ff00')
    const group = (
      <Imagemap baseUrl="https://b.example/a" altText="a" height={520} styles={styles}>
        <Row style="calm">
          <Column style="card" width={500}>
            <Cell>
              <Box style="calm" width={100} height={100} />
            </Cell>
          </Column>
          <Cell />
        </Row>
      </Imagemap>
    )
    const { at } = await draw(group)
    expect([at(5, 5), at(250, 260), at(900, 5)]).toEqual(['#ff0000', '#0000ff', '#0000ff'])
    const small = await draw(map(<Text>I</Text>))
    const node = styled({ children: <Text style="big">I</Text> })
    const heightOf = (found: { at: (x: number, y: number) => string }) =>
      extent(found.at, '#1f2933')[3]!
    expect(heightOf(await draw(node))).toBeGreaterThan(3 * heightOf(small))
  })

  it('apply to tabs, and replace their usual look', async () => {
    const { line, sync } = account()
    const home = (
      <RichMenu
        chatBarText="Menu"
        size="compact"
        styles={{ tab: { background: '#ff0000' }, on: { background: '#0000ff' } }}
      >
        <Row>
          <Tab to="home" style="tab" current={{ style: 'on' }}>
            Home
          </Tab>
          <Tab to="shop" style="tab" current={{ style: 'on' }}>
            Shop
          </Tab>
        </Row>
      </RichMenu>
    )
    await sync(richMenus({ owner: 'tea', default: 'home', menus: { home, shop: home } }))
    const id = line.state.richMenuAliases.get('home')!
    const at = pixelsOf(line.state.richMenus.get(id)!.image!.bytes)
    expect([at(5, 5), at(2400, 5)]).toEqual(['#0000ff', '#ff0000'])
  })

  it.each([
    [{ style: 'crad' }, undefined, 'there is no style "crad". Did you mean "card"?'],
    [{ style: 'card other' }, undefined, 'There are card, calm, big.'],
    [{ style: 'card' }, { styles: undefined }, 'Pass styles={{ … }}'],
    [{ style: 'card' }, { styles: { card: { background: 'red' } } }, 'background is "red"'],
  ])('report %j with %j, and what is permitted', async (part, more, message) => {
    const { problems } = await renderOne(styled(part, more), 'imagemap', {})
    expect(problems.map((problem) => problem.message).join('\n')).toContain(message)
  })

  it('come from the context, as texts do: by theme and locale', async () => {
    interface Theme {
      dark?: boolean
    }
    const Themed: FC<object, Theme> = (_, { dark = false }) => (
      <Imagemap
        baseUrl="https://b.example/a"
        altText="a"
        height={520}
        styles={{ card: { background: dark ? '#111111' : '#fafafa' } }}
      >
        <Cell style="card" />
      </Imagemap>
    )
    expect((await draw(<Themed />)).at(5, 5)).toBe('#fafafa')
    const dark = { context: { dark: true } as object }
    expect((await draw(<Themed />, dark)).at(5, 5)).toBe('#111111')
    const provided = (
      <Provide context={{ dark: true } as object}>
        <Themed />
      </Provide>
    )
    expect((await draw(provided)).at(5, 5)).toBe('#111111')
  })
})
