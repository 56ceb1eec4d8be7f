/** What people do, and what the bot is told of it. */
/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-return -- events of every kind are looked at as the JSON they are */
import { describe, expect, it, vi } from 'vitest'
import {
  Buttons,
  Carousel,
  Column,
  Confirm,
  DatetimePicker,
  Flex,
  MessageAction,
  Postback,
  QuickReply,
  Text,
  Uri,
} from 'fukidashi'
import type { Turn } from '../../src/emulator/index.js'
import { createBot } from '../../src/webhook/index.js'
import { LineClient } from '../../src/client/index.js'
import { makeMenu, setUp } from './support.js'

/** A bot that keeps what it hears. */
function listening(options: Parameters<typeof setUp>[0] = {}) {
  const heard: Record<string, unknown>[] = []
  const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
  bot.use((ctx, next) => {
    heard.push(ctx.event as never)
    return next()
  })
  const given = setUp({ bot, ...options })
  const { account, fetch } = given.line
  const client = new LineClient({ channelAccessToken: account.channelAccessToken, fetch })
  return { ...given, heard, client, aki: given.line.user('Aki') }
}

const only = ({ events }: Turn) => {
  expect(events).toHaveLength(1)
  return events[0] as unknown as Record<string, any>
}

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
    ['sticker', true, { packageId: '446', stickerId: '1988', stickerResourceType: 'STATIC' }],
    ['image', true, { contentProvider: { type: 'line' } }],
    ['video', true, { contentProvider: { type: 'line' }, duration: 5_000 }],
    ['audio', false, { contentProvider: { type: 'line' }, duration: 5_000 }],
    ['file', false, { fileName: 'a.txt', fileSize: 3 }],
    ['location', false, { latitude: 35.67966, longitude: 139.73669 }],
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

  it('come one by one when several pictures are sent', async () => {
    const { aki } = listening()
    const { events } = await aki.sendsImages([{}, {}, {}])
    const sets = events.map((event) => (event as any).message.imageSet)
    expect(sets).toEqual([1, 2, 3].map((index) => ({ id: sets[0].id, index, total: 3 })))
    expect(sets[0].id).toMatch(/^[0-9A-F]{64}$/)
  })

  it('lie elsewhere when a LIFF app sent them', async () => {
    const { aki, call } = listening()
    const external = { originalContentUrl: 'https://a.b/c', previewImageUrl: 'https://a.b/d' }
    const { message } = only(await aki.sendsImage({ external }))
    expect(message.contentProvider).toEqual({ type: 'external', ...external })
    const path = `https://api-data.line.me/v2/bot/message/${String(message.id)}/content`
    expect((await call(path)).status).toBe(404)
  })

  it('are changed in groups', async () => {
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

  it('are taken back', async () => {
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
  it('tells of blocking and unblocking', async () => {
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

  it('tells who comes and goes', async () => {
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

  it('tells when the bot itself has left', async () => {
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

  it('tells of beacons, watched videos and memberships', async () => {
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

  it('links accounts once, within ten minutes', async () => {
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

describe('taps', () => {
  it('on postbacks show what the author wants', async () => {
    const { aki, client } = listening()
    await client.messages.push(
      aki.id,
      <Buttons altText="a">
        Pick
        <Postback label="Buy" data="buy=1" displayText="I buy" />
        <Postback label="Quiet" data="quiet" inputOption="openKeyboard" fillInText="a" />
      </Buttons>,
    )
    expect(only(await aki.taps('Buy')).postback).toEqual({ data: 'buy=1' })
    expect(aki.chat.at(-1)).toMatchObject({
      from: aki.id,
      shownOnly: true,
      message: { text: 'I buy' },
    })
    const quiet = await aki.taps('Quiet')
    expect(quiet.input).toEqual({ option: 'openKeyboard', fillInText: 'a' })
    expect(aki.chat.at(-1)).toMatchObject({ message: { text: 'I buy' } })
    const both = await aki.taps({ type: 'postback', label: 'a', data: 'd', text: 'said' })
    expect(both.events.map(({ type }) => type)).toEqual(['message', 'postback'])
  })

  it('on messages, addresses and clipboards do what they say', async () => {
    const { aki, client } = listening()
    await client.messages.push(
      aki.id,
      <Confirm altText="a">
        Sure?
        <MessageAction label="Yes" text="yes!" />
        <Uri label="Read" uri="https://a.b/c" />
      </Confirm>,
    )
    expect(only(await aki.taps('Yes')).message.text).toBe('yes!')
    expect(await aki.taps('Read')).toMatchObject({ events: [], opened: 'https://a.b/c' })
    const copy = { type: 'clipboard', label: 'Copy', clipboardText: 'abc' } as const
    expect(await aki.taps(copy)).toMatchObject({ events: [], copied: 'abc' })
  })

  it('on pickers send what was picked', async () => {
    const { aki, client } = listening()
    await client.messages.push(
      aki.id,
      <Carousel altText="a">
        <Column text="a">
          <DatetimePicker label="Day" data="d" mode="date" initial="2026-12-24" />
        </Column>
        <Column text="b">
          <DatetimePicker label="Time" data="t" mode="time" />
        </Column>
        <Column text="c">
          <DatetimePicker label="Both" data="b" mode="datetime" initial="2026-12-24t10:00" />
        </Column>
      </Carousel>,
    )
    const picked = async (label: string, pick?: string) =>
      only(await aki.taps(label, { pick })).postback
    expect(await picked('Day')).toEqual({ data: 'd', params: { date: '2026-12-24' } })
    expect(await picked('Day', '2027-01-01')).toEqual({ data: 'd', params: { date: '2027-01-01' } })
    expect(await picked('Time')).toEqual({ data: 't', params: { time: '09:00' } })
    expect(await picked('Both')).toEqual({ data: 'b', params: { datetime: '2026-12-24T10:00' } })
    await expect(aki.taps('Day', { pick: 'tomorrow' })).rejects.toThrow('not a date')
    await expect(aki.taps('Day', { pick: '2026-02-29' })).rejects.toThrow('not a date')
    await expect(aki.taps('Time', { pick: '24:00' })).rejects.toThrow('not a time')
  })

  it('on pickers with limits stay within them', async () => {
    const { aki } = listening()
    const action = {
      type: 'datetimepicker',
      label: 'a',
      data: 'd',
      mode: 'datetime',
      initial: '2026-12-24t10:00',
      min: '2026-12-24t00:00',
      max: '2026-12-31t23:59',
    } as const
    for (const pick of ['2026-12-24T00:00', '2026-12-31T23:59'])
      expect(only(await aki.taps(action, { pick })).postback.params).toEqual({ datetime: pick })
    for (const pick of ['2026-12-23T23:59', '2027-01-01T00:00'])
      await expect(aki.taps(action, { pick })).rejects.toThrow(
        'permits 2026-12-24T00:00 to 2026-12-31T23:59',
      )
  })

  it('find the words in Flex, and the newest message first', async () => {
    const { aki, client } = listening()
    const card = (n: number) => (
      <Flex.Message altText="a">
        <Flex.Bubble>
          <Flex.Body>
            <Flex.Box layout="vertical" action={<Postback label="hidden" data={`box${n}`} />}>
              <Flex.Text>Open me</Flex.Text>
            </Flex.Box>
            <Flex.Button>
              <Postback label="Go" data={`go${n}`} />
            </Flex.Button>
          </Flex.Body>
        </Flex.Bubble>
      </Flex.Message>
    )
    await client.messages.push(aki.id, [card(1), card(2)])
    expect(only(await aki.taps('Go')).postback.data).toBe('go2')
    expect(only(await aki.taps('Open me')).postback.data).toBe('box2')
    expect(only(await aki.taps(/^open/i)).postback.data).toBe('box2')
    await expect(aki.taps('Stop')).rejects.toThrow('These can be tapped: hidden, Go.')
  })

  it('on quick replies take the bar away, unless something is still to be chosen', async () => {
    const { aki, client } = listening()
    const ask = () =>
      client.messages.push(
        aki.id,
        <Text>
          What?
          <QuickReply>
            <MessageAction label="Menu" text="menu" />
            <DatetimePicker label="Day" data="d" mode="date" />
          </QuickReply>
        </Text>,
      )
    await ask()
    await aki.taps('Day')
    expect(aki.sees()).toEqual(['Menu', 'Day'])
    await aki.taps('Menu')
    expect(aki.sees()).toEqual([])
    await ask()
    await aki.says('something else')
    expect(aki.sees()).toEqual([])
  })

  it('on camera and location buttons send what people send', async () => {
    const { aki } = listening()
    expect(only(await aki.taps({ type: 'camera', label: 'a' })).message.type).toBe('image')
    const roll = await aki.taps({ type: 'cameraRoll', label: 'a' }, { images: [{}, {}] })
    expect(roll.events).toHaveLength(2)
    const where = await aki.taps({ type: 'location', label: 'a' }, { location: { title: 'Home' } })
    expect(only(where).message).toMatchObject({ type: 'location', title: 'Home' })
  })

  it('switch rich menus, and say how it went', async () => {
    const { aki, call, line } = listening()
    const [first, second] = [await makeMenu(call), await makeMenu(call)]
    await call(`/v2/bot/user/all/richmenu/${first}`, { method: 'POST' })
    expect(aki.richMenu).toBe(first)
    const params = async () => only(await aki.taps('Other')).postback.params
    expect(await params()).toEqual({ status: 'RICHMENU_ALIAS_ID_NOTFOUND' })
    await call('/v2/bot/richmenu/alias', { body: { richMenuAliasId: 'other', richMenuId: second } })
    expect(await params()).toEqual({ newRichMenuAliasId: 'other', status: 'SUCCESS' })
    expect(aki.richMenu).toBe(second)
    expect((await call(`/v2/bot/user/${aki.id}/richmenu`)).body).toEqual({ richMenuId: second })
    line.state.richMenuAliases.set('other', `richmenu-${'0'.repeat(32)}`)
    expect(await params()).toEqual({ status: 'RICHMENU_NOTFOUND' })
    expect(only(await aki.taps({ area: 0 })).postback).toEqual({ data: 'left' })
  })

  it('on imagemaps go by area', async () => {
    const { aki, client } = listening()
    const area = { x: 0, y: 0, width: 520, height: 520 }
    await client.messages.push(aki.id, {
      type: 'imagemap',
      baseUrl: 'https://a.b/c',
      altText: 'a',
      baseSize: { width: 1040, height: 1040 },
      actions: [
        { type: 'message', text: 'left', area },
        { type: 'uri', linkUri: 'https://a.b/d', area: { ...area, x: 520 } },
      ],
    })
    expect(only(await aki.taps({ area: 0 })).message.text).toBe('left')
    expect((await aki.taps({ area: 1 })).opened).toBe('https://a.b/d')
  })
})

describe('waiting for the bot', () => {
  it('ends with its answer, or does not begin', async () => {
    let finish: (() => void) | undefined
    const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
    bot.on('message:text', async (ctx) => {
      await new Promise<void>((resolve) => (finish = resolve))
      await ctx.reply('done')
    })
    const { line } = setUp({ bot })
    const aki = line.user('Aki')
    const { messages } = await aki.says('go', { settle: false })
    expect(messages).toEqual([])
    await vi.waitFor(() => expect(finish).toBeDefined())
    finish!()
    await line.settled()
    expect(aki.messages).toEqual([{ type: 'text', text: 'done' }])
  })

  it('goes on for what the bot does after it has answered', async () => {
    const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y', ack: 'before' })
    bot.on('message:text', async (ctx) => {
      await new Promise(setImmediate)
      await ctx.reply('one')
      ctx.waitUntil(ctx.push('two'))
    })
    const { line } = setUp({ bot })
    const { messages } = await line.user('Aki').says('go')
    expect(messages).toEqual([
      { type: 'text', text: 'one' },
      { type: 'text', text: 'two' },
    ])
  })
})
