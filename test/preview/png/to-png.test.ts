import { describe, expect, it } from 'vitest'
import { PngError, type PngProblem, toPng } from '../../../src/preview/png/index.js'
import { pixelsOf } from '../../rich-menu/png-pixels.js'
import { everywhere } from '../everywhere.js'
import { body, box, picture, text, wrong } from '../messages.js'

/** Width and height, as the header of a PNG has them. */
const sizeOf = (png: Uint8Array): [number, number] => {
  const view = new DataView(png.buffer, png.byteOffset)
  expect([...png.subarray(1, 4)].map((code) => String.fromCharCode(code)).join('')).toBe('PNG')
  return [view.getUint32(16), view.getUint32(20)]
}

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

const vector =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'%3E%3Cpath d='M0 0h9v9z'/%3E%3C/svg%3E"

const red300 = { width: '300px', height: '300px', backgroundColor: '#ff0000' }

const hello = { type: 'text', text: 'Hello こんにちは 你好 สวัสดี 🎉' } as const

describe('a PNG', () => {
  it('is as wide as the screen, times the scale', async () => {
    expect(sizeOf(await toPng(hello, { width: 375 }))[0]).toBe(750)
    expect(sizeOf(await toPng(hello, { width: 320, scale: 1 }))[0]).toBe(320)
  })

  it('is the same every time', async () => {
    expect(Buffer.compare(await toPng(hello), await toPng(hello))).toBe(0)
  })

  it('draws quotation marks as narrow as letters, without making lines higher', async () => {
    const height = async (words: string) =>
      sizeOf(await toPng({ type: 'text', text: words.repeat(12) }, { scale: 1, language: 'en' }))[1]
    expect(await height('it’s “so” ')).toBe(await height("it's |so| "))
  })

  it('has all lines of a text that only has emoji', async () => {
    const key = (index: number) => `k${index}`
    const many = Array.from({ length: 101 }, (_, index) => key(index))
    const emoji = { type: 'emoji', productId: 'a', emojiId: 'a' }
    const rows = async (keys: string[], more: object = {}) =>
      sizeOf(
        await toPng(
          wrong([
            {
              type: 'textV2',
              text: keys.map((one) => `{${one}}`).join(''),
              substitution: Object.fromEntries(keys.map((one) => [one, emoji])),
            },
            more,
          ]),
          { scale: 1, onProblem: () => undefined },
        ),
      )[1]
    // There are five per line. Images without a known aspect ratio are measured first, and must be drawn as measured.
    for (const more of [hello, body([picture({ url: vector, aspectRatio: '9:1' })])]) {
      const last = (await rows(many, more)) - (await rows(many.slice(0, 100), more))
      expect(last).toBeGreaterThan(40)
      expect(last).toBeLessThan(44)
    }
  })

  it.each([0.5, 1, 1.25, 1.5, 2, 3])('has every separator at scale %s', async (scale) => {
    const line = { type: 'separator', color: '#ff0000' }
    const gap = { type: 'box', layout: 'vertical', contents: [], width: '20.3px', height: '20.3px' }
    const parts = [...Array.from({ length: 8 }, () => [gap, line]).flat(), gap]
    for (const layout of ['horizontal', 'vertical']) {
      const message = body([{ type: 'box', layout, contents: parts }])
      const png = await toPng(message, { scale, frame: 'none' })
      const color = pixelsOf(png)
      const [width, height] = sizeOf(png)
      // Along a line through the middle of the boxes.
      const middle = Math.round(17 * scale)
      const isRow = layout === 'horizontal'
      const colors = Array.from({ length: isRow ? width : height }, (_, i) =>
        isRow ? color(i, middle) : color(middle, i),
      )
      const isRed = (one = '') => /^#f[0-9a-f]/.test(one) && one.slice(3, 5) < 'ee'
      const lines = colors.filter((one, i) => isRed(one) && !isRed(colors[i - 1]))
      expect(lines, layout).toHaveLength(8)
      if (scale < 2) expect(new Set(lines).size, layout).toBe(1)
    }
  })

  it('differs by theme', async () => {
    expect(Buffer.compare(await toPng(hello), await toPng(hello, { theme: 'dark' }))).not.toBe(0)
  })
})

describe('a character that no font has', () => {
  // In no font: an unassigned code point.
  const strange = { type: 'text', text: 'a\u{2FE0}b' } as const

  it('is an error that names the character', async () => {
    const failure = toPng(strange)
    await expect(failure).rejects.toBeInstanceOf(PngError)
    await expect(failure).rejects.toMatchObject({ code: 'glyphs_missing' })
    await expect(failure).rejects.toThrow(/2FE0/i)
  })

  it('is reported to onProblem and left out', async () => {
    const problems: PngProblem[] = []
    const png = await toPng(strange, { onProblem: (problem) => problems.push(problem) })
    expect(problems).toEqual([
      expect.objectContaining({ code: 'glyphs_missing', characters: ['\u{2FE0}'] }),
    ])
    expect(sizeOf(png)[0]).toBe(750)
  })
})

describe('a font of the option fonts', () => {
  it('must be a font', async () => {
    await expect(toPng(hello, { fonts: [new Uint8Array(8)] })).rejects.toMatchObject({
      code: 'font_invalid',
    })
    await expect(toPng(hello, { fonts: ['/nowhere/font.ttf'] })).rejects.toMatchObject({
      code: 'font_invalid',
    })
  })
})

describe('pictures', () => {
  const message = body([picture({ url: 'https://example.invalid/tea.png' })])

  it.each(['https://example.invalid/tea.svg', 'data:'])(
    'that are drawings cover their place without being stretched: %s',
    async (url) => {
      // The visible middle of the wide drawing is red.
      const drawing = new TextEncoder().encode(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100" width="300" height="100"><rect width="300" height="100" fill="#0000ff"/><rect x="100" width="100" height="100" fill="#ff0000"/></svg>',
      )
      const data = url.startsWith('data:')
        ? `data:image/svg+xml,${new TextDecoder().decode(drawing).replaceAll('#', '%23')}`
        : url
      const draw = (fit: object) =>
        toPng(body([picture({ url: data, size: 'full', aspectRatio: '1:1', ...fit })]), {
          frame: 'none',
          scale: 1,
          loadImage: () => drawing,
        })
      const red = await toPng(body([box('vertical', [], red300)]), { frame: 'none', scale: 1 })
      expect(Buffer.compare(await draw({ aspectMode: 'cover' }), red)).toBe(0)
      expect(Buffer.compare(await draw({}), red)).not.toBe(0)
    },
  )

  it('are left out if they would be invisible', async () => {
    const drawing = (width: number) =>
      new TextEncoder().encode(
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 9" width="${width}" height="9"><path d="M0 0h9v9z"/></svg>`,
      )
    const url = 'https://example.invalid/tea.svg'
    const flat = body(
      ['fit', 'cover'].map((aspectMode) => picture({ url, aspectMode, aspectRatio: '100000:1' })),
    )
    const row = { type: 'box', layout: 'baseline', contents: [{ type: 'icon', url }, text('a')] }
    for (const scale of [0.5, 1, 4]) {
      await toPng(flat, { scale, loadImage: () => drawing(90) })
      await toPng(body([row]), { scale, loadImage: () => drawing(90_000) })
    }
  })

  it('are not loaded without loadImage', async () => {
    const without = await toPng(message)
    const asked: string[] = []
    const loaded = await toPng(message, {
      loadImage: (url) => {
        asked.push(url)
        return dot
      },
    })
    expect(asked).toEqual(['https://example.invalid/tea.png'])
    expect(Buffer.compare(without, loaded)).not.toBe(0)
  })

  it('that cannot be loaded are replaced and reported', async () => {
    for (const loadImage of [
      () => Promise.reject(new Error('gone')),
      () => new TextEncoder().encode('<html>'),
      () => undefined,
    ]) {
      const problems: PngProblem[] = []
      const png = await toPng(message, { loadImage, onProblem: (one) => problems.push(one) })
      expect(problems).toEqual([expect.objectContaining({ code: 'image_missing' })])
      expect(Buffer.compare(png, await toPng(message))).toBe(0)
    }
  })
})

const boxOf = (contents: unknown[], more: object = {}): object =>
  wrong({ type: 'box', layout: 'vertical', contents, ...more })

describe('hostile messages', () => {
  const settled = async (what: unknown, options = {}) => {
    try {
      return sizeOf(await toPng(wrong(what), { onProblem: () => undefined, ...options }))
    } catch (error) {
      expect(error).toBeInstanceOf(PngError)
      return (error as PngError).code
    }
  }

  it('with endless nesting or length do not crash the process', async () => {
    let deep: unknown = text('in')
    for (let i = 0; i < 10_000; i++) deep = boxOf([deep])
    expect(await settled(body([deep]))).toEqual([750, expect.any(Number)])
    const long = { type: 'text', text: 'あ'.repeat(1_000_000) }
    expect(await settled(long)).toEqual([750, expect.any(Number)])
    // One text is cut off at the maximum; fifty of them are more than a PNG can have.
    expect(await settled(Array.from({ length: 50 }, () => long))).toBe('png_too_large')
    const wide = body([boxOf(Array.from({ length: 50_000 }, () => text('x')))])
    expect(await settled(wide)).toBe('png_too_large')
  })

  it('can have invalid colors, sizes and URLs', async () => {
    for (const value of ['red;}', '-99999px', '1e9px', '#zzz', 'NaN', '', '🎉', 'url(file:///a)']) {
      const given = { color: value, backgroundColor: value, size: value, width: value }
      const styled = body([
        boxOf([text('a', { color: value, size: value })], given),
        picture({ url: value, aspectRatio: value, size: value }),
      ])
      expect(await settled(styled)).toEqual([750, expect.any(Number)])
    }
    for (const url of [
      'file:///etc/passwd',
      'javascript:1',
      'http://127.0.0.1:1/',
      '//a',
      'data:,',
    ])
      expect(await settled(everywhere(url))).toEqual([750, expect.any(Number)])
  })

  it('can have invalid widths and scales', async () => {
    const found = []
    for (const options of [{ width: 1e9 }, { width: -5 }, { scale: 1e9 }, { scale: Number.NaN }])
      found.push(await settled(hello, options))
    const some = expect.any(Number) as number
    expect(found).toEqual([
      [8000, some],
      [240, some],
      [1500, some],
      [750, some],
    ])
  })
})
