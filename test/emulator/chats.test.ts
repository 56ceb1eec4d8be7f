/** What the bot may know of people, groups and rooms, and what it does in chats. */
import { describe, expect, it } from 'vitest'
import { createBot } from '../../src/webhook/index.js'
import { setUp, text } from './support.js'

const DAY = 86_400_000
const silent = () => createBot({ channelSecret: 'x', channelAccessToken: 'y' })
const nobody = { group: `C${'0'.repeat(32)}`, room: `R${'0'.repeat(32)}` }

describe('profiles', () => {
  it('have what the person has set', async () => {
    const { call, line } = setUp()
    const bare = line.user('Aki')
    expect((await call(`/v2/bot/profile/${bare.id}`)).body).toEqual({
      userId: bare.id,
      displayName: 'Aki',
    })
    const more = {
      pictureUrl: 'https://a.b/c.png',
      statusMessage: 'Hello',
      language: 'ja',
    }
    const ken = line.user('Ken', more)
    expect((await call(`/v2/bot/profile/${ken.id}`)).body).toEqual({
      userId: ken.id,
      displayName: 'Ken',
      ...more,
    })
  })

  it('have the language only of people who have agreed', async () => {
    const { call, line } = setUp()
    const mio = line.user('Mio', { language: 'ja', consents: false })
    expect((await call(`/v2/bot/profile/${mio.id}`)).body).not.toHaveProperty('language')
  })
})

describe('followers', () => {
  it('come 300 at a time by default, at most a thousand', async () => {
    const { call, line } = setUp()
    for (let i = 0; i < 301; i++) line.user(`P${i}`)
    line.user('Gone', { blocked: true })
    const ids = '/v2/bot/followers/ids'
    const first = await call(ids)
    expect(first.body['userIds']).toHaveLength(300)
    const next = String(first.body['next'])
    expect((await call(`${ids}?start=${next}`)).body).toEqual({
      userIds: [line.user('P300').id],
    })
    expect((await call(`${ids}?limit=1000`)).body['userIds']).toHaveLength(301)
    for (const limit of ['0', '1001', 'x'])
      expect((await call(`${ids}?limit=${limit}`)).status).toBe(400)
  })
})

describe('groups and rooms', () => {
  it('list their members without the bot, friends or not', async () => {
    const { call, line } = setUp()
    const people = [
      line.user('Aki', { pictureUrl: 'https://a.b/c.png', statusMessage: 'Hi', language: 'ja' }),
      line.user('Ken', { friend: false }),
      line.user('Mio', { blocked: true }),
    ]
    const group = line.group('Team', people)
    for (const [kind, { id }] of [
      ['group', group],
      ['room', line.room(people)],
    ] as const) {
      const path = `/v2/bot/${kind}/${id}`
      expect((await call(`${path}/members/count`)).body).toEqual({ count: 3 })
      expect((await call(`${path}/members/ids`)).body).toEqual({
        memberIds: people.map((one) => one.id),
      })
      const profiles = []
      for (const one of people) profiles.push((await call(`${path}/member/${one.id}`)).body)
      expect(profiles).toEqual([
        { userId: people[0]!.id, displayName: 'Aki', pictureUrl: 'https://a.b/c.png' },
        { userId: people[1]!.id, displayName: 'Ken' },
        { userId: people[2]!.id, displayName: 'Mio' },
      ])
    }
    expect((await call(`/v2/bot/group/${group.id}/summary`)).body).toEqual({
      groupId: group.id,
      groupName: 'Team',
    })
  })

  it('list a hundred members at a time, those who agreed', async () => {
    const { call, line, clock } = setUp()
    const people = Array.from({ length: 101 }, (_, i) => line.user(`P${i}`))
    const shy = line.user('Shy', { consents: false })
    const { id } = line.group('Team', [shy, ...people])
    const path = `/v2/bot/group/${id}/members/ids`
    const { body } = await call(path)
    expect(body['memberIds']).toEqual(people.slice(0, 100).map((one) => one.id))
    const rest = `${path}?start=${String(body['next'])}`
    expect((await call(rest)).body).toEqual({ memberIds: [people[100]!.id] })
    clock.advance(DAY)
    expect((await call(rest)).body.message).toBe('Invalid start param')
  })

  it('are there for members only', async () => {
    const { call, line } = setUp()
    const [aki, ken] = [line.user('Aki'), line.user('Ken')]
    const inside = line.group('Inside', [aki])
    const outside = line.group('Outside', [aki], { bot: false })
    for (const path of [
      `group/${nobody.group}/summary`,
      `group/${nobody.group}/members/count`,
      `group/${nobody.group}/members/ids`,
      `group/${nobody.group}/member/${aki.id}`,
      `group/${outside.id}/summary`,
      `group/${outside.id}/members/count`,
      `group/${inside.id}/member/${ken.id}`,
      `room/${nobody.room}/members/count`,
      `room/${nobody.room}/member/${aki.id}`,
    ]) {
      const { status, body } = await call(`/v2/bot/${path}`)
      expect([path, status, body]).toEqual([path, 404, { message: 'Not found' }])
    }
    for (const path of [`group/${outside.id}/leave`, `room/${nobody.room}/leave`])
      expect((await call(`/v2/bot/${path}`, { method: 'POST' })).status).toBe(404)
  })

  it('are left for good', async () => {
    const { call, line } = setUp({ bot: silent() })
    const team = line.group('Team', [line.user('Aki')])
    const left = await call(`/v2/bot/group/${team.id}/leave`, { method: 'POST' })
    expect([left.status, left.body]).toEqual([200, {}])
    const push = await call('/v2/bot/message/push', {
      body: { to: team.id, messages: [text('a')] },
    })
    expect(push.body).toEqual({ message: 'Failed to send messages' })
  })
})

describe('dots', () => {
  const start = ({ call }: ReturnType<typeof setUp>, chatId: string, loadingSeconds?: number) =>
    call('/v2/bot/chat/loading/start', { body: { chatId, loadingSeconds } })

  it('show for twenty seconds, or as many as said; a new call begins anew', async () => {
    const given = setUp()
    const { line, clock } = given
    const aki = line.user('Aki')
    const { status, body } = await start(given, aki.id)
    expect([status, body]).toEqual([202, {}])
    clock.advance(19_999)
    expect(aki.seesLoading).toBe(true)
    clock.advance(1)
    expect(aki.seesLoading).toBe(false)
    await start(given, aki.id, 10)
    clock.advance(9_000)
    await start(given, aki.id, 5)
    clock.advance(4_999)
    expect(aki.seesLoading).toBe(true)
    clock.advance(1)
    expect(aki.seesLoading).toBe(false)
  })

  it('go when the bot says something', async () => {
    const given = setUp()
    const { call, line } = given
    const aki = line.user('Aki')
    await start(given, aki.id)
    await aki.says('still there?')
    expect(aki.seesLoading).toBe(true)
    await call('/v2/bot/message/push', { body: { to: aki.id, messages: [text('a')] } })
    expect(aki.seesLoading).toBe(false)
  })

  it('say what is wrong', async () => {
    const given = setUp()
    const { status, body } = await given.call('/v2/bot/chat/loading/start', { body: {} })
    expect([status, body]).toEqual([
      400,
      {
        message: 'The request body has 1 error(s)',
        details: [{ message: 'May not be empty', property: 'chatId' }],
      },
    ])
    expect((await start(given, 'x', 60)).body.details).toEqual([
      {
        message:
          'Only user id is acceptable, please confirm if there are any group/room ids or illegal ids.',
        property: 'chatId',
      },
    ])
    for (const seconds of [5, 60])
      expect((await start(given, given.line.user().id, seconds)).status).toBe(202)
  })
})

describe('reading', () => {
  it('says so of what a person wrote last, for the partners who may', async () => {
    const { call, line } = setUp({ account: { chatMode: 'chat' } })
    const aki = line.user('Aki')
    await aki.says('one')
    await aki.says('two')
    const mark = (body: object) => call('/v2/bot/message/markAsRead', { body })
    const { status, body } = await mark({ chat: { userId: aki.id } })
    expect([status, body]).toEqual([200, {}])
    expect(aki.seesRead()).toBe(true)
    for (const wrong of [{}, { chat: {} }, { chat: { userId: 'x' } }])
      expect((await mark(wrong)).body.message).toBe(
        "The property, 'chat.chatId', in the request body is invalid (line: -, column: -)",
      )
  })

  it('takes tokens for ever', async () => {
    const { call, line, clock } = setUp({ account: { chatMode: 'chat' } })
    const aki = line.user('Aki')
    await aki.says('one')
    clock.advance(400 * DAY)
    const { markAsReadToken } = aki.chat[0]!
    for (let i = 0; i < 2; i++)
      expect((await call('/v2/bot/chat/markAsRead', { body: { markAsReadToken } })).status).toBe(
        200,
      )
    expect(aki.seesRead()).toBe(true)
  })
})

describe('account links', () => {
  const page = async (nonce: string, { call, line }: ReturnType<typeof setUp>) => {
    const aki = line.user('Aki')
    const { body } = await call(`/v2/bot/user/${aki.id}/linkToken`, { method: 'POST' })
    return aki.linksAccount({ linkToken: String(body['linkToken']), nonce })
  }

  it.each([
    [9, 0],
    [10, 1],
    [255, 1],
    [256, 0],
  ])('with a nonce of %i letters: %i events', async (length, count) => {
    const { events } = await page('n'.repeat(length), setUp({ bot: silent() }))
    expect(events).toHaveLength(count)
  })

  it('come of a tap that leads to LINE’s page', async () => {
    const { call, line } = setUp({ bot: silent() })
    const aki = line.user('Aki')
    const { body } = await call(`/v2/bot/user/${aki.id}/linkToken`, { method: 'POST' })
    const query = `linkToken=${String(body['linkToken'])}&nonce=a%20nonce%20of%20some%20length`
    const uri = `https://access.line.me/dialog/bot/accountLink?${query}`
    const tap = () => aki.taps({ type: 'uri', label: 'Link', uri })
    expect(await tap()).toMatchObject({
      opened: uri,
      events: [{ type: 'accountLink', link: { result: 'ok', nonce: 'a nonce of some length' } }],
    })
    expect(await tap()).toMatchObject({ opened: 'error', events: [] })
  })

  it('are for the person whose token it is', async () => {
    const { call, line } = setUp({ bot: silent() })
    const [aki, ken] = [line.user('Aki'), line.user('Ken')]
    const { body } = await call(`/v2/bot/user/${aki.id}/linkToken`, { method: 'POST' })
    const link = { linkToken: String(body['linkToken']), nonce: 'a nonce of some length' }
    expect(await ken.linksAccount(link)).toMatchObject({ events: [], opened: 'error' })
    expect((await aki.linksAccount(link)).events).toHaveLength(1)
  })

  it('are started for people that the channel knows', async () => {
    const { call } = setUp()
    const { status } = await call(`/v2/bot/user/U${'0'.repeat(32)}/linkToken`, { method: 'POST' })
    expect(status).toBe(404)
  })
})

describe('the account', () => {
  it('says who it is, and leaves out what it has not', async () => {
    const { call, line } = setUp()
    const { body } = await call('/v2/bot/info')
    expect(body).toEqual({
      userId: line.account.userId,
      basicId: expect.stringMatching(/^@/) as string,
      displayName: 'Bot',
      chatMode: 'bot',
      markAsReadMode: 'auto',
    })
    const more = { premiumId: '@shop', pictureUrl: 'https://a.b/c.png' }
    expect((await setUp({ account: more }).call('/v2/bot/info')).body).toMatchObject(more)
  })
})
