/** Images for tests: valid and malicious ones. */
import { Renderer } from '@takumi-rs/core'

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** A valid image with a gradient. */
export async function photo(
  format: 'png' | 'jpeg' | 'webp' = 'png',
  width = 60,
  height = 40,
): Promise<Buffer> {
  const style = { width, height, backgroundImage: 'linear-gradient(30deg, #ddffaa, #228844)' }
  const node = { type: 'container' as const, style, children: [] }
  return new Renderer().render(node, { width, height, format })
}

export const dataUrl = (type: string, data: Uint8Array): string =>
  `data:${type};base64,${Buffer.from(data).toString('base64')}`

export const svg = (inner: string, attributes = 'width="100" height="100"'): Uint8Array =>
  bytes(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`)

/** Nested groups: a recursive renderer has a stack overflow. */
export const nested = (depth: number): Uint8Array =>
  svg(`${'<g>'.repeat(depth)}<path d="M0 0h9v9z"/>${'</g>'.repeat(depth)}`)

const chain = (tag: string, attribute: string, count: number, last: string): string =>
  Array.from({ length: count }, (_, index) => {
    const next = index + 1 < count ? `c${index + 1}` : last
    return `<${tag} id="c${index}" ${attribute.replace('*', next)}><rect width="90" height="90"/></${tag}>`
  }).join('')

/** Clip paths that are clipped by others, and so on. */
export const clips = (count: number, last = 'none'): Uint8Array =>
  svg(
    `${chain('clipPath', 'clip-path="url(#*)"', count, last)}<path clip-path="url(#c0)" d="M0 0h9v9z"/>`,
  )

/** Clip paths whose shapes are clipped by others. */
export const innerClips = (count: number): Uint8Array =>
  svg(
    Array.from(
      { length: count },
      (_, index) =>
        `<clipPath id="c${index}"><g><path clip-path='url( "#c${index + 1}")' d="M0 0h9v9z"/></g></clipPath>`,
    ).join(''),
  )

/** Gradients that inherit their colors from others. */
export const gradients = (count: number): Uint8Array =>
  svg(
    Array.from(
      { length: count },
      (_, index) => `<linearGradient id="c${index}" href="#c${index + 1}"/>`,
    ).join(''),
  )

/** A GIF of a few bytes whose only frame is huge. Without colors, decoders refuse it early. */
export function gif(width: number, height: number, hasColours = false): Uint8Array {
  const frame = Buffer.alloc(10)
  frame[0] = 0x2c
  frame.writeUInt16LE(width, 5)
  frame.writeUInt16LE(height, 7)
  const screen = hasColours
    ? [1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]
    : [1, 0, 1, 0, 0, 0, 0]
  const image = [2, 2, 0x4c, 1, 0, 0x3b, 0, 0]
  return Buffer.concat([Buffer.from('GIF89a'), Buffer.from(screen), frame, Buffer.from(image)])
}

function chunk(type: string, data: number[]): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(data.length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, Buffer.from(data), Buffer.alloc(4)])
}

const long = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255)

/** A valid PNG with extra bytes after its signature or its header. */
export function pngWith(
  png: Uint8Array,
  type: 'IHDR' | 'fcTL',
  width: number,
  height: number,
): Uint8Array {
  const sides = [...long(width), ...long(height)]
  const data =
    type === 'IHDR'
      ? [...sides, 8, 6, 0, 0, 0]
      : [...long(0), ...sides, ...Array<number>(14).fill(0)]
  // The signature and the first header are 33 bytes.
  return Buffer.concat([png.subarray(0, 33), chunk(type, data), png.subarray(33)])
}

/** A valid JPEG with another start of a frame before its own last one. */
export function jpegWith(jpeg: Uint8Array, width: number, height: number): Uint8Array {
  const frame = [0xff, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3]
  const channels = [1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]
  const scan = jpeg.findIndex((byte, index) => byte === 0xff && jpeg[index + 1] === 0xda)
  return Buffer.concat([
    jpeg.subarray(0, scan),
    Buffer.from([...frame, ...channels]),
    jpeg.subarray(scan),
  ])
}

const three = (value: number): number[] => [value & 255, (value >> 8) & 255, (value >> 16) & 255]

function riff(type: string, data: number[]): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 0, 'latin1')
  head.writeUInt32LE(data.length, 4)
  return Buffer.concat([head, Buffer.from(data)])
}

/** An animated WebP with a small canvas and a frame of another size, which is in the frame's header or only in its image. */
export function animatedWebp(width: number, height: number, isInner = false): Uint8Array {
  const lossless = width - 1 + (height - 1) * 16_384
  const image = riff('VP8L', [0x2f, ...long(lossless).reverse(), 0, 0, 0])
  const stated = isInner ? [0, 0, 0, 0, 0, 0] : [...three(width - 1), ...three(height - 1)]
  const frame = riff('ANMF', [0, 0, 0, 0, 0, 0, ...stated, 9, 0, 0, 0, ...image])
  const canvas = riff('VP8X', [2, 0, 0, 0, ...three(9), ...three(9)])
  const body = Buffer.concat([Buffer.from('WEBP'), canvas, riff('ANIM', [0, 0, 0, 0, 0, 0]), frame])
  const head = Buffer.alloc(8)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body])
}
