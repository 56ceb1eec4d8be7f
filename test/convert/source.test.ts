/** What converted messages look like. */
import { format } from 'prettier'
import { describe, expect, it } from 'vitest'
import { compile, type Renderable } from 'fukidashi'
import { type ConvertOptions, toBuilders, toTsx } from 'fukidashi/convert'
import { jsonToSource } from '../../src/convert/source.ts'
import { runSource } from '../support/run-source.ts'

const both = (json: unknown, options?: ConvertOptions) =>
  `${toTsx(json, options)}\n${toBuilders(json, options)}`

const row = (name: string, price: string, uri: string) => ({
  type: 'box',
  layout: 'horizontal',
  contents: [
    { type: 'text', text: name, color: '#555555' },
    { type: 'text', text: price, align: 'end' },
  ],
  action: { type: 'uri', label: name, uri },
})
const receipt = {
  type: 'flex',
  altText: 'Receipt',
  contents: {
    type: 'bubble',
    size: 'mega',
    body: {
      type: 'box',
      layout: 'vertical',
      contents: [
        { type: 'text', text: 'Receipt', weight: 'bold', size: 'xl' },
        row('Sencha', '¥500', 'https://example.com/1'),
        row('Hojicha', '¥400', 'https://example.com/2'),
        { type: 'separator', margin: 'lg' },
        {
          type: 'text',
          contents: [
            { type: 'span', text: 'In all ' },
            { type: 'span', text: '¥900', weight: 'bold' },
            { type: 'span', text: ' paid', style: 'italic', decoration: 'underline' },
            { type: 'span', text: ' (cash)', color: '#06C755' },
          ],
        },
      ],
    },
    footer: {
      type: 'box',
      layout: 'horizontal',
      contents: [
        {
          type: 'button',
          style: 'primary',
          action: { type: 'postback', label: 'Again', data: 'again&id=1' },
        },
      ],
    },
  },
  quickReply: {
    items: [{ type: 'action', action: { type: 'message', label: 'Menu', text: 'menu' } }],
  },
}

describe('reads like what a person writes', () => {
  it.each<[string, unknown, ConvertOptions?]>([
    ['a text', { type: 'text', text: 'Hello' }],
    ['a Flex message', receipt],
    ['repeated pieces', receipt, { components: true, export: 'Receipt' }],
    [
      'mentions and emoji',
      {
        type: 'textV2',
        text: 'Hi {mention1}, {{tea}} {emoji2}',
        substitution: {
          mention1: { type: 'mention', mentionee: { type: 'all' } },
          emoji2: { type: 'emoji', productId: '5ac1bfd5040ab15980c9b435', emojiId: '001' },
        },
      },
    ],
    [
      'mentions with other names',
      {
        type: 'textV2',
        text: 'Hi {user}',
        substitution: { user: { type: 'mention', mentionee: { type: 'all' } } },
      },
    ],
    [
      'a template',
      {
        type: 'template',
        altText: 'Tea?',
        template: {
          type: 'confirm',
          text: 'Tea?',
          actions: [
            { type: 'message', label: 'Yes', text: 'yes' },
            { type: 'message', label: 'No', text: 'no' },
          ],
        },
      },
    ],
    [
      'a list',
      [
        { type: 'text', text: 'One' },
        { type: 'sticker', packageId: '446', stickerId: '1988' },
      ],
    ],
    [
      'a push body',
      { to: 'U1', messages: [{ type: 'text', text: 'One' }], notificationDisabled: true },
    ],
    ['a bubble', { type: 'bubble', hero: { type: 'image', url: 'https://example.com/a.jpg' } }],
    [
      'a rich menu',
      {
        size: { width: 2500, height: 843 },
        selected: true,
        name: 'Main',
        chatBarText: 'Menu',
        areas: [
          {
            bounds: { x: 0, y: 0, width: 1250, height: 843 },
            action: { type: 'message', label: 'Tea', text: 'tea' },
          },
        ],
      },
    ],
    [
      'an imagemap',
      {
        type: 'imagemap',
        baseUrl: 'https://example.com/map',
        altText: 'Map',
        baseSize: { width: 1040, height: 585 },
        actions: [
          {
            type: 'uri',
            linkUri: 'https://example.com',
            area: { x: 0, y: 0, width: 520, height: 585 },
          },
        ],
        video: {
          originalContentUrl: 'https://example.com/a.mp4',
          previewImageUrl: 'https://example.com/a.jpg',
          area: { x: 0, y: 0, width: 520, height: 585 },
          externalLink: { linkUri: 'https://example.com/more', label: 'More' },
        },
      },
    ],
    ['unknown properties', { type: 'text', text: 'Hello', 'new-one': { a: 1 } }],
    [
      'one problem deep inside',
      {
        type: 'flex',
        altText: 'a',
        contents: {
          type: 'bubble',
          body: {
            type: 'box',
            layout: 'vertical',
            contents: [
              { type: 'text', text: 'Right' },
              { type: 'text', text: 'Wrong', size: 'gigantic' },
            ],
          },
        },
      },
    ],
    [
      'problems in two places',
      {
        type: 'template',
        altText: 'a',
        template: {
          type: 'confirm',
          text: 'Tea?',
          actions: [
            { type: 'uri', label: 'Yes', uri: 'ftp://example.com' },
            { type: 'message', label: 'No' },
          ],
        },
      },
    ],
    ['what is not a message', [{ type: 'poll', question: 'Tea?' }, null]],
    ['a scalar', 'Hello'],
  ])('%s', (_name, json, options) => {
    expect(both(json, options)).toMatchSnapshot()
  })

  it('has no imports where it is a part of a snapshot', () => {
    expect(
      jsonToSource(
        [
          { type: 'text', text: 'One' },
          { type: 'text', text: 'Two' },
        ],
        'tsx',
      ),
    ).toBe('<Text>One</Text>\n<Text>Two</Text>')
  })
})

describe('texts come back from the source', () => {
  const texts = [
    ...['{a}', '<b>', 'a & b', '&amp;', 'a\nb', '\r\n', ' a', 'a ', 'a  b', '\t', ' ', '', '\\n'],
    ...['a\u00a0b', '\u3000a', 'a\u3000b', '\ud83d', '\udc4b\ud83d', '\u2028', '\ufeff', '\u200b'],
    ...[
      "it's",
      '"quoted"',
      `'"`,
      '`${a}`',
      '// no comment',
      '/* */',
      '👨‍👩‍👧‍👦',
      '\u202eabc',
      '\u0000',
      '\u{e0067}',
    ],
    '{/* a */}',
  ]
  const actions = (text: string) => ({ type: 'postback', label: text, data: text })
  const messages = texts.flatMap((text): object[] => [
    { type: 'text', text },
    {
      type: 'flex',
      altText: text,
      contents: {
        type: 'bubble',
        body: {
          type: 'box',
          layout: 'vertical',
          contents: [
            { type: 'text', text },
            {
              type: 'text',
              contents: [
                { type: 'span', text },
                { type: 'span', text, weight: 'bold' },
                { type: 'span', text },
              ],
            },
            { type: 'button', action: actions(text) },
          ],
        },
      },
    },
    {
      type: 'template',
      altText: text,
      template: { type: 'confirm', text, actions: [actions(text), actions(text)] },
    },
    {
      type: 'textV2',
      text: `${text.replace(/[{}]/g, '$&$&')}{mention1}${text.replace(/[{}]/g, '$&$&')}`,
      substitution: {
        mention1: { type: 'mention', mentionee: { type: 'all' } },
      },
    },
    { type: 'location', title: text, [text]: text },
  ])

  it.each([
    ['TSX', toTsx],
    ['builders', toBuilders],
  ])('%s, also after Prettier', async (_name, convert) => {
    const source = convert(messages)
    expect(compile((await runSource(source))['default'] as Renderable)).toEqual(messages)
    // A file in UTF-8 has no half surrogates.
    expect(Buffer.from(source).toString()).toBe(source)
    const formatted = await format(source, { parser: 'typescript' })
    expect(compile((await runSource(formatted))['default'] as Renderable)).toEqual(messages)
  })

  it('as string expressions where JSX would change them', () => {
    for (const text of [
      '{',
      '<',
      'a & b',
      'a\nb',
      ' a',
      'a ',
      'a  b',
      'a\u00a0b',
      'a\u3000b',
      '\ud83d',
    ])
      expect(toTsx({ type: 'text', text })).toMatch(/<Text>\{'.*'\}<\/Text>/)
  })
})

describe('options', () => {
  const hello = { type: 'text', text: 'Hello' }

  it('name the export', () => {
    expect(toTsx(hello, { export: 'Hello' })).toContain('export const Hello = <Text>Hello</Text>')
    expect(toBuilders(hello, { export: 'hello' })).toContain("export const hello = text('Hello')")
  })

  it('let an export have the name of a component or a builder', async () => {
    for (const source of [toTsx(hello, { export: 'Text' }), toBuilders(hello, { export: 'text' })])
      expect(compile(Object.values(await runSource(source))[0] as Renderable)).toEqual([hello])
  })

  it.each(['', 'a b', 'class', '1a', 'request', 5])(
    'refuse %j as the name of an export',
    (name) => {
      expect(() => toTsx(hello, { export: name as string })).toThrow(
        expect.objectContaining({ code: 'option_invalid' }),
      )
    },
  )

  it('say what a value is that could be two things', () => {
    expect(toTsx(hello)).toContain('<Text>')
    expect(toTsx(hello, { as: 'flex-component' })).toContain('<Flex.Text>')
    expect(toTsx({ ...hello, weight: 'bold' })).toContain('<Flex.Text weight="bold">')
    expect(() => toTsx(hello, { as: 'poll' as 'message' })).toThrow('as: "poll" is not permitted')
  })
})

it('takes what toJSON gives, and leaves undefined out', () => {
  const message = { toJSON: () => ({ type: 'text', text: 'Hello', quoteToken: undefined }) }
  expect(toTsx(message)).toBe(toTsx({ type: 'text', text: 'Hello' }))
})

it('carries exactly one raw in an invalid message, and names each problem', () => {
  const wrong = { type: 'text', text: '' }
  const source = toTsx([wrong, { type: 'text', text: 'Right' }])
  expect(source.match(/\braw\(/g)).toHaveLength(1)
  expect(source).toContain('// [0].text: text is empty')
})
