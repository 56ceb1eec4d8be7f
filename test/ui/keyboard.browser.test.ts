/** The page by keyboard and with screen readers. */
import { expect, it } from 'vitest'
import { createBot } from '../../src/webhook/index.js'
import { usePage } from './browser.js'

const open = usePage()

function echo() {
  const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
  bot.on({ text: 'menu' }, (ctx) =>
    ctx.reply({
      type: 'text',
      text: 'Pick one',
      quickReply: {
        items: [
          { type: 'action', action: { type: 'message', label: 'Red', text: 'red' } },
          { type: 'action', action: { type: 'clipboard', label: 'Copy', clipboardText: 'code' } },
        ],
      },
    }),
  )
  bot.on('message:text', (ctx) => ctx.reply(`You said ${ctx.text}`))
  return bot
}

it('talks to the bot', async () => {
  const { page, reads } = await open({ bot: echo(), before: (line) => void line.user('Aki') })
  const focused = () =>
    page.evaluate<string>(`document.activeElement.getAttribute('aria-label') ?? ''`)
  const tabTo = async (label: string) => {
    for (let i = 0; i < 60 && (await focused()) !== label; i++) await page.keyboard.press('Tab')
    expect(await focused()).toBe(label)
  }
  await page.getByRole('textbox', { name: 'Write a message' }).waitFor()
  await tabTo('Write a message')
  await page.keyboard.type('two')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('lines')
  await page.keyboard.press('Enter')
  await reads(/You said two\s+lines/)
  await page.keyboard.type('menu')
  await page.keyboard.press('Enter')
  await reads('Pick one')
  await page.getByRole('button', { name: 'Red' }).waitFor()
  await page.keyboard.press('Shift+Tab')
  for (let i = 0; i < 10 && (await focused()) !== 'Red'; i++) await page.keyboard.press('Shift+Tab')
  expect(await focused()).toBe('Red')
  await page.keyboard.press('Enter')
  await reads('You said red')
})

it('opens and closes menus, dialogs and details, and returns the focus', async () => {
  const { page, reads } = await open({ bot: echo(), before: (line) => void line.user('Aki') })
  const more = page.locator('.composer').getByRole('button', { name: 'More' })
  await more.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Video')
  await page.keyboard.press('Escape')
  await expect
    .poll(() => page.evaluate(`document.activeElement.getAttribute('aria-label')`))
    .toBe('More')

  const add = page.getByRole('button', { name: 'New person' })
  await add.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'New person' }).waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  await page.keyboard.press('Enter')
  await page.keyboard.type('Ken')
  await page.keyboard.press('Enter')
  await page.locator('.people').getByRole('button', { name: /Ken/ }).waitFor()

  const field = page.getByRole('textbox', { name: 'Write a message' })
  await field.fill('hello')
  await field.press('Enter')
  await reads('You said hello')
  const last = page.locator('.record').last()
  await last.focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  const detail = page.locator('.detail')
  await detail.waitFor()
  await detail.getByRole('button', { name: 'Copy JSON' }).focus()
  await page.keyboard.press('Escape')
  await expect.poll(() => detail.isVisible()).toBe(false)
})

it('has a name for everything that can be used', async () => {
  const { page } = await open({
    bot: echo(),
    before: async (line) => {
      await line.user('Aki').says('menu')
    },
  })
  const nameless = await page.evaluate(`
    [...document.querySelectorAll('button, input, select, textarea, [role=button]')]
      .filter((element) => element.checkVisibility())
      .filter((element) => !(element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent).trim())
      .map((element) => element.outerHTML)
  `)
  expect(nameless).toEqual([])
  for (const role of ['navigation', 'complementary', 'log'] as const)
    await expect.poll(() => page.getByRole(role).count()).toBeGreaterThan(0)
})

it('shows one part at a time on narrow screens', async () => {
  const { page } = await open({
    bot: echo(),
    size: { width: 375, height: 700 },
    before: async (line) => {
      await line.user('Aki').says('hi')
    },
  })
  const width = () => page.evaluate('document.documentElement.scrollWidth')
  const parts = ['.people', '.phone', '.inspector']
  for (const [i, name] of ['People and groups', 'Chat', 'Inspector'].entries()) {
    await page.locator('.switcher').getByRole('button', { name }).click()
    const seen = await Promise.all(parts.map((part) => page.locator(part).isVisible()))
    expect(seen).toEqual(parts.map((_, at) => at === i))
    expect(await width()).toBe(375)
  }
  await page.locator('.switcher').getByRole('button', { name: 'People and groups' }).click()
  await page.getByRole('button', { name: /Aki/ }).click()
  await page.locator('.phone').waitFor()
})
