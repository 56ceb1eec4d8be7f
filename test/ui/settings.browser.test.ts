/** What the page can change about LINE's side, and about groups. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { createBot } from '../../src/webhook/index.js'
import { usePage } from './browser.js'

const open = usePage()

function echo() {
  const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
  bot.on('message:text', (ctx) => ctx.reply(`You said ${ctx.text}`))
  bot.on('beacon', (ctx) => ctx.reply(`Beacon ${ctx.event.beacon.hwid}`))
  bot.catch(() => undefined)
  return bot
}

async function settings(page: Page) {
  await page.getByRole('button', { name: 'Settings' }).click()
  const dialog = page.getByRole('dialog', { name: 'Settings' })
  const save = async () => {
    // The message of an earlier save may still be there.
    await page.evaluate(
      `document.querySelectorAll('.toast').forEach((toast) => toast.setAttribute('data-old', ''))`,
    )
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await page.locator('.toast:not([data-old])').getByText('Saved').waitFor()
  }
  return { dialog, save }
}

it('changes read marks, quota, limits and webhooks', async () => {
  const { page, line } = await open({ before: (line) => void line.user('Aki') })
  const { dialog, save } = await settings(page)
  await dialog.getByLabel('Read marks').selectOption('When the bot marks messages as read')
  await dialog.getByLabel('Monthly message quota').fill('200')
  await dialog.getByLabel('Enforce LINE’s rate limits').check()
  await dialog.getByLabel('Send webhooks').uncheck()
  await save()
  expect(line.account).toMatchObject({ chatMode: 'chat', markAsReadMode: 'manual' })
  expect([line.quota, line.rateLimits, line.state.webhook.active]).toEqual([200, true, false])

  const again = await settings(page)
  await expect.poll(() => again.dialog.getByLabel('Monthly message quota').inputValue()).toBe('200')
  await again.dialog.getByLabel('Monthly message quota').fill('')
  await again.save()
  expect(line.quota).toBeUndefined()
  expect(line.rateLimits).toBe(true)
})

it('makes API calls fail, and succeed again', async () => {
  const { page, line, reads } = await open({
    bot: echo(),
    before: (line) => void line.user('Aki'),
  })
  const say = async (text: string) => {
    const field = page.getByRole('textbox', { name: 'Write a message' })
    await field.fill(text)
    await field.press('Enter')
  }
  const first = await settings(page)
  await first.dialog.getByLabel('Next API calls').selectOption('fail with status 500')
  await first.dialog.getByLabel('Operation').selectOption('replyMessage')
  await first.dialog.getByLabel('Number of calls').fill('3')
  await first.save()
  await say('one')
  await page.locator('.record').filter({ hasText: 'replyMessage' }).last().click()
  await page.locator('.detail').getByText('Simulated failure').waitFor()

  // What is left can be seen, kept and taken away.
  const second = await settings(page)
  const kind = second.dialog.getByLabel('Next API calls')
  await expect
    .poll(() => kind.locator('option').first().textContent())
    .toBe('fail as set earlier (2 left)')
  await second.save()
  expect(line.faults.list).toMatchObject([{ operation: 'replyMessage', left: 2 }])
  const third = await settings(page)
  await third.dialog.getByLabel('Next API calls').selectOption('succeed')
  await third.save()
  expect(line.faults.list).toEqual([])
  await say('two')
  await reads('You said two')
})

it('lets people join and leave groups, and come near beacons', async () => {
  const { page, line, reads } = await open({
    bot: echo(),
    before: (line) => {
      const aki = line.user('Aki')
      line.user('Ken')
      line.group('Team', [aki])
    },
  })
  const choose = async (name: string) => {
    await page.locator('.chat-head').getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  await choose('Come near a beacon')
  await reads(/Beacon [0-9a-f]+/)
  await page.getByRole('button', { name: /^Team/ }).click()
  await choose('Add Ken')
  await reads('Ken joined')
  await choose('Aki leaves')
  await reads('Aki left')
  expect(line.groups[0]!.data.members).toEqual([line.user('Ken').id])
})

it('marks chats with messages of the bot that the person has not seen', async () => {
  const { page, reads } = await open({
    bot: echo(),
    before: async (line) => {
      await line.user('Aki').says('hi')
      await line.user('Ken').says('hi')
    },
  })
  await reads('You said hi')
  const dots = page.locator('.people').getByRole('img', { name: 'New messages' })
  await expect.poll(() => dots.count()).toBe(1)
  const isReported = page.waitForResponse((response) => response.url().endsWith('/does'))
  await page.locator('.people').getByRole('button', { name: /Ken/ }).click()
  await expect.poll(() => dots.count()).toBe(0)
  await isReported
  await page.reload()
  await reads('You said hi')
  await expect.poll(() => dots.count()).toBe(0)
})

it('asks to add a person if there is none', async () => {
  const { page, line } = await open({ bot: echo() })
  await page.locator('.phone').getByRole('button', { name: 'New person' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Mio')
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click()
  await page.locator('.lines').getByText('Mio added the account as a friend').waitFor()
  expect(line.user('Mio').person.friend).toBe(true)
})

it('draws chats as on the chosen phone, and remembers it', async () => {
  const { page } = await open({
    bot: echo(),
    before: async (line) => {
      await line.user('Aki').says('hi')
    },
  })
  const bubble = page.locator('.lines .fk-own').getByText('hi', { exact: true }).locator('..')
  const style = () => bubble.getAttribute('style')
  const iphone = await style()
  await page.getByRole('button', { name: 'Phone: iPhone or Android' }).click()
  await page.getByRole('menuitemradio', { name: 'Android' }).click()
  await expect.poll(style).not.toBe(iphone)
  const android = await style()
  await page.reload()
  await bubble.waitFor()
  expect(await style()).toBe(android)
})
