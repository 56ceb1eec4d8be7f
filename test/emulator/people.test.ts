/** What people do, and the events that the bot receives. */
/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-return -- events of every kind are looked at as the JSON they are */
import { describe, expect, it, vi } from 'vitest'
import { usualPlace } from '../../src/page/generated/deeds.js'
import { listening, only } from './listening.js'

describe('what every event carries', () => {
  it('is there, and nothing is null', async () => {
    const { aki, heard } = listening()
    const event = only(await aki.says('hi'))
    expect(heard).toEqual([event])
    expect(event).toEqual({
      type: 'message',
      mode: 'active',
      timestamp: Date.UTC(2026, 7, 1),
      webhookEventId: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/),
      deliveryContext: { isRedelivery: false },
      source: { type: 'user', userId: aki.id },
      replyToken: expect.stringMatching(/^[0-9a-f]{32}$/),
      message: {
        type: 'text',
        text: 'hi',
        id: expect.stringMatching(/^\d{18}$/),
        quoteToken: expect.any(String),
        markAsReadToken: expect.any(String),
      },
    })
  })

  it('has no reply token on standby', async () => {
    const { aki } = listening()
    aki.standby()
    expect(only(await aki.says('hi'))).toMatchObject({ mode: 'standby' })
    expect(only(await aki.says('hi'))).not.toHaveProperty('replyToken')
    aki.standby(false)
    expect(only(await aki.says('hi'))).toHaveProperty('replyToken')
  })

  it('names people in groups only when they have agreed', async () => {
    const { aki, line } = listening()
    const ken = line.user('Ken', { consents: false })
    const team = line.group('Team', [aki, ken])
    const room = line.room([aki])
    expect(only(await aki.says('a', { in: team })).source).toEqual({
      type: 'group',
      groupId: team.id,
      userId: aki.id,
    })
    expect(only(await ken.says('a', { in: team })).source).toEqual({
      type: 'group',
      groupId: team.id,
    })
    expect(only(await aki.says('a', { in: room })).source).toEqual({
      type: 'room',
      roomId: room.id,
      userId: aki.id,
    })
  })
})

describe('messages', () => {
  it('mention people, everybody and the bot, and hold emoji', async () => {
    const { aki, line } = listening()
    const ken = line.user('Ken')
    const shy = line.user('Mio', { consents: false })
    const team = line.group('Team', [aki, ken, shy])
    const emoji = { productId: '5ac1bfd5040ab15980c9b435', emojiId: '001' }
    const { message } = only(
      await aki.says(
        [
          '👋 ',
          ken,
          ' ',
          line.bot,
          ' ',
          { mention: 'all' },
          ' ',
          shy,
          ' ',
          { emoji, name: 'hello' },
        ],
        { in: team },
      ),
    )
    expect(message.text).toBe('👋 @Ken @Bot @All @Mio (hello)')
    expect(message.mention.mentionees).toEqual([
      { type: 'user', userId: ken.id, isSelf: false, index: 3, length: 4 },
      { type: 'user', userId: line.bot.id, isSelf: true, index: 8, length: 4 },
      { type: 'all', index: 13, length: 4 },
      { type: 'user', isSelf: false, index: 18, length: 4 },
    ])
    expect(message.emojis).toEqual([{ ...emoji, index: 23, length: 7 }])
  })

  it('quote others', async () => {
    const { aki } = listening()
    const { messageId } = await aki.says('one')
    expect(only(await aki.says('two', { quotes: messageId })).message.quotedMessageId).toBe(
      messageId,
    )
  })

  it.each([
    [
      'sticker',
      true,
      {
        packageId: '446',
        stickerId: '1988',
        stickerResourceType: 'STATIC',
        keywords: expect.arrayContaining(['hi']) as string[],
      },
    ],
    ['image', true, { contentProvider: { type: 'line' } }],
    ['video', true, { contentProvider: { type: 'line' }, duration: 5_000 }],
    ['audio', false, { contentProvider: { type: 'line' }, duration: 5_000 }],
    ['file', false, { fileName: 'a.txt', fileSize: 3 }],
    ['location', false, usualPlace],
  ] as const)('%s, quotable: %s', async (type, quotable, content) => {
    const { aki } = listening()
    const bytes = new Uint8Array(3)
    const turn = {
      sticker: () => aki.sendsSticker(),
      image: () => aki.sendsImage({ bytes }),
      video: () => aki.sendsVideo({ duration: 5_000 }),
      audio: () => aki.sendsAudio({ duration: 5_000 }),
      file: () => aki.sendsFile({ bytes, fileName: 'a.txt' }),
      location: () => aki.sendsLocation(),
    }[type]()
    const { message } = only(await turn)
    expect(message).toEqual({
      type,
      id: expect.any(String),
      markAsReadToken: expect.any(String),
      ...(quotable && { quoteToken: expect.any(String) }),
      ...content,
    })
  })

  it('are what phones can send', async () => {
    const { aki, line } = listening()
    const { messageId } = await aki.says('one')
    await expect(aki.sendsImage({}, { quotes: messageId })).rejects.toThrow('texts and stickers')
    const sticker = only(await aki.sendsSticker({}, { quotes: messageId })).message
    expect(sticker.quotedMessageId).toBe(messageId)
    expect(
      only(await aki.sendsSticker({ resourceType: 'MESSAGE', text: 'Hi', keywords: ['a'] }))
        .message,
    ).toMatchObject({ stickerResourceType: 'MESSAGE', text: 'Hi', keywords: ['a'] })
    await expect(aki.sendsSticker({ text: 'Hi' })).rejects.toThrow('MESSAGE')
    const keywords = Array<string>(16).fill('a')
    await expect(aki.sendsSticker({ keywords })).rejects.toThrow('15 keywords')
    const team = line.group('Team', [aki])
    const everybody = Array<typeof line.bot>(21).fill(line.bot)
    await expect(aki.says(everybody, { in: team })).rejects.toThrow('at most 20 people')
  })

  it('come one by one if several pictures are sent', async () => {
    const { aki } = listening()
    const { events } = await aki.sendsImages([{}, {}, {}])
    const sets = events.map((event) => (event as any).message.imageSet)
    expect(sets).toEqual([1, 2, 3].map((index) => ({ id: sets[0].id, index, total: 3 })))
    expect(sets[0].id).toMatch(/^[0-9A-F]{64}$/)
  })

  it('have external URLs if a LIFF app sent them', async () => {
    const { aki, call } = listening()
    const external = { originalContentUrl: 'https://a.b/c', previewImageUrl: 'https://a.b/d' }
    const { message } = only(await aki.sendsImage({ external }))
    expect(message.contentProvider).toEqual({ type: 'external', ...external })
    const path = `https://api-data.line.me/v2/bot/message/${String(message.id)}/content`
    expect((await call(path)).status).toBe(404)
  })

  it('can be edited in groups', async () => {
    const { aki, line } = listening()
    const team = line.group('Team', [aki])
    const { messageId } = await aki.says('helo', { in: team })
    const old = team.chat[0]!.quoteToken
    const event = only(await aki.edits('hello', { in: team }))
    expect(event).toMatchObject({ type: 'messageEdited', replyToken: expect.any(String) })
    expect(event.message).toEqual({
      type: 'text',
      text: 'hello',
      id: messageId,
      quoteToken: expect.any(String),
    })
    expect(event.message.quoteToken).not.toBe(old)
    await aki.says('alone')
    await expect(aki.edits('no')).rejects.toThrow('Only text messages in groups')
  })

  it('can be unsent', async () => {
    const { aki, call } = listening()
    const { messageId } = await aki.sendsImage()
    const event = only(await aki.unsends())
    expect(event).toMatchObject({ type: 'unsend', unsend: { messageId } })
    expect(event).not.toHaveProperty('replyToken')
    const { status, body } = await call(
      `https://api-data.line.me/v2/bot/message/${messageId!}/content`,
    )
    expect([status, body.message]).toEqual([410, 'The content is gone'])
  })
})

describe('friends, groups and the rest', () => {
  it('are events when people block and unblock', async () => {
    const { aki, line } = listening()
    const unfollow = only(await aki.blocks())
    expect(unfollow).toMatchObject({ type: 'unfollow', source: { type: 'user', userId: aki.id } })
    expect(unfollow).not.toHaveProperty('replyToken')
    expect((await aki.says('hello?')).events).toEqual([])
    expect(only(await aki.unblocks())).toMatchObject({
      type: 'follow',
      follow: { isUnblocked: true },
    })
    const ken = line.user('Ken', { friend: false })
    expect(only(await ken.follows())).toMatchObject({ follow: { isUnblocked: false } })
  })

  it('are events with the people who join and leave', async () => {
    const { aki, line } = listening()
    const ken = line.user('Ken')
    const team = line.group('Team', [aki], { bot: false })
    expect((await aki.says('psst', { in: team })).events).toEqual([])
    const join = only(await team.invitesBot())
    expect(join).toMatchObject({ type: 'join', source: { type: 'group', groupId: team.id } })
    expect(join.source).not.toHaveProperty('userId')
    const members = [{ type: 'user', userId: ken.id }]
    expect(only(await team.adds(ken))).toMatchObject({ type: 'memberJoined', joined: { members } })
    const left = only(await team.removes(ken))
    expect(left).toMatchObject({ type: 'memberLeft', left: { members } })
    expect(left).not.toHaveProperty('replyToken')
    const leave = only(await team.removesBot())
    expect(leave).toMatchObject({ type: 'leave' })
    expect(leave).not.toHaveProperty('replyToken')
    await expect(ken.says('me?', { in: team })).rejects.toThrow('Ken is not in Team')
  })

  it('are events when the bot itself has left', async () => {
    const { line, aki, call, heard } = listening()
    const team = line.group('Team', [aki])
    expect((await call(`/v2/bot/group/${team.id}/leave`, { method: 'POST' })).status).toBe(200)
    await line.settled()
    await vi.waitFor(() => expect(heard).toEqual([expect.objectContaining({ type: 'leave' })]))
    const again = await call(`/v2/bot/group/${team.id}/leave`, { method: 'POST' })
    expect([again.status, again.body.message]).toEqual([404, 'Not found'])
    const room = line.room([aki])
    for (const status of [200, 200])
      expect((await call(`/v2/bot/room/${room.id}/leave`, { method: 'POST' })).status).toBe(status)
  })

  it('are events of beacons, watched videos and memberships', async () => {
    const { aki, client } = listening({
      memberships: [
        {
          membershipId: 7,
          title: 'Club',
          description: 'a',
          benefits: ['b'],
          price: 500,
          currency: 'JPY',
          memberCount: 0,
          memberLimit: null,
          isInAppPurchase: false,
          isPublished: true,
        },
      ],
    })
    expect(only(await aki.meetsBeacon({ hwid: 'abc', dm: '00' })).beacon).toEqual({
      hwid: 'abc',
      type: 'enter',
      dm: '00',
    })
    await client.messages.push(aki.id, {
      type: 'video',
      originalContentUrl: 'https://a.b/c.mp4',
      previewImageUrl: 'https://a.b/c.png',
      trackingId: 'clip-1',
    })
    expect(only(await aki.watches()).videoPlayComplete).toEqual({ trackingId: 'clip-1' })
    expect(only(await aki.joinsMembership(7)).membership).toEqual({
      type: 'joined',
      membershipId: 7,
    })
    expect(only(await aki.renewsMembership(7)).membership).toEqual({
      type: 'renewed',
      membershipId: 7,
    })
    const subscriptions = await client.memberships.subscriptions(aki.id)
    expect(subscriptions[0]!.user).toMatchObject({ membershipNo: 1, nextBillingDate: '2026-09-01' })
    expect(only(await aki.leavesMembership(7)).membership).toEqual({
      type: 'left',
      membershipId: 7,
    })
  })

  it('link accounts once, within ten minutes', async () => {
    const { aki, call, clock } = listening()
    const issue = async () => {
      const { body } = await call(`/v2/bot/user/${aki.id}/linkToken`, { method: 'POST' })
      return body['linkToken'] as string
    }
    const nonce = 'a nonce of some length'
    const linkToken = await issue()
    const event = only(await aki.linksAccount({ linkToken, nonce }))
    expect(event).toMatchObject({
      type: 'accountLink',
      link: { result: 'ok', nonce },
      replyToken: expect.any(String),
    })
    expect(await aki.linksAccount({ linkToken, nonce })).toMatchObject({
      events: [],
      opened: 'error',
    })
    const failed = only(await aki.linksAccount({ linkToken: await issue(), nonce, fails: true }))
    expect(failed).toMatchObject({ link: { result: 'failed', nonce } })
    expect(failed).not.toHaveProperty('source')
    expect(failed).not.toHaveProperty('replyToken')
    const late = await issue()
    clock.advance(600_000)
    expect((await aki.linksAccount({ linkToken: late, nonce })).events).toEqual([])
  })
})
