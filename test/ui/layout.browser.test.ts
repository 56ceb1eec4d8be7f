/** The room that the parts of the page have, and how the keyboard moves between them. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import bot from '../../examples/shop-bot/bot.js'
import { usePage } from './browser.js'

const open = usePage()

const shop = (size: { width: number; height: number }) =>
  open({
    bot,
    size,
    before: async (line) => {
      const aki = line.user('Aki', { friend: false })
      await aki.follows()
      await aki.says('teas')
      line.group('Team', [aki, line.user('Ken')])
      line.user('Mei')
    },
  })

const height = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element: { clientHeight: number }) => element.clientHeight)

const focused = (page: Page) =>
  page.evaluate<string>(
    `document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent`,
  )

it.each([
  [1280, 720],
  [1366, 768],
  [390, 844],
  [375, 667],
])(
  'leaves messages half of the phone at %i × %i, with the rich menu open',
  async (width, height_) => {
    const { page, reads } = await shop({ width, height: height_ })
    await reads('Sencha')
    await page
      .getByRole('group', { name: 'Rich menu' })
      .getByRole('button', { name: 'Our teas' })
      .waitFor()
    await expect
      .poll(async () => (await height(page, '.scroller')) / (await height(page, '.phone')))
      .toBeGreaterThanOrEqual(0.499)
    // Nothing is cut off, and everything of the menu can be tapped.
    await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    await page
      .getByRole('group', { name: 'Rich menu' })
      .getByRole('button', { name: 'Our teas' })
      .click()
    await reads('Genmaicha')
  },
)

it('has two phones side by side on wide screens: a person and a group', async () => {
  const { page, line } = await shop({ width: 1920, height: 1080 })
  const phones = page.locator('.phone')
  await expect.poll(() => phones.count()).toBe(2)
  const [first, second] = [phones.first(), phones.last()]
  await page.getByRole('region', { name: 'Chat: Aki' }).waitFor()
  await page.getByRole('region', { name: 'Chat: Team' }).waitFor()
  const field = second.getByRole('textbox')
  await field.fill('hello team')
  await field.press('Enter')
  await second.locator('.lines').getByText('hello team').first().waitFor()
  await expect.poll(() => first.getByText('hello team').count()).toBe(0)
  // A push arrives on the other phone at the same time.
  await line.client().messages.push(line.user('Aki').id, 'only for you')
  await first.locator('.lines').getByText('only for you').waitFor()
  // People open on the phone that was used last.
  await page.locator('.people').getByRole('button', { name: 'Mei' }).click()
  await page.getByRole('region', { name: 'Chat: Mei' }).waitFor()
  await page.getByRole('region', { name: 'Chat: Aki' }).waitFor()
  // A chat that is open already gets the focus there.
  await page.locator('.people').getByRole('button', { name: /^Aki/ }).click()
  await expect
    .poll(() => page.evaluate("document.activeElement.closest('.phone')?.id"))
    .toBe(await first.getAttribute('id'))
  await page.setViewportSize({ width: 1440, height: 900 })
  await expect.poll(() => phones.count()).toBe(1)
})

it('begins in the input field, at most ten Tab keys from the start', async () => {
  const { page, reads } = await shop({ width: 1440, height: 900 })
  await reads('Sencha')
  await expect.poll(() => focused(page)).toBe('Write a message')
  await page.evaluate(`{
    document.activeElement.blur()
    document.body.tabIndex = -1
    document.body.focus()
  }`)
  let stops = 0
  do {
    await page.keyboard.press('Tab')
    stops++
  } while ((await focused(page)) !== 'Write a message' && stops < 40)
  expect(stops).toBeLessThanOrEqual(10)
})

it('moves between its parts with F6, and back to where the focus was', async () => {
  const { page, reads } = await shop({ width: 1440, height: 900 })
  await reads('Sencha')
  const part = () =>
    page.evaluate<string>(
      `document.activeElement.closest('.top, .people, .phone, .inspector')?.className ?? ''`,
    )
  await expect.poll(part).toBe('phone')
  for (const next of ['inspector', 'top', 'people', 'phone']) {
    await page.keyboard.press('F6')
    expect(await part()).toBe(next)
  }
  for (const before of ['people', 'top', 'inspector']) {
    await page.keyboard.press('Shift+F6')
    expect(await part()).toBe(before)
  }
  // In the list of people and in the inspector the arrow keys move.
  await page.keyboard.press('ArrowUp')
  expect(await part()).toBe('inspector')
  await page.keyboard.press('F6')
  await page.keyboard.press('F6')
  await page.keyboard.press('ArrowDown')
  const name = await focused(page)
  await page.keyboard.press('F6')
  await page.keyboard.press('Shift+F6')
  expect(await focused(page)).toBe(name)
})

it('lists its shortcuts with ?, and each of them works', async () => {
  const { page, reads } = await shop({ width: 1440, height: 900 })
  await reads('Sencha')
  // In the field it is a letter.
  await page.keyboard.type('?')
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Write a message' }).inputValue())
    .toBe('?')
  await page.keyboard.press('Control+/')
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await dialog.getByText('F6').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('F6')
  await page.keyboard.press('?')
  await dialog.waitFor()
  // Again, before the page has noticed that it was closed.
  await page.evaluate(
    `document.querySelector('dialog').close(); dispatchEvent(new KeyboardEvent('keydown', { key: '?' }))`,
  )
  await dialog.waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  await page.keyboard.press('/')
  expect(await focused(page)).toBe('Write a message')
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(() => page.getByRole('region', { name: 'Chat: Aki' }).count()).toBe(0)
  await page.keyboard.press('Alt+ArrowUp')
  await page.getByRole('region', { name: 'Chat: Aki' }).waitFor()
})

it('moves through the buttons of a message with the arrow keys', async () => {
  const { page, reads } = await shop({ width: 1440, height: 900 })
  await reads('Sencha')
  const buttons = page.locator('.lines [data-action][role=button]')
  await expect
    .poll(() => page.locator('.lines [data-action][role=button][tabindex="0"]').count())
    .toBe(1)
  await buttons.first().focus()
  await page.keyboard.press('ArrowRight')
  expect(await focused(page)).toContain('Hojicha')
  await page.keyboard.press('Enter')
  await reads('Hojicha, please')
})
