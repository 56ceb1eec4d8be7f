/** What went wrong in the bot: in the chat where the answer is missing, in the inspector, and in the list of problems. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { createBot } from '../../src/webhook/index.js'
import { usePage } from './browser.js'
import { fail } from './failures.js'

const open = usePage()

const silent = () =>
  open({
    webhook: () => new Response(),
    before: async (line) => {
      line.user('Ken')
      await line.user('Aki').says('menu')
    },
  })

const openAki = async (page: Page) => {
  await page.locator('.people').getByRole('button', { name: /Aki/ }).click()
  await page.locator('.lines').getByText('menu', { exact: true }).waitFor()
}

it('says in the chat what, where, why, and what to do', async () => {
  const { page, line } = await silent()
  await openAki(page)
  fail(line, 'Aki')
  const card = page.locator('.phone .failure')
  await card.waitFor()
  const text = await card.textContent()
  for (const words of [
    'The bot’s answer is missing',
    'LineValidationError',
    '1 problem in 1 message',
    'src/menu.tsx:9:5',
    'messages[0].template.actions[0].label',
    '<Buttons> › <Postback>',
    'at most 20 characters',
    '<Postback label={long} />',
    'Shorten the label',
  ])
    expect(text).toContain(words)
  await expect.poll(() => card.locator('.code-line.here').textContent()).toContain('<Postback')
  // The stack is folded.
  await expect.poll(() => card.getByText('at async handler').isVisible()).toBe(false)
  await card.getByText('Stack trace').click()
  await card.getByText('at async handler').waitFor()
  // It comes after the message that has no answer, and is no message.
  await expect.poll(() => page.locator('.lines > li').last().locator('.failure').count()).toBe(1)
  await expect.poll(() => card.locator('.line-more').count()).toBe(0)

  // What the bot says later comes after it.
  await line.client().messages.push(line.user('Aki').id, 'later')
  await page.locator('.lines').getByText('later').waitFor()
  await expect.poll(() => page.locator('.lines > li').last().textContent()).toContain('later')
})

it('a failure is also shown at the top of the page', async () => {
  const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
  bot.on('message:text', () => {
    throw new RangeError('no tea left\nnor coffee')
  })
  const { page } = await open({
    bot,
    before: async (line) => {
      await line
        .user('Aki')
        .says('menu')
        .catch(() => undefined)
    },
  })
  const banner = page.locator('.banner')
  await banner.getByText('RangeError: no tea left').waitFor()
  expect(await banner.textContent()).not.toContain('ERROR_STATUS_CODE')
  await expect.poll(() => banner.textContent()).toContain('failures.browser.test.ts')
})

it('a failure is only in its chat', async () => {
  const { page, line } = await silent()
  await page.locator('.people').getByRole('button', { name: /Ken/ }).click()
  fail(line, 'Aki')
  await page.getByRole('button', { name: /Problems 1/ }).waitFor()
  await expect.poll(() => page.locator('.phone .failure').count()).toBe(0)
  await openAki(page)
  await page.locator('.phone .failure').waitFor()
})

it('finds the chat of a failure by its webhook', async () => {
  const { page, line } = await silent()
  await openAki(page)
  const { webhook } = fail(line, 'Ken', { chatId: undefined })
  expect(webhook).toBe(line.webhooks.at(-1)!.number)
  await page.locator('.phone .failure').waitFor()
})

it('copies it, and opens the file in the editor', async () => {
  const { page, line } = await silent()
  await openAki(page)
  const asked: unknown[] = []
  await page.route('**/_fukidashi/ui/open', (route) => {
    asked.push([route.request().method(), route.request().postDataJSON()])
    return asked.length === 1
      ? route.fulfill({ status: 200, json: {} })
      : route.fulfill({ status: 404, body: 'No editor is running.\n' })
  })
  fail(line, 'Aki')
  const card = page.locator('.phone .failure')
  await card.getByRole('button', { name: 'Copy' }).click()
  await page.locator('.toast').getByText('Copied').waitFor()
  const copied = await page.evaluate<string>('navigator.clipboard.readText()')
  expect(copied).toContain('LineValidationError: 1 problem')
  expect(copied).toContain('> 9 |       <Postback label={long} />')

  await card.getByRole('button', { name: 'Open in editor', exact: true }).click()
  await page.locator('.toast').getByText('Opened src/menu.tsx:9:5').waitFor()
  expect(asked).toEqual([['POST', { file: 'src/menu.tsx', line: 9, column: 5 }]])
  // If it cannot be opened, the reason is said.
  await card.getByRole('button', { name: 'Open in editor: src/menu.tsx:9:5' }).first().click()
  await page.locator('.alarms').getByText('No editor is running.').waitFor()
})

it('a failure is in the inspector under the webhook that caused it', async () => {
  const { page, line } = await silent()
  await openAki(page)
  fail(line, 'Aki')
  const story = page.locator('.story').filter({ hasText: 'Aki wrote “menu”' })
  await story.getByRole('button', { name: /LineValidationError/ }).click()
  const detail = page.locator('.detail')
  await detail.getByText('Shorten the label').waitFor()
  // The card in the chat leads there, too.
  await page.keyboard.press('Escape')
  await detail.getByRole('button', { name: 'Close' }).click()
  await page
    .locator('.phone .failure')
    .getByRole('button', { name: 'Show in the inspector' })
    .click()
  await detail.getByText('Shorten the label').waitFor()
  // The webhook has it as well.
  await story.getByRole('button', { name: /Aki wrote/ }).click()
  await detail.getByText('Shorten the label').waitFor()
})

it('counts problems of all chats, warnings too, and shows what LINE refused', async () => {
  const { page, line, server } = await silent()
  await page.getByRole('button', { name: /Problems 0/ }).click()
  await page.getByText('No problems.').waitFor()
  fail(line, 'Ken', { severity: 'warning', name: 'Warning', message: 'ctx.reply was called twice' })
  await page.getByRole('button', { name: /Problems 1/ }).waitFor()
  await fetch(`${server.url}/v2/bot/message/push`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${line.account.channelAccessToken}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ to: line.user('Aki').id, messages: [{ type: 'text', text: '' }] }),
  })
  await page.getByRole('button', { name: /Problems 2/ }).waitFor()
  const list = page.locator('.problem-list')
  // The newest first.
  await expect
    .poll(() => list.locator('.failure').first().textContent())
    .toContain('messages[0].text')
  await expect
    .poll(() => list.locator('.failure.warning').textContent())
    .toContain('was called twice')
})

it('opens the problems with a key, on narrow screens too', async () => {
  const { page, line } = await open({
    size: { width: 375, height: 700 },
    webhook: () => new Response(),
    before: async (line) => {
      await line.user('Aki').says('menu')
    },
  })
  fail(line, 'Aki')
  await page.locator('.phone .failure').waitFor()
  await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBe(375)
  await page.locator('.chat-head').click()
  await page.evaluate('document.activeElement.blur()')
  await page.keyboard.press('p')
  await page.locator('.problem-list .failure').waitFor()
})

it('shows hostile texts of a failure as they are', async () => {
  const { page, line } = await silent()
  await openAki(page)
  const evil = '<img src=x onerror="window.hit=1">'
  fail(line, 'Aki', {
    name: evil,
    message: evil,
    hint: evil,
    stack: [evil],
    place: { file: evil, line: 1 },
    frame: { firstLine: 1, lines: [evil] },
    problems: [
      {
        code: 'too_long',
        severity: 'error',
        path: evil,
        message: evil,
        limit: 1,
        actual: 2,
        unit: undefined,
        component: evil,
        source: evil,
        docs: 'javascript:window.hit=1',
      },
    ],
  })
  const card = page.locator('.phone .failure')
  await card.waitFor()
  await expect.poll(() => card.locator('img').count()).toBe(0)
  await expect.poll(() => card.locator('a').count()).toBe(0)
  expect(await page.evaluate('window.hit')).toBeUndefined()
})
