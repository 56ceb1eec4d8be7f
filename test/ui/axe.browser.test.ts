/** The page as axe sees it: nothing serious, in light and dark, in a chat with every kind of thing that can be tapped. */
import { expect, it } from 'vitest'
import { createBot } from '../../src/webhook/index.js'
import { serious } from './axe.js'
import { usePage } from './browser.js'
import { clip } from './clip.js'

const open = usePage()

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

it.each(['light', 'dark'] as const)(
  'has no serious accessibility problems, %s',
  async (colorScheme) => {
    const { page, line, reads } = await open({
      bot: shop(),
      before: (emulator) => void emulator.user('Aki'),
    })
    await page.emulateMedia({ colorScheme })
    await page.reload()
    await page.locator(`[data-theme=${colorScheme}]`).waitFor()
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
  },
)

it('has no serious accessibility problems while a video plays, or cannot be played', async () => {
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
