/** Pictures that are drawn from the cells of a menu. */
import { describe, expect, it } from 'vitest'
import { readImageHeader } from '../../src/common/image-header.js'
import { MessageAction, Uri } from '../../src/components/index.js'
import {
  Cell,
  type CellStyle,
  planRichMenus,
  RichMenu,
  type RichMenuNode,
  richMenus,
  Row,
  Tab,
} from '../../src/rich-menu/index.js'
import { renderOne } from '../../src/render/index.js'
import { noisyPng, pixelsOf } from './png-pixels.js'
import { account } from './support.js'

const Menu = (style: CellStyle & { text?: string; size?: 'large' | 'compact' }) => {
  const { text = '席を予約する จองโต๊ะ 預訂座位 🍵', size = 'large', ...look } = style
  return (
    <RichMenu chatBarText="Menu" size={size} background="#112233">
      <Row height={186}>
        <Tab to="home">Home</Tab>
        <Tab to="shop" current={{ background: '#ff8080' }}>
          Shop
        </Tab>
      </Row>
      <Row gap={100} padding={100}>
        <Cell background="#2f6b4f" color="#ffffff" {...look}>
          <MessageAction text="a" />
          {text}
        </Cell>
        <Cell>
          <Uri uri="https://example.com" />
        </Cell>
      </Row>
    </RichMenu>
  )
}

const define = (home: RichMenuNode) =>
  richMenus({ owner: 'teahouse', default: 'home', menus: { home, shop: <Menu /> } })

/** The picture that a user sees of a menu. */
const pictureOf = (line: ReturnType<typeof account>['line'], alias: string) =>
  line.state.richMenus.get(line.state.richMenuAliases.get(alias)!)!.image!.bytes

describe('a picture', () => {
  it('has the size of its menu and the colours of its cells, with the gaps between them', async () => {
    const { line, sync } = account()
    await sync(define(<Menu />))
    const bytes = pictureOf(line, 'home')
    expect(readImageHeader(bytes)).toEqual({ type: 'image/png', width: 2500, height: 1686 })
    expect(bytes.length).toBeLessThan(1_048_576)
    const at = pixelsOf(bytes)
    expect(at(20, 20)).toBe('#ffffff')
    expect(at(2480, 20)).toBe('#e4e7eb')
    expect(at(50, 900)).toBe('#112233')
    expect(at(110, 300)).toBe('#2f6b4f')
    expect(at(1190, 300)).toBe('#2f6b4f')
    // Its area reaches to the middle of the gap; its picture does not.
    expect(at(1240, 300)).toBe('#112233')
    const shop = pixelsOf(pictureOf(line, 'shop'))
    expect([shop(20, 20), shop(2480, 20)]).toEqual(['#e4e7eb', '#ff8080'])
  })

  it('is drawn again when a colour changes, and only then', async () => {
    const { line, sync } = account()
    await sync(define(<Menu />))
    expect((await sync(define(<Menu />))).writes).toBe(0)
    const { changes } = await sync(define(<Menu background="#803030" />))
    expect(changes.map(({ action, menu }) => `${action} ${menu}`)).toEqual([
      'create home',
      'alias home',
      'default home',
      'move home',
      'delete home',
    ])
    expect(pixelsOf(pictureOf(line, 'home'))(110, 300)).toBe('#803030')
  })

  it('becomes a JPEG when a PNG would be too large', async () => {
    const { line, sync } = account()
    await sync(define(<Menu image={noisyPng(1200, 700)} size="compact" text="" />))
    const bytes = pictureOf(line, 'home')
    expect(readImageHeader(bytes)).toEqual({ type: 'image/jpeg', width: 2500, height: 843 })
    expect(bytes.length).toBeLessThanOrEqual(1_048_576)
  })

  it('has images above the text, or behind it', async () => {
    const { line, sync } = account()
    const image = new TextEncoder().encode(
      '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10" fill="#0000ff"/></svg>',
    )
    await sync(define(<Menu image={image} imageHeight={400} text="" />))
    const above = pixelsOf(pictureOf(line, 'home'))
    expect([above(110, 300), above(650, 936)]).toEqual(['#2f6b4f', '#0000ff'])
    await sync(define(<Menu image={image} text="" />))
    const behind = pixelsOf(pictureOf(line, 'home'))
    expect([behind(110, 300), behind(650, 936)]).toEqual(['#0000ff', '#0000ff'])
  })
})

it('plans report texts that overflow or cannot be read', async () => {
  const { client } = account()
  const { notes } = await planRichMenus(
    client(),
    define(<Menu text={'word '.repeat(200)} color="#3f7b5f" />),
  )
  expect(notes).toEqual([
    expect.stringMatching(
      /^home: the text "word word.{0,60} has a contrast of 1\.\d with its background/,
    ),
    expect.stringMatching(/^home: the text "word word.{0,60} is larger than its cell/),
  ])
})

it.each([
  ['a colour', { background: 'red' }, 'background is "red"; it must be a colour such as #2f6b4f'],
  ['a colour of text', { color: 'linear-gradient(red)' }, 'it must be a colour such as #2f6b4f'],
  ['a weight', { fontWeight: 600 as never }, 'fontWeight is 600; permitted are 400, 500, 700'],
  ['a place', { align: 'left' as never }, 'align is "left"; permitted are start, center, end'],
  ['a size', { fontSize: NaN }, 'fontSize is NaN; it must be a number of pixels, 0 or more'],
])('%s that cannot be drawn is refused', async (_, look, message) => {
  const { problems } = await renderOne(<Menu {...look} />, 'rich-menu', {})
  expect(problems.map((problem) => problem.message).join()).toContain(message)
})

it.each([
  ['that is missing', './nothing.png', 'cannot be read'],
  ['that is none', new Uint8Array(9), 'The menu home: '],
])('an image %s ends a deployment before it begins', async (_, image, message) => {
  const { line, sync } = account()
  await expect(sync(define(<Menu image={image} />))).rejects.toThrow(message)
  expect(line.calls.filter(({ method }) => method !== 'GET')).toEqual([])
})
