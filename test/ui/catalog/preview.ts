/** A real Chromium that opens the preview of a project. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { afterEach, expect } from 'vitest'
import { type PreviewServer, startPreview } from '../../../src/catalog/preview/index.js'
import { defaultPatterns } from '../../../src/catalog/node/index.js'
import type { OpenedPlace } from '../../../src/emulator/ui/index.js'
import { project } from '../../catalog/support.js'
import { useBuiltPackage } from '../../support/built-package.js'
import { useChromium } from '../../support/chromium.js'

interface OpenOptions {
  size?: { width: number; height: number }
  locale?: string
  /** Origin of the emulator that messages are sent to. */
  emulator?: string
  line?: { channelAccessToken: string; userId: string; baseUrl?: string }
  /** What comes after the address: a story. */
  hash?: string
}

/** Opens projects in a browser, a new one for each test. */
export function usePreview() {
  const { installIn } = useBuiltPackage()
  const browser = useChromium()
  const open: (BrowserContext | PreviewServer)[] = []
  const troubles: string[] = []

  afterEach(async () => {
    for (const one of open.splice(0)) await one.close()
    // Nothing that a page does in a test may go wrong unseen.
    expect(troubles.splice(0)).toEqual([])
  })

  return async (files: Readonly<Record<string, string>>, options: OpenOptions = {}) => {
    const root = await project(files)
    await installIn(root)
    const opened: OpenedPlace[] = []
    const start = (port: number) =>
      startPreview({
        root,
        patterns: defaultPatterns,
        name: 'shop',
        receivers: { emulator: options.emulator ?? 'http://127.0.0.1:1', line: options.line },
        timeout: 30_000,
        port,
        host: '127.0.0.1',
        openInEditor: (place) => void opened.push(place),
      })
    const server = await start(0)
    const context = await browser().newContext({
      viewport: options.size ?? { width: 1440, height: 900 },
      locale: options.locale ?? 'en-US',
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    // No test leaves this machine.
    await context.route(
      (url) => url.hostname !== '127.0.0.1',
      (route) => route.abort(),
    )
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    page.on('pageerror', ({ message }) => troubles.push(message))
    page.on('dialog', (dialog) => {
      troubles.push(`a dialog said ${dialog.message()}`)
      void dialog.dismiss()
    })
    open.push(context, server)
    /** Requests for stories. */
    let renders = 0
    page.on('request', (request) => {
      if (request.url().endsWith('/preview/story')) renders++
    })
    await page.goto(`${server.url}/${options.hash ?? ''}`)
    await page.locator('.state:is(.running, .failed)').waitFor()
    return {
      page,
      root,
      server,
      opened,
      renders: () => renders,
      write: async (name: string, text: string) => {
        const path = join(root, name)
        await mkdir(dirname(path), { recursive: true })
        await writeFile(path, text)
      },
      remove: (name: string) => rm(join(root, name)),
      /** Starts the server again at the same port. */
      startAgain: async () => {
        open.splice(open.indexOf(server), 1, await start(server.port))
      },
      /** Waits for words on a phone. */
      reads: (text: string | RegExp) => page.locator('.drawn').getByText(text).first().waitFor(),
      story: (name: string) =>
        page.locator('.tree-story').filter({ has: page.getByText(name, { exact: true }) }),
      tab: (name: string) => page.locator('.panel .tab', { hasText: name }).click(),
    }
  }
}
