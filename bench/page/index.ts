/**
 * The emulator's page under load: a chat with 1,000 messages and an inspector with 2,000 rows. Prints the longest task
 * of the page's main thread, and how many took more than 50 ms.
 */
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { createEmulator } from '../../src/emulator/index.js'
import { listen } from '../../src/emulator/node/index.js'
import { script } from '../../src/emulator/ui/generated/page.js'
import { serveUi } from '../../src/emulator/ui/index.js'
import { createBot } from '../../src/webhook/index.js'
import { launchChromium } from '../../test/support/chromium.js'

const MESSAGES = 1_000
const ROWS = 2_000
const LONGEST = 50

const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
bot.on('message:text', (ctx) =>
  ctx.reply({
    type: 'flex',
    altText: `Answer to ${ctx.text}`,
    contents: {
      type: 'bubble',
      body: {
        type: 'box',
        layout: 'vertical',
        contents: [
          { type: 'text', text: ctx.text, weight: 'bold' },
          { type: 'text', text: 'Fresh and grassy, from Uji. 100 g.', wrap: true },
          { type: 'button', action: { type: 'message', label: 'Buy', text: 'buy' } },
        ],
      },
    },
  }),
)

interface TraceEvent {
  name: string
  pid: number
  tid: number
  /** Processor time of the thread in microseconds. */
  tdur?: number
  args: { name?: string }
}

/** Prints the tasks of the page's main thread while something is done, in processor time: other programs do not count. */
async function report(page: Page, what: string, work: () => Promise<void>): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) =>
    events.push(...(value as never as TraceEvent[])),
  )
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['toplevel', '__metadata'] },
    transferMode: 'ReportEvents',
  })
  await work()
  await page.evaluate('new Promise((done) => setTimeout(done, 300))')
  const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await done
  await session.detach()
  const main = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const times = events
    .filter(({ name, pid, tid }) => /RunTask$/.test(name) && main.has(`${pid} ${tid}`))
    .map(({ tdur = 0 }) => tdur / 1000)
  const long = times.filter((ms) => ms > LONGEST).length
  const longest = times.reduce((most, ms) => Math.max(most, ms), 0)
  console.log(
    `${what.padEnd(36)} ${times.length} tasks, longest ${longest.toFixed(1)} ms, ${long} over ${LONGEST} ms`,
  )
}

const scroll = (page: Page, selector: string) => async () => {
  await page.evaluate(`new Promise((done) => {
    const part = document.querySelector('${selector}')
    let left = 120
    const step = () => {
      part.scrollTop = left > 60 ? part.scrollTop - 900 : part.scrollTop + 900
      if (--left > 0) requestAnimationFrame(step)
      else done()
    }
    step()
  })`)
}

const line = createEmulator({ bot })
const aki = line.user('Aki')
for (let i = 0; i < MESSAGES / 2; i++) await aki.says(`message ${i}`)
const server = await listen(line, { pages: serveUi(line) })
const browser = await launchChromium()
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
await page.goto(server.url)
await page
  .locator('.lines')
  .getByText(`message ${MESSAGES / 2 - 1}`)
  .first()
  .waitFor()
console.log(`script: ${(gzipSync(script).length / 1024).toFixed(1)} KiB gzip`)
await report(page, 'scrolling through the chat', scroll(page, '.scroller'))
// The emulator keeps 1,000 records, the page twice as many.
await report(page, 'conversations that arrive', async () => {
  while (line.log.at(-1)!.number < ROWS) {
    await aki.says('one more')
    await page.evaluate('new Promise(requestAnimationFrame)')
  }
})
await page.getByRole('checkbox', { name: 'This chat only' }).uncheck()
await report(page, 'scrolling through the inspector', scroll(page, '.records'))
await report(page, 'filtering the inspector', () =>
  page.getByRole('searchbox', { name: 'Filter' }).pressSequentially('message 12', { delay: 60 }),
)
await report(page, 'opening and closing details', async () => {
  await page.getByRole('searchbox', { name: 'Filter' }).fill('')
  for (let i = 0; i < 6; i++) await page.locator('.record.call').last().click()
})
await report(page, 'writing', () =>
  page
    .getByRole('textbox', { name: 'Write a message' })
    .pressSequentially('hello there', { delay: 40 }),
)
await browser.close()
await server.close()
