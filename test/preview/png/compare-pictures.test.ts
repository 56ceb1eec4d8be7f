import { describe, expect, it } from 'vitest'
import { comparePictures, type PictureChange, toPng } from '../../../src/preview/png/index.js'
import { body, box, flex, picture, pixel, text, wrong } from '../messages.js'
import { pngFile } from './png-files.js'

const options = { scale: 1, frame: 'none' } as const

/** Two pixels: red, and half transparent green. */
const two = pngFile({ width: 2, height: 1, rows: [[0, 255, 0, 0, 255, 0, 255, 0, 128]] })

const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

describe('two PNGs', () => {
  it('are the same if no pixel differs', async () => {
    const png = await toPng(body([text('tea')]), options)
    const result = await comparePictures(png, Uint8Array.from(png))
    expect(result).toMatchObject({ same: true, pixels: 0, ratio: 0, changes: [] })
    expect(sizeOf(result.difference)).toEqual(sizeOf(png))
  })

  it('have a number of different pixels, and a picture of them', async () => {
    const other = pngFile({ width: 2, height: 1, rows: [[0, 255, 0, 0, 255, 0, 254, 0, 128]] })
    const result = await comparePictures(two, other)
    expect(result).toMatchObject({ same: false, pixels: 1, ratio: 0.5 })
    const red = pngFile({ width: 1, height: 1, rows: [[0, 255, 0, 0, 255]] })
    expect((await comparePictures(result.difference, red)).pixels).toBe(2)
    expect(await comparePictures(two, other, { threshold: 0.1 })).toMatchObject({ same: true })
  })

  it('may have different sizes', async () => {
    const four = pngFile({
      width: 1,
      height: 3,
      rows: Array.from({ length: 3 }, () => [0, 255, 0, 0, 255]),
    })
    const result = await comparePictures(two, four)
    // One pixel is in both and equal; each has others of its own.
    expect(result).toMatchObject({ same: false, pixels: 3, ratio: 0.5 })
    expect(sizeOf(result.difference)).toEqual([2, 3])
    expect(await comparePictures(four, two)).toMatchObject({ pixels: 3 })
  })

  const rgb = [
    [255, 0, 0],
    [0, 255, 0],
  ]
  it.each<[string, Parameters<typeof pngFile>[0]]>([
    ['RGB', { width: 2, height: 1, colorType: 2, rows: [[0, ...rgb.flat()]] }],
    [
      '16 bits',
      {
        width: 2,
        height: 1,
        colorType: 2,
        depth: 16,
        rows: [[0, 255, 255, 0, 0, 0, 0, 0, 0, 255, 255, 0, 0]],
      },
    ],
    [
      'a palette',
      {
        width: 2,
        height: 1,
        colorType: 3,
        depth: 1,
        rows: [[0, 0b01000000]],
        tables: { PLTE: rgb.flat() },
      },
    ],
    ['a filter to the left', { width: 2, height: 1, rows: [[1, 255, 0, 0, 255, 1, 255, 0, 0]] }],
    ['the filter of Paeth', { width: 2, height: 1, rows: [[4, 255, 0, 0, 255, 1, 255, 0, 0]] }],
  ])('may have any format: %s', async (_, file) => {
    const plain = pngFile({ width: 2, height: 1, rows: [[0, ...rgb[0]!, 255, ...rgb[1]!, 255]] })
    expect(await comparePictures(pngFile(file), plain)).toMatchObject({ same: true })
  })

  it('may be grey, transparent and filtered from above', async () => {
    const grey = pngFile({
      width: 1,
      height: 3,
      colorType: 0,
      rows: [
        [0, 10],
        [2, 10],
        [3, 10],
      ],
      tables: { tRNS: [0, 10] },
    })
    const pixels = [
      [0, 10, 10, 10, 0],
      [0, 20, 20, 20, 255],
      [0, 20, 20, 20, 255],
    ]
    expect(
      await comparePictures(grey, pngFile({ width: 1, height: 3, rows: pixels })),
    ).toMatchObject({ same: true })
    const faded = pngFile({ width: 1, height: 1, colorType: 4, rows: [[0, 10, 7]] })
    const same = pngFile({ width: 1, height: 1, rows: [[0, 10, 10, 10, 7]] })
    expect(await comparePictures(faded, same)).toMatchObject({ same: true })
  })
})

describe('a file that is not a PNG, or a malicious one', () => {
  const png = pngFile({ width: 2, height: 1, rows: [[0, 1, 2, 3, 4, 5, 6, 7, 8]] })
  it.each<[string, string, Uint8Array]>([
    ['nothing', 'png_invalid', new Uint8Array()],
    ['another file', 'png_invalid', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['only a signature', 'png_invalid', png.subarray(0, 8)],
    ['one that is cut off', 'png_invalid', png.subarray(0, 50)],
    ['too few pixels', 'png_invalid', pngFile({ width: 9, height: 9, rows: [[0]] })],
    ['too many pixels', 'png_invalid', pngFile({ width: 1, height: 1, rows: [Array(90).fill(0)] })],
    ['an unknown filter', 'png_invalid', pngFile({ width: 1, height: 1, rows: [[9, 1, 1, 1, 1]] })],
    ['no palette', 'png_invalid', pngFile({ width: 1, height: 1, colorType: 3, rows: [[0, 1]] })],
    ['an unknown depth', 'png_invalid', pngFile({ width: 1, height: 1, depth: 3, rows: [[0]] })],
    [
      'an interlaced one',
      'png_invalid',
      pngFile({ width: 1, height: 1, interlace: 1, rows: [[0, 1, 1, 1, 1]] }),
    ],
    ['one without width', 'png_invalid', pngFile({ width: 0, height: 1, rows: [[0]] })],
    ['a huge one', 'png_too_large', pngFile({ width: 30_000, height: 30_000, rows: [[0]] })],
    ['a long one', 'png_too_large', pngFile({ width: 1, height: 2 ** 31, rows: [[0]] })],
  ])('is refused: %s', async (_, code, bytes) => {
    await expect(comparePictures(png, bytes)).rejects.toMatchObject({ name: 'PngError', code })
    await expect(comparePictures(bytes, png)).rejects.toThrow(/first picture|cannot be compared/)
  })

  it.each([null, undefined, 'a.png', {}, { png }, { drawable: text('a'), png: 'a.png' }])(
    'is refused: %o',
    async (value) => {
      await expect(comparePictures(png, wrong(value) as never)).rejects.toMatchObject({
        code: 'option_invalid',
      })
    },
  )

  it('and invalid options are refused', async () => {
    for (const value of [{ threshold: 2 }, { threshold: '1' }, { treshold: 0 }, { scale: 1, x: 1 }])
      await expect(comparePictures(png, png, value as never)).rejects.toMatchObject({
        code: 'option_invalid',
      })
  })
})

describe('changes of messages', () => {
  const changes = async (before: unknown, after: unknown): Promise<readonly PictureChange[]> =>
    (
      await comparePictures(
        { drawable: wrong(before) as never },
        { drawable: wrong(after) as never },
        options,
      )
    ).changes
  const path = 'flex/flex-item/flex-bubble/flex-body/flex-vertical'

  it('are none for the same message', async () => {
    const message = body([text('tea'), picture()])
    expect(await changes(message, message)).toEqual([])
  })

  it('name the text, and only what it moves', async () => {
    const message = (said: string) =>
      body([text(said, { wrap: true }), box('vertical', [text('below')])])
    expect(await changes(message('tea'), message('tea\nand cake'))).toEqual([
      {
        kind: 'text',
        path: expect.stringMatching(/flex-text\/text$/) as string,
        before: 'tea',
        after: 'tea\nand cake',
      },
      {
        kind: 'moved',
        path: expect.stringMatching(/flex-vertical$/) as string,
        before: { left: 0, top: 22.39 },
        after: { left: 0, top: expect.closeTo(44.8, 0) as number },
      },
    ])
  })

  it('name colors, fonts, images and sizes', async () => {
    const one = body([
      text('tea', { color: '#112233', weight: 'bold' }),
      picture({ url: pixel }),
      box('vertical', [], { height: '20px', backgroundColor: '#ff0000' }),
    ])
    const other = body([
      text('tea', { color: '#332211' }),
      picture({ url: `${pixel}%20` }),
      box('vertical', [], { height: '30px', backgroundColor: '#00ff00' }),
    ])
    expect(await changes(one, other)).toEqual([
      {
        kind: 'color',
        property: 'color',
        path: `${path}/flex-text/text`,
        before: '#112233',
        after: '#332211',
      },
      {
        kind: 'font',
        property: 'fontWeight',
        path: `${path}/flex-text/text`,
        before: '700',
        after: 'none',
      },
      { kind: 'image', path: `${path}/flex-image/image`, before: pixel, after: `${pixel}%20` },
      {
        kind: 'color',
        property: 'backgroundColor',
        path: `${path}/flex-vertical`,
        before: '#ff0000',
        after: '#00ff00',
      },
      {
        kind: 'size',
        path: `${path}/flex-vertical`,
        before: { width: 300, height: 20 },
        after: { width: 300, height: 30 },
      },
    ])
  })

  it('name colors of spans once', async () => {
    const spans = (color: string) =>
      body([
        { type: 'text', contents: ['a', 'b'].map((said) => ({ type: 'span', text: said, color })) },
      ])
    expect(await changes(spans('#112233'), spans('#332211'))).toEqual([
      {
        kind: 'color',
        property: 'color',
        path: `${path}/flex-text/text`,
        before: '#112233',
        after: '#332211',
      },
    ])
  })

  it('name what was added and removed, and what it moves', async () => {
    const bubble = (said: string) => ({
      type: 'bubble',
      size: 'nano',
      body: box('vertical', [text(said)]),
    })
    const carousel = (...said: string[]) => flex({ type: 'carousel', contents: said.map(bubble) })
    const found = await changes(carousel('one', 'two'), carousel('zero', 'one', 'three'))
    expect(found.map(({ kind, path: at, before, after }) => [kind, at, before, after])).toEqual([
      ['added', 'flex/flex-item[0]', undefined, expect.stringContaining('zero')],
      ['moved', 'flex/flex-item[1]', { left: 7, top: 0 }, { left: 136, top: 0 }],
      ['moved', 'flex/flex-item[2]', { left: 136, top: 0 }, { left: 265, top: 0 }],
      ['text', expect.stringMatching(/^flex\/flex-item\[2\].*text$/), 'two', 'three'],
      // The space after the last bubble.
      ['moved', 'flex/box', { left: 256, top: 0 }, { left: 385, top: 0 }],
    ])
    const gone = await changes(carousel('one', 'two'), carousel('two'))
    expect(gone[0]).toMatchObject({ kind: 'removed', path: 'flex/flex-item[0]', after: undefined })
  })

  it('are found with PNGs that were drawn earlier', async () => {
    const [before, after] = [body([text('tea')]), body([text('coffee')])]
    const result = await comparePictures(
      { drawable: before, png: await toPng(before, options) },
      { drawable: after, png: await toPng(before, options) },
      options,
    )
    expect(result).toMatchObject({ same: true, changes: [{ kind: 'text', after: 'coffee' }] })
  })

  it('of long lists are only those of the lines that changed', async () => {
    const list = (from: number) =>
      body(Array.from({ length: 300 }, (_, index) => text(`line ${from + index}`)))
    const kinds = (await changes(list(0), list(3))).map(({ kind }) => kind)
    const count = (kind: string) => kinds.filter((one) => one === kind).length
    expect([count('removed'), count('added'), count('moved')]).toEqual([3, 3, 297])
    expect(kinds).toHaveLength(303)
  })
})
