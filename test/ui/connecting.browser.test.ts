/** A page without a bot says so, and how one is connected. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { usePage } from './browser.js'

const open = usePage()
const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

/** A bot that answers every webhook with a status. */
async function bot(status: () => number): Promise<string> {
  const server = createServer((_, response) => response.writeHead(status()).end())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ends.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`
}

it('never says that a bot is connected, or that it has read something', async () => {
  const { page, line } = await open({
    before: async (line) => {
      await line.user('Aki').says('is anybody there?')
    },
  })
  await page.locator('.lines').getByText('is anybody there?').waitFor()
  await expect.poll(() => page.locator('.state').textContent()).toBe('No bot')
  expect(await page.locator('.fk-own .fk-time').textContent()).not.toContain('Read')
  await page.locator('.phone').getByText('No bot is connected').waitFor()
  expect(line.hasBot).toBe(false)
})

it('shows the settings of a bot, to copy one by one or for a .env file', async () => {
  const { page, line, server } = await open({ before: (line) => void line.user('Aki') })
  const panel = page.locator('.connect-panel')
  const { channelSecret, channelAccessToken } = line.account
  const copied = () => page.evaluate<string>('navigator.clipboard.readText()')
  await panel.getByRole('button', { name: 'Copy: LINE_API_BASE_URL' }).click()
  await expect.poll(copied).toBe(server.url)
  await panel.getByRole('button', { name: 'Copy for .env' }).click()
  await expect
    .poll(copied)
    .toBe(
      `LINE_CHANNEL_SECRET=${channelSecret}\nLINE_CHANNEL_ACCESS_TOKEN=${channelAccessToken}\nLINE_API_BASE_URL=${server.url}\n`,
    )
})

it('verifies the webhook URL, and says what is wrong', async () => {
  let status = 500
  const url = await bot(() => status)
  const { page, line } = await open({ before: (line) => void line.user('Aki') })
  const panel = page.locator('.connect-panel')
  await panel.getByLabel('Webhook URL').fill(url)
  await page.locator('.phone').getByRole('button', { name: 'Connect a bot' }).click()
  const dialog = page.getByRole('dialog', { name: 'Connect a bot' })
  await dialog.getByLabel('Webhook URL').fill('http://127.0.0.1:1/webhook')
  await dialog.getByRole('button', { name: 'Verify' }).click()
  await dialog.getByText('did not answer as it should: COULD_NOT_CONNECT').waitFor()
  await dialog.getByLabel('Webhook URL').fill(url)
  await dialog.getByRole('button', { name: 'Verify' }).click()
  await dialog.getByText('did not answer as it should: ERROR_STATUS_CODE').waitFor()
  status = 200
  await dialog.getByRole('button', { name: 'Verify' }).click()
  await dialog.getByText('The bot answered with status 200.').waitFor()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.locator('.state.elsewhere').getByText('Bot is connected').waitFor()
  await expect.poll(() => page.locator('.connect-panel').count()).toBe(0)
  expect(line.state.webhook.endpoint).toBe(url)
  const field = page.getByRole('textbox', { name: 'Write a message' })
  await field.fill('now?')
  await field.press('Enter')
  await page.locator('.fk-own .fk-time').getByText('Read').waitFor()
})

it('refuses what is not a URL', async () => {
  const { page, line } = await open({ before: (line) => void line.user('Aki') })
  const panel = page.locator('.connect-panel')
  await panel.getByLabel('Webhook URL').fill('nonsense')
  await panel.getByRole('button', { name: 'Verify' }).click()
  await panel.getByLabel('Webhook URL').fill('http://example.com/webhook')
  await panel.getByRole('button', { name: 'Save' }).click()
  await page.locator('.alarms').getByText('webhook.endpoint must be').waitFor()
  expect(line.state.webhook.endpoint).toBeUndefined()
})
