/** What is measured: each makes itself ready, and gives a function that draws one message. */
import assert from 'node:assert/strict'
import { Renderer } from '@takumi-rs/core'
import { chromium } from 'playwright-core'
import { chromiumPath } from '../../scripts/browser/chromium.ts'
import type { Message } from '../../src/index.js'
import { type HtmlOptions, toHtml, toTree } from '../../src/preview/index.js'
import { toPng } from '../../src/preview/png/index.js'

type Run = (message: Message[]) => unknown
export interface Variant {
  start: () => Run | Promise<Run>
  stop?: () => Promise<void>
}

/** A phone, and a screen so wide that ten bubbles fit. */
const screens = {
  phone: { width: 375, scale: 2 },
  wide: { width: 3200, scale: 1 },
} as const
type Screen = keyof typeof screens

/** One picture for all places, so that both have to draw it, without waiting for a network. */
async function photo(): Promise<string> {
  const style = { width: 300, height: 300, backgroundImage: 'linear-gradient(30deg, #dfa, #284)' }
  const png = await new Renderer().render(
    { type: 'container', style, children: [] },
    { width: 300, height: 300 },
  )
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`
}

const isPng = (bytes: Uint8Array) => assert.ok(bytes.length > 5_000 && bytes[1] === 0x50)

/** With the picture drawn in this process, or as one from outside in a process of its own. */
const png = (screen: Screen, trustImages = true): Variant => ({
  start: async () => {
    const url = await photo()
    const options = { ...screens[screen], pictures: () => url, trustImages }
    return async (message) => isPng(await toPng(message, options))
  },
})

/** HTML that is there already, set into a page that is there already, and its screenshot: by Playwright, or by Chromium alone. */
function screenshot(screen: Screen, by: 'playwright' | 'protocol'): Variant {
  let close = async () => {}
  return {
    start: async () => {
      const browser = await chromium.launch({
        executablePath: chromiumPath(),
        args: ['--no-sandbox', '--disable-gpu'],
      })
      close = () => browser.close()
      const { width, scale } = screens[screen]
      const context = await browser.newContext({
        viewport: { width, height: 700 },
        deviceScaleFactor: scale,
      })
      const page = await context.newPage()
      const protocol = await context.newCDPSession(page)
      const url = await photo()
      const options: HtmlOptions = { width, as: 'document', pictures: () => url }
      const made = new Map<unknown, string>()
      const html = (message: Message[]) => {
        if (!made.has(message)) made.set(message, toHtml(message, options))
        return made.get(message)!
      }
      return async (message) => {
        await page.setContent(html(message))
        if (by === 'playwright') return isPng(await page.screenshot({ fullPage: true }))
        const { data } = await protocol.send('Page.captureScreenshot', { optimizeForSpeed: true })
        isPng(Buffer.from(data, 'base64'))
      }
    },
    stop: () => close(),
  }
}

const plain = (run: Run): Variant => ({ start: () => run })

/** By their names in the table. */
export const variants: Readonly<Record<string, Variant>> = {
  'JSON.stringify': plain((message) => JSON.stringify(message)),
  toTree: plain((message) => toTree(message)),
  'toHtml, markup': plain((message) => {
    const html = toHtml(message, { as: 'markup' })
    assert.ok(!html.includes('undrawable'))
    return html
  }),
  'toPng, on a phone': png('phone'),
  'toPng, on a phone, picture from outside': png('phone', false),
  'Chromium, on a phone': screenshot('phone', 'playwright'),
  'Chromium without Playwright, on a phone': screenshot('phone', 'protocol'),
  'toPng, all bubbles': png('wide'),
  'Chromium, all bubbles': screenshot('wide', 'playwright'),
  'Chromium without Playwright, all bubbles': screenshot('wide', 'protocol'),
}
