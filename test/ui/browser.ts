/** A real Chromium that opens the emulator's page. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, expect } from 'vitest'
import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/index.js'
import { type EmulatorServer, listen } from '../../src/emulator/node/index.js'
import { languages } from '../../src/emulator/ui/generated/page.js'
import { serveUi } from '../../src/emulator/ui/index.js'
import { rangeOf } from '../../src/emulator/ui/range.js'
import { useChromium } from '../support/chromium.js'
import { ascii, fontScript } from '../../scripts/browser/page-fonts.ts'

/** The page, open in a browser. */
interface Opened {
  page: Page
  line: Emulator
  server: EmulatorServer
  /** Pages that were opened beside it. */
  others: Page[]
  /** Waits for words in the chat. */
  reads: (text: string | RegExp) => Promise<void>
}

interface OpenOptions extends EmulatorOptions {
  /** What has to be there before the page is. */
  before?: (line: Emulator) => void | Promise<void>
  size?: { width: number; height: number }
  locale?: string
  /** Whether it has a screen to touch. */
  touch?: boolean
  /** What lies elsewhere, by address; everything else does not exist. */
  elsewhere?: Readonly<Record<string, { contentType: string; body: Buffer }>>
}

/** Opens pages in a browser, a new one for each test. */
export function usePage(): (options?: OpenOptions) => Promise<Opened> {
  const browser = useChromium()
  const open: (BrowserContext | EmulatorServer)[] = []
  const troubles: string[] = []

  afterEach(async () => {
    for (const one of open.splice(0)) await one.close()
    // Nothing that a page does in a test may go wrong unseen.
    expect(troubles.splice(0)).toEqual([])
  })

  return async ({ before, size, locale, touch, elsewhere = {}, ...options } = {}) => {
    const line = createEmulator(options)
    await before?.(line)
    const server = await listen(line, { pages: serveUi(line) })
    const context = await browser().newContext({
      viewport: size ?? { width: 1440, height: 900 },
      locale: locale ?? 'en-US',
      hasTouch: touch ?? false,
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    // No test leaves this machine.
    await context.route(
      (url) => url.hostname !== '127.0.0.1',
      (route) => {
        const found = elsewhere[route.request().url()]
        if (!found) return route.abort()
        const { contentType, body } = found
        const { status, headers, bytes } = rangeOf(body, route.request().headers()['range'])
        return route.fulfill({ status, headers, contentType, body: Buffer.from(bytes) })
      },
    )
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    page.on('pageerror', ({ message }) => troubles.push(message))
    page.on('dialog', (dialog) => {
      troubles.push(`a dialog said ${dialog.message()}`)
      void dialog.dismiss()
    })
    const others: Page[] = []
    context.on('page', (other) => {
      if (other !== page) others.push(other)
    })
    open.push(context, server)
    // Fonts are loaded for the letters of the page's own words.
    const tag = locale === 'zh-TW' ? locale : (locale ?? 'en').split('-')[0]!
    const letters = ascii + (languages[tag] ?? '')
    await page.goto(server.url)
    await page.evaluate(fontScript(letters, 'body,.fk-root', tag === 'zh-TW' ? 'zh' : 'ja'))
    await page.locator('.state:is(.elsewhere, .running, .none)').waitFor()
    const reads = (text: string | RegExp) => page.locator('.lines').getByText(text).last().waitFor()
    return { page, line, server, others, reads }
  }
}
