/** Pictures of imagemaps from files, by sharp, and behind servers of others. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequire } from 'node:module'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readImageHeader } from '../../src/common/image-header.js'
import { MessageAction } from '../../src/components/index.js'
import { Cell, drawImagemap, Imagemap, imagemapHandler } from '../../src/rich-menu/index.js'
import { noisyPng, pixelsOf } from './png-pixels.js'

const peers = new URL('../peers/package.json', import.meta.url)
const load = createRequire(peers)

/** As in a project in which the packages of `test/peers` are installed. */
const inPeers = () => vi.spyOn(process, 'cwd').mockReturnValue(new URL('.', peers).pathname)

const open: { close: () => unknown }[] = []
afterEach(async () => {
  vi.restoreAllMocks()
  for (const one of open.splice(0)) await one.close()
})

interface Sharp {
  (input: Uint8Array | object): Sharp
  jpeg(): Sharp
  png(): Sharp
  webp(options: object): Sharp
  withMetadata(options: object): Sharp
  toBuffer(): Promise<Uint8Array>
}
const sharp = load('sharp') as Sharp

/** The left half is green, the right half red. */
const halves = (width: number, height: number) =>
  sharp(
    new TextEncoder().encode(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
        `<rect width="${width / 2}" height="${height}" fill="#2f6b4f"/><rect x="${width / 2}" width="${width / 2}" height="${height}" fill="#803030"/></svg>`,
    ),
  )

const Floor = ({ picture, height = 520 }: { picture: Uint8Array | string; height?: number }) => (
  <Imagemap
    baseUrl="https://bot.example.com/floor"
    altText="Floor"
    height={height}
    picture={picture}
  >
    <Cell>
      <MessageAction text="a" />
      Tea
    </Cell>
  </Imagemap>
)

describe('a picture from a file', () => {
  it('needs sharp, and says how to get it', async () => {
    const drawing = drawImagemap(<Floor picture={noisyPng(20, 10)} />)
    await expect(drawing).rejects.toThrow('npm install sharp')
    await expect(drawing).rejects.toMatchObject({ code: 'peer_missing' })
  })

  it.each([
    ['PNG', () => halves(2080, 1040).png().toBuffer(), 'image/png'],
    ['JPEG', () => halves(2080, 1040).jpeg().toBuffer(), 'image/jpeg'],
    ['WebP', () => halves(2080, 1040).webp({ lossless: true }).toBuffer(), 'image/png'],
    ['small', () => halves(520, 260).png().toBuffer(), 'image/png'],
  ])('(%s) is reduced to each width', async (_, make, type) => {
    inPeers()
    const { pictures } = await drawImagemap(<Floor picture={await make()} />)
    expect([...pictures].map(([width, bytes]) => [width, readImageHeader(bytes)])).toEqual(
      [240, 300, 460, 700, 1040].map((width) => [width, { type, width, height: width / 2 }]),
    )
    if (type !== 'image/png') return
    const at = pixelsOf(pictures.get(240)!)
    expect([at(20, 60), at(220, 60)]).toEqual(['#2f6b4f', '#803030'])
  })

  it('of a camera is turned as it is seen', async () => {
    inPeers()
    const turned = await halves(1040, 2080).jpeg().withMetadata({ orientation: 6 }).toBuffer()
    const { pictures } = await drawImagemap(<Floor picture={turned} />)
    expect(readImageHeader(pictures.get(1040)!)).toMatchObject({ width: 1040, height: 520 })
  })

  it('with too many bytes becomes a JPEG', async () => {
    inPeers()
    const { pictures } = await drawImagemap(<Floor picture={noisyPng(1040, 520)} />)
    expect(readImageHeader(pictures.get(1040)!)?.type).toBe('image/jpeg')
  })

  it.each([
    ['another ratio', () => noisyPng(200, 150), 'The picture is 200 × 150 pixels.'],
    ['another ratio', () => noisyPng(200, 150), 'or height={780}'],
    ['no picture', () => new Uint8Array(50), 'cannot be read'],
    ['half of one', () => noisyPng(300, 150).subarray(0, 9_000), 'cannot be read'],
  ])('with %s is refused', async (_, make, message) => {
    inPeers()
    const drawing = drawImagemap(<Floor picture={make()} />)
    await expect(drawing).rejects.toThrow(message)
    await expect(drawing).rejects.toMatchObject({ code: 'picture_invalid' })
  })
})

const cells = (
  <Imagemap baseUrl="https://bot.example.com/maps/shop" altText="Shop" height={520}>
    <Cell background="#2f6b4f">
      <MessageAction text="tea" />
    </Cell>
  </Imagemap>
)

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  open.push({
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('a handler', () => {
  it.each(['/', '/maps'])('works in Express, mounted at %s', async (path) => {
    const express = load('express') as () => RequestListener & {
      use(path: string, listener: unknown): void
      post(path: string, listener: RequestListener): void
    }
    const app = express()
    app.use(path, imagemapHandler([cells]).listener)
    app.post('/maps/webhook', (_request, response) => void response.end('bot'))
    const url = await serve(app)
    const response = await fetch(`${url}/maps/shop/240`)
    expect(response.headers.get('content-type')).toBe('image/png')
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect(readImageHeader(bytes)).toMatchObject({ width: 240, height: 120 })
    const webhook = await fetch(`${url}/maps/webhook`, { method: 'POST' })
    expect(await webhook.text()).toBe('bot')
    expect((await fetch(`${url}/maps/shop/1`)).status).toBe(404)
  })

  it('works in Hono', async () => {
    interface Context {
      req: { raw: Request }
    }
    const { Hono } = (await import(load.resolve('hono'))) as {
      Hono: new () => {
        get(path: string, handle: (context: Context) => Promise<Response>): void
        request(path: string, init?: RequestInit): Promise<Response>
      }
    }
    const app = new Hono()
    const pictures = imagemapHandler([cells])
    app.get('/maps/*', (c) => pictures.fetch(c.req.raw))
    const response = await app.request('http://localhost/maps/shop/300')
    expect(readImageHeader(new Uint8Array(await response.arrayBuffer()))?.width).toBe(300)
    const etag = response.headers.get('etag')!
    const again = await app.request('/maps/shop/300', { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
    expect((await app.request('/maps/other/300')).status).toBe(404)
  })
})
