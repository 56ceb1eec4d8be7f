/** Expectations, transcripts, events and the clock, as tests use them. */
import assert from 'node:assert/strict'
import { describe, expect, it } from 'vitest'
import { Buttons, Flex, Postback, Text } from 'fukidashi'
import { LineClient } from '../../src/client/index.js'
import {
  assertPushed,
  assertReceived,
  createEmulator,
  fakeEvent,
  ExpectationError,
  FakeClock,
  type LineMatchers,
  matchers,
  transcript,
  transcriptSerializer,
} from '../../src/testing/index.js'
import { createBot } from '../../src/webhook/index.js'

expect.extend(matchers)

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- as the documents show it
  interface Matchers<T> extends LineMatchers<T> {}
}

function set() {
  const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
  bot.on({ text: 'menu' }, (ctx) => ctx.reply([<Text>Here</Text>, <Menu />]))
  bot.on({ text: 'later' }, (ctx) => ctx.push('Now'))
  bot.on({ text: 'broken' }, (ctx) =>
    ctx.line.messages.reply(ctx.replyToken, { type: 'text', text: '' }),
  )
  bot.on('postback', (ctx) => ctx.reply(`Bought ${ctx.postback.data}`))
  bot.catch(() => 'handled')
  const line = createEmulator({ bot, clock: new FakeClock() })
  return { bot, line, aki: line.user('Aki') }
}

const Menu = () => (
  <Buttons altText="menu">
    Pick
    <Postback label="Buy" data="tea" displayText="I buy" />
  </Buttons>
)

describe('toHaveReceived', () => {
  it('takes JSX, strings, JSON, lists and patterns', async () => {
    const { aki } = set()
    await aki.says('menu')
    expect(aki).toHaveReceived(<Text>Here</Text>)
    expect(aki).toHaveReceived('Here')
    expect(aki).toHaveReceived({ type: 'text', text: 'Here' })
    expect(aki).toHaveReceived([<Text>Here</Text>, <Menu />])
    expect(aki).toHaveReceived(/^pick$/i)
    expect(aki).toHaveReceived(expect.objectContaining({ type: 'template' }) as never)
    expect(aki).toHaveReceived([/here/i, expect.anything()])
    expect(aki).not.toHaveReceived([<Menu />, <Text>Here</Text>])
    expect(aki).not.toHaveReceived(<Text>There</Text>)
    expect(aki).not.toHaveReceived(
      <Flex.Message altText="a">
        <Flex.Bubble />
      </Flex.Message>,
    )
  })

  it('reports the messages that were received instead', async () => {
    const { aki } = set()
    await aki.says('menu')
    const fail = () =>
      expect(aki).toHaveReceived(
        <Buttons altText="menu">
          Choose
          <Postback label="Buy" data="tea" />
        </Buttons>,
      )
    expect(fail).toThrowErrorMatchingInlineSnapshot(`
      [Error: Aki has not received [{"type":"template","altText":"menu","template":{"type":"buttons","text":"Choose","actions":[{"type":"postback","label":"Buy","data":"tea"}]}}]

      The last messages that Aki has received, and their differences (- expected, + received):
        - template.text: "Choose"
        + template.text: "Pick"
        + template.actions[0].displayText: "I buy"]
    `)
  })

  it('reports that nothing was received, and why', async () => {
    const { aki, line } = set()
    line.fault({ status: 403 })
    await aki.says('later')
    expect(() => expect(aki).toHaveReceived('Now')).toThrowErrorMatchingInlineSnapshot(`
      [Error: Aki has not received [{"type":"text","text":"Now"}]

      Aki has received nothing.

      Recent failures:
        POST /v2/bot/message/push failed with status 403: {"message":"Access to this API is not available for your account"}]
    `)
  })

  it('reports that there is no bot', async () => {
    const line = createEmulator()
    const aki = line.user('Aki')
    await aki.says('hi')
    expect(() => expect(aki).toHaveReceived('hello')).toThrow(
      'No bot receives this: createEmulator got neither bot nor webhook',
    )
    const { line: other, aki: ken } = set()
    other.state.webhook.active = false
    await ken.says('menu')
    expect(() => expect(ken).toHaveReceived('Here')).toThrow('webhooks are turned off')
  })

  it('distinguishes pushes from replies', async () => {
    const { aki } = set()
    await aki.says('menu')
    await aki.says('later')
    expect(aki).toHaveBeenPushed('Now')
    expect(aki).not.toHaveBeenPushed('Here')
  })

  it('needs a user or a group', async () => {
    const { aki } = set()
    expect(() => expect({}).toHaveReceived('a')).toThrow('Expected a user or a group')
    expect(() => expect(undefined).toHaveReceived('a')).toThrow('not undefined.')
    expect(() => expect(aki.messages).toHaveReceived('a')).toThrow('an array (of its messages?)')
    const turn = await aki.says('menu')
    expect(() => expect(turn).toHaveReceived('a')).toThrow('not the result of a deed.')
  })

  it('needs a message, because nothing would match any chat', async () => {
    const { aki } = set()
    await aki.says('menu')
    for (const nothing of [undefined, null] as never[]) {
      expect(() => expect(aki).toHaveReceived(nothing)).toThrow('Expected a message')
      expect(() => assertReceived(aki, nothing)).toThrow(
        'JSX, a builder, JSON, a string or a RegExp',
      )
    }
    for (const nothing of [[], <></>, false, ''] as never[])
      expect(() => expect(aki).not.toHaveReceived(nothing)).toThrow('this renders to none')
  })

  it('takes patterns with flags, as often as it is asked', async () => {
    const { aki } = set()
    await aki.says('menu')
    const pattern = /here/gi
    expect(aki).toHaveReceived(pattern)
    expect(aki).toHaveReceived(pattern)
  })
})

describe('without expect', () => {
  it('asserts', async () => {
    const { aki } = set()
    await aki.says('menu')
    assertReceived(aki, <Menu />)
    assert.throws(() => assertReceived(aki, 'Nothing'), ExpectationError)
    assert.throws(() => assertPushed(aki, <Menu />), {
      code: 'ERR_ASSERTION',
      name: 'AssertionError',
    })
  })
})

describe('transcripts', () => {
  it('are the same each time', async () => {
    const { aki } = set()
    await aki.says('menu')
    await aki.taps('Buy')
    expect(transcript(aki)).toMatchInlineSnapshot(`
      "Aki: menu
      bot: Here
      bot: [template] {"altText":"menu","template":{"type":"buttons","text":"Pick","actions":[{"type":"postback","label":"Buy","data":"tea","displayText":"I buy"}]}}
      Aki: I buy
      bot: Bought tea"
    `)
    expect(transcriptSerializer.test(aki)).toBe(true)
    expect(transcriptSerializer.test('aki')).toBe(false)
    expect(transcriptSerializer.serialize(aki)).toBe(transcript(aki))
  })
})

describe('events without an emulator', () => {
  it('are handled by a bot', async () => {
    const heard: string[] = []
    const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
    bot.use((ctx, next) => {
      heard.push(ctx.event.type)
      return next()
    })
    const groupId = `C${'1'.repeat(32)}`
    const events = [
      fakeEvent.text('hi'),
      fakeEvent.message({ type: 'image', contentProvider: { type: 'line' } } as never),
      fakeEvent.edited('a'),
      fakeEvent.unsend('1'),
      fakeEvent.postback('buy', { source: { type: 'group', groupId } }),
      fakeEvent.follow({ isUnblocked: true }),
      fakeEvent.unfollow(),
      fakeEvent.join(),
      fakeEvent.leave(),
      fakeEvent.memberJoined(['U1']),
      fakeEvent.memberLeft(['U1']),
      fakeEvent.beacon(),
      fakeEvent.accountLink('nonce'),
      fakeEvent.videoPlayComplete('clip'),
      fakeEvent.membership('joined', 1),
    ]
    const reports = await bot.handle(events)
    expect(reports.map(({ outcome }) => outcome)).toEqual(events.map(() => 'handled'))
    expect(heard.sort()).toEqual(events.map(({ type }) => type).sort())
    expect(events[3]).not.toHaveProperty('replyToken')
    expect(fakeEvent.text('a', { mode: 'standby' })).not.toHaveProperty('replyToken')
    expect(fakeEvent.text('a').webhookEventId).toMatch(/^[0-9A-Z]{26}$/)
  })
})

describe('the clock', () => {
  it('makes reply tokens expire, and timers go off in order', async () => {
    const clock = new FakeClock(0)
    const seen: number[] = []
    clock.after(20, () => seen.push(clock.now()))
    clock.after(10, () => {
      seen.push(clock.now())
      clock.after(5, () => seen.push(clock.now()))
    })
    const cancel = clock.after(12, () => seen.push(-1))
    cancel()
    clock.advance(30)
    expect([seen, clock.now(), clock.waiting]).toEqual([[10, 15, 20], 30, 0])
    const controller = new AbortController()
    const sleep = clock.sleep(10, controller.signal)
    controller.abort(new Error('enough'))
    await expect(sleep).rejects.toThrow('enough')
  })

  it('is one for bot, client and emulator', async () => {
    const clock = new FakeClock()
    const replies: string[] = []
    const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
    bot.on('message:text', async (ctx) => {
      clock.advance(60_001)
      const { route } = await ctx.reply('late', { push: 'late' })
      replies.push(route)
    })
    const line = createEmulator({ bot, clock })
    const aki = line.user('Aki')
    await aki.says('hi')
    expect(replies).toEqual(['push'])
    expect(aki).toHaveBeenPushed('late')
    const client = new LineClient({
      channelAccessToken: line.account.channelAccessToken,
      fetch: line.fetch,
      clock,
    })
    expect((await client.users.profile(aki.id)).displayName).toBe('Aki')
  })
})
