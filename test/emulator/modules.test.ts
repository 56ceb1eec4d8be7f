/** Module channels: their events, and chats that go from one channel to another. */
import { expect, it } from 'vitest'
import { control } from '../../src/emulator/control/control.js'
import { setUp } from './support.js'

const HOUR = 3_600_000
const now = Date.UTC(2026, 7, 1)

function listening() {
  const set = setUp({ webhook: () => new Response() })
  const heard = () =>
    set.line.webhooks.flatMap(
      ({ body }) => (JSON.parse(body) as { events: Record<string, unknown>[] }).events,
    )
  return { ...set, heard }
}

it('receive events when they are attached, suspended and detached', async () => {
  const { line } = listening()
  const { module, account } = line
  const { events } = await module.attaches({ scopes: ['message:send'] })
  expect(events).toEqual([
    {
      type: 'module',
      module: { type: 'attached', botId: account.userId, scopes: ['message:send'] },
      mode: 'active',
      timestamp: now,
      webhookEventId: expect.any(String) as string,
      deliveryContext: { isRedelivery: false },
    },
  ])
  expect(module.isAttached).toBe(true)
  expect((await module.suspends()).events).toMatchObject([{ type: 'botSuspended', mode: 'active' }])
  expect((await module.resumes()).events[0]).not.toHaveProperty('source')
  expect((await module.detaches()).events).toMatchObject([
    { type: 'module', module: { type: 'detached', botId: account.userId, reason: 'bot_deleted' } },
  ])
  expect(module.isAttached).toBe(false)
})

it('are attached with a code of the administrator, once', async () => {
  const { line, call, heard } = listening()
  const { channelId, channelSecret, userId } = line.account
  const attach = (code: string) =>
    call('https://manager.line.biz/module/auth/v1/token', {
      raw: new URLSearchParams({ grant_type: 'authorization_code', code }).toString(),
      type: 'application/x-www-form-urlencoded',
      token: null,
      headers: { authorization: `Basic ${btoa(`${channelId}:${channelSecret}`)}` },
    })
  expect((await attach('guess')).status).toBe(400)
  const code = line.module.permits(['message:receive'])
  const { body } = await attach(code)
  expect(body).toEqual({ bot_id: userId, scopes: ['message:receive'] })
  expect((await attach(code)).status).toBe(400)
  await line.settled()
  expect(heard()).toMatchObject([{ module: { type: 'attached', scopes: ['message:receive'] } }])
  expect((await call('/v2/bot/channel/detach', { body: { botId: userId } })).status).toBe(200)
  await line.settled()
  expect(heard().at(-1)).toMatchObject({ module: { type: 'detached' } })
})

it('receive events of chats that they take, return and lose', async () => {
  const { line, call, heard, clock } = listening()
  const aki = line.user('Aki')
  const path = `/v2/bot/chat/${aki.id}/control`
  await call(`${path}/acquire`, { body: { ttl: 60 } })
  await line.settled()
  expect(heard().at(-1)).toMatchObject({
    type: 'activated',
    mode: 'active',
    chatControl: { expireAt: now + 60_000 },
    source: { type: 'user', userId: aki.id },
  })
  expect((await aki.says('hi')).events[0]).toHaveProperty('replyToken')

  // Nothing is reported when the time is over.
  clock.advance(60_000)
  const { events } = await aki.says('still there?')
  expect(events[0]).toMatchObject({ mode: 'standby' })
  expect(events[0]).not.toHaveProperty('replyToken')

  await call(`${path}/acquire`, { method: 'POST' })
  await call(`${path}/release`, { method: 'POST' })
  await line.settled()
  expect(heard().at(-1)).toMatchObject({ type: 'deactivated', mode: 'active' })
  expect((await aki.says('hi')).events[0]).toMatchObject({ mode: 'standby' })
})

it('cannot take a chat that another channel has just taken', async () => {
  const { line, call, clock } = listening()
  const aki = line.user('Aki')
  const team = line.group('Team', [aki])
  expect((await team.activates()).events).toMatchObject([
    { type: 'activated', chatControl: { expireAt: now + HOUR }, source: { type: 'group' } },
  ])
  expect((await team.deactivates()).events).toMatchObject([{ type: 'deactivated', mode: 'active' }])
  const acquire = () => call(`/v2/bot/chat/${team.id}/control/acquire`, { method: 'POST' })
  expect((await acquire()).status).toBe(423)
  clock.advance(5_000)
  expect((await acquire()).status).toBe(200)
  await expect(aki.activates({ expireAt: now })).rejects.toThrow('a future time')
})

it('receive events of delivered notifications', async () => {
  const { line } = listening()
  const aki = line.user('Aki', { phone: '+818000001234' })
  const { events } = await aki.isNotified()
  expect(events).toMatchObject([
    {
      type: 'delivery',
      delivery: { data: 'd41e0ad70dddfeb68f149ad6fc61574b9c5780ab7bcb2fba5517771ffbb2409c' },
    },
  ])
  expect(events[0]).not.toHaveProperty('source')
  expect((await aki.isNotified('tag')).events).toMatchObject([{ delivery: { data: 'tag' } }])
  await expect(line.user('Ken').isNotified()).rejects.toThrow('no phone number')
})

it('do the same with the control API', async () => {
  const { line } = listening()
  line.group('Team', [line.user('Aki')])
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' }
    const request = {
      method: 'POST',
      path: `/_fukidashi${path}`,
      headers,
      body: JSON.stringify(body),
    }
    const { body: answer } = await control(line, request)
    return JSON.parse(answer as string) as { events?: object[]; code?: string; error?: string }
  }
  const types = async (path: string, body: object) =>
    (await post(path, body)).events?.map((event) => (event as { type: string }).type)
  expect(await types('/module/does', { what: 'attach', scopes: ['x'] })).toEqual(['module'])
  expect(await types('/module/does', { what: 'suspend' })).toEqual(['botSuspended'])
  expect(await types('/module/does', { what: 'resume' })).toEqual(['botResumed'])
  expect(await types('/module/does', { what: 'detach' })).toEqual(['module'])
  expect((await post('/module/does', { what: 'permit' })).code).toHaveLength(20)
  expect((await post('/module/does', { what: 'attach', scopes: 'x' })).error).toBe('option_invalid')
  expect((await post('/module/does', { what: 'dance' })).error).toBe('option_invalid')
  expect(await types('/people/Aki/does', { what: 'activate' })).toEqual(['activated'])
  expect(await types('/people/Aki/does', { what: 'deactivate' })).toEqual(['deactivated'])
  expect(await types('/people/Aki/does', { what: 'notified', data: 'x' })).toEqual(['delivery'])
  expect(await types('/groups/Team/does', { what: 'activate' })).toEqual(['activated'])
  expect(await types('/groups/Team/does', { what: 'deactivate' })).toEqual(['deactivated'])
})
