/** Never twice, never lost in silence. */
import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { LineApiError, LineConnectionError, LineClient } from '../../src/client/index.js'
import { FakeClock } from './fake-clock.js'
import { inTurn, rateLimited, type Reaction, reset, silence } from './server.js'
import { clientOf, failure, token, until, userId } from './setup.js'

const ok: Reaction = { body: { sentMessages: [{ id: '1' }] } }
const broken: Reaction = { status: 500, body: { message: 'Internal error' } }
const keys = (received: { headers: Record<string, unknown> }[]) =>
  received.map(({ headers }) => headers['x-line-retry-key'])

describe('push, multicast, narrowcast and broadcast', () => {
  it('carry a fresh UUID as retry key from the first try, and nothing else does', async () => {
    const { line, server } = await clientOf(ok)
    await line.messages.push(userId, 'a')
    await line.messages.multicast([userId], 'a')
    await line.messages.narrowcast('a')
    await line.messages.broadcast('a')
    const sends = keys(server.received)
    expect(new Set(sends).size).toBe(4)
    for (const key of sends)
      expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)

    await line.messages.reply('token', 'a')
    await line.notifications.push('0'.repeat(64), 'a')
    await line.messages.check('push', 'a')
    await line.users.profile(userId)
    await line.chats.showLoading(userId)
    expect(keys(server.received.slice(4))).toEqual(Array(5).fill(undefined))
  })

  it.each([
    ['a reset', reset],
    ['a 500', broken],
    ['a 503 that is not JSON', { status: 503, body: '<html>Unavailable</html>' }],
    ['an answer that is cut off', cutOff],
    ['an answer that is not JSON', { body: '{"sentMess' }],
  ] as [string, Reaction][])('are repeated under the same key after %s', async (_, fault) => {
    const { line, server } = await clientOf(inTurn(fault, fault, ok))
    const sent = await line.messages.push(userId, 'a')
    expect(sent).toMatchObject({ sentMessages: [{ id: '1' }], requests: [{ attempts: 3 }] })
    expect(new Set(keys(server.received)).size).toBe(1)
    expect(new Set(server.received.map(({ body }) => body)).size).toBe(1)
  })

  it('have succeeded when LINE says that the key was accepted before', async () => {
    const accepted = {
      status: 409,
      headers: { 'x-line-accepted-request-id': 'first-request' },
      body: {
        message: 'The retry key is already accepted',
        sentMessages: [{ id: '7', quoteToken: 'q' }],
      },
    }
    const { line } = await clientOf(inTurn(reset, accepted))
    expect(await line.messages.push(userId, 'a')).toMatchObject({
      requestId: 'first-request',
      sentMessages: [{ id: '7', quoteToken: 'q' }],
      requests: [{ repeated: true, attempts: 2 }],
    })
  })

  it('go on under the key of an earlier send', async () => {
    const { line, server } = await clientOf(inTurn(broken, ok))
    const error = await failure(line.messages.push(userId, 'a', { retry: false }), LineApiError)
    await line.messages.push(userId, 'a', { retryKey: error.retryKey })
    expect(keys(server.received)).toEqual([error.retryKey, error.retryKey])
  })

  it('refuse a key that is not a UUID, or that is for several requests', async () => {
    const { line, server } = await clientOf(ok)
    await expect(line.messages.push(userId, 'a', { retryKey: 'mine' })).rejects.toThrow(
      'not a UUID',
    )
    const retryKey = '123e4567-e89b-12d3-a456-426614174000'
    const six = Array<string>(6).fill('a')
    await expect(line.messages.push(userId, six, { split: true, retryKey })).rejects.toThrow(
      'takes several',
    )
    expect(server.received).toEqual([])
  })
})

describe('repeating', () => {
  it('ends after 8 tries, with waits that may double up to 10 seconds', async () => {
    const { line, clock, server } = await clientOf(broken, { random: () => 0.999_999 })
    const error = await failure(line.messages.push(userId, 'a'), LineApiError)
    expect(server.received).toHaveLength(8)
    expect(clock.sleeps.map((ms) => Math.round(ms))).toEqual([
      200, 400, 800, 1600, 3200, 6400, 10_000,
    ])
    expect(error).toMatchObject({ attempts: 8, accepted: 'maybe', code: 'server_failed' })
    expect(error.message).toContain('LINE may have processed the request')
  })

  it('waits a random time from 0, so that clients do not retry all at once', async () => {
    const { line, clock } = await clientOf(broken, { random: () => 0 })
    await failure(line.users.profile(userId), LineApiError)
    expect(clock.sleeps).toEqual([0, 0, 0, 0, 0, 0, 0])
  })

  it('ends within 60 seconds of the first try', async () => {
    const clock = new FakeClock()
    const { line, server } = await clientOf(
      (_, __, at) => {
        clock.time += 25_000
        return at > 8 ? { body: {} } : { status: 500 }
      },
      { clock },
    )
    await failure(line.users.profile(userId), LineApiError)
    expect(server.received).toHaveLength(3)
  })

  it('can be set for a client and for a call', async () => {
    const { line, server } = await clientOf(broken, { retry: { attempts: 3 } })
    await failure(line.users.profile(userId), LineApiError)
    expect(server.received).toHaveLength(3)
    await failure(line.users.profile(userId, { retry: { attempts: 2 } }), LineApiError)
    expect(server.received).toHaveLength(5)
    await failure(line.users.profile(userId, { retry: false }), LineApiError)
    expect(server.received).toHaveLength(6)
  })

  it('waits as long as a proxy’s Retry-After asks', async () => {
    const { line, clock } = await clientOf(
      inTurn({ ...rateLimited, headers: { 'retry-after': '17' } }, { body: {} }),
    )
    await line.users.profile(userId)
    expect(clock.sleeps).toEqual([17_000])
  })
})

describe('a reply', () => {
  it.each([
    ['a reset', reset, LineConnectionError],
    ['a 500', broken, LineApiError],
  ] as const)(
    'is not repeated after %s, and the error says that it may have arrived',
    async (_, fault, type) => {
      const { line, server } = await clientOf(fault)
      const error = await failure<LineApiError | LineConnectionError>(
        line.messages.reply('token', 'a'),
        type,
      )
      expect(server.received).toHaveLength(1)
      expect(error.accepted).toBe('maybe')
    },
  )

  it('is repeated when there was no connection, and the error says that it was not sent', async () => {
    const clock = new FakeClock()
    const line = new LineClient({ channelAccessToken: token, baseUrl: 'http://127.0.0.1:1', clock })
    const error = await failure(line.messages.reply('token', 'a'), LineConnectionError)
    expect(error).toMatchObject({ code: 'connection_failed', accepted: 'no', attempts: 8 })
    expect(error.message).toContain('LINE did not process the request')
    expect(error.message).toContain('ECONNREFUSED')
  })

  it('is repeated after a 429 of the rate kind: LINE did not take it', async () => {
    const { line, server } = await clientOf(inTurn(rateLimited, ok))
    await line.messages.reply('token', 'a')
    expect(server.received).toHaveLength(2)
  })

  it('succeeds when LINE accepted it before the connection broke', async () => {
    const { line, server } = await clientOf(cutOff)
    const sent = await line.messages.reply('token', 'a')
    expect(sent.sentMessages).toEqual([])
    expect(server.received).toHaveLength(1)
  })

  it('was not accepted when LINE refuses the token', async () => {
    const { line } = await clientOf({ status: 400, body: { message: 'Invalid reply token' } })
    const error = await failure(line.messages.reply('token', 'a'), LineApiError)
    expect(error).toMatchObject({ code: 'reply_token_invalid', accepted: 'no', attempts: 1 })
  })
})

describe('429', () => {
  const said = (message: string): Reaction => ({ status: 429, body: { message } })

  it.each([
    ['the rate', 'rate_limited', 8, 'The API rate limit has been exceeded. Try again later.'],
    ['the month', 'quota_exceeded', 1, 'You have reached your monthly limit.'],
    ['one user', 'user_rate_limited', 1, 'Too many messages have been sent to this user.'],
  ])('of %s has its own code', async (_, code, attempts, message) => {
    const { line, server } = await clientOf(said(message))
    const error = await failure(line.messages.push(userId, 'a'), LineApiError)
    expect(error).toMatchObject({ code, attempts, accepted: 'no' })
    expect(server.received).toHaveLength(attempts)
  })

  it('of uploads to one audience has its own code', async () => {
    const { line } = await clientOf(said('Too many requests in progress'))
    const error = await failure(
      line.audiences.add({ audienceGroupId: 1, audiences: [{ id: userId }] }),
      LineApiError,
    )
    expect(error).toMatchObject({ code: 'concurrency_limited', attempts: 1 })
  })
})

describe('other refusals', () => {
  it.each([
    [400, 'request_invalid'],
    [403, 'operation_forbidden'],
    [404, 'resource_not_found'],
    [409, 'request_conflicting'],
    [410, 'resource_gone'],
    [413, 'request_too_large'],
    [415, 'media_type_unsupported'],
    [422, 'message_not_delivered'],
  ])('%i is not repeated', async (status, code) => {
    const { line, server } = await clientOf({ status, body: { message: 'no' } })
    const error = await failure(line.messages.push(userId, 'a'), LineApiError)
    expect(error).toMatchObject({ code, status, attempts: 1, accepted: 'no' })
    expect(server.received).toHaveLength(1)
  })

  it('after an attempt without a response shows that nothing was accepted', async () => {
    const { line } = await clientOf(inTurn(reset, { status: 400, body: { message: 'no' } }))
    const error = await failure(line.messages.push(userId, 'a'), LineApiError)
    expect(error).toMatchObject({ attempts: 2, accepted: 'no' })
  })

  it('of other operations than sends are not repeated either, even after a 500', async () => {
    const { line, server } = await clientOf(broken)
    await failure(line.richMenus.setDefault('richmenu-1'), LineApiError)
    expect(server.received).toHaveLength(1)
  })

  it('never lead elsewhere: a redirect is not followed', async () => {
    const { line, server } = await clientOf({
      status: 307,
      headers: { location: '/elsewhere' },
    })
    const error = await failure(line.users.profile(userId), LineApiError)
    expect(error).toMatchObject({ code: 'request_redirected', status: 307 })
    expect(server.received).toHaveLength(1)
  })
})

describe('time', () => {
  const patience = async (
    call: (line: LineClient) => Promise<unknown>,
    options: { timeout?: number } = {},
  ) => {
    const clock = new FakeClock({ manual: true })
    const { line, server } = await clientOf(silence, { clock, retry: false, ...options })
    const error = failure(call(line), LineConnectionError)
    await until(() => server.received.length === 1)
    const started = clock.now()
    clock.advanceToNext()
    expect((await error).code).toBe('request_timed_out')
    return clock.now() - started
  }

  it('is 10 seconds for one attempt', async () => {
    expect(await patience((line) => line.users.profile(userId))).toBe(10_000)
  })

  it('is 30 seconds where LINE says that it is slow', async () => {
    const add = { audienceGroupId: 1, audiences: [{ id: userId }] }
    expect(await patience((line) => line.audiences.add(add))).toBe(30_000)
    expect(await patience((line) => line.audiences.add(add), { timeout: 5 })).toBe(30_000)
  })

  it('can be set for a client and for a call', async () => {
    expect(await patience((line) => line.users.profile(userId), { timeout: 5 })).toBe(5)
    expect(await patience((line) => line.users.profile(userId, { timeout: 7 }))).toBe(7)
  })

  it('is not waited for when nothing hangs: no timer is left behind', async () => {
    const { line, clock } = await clientOf(ok)
    await line.messages.push(userId, 'a')
    expect(clock.timers.size).toBe(0)
  })
})

describe('an abort signal', () => {
  it('ends a call that waits for its answer', async () => {
    const { line, server } = await clientOf(silence)
    const controller = new AbortController()
    const error = failure(
      line.messages.push(userId, 'a', { signal: controller.signal }),
      LineConnectionError,
    )
    await until(() => server.received.length === 1)
    controller.abort(new Error('no longer wanted'))
    expect(await error).toMatchObject({ code: 'request_aborted', accepted: 'maybe' })
    expect((await error).cause).toBe(controller.signal.reason)
  })

  it('ends a call that waits for its next attempt', async () => {
    const clock = new FakeClock({ manual: true })
    const { line } = await clientOf(broken, { clock })
    const controller = new AbortController()
    const error = failure(
      line.messages.push(userId, 'a', { signal: controller.signal }),
      LineConnectionError,
    )
    await until(() => clock.sleeps.length === 1)
    controller.abort()
    expect(await error).toMatchObject({ code: 'request_aborted', attempts: 1, accepted: 'maybe' })
  })

  it('that was aborted before lets nothing leave', async () => {
    const { line, server } = await clientOf(ok)
    const error = await failure(
      line.messages.push(userId, 'a', { signal: AbortSignal.abort() }),
      LineConnectionError,
    )
    expect(error).toMatchObject({ code: 'request_aborted', accepted: 'no' })
    expect(server.received).toEqual([])
  })
})

/** Says yes and hangs up in the middle of saying what. */
function cutOff(_: unknown, response: ServerResponse): undefined {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
  response.write('{"sentMessages":[', () => response.destroy())
}
