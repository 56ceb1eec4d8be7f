/** The bot's own pictures and links at an invented origin. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFileSync } from 'node:fs'
import { afterEach, expect, it } from 'vitest'
import type { Emulator } from '../../src/emulator/index.js'
import { usePage } from './browser.js'
import { clip } from './clip.js'

const open = usePage()
const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

const picture = readFileSync('docs/images/narrow.png')

/** A bot that serves a picture, a video and a page beside its webhook. */
async function bot(): Promise<string> {
  const types: Record<string, [string, Buffer]> = {
    '/cat.png': ['image/png', picture],
    '/map/1040': ['image/png', picture],
    '/clip.webm': ['video/webm', clip],
    '/form?a=1': ['text/html', Buffer.from('<h1>The form of the bot</h1>')],
  }
  const server = createServer((request, response) => {
    const [type, body] = types[request.url!] ?? ['text/plain', Buffer.from('')]
    response.writeHead(200, { 'content-type': type }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ends.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const origin = 'https://bot.example'

const push = async (line: Emulator, ...messages: object[]) => {
  const to = line.user('Aki').id
  await line.client().messages.push(to, messages as never)
}

it('shows pictures, plays videos and opens links of the bot', async () => {
  const at = await bot()
  const area = { x: 0, y: 0, width: 1040, height: 1040 }
  const { page, others } = await open({
    webhook: `${at}/webhook`,
    public: origin,
    before: (line) => {
      line.state.webhook.endpoint = `${at}/webhook`
      return push(
        line,
        {
          type: 'image',
          originalContentUrl: `${origin}/cat.png`,
          previewImageUrl: `${origin}/cat.png`,
        },
        {
          type: 'flex',
          altText: 'a',
          contents: {
            type: 'bubble',
            hero: { type: 'image', url: `${origin}/cat.png` },
            footer: {
              type: 'box',
              layout: 'vertical',
              contents: [
                {
                  type: 'button',
                  action: { type: 'uri', label: 'Form', uri: `${origin}/form?a=1` },
                },
              ],
            },
          },
        },
        {
          type: 'imagemap',
          altText: 'a',
          baseUrl: `${origin}/map`,
          baseSize: { width: 1040, height: 1040 },
          actions: [{ type: 'message', text: 'a', area }],
        },
        {
          type: 'video',
          originalContentUrl: `${origin}/clip.webm`,
          previewImageUrl: `${origin}/cat.png`,
        },
      )
    },
  })
  const images = page.locator('.lines img[src*="/_fukidashi/ui/public/"]')
  await expect.poll(() => images.count()).toBe(4)
  await expect
    .poll(() =>
      images.evaluateAll((all) =>
        (all as unknown as { naturalWidth: number }[]).every(
          ({ naturalWidth }) => naturalWidth > 0,
        ),
      ),
    )
    .toBe(true)

  await page.getByRole('button', { name: 'Form' }).click()
  await expect.poll(() => others.map((other) => other.url())).toEqual([`${at}/form?a=1`])

  await page.locator('.fk-video').last().click()
  await expect
    .poll(() => page.locator('.player').evaluate((video: { duration: number }) => video.duration))
    .toBeCloseTo(1, 0)
})
