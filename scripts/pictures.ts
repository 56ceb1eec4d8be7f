/**
 * Takes the screenshots of the page for README and docs: `npm run pictures`, with a Chromium on the PATH or in `CHROMIUM_PATH`.
 * Fonts come from packages and the clock is fixed, so that a screenshot only changes when the page does.
 */
import { resolve } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import bot from '../examples/shop-bot/bot.tsx'
import { defaultPatterns } from '../src/catalog/node/index.ts'
import { startPreview } from '../src/catalog/preview/index.ts'
import { createEmulator } from '../src/emulator/index.ts'
import { listen } from '../src/emulator/node/index.ts'
import { serveUi } from '../src/emulator/ui/index.ts'
import { FakeClock } from '../src/testing/index.ts'
import { chromiumFlags, chromiumPath } from './browser/chromium.ts'
import { ascii, fontScript } from './browser/page-fonts.ts'

/** Random numbers that are the same in every run. */
function random(): () => number {
  let state = 7
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Starts a shop in which Aki talks to the bot, and the page for it. */
async function shop() {
  const clock = new FakeClock(Date.UTC(2026, 6, 1, 3, 26))
  const line = createEmulator({
    bot,
    clock,
    random: random(),
    account: { displayName: 'Tea shop' },
  })
  const aki = line.user('Aki', { friend: false })
  const ken = line.user('Ken')
  const team = line.group('Team', [aki, ken])
  await aki.follows()
  clock.advance(60_000)
  await ken.says('Shall we order tea for the meeting?', { in: team })
  clock.advance(60_000)
  await aki.says('teas')
  const reporter = { current: { state: 'running' as const }, watch: () => () => undefined }
  const server = await listen(line, { pages: serveUi(line, { bot: reporter }) })
  return { line, aki, ken, team, server }
}

type Shop = Awaited<ReturnType<typeof shop>>

interface Picture {
  name: string
  size: { width: number; height: number }
  take: (page: Page, shop: Shop) => Promise<void>
}

/** Sends an API call with mistakes, as a bot in another language might do. */
async function pushMistakes({ line, aki, server }: Shop): Promise<void> {
  const actions = [{ type: 'postback', label: 'Add this lovely tea to my basket', data: 'sencha' }]
  const template = {
    type: 'buttons',
    title: 'Sencha',
    text: 'Fresh and grassy, from the slopes of Uji. Picked in May, steamed, rolled and dried by hand.',
    actions,
  }
  await fetch(`${server.url}/v2/bot/message/push`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${line.account.channelAccessToken}`,
    },
    body: JSON.stringify({
      to: aki.id,
      messages: [{ type: 'template', altText: 'Tea', template }],
    }),
  })
}

const pictures: readonly Picture[] = [
  {
    name: 'page',
    size: { width: 1320, height: 904 },
    take: async (page) => {
      await page.getByText('replyMessage').last().click()
    },
  },
  {
    name: 'problem',
    size: { width: 1320, height: 904 },
    take: async (page, shop) => {
      await pushMistakes(shop)
      await page.getByText('pushMessage').last().click()
      await page.locator('.problems').waitFor()
    },
  },
  {
    name: 'narrow',
    size: { width: 390, height: 780 },
    take: async (page, { aki, ken, team }) => {
      const { id } = team.data.entries[0]!
      await aki.says(['Yes, ', ken, '. Sencha?'], { in: team, quotes: id })
      ken.reads({ in: team })
      await page.locator('.switcher').getByRole('button', { name: 'People and groups' }).click()
      await page.getByRole('button', { name: /^Team/ }).click()
      await page.locator('.lines').getByText('Sencha?').first().waitFor()
      await page.locator('.fk-own').last().getByText('Sencha?').click({ button: 'right' })
      await page.getByRole('menu').waitFor()
    },
  },
]

async function newContext(browser: Browser, size: Picture['size']): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: size,
    deviceScaleFactor: 1.5,
    locale: 'en-GB',
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
  })
  // No external requests: the images of stickers belong to LINE.
  await context.route(
    (url) => url.hostname !== '127.0.0.1',
    (route) => route.abort(),
  )
  return context
}

async function take(browser: Browser, { name, size, take }: Picture): Promise<void> {
  const made = await shop()
  const context = await newContext(browser, size)
  const page = await context.newPage()
  await page.goto(made.server.url)
  await page.locator('.state.running').waitFor()
  await page.locator('.lines').getByText('Add Sencha').waitFor()
  const letters = await page.evaluate<string>('document.body.textContent')
  await page.evaluate(fontScript(ascii + letters, 'body,.fk-root'))
  await take(page, made)
  await page.mouse.move(2, 2)
  // Wait until scrolling and images have settled.
  await page.waitForTimeout(500)
  const path = `docs/images/${name}.png`
  await page.screenshot({ path, animations: 'disabled' })
  await context.close()
  await made.server.close()
  console.log(path)
}

/** The preview of the example catalog: a story in all languages. */
async function takePreview(browser: Browser): Promise<void> {
  const server = await startPreview({
    root: resolve('examples/catalog'),
    patterns: defaultPatterns,
    name: 'tea-shop',
    receivers: { emulator: 'http://127.0.0.1:4000', line: undefined },
    timeout: 30_000,
    port: 0,
    host: '127.0.0.1',
  })
  const context = await newContext(browser, { width: 1440, height: 900 })
  const page = await context.newPage()
  await page.goto(server.url)
  await page.locator('.drawn').first().waitFor()
  await page.getByRole('button', { name: 'All', exact: true }).click()
  await page.getByRole('button', { name: 'Size −' }).click()
  await page.getByRole('button', { name: 'Size −' }).click()
  await page.locator('.cell').nth(1).waitFor()
  const letters = await page.evaluate<string>('document.body.textContent')
  await page.evaluate(fontScript(ascii + letters, 'body,.fk-root'))
  await page.mouse.move(2, 2)
  await page.waitForTimeout(500)
  const path = 'docs/images/preview.png'
  await page.screenshot({ path, animations: 'disabled' })
  await context.close()
  await server.close()
  console.log(path)
}

const args = [...chromiumFlags, '--font-render-hinting=none']
const browser = await chromium.launch({ executablePath: chromiumPath(), args })
for (const picture of pictures) await take(browser, picture)
await takePreview(browser)
await browser.close()
