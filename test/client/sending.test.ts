/** Whatever can be rendered reaches LINE, checked, in as many requests as it takes. */
import { describe, expect, it } from 'vitest'
import { LineApiError, LineArgumentError, LineBatchError } from '../../src/client/index.js'
import type { Message } from '../../src/spec/index.js'
import { LineValidationError } from '../../src/validation/index.js'
import { clientOf, failure, groupId, token, userId } from './setup.js'

const texts = (count: number) => Array.from({ length: count }, (_, i) => `message ${i + 1}`)
const bodyOf = (request: { body: string }) =>
  JSON.parse(request.body) as { to?: string | string[]; messages: { text: string }[] }

describe('sending', () => {
  it('pushes a string as a text message', async () => {
    const { line, server } = await clientOf({
      body: { sentMessages: [{ id: '1', quoteToken: 'q' }] },
    })
    const sent = await line.messages.push(userId, 'Hello')

    expect(server.last).toMatchObject({ method: 'POST', url: '/v2/bot/message/push' })
    expect(server.last.headers).toMatchObject({
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    })
    expect(JSON.parse(server.last.body)).toEqual({
      to: userId,
      messages: [{ type: 'text', text: 'Hello' }],
    })
    expect(sent).toMatchObject({
      sentMessages: [{ id: '1', quoteToken: 'q' }],
      requestId: 'request-1',
      requests: [{ attempts: 1, repeated: false, messages: { from: 0, count: 1 } }],
    })
  })

  it('gives every send its own options, and nothing that was not asked for', async () => {
    const { line, server } = await clientOf()
    const quiet = { notificationDisabled: true }
    const units = { customAggregationUnits: ['sale'] }
    await line.messages.reply('token', 'a', quiet)
    await line.messages.push(groupId, 'b', { ...quiet, ...units })
    await line.messages.multicast([userId], 'c', { ...quiet, ...units })
    await line.messages.narrowcast('d', {
      ...quiet,
      recipient: { type: 'audience', audienceGroupId: 1 },
      filter: { demographic: { type: 'gender', oneOf: ['female'] } },
      limit: { max: 5 },
    })
    await line.messages.broadcast('e', quiet)

    expect(server.received.map((request) => [request.url, bodyOf(request)])).toEqual([
      ['/v2/bot/message/reply', { replyToken: 'token', ...quiet, messages: [text('a')] }],
      ['/v2/bot/message/push', { to: groupId, ...quiet, ...units, messages: [text('b')] }],
      ['/v2/bot/message/multicast', { to: [userId], ...quiet, ...units, messages: [text('c')] }],
      [
        '/v2/bot/message/narrowcast',
        {
          recipient: { type: 'audience', audienceGroupId: 1 },
          filter: { demographic: { type: 'gender', oneOf: ['female'] } },
          limit: { max: 5 },
          ...quiet,
          messages: [text('d')],
        },
      ],
      ['/v2/bot/message/broadcast', { ...quiet, messages: [text('e')] }],
    ])
  })

  it('refuses messages that LINE would refuse, before it is asked', async () => {
    const { line, server } = await clientOf()
    await failure(line.messages.push(userId, { type: 'text', text: '' }), LineValidationError)
    await failure(line.messages.narrowcast('a', { limit: { max: 0 } }), LineValidationError)
    expect(server.received).toEqual([])
  })

  it('sends them unchecked where checking is switched off', async () => {
    const { line, server } = await clientOf(undefined, { validate: false })
    await line.messages.push(userId, { type: 'text', text: '' })
    expect(server.received).toHaveLength(1)
    await failure(
      line.messages.push(userId, { type: 'text', text: '' }, { validate: true }),
      LineValidationError,
    )
  })

  it('can be checked by LINE without being sent', async () => {
    const { line, server } = await clientOf()
    for (const kind of ['reply', 'push', 'multicast', 'narrowcast', 'broadcast'] as const)
      await line.messages.check(kind, { type: 'text', text: '' })
    expect(server.received.map(({ url }) => url)).toEqual([
      '/v2/bot/message/validate/reply',
      '/v2/bot/message/validate/push',
      '/v2/bot/message/validate/multicast',
      '/v2/bot/message/validate/narrowcast',
      '/v2/bot/message/validate/broadcast',
    ])
    expect(JSON.parse(server.last.body)).toEqual({ messages: [{ type: 'text', text: '' }] })
  })
})

describe('more than five messages', () => {
  it('are refused with what to do about it', async () => {
    const { line, server } = await clientOf()
    const pushed = await failure(line.messages.push(userId, texts(7)), LineArgumentError)
    expect(pushed.code).toBe('messages_too_many')
    expect(pushed.message).toContain('7 messages')
    expect(pushed.message).toContain('{ split: true }')
    const replied = await failure(line.messages.reply('token', texts(6)), LineArgumentError)
    expect(replied.message).toContain('reply with 5 and push the others')
    expect(server.received).toEqual([])
  })

  it('are sent in order when split, each request under its own key', async () => {
    const { line, server } = await clientOf((request) => ({
      body: { sentMessages: bodyOf(request).messages.map(({ text }) => ({ id: text })) },
    }))
    const sent = await line.messages.push(userId, texts(12), { split: true })

    expect(server.received.map((request) => bodyOf(request).messages.length)).toEqual([5, 5, 2])
    expect(sent.sentMessages.map(({ id }) => id)).toEqual(texts(12))
    expect(sent.requests.map(({ messages }) => messages)).toEqual([
      { from: 0, count: 5 },
      { from: 5, count: 5 },
      { from: 10, count: 2 },
    ])
    expect(new Set(sent.requests.map(({ retryKey }) => retryKey)).size).toBe(3)
    expect(sent.requestId).toBe('request-3')
  })

  it('keep the quick reply on the very last message when split', async () => {
    const { line, server } = await clientOf()
    const action = { type: 'message', label: 'a', text: 'a' } as const
    const quickReply = { items: [{ type: 'action' as const, action }] }
    const last: Message = { type: 'text', text: 'last', quickReply }
    await line.messages.push(userId, [...texts(6), last], { split: true })
    expect(server.received.map(({ body }) => body.includes('quickReply'))).toEqual([false, true])
    expect(server.last.body).toContain('"text":"last","quickReply"')
  })

  it('warn once of a quick reply that is not on the last message, though it ends its request', async () => {
    const { line } = await clientOf()
    const action = { type: 'message', label: 'a', text: 'a' } as const
    const quickReply = { items: [{ type: 'action' as const, action }] }
    const fifth: Message = { type: 'text', text: 'fifth', quickReply }
    const warnings: string[] = []
    const onWarning = ({ code }: { code: string }) => void warnings.push(code)
    await line.messages.push(userId, [...texts(4), fifth, ...texts(2)], { split: true, onWarning })
    expect(warnings).toEqual(['ignored'])
  })

  it('stop at the first request that fails, and the error says what was sent', async () => {
    const { line, server } = await clientOf((_, __, at) =>
      at === 1 ? { status: 400, body: { message: 'no' } } : { body: { sentMessages: [] } },
    )
    const error = await failure(
      line.messages.push(userId, texts(12), { split: true }),
      LineBatchError,
    )
    expect(error.results.map(({ status }) => status)).toEqual(['sent', 'failed', 'not_tried'])
    expect(error.message).toContain('1 of 3 requests were sent')
    expect(error.cause).toBeInstanceOf(LineApiError)
    expect(server.received).toHaveLength(2)
  })

  it('lead LINE’s complaint back to the message among all of them', async () => {
    const { line } = await clientOf((_, __, at) =>
      at === 1
        ? {
            status: 400,
            body: {
              message: 'The request body has 1 error(s)',
              details: [{ message: 'May not be empty', property: 'messages[1].text' }],
            },
          }
        : { body: {} },
    )
    const error = await failure(
      line.messages.push(userId, texts(7), { split: true }),
      LineBatchError,
    )
    expect((error.cause as LineApiError).details[0]!.path).toBe('messages[6].text')
  })
})

describe('more than 500 recipients', () => {
  const users = Array.from({ length: 1100 }, (_, i) => `U${i.toString(16).padStart(32, '0')}`)

  it('are served in requests of 500', async () => {
    const { line, server } = await clientOf()
    const sent = await line.messages.multicast(users, 'News')
    expect(server.received.map((request) => bodyOf(request).to!.length)).toEqual([500, 500, 100])
    expect(sent.requests.flatMap(({ to }) => to)).toEqual(users)
  })

  it('are listed by request when some requests fail', async () => {
    const { line } = await clientOf((_, __, at) =>
      at === 1 ? { status: 400, body: { message: 'no' } } : { body: {} },
    )
    const error = await failure(line.messages.multicast(users, 'News'), LineBatchError)
    expect(error.results.map(({ status }) => status)).toEqual(['sent', 'failed', 'sent'])
    expect(error.results[1]!.to).toEqual(users.slice(500, 1000))
  })

  it('are not tried in vain when the month’s quota is used up', async () => {
    const { line, server } = await clientOf({
      status: 429,
      body: { message: 'You have reached your monthly limit.' },
    })
    const error = await failure(line.messages.multicast(users, 'News'), LineBatchError)
    expect(error.results.map(({ status }) => status)).toEqual(['failed', 'not_tried', 'not_tried'])
    expect(server.received).toHaveLength(1)
  })

  it('may not be empty', async () => {
    const { line } = await clientOf()
    const error = await failure(line.messages.multicast([], 'News'), LineArgumentError)
    expect(error.code).toBe('recipients_missing')
  })
})

const text = (words: string) => ({ type: 'text', text: words })
