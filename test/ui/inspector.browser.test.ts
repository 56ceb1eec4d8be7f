/** The inspector: what a person did, which calls came of it, what appeared. */
import { expect, it } from 'vitest'
import { createBot } from '../../src/webhook/index.js'
import { usePage } from './browser.js'

const open = usePage()

function shop() {
  const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
  const bubble = {
    type: 'bubble',
    body: { type: 'box', layout: 'vertical', contents: [] },
  } as const
  bot.on({ text: 'menu' }, async (ctx) => {
    await ctx.profile()
    await ctx.reply([
      {
        type: 'flex',
        altText: 'Our teas',
        contents: { type: 'carousel', contents: [bubble, bubble] },
      },
      'Which one?',
    ])
  })
  return bot
}

const given = () =>
  open({
    bot: shop(),
    before: async (line) => {
      await line.user('Aki').says('menu')
      await line.user('Ken').says('coffee')
      await line.client().messages.broadcast('Good morning')
    },
  })

it('shows a webhook with the calls and the reply that it caused', async () => {
  const { page } = await given()
  const story = page.locator('.story').filter({ hasText: 'Aki wrote “menu”' })
  const rows = story.locator('.record')
  await expect.poll(() => rows.count()).toBe(3)
  await expect.poll(() => rows.nth(1).textContent()).toContain('Get the profile of Aki')
  const reply = await rows.nth(2).textContent()
  for (const words of [
    'Reply to Aki',
    'Flex carousel, 2 bubbles: Our teas',
    'Text: Which one?',
    'replyMessage',
    '200',
  ])
    expect(reply).toContain(words)
})

it('shows only this chat, until a person asks for everything', async () => {
  const { page } = await given()
  const stories = page.locator('.story')
  await expect.poll(() => stories.count()).toBe(2)
  await expect
    .poll(() => page.locator('.inspector').getByText('Send to all friends').count())
    .toBe(1)
  const mine = page.getByRole('checkbox', { name: 'This chat only' })
  await mine.uncheck()
  await expect.poll(() => stories.count()).toBe(3)
  await page.getByText('The bot sent nothing.').waitFor()
  await mine.check()
  await page.locator('.people').getByRole('button', { name: /Ken/ }).click()
  await page.locator('.story').getByText('Ken wrote “coffee”').waitFor()
  await expect.poll(() => page.locator('.story').getByText('Aki wrote').count()).toBe(0)
})

it('filters by person, kind and words, and never by ids', async () => {
  const { page, line } = await given()
  const names = () => page.locator('.record-name').allTextContents()
  await page.getByLabel('Destination').selectOption('Ken')
  await expect.poll(names).toEqual(['Ken wrote “coffee”', 'Send to all friends'])
  await page.getByLabel('Destination').selectOption('Everybody')
  await page.getByLabel('Kind').selectOption('API calls')
  await expect
    .poll(names)
    .toEqual(['Get the profile of Aki', 'Reply to Aki', 'Send to all friends'])
  await page.getByLabel('Kind').selectOption('Everything')
  const search = page.getByRole('searchbox', { name: 'Filter' })
  await search.fill('our teas')
  await expect.poll(() => names()).toEqual(['Aki wrote “menu”', 'Reply to Aki'])
  await search.fill(line.user('Aki').id.slice(0, 8))
  await page.getByText('Nothing matches the filters.').waitFor()
  await page.getByRole('button', { name: 'Show everything' }).click()
  await expect.poll(() => page.locator('.story').count()).toBe(3)
})

it('explains what will be shown where nothing is yet', async () => {
  const { page, line } = await open({ bot: shop(), before: (line) => void line.user('Aki') })
  await page.getByText('Here you see what the bot receives').waitFor()
  await line.user('Ken').says('coffee')
  await page.getByText('What happens elsewhere is hidden').waitFor()
  await page.getByRole('button', { name: 'Show everything' }).click()
  await page.locator('.story').getByText('Ken wrote “coffee”').waitFor()
  await page.getByRole('button', { name: 'Clear' }).click()
  await page.getByText('Here you see what the bot receives').waitFor()
})

it('opens and closes parts of JSON, and shows each problem at its node', async () => {
  const { page, line, server } = await given()
  await fetch(`${server.url}/v2/bot/message/push`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${line.account.channelAccessToken}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      to: line.user('Aki').id,
      messages: [
        { type: 'text', text: 'fine' },
        { type: 'text', text: '' },
      ],
    }),
  })
  await page.locator('.record').filter({ hasText: 'Push to Aki' }).click()
  const tree = page.locator('.detail .json-tree').first()
  const problem = tree.locator('.node-problem')
  await problem.waitFor()
  // It is at the text of the second message.
  await expect.poll(() => tree.locator('.json-wrong > .json-row').textContent()).toBe('text: ""')
  const messages = tree.getByRole('button', { name: /^messages/ })
  await expect.poll(() => messages.getAttribute('aria-expanded')).toBe('true')
  await messages.focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => messages.getAttribute('aria-expanded')).toBe('false')
  await expect.poll(() => messages.textContent()).toContain('2 items')
  await expect.poll(() => problem.count()).toBe(0)
  await page.keyboard.press('Enter')
  await problem.waitFor()
})

it('moves the clock, and deletes everything after a confirmation', async () => {
  const { page, line } = await given()
  const before = line.clock.now()
  await page.getByRole('button', { name: 'Settings' }).click()
  const dialog = page.getByRole('dialog', { name: 'Settings' })
  await dialog.getByLabel('Move forward').selectOption('1 hour')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => line.clock.now() - before).toBeGreaterThanOrEqual(3_600_000)

  await page.getByRole('button', { name: 'Settings' }).click()
  await dialog.getByRole('button', { name: 'Delete everything' }).click()
  const question = page.getByRole('dialog', { name: 'Delete everything' })
  await question.getByRole('button', { name: 'Cancel' }).click()
  expect(line.users).toHaveLength(2)
  await dialog.getByRole('button', { name: 'Delete everything' }).click()
  await question.getByRole('button', { name: 'Delete everything' }).click()
  await page.getByText('There are no people yet').waitFor()
  expect(line.users).toEqual([])
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
})
