import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Drawable, toHtml, toTree } from '../../src/preview/index.js'
import { useBrowser } from './browser.js'
import { everywhere } from './everywhere.js'
import { body, box, text, wrong } from './messages.js'

const draw = useBrowser()

const attacks = [
  '<script>window.hit=1</script>',
  '"><img src=x onerror="window.hit=1">',
  "' onmouseover='window.hit=1",
  '</style><script>window.hit=1</script>',
  '--><svg onload=window.hit=1>',
  '&lt;b&gt; &amp; <b>',
  '\u0000\u202E\uD800',
  'javascript:window.hit=1',
]

/** The contents of the page. */
interface Found {
  scripts: number
  handlers: string[]
  links: string[]
  pictures: string[]
}

describe('text of users', () => {
  it.each(attacks)('never becomes markup or script: %j', async (said) => {
    const options = { account: { name: said, iconUrl: said }, names: { U1: said }, title: said }
    const drawn = await draw(everywhere(said), { ...options, links: 'open' })
    await drawn.page.mouse.move(200, 300)
    expect(await drawn.run<unknown>(`Reflect.get(window, 'hit')`)).toBeUndefined()
    const found = await drawn.run<Found>(`({
      scripts: document.querySelectorAll('script, svg, iframe, object, embed, form, input, b')
        .length,
      handlers: [...document.querySelectorAll('*')].flatMap((element) =>
        element.getAttributeNames().filter((name) => name.startsWith('on')),
      ),
      links: [...document.querySelectorAll('a')].map((link) => link.href),
      pictures: [...document.images].map((image) => new URL(image.src).protocol),
    })`)
    expect(found).toMatchObject({ scripts: 0, handlers: [] })
    // The map of a location is the only URL that is not from the sender.
    expect(found.links).toEqual(['https://www.google.com/maps?q=0,0'])
    for (const protocol of found.pictures) expect(protocol).toMatch(/^(?:https|data):$/)
  })

  it('is displayed unchanged', async () => {
    const said = `${attacks[0]!} & "quotes" 'too' &amp;`
    const drawn = await draw({ type: 'text', text: said })
    expect(drawn.of('text')[0]!.text).toBe(said)
  })
})

describe('links', () => {
  const uris = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>1</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//example.com',
    'https://',
    'blob:https://example.com/x',
  ]
  it.each(uris)('%j is not a link', (uri) => {
    const html = toHtml(body([{ type: 'button', action: { type: 'uri', label: 'a', uri } }]), {
      links: 'open',
      as: 'markup',
    })
    expect(html).not.toContain('<a ')
    expect(html).not.toContain('href')
  })

  it.each([
    'https://example.com/a?b=1&c=2',
    'http://example.com',
    'tel:0312345678',
    'line://app/1',
  ])('%s opens in a new tab', (uri) => {
    const html = toHtml(body([{ type: 'button', action: { type: 'uri', label: 'a', uri } }]), {
      links: 'open',
      as: 'markup',
    })
    expect(html).toContain(
      `<a href="${uri.replace('&', '&amp;')}" target="_blank" rel="noopener noreferrer"`,
    )
  })

  it('are inert by default', () => {
    const html = toHtml(
      body([{ type: 'button', action: { type: 'uri', label: 'a', uri: 'https://example.com' } }]),
    )
    expect(html).not.toContain('href')
  })
})

describe('pictures', () => {
  it.each([
    'javascript:1',
    'file:///a.png',
    'data:text/html,<b>',
    'blob:x',
    '/a.png',
    'ftp://a/b.png',
    'https://a b',
  ])('%j is not loaded', (url) => {
    const html = toHtml(body([{ type: 'image', url }]), { as: 'markup' })
    expect(html).not.toContain('<img')
    expect(html).toContain('data-missing=')
  })
})

describe('too large', () => {
  const nest = (depth: number, layout: (level: number) => string): unknown => {
    let inner: unknown = text('deep')
    for (let level = 0; level < depth; level++) inner = box(layout(level), [inner], { flex: 1 })
    return inner
  }

  it.each([
    ['columns', () => 'vertical'],
    ['rows', () => 'horizontal'],
    ['both in turn', (level: number) => (level % 2 ? 'vertical' : 'horizontal')],
  ])('of nested boxes ends in a box with an explanation: %s', async (_, layout) => {
    const drawn = await draw(body([nest(10_000, layout)]))
    expect(drawn.of('undrawable')).toHaveLength(1)
    expect(drawn.all.length).toBeLessThan(300)
  })

  it('of sibling boxes is drawn completely, or ends with an explanation', async () => {
    const many = Array.from({ length: 10_000 }, () => box('vertical', []))
    expect((await draw(body(many))).of('flex-vertical')).toHaveLength(10_001)
    const more = Array.from({ length: 1_000_000 }, () => box('vertical', []))
    const html = toHtml(body(more), { as: 'markup' })
    expect(html).toContain('too many components')
    expect(html.length).toBeLessThan(5_000_000)
  })

  it('text is cut off', async () => {
    const long = 'あ😀'.repeat(350_000)
    for (const message of [
      { type: 'text', text: long } as const,
      body([text(long, { wrap: true })]),
    ]) {
      const html = toHtml(message, { as: 'markup' })
      expect(html.length).toBeLessThan(100_000)
      expect(html).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/)
    }
    const [laid] = (await draw({ type: 'text', text: long })).of('text')
    expect(laid!.text).toMatch(/…$/)
  })

  it('is handled in URLs, keys and lists', () => {
    const long = 'x'.repeat(1_000_000)
    const substitution = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, key) => [`k${key}`, {}]),
    )
    const strange: unknown[] = [
      { type: long },
      { type: 'image', originalContentUrl: `https://example.com/${long}` },
      { type: 'textV2', text: '{'.repeat(100_000), substitution },
      { type: 'text', text: 'http://'.repeat(100_000) },
      {
        type: 'text',
        text: '$'.repeat(5_000),
        emojis: Array.from({ length: 5_000 }, (_, index) => ({ index })),
      },
      { type: 'template', template: { type: 'carousel', columns: new Array(100_000).fill({}) } },
      {
        type: 'imagemap',
        actions: new Array(100_000).fill({ type: 'message', text: 'a', area: {} }),
      },
      body([
        {
          type: 'button',
          action: {
            type: 'postback',
            label: long,
            data: long,
            extra: nest(9_000, () => 'vertical'),
          },
        },
      ]),
    ]
    for (const message of strange)
      expect(toHtml(wrong(message), { as: 'markup' }).length).toBeLessThan(2_000_000)
  })
})

describe('invalid values', () => {
  it.each([
    '-10px',
    '-1',
    '1e9px',
    '99999999999px',
    'NaNpx',
    'calc(1px)',
    'url(x)',
    ';color:red',
    '10',
    '',
    'huge',
  ])('%j is not a size', async (value) => {
    const wrongBox = box('vertical', [text('a', { size: value })], {
      width: value,
      height: value,
      paddingAll: value,
      cornerRadius: value,
      borderWidth: value,
      spacing: value,
      margin: value,
    })
    const drawn = await draw(
      body([wrongBox, { type: 'image', url: '', size: value, aspectRatio: value }]),
      { frame: 'none' },
    )
    for (const { width, height } of drawn.all)
      expect(width >= 0 && height >= 0 && height < 100_000).toBe(true)
  })

  it.each([
    'red',
    '#444',
    'rgb(1,2,3)',
    '#11223',
    '#gggggg',
    '#112233;background:url(x)',
    7,
    null,
    {},
  ])('%j is not a color', (value) => {
    const html = toHtml(
      body([
        box('vertical', [text('a', { color: value })], {
          backgroundColor: value,
          borderColor: value,
        }),
      ]),
      { as: 'markup', frame: 'none' },
    )
    expect(html).toContain('color:#444444')
    expect(html).not.toContain('url(')
  })

  it('become a visible box', () => {
    const values = [
      undefined,
      null,
      1,
      'text',
      [],
      {},
      [null, 1, 'a', []],
      { type: 'flex' },
      { type: 'flex', contents: { type: 'bubble' } },
      { type: 'flex', contents: { type: 'carousel', contents: [] } },
      { type: 'template' },
      { entries: [null, 1, {}] },
      { type: '__proto__' },
      { type: 'constructor' },
    ]
    for (const value of values) {
      const html = toHtml(value as Drawable, { as: 'markup' })
      if (JSON.stringify(value) !== '[]') expect(html).toContain('Cannot be drawn')
    }
  })

  it('of any type never throw', () => {
    const names = [
      'type',
      'text',
      'contents',
      'layout',
      'template',
      'columns',
      'actions',
      'action',
      'url',
      'body',
      'hero',
      'size',
      'entries',
      'kind',
      'message',
      'quickReply',
      'items',
      'richMenu',
      'menu',
      'areas',
      'sender',
      'emojis',
      'baseSize',
      'substitution',
    ]
    const kinds = [
      'text',
      'textV2',
      'flex',
      'bubble',
      'carousel',
      'box',
      'image',
      'icon',
      'button',
      'span',
      'video',
      'template',
      'buttons',
      'imagemap',
      'coupon',
      'audio',
      'message',
      'system',
      'postback',
      'uri',
    ]
    const { tree } = fc.letrec((tie) => ({
      leaf: fc.oneof(
        fc.constantFrom(...kinds),
        fc.string({ unit: 'binary' }),
        fc.double(),
        fc.constantFrom(null, true, '10px', '50%', '#112233', 'https://example.com/a.png'),
      ),
      tree: fc.oneof(
        { depthSize: 'large' },
        tie('leaf'),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom(...names), tie('tree'), { maxKeys: 8 }),
      ),
    }))
    fc.assert(
      fc.property(tree, (value) => {
        expect(toTree(value as Drawable).kind).toBe('box')
        expect(toHtml(value as Drawable, { as: 'markup', links: 'open' })).not.toMatch(
          /<script|javascript:[^&]*"/i,
        )
      }),
      { numRuns: 400 },
    )
  })
})
