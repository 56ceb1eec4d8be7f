/** Coupons and memberships: what they may be, and who has them. */
import { describe, expect, it } from 'vitest'
import { FakeClock } from '../../src/testing/index.js'
import { club, setUp } from './support.js'

const DAY = 86_400_000
const path = '/v2/bot/coupon'
const coupon = (more: object = {}) => ({
  acquisitionCondition: { type: 'normal' },
  startTimestamp: 1_785_542_400,
  endTimestamp: 1_788_220_800,
  maxUseCountPerTicket: 1,
  title: 'Tea',
  visibility: 'PUBLIC',
  timezone: 'ASIA_TOKYO',
  reward: { type: 'free' },
  ...more,
})
const lottery = (more: object) => ({
  acquisitionCondition: { type: 'lottery', lotteryProbability: 50, maxAcquireCount: 5, ...more },
})

describe('coupons', () => {
  it.each([
    [{ title: '' }, 'title', 'Size must be between 1 and 60'],
    [{ description: 'a'.repeat(1_001) }, 'description', 'Size must be between 1 and 1000'],
    [{ couponCode: 'a'.repeat(17) }, 'couponCode', 'Size must be between 1 and 16'],
    [{ usageCondition: 'a'.repeat(101) }, 'usageCondition', 'Size must be between 1 and 100'],
    [{ imageUrl: 'http://a.b/c.png' }, 'imageUrl', 'invalid uri scheme'],
    [{ imageUrl: 'https://a.b/c d.png' }, 'imageUrl', 'invalid uri'],
    [
      { reward: { type: 'prize' } },
      'reward.type',
      'Must be one of the following values: [discount,free,gift,cashBack,others]',
    ],
    [
      {
        reward: {
          type: 'discount',
          priceInfo: { type: 'percentage', percentage: 10, fixedAmount: 100 },
        },
      },
      'reward.priceInfo.fixedAmount',
      'Must not be specified',
    ],
    [
      { visibility: 'PRIVATE' },
      'visibility',
      'Must be one of the following values: [UNLISTED,PUBLIC]',
    ],
    [{ maxUseCountPerTicket: 0 }, 'maxUseCountPerTicket', expect.any(String) as string],
    [{ maxUseCountPerTicket: 2 }, 'maxUseCountPerTicket', expect.any(String) as string],
    [
      lottery({ lotteryProbability: 0 }),
      'acquisitionCondition.lotteryProbability',
      expect.any(String) as string,
    ],
    [
      lottery({ lotteryProbability: 100 }),
      'acquisitionCondition.lotteryProbability',
      expect.any(String) as string,
    ],
    [lottery({ maxAcquireCount: 0 }), 'acquisitionCondition.maxAcquireCount', expect.any(String)],
    [
      lottery({ maxAcquireCount: 1_000_000 }),
      'acquisitionCondition.maxAcquireCount',
      expect.any(String) as string,
    ],
  ])('not with %j', async (more, property, message) => {
    const { call } = setUp()
    const { status, body } = await call(path, { body: coupon(more) })
    expect([status, body]).toEqual([
      400,
      {
        message: 'The request body has 1 error(s)',
        details: [{ message: message as string, property }],
      },
    ])
  })

  it.each([
    { maxUseCountPerTicket: -1 },
    lottery({ lotteryProbability: 1, maxAcquireCount: -1 }),
    lottery({ lotteryProbability: 99, maxAcquireCount: 999_999 }),
    { reward: { type: 'cashBack', priceInfo: { type: 'fixed', fixedAmount: 100 } } },
    { couponCode: 'a'.repeat(16), usageCondition: 'a'.repeat(100) },
  ])('but with %j', async (more) => {
    const { call } = setUp()
    expect((await call(path, { body: coupon(more) })).status).toBe(200)
  })

  it('list all that is wrong', async () => {
    const { call } = setUp()
    const { body } = await call(path, { body: coupon({ title: '', visibility: 'x' }) })
    expect(body.message).toBe('The request body has 2 error(s)')
    const type = await call(path, { body: coupon({ title: 5 }) })
    expect(type.body.message).toBe(
      "The property, 'title', in the request body is invalid (line: -, column: -)",
    )
  })

  it('are five thousand at most, of those that are still good', async () => {
    const { call, clock } = setUp()
    for (let i = 0; i < 5_000; i++) await call(path, { body: coupon() })
    const more = coupon({ endTimestamp: 1_890_000_000 })
    const { status, body } = await call(path, { body: more })
    expect([status, body.details]).toEqual([
      400,
      [{ message: 'You have too many coupons created.', property: '' }],
    ])
    clock.advance(32 * DAY)
    expect((await call(path, { body: more })).status).toBe(200)
  })

  it('come twenty at a time, a hundred at most', async () => {
    const { call } = setUp()
    for (let i = 0; i < 101; i++) await call(path, { body: coupon() })
    const first = await call(path)
    expect(first.body['items']).toHaveLength(20)
    const rest = await call(`${path}?limit=100&start=${String(first.body['next'])}`)
    expect(rest.body['items']).toHaveLength(81)
    expect(rest.body).not.toHaveProperty('next')
    expect((await call(`${path}?start=x`)).body.message).toBe('Invalid start param')
    expect((await call(`${path}?status=CLOSED`)).body).toEqual({ items: [] })
  })

  it('are known by ids like 01JYNW8JMQ…, and not when they are not', async () => {
    const { call } = setUp()
    const { body } = await call(path, { body: coupon() })
    expect(body['couponId']).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
    const gone = await call(`${path}/x/close`, { method: 'PUT' })
    expect([gone.status, gone.body]).toEqual([
      404,
      {
        message: 'The request body has 1 error(s)',
        details: [{ message: 'coupon not found', property: '' }],
      },
    ])
  })
})

describe('memberships', () => {
  const ids = '/v2/bot/membership/7/users/ids'

  it('have members, 300 at a time by default', async () => {
    const { call, line } = setUp({ memberships: [club] })
    for (let i = 0; i < 301; i++) await line.user(`P${i}`).joinsMembership(7)
    const first = await call(ids)
    expect(first.body['userIds']).toHaveLength(300)
    expect((await call(`${ids}?start=${String(first.body['next'])}`)).body['userIds']).toEqual([
      line.user('P300').id,
    ])
    expect((await call(`${ids}?limit=1000`)).body['userIds']).toHaveLength(301)
    expect((await call(`${ids}?limit=1001`)).status).toBe(400)
    expect((await call('/v2/bot/membership/list')).body['memberships']).toMatchObject([
      { membershipId: 7, memberCount: 301, memberLimit: null },
    ])
  })

  it('are billed on the same day of each month, in Japan', async () => {
    const { call, line, clock } = setUp({ memberships: [club] })
    const aki = line.user('Aki')
    // Ten at night in Greenwich: the second of August in Japan.
    clock.advance(22 * 3_600_000)
    await aki.joinsMembership(7)
    clock.advance(40 * DAY)
    const { body } = await call(`/v2/bot/membership/subscription/${aki.id}`)
    expect(body['subscriptions']).toEqual([
      {
        membership: {
          membershipId: 7,
          title: 'Club',
          description: 'a',
          benefits: ['b'],
          price: 500,
          currency: 'JPY',
        },
        user: {
          membershipNo: 1,
          joinedTime: Date.UTC(2026, 7, 1, 22) / 1_000,
          nextBillingDate: '2026-10-02',
          totalSubscriptionMonths: 2,
        },
      },
    ])
  })

  it.each([
    // Joined, asked, next bill, months; by the days of Japan.
    ['2026-01-31', '2026-01-31', '2026-02-28', 1],
    ['2026-01-31', '2026-02-27', '2026-02-28', 1],
    ['2026-01-31', '2026-02-28', '2026-03-31', 2],
    ['2026-01-31', '2026-03-01', '2026-03-31', 2],
    ['2026-01-31', '2026-03-31', '2026-04-30', 3],
    ['2028-01-31', '2028-02-01', '2028-02-29', 1],
    ['2028-02-29', '2029-02-27', '2029-02-28', 12],
    ['2028-02-29', '2032-02-28', '2032-02-29', 48],
    ['2026-08-31', '2026-09-29', '2026-09-30', 1],
    ['2026-12-31', '2027-01-01', '2027-01-31', 1],
    ['2026-01-30', '2026-02-01', '2026-02-28', 1],
    ['2026-01-28', '2026-02-27', '2026-02-28', 1],
    ['2026-01-31', '9999-11-30', '9999-12-31', 95_687],
  ])('that began on %s are billed next, on %s, on %s', async (joined, asked, next, months) => {
    const noon = (day: string) => Date.parse(`${day}T12:00:00+09:00`)
    const clock = new FakeClock(noon(joined))
    const { call, line } = setUp({ memberships: [club], clock })
    const aki = line.user('Aki')
    await aki.joinsMembership(7)
    clock.advance(noon(asked) - noon(joined))
    const { body } = await call(`/v2/bot/membership/subscription/${aki.id}`)
    expect(body['subscriptions']).toMatchObject([
      { user: { nextBillingDate: next, totalSubscriptionMonths: months } },
    ])
  })

  it('of an unknown user are not found', async () => {
    const { call } = setUp({ memberships: [club] })
    const { status, body } = await call(`/v2/bot/membership/subscription/U${'0'.repeat(32)}`)
    expect([status, body]).toEqual([404, { message: 'Not found' }])
    expect((await call('/v2/bot/membership/8/users/ids')).body.message).toBe(
      'Membership ID is not found',
    )
  })

  it('of people who have not agreed are not reported', async () => {
    const { line } = setUp({ memberships: [club], webhook: () => new Response() })
    const mio = line.user('Mio', { consents: false })
    expect((await mio.joinsMembership(7)).events).toEqual([])
    expect((await line.user('Aki').joinsMembership(7)).events).toHaveLength(1)
  })
})
