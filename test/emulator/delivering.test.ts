/** All or nothing, once and once only, and what is counted: of whatever is sent, however it is sent. */
import { describe, expect, it } from 'vitest'
import { createBot } from '../../src/webhook/index.js'
import { makeMenu, setUp, text } from './support.js'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const message = '/v2/bot/message'
const key = '123e4567-e89b-12d3-a456-426614174000'
const retry = { 'x-line-retry-key': key }

describe('all or nothing', () => {
  it.each(['push', 'multicast', 'broadcast', 'narrowcast'])('%s', async (way) => {
    const { call, line } = setUp()
    const aki = line.user('Aki')
    const to = way === 'push' ? aki.id : [aki.id]
    const { status } = await call(`${message}/${way}`, {
      body: { to, messages: [text('good'), text('')] },
    })
    expect(status).toBe(400)
    expect(aki.messages).toEqual([])
    expect((await call(`${message}/quota/consumption`)).body).toEqual({ totalUsage: 0 })
  })

  it('reply', async () => {
    const { call, line } = setUp({
      bot: createBot({ channelSecret: 'x', channelAccessToken: 'y' }),
    })
    const aki = line.user('Aki')
    const { replyToken } = (await aki.says('hi')).events[0] as { replyToken: string }
    const send = (messages: unknown[]) =>
      call(`${message}/reply`, { body: { replyToken, messages } })
    expect((await send([text('good'), text('')])).status).toBe(400)
    expect(aki.messages).toEqual([])
    const five = ['1', '2', '3', '4', '5'].map(text)
    expect((await send(five)).body['sentMessages']).toHaveLength(5)
    expect(aki.messages).toEqual(five)
  })

  it('multicasts go to people only', async () => {
    const { call, line } = setUp()
    const aki = line.user('Aki')
    for (const { id } of [line.group('Team', [aki]), line.room([aki])]) {
      const { status, body } = await call(`${message}/multicast`, {
        body: { to: [aki.id, id], messages: [text('a')] },
      })
      expect([status, body]).toEqual([
        400,
        { message: 'The property, to[1], in the request body is invalid (line: -, column: -)' },
      ])
    }
    expect(aki.messages).toEqual([])
  })
})

describe('silence', () => {
  it('is kept when it is asked for, and is true or false', async () => {
    const { call, line } = setUp()
    const aki = line.user('Aki')
    for (const [way, to] of [
      ['push', aki.id],
      ['multicast', [aki.id]],
      ['broadcast', undefined],
      ['narrowcast', undefined],
    ] as const)
      for (const notificationDisabled of [true, false, undefined]) {
        await call(`${message}/${way}`, {
          body: { to, messages: [text(way)], notificationDisabled },
        })
        const { via, silent } = aki.chat.at(-1)!
        expect([via, silent]).toEqual([way, notificationDisabled || undefined])
      }
    for (const way of ['push', 'broadcast', 'narrowcast']) {
      const { status, body } = await call(`${message}/${way}`, {
        body: { to: aki.id, messages: [text('a')], notificationDisabled: 'yes' },
      })
      expect([status, body.message]).toEqual([
        400,
        "The property, 'notificationDisabled', in the request body is invalid (line: -, column: -)",
      ])
    }
  })
})

describe('a retry key', () => {
  it('says what was accepted, even when the body is another', async () => {
    const { call, line } = setUp()
    const [aki, ken] = [line.user('Aki'), line.user('Ken')]
    const send = (to: string, words: string) =>
      call(`${message}/push`, { body: { to, messages: [text(words)] }, headers: retry })
    const first = await send(aki.id, 'one')
    const second = await send(ken.id, 'two')
    expect([second.status, second.body]).toEqual([
      409,
      {
        message: 'The retry key is already accepted',
        sentMessages: first.body['sentMessages'],
      },
    ])
    expect(second.headers.get('x-line-accepted-request-id')).toBe(
      first.headers.get('x-line-request-id'),
    )
    expect(ken.messages).toEqual([])
    // Written otherwise, it is the same key.
    const upper = { 'x-line-retry-key': key.toUpperCase() }
    const body = { to: aki.id, messages: [text('one')] }
    expect((await call(`${message}/push`, { body, headers: upper })).status).toBe(409)
  })

  it('is not used up by a request that had no room', async () => {
    const { call, line } = setUp({ quota: 0 })
    const body = { to: line.user('Aki').id, messages: [text('a')] }
    const send = async () => (await call(`${message}/push`, { body, headers: retry })).status
    expect(await send()).toBe(429)
    line.quota = 1
    expect([await send(), await send()]).toEqual([200, 409])
  })

  it('does not spare a request its place in the rate limit', async () => {
    const { call, line } = setUp({ rateLimits: true })
    line.user('Aki')
    const statuses = new Map<number, number>()
    for (let i = 0; i < 61; i++) {
      const body = { messages: [text('a')] }
      const { status } = await call(`${message}/broadcast`, { body, headers: retry })
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    expect([...statuses]).toEqual([
      [200, 1],
      [409, 59],
      [429, 1],
    ])
  })
})

describe('figures of a day', () => {
  it('count people, each way by itself', async () => {
    const { call, line, clock } = setUp({
      bot: createBot({ channelSecret: 'x', channelAccessToken: 'y' }),
    })
    const phone = '+818000001234'
    const hash = 'd41e0ad70dddfeb68f149ad6fc61574b9c5780ab7bcb2fba5517771ffbb2409c'
    const [aki, ken] = [line.user('Aki', { phone }), line.user('Ken')]
    line.user('Mio', { blocked: true })
    const messages = [text('a'), text('b')]
    const { replyToken } = (await aki.says('hi')).events[0] as { replyToken: string }
    await call(`${message}/reply`, { body: { replyToken, messages } })
    await call(`${message}/push`, { body: { to: line.group('Team', [aki, ken]).id, messages } })
    await call(`${message}/multicast`, { body: { to: [aki.id, aki.id, ken.id], messages } })
    await call(`${message}/broadcast`, { body: { messages } })
    await call('/bot/pnp/push', { body: { to: hash, messages } })
    clock.advance(DAY)
    const sent = async (way: string) =>
      (await call(`${message}/delivery/${way}?date=20260801`)).body
    for (const [way, success] of [
      ['reply', 1],
      ['push', 2],
      ['multicast', 2],
      ['broadcast', 2],
      ['pnp', 1],
    ] as const)
      expect([way, await sent(way)]).toEqual([way, { status: 'ready', success }])
    const missing = await call(`${message}/delivery/push`)
    expect(missing.body.message).toBe("The value for the 'date' parameter is invalid")
  })
})

describe('units', () => {
  const unit = async (name: string, { call, line }: ReturnType<typeof setUp>) =>
    call(`${message}/push`, {
      body: { to: line.user('Aki').id, messages: [text('a')], customAggregationUnits: [name] },
    })

  it('are a thousand in a month, and what comes then is sent without', async () => {
    const given = setUp()
    const { call, line, clock } = given
    const count = async () =>
      (await call(`${message}/aggregation/info`)).body['numOfCustomAggregationUnits']
    for (let i = 0; i < 1_000; i++) await unit(`unit_${i}`, given)
    expect((await unit('one_more', given)).status).toBe(200)
    expect((await unit('unit_0', given)).status).toBe(200)
    expect(line.user('Aki').messages).toHaveLength(1_002)
    expect(await count()).toBe(1_000)
    const page = await call(`${message}/aggregation/list`)
    expect(page.body['customAggregationUnits']).toHaveLength(100)
    expect((await call(`${message}/aggregation/list?limit=101`)).status).toBe(400)
    clock.advance(31 * DAY)
    expect(await count()).toBe(0)
  })

  it('are one, of 30 letters', async () => {
    const given = setUp()
    expect((await unit('a'.repeat(30), given)).status).toBe(200)
    for (const name of ['a'.repeat(31), 'a-b', ''])
      expect((await unit(name, given)).status).toBe(400)
    const { body } = await given.call(`${message}/multicast`, {
      body: {
        to: [given.line.user('Aki').id],
        messages: [text('a')],
        customAggregationUnits: ['a', 'b'],
      },
    })
    expect(body.details).toEqual([
      { message: 'Size must be between 0 and 1', property: 'customAggregationUnits' },
    ])
  })
})

describe('rich menus of all kinds of people', () => {
  it.each([
    ['a friend', {}, true],
    ['a stranger', { friend: false }, false],
    ['somebody who blocked the bot', { blocked: true }, false],
    ['a deleted account', { deleted: true }, false],
  ] as const)('%s: taken, though it may do nothing', async (_, options, linked) => {
    const { call, line } = setUp()
    const menu = await makeMenu(call)
    const { id } = line.user('Ken', options)
    const path = `/v2/bot/user/${id}/richmenu`
    expect((await call(`${path}/${menu}`, { method: 'POST' })).status).toBe(200)
    expect((await call(path)).status).toBe(linked ? 200 : 404)
    expect((await call(path, { method: 'DELETE' })).status).toBe(200)
  })

  it('an unknown person, and no person', async () => {
    const { call } = setUp()
    const menu = await makeMenu(call)
    const link = (id: string) => call(`/v2/bot/user/${id}/richmenu/${menu}`, { method: 'POST' })
    expect((await link(`U${'0'.repeat(32)}`)).status).toBe(200)
    const malformed = await link('aki')
    expect([malformed.status, malformed.body.message]).toEqual([
      400,
      "The value for the 'userId' parameter is invalid",
    ])
    const none = await call(`/v2/bot/user/U${'0'.repeat(32)}/richmenu/richmenu-${'0'.repeat(32)}`, {
      method: 'POST',
    })
    expect([none.status, none.body.message]).toEqual([404, 'Not found'])
  })
})
