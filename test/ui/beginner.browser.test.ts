/** A beginner's session with `fukidashi dev`: a mistake, its report on the page, the fix, the answer. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { ask, endAll, projectFolder, startDev, stateOf } from '../cli/dev-process.js'
import { useChromium } from '../support/chromium.js'

const browser = useChromium()
afterEach(endAll)

const bot = (label: string) => `import { Buttons, Postback } from 'fukidashi'
import { createBot } from 'fukidashi/webhook'

const bot = createBot()
bot.on({ text: 'menu' }, (ctx) =>
  ctx.reply(
    <Buttons altText="Tea">
      Which one?
      <Postback label="${label}" data="1" />
    </Buttons>,
  ),
)
export default bot
`

it.each([
  ['en-US', 'Write a message', 'Send'],
  ['ja-JP', 'メッセージを入力', '送信'],
  ['th-TH', 'พิมพ์ข้อความ', 'ส่ง'],
  ['zh-TW', '輸入訊息', '傳送'],
])('is answered on the page, %s, by keyboard and by mouse', async (locale, write, send) => {
  const folder = await projectFolder()
  const file = join(folder, 'bot.tsx')
  await writeFile(file, bot('Add this lovely item to my basket'))
  const dev = await startDev(['bot.tsx'], { cwd: folder })
  await expect.poll(() => stateOf(dev.page)).not.toEqual({ state: 'loading' })
  await ask(dev.page, '/people', { name: 'Aki' })

  const context = await browser().newContext({ locale })
  const outside: string[] = []
  await context.route(
    (url) => url.hostname !== '127.0.0.1',
    (route) => {
      outside.push(route.request().url())
      return route.abort()
    },
  )
  const page = await context.newPage()
  await page.goto(dev.page)
  const field = page.getByRole('textbox', { name: write })
  await field.waitFor()
  // The field has the focus already.
  await expect
    .poll(() => page.evaluate(`document.activeElement.getAttribute('aria-label')`))
    .toBe(write)
  await page.keyboard.type('menu')
  await page.keyboard.press('Enter')

  const card = page.locator('.phone .failure')
  await card.waitFor()
  const text = await card.textContent()
  for (const words of [
    'LineValidationError',
    'actions[0].label',
    'at most 20',
    '<Postback>',
    'bot.tsx:9',
  ])
    expect(text).toContain(words)

  await writeFile(file, bot('Add to my basket'))
  await expect
    .poll(async () => {
      if ((await page.getByRole('button', { name: 'Add to my basket' }).count()) > 0) return true
      await field.fill('menu')
      await page.getByRole('button', { name: send, exact: true }).click()
      await page
        .getByRole('button', { name: 'Add to my basket' })
        .waitFor({ timeout: 3_000 })
        .catch(() => undefined)
      return false
    })
    .toBe(true)
  expect(outside).toEqual([])
  await context.close()
})
