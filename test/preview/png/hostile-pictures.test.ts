import { describe, expect, it } from 'vitest'
import { type PngOptions, type PngProblem, toPng } from '../../../src/preview/png/index.js'
import {
  DrawingService,
  serviceLimits,
  MessageImages,
} from '../../../src/preview/png/outside/service.js'
import { body, picture, text } from '../messages.js'
import {
  animatedWebp,
  clips,
  dataUrl,
  gif,
  gradients,
  innerClips,
  jpegWith,
  nested,
  photo,
  pngWith,
  svg,
} from './pictures.js'

const url = 'https://example.invalid/tea.png'
const message = body([picture({ url })])

/** The PNG of a message with this image, and the reported problems. */
async function draw(data: Uint8Array, options: PngOptions = {}, what = message) {
  const problems: PngProblem[] = []
  const onProblem = (problem: PngProblem) => problems.push(problem)
  const png = await toPng(what, { scale: 1, loadImage: () => data, onProblem, ...options })
  return { png, problems }
}

const png = await photo()
const jpeg = await photo('jpeg')
const harmful: [string, Uint8Array][] = [
  ['an SVG of 10,000 groups in each other', nested(10_000)],
  ['an SVG of groups one deeper than permitted', nested(50)],
  ['an SVG of 2,000 clip paths in a chain', clips(2_000)],
  ['an SVG of clip paths in a circle', clips(3, 'c0')],
  ['an SVG of clip paths whose shapes are clipped', innerClips(2_000)],
  ['an SVG of gradients in a chain', gradients(2_000)],
  ['an SVG of too many shapes', svg('<path d="M0 0h9v9z"/>'.repeat(10_001))],
  ['an SVG whose last tag does not end', svg('<path d="M0 0h9v9z').subarray(0, -7)],
  ['an SVG that repeats itself', svg('<g id="a"/><use href="#a"/>')],
  ['an SVG with a text', svg('<text>tea</text>')],
  ['an SVG with a filter', svg('<filter id="a"/>')],
  ['an SVG with a mask', svg('<mask id="a"/>')],
  ['an SVG with a pattern', svg('<pattern id="a"/>')],
  ['an SVG with a picture in it', svg(`<image href="${dataUrl('image/png', png)}"/>`)],
  ['an SVG with a file in it', svg('<image href="file:///etc/hosts"/>')],
  ['an SVG with a stylesheet', svg('<style>@import "a"</style>')],
  ['an SVG as wide as the sea', svg('', 'width="99999999" height="99999999"')],
  [
    'an SVG that states its width another way',
    svg('', "width='1e9' height='1e9' viewBox='0 0 9 9'"),
  ],
  ['a GIF with a huge frame', gif(60_000, 60_000)],
  ['a GIF with a huge frame and colours', gif(60_000, 60_000, true)],
  ['a PNG with a second header', pngWith(png, 'IHDR', 60_000, 60_000)],
  ['a PNG with a huge frame', pngWith(png, 'fcTL', 60_000, 60_000)],
  ['a JPEG with a second start of a frame', jpegWith(jpeg, 60_000, 60_000)],
  ['a WebP with a huge frame', animatedWebp(16_000, 16_000)],
  ['a WebP with a huge picture in its frame', animatedWebp(16_000, 16_000, true)],
]

describe('a malicious image', () => {
  it.each(harmful)('is replaced and reported: %s', async (_name, data) => {
    const { png: drawn, problems } = await draw(data)
    expect(problems).toEqual([expect.objectContaining({ code: 'image_missing', url })])
    expect(Buffer.compare(drawn, await toPng(message, { scale: 1 }))).toBe(0)
  })

  it.each(harmful)('is refused as a data URL too: %s', async (_name, data) => {
    const own = dataUrl(data[0] === 0x3c ? 'image/svg+xml' : 'image/png', data)
    const icon = { type: 'icon', url: own }
    const row = { type: 'box', layout: 'baseline', contents: [icon, text('a')] }
    const what = body([picture({ url: own }), row])
    const { png: drawn, problems } = await draw(data, {}, what)
    const address = expect.stringContaining(own.slice(0, 100)) as string
    expect(problems).toEqual([expect.objectContaining({ code: 'image_missing', url: address })])
    expect(drawn.length).toBeGreaterThan(1_000)
  })

  it('is measured even if it is trusted', async () => {
    for (const data of [nested(10_000), clips(2_000), gif(60_000, 60_000, true)]) {
      const { problems } = await draw(data, { trustImages: true })
      expect(problems).toHaveLength(1)
    }
  })

  it('is distinguished from normal images', async () => {
    const gradient =
      '<linearGradient id="b"/><linearGradient id="a" href="#b"/><path fill="url(#a)"/>'
    for (const data of [nested(48), clips(8), svg(gradient), animatedWebp(10, 10), png, jpeg]) {
      const { problems } = await draw(data)
      // This WebP has no pixels.
      if (data[0] === 0x52) expect(problems[0]?.message).toMatch(/decod/)
      else expect(problems).toEqual([])
    }
  })
})

describe('images that pass the size checks', () => {
  const request = { maxPixels: 40_000_000, maxDrawn: 4_000_000 }
  const blur = svg(
    '<filter id="f" x="-1000%" y="-1000%" width="10000%" height="10000%"><feGaussianBlur stdDeviation="5000"/><feTurbulence numOctaves="1000" baseFrequency="5"/></filter><rect width="900" height="900" filter="url(#f)"/>',
    'width="1000" height="1000"',
  )

  it.each<[string, Uint8Array, RegExp]>([
    ['a crash', nested(10_000), /crashes the drawing process \(SIG/],
    ['memory', gif(60_000, 60_000, true), /more memory than permitted/],
    ['time', blur, /longer than 800 ms to draw/],
  ])('can only crash the other process: %s', async (_what, data, reason) => {
    const service = new DrawingService({ ...serviceLimits, picture: 800 })
    await expect(service.draw(request, data)).rejects.toThrow(reason)
    expect(service.pid).toBeUndefined()
    // The next image is drawn.
    expect(await service.draw(request, await photo())).toMatchObject({ width: 60, height: 40 })
    service.end()
  })

  it('can crash it three times per message; the remaining images are not drawn', async () => {
    const service = new DrawingService()
    const images = new MessageImages(service)
    const reasons = await Promise.all(
      Array.from({ length: 5 }, () =>
        images.draw(request, nested(10_000)).then(
          () => 'drawn',
          (error: unknown) => String(error),
        ),
      ),
    )
    expect(reasons.map((reason) => /SIG/.test(reason))).toEqual([true, true, true, false, false])
    expect(reasons[4]).toMatch(/3 earlier images/)
    // The images of another message are drawn.
    expect(await new MessageImages(service).draw(request, await photo())).toMatchObject({
      width: 60,
    })
    service.end()
  })

  it('end the process after some time without work', async () => {
    const service = new DrawingService({ ...serviceLimits, idle: 1 })
    await service.draw(request, await photo())
    await expect.poll(() => service.pid, { timeout: 30_000 }).toBeUndefined()
  })

  it('have at most the requested number of pixels', async () => {
    const service = new DrawingService()
    const large = await service.draw({ ...request, maxDrawn: 600 }, await photo())
    expect([large.width, large.height]).toEqual([60, 40])
    const view = new DataView(large.data.buffer, large.data.byteOffset)
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([30, 20])
    await expect(service.draw({ ...request, maxPixels: 99 }, await photo())).rejects.toThrow(
      /60 × 40/,
    )
    service.end()
  })
})

describe('untrusted images', () => {
  it.each(['png', 'jpeg', 'webp'] as const)('look the same as trusted ones: %s', async (format) => {
    const data = await photo(format, 400, 300)
    const trusted = await draw(data, { trustImages: true })
    const outside = await draw(data)
    expect(outside.problems).toEqual([])
    expect(Buffer.compare(outside.png, trusted.png)).toBe(0)
    const byAddress = await draw(data, { trustImages: (one) => one === url })
    expect(Buffer.compare(byAddress.png, trusted.png)).toBe(0)
  })

  it('are limited to 300 per PNG; the others are reported', async () => {
    const many = Array.from({ length: 303 }, (_, index) =>
      picture({ url: `https://example.invalid/${index}.png`, size: '9px' }),
    )
    const { problems } = await draw(png, {}, body(many))
    expect(problems.map(({ message: said }) => /at most 300/.test(said))).toEqual([
      true,
      true,
      true,
    ])
  })

  it('have a limit on their total pixels', async () => {
    const large = await photo('png', 6_300, 6_300)
    const many = Array.from({ length: 5 }, (_, index) =>
      picture({ url: `https://example.invalid/${index}.png` }),
    )
    const { problems } = await draw(large, { trustImages: true }, body(many))
    expect(problems.map(({ message: said }) => /together have more than/.test(said))).toEqual([
      true,
      true,
    ])
  })
})
