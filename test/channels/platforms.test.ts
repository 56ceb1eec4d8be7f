/** Channels that are looked up, where bots run: Lambda, Workers, `fukidashi dev`. */
import { expect, it, vi } from 'vitest'
import { channelSource } from 'fukidashi/channels'
import { createBot, toLambda } from 'fukidashi/webhook'
import { adapted } from '../../src/cli/dev/bot/adapt-bot.js'
import { createEmulator } from '../../src/testing/index.js'
import { bodyOf, destination, says, secret, sign } from '../webhook/support.js'

const webhook = (body: string, signature = sign(body)) => ({
  version: '2.0',
  headers: { 'x-line-signature': signature },
  requestContext: { http: { method: 'POST' } },
  body,
})

function botOf(lookUp: Parameters<typeof channelSource>[0]) {
  const look = vi.fn(lookUp)
  const handled: string[] = []
  const bot = createBot({ channels: channelSource(look), onWarning: () => undefined })
  bot.on('message:text', (ctx) => void handled.push(ctx.text))
  return { bot, look, handled }
}

it('on Lambda, one that is found is handled before the answer, and looked up once', async () => {
  const { bot, look, handled } = botOf(() => Promise.resolve({ channelSecret: secret }))
  const handler = toLambda(bot)
  expect(await handler(webhook(bodyOf(says('one'))))).toMatchObject({ statusCode: 200 })
  expect(await handler(webhook(bodyOf(says('two'))))).toMatchObject({ statusCode: 200 })
  expect(handled).toEqual(['one', 'two'])
  expect(look.mock.calls).toEqual([[destination, undefined]])
})

it('on Lambda, one that is unknown or has another secret is refused, and nothing is handled', async () => {
  const unknown = botOf(() => undefined)
  const other = botOf(() => ({ channelSecret: 'another' }))
  for (const { bot, handled } of [unknown, other]) {
    const answer = await toLambda(bot)(webhook(bodyOf(says('hi'))))
    expect(answer).toMatchObject({ statusCode: 401 })
    expect(handled).toEqual([])
  }
})

it('on Lambda, LINE is asked to send again when the look-up fails', async () => {
  vi.spyOn(console, 'error').mockReturnValue()
  const { bot, handled } = botOf(() => Promise.reject(new Error('database')))
  expect(await toLambda(bot)(webhook(bodyOf(says('hi'))))).toMatchObject({ statusCode: 503 })
  expect(handled).toEqual([])
  vi.restoreAllMocks()
})

it('under fukidashi dev, a bot that is exported has the channel of the emulator', async () => {
  const { bot, look, handled } = botOf(() => undefined)
  const line = createEmulator({
    bot: {
      connect: (wiring: never) => {
        let dev: Awaited<ReturnType<typeof adapted>>
        const host = { wiring, path: '/webhook', report: vi.fn(), serve: vi.fn() }
        const ready = adapted({ default: bot }, host).then((found) => (dev = found))
        return {
          receive: async (...request: never[]) => {
            await ready
            return (dev!.receive as (...request: never[]) => Promise<never>)(...request)
          },
        }
      },
    },
  })
  await line.user('Aki').says('hi')
  expect(handled).toEqual(['hi'])
  expect(look).not.toHaveBeenCalled()
})

it('under fukidashi dev, a Lambda handler looks up the channel of the emulator', async () => {
  const { bot, look, handled } = botOf(() => ({ channelSecret: secret }))
  const host = { wiring: {} as never, path: '/webhook', report: vi.fn(), serve: vi.fn() }
  const dev = await adapted({ handler: toLambda(bot) }, host)
  const body = bodyOf(says('hi'))
  const headers: Record<string, string> = { 'x-line-signature': sign(body) }
  const answer = await dev!.receive({
    method: 'POST',
    header: (name: string) => headers[name],
    body: new TextEncoder().encode(body),
  })
  expect(answer).toMatchObject({ status: 200 })
  expect(handled).toEqual(['hi'])
  expect(look).toHaveBeenCalledOnce()
})
