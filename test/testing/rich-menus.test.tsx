/** What tests see of rich menus. */
import { describe, expect, it } from 'vitest'
import { readImageHeader } from '../../src/common/image-header.js'
import { MessageAction, Postback } from '../../src/components/index.js'
import { Cell, RichMenu, richMenus, Row, syncRichMenus, Tab } from '../../src/rich-menu/index.js'
import {
  assertRichMenu,
  createEmulator,
  fakePicture,
  type LineMatchers,
  matchers,
} from '../../src/testing/index.js'
import { createBot } from '../../src/webhook/index.js'
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

describe('a menu that is laid out, drawn and deployed', () => {
  const menusWith = (background: string) => {
    const Tabs = () => (
      <Row height={186}>
        <Tab to="home">Home</Tab>
        <Tab to="shop">Shop</Tab>
      </Row>
    )
    const home = (
      <RichMenu chatBarText="Menu" size="compact" background={background}>
        <Tabs />
        <Cell>
          <Postback data="book" />
          Book a table
        </Cell>
      </RichMenu>
    )
    const shop = (
      <RichMenu chatBarText="Menu" size="compact" background={background}>
        <Tabs />
        <Cell>
          <MessageAction text="teas" />
          Our teas
        </Cell>
      </RichMenu>
    )
    return richMenus({ owner: 'tea', default: 'home', menus: { home, shop } })
  }

  it('is tapped by label, switches tabs, and is shown by the bot', async () => {
    const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
    bot.on('postback', (ctx) => ctx.reply(`Data: ${ctx.postback.data}`))
    bot.on({ text: 'teas' }, (ctx) => ctx.reply('Sencha, hojicha'))
    bot.on({ text: 'home' }, (ctx) => ctx.richMenu.show('home'))
    const line = createEmulator({ bot })
    await syncRichMenus(line.client(), menusWith('#eef3ef'))
    const aki = line.user('Aki')
    expect(aki.sees()).toEqual(['Shop', 'Book a table'])
    await aki.taps('Book a table')
    about(aki).toHaveReceived('Data: book')
    await aki.taps('Shop')
    about(aki).toHaveRichMenu('shop')
    expect(aki.sees()).toEqual(['Home', 'Our teas'])
    await aki.taps(/teas/)
    about(aki).toHaveReceived('Sencha, hojicha')
    await expect(aki.taps('Book a table')).rejects.toThrow('Our teas')
    await aki.says('home')
    about(aki).toHaveRichMenu('home')

    // Another colour: linked users get the new version.
    const before = aki.richMenu
    const { changes } = await syncRichMenus(line.client(), menusWith('#ffeeee'))
    expect(changes.map(({ action }) => action)).toContain('move')
    about(aki).toHaveRichMenu('home')
    expect(aki.richMenu).not.toBe(before)
    await aki.taps('Shop')
    about(aki).toHaveRichMenu('shop')
  })

  it('is not seen in groups', async () => {
    const line = createEmulator()
    await syncRichMenus(line.client(), menusWith('#eef3ef'))
    const aki = line.user('Aki')
    const team = line.group('Team', [aki])
    await expect(aki.taps('Shop', { in: team })).rejects.toThrow('Shop')
    about(aki).toHaveRichMenu('home')
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
