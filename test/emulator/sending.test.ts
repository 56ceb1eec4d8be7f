/** Who gets what, for how long tokens and keys are good, and what it costs. */
import { describe, expect, it } from 'vitest'
import { createBot } from '../../src/webhook/index.js'
import { setUp, text } from './support.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const push = '/v2/bot/message/push'
const unknown = 'U0000000000000000000000000000000f'

/** A bot that answers nothing, and the emulator that talks to it. */
function silent(options: Parameters<typeof setUp>[0] = {}) {
  const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
  return setUp({ bot, ...options })
}

const tokenOf = ({ events }: { events: object[] }) =>
  (events[0] as { replyToken: string }).replyToken

describe('people and chats', () => {
  type Someone = ReturnType<typeof setUp>
  const cases: [string, (given: Someone) => string | Promise<string>, Record<string, unknown>][] = [
    [
      'a friend',
      ({ line }) => line.user('Aki').id,
      { push: 200, shown: 1, cost: 1, multicast: 2, profile: 200 },
    ],
    [
      'somebody who wrote within seven days',
      async ({ line }) => {
        const ken = line.user('Ken', { friend: false })
        await ken.says('hi')
        return ken.id
      },
      { push: 200, shown: 1, cost: 1, multicast: 1, profile: 200 },
    ],
    [
      'somebody who wrote eight days ago',
      async ({ line, clock }) => {
        const ken = line.user('Ken', { friend: false })
        await ken.says('hi')
        clock.advance(8 * DAY)
        return ken.id
      },
      { push: 200, shown: 0, cost: 0, multicast: 0, profile: 200 },
    ],
    [
      'a stranger',
      ({ line }) => line.user('Ken', { friend: false }).id,
      { push: 200, shown: 0, cost: 0, multicast: 0, profile: 404 },
    ],
    [
      'somebody who blocked the bot',
      ({ line }) => line.user('Ken', { blocked: true }).id,
      { push: 200, shown: 0, cost: 0, multicast: 0, profile: 404 },
    ],
    [
      'a deleted account',
      ({ line }) => line.user('Ken', { deleted: true }).id,
      { push: 200, shown: 0, cost: 0, multicast: 0, profile: 404 },
    ],
    ['an unknown id', () => unknown, { push: 400, shown: 0, cost: 0, multicast: 0, profile: 404 }],
    ['no id', () => 'aki', { push: 400, shown: 0, cost: 0, multicast: undefined, profile: 400 }],
  ]
  it.each(cases)('%s', async (_, someone, expected) => {
    const given = setUp()
    const to = await someone(given)
    const { call, line } = given
    const pushed = await call(push, { body: { to, messages: [text('a')] } })
    const shown = line.findUser(to)?.messages.length ?? 0
    const cost = (await call('/v2/bot/message/quota/consumption')).body['totalUsage']
    const profile = (await call(`/v2/bot/profile/${to}`)).status
    const sent = await call('/v2/bot/message/multicast', {
      body: { to: [to], messages: [text('b')] },
    })
    const multicast = sent.status === 200 ? (line.findUser(to)?.messages.length ?? 0) : undefined
    expect({ push: pushed.status, shown, cost, multicast, profile }).toEqual(expected)
    const link = await call(`/v2/bot/user/${to}/richmenu`, { method: 'DELETE' })
    expect(link.status).toBe(to === 'aki' ? 400 : 200)
  })

  it('reports that it could not send to an unknown person', async () => {
    const { call, line } = setUp()
    const aki = line.user('Aki')
    const out = line.group('Team', [aki], { bot: false })
    for (const to of [unknown, out.id]) {
      const { status, body } = await call(push, { body: { to, messages: [text('a')] } })
      expect([status, body]).toEqual([400, { message: 'Failed to send messages' }])
    }
  })

  it('counts the people of a group, not the messages', async () => {
    const { call, line } = setUp()
    const people = ['Aki', 'Ken', 'Mio'].map((name) => line.user(name))
    const team = line.group('Team', people)
    await call(push, { body: { to: team.id, messages: [text('a'), text('b')] } })
    expect(team.messages).toHaveLength(2)
    expect((await call('/v2/bot/message/quota/consumption')).body).toEqual({ totalUsage: 3 })
  })
})

describe('answers', () => {
  it('gives ids in order, and quote tokens to what can be quoted', async () => {
    const { call, line } = setUp()
    const location = { type: 'location', title: 'a', address: 'b', latitude: 1, longitude: 2 }
    const { body } = await call(push, {
      body: { to: line.user('Aki').id, messages: [text('a'), location] },
    })
    expect(body['sentMessages']).toEqual([
      { id: expect.stringMatching(/^\d{18}$/) as string, quoteToken: expect.any(String) as string },
      { id: expect.stringMatching(/^\d{18}$/) as string },
    ])
  })

  it('answers multicast and broadcast with nothing, narrowcast with 202', async () => {
    const { call, line } = setUp()
    const to = [line.user('Aki').id]
    const messages = [text('a')]
    for (const [name, status] of [
      ['multicast', 200],
      ['broadcast', 200],
      ['narrowcast', 202],
    ] as const) {
      const answer = await call(`/v2/bot/message/${name}`, { body: { to, messages } })
      expect([answer.status, answer.body]).toEqual([status, {}])
    }
    expect(line.user('Aki').messages).toHaveLength(3)
  })

  it('only looks when asked to validate', async () => {
    const { call, line } = setUp()
    const aki = line.user('Aki')
    for (const name of ['reply', 'push', 'multicast', 'narrowcast', 'broadcast']) {
      const answer = await call(`/v2/bot/message/validate/${name}`, {
        body: { messages: [text('a')] },
      })
      expect([answer.status, answer.body]).toEqual([200, {}])
    }
    expect(aki.messages).toEqual([])
  })
})

describe('reply tokens', () => {
  const reply = (
    call: ReturnType<typeof setUp>['call'],
    replyToken: string,
    messages: unknown = [text('a')],
  ) => call('/v2/bot/message/reply', { body: { replyToken, messages } })
  const invalid = { message: 'Invalid reply token' }

  it('are good once', async () => {
    const { call, line } = silent()
    const token = tokenOf(await line.user('Aki').says('hi'))
    expect((await reply(call, token)).status).toBe(200)
    const again = await reply(call, token)
    expect([again.status, again.body]).toEqual([400, invalid])
    expect(line.user('Aki').messages).toEqual([text('a')])
  })

  it('are good for a minute', async () => {
    const { call, line, clock } = silent()
    const aki = line.user('Aki')
    const [first, second] = [tokenOf(await aki.says('a')), tokenOf(await aki.says('b'))]
    clock.advance(MINUTE)
    expect((await reply(call, first)).status).toBe(200)
    clock.advance(1)
    expect((await reply(call, second)).body).toEqual(invalid)
  })

  it('cost nothing', async () => {
    const { call, line } = silent({ quota: 0 })
    expect((await reply(call, tokenOf(await line.user('Aki').says('hi')))).status).toBe(200)
    expect((await call('/v2/bot/message/quota/consumption')).body).toEqual({ totalUsage: 0 })
  })

  it.each([
    [false, 200],
    [true, 400],
  ])('after a refused reply, burnt %s: %i', async (burnReplyTokens, status) => {
    const { call, line } = silent({ burnReplyTokens })
    const token = tokenOf(await line.user('Aki').says('hi'))
    expect((await reply(call, token, [text('')])).status).toBe(400)
    expect((await reply(call, token)).status).toBe(status)
  })

  it('have another minute with a redelivery, up to twenty minutes', async () => {
    const { call, line, clock } = silent()
    const aki = line.user('Aki')
    const [turn, late, used] = [await aki.says('a'), await aki.says('b'), await aki.says('c')]
    await reply(call, tokenOf(used))
    clock.advance(10 * MINUTE)
    await line.redeliver(turn.events[0]!.webhookEventId)
    await line.redeliver(used.events[0]!.webhookEventId)
    clock.advance(MINUTE)
    expect((await reply(call, tokenOf(turn))).status).toBe(200)
    expect((await reply(call, tokenOf(used))).body).toEqual(invalid)
    clock.advance(10 * MINUTE)
    await line.redeliver(late.events[0]!.webhookEventId)
    expect((await reply(call, tokenOf(late))).body).toEqual(invalid)
  })

  it('of unknown make are refused', async () => {
    const { call } = setUp()
    expect((await reply(call, '0'.repeat(32))).body).toEqual(invalid)
  })
})

describe('retry keys', () => {
  const key = '123e4567-e89b-12d3-a456-426614174000'

  it('let a request happen once', async () => {
    const { call, line, clock } = setUp()
    const aki = line.user('Aki')
    const send = () =>
      call(push, {
        body: { to: aki.id, messages: [text('a')] },
        headers: { 'x-line-retry-key': key },
      })
    const first = await send()
    clock.advance(DAY - 1)
    const second = await send()
    expect(second.status).toBe(409)
    expect(second.body).toEqual({
      message: 'The retry key is already accepted',
      sentMessages: first.body['sentMessages'],
    })
    expect(second.headers.get('x-line-accepted-request-id')).toBe(
      first.headers.get('x-line-request-id'),
    )
    expect(second.headers.get('x-line-request-id')).not.toBe(first.headers.get('x-line-request-id'))
    clock.advance(1)
    expect((await send()).status).toBe(200)
    expect(aki.messages).toHaveLength(2)
  })

  it('belong to an operation, and are not used up by a refusal', async () => {
    const { call, line } = setUp()
    line.user('Aki')
    const headers = { 'x-line-retry-key': key }
    const bad = await call('/v2/bot/message/broadcast', { body: { messages: [] }, headers })
    const good = await call('/v2/bot/message/broadcast', {
      body: { messages: [text('a')] },
      headers,
    })
    const other = await call('/v2/bot/message/narrowcast', {
      body: { messages: [text('a')] },
      headers,
    })
    const again = await call('/v2/bot/message/broadcast', {
      body: { messages: [text('a')] },
      headers,
    })
    expect([bad, good, other, again].map(({ status }) => status)).toEqual([400, 200, 202, 409])
    expect(again.body).toEqual({ message: 'The retry key is already accepted' })
  })

  it('are for four operations', async () => {
    const { call } = setUp()
    const headers = { 'x-line-retry-key': key }
    const reply = { replyToken: 'x', messages: [text('a')] }
    expect((await call('/v2/bot/message/reply', { body: reply, headers })).status).toBe(400)
    expect((await call('/v2/bot/info', { headers })).status).toBe(400)
    const strange = { 'x-line-retry-key': 'one' }
    const body = { messages: [text('a')] }
    expect((await call('/v2/bot/message/broadcast', { body, headers: strange })).status).toBe(400)
  })
})
