/** A client and a bot end a send whose messages cannot be made, and the process goes on. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LineValidationError, Text } from 'fukidashi'
import { createBot } from 'fukidashi/webhook'
import { clientOf, failure, userId } from './setup.js'

let unhandled: unknown[] = []
const note = (reason: unknown) => void unhandled.push(reason)
beforeEach(() => {
  unhandled = []
  process.on('unhandledRejection', note)
})
afterEach(() => {
  process.off('unhandledRejection', note)
})

function endless(): object {
  const box: Record<string, unknown> = { type: 'box', layout: 'vertical' }
  box['contents'] = [box, box]
  return { type: 'flex', altText: 'a', contents: { type: 'bubble', body: box } }
}
const Double = async (): Promise<object> => Promise.resolve([<Double />, <Double />])

/** Components that fail on demand, and one that fails at once. */
function shop() {
  let fail!: () => void
  const Stock = () =>
    new Promise<never>((_, reject) => (fail = () => reject(new Error('no stock'))))
  const Price = (): object => {
    throw new Error('no price')
  }
  const later = async () => {
    fail()
    await new Promise((resolve) => setImmediate(resolve))
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { node: [<Stock />, <Price />], later }
}

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

describe('a client', () => {
  it.each([
    ['a cycle', () => endless(), true, 'cycle'],
    ['a cycle, unchecked', () => endless(), false, 'cycle'],
    ['components that double', () => <Double />, true, 'too_many'],
    ['twenty thousand lists', () => nested(20_000), true, 'too_deep'],
  ] as const)('ends a push of %s, and sends nothing', async (_, make, validate, code) => {
    const { line, server } = await clientOf()
    const pushing = line.messages.push(userId, make() as never, { validate })
    const { problems, message } = await failure(pushing, LineValidationError)
    expect(problems).toMatchObject([{ code }])
    expect(message).toMatch(/^1 problem in (?:1 message|<Double>)\n/)
    expect(server.received).toHaveLength(0)
  })

  it('leaves no rejection behind when one component fails at once and another later', async () => {
    const { line } = await clientOf()
    const { node, later } = shop()
    await expect(line.messages.push(userId, node)).rejects.toThrow('no price')
    await later()
    expect(unhandled).toEqual([])
  })
})

describe('a bot', () => {
  it.each([{}, { push: 'overflow' } as const])(
    'that handled the error of a reply (%o) gets no other error',
    async (options) => {
      const { line } = await clientOf()
      const { node, later } = shop()
      const bot = createBot({ channelSecret: 'secret', client: line })
      const errors: string[] = []
      bot.on('message:text', (ctx) => ctx.reply(node, options).then(() => undefined))
      bot.catch((error) => {
        errors.push(String(error))
        return 'handled'
      })
      await bot.handle({ destination: 'U', events: [event] } as never)
      await later()
      expect(errors).toEqual([expect.stringContaining('no price')])
      expect(unhandled).toEqual([])
    },
  )
})

function nested(levels: number): object {
  let inner: unknown = 'a'
  for (let i = 0; i < levels; i++) inner = [inner]
  return <Text>{inner as string}</Text>
}
