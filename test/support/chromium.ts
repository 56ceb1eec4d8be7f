/** The Chromium of a worker: its test files share it, because it starts slowly. */
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { chromiumFlags, chromiumPath } from '../../scripts/browser/chromium.ts'

let shared: Promise<Browser> | undefined

async function sharedChromium(): Promise<Browser> {
  if (!(await shared)?.isConnected()) shared = launch()
  return shared!
}

function launch(): Promise<Browser> {
  // Vitest ends workers by SIGTERM, and kills them soon afterwards. At an exit, Playwright deletes its files at once.
  process.once('SIGTERM', () => process.exit())
  return chromium.launch({
    executablePath: chromiumPath(),
    args: chromiumFlags,
    handleSIGTERM: false,
  })
}

/** A browser for the tests of a file. Its pages are closed after the last test. */
export function useChromium(): () => Browser {
  let browser: Browser
  beforeAll(async () => {
    browser = await sharedChromium()
  })
  afterAll(async () => {
    for (const context of browser?.contexts() ?? []) await context.close()
  })
  return () => browser
}
