/** Pictures of imagemaps: drawn and served. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readImageHeader } from '../../src/common/image-header.js'
import { Image, Imagemap as CoreImagemap, MessageAction } from '../../src/components/index.js'
import { createEmulator } from '../../src/emulator/index.js'
import { listen } from '../../src/emulator/node/index.js'
import { serveUi } from '../../src/emulator/ui/index.js'
import type { FC } from '../../src/jsx-runtime/types.js'
import { toPng } from '../../src/preview/png/index.js'
import { render } from '../../src/render/index.js'
import {
  Cell,
  drawImagemap,
  Imagemap,
  imagemapHandler,
  type ImagemapHandlerOptions,
  Row,
} from '../../src/rich-menu/index.js'
import { createBot } from '../../src/webhook/index.js'
import { noisyPng, pixelsOf } from './png-pixels.js'
import { Map } from './shop-map.js'

const all = [240, 300, 460, 700, 1040]

const ask = (path: string, init?: RequestInit) =>
  new Request(`http://10.0.0.1${path}`, { method: 'GET', ...init })

describe('pictures', () => {
  it('are drawn at the widths that LINE asks for, from the same cells', async () => {
    const { pictures, warnings } = await drawImagemap(<Map />)
    expect([...pictures.keys()]).toEqual(all)
    expect(warnings).toEqual([])
    for (const [width, bytes] of pictures) {
      const { type, ...size } = readImageHeader(bytes)!
      expect(type).toBe('image/png')
      expect(size).toEqual({ width, height: Math.ceil(width / 2) })
      const at = pixelsOf(bytes)
      const [x, y] = [Math.round((60 / 1040) * width), Math.round((60 / 1040) * width)]
      expect([at(x, y), at(width - x, y), at(2, 2)]).toEqual(['#2f6b4f', '#803030', '#ffffff'])
    }
  })

  it('of photos become JPEGs', async () => {
    const photo = noisyPng(900, 700)
    const { pictures } = await drawImagemap(
      <Imagemap baseUrl="https://bot.example.com/a" altText="a" height={1040}>
        <Cell image={photo} />
      </Imagemap>,
    )
    expect(readImageHeader(pictures.get(1040)!)).toMatchObject({ type: 'image/jpeg', height: 1040 })
    expect(pictures.get(1040)!.length).toBeLessThan(10_000_000)
  })

  it('come with warnings of areas and texts', async () => {
    const { warnings } = await drawImagemap(
      <Imagemap baseUrl="https://bot.example.com/a" altText="a" height={520}>
        <Row>
          <Cell width={40}>
            <MessageAction label="Thin" text="a" />
          </Cell>
          <Cell color="#ffffff">
            <MessageAction text="b" />
            White
          </Cell>
          <Cell width={200}>
            <MessageAction text="c" />
            {'word '.repeat(90)}
          </Cell>
        </Row>
      </Imagemap>,
    )
    const name = 'the imagemap https://bot.example.com/a'
    expect(warnings).toEqual([
      `${name}: actions[0] (Thin) is 40 × 520 pixels; at least 67 each way can be tapped with a finger`,
      expect.stringContaining(`${name}: the text "White" has a contrast of 1.0`),
      expect.stringMatching(/^the imagemap .*: the text "word word.*is larger than its cell/),
    ])
  })

  it.each([
    [
      'without cells',
      <Imagemap baseUrl="https://b.example/a" altText="a" height={9} />,
      'no picture',
    ],
    [
      'of another message',
      <Image originalContentUrl="https://b.example/a" previewImageUrl="https://b.example/a" />,
      'in an imagemap message it is "imagemap"',
    ],
    [
      'of the core',
      <CoreImagemap
        baseUrl="https://b.example/a"
        altText="a"
        baseSize={{ width: 1040, height: 9 }}
        actions={[]}
      />,
      "Use <Imagemap> of 'fukidashi/rich-menu'",
    ],
    ['with a query', <Map path="shop?a=b" />, 'has a part that begins with ?'],
    ['in no file', <Map picture="./nothing.png" />, 'cannot be read'],
    ['that LINE would refuse', <Map baseUrl="http://b.example/a" />, 'https'],
  ])('%s are refused', async (_, node, message) => {
    await expect(drawImagemap(node)).rejects.toThrow(message)
  })
})

describe('a handler', () => {
  const quiet = { onError: () => undefined, onWarning: () => undefined }

  it('serves each width with headers for caches', async () => {
    const { fetch } = imagemapHandler([<Map />])
    for (const width of all) {
      const response = await fetch(ask(`/maps/shop/${width}`))
      expect(response.status).toBe(200)
      const bytes = new Uint8Array(await response.arrayBuffer())
      expect(readImageHeader(bytes)).toMatchObject({ width })
      expect(Object.fromEntries(response.headers)).toEqual({
        'cache-control': 'public, max-age=3600',
        'content-length': String(bytes.length),
        'content-type': 'image/png',
        'x-content-type-options': 'nosniff',
        etag: expect.stringMatching(/^"[0-9a-f]{32}"$/) as string,
      })
    }
  })

  it('answers 304 for a picture that the client has already', async () => {
    const { fetch } = imagemapHandler([<Map />], { maxAge: 60 })
    const etag = (await fetch(ask('/maps/shop/240'))).headers.get('etag')!
    for (const header of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await fetch(ask('/maps/shop/240', { headers: { 'if-none-match': header } }))
      expect([again.status, await again.text()]).toEqual([304, ''])
      expect(again.headers.get('cache-control')).toBe('public, max-age=60')
    }
    const other = await fetch(ask('/maps/shop/240', { headers: { 'if-none-match': '"other"' } }))
    expect(other.status).toBe(200)
  })

  it('answers HEAD without the picture, and refuses other methods', async () => {
    const { fetch } = imagemapHandler([<Map />])
    const head = await fetch(ask('/maps/shop/240', { method: 'HEAD' }))
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(500)
    const post = await fetch(ask('/maps/shop/240', { method: 'POST' }))
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })

  it.each([
    '/maps/shop/241',
    '/maps/shop/0240',
    '/maps/shop/1041',
    '/maps/shop',
    '/maps/shop/',
    '/maps/shop/1040/',
    '/maps/shop/1040.png',
    '/maps/other/1040',
    '/maps/../maps/shop/../../etc/passwd',
    '/maps/shop/..%2f..%2fetc%2fpasswd',
    '/maps/shop/2/1040',
    '/',
    '//1040',
  ])('answers 404 for %s', async (path) => {
    const { fetch } = imagemapHandler([<Map />], { onError: (error) => expect(error).toBe('') })
    expect((await fetch(ask(path))).status).toBe(404)
  })

  it('leaves other paths to the next', async () => {
    const { fetch } = imagemapHandler([<Map />])
    const next = () => Promise.resolve(new Response('bot'))
    expect(await (await fetch(ask('/webhook', { method: 'POST' }), next)).text()).toBe('bot')
    expect(await (await fetch(ask('/maps/shop/style.css'), next)).text()).toBe('bot')
    expect((await fetch(ask('/maps/shop/999'), next)).status).toBe(404)
    // Platforms pass other things there.
    expect((await fetch(ask('/webhook'), { KEY: 'value' })).status).toBe(404)
  })

  it('keeps a version of an address for a year, and gives earlier ones the current picture', async () => {
    const { fetch } = imagemapHandler([<Map version="auto" />])
    const [message] = render(<Map version="auto" />)
    const { pathname } = new URL((message as { baseUrl: string }).baseUrl)
    const current = await fetch(ask(`${pathname}/240`))
    expect(current.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    for (const path of ['/maps/shop/earlier/240', '/maps/shop/240']) {
      const other = await fetch(ask(path))
      expect(other.headers.get('cache-control')).toBe('public, max-age=3600')
      expect(other.headers.get('etag')).toBe(current.headers.get('etag'))
    }
    expect((await fetch(ask('/maps/shop/a/b/240'))).status).toBe(404)
    expect((await fetch(ask('/maps/shop/..%2f/240'))).status).toBe(404)
  })

  it('draws a picture once for requests at the same time, and again after a failure', async () => {
    let count = 0
    const Slow: FC = async () => {
      count++
      await Promise.resolve()
      if (count === 1) throw new Error('no database')
      return <Map />
    }
    const errors: unknown[] = []
    const { fetch } = imagemapHandler([<Slow />], { onError: (error) => errors.push(error) })
    expect((await fetch(ask('/maps/shop/240'))).status).toBe(500)
    expect(String(errors[0])).toContain('no database')
    const answers = await Promise.all(all.concat(all).map((one) => fetch(ask(`/maps/shop/${one}`))))
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
    expect(count).toBe(2)
    expect(errors).toHaveLength(1)
  })

  it('serves the others when one fails', async () => {
    const handler = imagemapHandler([<Map />, <Map path="bad" altText="" />], quiet)
    expect((await handler.fetch(ask('/maps/shop/240'))).status).toBe(200)
    expect((await handler.fetch(ask('/maps/bad/240'))).status).toBe(500)
    expect((await handler.fetch(ask('/maps/shop/240'))).status).toBe(200)
  })

  it('refuses two with the same base URL', async () => {
    const onError = vi.fn()
    const { fetch } = imagemapHandler([<Map />, <Map color="#000000" />], { onError })
    await fetch(ask('/maps/other/240'))
    expect(String(onError.mock.calls[0]![0])).toContain(
      'Two imagemaps have a base URL with the path /maps/shop',
    )
  })

  it('asks a function, and keeps no more than maxBytes', async () => {
    let color = '#2f6b4f'
    const { fetch } = imagemapHandler(
      (path) => {
        const id = /^\/maps\/card-(\d+)$/.exec(path)?.[1]
        return id === undefined ? undefined : <Map path={`card-${id}`} color={color} />
      },
      { maxBytes: 10_000, ...quiet },
    )
    for (let id = 0; id < 5; id++)
      expect((await fetch(ask(`/maps/card-${id}/240`))).status).toBe(200)
    expect((await fetch(ask('/maps/shop/240'))).status).toBe(404)
    const etag = (await fetch(ask('/maps/card-1/240'))).headers.get('etag')
    color = '#112233'
    expect((await fetch(ask('/maps/card-1/240'))).headers.get('etag')).not.toBe(etag)
  })

  it('reports a function that returns another imagemap', async () => {
    const onError = vi.fn()
    const { fetch } = imagemapHandler(() => <Map />, { onError })
    expect((await fetch(ask('/maps/other/240'))).status).toBe(500)
    expect(String(onError.mock.calls[0]![0])).toContain('whose base URL has the path /maps/shop')
  })

  it('serves pictures that are drawn already', async () => {
    const drawn = await drawImagemap(<Map version="7" />)
    const asObject = { ...drawn, pictures: Object.fromEntries(drawn.pictures) }
    for (const ready of [drawn, asObject]) {
      const { fetch } = imagemapHandler([ready])
      const response = await fetch(ask('/maps/shop/7/460'))
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(
        new Uint8Array(drawn.pictures.get(460)!),
      )
      expect(response.headers.get('cache-control')).toContain('immutable')
    }
    const some = { baseUrl: drawn.baseUrl, pictures: { 240: drawn.pictures.get(240)! } }
    const { fetch } = imagemapHandler([some], quiet)
    expect((await fetch(ask('/maps/shop/240'))).status).toBe(200)
    expect((await fetch(ask('/maps/shop/300'))).status).toBe(500)
  })

  it('answers below a path that a proxy removes', async () => {
    const { fetch } = imagemapHandler([<Map />], { pathPrefix: '/maps' })
    expect((await fetch(ask('/shop/240'))).status).toBe(200)
  })

  it('reports warnings when an imagemap is first drawn', async () => {
    const onWarning = vi.fn()
    const { fetch } = imagemapHandler([<Map color="#eeeeee" />], { onWarning })
    await fetch(ask('/maps/shop/240'))
    await fetch(ask('/maps/shop/300'))
    expect(onWarning).toHaveBeenCalledTimes(1)
    expect(String(onWarning.mock.calls[0]![0])).toContain('contrast')
  })

  it.each([
    ['an unknown option', { maxage: 3 } as ImagemapHandlerOptions, 'Did you mean maxAge?'],
    ['a wrong age', { maxAge: -1 }, 'maxAge'],
    ['a wrong size', { maxBytes: NaN }, 'maxBytes'],
  ])('refuses %s', (_, options, message) => {
    expect(() => imagemapHandler([<Map />], options)).toThrow(message)
  })

  it('refuses a value that is not an array', () => {
    expect(() => imagemapHandler((<Map />) as never)).toThrow('needs a list of imagemaps')
  })
})

const open: { close: () => unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

it('a listener of node:http serves the same, and calls the next for other paths', async () => {
  const handler = imagemapHandler([<Map />])
  const server = createServer((request, response) => {
    handler.listener(request, response, () => response.end('bot'))
  })
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const response = await fetch(`${url}/maps/shop/300?from=line`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect(readImageHeader(bytes)).toMatchObject({ width: 300 })
  const etag = response.headers.get('etag')!
  const again = await fetch(`${url}/maps/shop/300`, { headers: { 'if-none-match': etag } })
  expect(again.status).toBe(304)
  const head = await fetch(`${url}/maps/shop/300`, { method: 'HEAD' })
  expect(head.headers.get('content-length')).toBe(String(bytes.length))
  expect(await (await fetch(`${url}/webhook`, { method: 'POST' })).text()).toBe('bot')
  expect((await fetch(`${url}/maps/shop/301`)).status).toBe(404)
})

it('a bot that serves its imagemap shows it in the emulator', async () => {
  const origin = 'https://bot.example.com'
  const handler = imagemapHandler([<Map version="auto" />])
  const bot = createBot({ channelSecret: 'secret', channelAccessToken: 'token' })
  bot.on('message:text', (ctx) => ctx.reply(<Map version="auto" />))
  const line = createEmulator({
    // As `export default { fetch: … }` in a file for `fukidashi dev`.
    bot: {
      connect: (to) => {
        const connected = bot.connect(to)
        return {
          receive: (...args) => connected.receive(...args),
          fetch: (request) => handler.fetch(request),
        }
      },
    },
    public: origin,
  })
  const server = await listen(line, { pages: serveUi(line) })
  open.push(server)
  const aki = line.user('Aki')
  await aki.says('map')
  const [message] = aki.messages.filter(({ type }) => type === 'imagemap')
  const { baseUrl } = message as unknown as { baseUrl: string }
  const shown = await fetch(
    `${server.url}/_fukidashi/ui/public${baseUrl.slice(origin.length)}/1040`,
  )
  expect(shown.headers.get('content-type')).toBe('image/png')
  const at = pixelsOf(new Uint8Array(await shown.arrayBuffer()))
  expect([at(60, 60), at(980, 60)]).toEqual(['#2f6b4f', '#803030'])
  // In a picture of the chat.
  const png = await toPng([message] as never, {
    width: 375,
    scale: 1,
    frame: 'none',
    trustImages: true,
    loadImage: line.loadImage,
  })
  const colors = new Set<string>()
  const pixel = pixelsOf(png)
  for (let x = 0; x < 375; x += 3) colors.add(pixel(x, 60))
  expect([...colors]).toEqual(expect.arrayContaining(['#2f6b4f', '#803030']))
  // A tap on what is drawn.
  const { events } = await aki.taps('Sweets')
  expect(events).toMatchObject([{ type: 'message', message: { text: 'sweets' } }])
})
