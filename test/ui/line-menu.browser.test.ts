/** What can be done about a message: by mouse, keyboard and touch. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { LineClient } from '../../src/client/index.js'
import type { Emulator } from '../../src/emulator/index.js'
import { createBot } from '../../src/webhook/index.js'
import { usePage } from './browser.js'

const open = usePage()

function echo() {
  const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
  bot.on('message:text', (ctx) => ctx.reply(`You said ${ctx.text}`))
  return bot
}

const clientOf = (line: Emulator) =>
  new LineClient({ channelAccessToken: line.account.channelAccessToken, fetch: line.fetch })

/** The line of the newest message with these words. */
const lineOf = (page: Page, text: string) =>
  page
    .locator('.lines li')
    .filter({ has: page.getByText(text, { exact: true }) })
    .last()

/** Opens the menu of a message with its button, and chooses. */
async function choose(page: Page, text: string, name: string): Promise<void> {
  const line = lineOf(page, text)
  await line.hover()
  await line.getByRole('button', { name: 'Message menu' }).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
}

const choices = (page: Page) => page.getByRole('menuitem').allTextContents()

const copied = (page: Page) => page.evaluate<string>('navigator.clipboard.readText()')

it('quotes a message, and shows the quote in the reply', async () => {
  const { page, line, reads } = await open({
    bot: echo(),
    account: { displayName: 'Echo' },
    before: async (line) => {
      await line.user('Aki').says('first')
    },
  })
  const aki = line.user('Aki')
  await choose(page, 'You said first', 'Reply')
  await page.locator('.draft').getByText('Replying to Echo').waitFor()
  // Where it is written is where it goes on.
  await page.keyboard.type('indeed')
  await page.keyboard.press('Enter')
  await reads('You said indeed')
  await expect.poll(() => page.locator('.draft').isVisible()).toBe(false)
  const reply = page.locator('.fk-own .fk-quote')
  await expect.poll(() => reply.textContent()).toBe('EchoYou said first')
  const [, bots, own] = aki.chat
  expect(own!.message).toMatchObject({ text: 'indeed', quotedMessageId: bots!.id })

  // What was begun can be left.
  await choose(page, 'You said indeed', 'Reply')
  await page.keyboard.press('Escape')
  await page.keyboard.type('no quote')
  await page.keyboard.press('Enter')
  await reads('You said no quote')
  expect(aki.chat.at(-2)!.message).not.toHaveProperty('quotedMessageId')
})

it('quotes with a sticker, and shows what a bot quotes', async () => {
  const { page, line, reads } = await open({
    account: { displayName: 'Echo' },
    before: async (line) => {
      await line.user('Aki').says('hello')
    },
  })
  const aki = line.user('Aki')
  await choose(page, 'hello', 'Reply')
  await page.locator('.composer').getByRole('button', { name: 'Sticker' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click()
  await expect.poll(() => aki.chat.length).toBe(2)
  const [hello, sticker] = aki.chat
  expect(sticker!.message).toMatchObject({ type: 'sticker', quotedMessageId: hello!.id })
  const { quoteToken } = hello!
  await clientOf(line).messages.push(aki.id, { type: 'text', text: 'hi', quoteToken: quoteToken! })
  await reads('hi')
  await expect.poll(() => page.locator('.fk-other .fk-quote').textContent()).toBe('Akihello')
})

it('scrolls to the quoted message, however far up it is', async () => {
  const { page, line, reads } = await open({
    before: async (line) => {
      const aki = line.user('Aki')
      const { messageId } = await aki.says('long ago')
      for (let i = 0; i < 400; i++) await aki.says(`message ${i}`)
      await aki.says('as I said', { quotes: messageId })
    },
  })
  await reads('as I said')
  await expect.poll(() => page.locator('.lines').getByText('long ago').count()).toBe(1)
  await page.locator('.fk-quote').click()
  const first = page.locator(`.lines li[data-id="${line.user('Aki').chat[0]!.id}"]`)
  await first.waitFor()
  await expect
    .poll(() =>
      first.evaluate(
        (li: { getBoundingClientRect(): { top: number } }) => li.getBoundingClientRect().top,
      ),
    )
    .toBeGreaterThan(0)
  expect(await page.evaluate(`document.activeElement.closest('li').dataset.id`)).toBe(
    line.user('Aki').chat[0]!.id,
  )
})

it('unsends messages', async () => {
  const { page, line, reads } = await open({
    before: async (line) => {
      await line.user('Aki').says('a secret')
      await line.user('Aki').says('the newest')
    },
  })
  await choose(page, 'a secret', 'Unsend')
  await reads('Aki unsent a message')
  expect(line.user('Aki').chat.map(({ unsent }) => unsent)).toEqual([true, undefined])
  // Nothing more can be done about it.
  await expect.poll(() => lineOf(page, 'Aki unsent a message').getByRole('button').count()).toBe(0)
})

it('changes texts in groups, with their mentions, and keeps what was being written', async () => {
  const { page, line, reads } = await open({
    bot: echo(),
    account: { displayName: 'Echo' },
    before: async (line) => {
      const [aki, ken] = [line.user('Aki'), line.user('Ken')]
      const team = line.group('Team', [aki, ken])
      await aki.says(['Come, ', ken, '!'], { in: team })
      await ken.says('I come', { in: team })
    },
  })
  await page.getByRole('button', { name: /^Team/ }).click()
  await reads('Come, @Ken!')
  const field = page.getByRole('textbox', { name: 'Write a message' })
  await field.fill('half a thought')
  await choose(page, 'Come, @Ken!', 'Edit')
  await expect.poll(() => field.inputValue()).toBe('Come, @Ken!')
  await field.fill('Please come, @Ken!')
  await field.press('Enter')
  await reads('Edited')
  await expect.poll(() => field.inputValue()).toBe('half a thought')
  const ken = line.user('Ken')
  const [entry] = line.groups[0]!.data.entries
  expect(entry).toMatchObject({
    edited: true,
    message: {
      text: 'Please come, @Ken!',
      mention: { mentionees: [{ type: 'user', userId: ken.id, index: 13, length: 4 }] },
    },
  })
  await expect.poll(() => line.webhooks.at(-1)!.body).toContain('"messageEdited"')

  // Others' messages, and those to the bot alone, cannot be changed; nor taken back by others.
  await lineOf(page, 'I come').click({ button: 'right' })
  expect(await choices(page)).toEqual(['Reply', 'Copy text', 'Copy JSON', 'Show in the inspector'])
})

it('mentions people whose names are written with an @', async () => {
  const { page, line, reads } = await open({
    bot: echo(),
    account: { displayName: 'Echo' },
    before: (line) => void line.group('Team', [line.user('Aki'), line.user('Aki Mori')]),
  })
  await page.getByRole('button', { name: /^Team/ }).click()
  const field = page.getByRole('textbox', { name: 'Write a message' })
  await field.fill('@Aki Mori, ask @Echo. @All @Nobody')
  await field.press('Enter')
  await reads('You said')
  const { message } = line.groups[0]!.data.entries[0]! as {
    message: { text?: string; mention?: { mentionees: object[] } }
  }
  expect(message.text).toBe('@Aki Mori, ask @Echo. @All @Nobody')
  expect(message.mention!.mentionees).toMatchObject([
    { userId: line.user('Aki Mori').id, index: 0, length: 9 },
    { isSelf: true, index: 15, length: 5 },
    { type: 'all', index: 22, length: 4 },
  ])
})

it('copies words and JSON, and shows the call or webhook that a message came with', async () => {
  const { page, line, reads } = await open({
    bot: echo(),
    before: async (line) => {
      const aki = line.user('Aki')
      await aki.says('one')
      await aki.says('two')
    },
  })
  const aki = line.user('Aki')
  await choose(page, 'You said one', 'Copy text')
  await page.locator('.toast').getByText('Copied').waitFor()
  expect(await copied(page)).toBe('You said one')
  await choose(page, 'You said one', 'Copy JSON')
  await expect.poll(() => copied(page)).toBe(JSON.stringify(aki.chat[1]!.message, null, 2))

  // Whatever was looked for before.
  await page.getByRole('searchbox', { name: 'Filter' }).fill('nothing of the kind')
  await choose(page, 'You said one', 'Show in the inspector')
  const detail = page.locator('.detail')
  await detail.getByText('POST /v2/bot/message/reply').waitFor()
  await expect
    .poll(() => detail.locator('.json-tree').first().textContent())
    .toContain('You said one')
  await expect.poll(() => page.evaluate(`document.activeElement.className`)).toBe('detail')
  await expect.poll(() => page.locator('.record[aria-pressed=true]').count()).toBe(1)

  await page.locator('.lines').getByText('two', { exact: true }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Show in the inspector' }).click()
  await detail.getByText('message:text').waitFor()
  await expect.poll(() => detail.locator('.json-tree').first().textContent()).toContain('"two"')
  await reads('two')
})

it('opens by keyboard, one stop for all lines', async () => {
  const { page, line, reads } = await open({
    bot: echo(),
    before: async (line) => {
      for (const text of ['one', 'two']) await line.user('Aki').says(text)
    },
  })
  await reads('You said two')
  const labelled = page.locator('.line-more[tabindex="0"]')
  await expect.poll(() => labelled.count()).toBe(1)
  const focused = () =>
    page.evaluate<string>(`document.activeElement.closest('li')?.textContent ?? ''`)
  await page.locator('.scroller').focus()
  await page.keyboard.press('Tab')
  expect(await focused()).toContain('You said two')
  for (const text of ['two', 'You said one', 'one']) {
    await page.keyboard.press('ArrowUp')
    expect(await focused()).toContain(text)
  }
  await page.keyboard.press('ArrowUp')
  expect(await focused()).toContain('one')
  await page.keyboard.press('Enter')
  const menu = page.getByRole('menu', { name: 'one' })
  await menu.waitFor()
  await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Reply')
  await page.keyboard.press('End')
  await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Unsend')
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByRole('menu').count()).toBe(0)
  expect(await focused()).toContain('one')
  await page.keyboard.press('Enter')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await reads('Aki unsent a message')
  // The focus is not lost with what it stood on.
  await expect
    .poll(() =>
      page.evaluate<boolean>(
        `document.querySelector('.scroller').contains(document.activeElement)`,
      ),
    )
    .toBe(true)
  expect(line.user('Aki').chat[0]!.unsent).toBe(true)
})

it('opens by a long touch, which does not count as a tap', async () => {
  const { page, line, reads } = await open({ touch: true, size: { width: 390, height: 800 } })
  const aki = line.user('Aki')
  await clientOf(line).messages.push(aki.id, {
    type: 'template',
    altText: 'Pick',
    template: {
      type: 'buttons',
      text: 'Pick one',
      actions: [{ type: 'message', label: 'Red', text: 'red please' }],
    },
  })
  await page.reload()
  await reads('Pick one')
  const button = page.getByRole('button', { name: 'Red' })
  const { x, y } = (await button.boundingBox())!
  const touch = { pointerType: 'touch', clientX: x + 5, clientY: y + 5, bubbles: true }
  await button.dispatchEvent('pointerdown', touch)
  await page.getByRole('menu').waitFor()
  await button.dispatchEvent('pointerup', touch)
  await button.dispatchEvent('click', touch)
  expect(await choices(page)).toEqual(['Reply', 'Copy JSON', 'Show in the inspector'])
  await page.keyboard.press('Escape')
  await button.tap()
  await reads('red please')
  expect(aki.chat).toHaveLength(2)
})
