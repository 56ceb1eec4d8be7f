import { expect, it } from 'vitest'
import { readImageHeader } from '../../src/common/image-header.js'
import { rasterSize } from '../../src/preview/png/raster.js'

const frame = [0xff, 0xc0, 0, 17, 8, 0, 200, 1, 44, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]
const jpeg = (...before: number[]) =>
  Uint8Array.from([0xff, 0xd8, ...before, ...frame, ...new Array<number>(16).fill(0)])

it.each([
  ['a frame at once', jpeg()],
  ['fill bytes before a marker', jpeg(0xff, 0xff, 0xff)],
  ['a segment before it', jpeg(0xff, 0xe0, 0, 4, 1, 2)],
  ['a marker without a segment', jpeg(0xff, 0x01)],
  ['tables that look like frames', jpeg(0xff, 0xc4, 0, 4, 1, 2)],
])('every room reads the same size of a JPEG with %s', (_, bytes) => {
  expect(readImageHeader(bytes)).toEqual({ type: 'image/jpeg', width: 300, height: 200 })
  expect(rasterSize(bytes)).toMatchObject({ width: 300, height: 200 })
})

it.each([
  ['nothing', []],
  ['a JPEG that ends before its size', [0xff, 0xd8, 0xff, 0xc0, 0, 17]],
  ['a PNG that ends before its size', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]],
  ['a GIF', Array.from('GIF89a', (letter) => letter.charCodeAt(0))],
])('%s has no header', (_, bytes) => {
  expect(readImageHeader(Uint8Array.from(bytes))).toBeUndefined()
})
