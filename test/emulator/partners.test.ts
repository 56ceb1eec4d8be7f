/** What LINE's partners do: notification messages, LIFF apps, module channels, mission stickers. */
import { describe, expect, it } from 'vitest'
import { createBot } from '../../src/webhook/index.js'
import { setUp, text } from './support.js'

const phone = '+818000001234'
const to = 'd41e0ad70dddfeb68f149ad6fc61574b9c5780ab7bcb2fba5517771ffbb2409c'

describe('notification messages', () => {
  const image = {
    type: 'image',
    originalContentUrl: 'https://a.b/c.png',
    previewImageUrl: 'https://a.b/c.png',
  }
  const video = { ...image, type: 'video', originalContentUrl: 'https://a.b/c.mp4' }
  const audio = { type: 'audio', originalContentUrl: 'https://a.b/c.mp3', duration: 1_000 }

  it.each([
    ['five texts', Array(5).fill(text('a')), 200],
    ['six texts', Array(6).fill(text('a')), 400],
    ['a picture', [image], 400],
    ['a video', [video], 400],
    ['a sound', [audio], 400],
  ])('of %s', async (_, messages, status) => {
    const { call, line } = setUp()
    const aki = line.user('Aki', { phone })
    expect((await call('/bot/pnp/push', { body: { to, messages } })).status).toBe(status)
    expect(aki.messages).toHaveLength(status === 200 ? 5 : 0)
  })

  it('report the hash, unless there is a tag, and nothing of people who blocked the account', async () => {
    const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
    const { call, line } = setUp({ bot })
    const aki = line.user('Aki', { phone })
    await call('/bot/pnp/push', { body: { to, messages: [text('a')] } })
    await line.settled()
    const events = () =>
      line.webhooks.flatMap(({ body }) => (JSON.parse(body) as { events: object[] }).events)
    expect(events()).toMatchObject([{ type: 'delivery', delivery: { data: to } }])
    await aki.blocks()
    const count = events().length
    const { status } = await call('/bot/pnp/push', { body: { to, messages: [text('b')] } })
    await line.settled()
    expect([status, events().length]).toEqual([200, count])
  })

  it('need permission', async () => {
    const { call, line } = setUp({ account: { verified: false } })
    line.user('Aki', { phone })
    for (const path of ['/bot/pnp/push', '/v2/bot/message/pnp/templated/push']) {
      const { status, body } = await call(path, { body: { to, messages: [text('a')] } })
      expect([status, body.message]).toEqual([
        403,
        'Access to this API is not available for your account',
      ])
    }
  })

  it.each([
    ['fifteen items', { items: 15 }, 202],
    ['sixteen items', { items: 16 }, 400],
    ['an item of 300 letters', { items: 1, length: 300 }, 202],
    ['an item of 301 letters', { items: 1, length: 301 }, 400],
    ['an emphasized item of 15 letters', { emphasized: 15 }, 202],
    ['an emphasized item of 16 letters', { emphasized: 16 }, 400],
    ['two buttons', { buttons: 2 }, 202],
    ['three buttons', { buttons: 3 }, 400],
    ['an address of 1,000 letters', { buttons: 1, url: 1_000 }, 202],
    ['an address of 1,001 letters', { buttons: 1, url: 1_001 }, 400],
  ])('by a template with %s', async (_, given, status) => {
    const {
      items = 0,
      length = 1,
      emphasized = 0,
      buttons = 0,
      url = 20,
    } = given as {
      items?: number
      length?: number
      emphasized?: number
      buttons?: number
      url?: number
    }
    const keys = Array.from({ length: 17 }, (_each, i) => `key_${i}`)
    const { call, line } = setUp({ notificationTemplates: { hello: keys } })
    line.user('Aki', { phone })
    const body = {
      ...(emphasized > 0 && {
        emphasizedItem: { itemKey: 'key_16', content: 'a'.repeat(emphasized) },
      }),
      items: keys.slice(0, items).map((itemKey) => ({ itemKey, content: 'a'.repeat(length) })),
      buttons: Array.from({ length: buttons }, () => ({
        buttonKey: 'look',
        url: `https://a.b/${'c'.repeat(url - 12)}`,
      })),
    }
    const answer = await call('/v2/bot/message/pnp/templated/push', {
      body: { to, templateKey: 'hello', body },
    })
    expect(answer.status).toBe(status)
  })
})

describe('LIFF apps', () => {
  const apps = '/liff/v1/apps'
  const view = { type: 'full', url: 'https://a.b/c' }

  it.each([
    ['no view', {}],
    ['a strange size', { view: { ...view, type: 'huge' } }],
    ['an address that is not safe', { view: { ...view, url: 'http://a.b/' } }],
    ['a fragment', { view: { ...view, url: 'https://a.b/#c' } }],
  ])('not with %s', async (_, body) => {
    const { call } = setUp()
    expect((await call(apps, { body })).status).toBe(400)
  })

  it('that are not there are not found', async () => {
    const { call } = setUp()
    expect((await call(`${apps}/1-x`, { method: 'PUT', body: { view } })).status).toBe(404)
    expect((await call(`${apps}/1-x`, { method: 'DELETE' })).status).toBe(404)
  })
})

describe('module channels', () => {
  it('say what cannot be detached', async () => {
    const { call, line } = setUp()
    const detach = (body: object) => call('/v2/bot/channel/detach', { body })
    const none = await detach({})
    expect([none.status, none.body.message]).toEqual([400, 'Specified channel is not detachable'])
    await line.module.attaches()
    const other = await detach({ botId: `U${'0'.repeat(32)}` })
    expect([other.status, other.body.message]).toEqual([
      400,
      'user/group/room Id is not available.',
    ])
    expect((await call('/v2/bot/list')).body['bots']).toMatchObject([
      { userId: line.account.userId },
    ])
    expect((await call('/v2/bot/list?limit=101')).status).toBe(400)
    expect((await detach({ botId: line.account.userId })).status).toBe(200)
    expect((await call('/v2/bot/list')).body['bots']).toEqual([])
  })

  it('hold a chat for an hour, a year at most, or until they give it back', async () => {
    const { call, line, clock } = setUp()
    const aki = line.user('Aki')
    const path = `/v2/bot/chat/${aki.id}/control`
    const acquire = (body: object) => call(`${path}/acquire`, { body })
    const until = () => line.state.chats.get(aki.id)!.control!.until - clock.now()
    await acquire({})
    expect(until()).toBe(3_600_000)
    expect((await acquire({ ttl: 31_536_000 })).status).toBe(200)
    for (const ttl of [0, 31_536_001, 'long']) expect((await acquire({ ttl })).status).toBe(400)
    expect((await acquire({ expired: false, ttl: 0 })).status).toBe(200)
    expect(until()).toBeGreaterThan(31_536_000_000)
    expect(
      (await call(`/v2/bot/chat/C${'0'.repeat(32)}/control/acquire`, { body: {} })).status,
    ).toBe(404)
  })

  it('are attached by form, too, with the right code only', async () => {
    const { call, line } = setUp()
    const { channelId, channelSecret } = line.account
    const attach = async (fields: Record<string, string>) => {
      const grant = { grant_type: 'authorization_code' }
      const secret = { client_id: channelId, client_secret: channelSecret }
      const { status, body } = await call('https://manager.line.biz/module/auth/v1/token', {
        raw: new URLSearchParams({ ...grant, ...secret, ...fields }).toString(),
        type: 'application/x-www-form-urlencoded',
        token: null,
      })
      return [status, body['error'] ?? body['bot_id']]
    }
    const code = line.module.permits()
    expect(await attach({ code, client_secret: 'x' })).toEqual([400, 'invalid_client'])
    expect(await attach({ code: 'x' })).toEqual([400, 'invalid_grant'])
    expect(await attach({ code })).toEqual([200, line.account.userId])
  })
})

describe('mission stickers', () => {
  it('go to people that the channel knows', async () => {
    const { call, line } = setUp({ missionStickers: ['1'] })
    const send = async (more: object) => {
      const body = {
        to: line.user('Aki').id,
        productId: '1',
        productType: 'STICKER',
        sendPresentMessage: false,
        ...more,
      }
      const answer = await call('/shop/v3/mission', { body })
      return [answer.status, answer.text === '' ? '' : answer.body]
    }
    expect(await send({})).toEqual([200, ''])
    expect(await send({ to: `U${'0'.repeat(32)}` })).toEqual([404, { message: 'not found' }])
    for (const wrong of [{ to: 'x' }, { productId: 1 }, { sendPresentMessage: true }])
      expect(await send(wrong)).toEqual([400, { message: 'invalid request' }])
  })
})
