/** The rich menu under a chat: its areas, its tabs, the keyboard. */
import { expect, it } from 'vitest'
import { syncRichMenus } from '../../src/rich-menu/index.js'
import { createBot } from '../../src/webhook/index.js'
import { serious } from './axe.js'
import { usePage } from './browser.js'
import { teahouse } from './menus.js'

const open = usePage()

async function openMenu(locale = 'en-US') {
  const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
  bot.on('message:text', (ctx) => ctx.reply(`You said ${ctx.text}`))
  const opened = await open({
    bot,
    locale,
    before: async (line) => {
      line.user('Aki')
      await syncRichMenus(line.client(), teahouse)
    },
  })
  const menu = opened.page.locator('.phone .menu').first()
  const areas = menu.locator('.fk-area')
  /** What is written on the areas that can be seen. */
  const written = () =>
    opened.page.evaluate<string[][]>(`
      [...document.querySelectorAll('.phone .menu .fk-area')]
        .map((area) => ['::before', '::after'].map((part) => getComputedStyle(area, part).content.slice(1, -1)))
        .filter(([label]) => label !== 'on')
    `)
  return { ...opened, menu, areas, written }
}

const home = [
  ['Shop', 'richmenuswitch shop'],
  ['Book a table', 'postback book'],
  ['Opening hours', 'uri https://example.com/hours'],
]

it('shows where the areas are, with their labels and actions, by a switch', async () => {
  const { page, menu, written } = await openMenu()
  expect(await written()).toEqual([])
  const toggle = menu.getByRole('button', { name: 'Show the areas of the menu' })
  await expect.poll(() => toggle.getAttribute('aria-pressed')).toBe('false')
  await toggle.click()
  await expect.poll(() => toggle.getAttribute('aria-pressed')).toBe('true')
  expect(await written()).toEqual(home)

  await page.reload()
  await menu.getByRole('button', { name: 'Book a table' }).waitFor()
  expect(await written()).toEqual(home)
  await toggle.click()
  expect(await written()).toEqual([])
})

it('leaves areas where they are, and taps work', async () => {
  const { line, menu, areas, reads } = await openMenu()
  const before = await areas.first().boundingBox()
  await menu.getByRole('button', { name: 'Show the areas of the menu' }).click()
  await expect.poll(() => areas.first().boundingBox()).toEqual(before)
  await menu.getByRole('button', { name: 'Shop' }).click()
  await menu.getByRole('button', { name: 'Our teas' }).click()
  await reads('You said teas')
  expect(line.user('Aki').richMenuAliases).toEqual(['shop'])
})

it('works with the keyboard, and keeps the focus in the menu after a tab', async () => {
  const { page, line, menu, written } = await openMenu()
  const focused = () =>
    page.evaluate<string>(`document.activeElement.getAttribute('aria-label') ?? ''`)
  await menu.locator('.menu-bar').focus()
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('Show the areas of the menu')
  await page.keyboard.press('Space')
  expect(await written()).toEqual(home)
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('Shop')
  await page.keyboard.press('Enter')
  await menu.getByRole('button', { name: 'Our teas' }).waitFor()
  expect(line.user('Aki').richMenuAliases).toEqual(['shop'])
  expect(await focused()).toBe('Home')
  await page.keyboard.press('Enter')
  await menu.getByRole('button', { name: 'Book a table' }).waitFor()
  expect(await focused()).toBe('Shop')
})

it.each([
  ['en-US', 'Show the areas of the menu', 'light'],
  ['ja-JP', 'メニューのタップ領域を表示', 'dark'],
  ['th-TH', 'แสดงพื้นที่แตะของเมนู', 'light'],
  ['zh-TW', '顯示選單的可點按區域', 'dark'],
] as const)('has its switch in %s, axe-clean', async (locale, name, colorScheme) => {
  const { page, menu, written } = await openMenu(locale)
  await page.emulateMedia({ colorScheme })
  await page.reload()
  await page.locator(`[data-theme=${colorScheme}]`).waitFor()
  await menu.getByRole('button', { name }).click()
  expect(await written()).toEqual(home)
  expect(await serious(page)).toEqual([])
})

it('has no switch while the menu is closed', async () => {
  const { menu } = await openMenu()
  await menu.locator('.menu-bar').click()
  await expect.poll(() => menu.locator('.icon-button').count()).toBe(0)
})
