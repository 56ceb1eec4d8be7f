/** What tests see of rich menus. */
import { describe, expect, it } from 'vitest'
import { readImageHeader } from '../../src/common/image-header.js'
import { Cell, RichMenu, richMenus, Row, syncRichMenus, Tab } from '../../src/rich-menu/index.js'
import {
  assertRichMenu,
  createEmulator,
  fakePicture,
  type LineMatchers,
  matchers,
} from '../../src/testing/index.js'
import { pixelsOf } from '../rich-menu/png-pixels.js'

expect.extend(matchers)

const Menu = () => (
  <RichMenu chatBarText="Menu" picture={fakePicture(2500, 1686)}>
    <Row>
      <Tab to="home">Home</Tab>
      <Tab to="shop">Shop</Tab>
    </Row>
    <Cell />
  </RichMenu>
)

const deployed = async () => {
  const line = createEmulator()
  const menus = { home: <Menu />, shop: <Menu /> }
  await syncRichMenus(line.client(), richMenus({ owner: 'tea', default: 'home', menus }))
  return line
}

/** The matchers of this library. */
const about = (value: unknown) => expect(value) as unknown as LineMatchers & { not: LineMatchers }

describe('toHaveRichMenu', () => {
  it('names the menu that a person sees, also after a tap on a tab', async () => {
    const line = await deployed()
    const aki = line.user('Aki')
    about(aki).toHaveRichMenu('home')
    about(aki).not.toHaveRichMenu('shop')
    await aki.taps('Shop')
    about(aki).toHaveRichMenu('shop')
    about(aki).toHaveRichMenu(aki.richMenu)
    about(aki).toHaveRichMenu()
    assertRichMenu(aki, 'shop')
    await aki.taps('Home')
    about(aki).toHaveRichMenu('home')
  })

  it('says what the person sees instead', async () => {
    const line = await deployed()
    const aki = line.user('Aki')
    expect(() => about(aki).toHaveRichMenu('shop')).toThrow(
      'Aki was expected to see the rich menu shop, but sees home.',
    )
    expect(() => about(aki).not.toHaveRichMenu()).toThrow(
      'Aki was expected not to see a rich menu, but sees home.',
    )
    expect(() => assertRichMenu(createEmulator().user('Ben'), 'shop')).toThrow(
      'Ben was expected to see the rich menu shop, but sees none.',
    )
    expect(() => about(line).toHaveRichMenu('shop')).toThrow('Expected a user of the emulator')
  })
})

describe('fakePicture', () => {
  it.each([
    [2500, 1686],
    [800, 250],
    [1, 1],
  ])('is a white PNG of %i × %i', (width, height) => {
    const bytes = fakePicture(width, height)
    expect(readImageHeader(bytes)).toEqual({ type: 'image/png', width, height })
    expect(bytes.length).toBeLessThan(1_048_576)
    expect(pixelsOf(bytes)(width - 1, height - 1)).toBe('#ffffff')
  })

  it.each([
    [0, 1],
    [1.5, 1],
    [1, 10_001],
    [NaN, 1],
  ])('refuses %s × %s', (width, height) => {
    expect(() => fakePicture(width, height)).toThrow('use whole numbers of pixels')
  })
})
