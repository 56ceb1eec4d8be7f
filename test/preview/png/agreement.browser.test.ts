import { renderAsync } from 'fukidashi'
import { describe, expect, it } from 'vitest'
import { examples } from '../../../examples/index.js'
import type { Drawable, PreviewOptions } from '../../../src/preview/index.js'
import { useBrowser } from '../browser.js'
import { body, text } from '../messages.js'
import { chat, compare, differences } from './agreement.js'
import { flexSamples } from './flex-samples.js'
import { lineSamples } from './line-samples.js'
import { links, phoneChat } from './phone-chat.js'

const draw = useBrowser()
const account = { name: 'Tea shop' }

describe('HTML and PNG have the same boxes and lines', () => {
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

  const phones: [string, PreviewOptions][] = [
    ['an Android phone', { device: 'android', width: 411 }],
    ['an iPhone of 390', { width: 390 }],
    ['a Japanese iPhone', { language: 'ja' }],
    ['the simulator, framed', { device: 'simulator' }],
    ['an iPhone, without a frame', { device: 'iphone', frame: 'none' }],
    ['an Android phone with large type', { device: 'android', textScale: 1.6 }],
    ['several phones with captions', { device: ['iphone', 'android'], width: 330, caption: true }],
  ]
  it.each(phones)('on %s', async (_, options) => {
    expect(differences(await compare(draw, phoneChat, { ...options, account, ...links }))).toEqual(
      [],
    )
    const [flex] = Object.values(flexSamples)
    expect(differences(await compare(draw, chat(flex!), options))).toEqual([])
  })

  it('in dark mode and in Japanese', async () => {
    const what = chat([
      { type: 'text', text: 'こんにちは' },
      { type: 'coupon', couponId: 'a' },
    ])
    const options = { theme: 'dark', language: 'ja' } as const
    expect(differences(await compare(draw, what, options))).toEqual([])
  })
})

describe('lines break at the same letters', () => {
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
      // The samples are long enough to have several lines.
      expect(broken.every(({ lines }) => lines!.html.length > 1)).toBe(true)
      expect(differences(pairs)).toEqual([])
    }
  })
})
