/** Quota, rate limits and statistics of messages that bots send, and who may be quoted and mentioned. */

import { describe, expect, it } from 'vitest'
import { setUp, text } from './support.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const push = '/v2/bot/message/push'
describe('the quota', () => {
  it('ends with the month', async () => {
    const { call, line, clock } = setUp({ quota: 2 })
    const body = { to: line.user('Aki').id, messages: [text('a')] }
    const statuses = []
    for (let i = 0; i < 3; i++) statuses.push((await call(push, { body })).status)
    expect(statuses).toEqual([200, 200, 429])
    expect((await call(push, { body })).body).toEqual({
      message: 'You have reached your monthly limit.',
    })
    expect((await call('/v2/bot/message/quota')).body).toEqual({ type: 'limited', value: 2 })
    // The first of September in Japan.
    clock.advance(31 * DAY)
    expect((await call(push, { body })).status).toBe(200)
  })

  it('may be unlimited', async () => {
    const { call, line } = setUp()
    expect((await call('/v2/bot/message/quota')).body).toEqual({ type: 'none' })
    line.quota = 0
    line.user('Aki')
    const { status } = await call('/v2/bot/message/broadcast', { body: { messages: [text('a')] } })
    expect(status).toBe(429)
  })
})

describe('rate limits', () => {
  it('hold when they are switched on, and trickle back', async () => {
    const { call, clock } = setUp({ rateLimits: true })
    const batch = { operations: [{ type: 'unlinkAll' }] }
    const send = () => call('/v2/bot/richmenu/batch', { body: batch })
    const statuses = []
    for (let i = 0; i < 4; i++) statuses.push((await send()).status)
    expect(statuses).toEqual([202, 202, 202, 429])
    expect((await send()).body).toEqual({
      message: 'The API rate limit has been exceeded. Try again later.',
    })
    expect((await send()).headers.get('retry-after')).toBeNull()
    clock.advance(HOUR / 3)
    expect((await send()).status).toBe(202)
  })

  it('do not hold otherwise', async () => {
    const { call } = setUp()
    for (let i = 0; i < 20; i++)
      expect(
        (await call('/v2/bot/richmenu/batch', { body: { operations: [{ type: 'unlinkAll' }] } }))
          .status,
      ).toBe(202)
  })
})

describe('accounts that are not verified', () => {
  it('may not ask who their friends are', async () => {
    const { call, line } = setUp({ account: { verified: false } })
    const team = line.group('Team', [line.user('Aki')])
    for (const path of ['/v2/bot/followers/ids', `/v2/bot/group/${team.id}/members/ids`]) {
      const { status, body } = await call(path)
      expect([status, body]).toEqual([
        403,
        { message: 'Access to this API is not available for your account' },
      ])
    }
    expect((await call(`/v2/bot/group/${team.id}/members/count`)).body).toEqual({ count: 1 })
  })
})

describe('statistics', () => {
  it('counts days in UTC+9, when they are over', async () => {
    const { call, line, clock } = setUp()
    const to = line.user('Aki').id
    await call(push, { body: { to, messages: [text('a')] } })
    // The clock is at 9 in the morning of the first of August in Japan.
    const path = '/v2/bot/message/delivery/push?date='
    expect((await call(`${path}20260801`)).body).toEqual({ status: 'unready' })
    clock.advance(15 * HOUR)
    expect((await call(`${path}20260801`)).body).toEqual({ status: 'ready', success: 1 })
    expect((await call(`${path}20180330`)).body).toEqual({ status: 'out_of_service' })
  })

  it('knows the units of the month', async () => {
    const { call, line } = setUp()
    const to = line.user('Aki').id
    const send = (unit: string) =>
      call(push, { body: { to, messages: [text('a')], customAggregationUnits: [unit] } })
    await send('spring')
    await send('Spring')
    await send('spring')
    expect((await send('a b')).status).toBe(400)
    expect((await call('/v2/bot/message/aggregation/info')).body).toEqual({
      numOfCustomAggregationUnits: 2,
    })
    const page = await call('/v2/bot/message/aggregation/list?limit=1')
    expect(page.body['customAggregationUnits']).toEqual(['spring'])
    const next = await call(
      `/v2/bot/message/aggregation/list?limit=1&start=${String(page.body['next'])}`,
    )
    expect(next.body).toEqual({ customAggregationUnits: ['Spring'] })
  })

  it('forgets where a list was left after a day', async () => {
    const { call, line, clock } = setUp()
    for (const name of ['a', 'b', 'c']) line.user(name)
    const { body } = await call('/v2/bot/followers/ids?limit=2')
    const rest = `/v2/bot/followers/ids?start=${String(body['next'])}`
    expect((await call(rest)).body['userIds']).toHaveLength(1)
    clock.advance(DAY)
    expect((await call(rest)).body.message).toBe('Invalid start param')
  })
})

describe('quotes and mentions', () => {
  it('are bound to their chat', async () => {
    const { call, line } = setUp()
    const [aki, ken] = [line.user('Aki'), line.user('Ken')]
    const team = line.group('Team', [aki])
    await aki.says('hi', { in: team })
    const quoteToken = team.chat[0]!.quoteToken!
    const send = (to: string, message: object) =>
      call(push, { body: { to, messages: [message] } }).then(({ status }) => status)
    const quote = { ...text('a'), quoteToken }
    expect(await send(team.id, quote)).toBe(200)
    expect(await send(aki.id, quote)).toBe(400)
    const mention = (userId: string) => ({
      type: 'textV2',
      text: 'Hi {who}',
      substitution: { who: { type: 'mention', mentionee: { type: 'user', userId } } },
    })
    expect(await send(team.id, mention(aki.id))).toBe(200)
    expect(await send(team.id, mention(ken.id))).toBe(400)
    expect(await send(aki.id, mention(aki.id))).toBe(400)
    const validated = await call('/v2/bot/message/validate/push', {
      body: { messages: [mention(ken.id)] },
    })
    expect(validated.status).toBe(200)
  })
})
