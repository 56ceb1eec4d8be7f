/**
 * The emulator's page under load: a chat with 1,000 messages and an inspector with 2,000 rows. Prints the longest time that the browser
 * needed for the work of one frame, and how many frames took more than 50 ms.
 */
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { createEmulator } from './src/emulator/index.js'
import { listen } from './src/emulator/node/index.js'
import { script } from './src/emulator/ui/generated/page.js'
import { serveUi } from './src/emulator/ui/index.js'
import { createBot } from './src/webhook/index.js'
import { launchChromium } from './test/support/chromium.js'

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

/** Begins to note how long the work of each frame takes. */
const watch = (page: Page) =>
  page.evaluate(`{
    window.frames_ = []
    let last = performance.now()
    const beat = () => {
      const start = performance.now()
      // A task that is queued in a frame runs when its work is done.
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => window.frames_.push(performance.now() - start)
      port2.postMessage(0)
      last = start
      requestAnimationFrame(beat)
    }
    requestAnimationFrame(beat)
  }`)

async function report(page: Page, what: string, work: () => Promise<void>): Promise<void> {
  await page.evaluate('window.frames_.length = 0')
  await work()
  await page.evaluate('new Promise((done) => setTimeout(done, 300))')
  const frames = await page.evaluate<number[]>('window.frames_')
  const long = frames.filter((ms) => ms > LONGEST).length
  console.log(
    `${what.padEnd(44)} ${frames.length} frames, longest ${Math.max(...frames).toFixed(1)} ms, ${long} over ${LONGEST} ms`,
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
await watch(page)
const cdp = await page.context().newCDPSession(page); await cdp.send('Profiler.enable'); await cdp.send('Profiler.setSamplingInterval',{interval:500}); await cdp.send('Profiler.start')
console.log(`script: ${(gzipSync(script).length / 1024).toFixed(1)} KiB gzip`)
await report(page, 'scrolling through the chat', scroll(page, '.scroller'))
// The emulator keeps 1,000 records, the page twice as many.
await report(page, 'conversations that arrive', async () => {
  while (line.log.at(-1)!.number < ROWS) {
    await aki.says('one more')
    await page.evaluate('new Promise(requestAnimationFrame)')
  }
})
{ const { profile } = await cdp.send('Profiler.stop') as any; const self = new Map<string, number>(); const dt = profile.timeDeltas; const byId = new Map(profile.nodes.map((n: any) => [n.id, n])); profile.samples.forEach((id: number, i: number) => { const n: any = byId.get(id); const key = n.callFrame.functionName + ':' + n.callFrame.lineNumber + ':' + n.callFrame.columnNumber; self.set(key, (self.get(key) ?? 0) + dt[i]) }); console.log([...self].sort((a, b) => b[1] - a[1]).slice(0, 25).map(([k, v]) => `${(v / 1000).toFixed(0)} ms ${k}`).join('\n')) }
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
