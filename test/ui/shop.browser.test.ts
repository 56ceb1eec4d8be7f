/** The shop of the examples, by clicking. */
import { expect, it } from 'vitest'
import bot from '../../examples/shop-bot/bot.js'
import { usePage } from './browser.js'

const open = usePage()

const shop = () =>
  open({
    bot,
    account: { displayName: 'Tea shop' },
    before: async (line) => {
      await line.user('Aki', { friend: false }).follows()
    },
  })

it('sells tea', async () => {
  const { page, line, reads } = await shop()
  await reads('Welcome to the tea shop, Aki!')

  await page.locator('.quick-bar').getByText('🍵 Teas').click()
  await reads('Hojicha')
  await page.getByRole('button', { name: 'Add Sencha' }).click()
  await reads('is in your basket: 1 bag, ¥1,200')
  await reads('Sencha, please')
  await page.getByRole('button', { name: 'Check out' }).last().click()
  await reads(/Order for ¥1,200\?/)
  await page.getByRole('button', { name: 'Order', exact: true }).click()
  await reads('When will you pick it up?')

  await page.getByRole('button', { name: 'Choose a time' }).click()
  const picker = page.getByRole('dialog')
  await picker.getByLabel('Time').fill('2030-01-02T15:30')
  await picker.getByRole('button', { name: 'OK' }).click()
  await reads('RECEIPT')
  await reads('Ready on 2030-01-02 at 15:30')
  await reads('Thank you! See you soon.')
  // The deployment of the menus reads whether there is a default menu.
  const failed = line.calls.filter(({ status }) => status >= 400)
  expect(new Set(failed.map(({ operation }) => operation))).toEqual(
    new Set(['getDefaultRichMenuId']),
  )
})

it('switches the tabs of the rich menu, closes it and opens it', async () => {
  const { page, line, reads } = await shop()
  const aki = line.user('Aki')
  const before = aki.richMenu
  const menu = page.getByRole('group', { name: 'Rich menu' })
  await menu.getByRole('button', { name: 'About' }).click()
  await menu.getByRole('button', { name: 'Hours and place' }).click()
  expect(aki.richMenu).not.toBe(before)
  await reads('not on Mondays')
  const picture = await menu
    .locator('img')
    .evaluate((image: { naturalWidth: number }) => image.naturalWidth)
  expect(picture).toBe(2500)

  const bar = menu.getByRole('button', { name: 'Menu', exact: true })
  await bar.click()
  await expect.poll(() => bar.getAttribute('aria-expanded')).toBe('false')
  await expect.poll(() => menu.locator('.fk-area').count()).toBe(0)
  await bar.click()
  await menu.getByRole('button', { name: 'Web site' }).waitFor()
})

it('sends messages that are not texts', async () => {
  const { page, line, reads } = await shop()
  await page.getByRole('button', { name: 'More', exact: true }).last().click()
  await page.getByRole('menuitem', { name: 'Picture' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click()
  await reads('What a nice picture!')
  const shown = page.locator('.fk-own .fk-picture img')
  await expect
    .poll(() => shown.evaluate((image: { naturalWidth: number }) => image.naturalWidth))
    .toBe(1440)

  await page.locator('.quick-bar, .composer').getByRole('button', { name: 'Sticker' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click()
  await reads('What would you like?')
  await page.locator('.quick-bar').getByText('Where am I?').click()
  await page.getByRole('dialog').getByLabel('Title').fill('My house')
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click()
  await reads('My house')
  const kinds = line
    .user('Aki')
    .chat.flatMap(({ from, message }) => (from === line.user('Aki').id ? [message.type] : []))
  expect(kinds).toEqual(['image', 'sticker', 'location'])
})

it('shows calls and webhooks, and repeats them', async () => {
  const { page, line, reads } = await shop()
  await page.getByRole('textbox', { name: 'Write a message' }).fill('hours')
  await page.getByRole('button', { name: 'Send' }).click()
  await reads('not on Mondays')

  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  await inspector
    .getByRole('button', { name: /replyMessage/ })
    .last()
    .click()
  const detail = inspector.getByRole('region', { name: 'replyMessage' })
  await detail.getByText('Request id').waitFor()
  await expect
    .poll(() => detail.locator('.json-tree').first().textContent())
    .toContain('not on Mondays')

  // Its reply token is used: LINE refuses it the second time.
  await detail.getByRole('button', { name: 'Replay' }).click()
  await inspector.locator('.record .badge.bad').getByText('400').waitFor()
  expect(line.calls.at(-1)).toMatchObject({ operation: 'replyMessage', status: 400 })

  await inspector.getByLabel('Kind').selectOption('Webhooks')
  await inspector.getByRole('button', { name: /message:text/ }).click()
  await inspector.getByRole('button', { name: 'Redeliver' }).click()
  await inspector.locator('.record em').getByText('redelivery').waitFor()
  await expect.poll(() => line.webhooks.at(-1)).toMatchObject({ redelivery: true, status: 200 })
})
