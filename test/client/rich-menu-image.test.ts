/** A rich menu's picture that LINE would refuse does not leave. */
import { describe, expect, it } from 'vitest'
import { LineArgumentError } from '../../src/client/index.js'
import { readImageHeader } from '../../src/common/image-header.js'
import { jpeg, png } from './images.js'
import { clientOf, failure } from './setup.js'

const id = `richmenu-${'0123456789abcdef'.repeat(2)}`

describe('an image', () => {
  const good = png(2500, 843)
  it.each([
    ['bytes', good],
    ['an ArrayBuffer', good.slice().buffer],
    ['a Blob without a type', new Blob([good.slice()])],
    ['a File', new File([good.slice()], 'menu.png')],
    ['a web stream', new Blob([good.slice()]).stream() as ReadableStream<Uint8Array>],
    ['an async iterable', pieces(good)],
  ])('as %s is sent as it is, with the type of its bytes', async (_, source) => {
    const { line, server } = await clientOf()
    await line.richMenus.setImage(id, source, { size: { width: 2500, height: 843 } })
    expect(server.last).toMatchObject({ method: 'POST', url: `/v2/bot/richmenu/${id}/content` })
    expect(server.last.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(good.length),
    })
    expect(new Uint8Array(server.last.bytes)).toEqual(good)
  })

  it('may be JPEG, whatever comes before its size', async () => {
    const { line, server } = await clientOf()
    await line.richMenus.setImage(id, jpeg(800, 540))
    expect(server.last.headers['content-type']).toBe('image/jpeg')
  })

  it('is uploaded in pieces when it is large', async () => {
    const { line, server } = await clientOf()
    const large = png(2500, 1686, 1_048_576)
    await line.richMenus.setImage(id, large)
    expect(new Uint8Array(server.last.bytes)).toEqual(large)
  })

  it.each([
    ['too narrow', png(799, 250), /799 pixels wide; 800 to 2500/],
    ['too wide', png(2501, 843), /2501 pixels wide; 800 to 2500/],
    ['too low', png(800, 249), /249 pixels high; at least 250/],
    ['too high', png(1449, 1000), /1\.45 \(1449×1000\)|1\.449|1\.45/],
    ['too heavy', png(2500, 843, 1_048_577), /1048577 bytes; at most 1048576/],
    ['no picture', new TextEncoder().encode('<svg/>'), /neither PNG nor JPEG/],
    ['empty', new Uint8Array(), /neither PNG nor JPEG/],
    ['cut off', png(2500, 843).subarray(0, 20), /neither PNG nor JPEG/],
  ])('that is %s is refused with what is allowed', async (_, image, words) => {
    const { line, server } = await clientOf()
    const error = await failure(line.richMenus.setImage(id, image), LineArgumentError)
    expect(error.code).toBe('image_invalid')
    expect(error.message).toMatch(words)
    expect(server.received).toEqual([])
  })

  it('that is not as large as its menu is refused', async () => {
    const { line } = await clientOf()
    const size = { width: 2500, height: 1686 }
    const error = await failure(
      line.richMenus.setImage(id, png(2500, 843), { size }),
      LineArgumentError,
    )
    expect(error.message).toContain('it is 2500×843, but the menu is 2500×1686')
  })

  it('has all its problems in one error', async () => {
    const { line } = await clientOf()
    const error = await failure(line.richMenus.setImage(id, png(100, 100)), LineArgumentError)
    expect(error.message.split(';').length).toBeGreaterThan(4)
  })
})

it.each([
  ['PNG', png(2500, 843)],
  ['JPEG', jpeg(2500, 843)],
])('no beginning of a %s is more than its header can hold', (_, image) => {
  for (let length = 0; length < 60; length++) {
    const header = readImageHeader(image.subarray(0, length))
    if (header) expect(header).toMatchObject({ width: 2500, height: 843 })
  }
})

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 7)
    yield await Promise.resolve(bytes.subarray(at, at + 7))
}
