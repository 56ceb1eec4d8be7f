/** Statistics that LINE counts. */

import { describe, expect, it } from 'vitest'
import { makeMenu, setUp, text } from './support.js'

const DAY = 86_400_000

describe('figures', () => {
  it('are made of what was sent, seen and tapped', async () => {
    const { call, line } = setUp({ privacy: 1 })
    const aki = line.user('Aki', { age: 31, gender: 'female' })
    const uri = { type: 'uri', label: 'Look', uri: 'https://a.b/c' }
    const message = {
      type: 'template',
      altText: 'a',
      template: { type: 'buttons', text: 'a', actions: [uri] },
    }
    const { headers } = await call('/v2/bot/message/broadcast', {
      body: { messages: [text('a'), message] },
    })
    const requestId = headers.get('x-line-request-id')!
    await aki.taps('Look')
    const { body } = await call(`/v2/bot/insight/message/event?requestId=${requestId}`)
    expect(body).toMatchObject({
      overview: { requestId, delivered: 1, uniqueImpression: 1, uniqueClick: 1 },
      clicks: [{ seq: 2, url: 'https://a.b/c', click: 1, uniqueClick: 1 }],
    })
    expect((await call('/v2/bot/insight/demographic')).body).toMatchObject({
      available: true,
      ages: [{ age: 'from30to34', percentage: 100 }],
    })
  })

  it('are hidden if they are about fewer than twenty people', async () => {
    const { call, line } = setUp()
    line.user('Aki')
    const { headers } = await call('/v2/bot/message/broadcast', { body: { messages: [text('a')] } })
    const id = headers.get('x-line-request-id')!
    expect(
      (await call(`/v2/bot/insight/message/event?requestId=${id}`)).body['overview'],
    ).toMatchObject({
      uniqueImpression: null,
    })
    expect((await call('/v2/bot/insight/demographic')).body).toEqual({ available: false })
  })

  it('are there the day after', async () => {
    const { call, line, clock } = setUp()
    const { id } = line.user('Aki')
    line.user('Ken', { blocked: true })
    await call('/v2/bot/message/push', { body: { to: id, messages: [text('a')] } })
    const deliveries = '/v2/bot/insight/message/delivery?date=20260801'
    expect((await call(deliveries)).body).toMatchObject({ status: 'unready', apiPush: null })
    clock.advance(DAY)
    expect((await call(deliveries)).body).toEqual({ status: 'ready', apiPush: 1 })
    expect((await call('/v2/bot/insight/followers?date=20260801')).body).toEqual({
      status: 'ready',
      followers: 2,
      targetedReaches: 0,
      blocks: 1,
    })
    expect((await call('/v2/bot/insight/message/delivery')).body.message).toBe('date is required')
  })

  it('of units', async () => {
    const { call, line } = setUp({ privacy: 1 })
    const aki = line.user('Aki')
    await call('/v2/bot/message/push', {
      body: { to: aki.id, messages: [text('a')], customAggregationUnits: ['spring'] },
    })
    aki.reads()
    const path = '/v2/bot/insight/message/event/aggregation'
    const { body } = await call(`${path}?customAggregationUnit=spring&from=20260801&to=20260801`)
    expect(body).toMatchObject({ overview: { uniqueImpression: 1 }, messages: [{ seq: 1 }] })
    const wrong = await call(`${path}?customAggregationUnit=spring&from=20260801&to=20260901`)
    expect([wrong.status, wrong.body]).toEqual([
      400,
      { message: null, key: null, stacktrace: null, code: null },
    ])
  })

  it('of rich menus', async () => {
    const { call, line } = setUp({ privacy: 1 })
    const id = await makeMenu(call)
    await call(`/v2/bot/user/all/richmenu/${id}`, { method: 'POST' })
    await line.user('Aki').taps('Left')
    const summary = `/v2/bot/insight/richmenu/${id}/summary`
    expect((await call(`${summary}?from=20260801&to=20260801`)).body).toMatchObject({
      impression: { metrics: { count: 1, uniqueUsers: 1 } },
      clicks: [{ metrics: { count: 1 } }, { metrics: { count: 0 } }],
    })
    const daily = `/v2/bot/insight/richmenu/${id}/daily`
    expect((await call(`${daily}?from=20260801&to=20260801`)).body).toMatchObject({
      impression: { metrics: [{ date: '20260801', count: 1 }] },
    })
    for (const [path, message] of [
      [
        `${summary}?from=20260802&to=20260801`,
        'Parameter to must be the same date as, or after parameter from.',
      ],
      [
        `${summary}?from=20230628&to=20230629`,
        'Parameter from must be the same date as, or after 2023-06-29.',
      ],
      [`${summary}?from=20250101&to=20260801`, 'Date range exceeds. Max range is 396 days.'],
      [`${daily}?from=20260101&to=20260801`, 'Date range exceeds. Max range is 99 days.'],
      [`${daily}?from=x&to=y`, 'Bad Request'],
    ] as const)
      expect((await call(path)).body.message).toBe(message)
  })
})
