/** How many bytes of JSON a bubble or a carousel has: exact at the limit, and measured only where it may matter. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Message, render, validate, type ValidateAs } from 'fukidashi'

const text = (value: string) => ({ type: 'text', text: value })
const box = (...contents: unknown[]) => ({ type: 'box', layout: 'vertical', contents })
const bubble = (...contents: unknown[]) => ({ type: 'bubble', body: box(...contents) })
const flex = (contents: unknown) => ({ type: 'flex', altText: 'a', contents })
const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value))

/** The codes of what is said about bytes, with the path. */
const said = (value: unknown, as: ValidateAs = 'message') =>
  validate(value, { as })
    .filter(({ code }) => code === 'too_many_bytes')
    .map(({ severity, path, actual }) => `${severity} ${path} ${String(actual)}`)

/** A bubble of so many bytes, of one character. */
function sized(size: number, character: string) {
  const each = bytes(character) - 2
  const empty = bytes(bubble(text('')))
  const rest = size - empty
  return bubble(text(character.repeat(Math.floor(rest / each)) + 'a'.repeat(rest % each)))
}

describe.each([
  ['letters', 'a'],
  ['Japanese', '茶'],
  ['emoji', '🍵'],
  ['quotes', '"'],
  ['line breaks', '\n'],
  ['control characters', '\u0001'],
  ['halves of pairs', '\ud800'],
])('a bubble of %s', (_name, character) => {
  it.each([
    [30_000, undefined],
    [30_001, 'warning'],
    [30_720, 'warning'],
    [30_721, 'error'],
  ])('of %i bytes', (size, severity) => {
    const value = sized(size, character)
    expect(bytes(value)).toBe(size)
    const expected = (path: string) => (severity ? [`${severity} ${path} ${String(size)}`] : [])
    expect(said(value, 'bubble')).toEqual(expected(''))
    expect(said(flex(value))).toEqual(expected('contents'))
    // Beside another one, and as what a component gave.
    const carousel = { type: 'carousel', contents: [bubble(text('a')), value] }
    expect(said(flex(carousel))).toEqual(expected('contents.contents[1]'))
    expect(said([flex(bubble(text('a'))), flex(value)], 'messages')).toEqual(
      expected('messages[1].contents'),
    )
    const sent = () => render([flex(bubble(text('a'))), flex(value)] as Message[])
    if (severity === 'error') expect(sent).toThrow('30,720')
    else expect(sent).not.toThrow()
  })
})

describe('names of properties count too', () => {
  const long = { ['\u0001'.repeat(1000)]: 1 }
  it.each([
    ['an unknown property', { ...text('a'), ...long }],
    ['a value in one', { ...text('a'), data: long }],
    ['something of an unknown type', { type: 'chart', ...long }],
    ['an object instead of a list', { ...text('a'), contents: long }],
    ['an object instead of a text', { ...text('a'), size: long }],
    ['a list instead of an object', [long]],
  ])('in %s', (_name, part) => {
    const value = bubble(...Array.from({ length: 6 }, () => part))
    expect(bytes(value)).toBeGreaterThan(30_720)
    expect(said(flex(value))).toEqual([`error contents ${String(bytes(value))}`])
  })
})

describe('values with a toJSON', () => {
  it.each([
    ['a number', 1n],
    ['a date', new Date(0)],
  ])('is measured: %s', (_name, part) => {
    const value = bubble({ ...text('a'), data: part })
    expect(() => said(flex(value))).not.toThrow()
  })
})

describe('the JSON of a message', () => {
  afterEach(() => vi.restoreAllMocks())
  const card = (n: number) =>
    bubble(
      ...Array.from({ length: 20 }, (_, i) => ({
        ...text(`Sencha No. ${String(n * 20 + i)}`),
        size: 'sm',
        color: '#555555',
        wrap: true,
      })),
    )

  it('is not made again to be measured when it is surely small enough', () => {
    const carousel = flex({
      type: 'carousel',
      contents: Array.from({ length: 10 }, (_, n) => card(n)),
    })
    expect(bytes(carousel)).toBeGreaterThan(17_000)
    const stringify = vi.spyOn(JSON, 'stringify')
    expect(validate(carousel)).toEqual([])
    expect(validate(Array.from({ length: 5 }, () => flex(card(1))))).toEqual([])
    expect(stringify).not.toHaveBeenCalled()
  })

  it('is made once for messages that are rendered, however large they are together', () => {
    const large = () =>
      flex({ type: 'carousel', contents: Array.from({ length: 10 }, (_, n) => card(n)) })
    const messages = Array.from({ length: 5 }, large)
    expect(bytes(messages)).toBeGreaterThan(80_000)
    const stringify = vi.spyOn(JSON, 'stringify')
    render(messages as Message[])
    expect(stringify).toHaveBeenCalledTimes(1)
  })
})
