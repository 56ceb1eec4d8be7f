/** An abort signal ends a send while its messages are still being made. */
import { describe, expect, it } from 'vitest'
import { Text } from 'fukidashi'
import { createBot } from 'fukidashi/webhook'
import { LineConnectionError } from '../../src/client/index.js'
import { clientOf, failure, userId } from './setup.js'

const Never = () => new Promise<never>(() => undefined)
const never = [<Text>a</Text>, <Never />]

describe('a signal', () => {
  const sends: [name: string, send: (line: Line, signal: AbortSignal) => Promise<unknown>][] = [
    ['reply', (line, signal) => line.messages.reply('token', never, { signal })],
    ['push', (line, signal) => line.messages.push(userId, never, { signal })],
    ['multicast', (line, signal) => line.messages.multicast([userId], never, { signal })],
    ['narrowcast', (line, signal) => line.messages.narrowcast(never, { signal })],
    ['broadcast', (line, signal) => line.messages.broadcast(never, { signal })],
    ['check', (line, signal) => line.messages.check('push', never, { signal })],
    ['pnp', (line, signal) => line.notifications.push('0'.repeat(64), never, { signal })],
  ]
  type Line = Awaited<ReturnType<typeof clientOf>>['line']

  it.each(sends)('ends %s whose components never settle', async (_, send) => {
    const { line, server } = await clientOf()
    const end = new AbortController()
    const failed = failure(send(line, end.signal), LineConnectionError)
    end.abort(new Error('the user has gone'))
    expect(await failed).toMatchObject({ code: 'request_aborted', accepted: 'no', attempts: 0 })
    expect((await failed).message).toContain('the user has gone')
    expect(server.received).toHaveLength(0)
    await failure(send(line, AbortSignal.abort()), LineConnectionError)
  })
})

describe('a signal of ctx.reply', () => {
  const event = {
    type: 'message',
    mode: 'active',
    timestamp: 1,
    webhookEventId: 'e',
    deliveryContext: { isRedelivery: false },
    replyToken: 'token',
    source: { type: 'user', userId },
    message: { type: 'text', id: '1', text: 'hi', quoteToken: 'q' },
  }
  it.each([
    ['a component', {}, {}],
    ['a component of more messages than five', { push: 'overflow' }, {}],
    ['the context', {}, { context: () => new Promise<never>(() => undefined) }],
  ] as const)('ends the wait for %s, and the token is still good', async (_, options, settings) => {
    const { line, server } = await clientOf()
    const errors: unknown[] = []
    const bot = createBot({ channelSecret: 'secret', client: line, ...settings })
    bot.on('message:text', async (ctx) => {
      const end = new AbortController()
      const reply = ctx.reply(never, { ...options, signal: end.signal })
      end.abort(new Error('too slow'))
      await reply.catch((error: unknown) => errors.push(error))
      await ctx.reply('Sorry', { context: {} })
    })
    await bot.handle({ destination: 'U', events: [event] } as never)
    expect(errors).toHaveLength(1)
    expect(String(errors[0])).toContain('too slow')
    expect(server.last.body).toContain('Sorry')
  })
})
