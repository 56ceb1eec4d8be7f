/** The page as axe sees it: nothing serious, in light and dark, in a chat with every kind of thing that can be tapped. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { createBot } from '../../src/webhook/index.js'
import { usePage } from './browser.js'
import { clip } from './clip.js'

const open = usePage()
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

function shop() {
  const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
  bot.on('message:text', (ctx) =>
    ctx.reply([
      {
        type: 'template',
        altText: 'Tea',
        template: {
          type: 'buttons',
          title: 'Tea',
          text: 'Which one?',
          actions: [{ type: 'postback', label: 'Green', data: 'green' }],
        },
      },
      {
        type: 'text',
        text: 'Or coffee?',
        quickReply: {
          items: [{ type: 'action', action: { type: 'message', label: 'Yes', text: 'yes' } }],
        },
      },
    ]),
  )
  return bot
}

interface Violation {
  id: string
  impact: string
  help: string
  nodes: { html: string }[]
}

it.each(['light', 'dark'] as const)('finds nothing serious, %s', async (colorScheme) => {
  const { page, line, reads } = await open({
    bot: shop(),
    before: (emulator) => void emulator.user('Aki'),
  })
  await page.emulateMedia({ colorScheme })
  await line.user('Aki').says('hi')
  await reads('Or coffee?')
  await page.getByText('replyMessage').last().click()
  expect(await serious(page)).toEqual([])

  // With a menu open, a reply under way, and a dialog.
  await page.locator('.lines li').first().click({ button: 'right' })
  await page.getByRole('menu').waitFor()
  expect(await serious(page)).toEqual([])
  await page.getByRole('menuitem', { name: 'Reply' }).click()
  await page.locator('.draft').waitFor()
  expect(await serious(page)).toEqual([])
  await page.locator('.chat-head').getByRole('button', { name: 'More' }).click()
  await page.getByRole('menu').waitFor()
  expect(await serious(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('dialog').waitFor()
  expect(await serious(page)).toEqual([])
})

it('finds nothing serious while a video plays, and where it cannot', async () => {
  const url = 'https://example.com/clip.webm'
  const { page, line } = await open({
    elsewhere: { [url]: { contentType: 'video/webm', body: clip } },
    before: async (line) => {
      const aki = line.user('Aki')
      await aki.sendsVideo({ bytes: clip, contentType: 'video/webm' })
      await aki.sendsAudio({ bytes: new Uint8Array([1, 2, 3]) })
    },
  })
  await page.getByRole('button', { name: 'Play', exact: true }).first().click()
  await page.locator('.player').waitFor()
  expect(await serious(page)).toEqual([])
  await page.locator('.fk-audio').click()
  await page.locator('.cannot-play').waitFor()
  expect(await serious(page)).toEqual([])
  expect(line.user('Aki').chat).toHaveLength(2)
})

/** What axe finds that keeps people out. */
async function serious(page: Page) {
  await page.evaluate(axe)
  const violations = await page.evaluate<Violation[]>('axe.run().then((found) => found.violations)')
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => ({
      id,
      help,
      at: nodes.map(({ html }) => html.slice(0, 120)).filter((html) => !isPicture(id, html)),
    }))
    .filter(({ at }) => at.length > 0)
}

/** Times and system lines have LINE's own colours: they are pictures of LINE, which has less contrast than is asked. */
const isPicture = (id: string, html: string) =>
  id === 'color-contrast' && /^<div class="fk-(?:line|text)"/.test(html)
