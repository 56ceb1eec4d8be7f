import { renderAsync } from 'fukidashi'
import { describe, expect, it } from 'vitest'
import { examples } from '../../../examples/index.js'
import type { Drawable } from '../../../src/preview/index.js'
import { corpus } from '../../fixtures/messages/index.js'
import { useBrowser } from '../browser.js'
import { body, box, bubble, flex, text, wrong } from '../messages.js'
import { compare, type Pair } from './agreement.js'
import { flexSamples } from './flex-samples.js'
import { lineSamples } from './line-samples.js'

const draw = useBrowser()
const account = { name: 'Tea shop' }

const sides = (box: Pair['html']): string => box.map((side) => side.toFixed(2)).join(' ')

/** Boxes that are a pixel apart, and lines that end elsewhere: there are none. The first of them say enough. */
function differences(pairs: readonly Pair[]): string[] {
  const all = pairs.flatMap(({ name, html, png, apart, lines }) => {
    const found = apart > 1 ? [`${name}: ${sides(html)} in HTML, ${sides(png)} in PNG`] : []
    if (lines && lines.html.join('\n') !== lines.png.join('\n'))
      found.push(`${name}: ${JSON.stringify(lines)}`)
    return found
  })
  return all.slice(0, 10)
}

/** Messages in one picture. */
const chat = (messages: readonly unknown[]): Drawable => ({
  entries: messages.map((message) => ({ kind: 'message', message: wrong(message) })),
})

describe('HTML and PNG have their boxes and lines at the same places', () => {
  it.each(Object.entries(flexSamples))('Flex: %s', async (_, messages) => {
    for (const width of [320, 375, 640])
      expect(differences(await compare(draw, chat(messages), { width }))).toEqual([])
  })

  it.each(examples.map((example) => [example.name, example] as const))(
    'example: %s',
    async (_, example) => {
      const drawables =
        example.kind === 'messages'
          ? [await renderAsync(example.node, { ...example.to, context: example.context })]
          : (Object.values(JSON.parse(JSON.stringify(example.menus)) as object) as Drawable[])
      for (const what of drawables)
        expect(differences(await compare(draw, what, { account }))).toEqual([])
    },
  )

  const kinds = [
    'text',
    'media',
    'quick replies',
    'templates',
    'imagemaps',
    'Flex structure',
    'what LINE was seen to refuse',
    'what bots were seen to send',
    'messages as bots send them',
  ]
  it.each(kinds)(
    'corpus: %s',
    async (kind) => {
      const values = corpus[kind]!.filter(({ as = 'message', value }) => {
        const json = JSON.stringify(value) ?? ''
        // Longer ones are left to the tests of hostile input; browsers have a sign for half a character, fonts do not.
        return as === 'message' && json.length < 60_000 && !/\\ud[89a-f]/.test(json)
      })
      expect(values.length).toBeGreaterThan(0)
      for (let index = 0; index < values.length; index += 40) {
        const what = chat(values.slice(index, index + 40).map(({ value }) => value))
        expect(differences(await compare(draw, what, { account }))).toEqual([])
      }
      // The longest messages take a busy machine its time.
    },
    240_000,
  )

  /** A component in a bubble, with something after it. */
  const inBubble = (value: { type?: string; contents?: unknown }): unknown => {
    if (value.type === 'video') return bubble({ hero: value })
    const inside = value.type === 'span' ? { type: 'text', contents: [value] } : { ...value }
    // Sizes of an empty box say little.
    if (inside.type === 'box' && Array.isArray(inside.contents) && inside.contents.length === 0)
      inside.contents = [text('Tea', { flex: 0 }), text('leaves', { flex: 0 })]
    return inside.type === 'icon'
      ? body([box('baseline', [inside])])
      : body([inside, text('after')])
  }
  const bySubject = new Map<string, unknown[]>()
  for (const kind of ['Flex values', 'Flex structure'])
    for (const { name, as, value, problems } of corpus[kind]!) {
      if (problems.some(({ severity }) => severity !== 'warning')) continue
      if (as === undefined || JSON.stringify(value).length > 20_000) continue
      const subject = `${kind}, ${name.split(': ')[0]!}`
      const given = value as Record<string, unknown>
      const message = as === 'flex-component' ? inBubble(given) : flex(given)
      bySubject.set(subject, [...(bySubject.get(subject) ?? []), message])
    }
  it.each([...bySubject])('corpus: %s', async (_, messages) => {
    for (let index = 0; index < messages.length; index += 60)
      expect(differences(await compare(draw, chat(messages.slice(index, index + 60))))).toEqual([])
  })

  it('in the dark and in Japanese', async () => {
    const what = chat([
      { type: 'text', text: 'こんにちは' },
      { type: 'coupon', couponId: 'a' },
    ])
    const options = { theme: 'dark', language: 'ja' } as const
    expect(differences(await compare(draw, what, options))).toEqual([])
  })
})

describe('lines end at the same letters', () => {
  it.each(Object.entries(lineSamples))('%s', async (_, samples) => {
    const widths = [92, 121, 148, 163, 190, 215, 238, 260]
    for (const width of widths) {
      const contents = samples.flatMap((sample) =>
        ['sm', 'md', 'xl'].map((size) => text(sample, { wrap: true, size, margin: 'md' })),
      )
      const what = body([{ type: 'box', layout: 'vertical', width: `${width}px`, contents }])
      const pairs = await compare(draw, what, { frame: 'none', width: 400 })
      const broken = pairs.filter(({ lines }) => lines)
      expect(broken).toHaveLength(contents.length)
      // The samples are long enough to show something.
      expect(broken.every(({ lines }) => lines!.html.length > 1)).toBe(true)
      expect(differences(pairs)).toEqual([])
    }
  })
})
