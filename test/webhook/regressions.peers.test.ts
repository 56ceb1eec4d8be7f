/** Defects that other libraries had, by their number in our list of them. */
import { inspect } from 'node:util'
import express from 'express'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  createBot,
  toNodeListener,
  verifySignature,
  WebhookError,
} from '../../src/webhook/index.js'
import { close, listen, postTo } from './adapters/servers.js'
import {
  aki,
  bodyOf,
  botWith,
  event,
  FakeClock,
  post,
  promise,
  says,
  secret,
  turn,
  sign,
  taps,
  team,
} from './support.js'

const bytes = (text: string) => new TextEncoder().encode(text)

/** A bot that writes down the texts it receives. */
function hearing(options = {}) {
  const { bot, line, warnings } = botWith(options)
  const heard: string[] = []
  bot.on('message:text', (ctx) => void heard.push(ctx.text))
  return { bot, line, warnings, heard }
}

afterEach(() => vi.restoreAllMocks())

describe('security', () => {
  it('no. 2: signatures are compared in full, wherever they differ', async () => {
    const right = sign(bodyOf())
    for (let at = 0; at < 44; at++) {
      const wrong = right.slice(0, at) + (right[at] === 'A' ? 'B' : 'A') + right.slice(at + 1)
      expect(await verifySignature(bytes(bodyOf()), wrong, secret)).toBe(false)
    }
  })

  it('no. 3: a missing signature is refused, with empty events too', async () => {
    expect((await post(hearing().bot, bodyOf(), { signature: '' })).status).toBe(401)
    const header = () => undefined
    const body = bytes(bodyOf())
    expect((await hearing().bot.receive({ method: 'POST', header, body })).status).toBe(401)
  })

  it.each(['x', 'A'.repeat(2 ** 20), '漢字', '='.repeat(44), ['a', 'b'] as unknown as string])(
    'no. 4: an odd signature is a 401 and no exception (%#)',
    async (signature) => {
      expect((await post(hearing().bot, bodyOf(), { signature })).status).toBe(401)
    },
  )

  it('no. 4: the header may be written in any case', async () => {
    const { url, server } = await listen(toNodeListener(hearing().bot))
    const body = bodyOf()
    for (const name of ['X-Line-Signature', 'x-line-signature', 'X-LINE-SIGNATURE']) {
      const response = await fetch(url, { method: 'POST', headers: { [name]: sign(body) }, body })
      expect(response.status).toBe(200)
    }
    await close(server)
  })

  it.each(['', ' ', '\n\t'])(
    'no. 5: the empty secret %j is refused at construction',
    async (empty) => {
      expect(() => createBot({ channelSecret: empty })).toThrow(WebhookError)
      await expect(verifySignature(bytes('{}'), sign('{}', empty), empty)).rejects.toThrow(/empty/)
    },
  )

  it('no. 6: a body is not buffered beyond the limit before it is verified', async () => {
    const { bot } = hearing()
    let read = 0
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        read += 65_536
        controller.enqueue(new Uint8Array(65_536))
      },
    })
    const header = (name: string) => (name === 'x-line-signature' ? sign('x') : null)
    expect((await bot.receive({ method: 'POST', header, body })).status).toBe(413)
    expect(read).toBeLessThan(2_200_000)
  })

  it('no. 7: a recorded webhook is not handled again', async () => {
    const clock = new FakeClock()
    const { bot, heard } = hearing({ clock, maxAge: 86_400_000 })
    const body = bodyOf(says('pay'))
    await post(bot, body)
    await post(bot, body)
    expect(heard).toEqual(['pay'])
    // After a restart, with an empty memory, its age shows it.
    const restarted = hearing({ clock, maxAge: 86_400_000 })
    await clock.pass(90_000_000)
    await post(restarted.bot, body)
    expect(restarted.heard).toEqual([])
  })

  it('no. 8: whatever a handler throws, the request is answered and the process lives', async () => {
    vi.spyOn(console, 'error').mockReturnValue()
    const unhandled = vi.fn()
    process.on('unhandledRejection', unhandled)
    const { bot } = botWith()
    bot.on('follow', () => {
      throw new Error('sync')
    })
    bot.on('message', async () => {
      await turn()
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as careless code does
      return Promise.reject(null)
    })
    const { url, server } = await listen(express().post('/', toNodeListener(bot)))
    expect((await postTo(url, bodyOf(event(), event({ type: 'follow' })))).status).toBe(500)
    // Node reports unhandled rejections after a turn.
    await turn()
    expect(unhandled).not.toHaveBeenCalled()
    process.off('unhandledRejection', unhandled)
    await close(server)
  })

  it('no. 9: neither secret nor token is in an error, a warning or a bot that is printed', async () => {
    const said: unknown[] = []
    for (const name of ['error', 'warn'] as const)
      vi.spyOn(console, name).mockImplementation((...all) => void said.push(...(all as unknown[])))
    const token = 'token-that-must-stay-secret'
    const bot = createBot({
      channelSecret: secret,
      channelAccessToken: token,
      fetch: () =>
        Promise.resolve(Response.json({ message: 'Authentication failed' }, { status: 401 })),
    })
    bot.on('message', (ctx) => ctx.reply('hi'))
    await post(bot, bodyOf(event()))
    await post(bot, bodyOf(event()), { signature: sign('x') })
    expect(said.length).toBeGreaterThan(1)
    for (const thing of [...said, bot]) {
      const text = inspect(thing, { depth: 10, showHidden: true }) + JSON.stringify(thing)
      expect(text).not.toContain(token)
      expect(text).not.toContain(secret)
    }
  })
})

describe('webhooks', () => {
  const text = '🤨 今日は'
  const raw = bodyOf(says(text))
  const escaped = raw.replace(
    /[\u0080-\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`,
  )

  it.each([
    ['raw', raw],
    ['with escaped emoji', escaped],
    ['with escaped slashes', raw.replace('"type"', '"link":"https:\\/\\/x","type"')],
    ['with a byte order mark', `\uFEFF${raw}`],
    [
      'with CRLF and blanks around',
      `\r\n${JSON.stringify(JSON.parse(raw), null, 2).replaceAll('\n', '\r\n')}\r\n  `,
    ],
  ])('no. 12: a body %s is verified and read as it came', async (_, body) => {
    const { bot, heard } = hearing()
    expect((await post(bot, body)).status).toBe(200)
    expect(heard).toEqual([text])
    expect((await post(bot, body, { signature: sign(`${body} `) })).status).toBe(401)
  })

  it('no. 12: signed nonsense is 400, not 401', async () => {
    expect((await post(hearing().bot, '{"events":')).status).toBe(400)
  })

  it.each([['null'], ['5'], ['[]'], ['{}'], ['{"events":null}'], ['{"events":{"length":1}}']])(
    'no. 13: the body %s is a bad request',
    async (body) => {
      expect((await post(hearing().bot, body)).status).toBe(400)
    },
  )

  it('no. 13: empty events, unknown events and unknown messages are 200', async () => {
    const { bot, heard } = hearing()
    const unknown = vi.fn()
    bot.onUnknown(unknown)
    expect((await post(bot, bodyOf())).status).toBe(200)
    const strange = [
      event({ type: 'wave' }),
      event({ message: { type: 'smell', id: '1' } }),
      event({ message: undefined }),
    ]
    expect((await post(bot, bodyOf(...strange))).status).toBe(200)
    expect(unknown).toHaveBeenCalledTimes(3)
    expect(heard).toEqual([])
  })

  it.each(['0'.repeat(32), 'f'.repeat(32), 'F'.repeat(32)])(
    'no. 14: nothing is sent to the dummy token %s',
    async (replyToken) => {
      const { bot, line } = botWith()
      const routes: string[] = []
      bot.on('message', async (ctx) => {
        routes.push((await ctx.reply('a')).route)
        routes.push((await ctx.reply('b')).route)
      })
      expect((await post(bot, bodyOf(event({ replyToken })))).status).toBe(200)
      expect(routes).toEqual(['none', 'none'])
      expect(line.calls).toEqual([])
    },
  )

  it('no. 14: standby and unfollow offer no reply', async () => {
    const { bot } = botWith()
    const can: boolean[] = []
    bot.use((ctx) => void can.push(ctx.canReply()))
    await post(
      bot,
      bodyOf(
        event({ mode: 'standby', replyToken: undefined }),
        event({ type: 'unfollow', replyToken: undefined }),
      ),
    )
    expect(can).toEqual([false, false])
  })

  it.each([
    [undefined],
    [{}],
    [{ type: 'user' }],
    [{ type: 'group', groupId: team }],
    [{ type: 'square' }],
  ])('no. 15: the source %j throws nothing', async (source) => {
    const { bot, heard } = hearing()
    bot.use(async (ctx, next) => {
      expect(() => [ctx.userId, ctx.chatId]).not.toThrow()
      await ctx.profile()
      await next()
    })
    expect((await post(bot, bodyOf(says('x', { source })))).status).toBe(200)
    expect(heard).toEqual(['x'])
  })

  it('no. 16: an id is kept after success, given up after failure, and waited for meanwhile', async () => {
    const { bot } = botWith()
    const gate = promise()
    const handler = vi.fn(() => gate.kept)
    bot.on('message', handler).catch(() => undefined)
    const body = bodyOf(event())
    const both = [post(bot, body), post(bot, body)]
    await vi.waitFor(() => expect(handler).toHaveBeenCalled())
    gate.reject(new Error('oops'))
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual([500, 500])
    handler.mockResolvedValue()
    expect((await post(bot, body)).status).toBe(200)
    expect((await post(bot, body)).status).toBe(200)
    expect(handler).toHaveBeenCalledTimes(2)
  })

  it('no. 16: an edit that arrives before its message is taken after it', async () => {
    const { bot } = botWith()
    const log: string[] = []
    const source = { type: 'group', groupId: team, userId: aki }
    const message = { type: 'text', id: '7', text: 'edited', quoteToken: 'q' }
    bot.use((ctx) => void log.push(ctx.event.type))
    const edit = event({ type: 'messageEdited', source, message, timestamp: 2000 })
    await post(bot, bodyOf(edit, says('original', { source, timestamp: 1000 })))
    expect(log).toEqual(['message', 'messageEdited'])
  })

  it('no. 17: the first failure drops none of the rest', async () => {
    const { bot } = botWith()
    const heard: string[] = []
    bot.on('message:text', async (ctx) => {
      await turn()
      if (ctx.text === '0') throw new Error('first')
      heard.push(ctx.text)
    })
    bot.catch(() => undefined)
    const events = ['0', '1', '2', '3'].map((text) => says(text))
    expect((await post(bot, bodyOf(...events))).status).toBe(500)
    expect(heard).toEqual(['1', '2', '3'])
  })

  it('no. 18: the choice, the mentions and the emoji of a user are kept', async () => {
    const { bot } = botWith()
    const seen: unknown[] = []
    const params = { datetime: '2026-08-01T10:00' }
    const emojis = [{ index: 5, length: 7, productId: 'p', emojiId: '001' }]
    const mention = { mentionees: [{ type: 'user', index: 0, length: 4, isSelf: true }] }
    bot.on('postback', (ctx) => void seen.push(ctx.postback.params))
    bot.on('message:text', (ctx) => void seen.push(ctx.message.emojis, ctx.mentionsMe, ctx.text))
    const message = { type: 'text', id: '1', text: '@Bot (hello)', emojis, mention }
    await post(
      bot,
      bodyOf(taps('when', { postback: { data: 'when', params } }), event({ message })),
    )
    expect(seen).toEqual([params, emojis, true, '@Bot (hello)'])
  })
})
