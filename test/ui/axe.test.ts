/** The page as axe sees it: nothing serious, in light and dark, in a chat with every kind of thing that can be tapped. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { createBot } from '../../src/webhook/index.js'
import { usePage } from './browser.js'

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
  await page.evaluate(axe)
  const violations = await page.evaluate<Violation[]>('axe.run().then((found) => found.violations)')
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => ({
      id,
      help,
      at: nodes.map(({ html }) => html.slice(0, 120)).filter((html) => !isPicture(id, html)),
    }))
  expect(serious.filter(({ at }) => at.length > 0)).toEqual([])
})

/** Times and system lines have LINE's own colours: they are pictures of LINE, which has less contrast than is asked. */
const isPicture = (id: string, html: string) =>
  id === 'color-contrast' && /^<div class="fk-(?:line|text)"/.test(html)
