/** Time and secret of signed postback data come from the program that renders and the program that reads. */
import { describe, expect, it } from 'vitest'
import { Buttons, definePostback, Postback, renderAsync, type SignOptions } from 'fukidashi'
import { LineClient } from 'fukidashi/client'
import { type Bot, createBot } from 'fukidashi/webhook'
import { createEmulator, FakeClock, matchers } from 'fukidashi/testing'
import { clientOf, userId } from '../client/setup.js'
import { bodyOf, post, says, sign, taps } from '../webhook/support.js'

expect.extend(matchers)

interface Env {
  POSTBACK_SECRET: string
}

const minute = 60_000
const secret = 'correct horse battery staple'
const fromEnv = (env: Env) => env.POSTBACK_SECRET

const menu = (data: { toData(): Promise<string> }) => (
  <Buttons altText="Pay">
    Pay?
    <Postback label="Pay" data={data} />
  </Buttons>
)
const dataIn = (json: unknown): string => /"data":"([^"]+)"/.exec(JSON.stringify(json))![1]!

describe.each([
  ['of the past', Date.UTC(2001, 0, 1)],
  ['of the future', Date.UTC(2101, 0, 1)],
])('on a clock %s', (_, start) => {
  const pay = definePostback<number>('pay', { sign: secret, expiresIn: minute })

  it('a button in a test works until it expires, and not after', async () => {
    const bot = createBot({ channelSecret: 'x', channelAccessToken: 'x' })
    bot.on('message:text', (ctx) => ctx.reply(menu(pay(5))))
    bot.on(pay, (ctx, amount) => ctx.reply(`Paid ${amount}`))
    bot.on('postback', (ctx) => ctx.reply(`No: ${ctx.postbackRefusal?.reason}`))
    const clock = new FakeClock(start)
    const line = createEmulator({ bot, clock })
    const aki = line.user('Aki')
    await aki.says('pay')
    clock.advance(minute - 1000)
    await aki.taps('Pay')
    expect(aki).toHaveReceived('Paid 5')
    clock.advance(2000)
    await aki.taps('Pay')
    expect(aki).toHaveReceived('No: expired')
  })

  it('a client, renderAsync and toData use the clock that they have', async () => {
    const clock = new FakeClock(start)
    const { line, server } = await clientOf({ body: {} }, { clock })
    await line.messages.push(userId, menu(pay(5)))
    const all = [
      dataIn(JSON.parse(server.last.body)),
      dataIn(await renderAsync(menu(pay(5)), { clock })),
      await pay(5).toData({ clock }),
    ]
    for (const data of all) {
      expect(await pay.read(data, { now: start + minute - 1 })).toEqual({ payload: 5 })
      expect(await pay.inspect(data, { now: start + minute + 1000 })).toEqual({
        refused: 'expired',
      })
    }
  })

  it('a button expires some time after it was rendered, not after it was made', async () => {
    const button = menu(pay(5))
    const clock = { now: () => start + 10 * minute }
    const data = dataIn(await renderAsync(button, { clock }))
    expect(await pay.read(data, { now: start + 10 * minute + 1 })).toEqual({ payload: 5 })
  })
})

describe('a secret that is a function of env', () => {
  const refund = definePostback<{ id: number }>('refund', { sign: fromEnv, bindUser: true })
  const env = { POSTBACK_SECRET: secret }

  /** Answers with a button, and handles its tap. */
  function shop(): { bot: Bot; refunds: number[]; sent: string[] } {
    const refunds: number[] = []
    const sent: string[] = []
    const bot = createBot({
      channelSecret: '8c570fa6dd201bb328f1c1eac23a96d8',
      channelAccessToken: 'x',
      fetch: (_url, init) => {
        sent.push(init.body as string)
        return Promise.resolve(new Response('{}'))
      },
    })
    bot.on('message:text', (ctx) => ctx.reply(menu(refund({ id: 1 }, { userId: ctx.userId! }))))
    bot.on(refund, (_, { id }) => void refunds.push(id))
    return { bot, refunds, sent }
  }

  it('is found in the env of each request, to sign and to read', async () => {
    const { bot, refunds, sent } = shop()
    const take = (body: string, env: object) =>
      bot.handle(JSON.parse(body) as never, { env }).then(([report]) => report)
    expect(await take(bodyOf(says('refund')), env)).toMatchObject({ outcome: 'handled' })
    const data = dataIn(JSON.parse(sent[0]!))
    await take(bodyOf(taps(data)), { POSTBACK_SECRET: 'another' })
    expect(refunds).toEqual([])
    await take(bodyOf(taps(data)), env)
    expect(refunds).toEqual([1])
  })

  it('gets the env that a platform passes to bot.fetch', async () => {
    const { bot, refunds } = shop()
    const data = await refund({ id: 2 }, { userId: `U${'a'.repeat(32)}` }).toData({ env })
    const body = bodyOf(taps(data))
    const request = () =>
      new Request('https://bot.example.com', {
        method: 'POST',
        body,
        headers: { 'x-line-signature': sign(body) },
      })
    expect((await bot.fetch(request(), env)).status).toBe(200)
    expect(refunds).toEqual([2])
  })

  it('is found by a client and by renderAsync', async () => {
    const { line, server } = await clientOf({ body: {} }, { env })
    await line.messages.push(userId, menu(refund({ id: 1 }, { userId })))
    await line.messages.push(userId, menu(refund({ id: 1 }, { userId })), {
      env: { POSTBACK_SECRET: 'another' },
    })
    const [first, second] = server.received.map(({ body }) => dataIn(JSON.parse(body)))
    const third = dataIn(await renderAsync(menu(refund({ id: 1 }, { userId })), { env }))
    expect(await refund.read(first!, { userId, env })).toEqual({ payload: { id: 1 } })
    expect(await refund.inspect(second!, { userId, env })).toEqual({ refused: 'forged' })
    expect(third).toBe(first)
  })

  it('is a variable of the process where no env is passed', async () => {
    process.env['POSTBACK_SECRET'] = secret
    try {
      const data = await refund({ id: 1 }, { userId }).toData()
      expect(await refund.read(data, { userId, env })).toEqual({ payload: { id: 1 } })
      const { bot, refunds } = shop()
      await post(bot, bodyOf(taps(data, { source: { type: 'user', userId } })))
      expect(refunds).toEqual([1])
    } finally {
      delete process.env['POSTBACK_SECRET']
    }
  })

  it('may return several, and may be asynchronous', async () => {
    const later = definePostback<number>('later', {
      sign: (env: Env) => Promise.resolve(['new', env.POSTBACK_SECRET]),
    })
    const old = definePostback<number>('later', { sign: secret })
    expect(await later.read(await old(5).toData(), { env })).toEqual({ payload: 5 })
    expect(await old.read(await later(5).toData({ env }))).toBeUndefined()
  })

  it.each([undefined, null, '', ' ', 5, [], [secret, ''], [undefined]])(
    'that gives %o leaves nothing unsigned and reads nothing',
    async (value) => {
      const wrong = definePostback<number>('wrong', { sign: () => value as string })
      await expect(wrong(5).toData()).rejects.toMatchObject({ name: 'PostbackError' })
      await expect(wrong.read(`wrong:5.${'a'.repeat(22)}`)).rejects.toThrow(/"wrong".*sign/)
    },
  )

  it('says what is missing where there is no such variable', async () => {
    await expect(refund({ id: 1 }, { userId }).toData()).rejects.toMatchObject({
      code: 'secret_missing',
      message: /sign\) is not set. Is the environment variable set\?/,
    })
  })
})

describe('the reason of a refusal', () => {
  const schema = {
    '~standard': {
      version: 1 as const,
      vendor: 'test',
      validate: (value: unknown) =>
        typeof value === 'number' ? { value } : { issues: [{ message: 'not a number' }] },
    },
  }
  const options: SignOptions = { sign: secret, bindUser: true, expiresIn: minute }
  const pay = definePostback('pay', schema, options)
  const start = Date.UTC(2026, 7, 1)
  const at = { clock: { now: () => start } }
  const tap = { userId: 'Uaki', now: start }
  const other = (name: string, payload: unknown, more: Partial<SignOptions> = {}) =>
    definePostback<unknown>(name, { ...options, ...more })(payload, { userId: 'Uaki' }).toData(at)

  const refusals = async () =>
    [
      ['expired', await other('pay', 5), { ...tap, now: start + minute + 1 }],
      ['other_user', await other('pay', 5), { ...tap, userId: 'Uben' }],
      ['other_user', await other('pay', 5), { now: start }],
      ['forged', await other('pay', 5, { sign: 'guess' }), tap],
      ['forged', 'pay:5', tap],
      ['forged', 'pay:', tap],
      ['forged', `pay:5.0000000.aaaaaa.${'a'.repeat(22)}`, tap],
      ['payload_invalid', await other('pay', 'five'), tap],
      [undefined, await other('buy', 5), tap],
    ] as const

  it('is known to those who read the data', async () => {
    for (const [reason, data, tap] of await refusals()) {
      expect([data, await pay.inspect(data, tap)]).toEqual([data, reason && { refused: reason }])
      expect(await pay.read(data, tap)).toBeUndefined()
    }
    expect(await pay.inspect(await other('pay', 5), tap)).toEqual({ payload: 5 })
    const plain = definePostback('pay', schema)
    expect(plain.inspect('pay:five')).toEqual({ refused: 'payload_invalid' })
    expect(plain.inspect('pay:((')).toEqual({ refused: 'payload_invalid' })
    expect(plain.inspect('pay:5')).toEqual({ payload: 5 })
    expect(plain.inspect('buy:5')).toBeUndefined()
  })

  it.each(['postback', 'default'] as const)('is known to a handler: %s', async (kind) => {
    for (const [reason, data, { userId, now }] of [
      ...(await refusals()),
      [undefined, 'free text', tap] as const,
    ] as readonly (readonly [string | undefined, string, { userId?: string; now: number }])[]) {
      const clock = { now: () => now, sleep: () => new Promise<void>(() => undefined) }
      const bot = createBot({ channelSecret: '8c570fa6dd201bb328f1c1eac23a96d8', clock })
      const reasons: unknown[] = []
      bot.on(pay, () => void reasons.push('accepted'))
      if (kind === 'postback') bot.on('postback', (ctx) => void reasons.push(ctx.postbackRefusal))
      else bot.default((ctx) => void reasons.push(ctx.postbackRefusal))
      const source = userId ? { type: 'user', userId } : { type: 'group', groupId: 'C1' }
      await post(bot, bodyOf(taps(data, { source })))
      expect([data, reasons]).toEqual([data, [reason && { postback: 'pay', reason }]])
    }
  })

  it('is gone when another definition of the name accepts the data', async () => {
    const bot = createBot({ channelSecret: '8c570fa6dd201bb328f1c1eac23a96d8' })
    const plain = definePostback<number>('pay')
    const reasons: unknown[] = []
    bot.on(pay, () => void reasons.push('accepted'))
    bot.on(plain, (ctx) => void reasons.push(ctx.postbackRefusal))
    await post(bot, bodyOf(taps('pay:5')))
    expect(reasons).toEqual([undefined])
  })

  it('does not weaken the signature: a mark alone opens nothing', async () => {
    const data = await other('pay', 5)
    const [signed] = /^.*(?=\.)/.exec(data)!
    expect(await pay.inspect(`${signed}.${'a'.repeat(22)}`, tap)).toEqual({ refused: 'other_user' })
    expect(await pay.read(signed, tap)).toBeUndefined()
  })
})

it('clients take an env that is not an object too', () => {
  expect(() => new LineClient({ channelAccessToken: 'x', env: undefined })).not.toThrow()
})
