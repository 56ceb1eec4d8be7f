/** The emulator waits no longer for a bot than LINE does. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/index.js'
import { FakeClock } from '../../src/testing/index.js'
import { createBot } from '../../src/webhook/index.js'

const servers: Server[] = []
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

function later() {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((done) => (resolve = done))
  return { promise, resolve }
}

/** Signing takes real time, which the test does not fake. */
async function sent(line: Emulator, count: number): Promise<void> {
  while (line.webhooks.length < count) await new Promise(setImmediate)
}

const never = new Promise<never>(() => undefined)

const silent: Record<string, EmulatorOptions> = {
  'a function that never answers': { webhook: () => never },
  'a bot whose handler never ends': {
    bot: createBot({ channelSecret: 'x', channelAccessToken: 'y' }).on('message', () => never),
  },
  'a bot whose call is never answered': {
    bot: createBot({ channelSecret: 'x', channelAccessToken: 'y' }).on('message', (ctx) =>
      ctx.reply('hi'),
    ),
  },
  'a bot that receives nothing': {
    bot: { connect: () => ({ receive: () => never }) },
  },
}

for (const [name, options] of Object.entries(silent))
  for (const clock of [undefined, new FakeClock()])
    it(`${name}, by ${clock ? 'a clock that does not move' : "the machine's clock"}`, async () => {
      const line = createEmulator({ ...options, clock })
      line.fault({ operation: 'replyMessage', delay: Infinity })
      const aki = line.user('Aki')
      const saying = aki.says('hi')
      let isOver = false
      void saying.then(() => (isOver = true))
      await sent(line, 1)
      await vi.advanceTimersByTimeAsync(1_900)
      expect(isOver).toBe(false)
      await vi.advanceTimersByTimeAsync(100)
      const { webhook } = await saying
      expect(webhook).toMatchObject({ reason: 'REQUEST_TIMEOUT' })
      expect(aki.troubles.join()).toContain('REQUEST_TIMEOUT')
      await line.settled()
      const verified = line.verify()
      await sent(line, 2)
      await vi.advanceTimersByTimeAsync(2_000)
      await verified
    })

it('a bot that moves the clock and then answers is waited for', async () => {
  const clock = new FakeClock()
  const line = createEmulator({
    clock,
    webhook: () => {
      clock.advance(60_000)
      return new Promise((resolve) => setImmediate(() => resolve(new Response())))
    },
  })
  const { webhook } = await line.user('Aki').says('hi')
  expect(webhook).toMatchObject({ reason: 'REQUEST_TIMEOUT', ms: 2_000 })
  expect(vi.getTimerCount()).toBe(0)
})

it.each(['no answer', 'an answer without an end'])(
  'a server that gives %s is hung up on',
  async (what) => {
    const closed = later()
    const server = createServer((_, response) => {
      if (what !== 'no answer') {
        response.writeHead(200)
        response.write('a')
      }
      response.on('close', () => closed.resolve())
      opened.resolve()
    })
    const opened = later()
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const line = createEmulator({ webhook: `http://127.0.0.1:${port}/` })
    const saying = line.user('Aki').says('hi')
    await opened.promise
    await vi.advanceTimersByTimeAsync(2_000)
    expect((await saying).webhook).toMatchObject({ reason: 'REQUEST_TIMEOUT' })
    await closed.promise
  },
)

it('an answer of any length is as good as a short one', async () => {
  const server = createServer((_, response) => {
    const more = () => {
      while (response.write(Buffer.alloc(65_536)));
      response.once('drain', more)
    }
    more()
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const line = createEmulator({ webhook: `http://127.0.0.1:${port}/`, quiet: 0 })
  expect((await line.user('Aki').says('hi')).webhook).toMatchObject({ status: 200, reason: 'OK' })
})

it.each<[string, EmulatorOptions]>([
  ['a secret that nothing can be signed with', { account: { channelSecret: '' } }],
])('%s ends no process when LINE sends an event by itself', async (_, options) => {
  const console_ = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const unhandled = vi.fn()
  process.on('unhandledRejection', unhandled)
  const line = createEmulator({ ...options, webhook: () => new Response(), redelivery: true })
  const aki = line.user('Aki')
  const team = line.group('Team', [aki])
  await expect(aki.says('hi')).rejects.toThrow()
  await line.fetch(`https://api.line.me/v2/bot/group/${team.id}/leave`, {
    method: 'POST',
    headers: { authorization: `Bearer ${line.account.channelAccessToken}` },
  })
  await line.settled()
  await vi.waitFor(() => expect(console_).toHaveBeenCalled())
  await new Promise(setImmediate)
  process.off('unhandledRejection', unhandled)
  console_.mockRestore()
  expect(unhandled).not.toHaveBeenCalled()
})
