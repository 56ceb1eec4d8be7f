/** LINE's answers to invalid messages, word for word, in its two shapes. */

import { describe, expect, it } from 'vitest'
import { setUp, text } from './support.js'

const validate = '/v2/bot/message/validate/push'

async function refused(messages: unknown) {
  const { call } = setUp()
  const { status, body } = await call(validate, { body: { messages } })
  expect(status).toBe(400)
  return body
}

const flex = (contents: unknown) => ({ type: 'flex', altText: 'a', contents })
const bubble = (...contents: unknown[]) =>
  flex({ type: 'bubble', body: { type: 'box', layout: 'vertical', contents } })
const gradient = (centerPosition: string) =>
  bubble({
    type: 'box',
    layout: 'vertical',
    contents: [{ type: 'text', text: 'a' }],
    background: {
      type: 'linearGradient',
      angle: '0deg',
      startColor: '#000000',
      centerColor: '#888888',
      endColor: '#FFFFFF',
      centerPosition,
    },
  })
const buttons = (more: object) => ({
  type: 'template',
  altText: 'a',
  template: {
    type: 'buttons',
    text: 'a',
    actions: [{ type: 'message', label: 'a', text: 'a' }],
    ...more,
  },
})

describe('messages: the generic validator', () => {
  it.each([
    ['no message', [], 'Size must be between 1 and 5', 'messages'],
    ['six messages', Array(6).fill(text('a')), 'Size must be between 1 and 5', 'messages'],
    ['an empty text', [text('')], 'May not be empty', 'messages[0].text'],
    ['no text', [{ type: 'text' }], 'May not be empty', 'messages[0].text'],
    ['no type', [{ text: 'a' }], 'May not be empty', 'messages[0].type'],
    [
      'a long text',
      [text('a'.repeat(5001))],
      'Length must be between 0 and 5000',
      'messages[0].text',
    ],
    [
      'a quick reply without text',
      [
        {
          ...text('a'),
          quickReply: { items: [{ type: 'action', action: { type: 'message', label: 'a' } }] },
        },
      ],
      'must be specified',
      'messages[0].quickReply.items[0].action.text',
    ],
    [
      'fourteen quick replies',
      [
        {
          ...text('a'),
          quickReply: {
            items: Array(14).fill({
              type: 'action',
              action: { type: 'message', label: 'a', text: 'a' },
            }),
          },
        },
      ],
      'Size must be between 1 and 13',
      'messages[0].quickReply.items',
    ],
    [
      'an address with blanks',
      [{ type: 'image', originalContentUrl: 'https://a.b/c d', previewImageUrl: 'https://a.b/c' }],
      'invalid uri',
      'messages[0].originalContentUrl',
    ],
  ])('%s', async (_, messages, message, property) => {
    expect(await refused(messages)).toEqual({
      message: 'The request body has 1 error(s)',
      details: [{ message, property }],
    })
  })

  it('names the types that there are', async () => {
    const { details } = await refused([text('a'), { type: 'texts' }])
    expect(details[0]!.property).toBe('messages[1].type')
    expect(details[0]!.message).toMatch(
      /^Must be one of the following values: \[.*\btext\b.*textV2.*\]$/,
    )
  })

  it('lists all that is wrong, and speaks before the other', async () => {
    const { message, details } = await refused([
      text(''),
      { type: 'text' },
      flex({ type: 'bubble' }),
    ])
    expect(message).toBe('The request body has 2 error(s)')
    expect(details).toHaveLength(2)
  })
})

describe('messages: the validator of Flex, templates and textV2', () => {
  const top = 'A message (messages[0])\u00a0in the request body is invalid'
  it.each([
    ['an empty bubble', flex({ type: 'bubble' }), 'At least one block must be specified', '/'],
    [
      'an empty text',
      bubble({ type: 'text', text: '' }),
      'must be non-empty text',
      '/body/contents/0/text',
    ],
    [
      'a short colour',
      bubble({ type: 'text', text: 'a', color: '#444' }),
      'invalid property',
      '/body/contents/0/color',
    ],
    [
      'a button without label',
      bubble({ type: 'button', action: { type: 'message', text: 'a' } }),
      '`label` must be specified',
      '/body/contents/0/action',
    ],
    [
      'four actions in a column',
      {
        type: 'template',
        altText: 'a',
        template: {
          type: 'carousel',
          columns: [
            { text: 'a', actions: Array(4).fill({ type: 'message', label: 'a', text: 'a' }) },
          ],
        },
      },
      'must not be more than 3 items',
      'template/columns/0/actions',
    ],
    [
      'a long text beside a title',
      buttons({ title: 'a', text: 'a'.repeat(61) }),
      'must not be longer than 60 characters',
      'template/text',
    ],
    [
      'a picker of another form',
      buttons({
        actions: [
          { type: 'datetimepicker', label: 'a', data: 'a', mode: 'date', initial: '12:00' },
        ],
      }),
      'invalid datetime format for the specified mode',
      'template/actions/0',
    ],
    [
      'a picker that ends before it begins',
      buttons({
        actions: [
          {
            type: 'datetimepicker',
            label: 'a',
            data: 'a',
            mode: 'date',
            min: '2026-02-02',
            max: '2026-01-01',
          },
        ],
      }),
      'invalid date time order',
      'template/actions/0',
    ],
    [
      'a key that is none',
      { type: 'textV2', text: 'a {!owe}' },
      "The key '!owe' enclosed in '{}' does not match the pattern '^[a-zA-Z0-9_]{1,20}$'.",
      'text',
    ],
    [
      'a percentage where pixels go',
      bubble({ type: 'text', text: 'a', margin: '10%' }),
      'invalid unit',
      '/body/contents/0/margin',
    ],
    [
      'a picture that is too high',
      bubble({ type: 'image', url: 'https://a.b/c', aspectRatio: '1:4' }),
      'aspect ratio must be in the range (0 < (h/w) <= 3)',
      '/body/contents/0/aspectRatio',
    ],
    [
      'a text with nothing to show',
      bubble({ type: 'text' }),
      '`text` or `contents` must be specified',
      '/body/contents/0',
    ],
    [
      'a video in a carousel',
      flex({
        type: 'carousel',
        contents: [
          {
            type: 'bubble',
            hero: {
              type: 'video',
              url: 'https://a.b/c.mp4',
              previewUrl: 'https://a.b/c.png',
              aspectRatio: '20:13',
              altContent: { type: 'image', url: 'https://a.b/c.png' },
            },
            body: { type: 'box', layout: 'vertical', contents: [{ type: 'text', text: 'a' }] },
          },
        ],
      }),
      'embedding videos in messages is not allowed',
      '/contents',
    ],
    [
      'a gradient whose middle lies outside',
      gradient('101%'),
      'upper limit exceeded',
      '/body/contents/0/background/centerPosition',
    ],
    [
      'a gradient in pixels',
      gradient('10px'),
      'invalid unit',
      '/body/contents/0/background/centerPosition',
    ],
    [
      'a size below nothing',
      bubble({ type: 'text', text: 'a', margin: '-1px' }),
      'lower limit exceeded',
      '/body/contents/0/margin',
    ],
    [
      'a share below nothing',
      bubble({ type: 'text', text: 'a', flex: -1 }),
      'must be greater than or equal to 0',
      '/body/contents/0/flex',
    ],
    [
      'a picture without address',
      bubble({ type: 'image' }),
      'must be specified',
      '/body/contents/0/url',
    ],
    [
      'a picture that LINE would not fit in',
      bubble({ type: 'image', url: 'https://a.b/c', aspectMode: 'contain' }),
      'invalid property',
      '/body/contents/0/aspectMode',
    ],
    [
      'a large bubble',
      bubble({ type: 'text', text: 'a'.repeat(30 * 1024) }),
      'Too large flex message. The maximum size of JSON data is 30 KB',
      '/',
    ],
    [
      'a long label in Flex',
      bubble({ type: 'button', action: { type: 'message', label: 'a'.repeat(41), text: 'a' } }),
      'invalid property',
      '/body/contents/0/action/label',
    ],
  ])('%s', async (_, message, detail, property) => {
    const body = await refused([message])
    expect(body.message).toBe(top)
    expect(body.details).toContainEqual({ message: detail, property })
  })

  it('says both of a strange scheme', async () => {
    const { details } = await refused([
      bubble({ type: 'button', action: { type: 'uri', label: 'a', uri: 'javascript:a' } }),
    ])
    expect(details.map(({ message }) => message)).toEqual(['invalid uri', 'invalid uri scheme'])
  })

  it('speaks of the first message that it does not like', async () => {
    const { message } = await refused([
      text('a'),
      flex({ type: 'bubble' }),
      flex({ type: 'bubble' }),
    ])
    expect(message).toBe('A message (messages[1])\u00a0in the request body is invalid')
  })
})
