/** What narrowcasts may name, and when LINE says no: at once, or later by their progress. */
import { describe, expect, it } from 'vitest'
import { setUp, text } from './support.js'

const DAY = 86_400_000
const messages = [text('a')]

function given(count: number, options: Parameters<typeof setUp>[0] = {}) {
  const set = setUp(options)
  const { call, line } = set
  const people = Array.from({ length: count }, (_, i) => line.user(`P${i}`))
  const send = async (body: object) => {
    const answer = await call('/v2/bot/message/narrowcast', { body: { messages, ...body } })
    return { ...answer, requestId: answer.headers.get('x-line-request-id')! }
  }
  const progress = (requestId: string) =>
    call(`/v2/bot/message/progress/narrowcast?requestId=${requestId}`)
  const audience = async (ids: readonly string[]) => {
    const { body } = await call('/v2/bot/audienceGroup/upload', {
      body: { description: 'some', audiences: ids.map((id) => ({ id })) },
    })
    return { type: 'audience', audienceGroupId: body['audienceGroupId'] as number }
  }
  const reached = () => people.filter((one) => one.messages.length > 0).length
  return { ...set, people, send, progress, audience, reached }
}

describe('recipients', () => {
  it('are ten audiences and earlier narrowcasts at most, in whatever tree', async () => {
    const { audience, send, people } = given(2)
    const one = await audience(people.map(({ id }) => id))
    const or = (count: number) => ({ type: 'operator', or: Array<object>(count).fill(one) })
    const tree = (count: number) => ({ type: 'operator', and: [or(5), or(count - 5)] })
    expect((await send({ recipient: tree(10) })).status).toBe(202)
    expect((await send({ recipient: tree(11) })).status).toBe(400)
  })

  it('are joined in one way', async () => {
    const { audience, send, people } = given(2)
    const one = await audience([people[0]!.id])
    for (const operator of [{ and: [one], or: [one] }, { not: one, and: [one] }, { or: [] }, {}])
      expect((await send({ recipient: { type: 'operator', ...operator } })).status).toBe(400)
  })

  it('are audiences that are ready', async () => {
    const { audience, send, people, clock } = given(2, { audienceTime: 5_000 })
    const recipient = await audience([people[0]!.id])
    const early = await send({ recipient })
    expect([early.status, early.body]).toEqual([
      400,
      { message: `Invalid audience group id: ${recipient.audienceGroupId}` },
    ])
    clock.advance(5_000)
    expect((await send({ recipient })).status).toBe(202)
    clock.advance(180 * DAY)
    expect((await send({ recipient })).status).toBe(400)
  })

  it('are those of an earlier one that has succeeded, in the last fourteen days', async () => {
    const { send, clock } = given(2, { narrowcastTime: 10_000, quota: 3 })
    const first = await send({})
    const again = (requestId: string) => send({ recipient: { type: 'redelivery', requestId } })
    const refused = { message: `Invalid request id: ${first.requestId}` }
    expect((await again(first.requestId)).body).toEqual(refused)
    clock.advance(10_000)
    expect((await again(first.requestId)).status).toBe(202)
    clock.advance(14 * DAY)
    expect((await again(first.requestId)).body).toEqual(refused)
    const failed = await send({})
    clock.advance(10_000)
    expect((await again(failed.requestId)).status).toBe(400)
  })

  it('are too few when one of several audiences is', async () => {
    const { send, audience, people, call, progress } = given(60)
    const { headers } = await call('/v2/bot/message/broadcast', { body: { messages } })
    const requestId = headers.get('x-line-request-id')
    for (const one of people.slice(0, 50)) one.reads()
    const { body } = await call('/v2/bot/audienceGroup/imp', {
      body: { description: 'a', requestId },
    })
    const seen = { type: 'audience', audienceGroupId: body['audienceGroupId'] as number }
    const own = await audience(people.map(({ id }) => id))
    const recipient = { type: 'operator', or: [seen, own] }
    const good = await send({ recipient })
    expect((await progress(good.requestId)).body).toMatchObject({ phase: 'succeeded' })
    await people[0]!.blocks()
    const bad = await send({ recipient })
    expect((await progress(bad.requestId)).body).toMatchObject({ phase: 'failed', errorCode: 4 })
    const alone = await send({ recipient: seen })
    expect((await progress(alone.requestId)).body).toMatchObject({ phase: 'failed', errorCode: 2 })
  })
})

describe('filters', () => {
  const age = (more: object) => ({ filter: { demographic: { type: 'age', ...more } } })

  it.each([
    ['no bounds', age({}), 400],
    ['bounds the other way round', age({ gte: 'age_30', lt: 'age_20' }), 400],
    ['the same bounds', age({ gte: 'age_30', lt: 'age_30' }), 400],
    ['a strange bound', age({ gte: 'age_31' }), 400],
    ['one bound', age({ gte: 'age_30' }), 202],
    ['no user', { filter: { demographic: { type: 'gender', oneOf: [] } } }, 400],
    ['a strange type', { filter: { demographic: { type: 'height' } } }, 400],
    [
      'eleven',
      {
        filter: {
          demographic: {
            type: 'operator',
            or: Array(11).fill({ type: 'gender', oneOf: ['male'] }),
          },
        },
      },
      400,
    ],
    ['a limit of 0 users', { limit: { max: 0 } }, 400],
  ])('with %s', async (_, body, status) => {
    const { send } = given(100)
    expect((await send(body)).status).toBe(status)
  })

  it('exclude people without the attribute; without a filter they are included', async () => {
    const { send, line, reached } = given(100, { smallestAudience: 1 })
    line.user('P0', { age: 31 })
    await send(age({ gte: 'age_30' }))
    expect(reached()).toBe(1)
    await send({})
    expect(reached()).toBe(100)
  })

  it('leave out those in Thailand who are under twenty', async () => {
    const { send, line, reached } = given(100, { smallestAudience: 1 })
    line.user('P0', { age: 19, area: 'th_01', gender: 'male' })
    line.user('P1', { age: 20, area: 'th_01', gender: 'male' })
    line.user('P2', { age: 19, area: 'jp_13', gender: 'male' })
    await send({ filter: { demographic: { type: 'gender', oneOf: ['male'] } } })
    expect(reached()).toBe(2)
    await send({})
    expect(reached()).toBe(100)
  })
})

describe('progress', () => {
  it('is of narrowcasts only', async () => {
    const { progress, call, people } = given(1)
    const { headers } = await call('/v2/bot/message/push', {
      body: { to: people[0]!.id, messages },
    })
    const push = await progress(headers.get('x-line-request-id')!)
    expect([push.status, push.body]).toEqual([404, { message: 'Not found' }])
    const malformed = await progress('one')
    expect([malformed.status, malformed.body.message]).toEqual([
      400,
      "The value for the 'requestId' parameter is invalid",
    ])
  })

  it('reports why it failed after it has failed, not before', async () => {
    const { send, progress, clock } = given(2, { narrowcastTime: 10_000, quota: 1 })
    const { requestId } = await send({})
    expect((await progress(requestId)).body).toEqual({
      phase: 'waiting',
      acceptedTime: '2026-08-01T00:00:00.000Z',
    })
    clock.advance(10_000)
    expect((await progress(requestId)).body).toEqual({
      phase: 'failed',
      successCount: 0,
      failureCount: 0,
      targetCount: 2,
      failedDescription: expect.any(String) as string,
      errorCode: 1,
      acceptedTime: '2026-08-01T00:00:00.000Z',
      completedTime: '2026-08-01T00:00:10.000Z',
    })
  })
})

it('takes no more of the quota than its limit', async () => {
  const { send, call, people } = given(3, { quota: 3, narrowcastTime: 10_000 })
  await send({ limit: { max: 1 } })
  const push = async () =>
    (await call('/v2/bot/message/push', { body: { to: people[0]!.id, messages } })).status
  expect([await push(), await push(), await push()]).toEqual([200, 200, 429])
})
