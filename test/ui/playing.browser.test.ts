/** Videos and recordings in the chat: played by those who ask for it, counted, and said when they cannot be. */
import { expect, it } from 'vitest'
import { LineClient } from '../../src/client/index.js'
import type { Emulator } from '../../src/emulator/index.js'
import type { Message } from '../../src/spec/index.js'
import { usePage } from './browser.js'
import { clip } from './clip.js'

const open = usePage()

const url = 'https://example.com/clip.webm'
const elsewhere = { [url]: { contentType: 'video/webm', body: clip } }
const previewImageUrl = 'https://example.com/clip.png'
const video: Message = {
  type: 'video',
  originalContentUrl: url,
  previewImageUrl,
  trackingId: 'tour',
}

async function push(line: Emulator, ...messages: Message[]): Promise<void> {
  await new LineClient({
    channelAccessToken: line.account.channelAccessToken,
    fetch: line.fetch,
  }).messages.push(line.user('Aki').id, messages)
}

const events = (line: Emulator) =>
  line.webhooks.flatMap(({ body }) => (JSON.parse(body) as { events: { type: string }[] }).events)

const plays = (line: Emulator) => line.state.plays.map(({ seq, percent }) => [seq, percent])

it('plays a video in its message, reports its end to the bot, and plays nothing by itself', async () => {
  const asked: string[] = []
  const { page, line } = await open({
    elsewhere,
    webhook: () => new Response(),
    before: (line) => push(line, video),
  })
  page.on('request', (request) => asked.push(request.url()))
  await page.reload()
  const button = page.getByRole('button', { name: 'Play', exact: true })
  await button.waitFor()
  await expect.poll(() => page.locator('video').count()).toBe(0)
  expect(asked).not.toContain(url)
  await button.click()
  await page.locator('.player').waitFor()
  expect(asked).toContain(url)
  await expect
    .poll(() => events(line))
    .toEqual([expect.objectContaining({ videoPlayComplete: { trackingId: 'tour' } })])
  expect(plays(line)).toEqual([[1, 100]])
  // What stood there is back, and may be played again.
  await button.waitFor()
  await expect.poll(() => page.locator('.player').count()).toBe(0)
})

it('records how far a video was played when the person closes it', async () => {
  const { page, line } = await open({
    elsewhere,
    before: async (line) => {
      await push(line, video)
      line.user('Ken')
    },
  })
  await page.getByRole('button', { name: 'Play', exact: true }).press('Enter')
  await page.locator('.player').waitFor()
  await page.evaluate(`(async () => {
    const video = document.querySelector('.player')
    const happens = (type) => new Promise((done) => video.addEventListener(type, done))
    video.pause()
    if (video.readyState === 0) await happens('loadedmetadata')
    video.currentTime = video.duration / 2
    await happens('seeked')
  })()`)
  await page.locator('.people').getByRole('button', { name: /Ken/ }).click()
  await expect.poll(() => line.state.plays.length).toBe(1)
  const [[seq, percent]] = plays(line) as [[number, number]]
  expect(seq).toBe(1)
  expect(percent).toBeGreaterThanOrEqual(50)
  expect(percent).toBeLessThan(100)
  expect(events(line)).toEqual([])
})

it('says that a video or recording cannot be played, in its place', async () => {
  const missing = 'https://example.com/missing'
  const { page, line } = await open({
    elsewhere,
    before: (line) =>
      push(
        line,
        { ...video, originalContentUrl: `${missing}.mp4` },
        {
          type: 'audio',
          originalContentUrl: `${missing}.m4a`,
          duration: 1_000,
        },
      ),
  })
  for (const [i, ending] of ['mp4', 'm4a'].entries()) {
    await page.getByRole('button', { name: /^Play/ }).nth(i).click()
    await page.getByText(`Cannot be played: ${missing}.${ending}`).waitFor()
  }
  await expect.poll(() => page.locator('video').count()).toBe(0)
  expect(line.state.plays).toEqual([])
})

it('plays to the end from the menu, for machines without a network', async () => {
  const { page, line } = await open({
    webhook: () => new Response(),
    before: (line) => push(line, video),
  })
  await page.locator('.fk-video').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Play to the end' }).click()
  await page.locator('.toast').getByText('Played to the end').waitFor()
  expect(events(line)).toEqual([expect.objectContaining({ type: 'videoPlayComplete' })])
})

it('plays recordings in their bubble, and pauses them', async () => {
  const { page, line } = await open({
    elsewhere,
    before: (line) => push(line, { type: 'audio', originalContentUrl: url, duration: 1_000 }),
  })
  const play = page.getByRole('button', { name: /^Play/ })
  await play.click()
  await page.getByRole('button', { name: /^Pause 00:0/ }).click()
  await play.click()
  await expect.poll(() => plays(line)).toEqual([[1, 100]])
  await play.waitFor()
  await expect.poll(() => page.locator('.fk-audio').textContent()).toBe('00:01')
})

it('plays what people have sent, and only as much of it as the browser asks for', async () => {
  const { page, line, server } = await open({ before: (line) => void line.user('Aki') })
  const { messageId } = await line
    .user('Aki')
    .sendsVideo({ bytes: clip, contentType: 'video/webm' })
  await page.locator('.fk-own .fk-video').click()
  await page.locator('.player').waitFor()
  await expect
    .poll(() => page.locator('.player').evaluate((video: { duration: number }) => video.duration))
    .toBeCloseTo(1, 0)

  const ask = (range: string) =>
    fetch(`${server.url}/_fukidashi/ui/media/${messageId}`, { headers: { range } })
  const middle = await ask('bytes=10-19')
  expect([middle.status, middle.headers.get('content-range')]).toEqual([
    206,
    `bytes 10-19/${clip.length}`,
  ])
  expect(Buffer.from(await middle.arrayBuffer())).toEqual(clip.subarray(10, 20))
  const end = await ask('bytes=-5')
  expect(Buffer.from(await end.arrayBuffer())).toEqual(clip.subarray(-5))
  const rest = await ask('bytes=3000-')
  expect(Buffer.from(await rest.arrayBuffer())).toEqual(clip.subarray(3000))
  expect((await ask(`bytes=${clip.length}-`)).status).toBe(416)
  expect((await ask('bytes=0-1,4-5')).status).toBe(200)
})

it('sends a chosen file, with its duration and its first picture', async () => {
  const { page, line } = await open({ before: (line) => void line.user('Aki') })
  const sends = async (kind: string, file?: { name: string; mimeType: string; buffer: Buffer }) => {
    await page.locator('.composer').getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: kind }).click()
    const dialog = page.getByRole('dialog', { name: kind })
    if (file) await dialog.getByLabel('Your file').setInputFiles(file)
    await dialog.getByRole('button', { name: 'Send' }).click()
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  }
  const { chat } = line.user('Aki')
  await sends('Video', { name: 'clip.webm', mimeType: 'video/webm', buffer: clip })
  await expect.poll(() => chat.length).toBe(1)
  expect(Buffer.from(chat[0]!.media!.bytes)).toEqual(clip)
  expect(chat[0]!.media!.contentType).toBe('video/webm')
  expect((chat[0]!.message as { duration?: number }).duration).toBeGreaterThan(500)
  await expect
    .poll(() =>
      page
        .locator('.fk-own .fk-video img')
        .evaluate((image: { naturalWidth: number }) => image.naturalWidth),
    )
    .toBe(64)

  const text = { name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('tea') }
  await sends('File', text)
  await expect.poll(() => chat.length).toBe(2)
  expect(chat[1]!.message).toMatchObject({ type: 'file', fileName: 'plan.txt', fileSize: 3 })
  await sends('Voice message')
  await expect.poll(() => chat.length).toBe(3)
  expect(chat[2]!.media).toMatchObject({ contentType: 'audio/x-m4a' })
})

it('sends samples as phones send them: a picture of real size, a recording with its length', async () => {
  const { page, line } = await open({ before: (line) => void line.user('Aki') })
  const send = async (name: string) => {
    await page.locator('.composer').getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click()
  }
  await send('Picture')
  const picture = page.locator('.fk-own img').first()
  await expect
    .poll(() => picture.evaluate((img: { naturalWidth: number }) => img.naturalWidth))
    .toBe(1440)
  await send('Voice message')
  await page.locator('.fk-own .fk-audio').waitFor()
  await send('Video')
  await page.locator('.fk-own .fk-video').waitFor()
  await send('Location')
  await page.locator('.lines').getByText('東京駅').waitFor()
  const contents = line.user('Aki').chat.map(({ message }) => message)
  expect(contents).toMatchObject([
    { type: 'image' },
    { type: 'audio', duration: 2_000 },
    { type: 'video', duration: 3_000 },
    { type: 'location', title: '東京駅', address: '東京都千代田区丸の内一丁目' },
  ])
})
