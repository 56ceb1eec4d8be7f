/** Notification messages, memberships, LIFF apps, modules and stickers. */

import { describe, expect, it } from 'vitest'
import { createBot } from '../../src/webhook/index.js'
import { setUp, text } from './support.js'

describe('notification messages', () => {
  // The example of LINE's documents.
  const phone = '+818000001234'
  const to = 'd41e0ad70dddfeb68f149ad6fc61574b9c5780ab7bcb2fba5517771ffbb2409c'

  it('go to phone numbers, and the bot receives an event of the delivery', async () => {
    const heard: unknown[] = []
    const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
    bot.on('delivery', (ctx) => void heard.push(ctx.event.delivery))
    const { call, line } = setUp({ bot })
    const aki = line.user('Aki', { phone, friend: false })
    const { status, body } = await call('/bot/pnp/push', {
      body: { to, messages: [text('Your parcel')] },
      headers: { 'x-line-delivery-tag': 'a tag of some length' },
    })
    expect([status, body]).toEqual([200, {}])
    await line.settled()
    expect(heard).toEqual([{ data: 'a tag of some length' }])
    expect(aki.messages).toHaveLength(1)
    await aki.blocks()
    expect((await call('/bot/pnp/push', { body: { to, messages: [text('b')] } })).status).toBe(200)
    expect(aki.messages).toHaveLength(1)
  })

  it('refuse an invalid hash, and a number that no person has', async () => {
    const { call } = setUp()
    const wrong = await call('/bot/pnp/push', { body: { to: phone, messages: [text('a')] } })
    expect(wrong.body.details).toEqual([
      { message: 'The value must be a valid SHA-256 digest.', property: 'to' },
    ])
    const nobody = await call('/bot/pnp/push', { body: { to, messages: [text('a')] } })
    expect([nobody.status, nobody.body]).toEqual([422, { message: 'Failed to send messages' }])
  })

  it('follow templates', async () => {
    const { call, line } = setUp({
      notificationTemplates: { reserve_001: ['date_002_ja', 'name_001'] },
    })
    line.user('Aki', { phone })
    const send = (templateKey: string, body: object) =>
      call('/v2/bot/message/pnp/templated/push', { body: { to, templateKey, body } })
    const date = { itemKey: 'date_002_ja', content: 'today' }
    expect((await send('reserve_001', { emphasizedItem: date })).status).toBe(202)
    expect((await send('reserve_004', {})).body).toEqual({
      message: 'Invalid templateKey: reserve_004',
      details: [
        {
          message: "The specified template doesn't exist, or you don't have the permission",
          property: 'templateKey',
        },
      ],
    })
    expect(
      (await send('reserve_001', { items: [{ itemKey: 'datetime_000', content: 'a' }] })).body,
    ).toEqual({
      message: 'The request body has 1 invalid key(s).',
      details: [
        {
          message: 'The specified item key does not exist: datetime_000',
          property: 'body.items[0].itemKey',
        },
      ],
    })
    expect(
      (await send('reserve_001', { emphasizedItem: date, items: [date] })).body.details,
    ).toEqual([
      {
        message:
          'Duplicate itemKey in items or between emphasizedItem and items are not allowed: date_002_ja',
        property: 'body.emphasizedItem.itemKey',
      },
    ])
  })
})

describe('memberships, apps, modules and stickers', () => {
  it('say what is not there', async () => {
    const { call, line } = setUp()
    const aki = line.user('Aki').id
    for (const [path, message] of [
      ['/v2/bot/membership/list', 'Not found'],
      ['/v2/bot/membership/5/users/ids', 'Membership ID is not found'],
      [`/v2/bot/membership/subscription/${aki}`, 'Membership plan not found'],
      ['/liff/v1/apps', 'Not found'],
    ] as const) {
      const { status, body } = await call(path)
      expect([status, body.message]).toEqual([404, message])
    }
  })

  it('make LIFF apps, thirty at most', async () => {
    const { call } = setUp()
    const view = { type: 'full', url: 'https://a.b/c' }
    const { body } = await call('/liff/v1/apps', { body: { view } })
    expect(body['liffId']).toMatch(/^1234567890-\w{8}$/)
    const path = `/liff/v1/apps/${String(body['liffId'])}`
    expect((await call(path, { method: 'PUT', body: { view: { type: 'tall' } } })).status).toBe(200)
    expect((await call('/liff/v1/apps')).body['apps']).toEqual([
      {
        liffId: body['liffId'],
        view: { type: 'tall', url: 'https://a.b/c' },
        scope: ['profile', 'chat_message.write'],
        botPrompt: 'none',
      },
    ])
    expect(
      (await call('/liff/v1/apps', { body: { view: { ...view, url: 'https://a.b/#c' } } })).status,
    ).toBe(400)
    for (let i = 0; i < 29; i++) await call('/liff/v1/apps', { body: { view } })
    expect((await call('/liff/v1/apps', { body: { view } })).status).toBe(400)
    expect((await call(path, { method: 'DELETE' })).status).toBe(200)
  })

  it('hand chats to modules and back', async () => {
    const { call, line } = setUp()
    const aki = line.user('Aki')
    const path = `/v2/bot/chat/${aki.id}/control`
    expect((await call(`${path}/acquire`, { body: { ttl: 60 } })).status).toBe(200)
    expect(line.state.chats.get(aki.id)!.control).toEqual({ until: Date.UTC(2026, 7, 1) + 60_000 })
    expect((await call(`${path}/release`, { method: 'POST' })).status).toBe(200)
    const bad = await call('/v2/bot/chat/x/control/release', { method: 'POST' })
    expect(bad.body.message).toBe("The value for the 'chatId' parameter is invalid")
    const stranger = line.user('Ken', { friend: false })
    expect(
      (await call(`/v2/bot/chat/${stranger.id}/control/acquire`, { method: 'POST' })).status,
    ).toBe(404)
  })

  it('give mission stickers', async () => {
    const { call, line } = setUp({ missionStickers: ['11111'] })
    const to = line.user('Aki').id
    const send = (more: object = {}) =>
      call('/shop/v3/mission', {
        body: {
          to,
          productId: '11111',
          productType: 'STICKER',
          sendPresentMessage: false,
          ...more,
        },
      })
    const good = await send()
    expect([good.status, good.text]).toEqual([200, ''])
    expect((await send({ productId: '2' })).body).toEqual({ message: 'not found' })
    expect((await send({ productType: 'X' })).body).toEqual({ message: 'invalid request' })
  })
})
