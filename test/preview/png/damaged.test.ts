import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  type FontSource,
  PngError,
  type PngOptions,
  type PngProblem,
  toPng,
} from '../../../src/preview/png/index.js'
import { partsOf } from '../../../src/preview/png/fonts/composites.js'
import { tablesOf } from '../../../src/preview/png/fonts/sfnt.js'
import { body, box, picture, text, wrong } from '../messages.js'
import {
  composed,
  manyCharacters,
  trueType,
  unpackWoff,
  woff2Bomb,
  woffBomb,
} from './broken-fonts.js'
import { dataUrl, photo, svg } from './pictures.js'

const url = 'https://example.invalid/tea.png'
const other = 'https://example.invalid/cake.png'
const message = body([picture({ url }), picture({ url: other }), text('Tea and cake')])
const whole = await photo()

/** Numbers that are the same in every run. */
function* chance(): Generator<number, never> {
  for (let state = 7; ;) {
    state = (state * 48_271) % 2_147_483_647
    yield state
  }
}
const numbers = chance()
const below = (limit: number): number => numbers.next().value % limit

/** Bytes with a few of them changed, or cut off. */
function damage(bytes: Uint8Array, round: number): Uint8Array {
  if (round % 2 === 0) return bytes.slice(0, 32 + below(bytes.length - 32))
  const changed = Uint8Array.from(bytes)
  for (let change = 0; change < 6; change++) changed[12 + below(bytes.length - 12)] = below(256)
  return changed
}

async function draw(options: PngOptions, what: object = message) {
  const problems: PngProblem[] = []
  const onProblem = (problem: PngProblem) => problems.push(problem)
  return { png: await toPng(what as never, { scale: 1, onProblem, ...options }), problems }
}

describe('a damaged image', () => {
  it.each([true, false])(
    'leaves its place and is reported with its address; the rest is drawn, trusted: %s',
    async (trustImages) => {
      const placeholder = await draw({ loadImage: (one) => (one === url ? undefined : whole) })
      let reported = 0
      for (const format of ['png', 'jpeg', 'webp'] as const) {
        const good = await photo(format)
        for (let round = 0; round < 30; round++) {
          const damaged = damage(good, round)
          const loadImage = (one: string) => (one === url ? damaged : whole)
          const { png, problems } = await draw({ loadImage, trustImages })
          // Some damage only changes colors.
          if (problems.length === 0) continue
          reported++
          expect(problems).toEqual([expect.objectContaining({ code: 'image_missing', url })])
          expect(Buffer.compare(png, placeholder.png)).toBe(0)
        }
      }
      expect(reported).toBeGreaterThan(50)
    },
  )

  it('is replaced by a placeholder without onProblem too', async () => {
    const damaged = whole.subarray(0, 60)
    for (const trustImages of [true, false])
      await toPng(message, { loadImage: () => damaged, trustImages })
    await toPng(body([picture({ url: dataUrl('image/png', damaged) })]))
  })

  it('can be in an avatar, an icon, an imagemap and a rich menu', async () => {
    const damaged = dataUrl('image/png', whole.subarray(0, 60))
    const row = { type: 'box', layout: 'baseline', contents: [{ type: 'icon', url: damaged }] }
    const chats = [
      {
        entries: [{ kind: 'message', from: { name: 'Aki', iconUrl: damaged }, message: text('a') }],
      },
      body([row]),
      { menu: { size: { width: 2500, height: 843 }, areas: [] }, imageUrl: damaged },
      body([box('vertical', [picture({ url: damaged })])]),
    ]
    for (const what of chats) {
      const { png, problems } = await draw({}, wrong(what))
      expect(problems).toEqual([expect.objectContaining({ code: 'image_missing' })])
      expect(png.length).toBeGreaterThan(500)
    }
  })
})

describe('the result of loadImage', () => {
  afterEach(() => vi.useRealTimers())

  it.each<[string, unknown, RegExp]>([
    ['a text', 'bytes', /of type string/],
    ['a list', [1, 2, 3], /of type array/],
    ['an object', { data: whole }, /of type object/],
    ['a number', 5, /of type number/],
    ['nothing', null, /returned nothing/],
    ['no bytes', new Uint8Array(), /not a PNG/],
    ['too many bytes', new Uint8Array(20_000_001), /20000001 bytes are more than/],
    [
      'a page',
      new TextEncoder().encode('<!doctype html><title>404</title>'.repeat(2)),
      /not a PNG/,
    ],
  ])('can be invalid, and is reported: %s', async (_what, given, reason) => {
    const { problems } = await draw({ loadImage: () => given as never })
    expect(problems.map(({ message: said }) => said)).toEqual([
      expect.stringMatching(reason),
      expect.stringMatching(reason),
    ])
  })

  it('can be an error or a rejected promise', async () => {
    const failed = [() => Promise.reject(new Error('gone')), () => JSON.parse('{') as never]
    for (const loadImage of failed) expect((await draw({ loadImage })).problems).toHaveLength(2)
  })

  it('can be an ArrayBuffer', async () => {
    const { problems } = await draw({ loadImage: () => Uint8Array.from(whole).buffer as never })
    expect(problems).toEqual([])
  })

  it('is given up after loadTimeout', async () => {
    const never = new Promise<never>(() => undefined)
    const { problems } = await draw({ loadImage: () => never, loadTimeout: 1 })
    expect(problems.map(({ message: said }) => said)).toEqual([
      expect.stringContaining('loadImage took longer than 1 ms'),
      expect.stringContaining('loadImage took longer than 1 ms'),
    ])
  })

  it('has no time limit if loadTimeout is Infinity', async () => {
    const { problems } = await draw({
      loadImage: () => Promise.resolve(whole),
      loadTimeout: Infinity,
    })
    expect(problems).toEqual([])
  })
})

describe('an option that is not valid', () => {
  it.each<[string, object]>([
    ['loadTimeout', { loadTimeout: Number.NaN }],
    ['loadTimeout', { loadTimeout: 0 }],
    ['trustImages', { trustImages: 'no' }],
    ['trustImages', { trustImages: null }],
    ['loadImage', { loadImage: url }],
    ['onProblem', { onProblem: {} }],
    ['fonts', { fonts: 'font.ttf' }],
  ])('is an error that names the option: %s', async (name, options) => {
    const failure = toPng(message, options)
    await expect(failure).rejects.toMatchObject({ name: 'PngError', code: 'option_invalid' })
    await expect(failure).rejects.toThrow(name)
  })
})

const resolve = createRequire(import.meta.url).resolve
const folder = join(resolve('@fontsource/noto-sans-thai/package.json'), '../files')
const fontFile = (ending: string): Buffer =>
  readFileSync(join(folder, `noto-sans-thai-latin-400-normal.${ending}`))
const hello = { type: 'text', text: 'Hello' } as const

describe('a damaged font', () => {
  it('is an error that names it, or is reported and replaced by others', async () => {
    const without = await draw({}, hello)
    let reported = 0
    for (const ending of ['woff', 'woff2'])
      for (let round = 0; round < 40; round++) {
        const fonts = [{ name: 'Mine', data: damage(fontFile(ending), round) }]
        const { png, problems } = await draw({ fonts }, hello)
        if (problems.length === 0) continue
        reported++
        expect(problems).toEqual([expect.objectContaining({ code: 'font_invalid', font: 'Mine' })])
        expect(Buffer.compare(png, without.png)).toBe(0)
        const failure = toPng(hello, { fonts })
        await expect(failure).rejects.toBeInstanceOf(PngError)
        await expect(failure).rejects.toMatchObject({ code: 'font_invalid' })
        await expect(failure).rejects.toThrow('The font Mine cannot be read')
      }
    expect(reported).toBeGreaterThan(40)
  })

  it('does not prevent the use of others', async () => {
    const good = { name: 'Mine', data: fontFile('woff2') }
    const alone = await draw({ fonts: [good] }, hello)
    const fonts = [
      new Uint8Array(9),
      good,
      '/nowhere.ttf',
      { name: 'Half', data: good.data.subarray(0, 999) },
    ]
    const { png, problems } = await draw({ fonts }, hello)
    expect(problems.map((problem) => problem.code === 'font_invalid' && problem.font)).toEqual([
      'bytes (9)',
      '/nowhere.ttf',
      'Half',
    ])
    expect(Buffer.compare(png, alone.png)).toBe(0)
    expect(Buffer.compare(png, (await draw({}, hello)).png)).not.toBe(0)
  })

  it('is read again when its file exists', async () => {
    const place = mkdtempSync(join(tmpdir(), 'fukidashi-font-'))
    try {
      const fonts = [join(place, 'a.woff2')]
      await expect(toPng(hello, { fonts })).rejects.toMatchObject({ code: 'font_invalid' })
      writeFileSync(fonts[0]!, fontFile('woff2'))
      await toPng(hello, { fonts })
    } finally {
      rmSync(place, { recursive: true })
    }
  })

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a number', 5],
    ['an object without bytes', {}],
    ['a list', [fontFile('woff2')]],
    ['a folder', folder],
    ['a device', '/dev/zero'],
    ['a package that is not there', '@fontsource/nothing'],
    ['an SVG', svg('')],
    ['an invalid weight', { data: fontFile('woff2'), weight: Number.NaN }],
  ])('can be something else: %s', async (_what, font) => {
    const { problems } = await draw({ fonts: [font as FontSource] }, hello)
    expect(problems).toEqual([expect.objectContaining({ code: 'font_invalid' })])
    await expect(toPng(hello, { fonts: [font as FontSource] })).rejects.toMatchObject({
      code: 'font_invalid',
    })
  })
})

describe('a malicious font', () => {
  const woff = fontFile('woff')
  const tables = unpackWoff(woff)
  /** Depth 12: ten parts, each of ten parts, and so on. */
  const fan = (glyph: number) => (glyph % 12 < 11 ? Array<number>(10).fill(glyph + 1) : [])
  it.each<[string, Buffer, RegExp]>([
    ['glyphs of themselves', trueType(composed(tables, (glyph) => [glyph])), /composed of itself/],
    [
      'glyphs in a circle',
      trueType(composed(tables, (glyph, count) => [(glyph + 1) % count, (glyph + 2) % count])),
      /composed of itself/,
    ],
    [
      'glyphs of ten glyphs of ten glyphs',
      trueType(composed(tables, fan)),
      /more than 5000 others/,
    ],
    ['repeated characters', trueType(manyCharacters(tables)), /repeatedly/],
    ['a hundred megabytes in a few bytes', woff2Bomb(), /larger than/],
    ['a claimed size of four gigabytes', woffBomb(woff), /more than the maximum of/],
  ])('cannot be read: %s', async (_what, font, reason) => {
    const { problems } = await draw({ fonts: [font] }, hello)
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'font_invalid',
        message: expect.stringMatching(reason) as string,
      }),
    ])
  })

  it('is distinguished from one with composed glyphs, compressed or not', async () => {
    const accents = { type: 'text', text: 'éàü' } as const
    for (const font of [woff, fontFile('woff2'), trueType(tables)])
      expect((await draw({ fonts: [font] }, accents)).problems).toEqual([])
    const [plain, packed] = [woff, fontFile('woff2')].map((font) => partsOf(tablesOf(font)))
    expect(plain?.size).toBeGreaterThan(9)
    // The compressed file has a few more of them.
    expect(packed).toEqual(new Map([...packed!, ...plain!]))
    const parts = (glyph: number) => (glyph === 3 ? [4, 5] : [])
    const few = trueType(composed(tables, parts))
    expect((await draw({ fonts: [few] }, hello)).problems).toEqual([])
  })
})
