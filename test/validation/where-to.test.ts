/** What depends on the endpoint and on who receives: every combination of both, for everything that depends on them. */
import { describe, expect, it } from 'vitest'
import { type Endpoint, validate, type ValidateOptions } from 'fukidashi'

const user = `U${'0123456789abcdef'.repeat(2)}`
const picture = 'https://example.com/a.jpg'
const film = { originalContentUrl: 'https://example.com/a.mp4', previewImageUrl: picture }
const values = {
  quoteToken: { type: 'text', text: 'Yes', quoteToken: 'yHAz4Ua2wx7' },
  substitution: {
    type: 'textV2',
    text: 'Hello {aki}',
    substitution: { aki: { type: 'mention', mentionee: { type: 'user', userId: user } } },
  },
  trackingId: { type: 'video', ...film, trackingId: 'a' },
  type: { type: 'image', originalContentUrl: picture, previewImageUrl: picture },
}

const recipients = [undefined, 'user', 'group', 'room'] as const
type Table = Record<Endpoint | 'none', string>

/** For no recipient, a user, a group, a room: `.` good, `w` a warning, `e` an error. */
const tables: Record<keyof typeof values, Table> = {
  quoteToken: {
    none: 'wwww',
    reply: '....',
    push: '....',
    multicast: 'eeee',
    narrowcast: 'eeee',
    broadcast: 'eeee',
    pnp: 'eeee',
    'liff.sendMessages': 'eeee',
    'liff.shareTargetPicker': 'eeee',
  },
  substitution: {
    none: 'weww',
    reply: 'we..',
    push: 'we..',
    multicast: 'eeee',
    narrowcast: 'eeee',
    broadcast: 'eeee',
    pnp: 'eeee',
    'liff.sendMessages': '....',
    'liff.shareTargetPicker': '....',
  },
  trackingId: {
    none: 'w.ee',
    reply: 'w.ee',
    push: 'w.ee',
    multicast: '..ee',
    narrowcast: '..ee',
    broadcast: '..ee',
    pnp: '..ee',
    'liff.sendMessages': 'eeee',
    'liff.shareTargetPicker': 'eeee',
  },
  type: {
    none: '....',
    reply: '....',
    push: '....',
    multicast: '....',
    narrowcast: '....',
    broadcast: '....',
    pnp: 'eeee',
    'liff.sendMessages': '....',
    'liff.shareTargetPicker': '....',
  },
}

const rows = Object.entries(tables).flatMap(([property, table]) =>
  Object.entries(table).flatMap(([endpoint, verdicts]) =>
    recipients.map((to, i) => ({ property, endpoint, to, verdict: verdicts[i]! })),
  ),
)
const words: Record<string, string[]> = { '.': [], w: ['warning'], e: ['error'] }

describe('every combination', () => {
  it.each(rows)(
    '$property by $endpoint to $to: $verdict',
    ({ property, endpoint, to, verdict }) => {
      const value = values[property as keyof typeof values]
      const options = { to, ...(endpoint !== 'none' && { endpoint }) } as ValidateOptions
      for (const as of ['message', 'messages'] as const) {
        const found = validate(value, { ...options, as }).filter(({ path }) => path === property)
        expect(found.map(({ severity }) => severity)).toEqual(words[verdict])
        expect(found.every(({ code }) => code === 'unsupported')).toBe(true)
      }
    },
  )
})

describe('LIFF', () => {
  const uri = { type: 'uri', label: 'Open', uri: 'https://example.com' }
  const postback = { type: 'postback', label: 'Buy', data: 'buy' }
  const template = (template: object) => ({ type: 'template', altText: 'a', template })
  const flex = (body: object, action?: object) => ({
    type: 'flex',
    altText: 'a',
    contents: {
      type: 'carousel',
      contents: [
        { type: 'bubble', body: { type: 'box', layout: 'vertical', contents: [body] }, action },
      ],
    },
  })
  const media = { originalContentUrl: picture, previewImageUrl: picture }
  const emojis = [{ index: 0, productId: '5ac1bfd5040ab15980c9b435', emojiId: '001' }]
  const place = { title: 'a', address: 'b', latitude: 1, longitude: 2 }
  const columns = (action: object) => [{ imageUrl: picture, action }]
  const found = (value: unknown, endpoint: Endpoint) =>
    validate(value, { endpoint })
      .filter(({ severity }) => severity === 'error')
      .map(({ code, path }) => `${code} ${path}`)

  it.each<[name: string, value: object, send: string[], share?: string[]]>([
    ['a text', { type: 'text', text: 'a' }, []],
    ['a text with LINE emoji', { type: 'text', text: '$', emojis }, ['unsupported emojis']],
    ['a reply', { type: 'text', text: 'a', quoteToken: 'b' }, ['unsupported quoteToken']],
    ['a textV2', { type: 'textV2', text: 'a' }, ['unsupported type']],
    [
      'a sticker',
      { type: 'sticker', packageId: '446', stickerId: '1988' },
      [],
      ['unsupported type'],
    ],
    [
      'a sticker as a reply',
      { type: 'sticker', packageId: '446', stickerId: '1988', quoteToken: 'a' },
      ['unsupported quoteToken'],
      ['unsupported type'],
    ],
    ['an image', { type: 'image', ...media }, []],
    ['a video', { type: 'video', ...film }, []],
    [
      'a video with a tracking id',
      { type: 'video', ...film, trackingId: 'a' },
      ['unsupported trackingId'],
    ],
    ['audio', { type: 'audio', originalContentUrl: 'https://example.com/a.m4a', duration: 1 }, []],
    ['a location', { type: 'location', ...place }, []],
    ['a coupon', { type: 'coupon', couponId: 'a' }, ['unsupported type']],
    [
      'an imagemap',
      {
        type: 'imagemap',
        altText: 'a',
        baseUrl: 'https://example.com/a',
        baseSize: { width: 1040, height: 1040 },
        actions: [
          {
            type: 'uri',
            linkUri: 'https://example.com',
            area: { x: 0, y: 0, width: 1, height: 1 },
          },
        ],
      },
      ['unsupported type'],
    ],
    [
      'buttons with URI actions',
      template({ type: 'buttons', text: 'a', actions: [uri], defaultAction: uri }),
      [],
    ],
    [
      'other actions',
      template({ type: 'buttons', text: 'a', actions: [uri, postback], defaultAction: postback }),
      ['unsupported template.actions[1].type', 'unsupported template.defaultAction.type'],
    ],
    [
      'another action of a picture',
      template({ type: 'image_carousel', columns: columns(postback) }),
      ['unsupported template.columns[0].action.type'],
    ],
    ['Flex with URI actions', flex({ type: 'button', action: uri }, uri), []],
    [
      'another action in Flex',
      flex({ type: 'button', action: postback }, postback),
      [
        'unsupported contents.contents[0].body.contents[0].action.type',
        'unsupported contents.contents[0].action.type',
      ],
    ],
  ])('sends, or refuses, %s', (_name, value, send, share = send) => {
    expect(found(value, 'liff.sendMessages').sort()).toEqual(send.sort())
    expect(found(value, 'liff.shareTargetPicker').sort()).toEqual(share.sort())
    expect(found(value, 'push').filter((text) => text.startsWith('unsupported'))).toEqual([])
  })

  it('sends at most five messages', () => {
    const six = Array.from({ length: 6 }, () => ({ type: 'text', text: 'a' }))
    expect(found(six, 'liff.sendMessages')).toEqual(['too_many messages'])
  })
})
