/** Read marks, as people see them under what they said. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { LineClient } from '../../src/client/index.js'
import { usePage } from './browser.js'

const open = usePage()

const marks = (page: Page) =>
  page
    .locator('.fk-own .fk-time')
    .evaluateAll((times: { textContent: string }[]) =>
      times.map(({ textContent }) => textContent.replace(/\d\d:\d\d.*/, '')),
    )

it('read marks come when the bot marks messages as read, if chats are on', async () => {
  const { page, line } = await open({
    account: { chatMode: 'chat' },
    webhook: () => new Response(),
    before: async (line) => {
      for (const text of ['one', 'two', 'three']) await line.user('Aki').says(text)
    },
  })
  await page.locator('.lines').getByText('three').waitFor()
  expect(await marks(page)).toEqual(['', '', ''])
  const client = new LineClient({
    channelAccessToken: line.account.channelAccessToken,
    fetch: line.fetch,
  })
  const { markAsReadToken } = line.user('Aki').chat[1]!
  await client.chats.markAsRead(markAsReadToken!)
  await expect.poll(() => marks(page)).toEqual(['Read', 'Read', ''])
})

it('read marks appear immediately if chats are off, but not on messages that the bot did not receive', async () => {
  const { page, line } = await open({
    locale: 'ja-JP',
    webhook: () => new Response(),
    before: async (line) => {
      const aki = line.user('Aki')
      await aki.says('one')
      await aki.blocks()
      await aki.says('two')
    },
  })
  await page.locator('.lines').getByText('two').waitFor()
  expect(await marks(page)).toEqual(['既読', ''])
  await line.user('Aki').unblocks()
  await line.user('Aki').says('three')
  await expect.poll(() => marks(page)).toEqual(['既読', '', '既読'])
})

it('read marks count the bot and everyone who has opened the chat, in groups', async () => {
  const { page, line } = await open({
    webhook: () => new Response(),
    before: async (line) => {
      const [aki, ken, mei] = ['Aki', 'Ken', 'Mei'].map((name) => line.user(name))
      const team = line.group('Team', [aki!, ken!, mei!])
      await aki!.says('hello', { in: team })
    },
  })
  await page.getByRole('button', { name: /^Team/ }).click()
  await page.locator('.lines').getByText('hello').waitFor()
  expect(await marks(page)).toEqual(['Read 1'])
  line.user('Ken').reads({ in: line.groups[0]! })
  await expect.poll(() => marks(page)).toEqual(['Read 2'])
  // The person whose phone is open looks at it.
  const writer = page.getByRole('combobox', { name: 'Write as' })
  await writer.selectOption({ label: 'Write as: Mei' })
  await expect.poll(() => line.groups[0]!.data.seenUpTo[line.user('Mei').id]).toBeDefined()
  await writer.selectOption({ label: 'Write as: Aki' })
  await expect.poll(() => marks(page)).toEqual(['Read 3'])
})
