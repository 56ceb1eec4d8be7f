/** Bots that crash and come back, an emulator that does, and long chats. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { LineClient } from '../../src/client/index.js'
import { listen } from '../../src/emulator/node/index.js'
import { serveUi } from '../../src/emulator/ui/index.js'
import { createBot, toNodeListener } from '../../src/webhook/index.js'
import { usePage } from './browser.js'

const open = usePage()

/** A bot with a server of its own, at a port or at any. */
async function startBot(baseUrl: string, port = 0): Promise<Server> {
  const bot = createBot({
    channelSecret: 'emulator-channel-secret',
    channelAccessToken: 'emulator-channel-access-token',
    baseUrl,
  })
  bot.on('message:text', (ctx) => ctx.reply(`You said ${ctx.text}`))
  const server = createServer(toNodeListener(bot))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return server
}

const stop = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

it('says that the bot is down, and continues when it is back', async () => {
  const { page, line, server, reads } = await open({ before: (line) => void line.user('Aki') })
  const say = async (text: string) => {
    const field = page.getByRole('textbox', { name: 'Write a message' })
    await field.fill(text)
    await field.press('Enter')
  }
  const bot = await startBot(server.url)
  const { port } = bot.address() as AddressInfo
  await page.locator('.top').getByRole('button', { name: 'Connect a bot' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Webhook URL').fill(`http://127.0.0.1:${port}/webhook`)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => line.state.webhook.endpoint).toBe(`http://127.0.0.1:${port}/webhook`)
  await say('one')
  await reads('You said one')

  await stop(bot)
  await say('two')
  const banner = page.getByRole('alert').getByText('did not accept the last webhook')
  await banner.waitFor()
  await page.getByRole('button', { name: 'Details' }).click()
  await page.locator('.detail').getByText('COULD_NOT_CONNECT · ').waitFor()

  const again = await startBot(server.url, port)
  await page.locator('.detail').getByRole('button', { name: 'Redeliver' }).click()
  await reads('You said two')
  await expect.poll(() => banner.isVisible()).toBe(false)
  await stop(again)
})

it('connects again after the emulator was stopped', async () => {
  const { page, line, server, reads } = await open({ before: (line) => void line.user('Aki') })
  await server.close()
  await page.locator('.state.loading').waitFor()
  const client = new LineClient({
    channelAccessToken: line.account.channelAccessToken,
    fetch: line.fetch,
  })
  await client.messages.push(line.user('Aki').id, 'sent meanwhile')
  const back = await listen(line, { port: server.port, pages: serveUi(line) })
  await reads('sent meanwhile')
  await page.locator('.state.none').waitFor()
  await back.close()
})

it('shows what happened while it was loading', async () => {
  const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
  bot.on('message:text', (ctx) => ctx.reply('hello'))
  const { page, line } = await open({ bot })
  // A second listener shows when the page has received it.
  await page.evaluate(`new Promise((opened) => {
    const events = new EventSource('/_fukidashi/ui/events')
    window.heard = new Promise((heard) => events.addEventListener('call', heard))
    events.onopen = opened
  })`)
  let isFirst = true
  await page.route('**/_fukidashi/log', async (route) => {
    const response = await route.fetch()
    if (isFirst) {
      isFirst = false
      await line.user('Aki').says('hi')
      await page.evaluate('window.heard.then(() => undefined)')
    }
    await route.fulfill({ response })
  })
  line.reset()
  await page.locator('.records').getByText('replyMessage').waitFor()
})

it('stays quick with five thousand messages', async () => {
  const { page, line, reads } = await open({
    before: async (line) => {
      const aki = line.user('Aki')
      for (let i = 0; i < 5_000; i++) await aki.says(`message ${i}`)
    },
  })
  await reads('message 4999')
  // What is far above is not drawn before somebody looks for it.
  await expect.poll(() => page.locator('.lines li').count()).toBeLessThan(500)
  const field = page.getByRole('textbox', { name: 'Write a message' })
  await field.fill('the last one')
  await field.press('Enter')
  await reads('the last one')
  await page.locator('.scroller').evaluate((element: { scrollTop: number }) => {
    element.scrollTop = 0
  })
  await reads('message 4800')
  expect(line.user('Aki').chat).toHaveLength(5_001)
})
