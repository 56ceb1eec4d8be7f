/** What a person does on the page: values, locales, phones, panels, sending, keys. */
import { describe, expect, it } from 'vitest'
import { createEmulator } from '../../../src/emulator/index.js'
import { listen } from '../../../src/emulator/node/index.js'
import { serveUi } from '../../../src/emulator/ui/index.js'
import { shop } from '../../catalog/support.js'
import { usePreview } from './preview.js'

const open = usePreview()

const values = {
  ...shop,
  'values.messages.tsx': `import { Text } from 'fukidashi'
import { catalog } from './catalog.js'
interface Props { name: string; count: number; hot: boolean; tags: string[]; at: Date; item: { price: number }; rows: object[]; pick: () => string; note?: string }
const All = ({ name, count, hot, tags, at, item, rows, pick, note = 'none' }: Props, { t }: any) => (
  <Text>{[name, count + 1, hot ? 'hot' : 'cold', tags.join('+'), at.getUTCFullYear(), item.price * 2, rows.length, pick(), note].join('|')}</Text>
)
const all = catalog.component(All, { title: 'Values' })
const shared = { count: 1, hot: false, tags: ['a', 'b'], at: new Date(Date.UTC(2026, 5, 1)), item: { price: 5 }, rows: [{ a: 1 }], pick: () => 'picked' }
export const Values = all.story({ props: { ...shared, name: 'Sencha' } })
export const Other = all.story({ props: { ...shared, name: 'Hojicha' } })`,
}

describe('values of the sample', () => {
  it('have fields of their kind, and the message follows them', async () => {
    const { page, story, reads } = await open(values)
    await story('Values').click()
    await reads('Sencha|2|cold|a+b|2026|10|1|picked|none')
    await page.getByLabel('name', { exact: true }).fill('Tea')
    await page.getByLabel('count', { exact: true }).fill('41')
    await page.getByRole('switch', { name: 'hot' }).click()
    await page.getByLabel('tags 2').fill('z')
    await page.getByRole('button', { name: 'Add an item' }).click()
    await page.getByLabel('at', { exact: true }).fill('2030-01-02T03:04:05')
    await page.getByLabel('price', { exact: true }).fill('7')
    await page.getByLabel('rows', { exact: true }).fill('[{}, {}, {}]')
    await reads('Tea|42|hot|a+z+z|2030|14|3|picked|none')
    // A function has no field.
    await expect.poll(() => page.locator('output.fixed').first().textContent()).toBe('pick()')
    await page.getByLabel('Name of the prop').fill('note')
    await page.getByLabel('Value: JSON or text').fill('added')
    await page.keyboard.press('Enter')
    await reads(/picked\|added$/)
    await page.getByRole('button', { name: 'Use the sample again: count' }).click()
    await reads('Tea|2|hot|')
    await page.getByRole('button', { name: 'Use all samples again' }).click()
    await reads('Sencha|2|cold|a+b|2026|10|1|picked|none')
  })

  it('of other stories are suggested', async () => {
    const { page, story } = await open(values)
    await story('Values').click()
    await page.locator('datalist option[value=Hojicha]').waitFor({ state: 'attached' })
  })

  it('report invalid JSON, and keep the value before it', async () => {
    const { page, story, reads } = await open(values)
    await story('Values').click()
    await page.getByLabel('rows', { exact: true }).fill('[{}')
    await page.getByText('This is not JSON').waitFor()
    await reads('Sencha|2|cold|a+b|2026|10|1|picked|none')
  })

  it('of the context change in one locale only', async () => {
    const { page, reads } = await open({
      ...shop,
      'catalog.ts': `import { defineCatalog } from 'fukidashi/catalog'
export const catalog = defineCatalog({
  locales: ['ja', 'en'],
  context: (locale) => ({ shop: 'Shop ' + locale, t: (key: string) => key }),
})`,
      'card.tsx': shop['card.tsx']
        .replace('{ t }: { t: (key: string) => string }', '{ t, shop }: any')
        .replace("{t('Please')}", '{shop}'),
    })
    await page.getByRole('button', { name: 'All', exact: true }).click()
    await reads('Shop ja')
    await page.getByRole('region', { name: 'Context (en)' }).getByLabel('shop').fill('Store')
    await reads('Store')
    await reads('Shop ja')
  })
})

describe('phones', () => {
  it('show all locales, devices and themes at once, and keep the choice', async () => {
    const { page, reads } = await open(shop)
    await reads('Sencha')
    await expect.poll(() => page.locator('.cell').count()).toBe(1)
    await page.getByRole('button', { name: 'All', exact: true }).click()
    await page.getByRole('button', { name: 'Android' }).click()
    await page.getByRole('button', { name: 'Dark', exact: true }).click()
    await expect.poll(() => page.locator('.cell').count()).toBe(8)
    await reads('Please お茶')
    await reads('Please Tea')
    await page.reload()
    await expect.poll(() => page.locator('.cell').count()).toBe(8)
  })

  it('show chats and rich menus', async () => {
    const { page, story, reads, tab } = await open({
      ...shop,
      'more.messages.tsx': `import { Area, MessageAction, RichMenu } from 'fukidashi'
import { createBot } from 'fukidashi/webhook'
import { catalog } from './catalog.js'
const bot = createBot({ channelSecret: 'secret' })
bot.on('message:text', (ctx) => ctx.reply('Welcome'))
export const Hello = catalog.chat({ title: 'Chat', bot, script: async (aki) => { await aki.says('hi there') } })
const Main = () => (
  <RichMenu size={{ width: 2500, height: 843 }} selected name="main" chatBarText="Open me">
    <Area x={0} y={0} width={2500} height={843}><MessageAction label="x" text="x" /></Area>
  </RichMenu>
)
export const Menu = catalog.richMenu(Main, { title: 'Menu' }).story()`,
    })
    await story('Hello').click()
    await reads('hi there')
    await reads('Welcome')
    await tab('Call')
    await page.getByText('Chats have no call of their own').waitFor()
    await story('Menu').click()
    await reads('Open me')
    await page.locator('.panel').getByText('api.line.me/v2/bot/richmenu').waitFor()
  })
})

describe('panels', () => {
  it('have JSON with its size, TSX, builders, and calls', async () => {
    const { page, story, tab } = await open({
      ...shop,
      'flex.messages.tsx': `import { Flex } from 'fukidashi'
import { catalog } from './catalog.js'
const Big = ({ text }: { text: string }) => (
  <Flex.Message altText="big"><Flex.Bubble><Flex.Body><Flex.Text>{text}</Flex.Text></Flex.Body></Flex.Bubble></Flex.Message>
)
export const Small = catalog.component(Big, { title: 'Flex', endpoint: 'reply' }).story({ props: { text: "It's" } })
export const Huge = catalog.component(Big, { title: 'Flex' }).story({ props: { text: 'x'.repeat(31 * 1024) } })`,
    })
    await story('Small').click()
    await tab('JSON')
    await page.getByText('messages[0].contents: 0.1 of 30 KB').first().waitFor()
    await page.locator('.json-key', { hasText: 'altText' }).waitFor()
    await tab('TSX')
    await page.locator('.panel').getByText(`<Flex.Text>It's</Flex.Text>`).waitFor()
    await tab('Builders')
    await page.locator('.panel').getByText(`from 'fukidashi/builders'`).waitFor()
    await tab('Call')
    const curl = page.locator('.code-block pre').first()
    await expect
      .poll(() => curl.textContent())
      .toContain('https://api.line.me/v2/bot/message/reply')
    await expect.poll(() => curl.textContent()).toContain(`It'\\''s`)
    await page.locator('.panel').getByText('line.messages.reply(replyToken').waitFor()
    await story('Huge').click()
    await tab('JSON')
    await page.locator('.size.over').waitFor()
  })

  it('take you to the line of a problem', async () => {
    const { page, story, tab, opened, root } = await open({
      ...shop,
      'long.messages.tsx': `import { catalog } from './catalog.js'
import { Card } from './card.js'
export const Long = catalog.component(Card, { title: 'Long' }).story({ props: { name: 'a', label: 'Add this to my basket' } })`,
    })
    await story('Long').click()
    await page.locator('.cell .badge.bad').click()
    await page.getByText('a postback label in a buttons template has at most 20').waitFor()
    await page
      .locator('.panel')
      .getByRole('button', { name: 'Open in editor: card.tsx:5:5' })
      .click()
    await expect.poll(() => opened).toEqual([{ file: `${root}/card.tsx`, line: 5, column: 5 }])
    await tab('Controls')
    await page.getByRole('button', { name: 'Open the story in the editor' }).click()
    await expect
      .poll(() => opened[1])
      .toEqual({ file: `${root}/long.messages.tsx`, line: 3, column: 1 })
  })

  it('convert pasted JSON', async () => {
    const { page } = await open(shop)
    await page.getByRole('button', { name: 'Convert JSON' }).click()
    const field = page.getByRole('dialog').getByRole('textbox')
    await field.fill('{"type":"text","text":"Hello"}')
    await page.getByRole('dialog').getByText('<Text>Hello</Text>').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Builders' }).click()
    await page.getByRole('dialog').getByText(`text('Hello')`).waitFor()
    await field.fill('{"type":')
    await page.getByRole('dialog').getByText('This is not JSON').waitFor()
  })
})

describe('sending', () => {
  const sendTo = async (page: Awaited<ReturnType<typeof open>>['page'], name: string) => {
    await page.locator('.drawn').getByText('Sencha').first().waitFor()
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByRole('menuitem', { name }).click()
  }

  it('reaches the emulator', async () => {
    const line = createEmulator({})
    const aki = line.user('Aki')
    const server = await listen(line, { pages: serveUi(line) })
    try {
      const { page } = await open(shop, { emulator: server.url })
      await sendTo(page, 'Send to the emulator')
      await page.getByText('Sent to Aki in the emulator').waitFor()
      expect(aki.chat.at(-1)!.message).toMatchObject({ altText: 'Sencha' })
    } finally {
      await server.close()
    }
  })

  it('reaches my LINE, and its token never reaches the page', async () => {
    const line = createEmulator({})
    const aki = line.user('Aki')
    const server = await listen(line)
    const { channelAccessToken } = line.account
    try {
      const { page } = await open(shop, {
        line: { channelAccessToken, userId: aki.id, baseUrl: server.url },
      })
      const bodies: string[] = []
      await page.route(
        ({ hostname, pathname }) => hostname === '127.0.0.1' && !pathname.endsWith('/events'),
        async (route) => {
          const response = await route.fetch()
          bodies.push(await response.text())
          await route.fulfill({ response })
        },
      )
      await page.reload()
      await sendTo(page, 'Send to my LINE')
      await page.getByText('Sent to your LINE').waitFor()
      expect(aki.chat.at(-1)!.message).toMatchObject({ altText: 'Sencha' })
      expect(bodies.join('')).toContain('Sencha')
      expect(bodies.join('')).not.toContain(channelAccessToken)
    } finally {
      await server.close()
    }
  })

  it('says what is missing', async () => {
    const { page } = await open(shop)
    await sendTo(page, 'Send to my LINE')
    await page
      .locator('.alarms')
      .getByText('Set LINE_CHANNEL_ACCESS_TOKEN and LINE_USER_ID')
      .waitFor()
    await sendTo(page, 'Send to the emulator')
    await page.locator('.alarms').getByText('No emulator answers at http://127.0.0.1:1').waitFor()
  })

  it('shows what LINE answers, without the token', async () => {
    const line = createEmulator({})
    const server = await listen(line)
    const { channelAccessToken } = line.account
    try {
      const { page } = await open(shop, {
        line: { channelAccessToken, userId: 'U0', baseUrl: server.url },
      })
      await sendTo(page, 'Send to my LINE')
      const toast = page.locator('.alarms .toast').first()
      await toast.waitFor()
      await expect.poll(() => toast.textContent()).toMatch(/pushMessage|'to'|to /)
      expect(await toast.textContent()).not.toContain(channelAccessToken)
    } finally {
      await server.close()
    }
  })
})

describe('keys', () => {
  it('go through stories and components, and show and hide parts', async () => {
    const { page, reads, story } = await open({
      ...shop,
      'other.messages.tsx': `import { catalog } from './catalog.js'
export const A = catalog.json({ title: 'Shop/Other', messages: [{ type: 'text', text: 'other' }] })`,
    })
    await reads('Sencha')
    await page.keyboard.press('Alt+ArrowRight')
    await reads('Green tea')
    await page.keyboard.press('Alt+ArrowDown')
    await reads('other')
    await page.keyboard.press('Alt+ArrowUp')
    await reads('Sencha')
    const sidebar = page.locator('nav.stories')
    const panel = page.locator('aside.panel')
    await page.keyboard.press('s')
    await sidebar.waitFor({ state: 'hidden' })
    await page.keyboard.press('s')
    await sidebar.waitFor()
    await page.keyboard.press('a')
    await panel.waitFor({ state: 'hidden' })
    await page.keyboard.press('a')
    await panel.waitFor()
    await page.keyboard.press('f')
    await sidebar.waitFor({ state: 'hidden' })
    await panel.waitFor({ state: 'hidden' })
    await page.locator('.top').waitFor({ state: 'hidden' })
    await page.keyboard.press('f')
    await sidebar.waitFor()
    await page.keyboard.press('d')
    await page.locator('.panel-below').waitFor()
    await page.keyboard.press('l')
    await expect.poll(() => page.locator('.cell').count()).toBe(2)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('s a f')
    await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('s a f')
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await expect.poll(() => story('A').getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText('Next or previous component').first().waitFor()
  })

  it('go back to the story before', async () => {
    const { page, reads, story } = await open(shop)
    await reads('Sencha')
    await story('Green').click()
    await reads('Green tea')
    await page.goBack()
    await reads('Sencha')
  })
})
