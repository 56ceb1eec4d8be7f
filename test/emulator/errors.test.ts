/** What LINE says when it does not like a request: word for word, in its two shapes. */
import { describe, expect, it } from 'vitest'
import { setUp, text } from './support.js'

const push = '/v2/bot/message/push'
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

describe('requests as such', () => {
  it('wants a token', async () => {
    const { call } = setUp()
    const { status, body } = await call('/v2/bot/info', { token: null })
    expect(status).toBe(401)
    expect(body.message).toBe(
      "Authorization header required. Must follow the scheme, 'Authorization: Bearer <ACCESS TOKEN>'",
    )
  })

  it('wants the right token', async () => {
    const { call } = setUp()
    const { status, body } = await call('/v2/bot/info', { token: 'wrong' })
    expect(status).toBe(401)
    expect(body).toEqual({
      message:
        'Authentication failed. Confirm that the access token in the authorization header is valid.',
    })
  })

  it.each([
    ['/v2/bot/nothing', 404, 'Not found'],
    ['/v2/bot/message/push', 405, 'Method Not Allowed'],
    ['/v2/bot/profile/..%2f..%2finfo', 400, "The value for the 'userId' parameter is invalid"],
    ['/v2/bot/profile/%zz', 404, 'Not found'],
    ['/v2/bot/profile/U1', 400, "The value for the 'userId' parameter is invalid"],
    ['/v2/bot/group/C1/summary', 400, "The value for the 'groupId' parameter is invalid"],
    ['/v2/bot/room/R1/members/count', 400, "The value for the 'roomId' parameter is invalid"],
    ['/v2/bot/followers/ids?start=old', 400, 'Invalid start param'],
    [
      '/v2/bot/message/delivery/push?date=20261301',
      400,
      "The value for the 'date' parameter is invalid",
    ],
  ])('GET %s → %i %s', async (path, status, message) => {
    const { call } = setUp()
    const answer = await call(path)
    expect(answer.status).toBe(status)
    expect(answer.body.message).toBe(message)
    expect(answer.headers.get('x-line-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('has data operations at their own host only', async () => {
    const { call, line } = setUp()
    const { messageId } = await line.user('Aki').sendsImage()
    const path = `/v2/bot/message/${messageId}/content`
    expect((await call(path)).status).toBe(404)
    expect((await call(`https://api-data.line.me${path}`)).status).toBe(200)
  })

  it('takes two megabytes and no more', async () => {
    const { call } = setUp()
    const { status } = await call(push, { raw: ' '.repeat(2 * 1024 * 1024 + 1) })
    expect(status).toBe(413)
  })

  it('names the content type that it does not support', async () => {
    const { call } = setUp()
    const { status, body } = await call(push, { raw: 'a', type: 'text/html' })
    expect(status).toBe(415)
    expect(body.message).toBe('The content type, text/html, is not supported')
  })
})

describe('JSON', () => {
  const aki = 'U00000000000000000000000000000001'
  it.each([
    [
      'a duplicate key at the top',
      `{\n  "to": "${aki}",\n  "to": "${aki}",\n  "messages": []\n}`,
      'The request body could not be parsed as JSON (line: 3, column: 7)',
      [{ message: "Duplicate field 'to'" }],
    ],
    [
      'a duplicate key in a message',
      `{\n"to": "${aki}",\n"messages": [\n{"type": "text", "text": "a"},\n{\n      "type": "text",\n      "type": "text"}]}`,
      "The property, 'messages[1]', in the request body is invalid (line: 7, column: 13)",
      [{ message: "Duplicate field 'type'" }],
    ],
    [
      'a raw newline in a text',
      `{"to":"${aki}",\n"messages":[{"type":"text","text":"a\nb"}]}`,
      "The property, 'messages[0]', in the request body is invalid (line: 2, column: 37)",
      undefined,
    ],
    [
      'nothing at all',
      '',
      'The request body could not be parsed as JSON (line: 1, column: 1)',
      undefined,
    ],
    [
      'half of it',
      '{"to":',
      'The request body could not be parsed as JSON (line: 1, column: 7)',
      undefined,
    ],
    [
      'a list',
      '[]',
      'The request body could not be parsed as JSON (line: 1, column: 1)',
      undefined,
    ],
  ])('refuses %s', async (_, raw, message, details) => {
    const { call } = setUp()
    const { status, body } = await call(push, { raw })
    expect(status).toBe(400)
    expect(body).toEqual({ message, ...(details && { details }) })
  })

  it('takes keys that only look alike, escapes and blanks', async () => {
    const { call, line } = setUp()
    const raw = `{ "to" : "${line.user('Aki').id}",\t"messages":[{"type":"text","text":"\\u3042 \\"to\\": {}", "a" : [1.5e3, true, null, -0, [], {}]}] }`
    expect((await call(push, { raw })).status).toBe(200)
  })

  it('refuses what nests too deep, without falling over', async () => {
    const { call } = setUp()
    const raw = `{"messages":${'['.repeat(200_000)}`
    expect((await call(validate, { raw })).status).toBe(400)
  })

  it.each([
    [
      { messages: [text('a')] },
      "The property, 'to', in the request body is invalid (line: -, column: -)",
    ],
    [
      { to: 'aki', messages: [text('a')] },
      "The property, 'to', in the request body is invalid (line: -, column: -)",
    ],
    [
      { to: aki, messages: 'a' },
      "The property, 'messages', in the request body is invalid (line: -, column: -)",
    ],
    [
      { to: aki, messages: [text({} as string)] },
      "The property, 'messages[0].text', in the request body is invalid (line: -, column: -)",
    ],
  ])('refuses %j', async (body, message) => {
    const { call } = setUp()
    expect((await call(push, { body })).body.message).toBe(message)
  })

  it('refuses a list with an id that is none', async () => {
    const { call } = setUp()
    const { status, body } = await call('/v2/bot/message/multicast', {
      body: { to: [aki, 'x'], messages: [text('a')] },
    })
    expect(status).toBe(400)
    expect(body.message).toBe(
      'The property, to[1], in the request body is invalid (line: -, column: -)',
    )
  })

  it('refuses more than 500 ids', async () => {
    const { call } = setUp()
    const { body } = await call('/v2/bot/message/multicast', {
      body: { to: Array(501).fill(aki), messages: [text('a')] },
    })
    expect(body).toEqual({
      message: 'The request body has 1 error(s)',
      details: [{ message: 'Size must be between 0 and 500', property: 'to' }],
    })
  })
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

describe('other requests', () => {
  const aki = 'U00000000000000000000000000000001'
  it.each([
    [
      { chatId: aki, loadingSeconds: 3 },
      ['Must be between 5 and 60', 'must be a multiple of five'],
    ],
    [{ chatId: aki, loadingSeconds: 65 }, ['Must be between 5 and 60']],
    [{ chatId: aki, loadingSeconds: 7 }, ['must be a multiple of five']],
    [
      { chatId: 'C00000000000000000000000000000001' },
      [
        'Only user id is acceptable, please confirm if there are any group/room ids or illegal ids.',
      ],
    ],
  ])('loading %j', async (body, messages) => {
    const { call } = setUp()
    const answer = await call('/v2/bot/chat/loading/start', { body })
    expect(answer.status).toBe(400)
    expect(answer.body.details.map((one) => one.message)).toEqual(messages)
  })

  it('knows the tokens that it gave', async () => {
    const { call, line } = setUp()
    const wrong = await call('/v2/bot/chat/markAsRead', { body: { markAsReadToken: 'x' } })
    expect(wrong.body.message).toBe(
      'Invalid markAsReadToken. Tokens must be used by the bot that received them via Webhook.',
    )
    const aki = line.user('Aki')
    await aki.says('hi')
    const { markAsReadToken } = aki.chat[0]!
    expect((await call('/v2/bot/chat/markAsRead', { body: { markAsReadToken } })).status).toBe(200)
  })
})
