import { describe, expect, it } from 'vitest'
import {
  type BoxNode,
  type Drawable,
  type PreviewOptions,
  type TreeNode,
  toTree,
} from '../../src/preview/index.js'
import type { Message } from '../../src/spec/index.js'

/** All nodes with a role, in order. */
const find = (node: TreeNode, role: string): TreeNode[] => [
  ...(node.role === role ? [node] : []),
  ...(node.kind === 'box' ? node.children.flatMap((child) => find(child, role)) : []),
]

/** All texts of a tree, without the bars above and below a chat. */
const said = (node: TreeNode): string[] =>
  node.role === 'head' || node.role === 'text-field'
    ? []
    : node.kind === 'text'
      ? [node.runs.map((run) => run.text + (run.image ? `[${run.image.alt}]` : '')).join('')]
      : node.kind === 'box'
        ? node.children.flatMap(said)
        : []

const pictures = (node: TreeNode): string[] =>
  node.kind === 'image' && node.url !== undefined && !node.url.startsWith('data:')
    ? [node.url]
    : node.kind === 'box'
      ? node.children.flatMap(pictures)
      : []

const taps = (node: TreeNode): unknown[] => [
  ...(node.tap ? [node.tap.action] : []),
  ...(node.kind === 'box' ? node.children.flatMap(taps) : []),
]

const drawn = (what: Drawable, options: PreviewOptions = {}): BoxNode =>
  toTree(what, { account: { name: 'Tea shop' }, ...options })
const userId = `U${'0'.repeat(32)}`
const emojiUrl = (id: string) =>
  `https://stickershop.line-scdn.net/sticonshop/v1/sticon/5ac1bfd5040ab15980c9b435/android/${id}.png`

describe('texts', () => {
  const runsOf = (message: Message, options?: PreviewOptions) => {
    const [bubble] = find(drawn(message, options), 'bubble') as BoxNode[]
    const [text] = bubble!.children
    return text?.kind === 'text' ? text.runs : []
  }

  it('have their LINE emoji instead of $', () => {
    const emojis = [
      { index: 6, productId: '5ac1bfd5040ab15980c9b435', emojiId: '001' },
      { index: 0, productId: '5ac1bfd5040ab15980c9b435', emojiId: '002' },
    ]
    const runs = runsOf({ type: 'text', text: '$ tea $!', emojis })
    expect(runs.map((run) => run.image?.url ?? run.text)).toEqual([
      emojiUrl('002'),
      ' tea ',
      emojiUrl('001'),
      '!',
    ])
  })

  it('have names, emoji and braces in a textV2', () => {
    const message: Message = {
      type: 'textV2',
      text: '{who}, {{see}} {smile}{all} {nothing}',
      substitution: {
        who: { type: 'mention', mentionee: { type: 'user', userId } },
        all: { type: 'mention', mentionee: { type: 'all' } },
        smile: { type: 'emoji', productId: '5ac1bfd5040ab15980c9b435', emojiId: '001' },
      },
    }
    const runs = runsOf(message, { names: { [userId]: 'Aki' } })
    expect(runs.map((run) => run.image?.url ?? run.text)).toEqual([
      '@Aki',
      ', {see} ',
      emojiUrl('001'),
      '@All',
      ' {nothing}',
    ])
    expect(runsOf(message)[0]!.text).toBe('@user')
  })

  it('have mentions and emoji of received texts at their positions', () => {
    const message = {
      type: 'text',
      id: '1',
      text: '@Aki (tea) ok',
      mention: { mentionees: [{ type: 'user', index: 0, length: 4, userId }] },
      emojis: [{ index: 5, length: 5, productId: '5ac1bfd5040ab15980c9b435', emojiId: '001' }],
    } as unknown as Message
    const runs = runsOf(message)
    expect(runs.map((run) => run.image?.url ?? run.text)).toEqual([
      '@Aki',
      ' ',
      emojiUrl('001'),
      ' ok',
    ])
    expect(runs[0]!.style?.color).toBeDefined()
  })

  it('have links for URLs', () => {
    const runs = runsOf({
      type: 'text',
      text: '見て https://example.com/a?b=1。 (http://example.com).',
    })
    expect(runs.flatMap((run) => (run.tap ? [run.tap.action] : []))).toEqual([
      { type: 'uri', uri: 'https://example.com/a?b=1' },
      { type: 'uri', uri: 'http://example.com' },
    ])
  })
})

describe('messages', () => {
  it('sticker: its image, without a bubble', () => {
    const tree = drawn({ type: 'sticker', packageId: '446', stickerId: '1988' })
    expect(pictures(tree)).toEqual([
      'https://stickershop.line-scdn.net/stickershop/v1/sticker/1988/android/sticker.png',
    ])
    expect(find(tree, 'bubble')).toEqual([])
  })

  it.each(['image', 'video'] as const)('%s: the preview, with its own aspect ratio', (type) => {
    const tree = drawn({
      type,
      originalContentUrl: 'https://example.com/full',
      previewImageUrl: 'https://example.com/small.jpg',
    })
    expect(pictures(tree)).toEqual(['https://example.com/small.jpg'])
    expect(taps(tree)).toEqual([{ type: 'uri', uri: 'https://example.com/full' }])
    expect(find(tree, 'play')).toHaveLength(type === 'video' ? 1 : 0)
  })

  it('image of a user, whose URL is in contentProvider', () => {
    const contentProvider = { type: 'external', originalContentUrl: 'https://example.com/a.jpg' }
    expect(
      pictures(drawn({ type: 'image', id: '1', contentProvider } as unknown as Message)),
    ).toEqual(['https://example.com/a.jpg'])
  })

  it.each([
    [12_000, '00:12'],
    [65_400, '01:05'],
    [3_600_000, '60:00'],
  ])('audio: %d ms are %s', (duration, shown) => {
    const url = 'https://example.com/a.m4a'
    expect(said(drawn({ type: 'audio', originalContentUrl: url, duration }))).toContain(shown)
  })

  it('location: title, address and a link to a map', () => {
    const tree = drawn({
      type: 'location',
      title: 'Tea',
      address: '1 St',
      latitude: 35.5,
      longitude: 139,
    })
    expect(said(tree)).toEqual(['Tea', '1 St', 'Location', 'T'])
    expect(taps(tree)).toEqual([{ type: 'uri', uri: 'https://www.google.com/maps?q=35.5,139' }])
  })

  it('imagemap: areas as percentages of the image, actions as normal ones', () => {
    const tree = drawn({
      type: 'imagemap',
      altText: 'Map',
      baseUrl: 'https://example.com/map',
      baseSize: { width: 1040, height: 520 },
      actions: [
        {
          type: 'uri',
          linkUri: 'https://example.com',
          area: { x: 0, y: 0, width: 520, height: 260 },
        },
        { type: 'message', text: 'hi', area: { x: 520, y: 130, width: 260, height: 390 } },
      ],
    })
    expect(pictures(tree)).toEqual(['https://example.com/map/1040'])
    const areas = find(tree, 'area')
    expect(areas.map(({ style }) => [style.left, style.top, style.width, style.height])).toEqual([
      ['0%', '0%', '50%', '50%'],
      ['50%', '25%', '25%', '75%'],
    ])
    expect(areas.map(({ tap }) => tap?.action)).toEqual([
      { type: 'uri', uri: 'https://example.com' },
      { type: 'message', text: 'hi' },
    ])
  })

  it('coupon: its contents, or its id', () => {
    const coupon = { type: 'coupon', couponId: 'C1' } as const
    expect(said(drawn(coupon)).join()).toContain('C1')
    const look = { title: '100 off', startTimestamp: 1_767_193_200, endTimestamp: 1_767_279_600 }
    const words = said(drawn(coupon, { coupons: { C1: look }, language: 'ja' })).join()
    expect(words).toContain('100 off')
    expect(words).toContain('2026/01/01 〜 2026/01/02')
  })
})

describe('templates', () => {
  const yes = { type: 'message', label: 'Yes', text: 'y' } as const
  const no = { type: 'postback', label: 'No', data: 'n' } as const
  const template = (given: object): Message =>
    ({ type: 'template', altText: 'a', template: given }) as Message

  it('buttons: image, title, text, actions, and a default action', () => {
    const tree = drawn(
      template({
        type: 'buttons',
        title: 'Tea',
        text: 'Choose',
        thumbnailImageUrl: 'https://example.com/a.jpg',
        imageBackgroundColor: '#112233',
        imageSize: 'contain',
        defaultAction: no,
        actions: [yes, no],
      }),
    )
    const [picture] = find(tree, 'thumbnail')
    expect(picture).toMatchObject({
      fit: 'contain',
      style: { aspectRatio: 1.51, backgroundColor: '#112233' },
    })
    expect(said(tree)).toEqual(['Tea', 'Choose', 'Yes', 'No', 'T'])
    expect(find(tree, 'card-top')[0]!.tap?.action).toEqual(no)
    expect(find(tree, 'row').map(({ tap }) => tap?.action)).toEqual([yes, no])
  })

  it('confirm: two actions side by side', () => {
    const rows = find(
      drawn(template({ type: 'confirm', text: 'Sure?', actions: [yes, no] })),
      'row',
    )
    expect(rows.map(({ tap, style }) => [tap?.label, style.flexGrow])).toEqual([
      ['Yes', 1],
      ['No', 1],
    ])
  })

  it('carousel: a card for each column, all with the same shape of image', () => {
    const column = { text: 'a', thumbnailImageUrl: 'https://example.com/a.jpg', actions: [yes] }
    const given = {
      type: 'carousel',
      imageAspectRatio: 'square',
      columns: [column, column, column],
    }
    const tree = drawn(template(given))
    expect(find(tree, 'card')).toHaveLength(3)
    expect(find(tree, 'thumbnail').map(({ style }) => style.aspectRatio)).toEqual([1, 1, 1])
    expect(find(tree, 'carousel')[0]).toMatchObject({ scrolls: true })
  })

  it('image carousel: squares with labels', () => {
    const columns = [{ imageUrl: 'https://example.com/a.jpg', action: yes }]
    const [square] = find(drawn(template({ type: 'image_carousel', columns })), 'square')
    expect(square!.tap?.action).toEqual(yes)
    expect(said(square!)).toEqual(['Yes'])
  })
})

describe('actions', () => {
  it('keep only permitted properties', () => {
    const action = {
      type: 'uri',
      label: 'a',
      uri: 'https://example.com',
      altUri: { desktop: 'https://example.com/d', more: 1 },
      evil: { deep: [] },
      data: 'not of a uri action',
    }
    const items = [{ type: 'action', action }]
    const message = { type: 'text', text: 'a', quickReply: { items } } as unknown as Message
    expect(taps(drawn(message))).toEqual([
      {
        type: 'uri',
        label: 'a',
        uri: 'https://example.com',
        altUri: { desktop: 'https://example.com/d' },
      },
    ])
  })
})

describe('the option pictures', () => {
  it('replaces URLs, if the result is a valid URL', () => {
    const message: Message = {
      type: 'image',
      originalContentUrl: 'https://a.com/1',
      previewImageUrl: 'https://a.com/2',
    }
    const moved = drawn(message, { pictures: (url) => url.replace('a.com', 'b.com') })
    expect(pictures(moved)).toEqual(['https://b.com/2'])
    expect(pictures(drawn(message, { pictures: () => 'javascript:1' }))).toEqual([])
  })
})

it('is pure: the same JSON gives the same tree, and is not changed', () => {
  const message: Message = {
    type: 'text',
    text: 'hello $',
    emojis: [{ index: 6, productId: 'a', emojiId: '1' }],
  }
  const before = structuredClone(message)
  expect(JSON.stringify(toTree(message))).toBe(JSON.stringify(toTree(message)))
  expect(message).toEqual(before)
})
