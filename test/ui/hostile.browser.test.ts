/** Nothing that a message, a name or an address says becomes a script, an element or a page. */
import { expect, it } from 'vitest'
import { LineClient } from '../../src/client/index.js'
import type { Emulator } from '../../src/emulator/index.js'
import type { Message } from '../../src/spec/index.js'
import { usePage } from './browser.js'

const open = usePage()

const evil = `<img src=x onerror="window.hit=1"><script>window.hit=1</script>"'--></style></script>`

const push = (line: Emulator, messages: readonly Message[]) =>
  new LineClient({
    channelAccessToken: line.account.channelAccessToken,
    fetch: line.fetch,
  }).messages.push(line.user(evil).id, messages)

const wasHit =
  'window.hit === undefined && document.querySelectorAll("img[onerror], script:not([src])").length === 0'

it('shows hostile texts and names as they are', async () => {
  const { page, line, reads } = await open({
    account: { displayName: evil.slice(0, 40) },
    before: (line) => {
      line.group(evil, [line.user(evil)])
    },
  })
  await push(line, [
    { type: 'text', text: evil },
    {
      type: 'text',
      text: 'pick',
      sender: { name: '<b>bold</b>' },
      quickReply: {
        items: [{ type: 'action', action: { type: 'message', label: '<i>x</i>', text: evil } }],
      },
    },
  ])
  await reads(evil)
  await page.locator('.quick-bar').getByText('<i>x</i>').click()
  await page.locator('.fk-own').getByText(evil).waitFor()
  await page.locator('.record').last().click()
  await page.locator('.people').getByText(evil).first().waitFor()
  expect(await page.evaluate(wasHit)).toBe(true)
})

it('opens no address that could run a script', async () => {
  const { page, line, others } = await open({ before: (line) => void line.user(evil) })
  const chat = line.user(evil).chat as unknown as object[]
  await push(line, [{ type: 'text', text: 'first' }])
  // As no client of ours would send it, it is put there.
  const message = {
    type: 'template',
    altText: 'a',
    template: {
      type: 'buttons',
      text: 'Pick',
      actions: [
        { type: 'uri', label: 'Run', uri: 'javascript:window.hit=1' },
        { type: 'uri', label: 'Data', uri: 'data:text/html,<script>window.hit=1</script>' },
        { type: 'uri', label: 'Web', uri: 'https://example.com/ok' },
      ],
    },
  }
  chat.push({ id: '699999999999999999', at: Date.now(), from: 'bot', message })
  await page.reload()
  for (const label of ['Run', 'Data']) {
    await page.getByRole('button', { name: label }).click()
    await page.locator('.toast').getByText('Not opened').last().waitFor()
  }
  expect(others).toHaveLength(0)
  await page.getByRole('button', { name: 'Web', exact: true }).click()
  await expect.poll(() => others.length).toBe(1)
  expect(await page.evaluate(wasHit)).toBe(true)
})

it('plays nothing from addresses that LINE would not take', async () => {
  const { page, line } = await open({ before: (line) => void line.user(evil) })
  const chat = line.user(evil).chat as unknown as object[]
  await push(line, [{ type: 'text', text: 'first' }])
  const addresses = [
    'javascript:window.hit=1',
    'data:video/mp4;base64,AAAA',
    'http://example.com/v',
  ]
  addresses.forEach((originalContentUrl, i) => {
    const message = { type: 'video', originalContentUrl, previewImageUrl: originalContentUrl }
    chat.push({ id: `69999999999999999${i}`, at: Date.now(), from: 'bot', message })
  })
  await page.reload()
  for (const [i, address] of addresses.entries()) {
    await page.getByRole('button', { name: 'Play' }).nth(i).click()
    await page.getByText(`Cannot be played: ${address}`).waitFor()
  }
  await expect.poll(() => page.locator('video').count()).toBe(0)
  expect(await page.evaluate(wasHit)).toBe(true)
})

it('lets no upload become a page of its own', async () => {
  const { line, server } = await open()
  const aki = line.user('Aki')
  const { messageId } = await aki.sendsImage({
    bytes: new TextEncoder().encode('<script>alert(1)</script>'),
    contentType: 'text/html',
  })
  const answer = await fetch(`${server.url}/_fukidashi/ui/media/${messageId}`)
  expect(answer.status).toBe(404)
  const page = await fetch(server.url)
  const policy = page.headers.get('content-security-policy')!.split('; ')
  expect(policy).toContain("script-src 'self'")
  expect(policy).toContain("media-src 'self' https: blob:")
})
