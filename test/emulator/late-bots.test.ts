/** Bots that answer the webhook first and work later. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/index.js'
import { control } from '../../src/emulator/control/control.js'
import { FakeClock } from '../../src/testing/index.js'
import { createBot } from '../../src/webhook/index.js'
import { caller, text } from './support.js'

const servers: Server[] = []
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

/** A bot at a URL that answers its webhook at once; `work` begins after its answer. */
async function lateBot(
  work: (call: ReturnType<typeof caller>, to: string) => void,
  options: EmulatorOptions = {},
): Promise<Emulator> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const { events } = JSON.parse(Buffer.concat(parts).toString()) as {
        events: { source: { userId: string } }[]
      }
      response.end('{}')
      response.on('close', () => work(caller(line), events[0]!.source.userId))
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const webhook = `http://127.0.0.1:${port}/webhook`
  const line = createEmulator({ webhook, ...options })
  return line
}

const push = (call: ReturnType<typeof caller>, to: string, words: string) =>
  void call('/v2/bot/message/push', { body: { to, messages: [text(words)] } })

const textsOf = (messages: readonly object[]) =>
  messages.map((message) => (message as { text: string }).text)

/** Lets real time pass for the emulator until a promise is settled; resolves to the milliseconds that it took. */
async function passUntil(promise: Promise<unknown>, step = 10): Promise<number> {
  let isOver = false
  void promise.then(() => (isOver = true))
  let ms = 0
  // Sockets and signatures take time that is not faked. Only timers move.
  while (!isOver) {
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate)
    if (vi.getTimerCount() === 0 || isOver) continue
    await vi.advanceTimersByTimeAsync(step)
    ms += step
  }
  return ms
}

const work = (call: ReturnType<typeof caller>, to: string): void => {
  setTimeout(() => push(call, to, 'one'), 50)
  setTimeout(() => push(call, to, 'two'), 130)
}

describe('a turn with a bot at a URL', () => {
  it('has what the bot sends after its answer, and between calls', async () => {
    const line = await lateBot(work)
    const saying = line.user('Aki').says('hi')
    await passUntil(saying)
    expect(textsOf((await saying).messages)).toEqual(['one', 'two'])
  })

  it('does not depend on a clock that does not move', async () => {
    const line = await lateBot(work, { clock: new FakeClock() })
    const saying = line.user('Aki').says('hi')
    await passUntil(saying)
    expect(textsOf((await saying).messages)).toEqual(['one', 'two'])
  })

  it.each<[string, (line: Emulator) => Promise<unknown>]>([
    ['taps', (line) => line.user('Aki').taps({ type: 'postback', data: 'a', label: 'a' })],
    ['sends', (line) => line.user('Aki').sendsSticker()],
    ['blocks', (line) => line.user('Aki').meetsBeacon()],
    [
      'says without waiting, then settled',
      async (line) => {
        await line.user('Aki').says('hi', { settle: false })
        await line.settled()
      },
    ],
    [
      'redeliver',
      async (line) => {
        const aki = line.user('Aki')
        const turn = await aki.says('hi', { settle: false })
        await line.settled()
        await line.redeliver(turn.events[0]!.webhookEventId)
        expect(textsOf(aki.messages)).toEqual(['one', 'two', 'one', 'two'])
      },
    ],
  ])('%s', async (_, does) => {
    const line = await lateBot(work)
    const doing = does(line)
    await passUntil(doing)
    await doing
    expect(textsOf(line.user('Aki').messages).slice(-2)).toEqual(['one', 'two'])
  })

  it('is in the answer of the control API, not in the answer to the next request', async () => {
    const line = await lateBot(work)
    line.user('Aki')
    const says = (body: object) =>
      control(line, {
        method: 'POST',
        path: '/_fukidashi/people/Aki/says',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        host: undefined,
      })
    for (let turn = 0; turn < 2; turn++) {
      const saying = says({ text: 'hi' })
      await passUntil(saying)
      const { messages } = JSON.parse((await saying).body as string) as { messages: object[] }
      expect(textsOf(messages)).toEqual(['one', 'two'])
    }
  })

  it('waits for a call that LINE is slow to answer', async () => {
    const line = await lateBot((call, to) => push(call, to, 'slow'))
    line.fault({ delay: 500 })
    const saying = line.user('Aki').says('hi')
    await passUntil(saying)
    expect(textsOf((await saying).messages)).toEqual(['slow'])
  })

  it('ends after two seconds, even if the bot never stops calling', async () => {
    const line = await lateBot((call, to) => {
      const again = () => {
        push(call, to, 'more')
        setTimeout(again, 50)
      }
      again()
    })
    const ms = await passUntil(line.user('Aki').says('hi'))
    expect(ms).toBeGreaterThanOrEqual(2_000)
    expect(ms).toBeLessThan(2_200)
  })

  it('does not wait for a bot that cannot be reached', async () => {
    const line = createEmulator({ webhook: 'http://127.0.0.1:1/' })
    const ms = await passUntil(line.user('Aki').says('hi'))
    expect(ms).toBeLessThan(100)
  })
})

describe('how long it waits', () => {
  const slow = (call: ReturnType<typeof caller>, to: string): void => {
    setTimeout(() => push(call, to, 'late'), 300)
  }

  it.each<[string, (line: Emulator) => Promise<unknown>, string[]]>([
    ['100 ms by default', (line) => line.user('Aki').says('hi'), []],
    ['as says says', (line) => line.user('Aki').says('hi', { quiet: 400 }), ['late']],
    [
      'as the emulator says',
      (line) => {
        line.quiet = 400
        return line.user('Aki').says('hi')
      },
      ['late'],
    ],
    [
      'as the settings say',
      async (line) => {
        const { status } = await control(line, {
          method: 'PUT',
          path: '/_fukidashi/settings',
          headers: { 'content-type': 'application/json' },
          body: '{"quiet":400}',
          host: undefined,
        })
        expect(status).toBe(200)
        return line.user('Aki').says('hi')
      },
      ['late'],
    ],
  ])('%s', async (_, does, messages) => {
    const line = await lateBot(slow)
    const doing = does(line)
    await passUntil(doing)
    await doing
    expect(textsOf(line.user('Aki').messages)).toEqual(messages)
  })

  it('not at all for a bot in this process', async () => {
    const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
    bot.on('message', (ctx) => ctx.reply('hi'))
    for (const options of [{ bot }, { webhook: () => new Response() }]) {
      const line = createEmulator(options)
      await line.user('Aki').says('hi')
      expect(vi.getTimerCount()).toBe(0)
    }
  })

  it('only numbers from 0', async () => {
    const line = createEmulator()
    for (const quiet of [-1, NaN, Infinity]) {
      expect(() => createEmulator({ quiet })).toThrow('quiet must be a number of milliseconds')
      expect(() => (line.quiet = quiet)).toThrow('quiet must be')
      await expect(line.user('Aki').says('hi', { quiet })).rejects.toThrow('quiet must be')
    }
  })
})
