/** An invented https origin whose pictures come from the bot. */
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/index.js'
import { listen } from '../../src/emulator/node/index.js'
import { serveUi } from '../../src/emulator/ui/index.js'
import { toPng } from '../../src/preview/png/index.js'
import { createBot } from '../../src/webhook/index.js'

const open: { close: () => unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

const origin = 'https://bot.example'

/** One blue pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwADBwIAMCbHYQAAAABJRU5ErkJggg==',
  'base64',
)

const video = Buffer.from('0123456789')

/** The files of a bot, as a function. */
const files = (request: Request): Response => {
  const { pathname, search } = new URL(request.url)
  const send = (type: string, body: Uint8Array<ArrayBuffer>, more = {}) =>
    new Response(body, { headers: { 'content-type': type, ...more } })
  switch (pathname + search) {
    case '/cat.png?size=1':
      return send('image/png', new Uint8Array(pixel))
    case '/page':
      return send('text/html', new TextEncoder().encode('<script>alert(1)</script>'))
    case '/bad.svg':
      return send('image/svg+xml', new TextEncoder().encode('<svg/>'))
    default:
      return new Response('no', { status: 404 })
  }
}

async function serverOf(listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push({
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** The same files over HTTP, and more that only HTTP has. */
const overHttp: RequestListener = (request, response) => {
  if (request.url === '/moved.png') {
    response.writeHead(302, { location: 'http://127.0.0.1:1/secret.png' }).end()
    return
  }
  if (request.url === '/zip.png') {
    const type = { 'content-type': 'image/png', 'content-encoding': 'gzip' }
    response
      .writeHead(200, { ...type, 'content-length': gzipSync(pixel).length })
      .end(gzipSync(pixel))
    return
  }
  if (request.url === '/clip.mp4') {
    const { range } = request.headers
    response.writeHead(range ? 206 : 200, {
      'content-type': 'video/mp4',
      'accept-ranges': 'bytes',
      ...(range && { 'content-range': 'bytes 2-4/10' }),
    })
    response.end(range ? video.subarray(2, 5) : video)
    return
  }
  void (async () => {
    const answer = files(new Request(`http://127.0.0.1${request.url!}`))
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    response.end(Buffer.from(await answer.arrayBuffer()))
  })()
}

/** The emulator with its page, and what the page gets of a path at the origin. */
async function page(options: EmulatorOptions) {
  const line = createEmulator(options)
  const server = await listen(line, { pages: serveUi(line) })
  open.push(server)
  const get = async (path: string, headers = {}) => {
    const response = await fetch(`${server.url}/_fukidashi/ui/public${path}`, { headers })
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      range: response.headers.get('content-range'),
      body: Buffer.from(await response.arrayBuffer()),
    }
  }
  return { line, get, server }
}

const bots: Record<string, () => Promise<EmulatorOptions>> = {
  'a bot at a URL': async () => ({ webhook: `${await serverOf(overHttp)}/line/webhook` }),
  'a function': () => Promise.resolve({ webhook: files }),
  'a bot with fetch in this process': () =>
    Promise.resolve({
      bot: { connect: () => ({ receive: () => Promise.resolve({ status: 200 }), fetch: files }) },
    }),
}

describe.each(Object.entries(bots))('%s', (_, options) => {
  it('gives its pictures to the page, and nothing that could contain scripts', async () => {
    const { get } = await page({ ...(await options()), public: origin })
    expect(await get('/cat.png?size=1')).toMatchObject({
      status: 200,
      type: 'image/png',
      body: pixel,
    })
    for (const path of ['/cat.png', '/page', '/bad.svg', '//cat.png', '/../cat.png', ''])
      expect((await get(path)).status).toBe(404)
  })

  it('gives its pictures to PNGs, and no others', async () => {
    const line = createEmulator({ ...(await options()), public: `${origin}/` })
    expect(await line.loadImage(`${origin}/cat.png?size=1`)).toEqual(new Uint8Array(pixel))
    for (const url of [
      `${origin}/dog.png`,
      'https://other.example/cat.png?size=1',
      'cat.png',
      `${origin}:444/cat.png?size=1`,
      'http://bot.example/cat.png?size=1',
    ])
      expect(await line.loadImage(url)).toBeUndefined()
    const drawn = (loadImage?: Emulator['loadImage']) =>
      toPng(
        {
          type: 'image',
          originalContentUrl: `${origin}/cat.png?size=1`,
          previewImageUrl: `${origin}/cat.png?size=1`,
        },
        { width: 200, scale: 1, frame: 'none', trustImages: true, ...(loadImage && { loadImage }) },
      )
    const [withPicture, without] = [await drawn(line.loadImage), await drawn()]
    expect(Buffer.from(withPicture).equals(Buffer.from(without))).toBe(false)
  })
})

describe('over HTTP', () => {
  it('parts of videos are passed on, compressed pictures are not cut, redirects are not followed', async () => {
    const webhook = `${await serverOf(overHttp)}/webhook`
    const { get } = await page({ webhook, public: origin })
    expect(await get('/clip.mp4')).toMatchObject({ status: 200, type: 'video/mp4', body: video })
    expect(await get('/clip.mp4', { range: 'bytes=2-4' })).toMatchObject({
      status: 206,
      range: 'bytes 2-4/10',
      body: video.subarray(2, 5),
    })
    expect(await get('/zip.png')).toMatchObject({ status: 200, body: pixel })
    expect((await get('/moved.png')).status).toBe(502)
  })

  it('a bot that is not there is an answer, too', async () => {
    const { get } = await page({ webhook: 'http://127.0.0.1:1/', public: origin })
    expect((await get('/cat.png')).status).toBe(502)
  })

  it('the webhook URL may be set later', async () => {
    const { line, get } = await page({ public: origin })
    expect((await get('/cat.png?size=1')).status).toBe(404)
    line.state.webhook.endpoint = `${await serverOf(overHttp)}/webhook`
    expect((await get('/cat.png?size=1')).status).toBe(200)
  })
})

it('pages of other sites get nothing, and without the option there is nothing', async () => {
  const { server, get } = await page({ webhook: files })
  expect((await get('/cat.png?size=1')).body.toString()).toContain('--public https://bot.example')
  const { status } = await fetch(`${server.url}/_fukidashi/ui/public/cat.png`, {
    headers: { origin: 'https://evil.example' },
  })
  expect(status).toBe(403)
})

it('a bot of createBot serves no pictures', async () => {
  const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
  const { get } = await page({ bot, public: origin })
  expect((await get('/cat.png')).status).toBe(404)
})

it.each([
  'http://bot.example',
  'bot.example',
  'https://bot.example/path',
  'https://a:b@bot.example',
  '',
])('refuses %j as an origin', (value) => {
  expect(() => createEmulator({ public: value })).toThrow('https origin without a path')
})
