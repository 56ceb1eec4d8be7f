/** Figures: which days they are of, who is hidden in them, and when they are not there. */
import { describe, expect, it } from 'vitest'
import { makeMenu, setUp, text } from './support.js'

const DAY = 86_400_000
const event = '/v2/bot/insight/message/event'

function crowd(count: number, options: Parameters<typeof setUp>[0] = {}) {
  const set = setUp(options)
  const people = Array.from({ length: count }, (_, i) => set.line.user(`P${i}`, { age: 30 }))
  const uri = { type: 'uri', label: 'Look', uri: 'https://a.b/c' }
  const template = { type: 'buttons', text: 'a', actions: [uri] }
  const messages = [{ type: 'template', altText: 'a', template }]
  const broadcast = async () => {
    const { headers } = await set.call('/v2/bot/message/broadcast', { body: { messages } })
    return headers.get('x-line-request-id')!
  }
  return { ...set, people, broadcast, messages }
}

describe('of a message', () => {
  it('are shown from twenty people on', async () => {
    const { call, people, broadcast } = crowd(20)
    const requestId = await broadcast()
    const figures = async () => (await call(`${event}?requestId=${requestId}`)).body
    for (const one of people.slice(1)) await one.taps('Look')
    expect(await figures()).toEqual({
      overview: {
        requestId,
        timestamp: Date.UTC(2026, 7, 1) / 1_000,
        delivered: 20,
        uniqueImpression: null,
        uniqueClick: null,
        uniqueMediaPlayed: null,
        uniqueMediaPlayed100Percent: null,
      },
      messages: [expect.objectContaining({ seq: 1, impression: null, mediaPlayed: null })],
      clicks: [
        {
          seq: 1,
          url: 'https://a.b/c',
          click: null,
          uniqueClick: null,
          uniqueClickOfRequest: null,
        },
      ],
    })
    await people[0]!.taps('Look')
    await people[0]!.taps('Look')
    expect(await figures()).toMatchObject({
      overview: { uniqueImpression: 20, uniqueClick: 20 },
      messages: [{ seq: 1, impression: 20 }],
      clicks: [{ click: 21, uniqueClick: 20, uniqueClickOfRequest: 20 }],
    })
  })

  it('are made of what people did in the first fourteen days', async () => {
    const { call, people, broadcast, clock } = crowd(2, { privacy: 1 })
    const requestId = await broadcast()
    clock.advance(14 * DAY)
    people[0]!.reads()
    clock.advance(1)
    people[1]!.reads()
    expect((await call(`${event}?requestId=${requestId}`)).body).toMatchObject({
      overview: { delivered: 2, uniqueImpression: 1 },
    })
  })

  it('are asked for by the id of its request', async () => {
    const { call } = crowd(0)
    for (const query of ['', '?requestId=x']) {
      const { status, body } = await call(event + query)
      expect([status, body.message]).toEqual([
        400,
        "The value for the 'requestId' parameter is invalid",
      ])
    }
  })
})

describe('of a unit', () => {
  it('are of thirty days at most, and hide a few people, too', async () => {
    const { call, people } = crowd(1)
    await call('/v2/bot/message/push', {
      body: { to: people[0]!.id, messages: [text('a')], customAggregationUnits: ['spring'] },
    })
    people[0]!.reads()
    const ask = (query: string) => call(`${event}/aggregation?${query}`)
    const good = await ask('customAggregationUnit=spring&from=20260703&to=20260802')
    expect(good.body).toMatchObject({
      overview: { uniqueImpression: null },
      messages: [{ seq: 1, impression: null, uniqueImpression: null }],
      clicks: [],
    })
    for (const wrong of [
      'customAggregationUnit=spring&from=20260702&to=20260802',
      'customAggregationUnit=spring&from=20260802&to=20260801',
      'customAggregationUnit=spring&from=20260801',
      'from=20260801&to=20260801',
      'customAggregationUnit=spring&from=2026-08-01&to=20260801',
    ]) {
      const { status, body } = await ask(wrong)
      expect([status, body]).toEqual([
        400,
        { message: null, key: null, stacktrace: null, code: null },
      ])
    }
  })
})

describe('of a day', () => {
  it('are there when the day is over in Japan, and since there are any', async () => {
    const { call, clock, messages, people } = crowd(2)
    await call('/v2/bot/message/broadcast', { body: { messages } })
    await call('/v2/bot/message/multicast', { body: { to: [people[0]!.id], messages } })
    await call('/v2/bot/message/narrowcast', { body: { messages } })
    const delivery = '/v2/bot/insight/message/delivery'
    const followers = '/v2/bot/insight/followers'
    const counts = { apiBroadcast: null, apiPush: null, apiMulticast: null, apiNarrowcast: null }
    const noPeople = { followers: null, targetedReaches: null, blocks: null }
    for (const [path, nothing, first] of [
      [delivery, { ...counts, apiReply: null }, '20170301'],
      [followers, noPeople, '20161101'],
    ] as const) {
      const ask = async (date: string) => (await call(`${path}?date=${date}`)).body
      expect(await ask('20260801')).toEqual({ status: 'unready', ...nothing })
      const before = String(Number(first) - 100)
      expect(await ask(before)).toEqual({ status: 'out_of_service', ...nothing })
      expect(await ask(first)).toMatchObject({ status: 'ready' })
      const wrong = await call(`${path}?date=20260231`)
      expect([wrong.status, wrong.body.message]).toEqual([400, 'Bad Request'])
    }
    // The first of August ends fifteen hours after it began in Greenwich.
    clock.advance(15 * 3_600_000)
    expect((await call(`${delivery}?date=20260801`)).body).toEqual({
      status: 'ready',
      apiBroadcast: 2,
      apiMulticast: 1,
      apiNarrowcast: 2,
    })
    expect((await call(`${followers}?date=20260801`)).body).toEqual({
      status: 'ready',
      followers: 2,
      targetedReaches: 2,
      blocks: 0,
    })
  })
})

describe('of friends', () => {
  it('are shown from twenty friends on', async () => {
    expect((await crowd(19).call('/v2/bot/insight/demographic')).body).toEqual({ available: false })
    const { body } = await crowd(20).call('/v2/bot/insight/demographic')
    expect(body).toMatchObject({
      available: true,
      genders: [{ gender: 'unknown', percentage: 100 }],
      ages: [{ age: 'from30to34', percentage: 100 }],
      subscriptionPeriods: [{ subscriptionPeriod: 'within7days', percentage: 100 }],
    })
  })
})

describe('of a rich menu', () => {
  it('are shown from twenty people on, for 396 days or day by day for 99', async () => {
    const { call, people, clock } = crowd(20)
    const id = await makeMenu(call)
    await call(`/v2/bot/user/all/richmenu/${id}`, { method: 'POST' })
    const insight = `/v2/bot/insight/richmenu/${id}`
    for (const one of people.slice(1)) await one.taps('Left')
    const day = '?from=20260801&to=20260801'
    expect((await call(`${insight}/summary${day}`)).body).toEqual({ richMenuId: id })
    expect((await call(`${insight}/daily${day}`)).body).toEqual({ richMenuId: id })
    await people[0]!.taps('Left')
    expect((await call(`${insight}/summary${day}`)).body).toMatchObject({
      metricsFrom: '20260801',
      metricsTo: '20260801',
      clicks: [{ metrics: { count: 20, uniqueUsers: 20 } }, { metrics: { count: 0 } }],
    })
    const status = async (kind: string, from: string, to: string) =>
      (await call(`${insight}/${kind}?from=${from}&to=${to}`)).status
    expect(await status('summary', '20250702', '20260801')).toBe(200)
    expect(await status('summary', '20250701', '20260801')).toBe(400)
    expect(await status('daily', '20260425', '20260801')).toBe(200)
    expect(await status('daily', '20260424', '20260801')).toBe(400)
    clock.advance(1)
    const old = await call(`${insight}/daily?from=20230701&to=20230702`)
    expect([old.status, old.body.message]).toEqual([400, 'Bad Request'])
    const none = await call(`/v2/bot/insight/richmenu/richmenu-${'0'.repeat(32)}/summary${day}`)
    expect(none.status).toBe(404)
  })
})
