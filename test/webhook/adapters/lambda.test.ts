import { describe, expect, expectTypeOf, it, vi } from 'vitest'
import { type LambdaEvent, toLambda } from '../../../src/webhook/index.js'
import { bodyOf, botWith, event, says, turn, sign } from '../support.js'

const body = () => bodyOf(says('🤨 今日は'))

/** Events as each of the three ways to a function makes them. */
const ways: [string, (body: string, signature: string) => LambdaEvent][] = [
  [
    'a REST API (1.0)',
    (text, signature) => ({
      httpMethod: 'POST',
      headers: { 'x-line-signature': signature, 'Content-Type': 'application/json' },
      multiValueHeaders: { 'x-line-signature': [signature] },
      body: text,
      isBase64Encoded: false,
    }),
  ],
  [
    'an HTTP API (2.0)',
    (text, signature) => ({
      version: '2.0',
      headers: { 'x-line-signature': signature },
      requestContext: { http: { method: 'POST', path: '/webhook' } },
      body: text,
      isBase64Encoded: false,
    }),
  ],
  [
    'a function URL, in base64',
    (text, signature) => ({
      headers: { 'x-line-signature': signature },
      requestContext: { http: { method: 'POST' } },
      body: Buffer.from(text).toString('base64'),
      isBase64Encoded: true,
    }),
  ],
  [
    'a load balancer with many-valued headers',
    (text, signature) => ({
      httpMethod: 'POST',
      multiValueHeaders: { 'X-Line-Signature': [signature] },
      body: text,
    }),
  ],
]

describe.each(ways)('behind %s', (_, make) => {
  it('a webhook is received, and answered when the handlers have ended', async () => {
    const { bot } = botWith()
    const heard: string[] = []
    bot.on('message:text', async (ctx) => {
      await turn()
      heard.push(ctx.text)
    })
    const text = body()
    const answer = await toLambda(bot)(make(text, sign(text)))
    expect(answer).toMatchObject({ statusCode: 200, headers: {}, body: '', isBase64Encoded: false })
    expect(heard).toEqual(['🤨 今日は'])
  })

  it('a wrong signature is refused', async () => {
    const answer = await toLambda(botWith().bot)(make(body(), sign('other')))
    expect(answer.statusCode).toBe(401)
  })
})

it("says that ack: 'before' has no effect, and waits all the same", async () => {
  const { bot, warnings } = botWith({ ack: 'before' })
  let done = false
  bot.on('message', async () => {
    await turn()
    done = true
  })
  const text = bodyOf(event())
  expect((await toLambda(bot)(ways[1]![1](text, sign(text)))).statusCode).toBe(200)
  expect(done).toBe(true)
  expect(warnings).toEqual([expect.stringMatching(/no effect on Lambda.*SQS/)])
})

it.each<[string, LambdaEvent, number]>([
  ['no headers', { httpMethod: 'POST', headers: null, body: null }, 401],
  ['no body', { httpMethod: 'POST', headers: { 'X-LINE-SIGNATURE': sign('') }, body: null }, 400],
  [
    'what is not base64',
    { httpMethod: 'POST', headers: { 'x-line-signature': 'x' }, body: '%', isBase64Encoded: true },
    401,
  ],
  [
    'too much',
    { httpMethod: 'POST', headers: { 'x-line-signature': 'x' }, body: 'x'.repeat(2_000_001) },
    413,
  ],
])('%s is refused', async (_, given, status) => {
  expect((await toLambda(botWith().bot)(given)).statusCode).toBe(status)
})

it('takes the events of the types that functions are written with', () => {
  // As in @types/aws-lambda: interfaces, whose contexts have nothing in common.
  interface LoadBalancerEvent {
    requestContext: { elb: { targetGroupArn: string } }
    httpMethod: string
    headers?: Record<string, string | undefined> | undefined
    multiValueHeaders?: Record<string, string[] | undefined> | undefined
    body: string | null
    isBase64Encoded: boolean
  }
  interface RestEvent extends Omit<LoadBalancerEvent, 'requestContext'> {
    requestContext: { accountId: string; stage: string }
  }
  const handler = toLambda(botWith().bot)
  expectTypeOf(handler).toExtend<(event: LoadBalancerEvent) => Promise<object>>()
  expectTypeOf(handler).toExtend<(event: RestEvent) => Promise<object>>()
})

it('answers a load balancer with many-valued headers in kind', async () => {
  const handler = toLambda(botWith().bot)
  const answer = await handler({ httpMethod: 'GET', multiValueHeaders: {}, body: '' })
  expect(answer.multiValueHeaders).toEqual({
    'content-type': ['text/plain; charset=utf-8'],
    allow: ['POST'],
  })
  expect(await handler({ httpMethod: 'GET', headers: {} })).not.toHaveProperty('multiValueHeaders')
})

it('explains a body that a middleware has parsed', async () => {
  const { bot } = botWith()
  const print = vi.spyOn(console, 'error').mockReturnValue()
  const text = body()
  const headers = { 'x-line-signature': sign(text) }
  const parsed = { httpMethod: 'POST', headers, body: JSON.parse(text) as never }
  expect((await toLambda(bot)(parsed)).statusCode).toBe(500)
  expect(String(print.mock.calls[0]![1])).toMatch(/was read before.*middleware/)
  print.mockRestore()
})
