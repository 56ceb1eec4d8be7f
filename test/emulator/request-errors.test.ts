/** LINE's answers to invalid requests, word for word: paths, headers, JSON, and operations without messages. */

import { describe, expect, it } from 'vitest'
import { setUp, text } from './support.js'

const push = '/v2/bot/message/push'
const validate = '/v2/bot/message/validate/push'

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

  it('refuses a list with an invalid id', async () => {
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
