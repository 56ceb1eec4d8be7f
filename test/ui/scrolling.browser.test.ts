/** Scroll position of a chat: at its end, unless the person reads further up. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { LineClient } from '../../src/client/index.js'
import type { Emulator } from '../../src/emulator/index.js'
import type { Message } from '../../src/spec/index.js'
import { usePage } from './browser.js'

const open = usePage()

/** Much higher than a line is thought to be before it is seen. */
const tall: Message = {
  type: 'flex',
  altText: 'tall',
  contents: {
    type: 'bubble',
    body: { type: 'box', layout: 'vertical', height: '500px', contents: [{ type: 'filler' }] },
  },
}

const push = async (line: Emulator, ...messages: Message[]) => {
  const client = new LineClient({
    channelAccessToken: line.account.channelAccessToken,
    fetch: line.fetch,
  })
  await client.messages.push(line.user('Aki').id, messages)
}

/** Pixels between what is seen and the end. */
const below = (page: Page) =>
  page
    .locator('.scroller')
    .evaluate((part: { scrollHeight: number; scrollTop: number; clientHeight: number }) =>
      Math.round(part.scrollHeight - part.scrollTop - part.clientHeight),
    )

it('a chat begins at the newest message, however high those before are', async () => {
  const { page, line, reads } = await open({
    before: async (line) => {
      for (let i = 0; i < 8; i++) await push(line, tall, tall)
      await push(line, { type: 'text', text: 'the newest' })
    },
  })
  await reads('the newest')
  await expect.poll(() => below(page)).toBeLessThan(2)
  await push(line, tall, { type: 'text', text: 'one more' })
  await reads('one more')
  await expect.poll(() => below(page)).toBeLessThan(2)
})

it('a chat stays where the person reads, until they send something', async () => {
  const { page, line, reads } = await open({
    before: async (line) => {
      for (let i = 0; i < 4; i++) await push(line, tall)
    },
  })
  await expect.poll(() => below(page)).toBeLessThan(2)
  await page.locator('.scroller').hover()
  await page.mouse.wheel(0, -700)
  await expect.poll(() => below(page)).toBeGreaterThan(600)
  await push(line, { type: 'text', text: 'meanwhile' })
  await page.locator('.lines').getByText('meanwhile').waitFor({ state: 'attached' })
  expect(await below(page)).toBeGreaterThan(600)
  const field = page.getByRole('textbox', { name: 'Write a message' })
  await field.fill('here I am')
  await field.press('Enter')
  await reads('here I am')
  await expect.poll(() => below(page)).toBeLessThan(2)
})

it('a chat is empty after everything was deleted', async () => {
  const { page, line, reads } = await open({
    before: (line) => push(line, { type: 'text', text: 'remember me' }),
  })
  await reads('remember me')
  line.reset()
  await page.getByText('There are no people yet').waitFor()
  await expect.poll(() => page.locator('.lines li').count()).toBe(0)
})
