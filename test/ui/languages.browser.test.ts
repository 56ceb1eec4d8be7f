/** The page in English, Japanese, Thai and Traditional Chinese. */
import { expect, it } from 'vitest'
import { createBot } from '../../src/webhook/index.js'
import { serious } from './axe.js'
import { usePage } from './browser.js'
import { fail } from './failures.js'

const open = usePage()

function echo() {
  const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
  bot.on('message:text', (ctx) => ctx.reply(`You said ${ctx.text}`))
  return bot
}

const cases = [
  ['en-US', 'en', 'Chat', 'Block the account', 'Write a message', 'Read'],
  ['ja-JP', 'ja', 'トーク', 'アカウントをブロック', 'メッセージを入力', '既読'],
  ['th-TH', 'th', 'แชท', 'บล็อคบัญชี', 'พิมพ์ข้อความ', 'อ่านแล้ว'],
  ['zh-TW', 'zh-TW', '聊天', '封鎖帳號', '輸入訊息', '已讀'],
] as const

it.each(cases)('is in %s from the start, without accessibility problems', async (...words) => {
  const [locale, tag, chat, block, write, read] = words
  const { page, line, reads } = await open({
    bot: echo(),
    locale,
    before: (line) => {
      line.group('Team', [line.user('Aki'), line.user('Ken')])
    },
  })
  await expect.poll(() => page.evaluate('document.documentElement.lang')).toBe(tag)
  await page.getByRole('region', { name: `${chat}: Aki` }).waitFor()
  const field = page.getByRole('textbox', { name: write })
  await field.fill('hi')
  await field.press('Enter')
  await reads('You said hi')
  await page.locator('.lines .fk-own').getByText(read, { exact: true }).waitFor()
  fail(line, 'Aki')
  await page.locator('.phone .failure').waitFor()
  await page.locator('.record.failed').click()
  expect(await serious(page)).toEqual([])
  await page.locator('.chat-head button').click()
  await page.getByRole('menuitem', { name: block }).waitFor()
  expect(await serious(page)).toEqual([])
  await page.keyboard.press('Escape')
  for (const button of ['.tools button:last-child', '.tools [aria-keyshortcuts="?"]']) {
    await page.locator(button).click()
    await page.getByRole('dialog').waitFor()
    expect(await serious(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  }
})

it.each(cases.slice(1))(
  'changes to %s and remembers it; its words are loaded only then',
  async (_, tag, chat) => {
    const { page } = await open({ bot: echo(), before: (line) => void line.user('Aki') })
    const asked: string[] = []
    page.on('request', (request) => {
      const [, name] = /\/ui\/words\/(.+)$/.exec(request.url()) ?? []
      if (name !== undefined) asked.push(name)
    })
    await page.reload()
    await page.getByRole('region', { name: 'Chat: Aki' }).waitFor()
    expect(asked).toEqual([])
    const names = { ja: '日本語', th: 'ภาษาไทย', 'zh-TW': '繁體中文' }
    await page.getByRole('button', { name: 'Language' }).click()
    await page.getByRole('menuitemradio', { name: names[tag as 'ja'] }).click()
    await page.getByRole('region', { name: `${chat}: Aki` }).waitFor()
    expect(asked).toEqual([tag])
    await page.reload()
    await page.getByRole('region', { name: `${chat}: Aki` }).waitFor()
    // And back.
    await page.locator('.tools [aria-haspopup=menu]').first().click()
    await page.getByRole('menuitemradio', { name: 'English' }).click()
    await page.getByRole('region', { name: 'Chat: Aki' }).waitFor()
  },
)

it('serves no other file as a language', async () => {
  const { server } = await open()
  for (const name of ['en', '__proto__', 'constructor', 'ja.json', ''])
    expect((await fetch(`${server.url}/_fukidashi/ui/words/${name}`)).status).toBe(404)
  const answer = await fetch(`${server.url}/_fukidashi/ui/words/ja`)
  expect(answer.headers.get('content-type')).toContain('application/json')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
})
