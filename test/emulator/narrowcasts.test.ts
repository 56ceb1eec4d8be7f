/** Narrowcasts: who is picked, how far it is, and when LINE will not. */
import { describe, expect, it } from 'vitest'
import { setUp, text } from './support.js'

const narrowcast = '/v2/bot/message/narrowcast'
const messages = [text('a')]
const DAY = 86_400_000

function crowd(count: number, options: Parameters<typeof setUp>[0] = {}) {
  const given = setUp(options)
  const people = Array.from({ length: count }, (_, i) =>
    given.line.user(`P${i}`, {
      gender: i % 2 ? 'male' : 'female',
      age: 20 + (i % 40),
      appType: i % 3 ? 'ios' : 'android',
      area: i % 5 ? 'jp_13' : 'tw_01',
    }),
  )
  const send = async (body: object) => {
    const {
      status,
      headers,
      body: answer,
    } = await given.call(narrowcast, { body: { messages, ...body } })
    const requestId = headers.get('x-line-request-id')!
    const progress = async () =>
      (await given.call(`/v2/bot/message/progress/narrowcast?requestId=${requestId}`)).body
    return { status, answer, requestId, progress }
  }
  const audience = async (ids: readonly string[], description = 'some') => {
    const { body } = await given.call('/v2/bot/audienceGroup/upload', {
      body: { description, audiences: ids.map((id) => ({ id })) },
    })
    return body['audienceGroupId'] as number
  }
  const reached = () => people.filter((one) => one.messages.length > 0).length
  return { ...given, people, send, audience, reached }
}

it('waits, sends and succeeds', async () => {
  const { send, clock, people } = crowd(3, { narrowcastTime: 10_000 })
  const { progress, status } = await send({})
  expect(status).toBe(202)
  expect(await progress()).toEqual({ phase: 'waiting', acceptedTime: '2026-08-01T00:00:00.000Z' })
  clock.advance(5_000)
  expect(await progress()).toMatchObject({ phase: 'sending', targetCount: 3 })
  expect(people[0]!.messages).toEqual([])
  clock.advance(5_000)
  expect(await progress()).toEqual({
    phase: 'succeeded',
    successCount: 3,
    failureCount: 0,
    targetCount: 3,
    acceptedTime: '2026-08-01T00:00:00.000Z',
    completedTime: '2026-08-01T00:00:10.000Z',
  })
  expect(people[0]!.messages).toEqual(messages)
  clock.advance(14 * DAY)
  expect(await progress()).toEqual({ message: 'Not found' })
})

it.each([
  [{ type: 'gender', oneOf: ['male'] }, 60],
  [{ type: 'age', gte: 'age_20', lt: 'age_30' }, 30],
  [{ type: 'appType', oneOf: ['ios'] }, 80],
  [{ type: 'area', oneOf: ['tw_01'] }, 24],
  [{ type: 'subscriptionPeriod', lt: 'day_7' }, 120],
  [{ type: 'operator', not: { type: 'gender', oneOf: ['male'] } }, 60],
  [
    {
      type: 'operator',
      and: [
        { type: 'gender', oneOf: ['male'] },
        { type: 'age', gte: 'age_30' },
      ],
    },
    45,
  ],
])('picks by %j: %i', async (demographic, count) => {
  const { send, reached } = crowd(120, { smallestAudience: 1 })
  await send({ filter: { demographic } })
  expect(reached()).toBe(count)
})

describe('refuses', () => {
  it.each([
    [
      { limit: { forbidPartialDelivery: true } },
      400,
      'The option forbidPartialDelivery must be used with upToRemainingQuota.',
    ],
    [{ recipient: { type: 'audience', audienceGroupId: 5 } }, 400, 'Invalid audience group id: 5'],
    [{ recipient: { type: 'redelivery', requestId: 'abc' } }, 400, 'Invalid request id: abc'],
    [
      { filter: { demographic: { type: 'gender', oneOf: ['male'] } } },
      403,
      'Your account does not have enough friends',
    ],
    [{ recipient: { type: 'operator', and: [] } }, 400, 'The request body has 1 error(s)'],
  ])('%j', async (body, status, message) => {
    const { send } = crowd(3)
    const answer = await send(body)
    expect([answer.status, answer.answer.message]).toEqual([status, message])
  })

  it('too small an audience, later', async () => {
    const { send } = crowd(120)
    const demographic = { type: 'area', oneOf: ['tw_01'] }
    const { progress } = await send({ filter: { demographic } })
    expect(await progress()).toMatchObject({ phase: 'failed', errorCode: 2, targetCount: 24 })
  })

  it('to go on without quota', async () => {
    const { send, line, reached } = crowd(5, { quota: 3 })
    const { progress } = await send({})
    expect(await progress()).toMatchObject({ phase: 'failed', errorCode: 1 })
    const partial = await send({ limit: { upToRemainingQuota: true, forbidPartialDelivery: true } })
    expect(await partial.progress()).toMatchObject({ phase: 'failed', errorCode: 5 })
    expect(reached()).toBe(0)
    await send({ limit: { upToRemainingQuota: true } })
    expect(reached()).toBe(3)
    expect(line.state.usage.get('202608')).toBe(3)
  })
})

it('goes to audiences, and to those who got or did not get an earlier one', async () => {
  const { send, audience, people, reached } = crowd(6)
  const id = await audience(people.slice(0, 2).map((one) => one.id))
  const recipient = { type: 'audience', audienceGroupId: id }
  const { requestId } = await send({ recipient })
  expect(reached()).toBe(2)
  await send({ recipient: { type: 'redelivery', requestId } })
  expect(people[0]!.messages).toHaveLength(1)
  await send({ recipient: { type: 'operator', not: recipient } })
  expect(people[0]!.messages).toHaveLength(1)
})

it('holds its part of the quota until it is done', async () => {
  const { send, call, clock, people, line } = crowd(3, { quota: 4, narrowcastTime: 1_000 })
  await send({})
  const push = async () => {
    const body = { to: people[0]!.id, messages }
    return (await call('/v2/bot/message/push', { body })).status
  }
  expect([await push(), await push()]).toEqual([200, 429])
  clock.advance(1_000)
  expect(line.state.usage.get('202608')).toBe(4)
})

it('draws by lot when fewer may get it', async () => {
  const { send, reached } = crowd(20)
  await send({ limit: { max: 7 } })
  expect(reached()).toBe(7)
})
