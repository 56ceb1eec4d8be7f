/** The Chromium that tests share. */
import { type Browser, chromium } from 'playwright-core'
import { chromiumFlags, chromiumPath } from '../../scripts/browser/chromium.ts'

export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags })
