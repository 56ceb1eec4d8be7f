/** LINE's own SDK, unchanged but for its base URL: all its clients, and its Express middleware. */
import express from 'express'
import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:http'
import { HTTPFetchError, LineBotClient, middleware, type webhook } from '@line/bot-sdk'
import * as sdk from '@line/bot-sdk'
import { describe, expect, it } from 'vitest'
import { endpoints, type OperationId } from '../../src/endpoints/index.js'
import { open, serve } from './official-sdk-setup.js'
import { phoneHash, tokenTour, tour } from './official-sdk-tour.js'

const membership = {
  membershipId: 7,
  title: 'Club',
  description: 'a',
  benefits: ['b'],
  price: 500,
  currency: 'JPY' as const,
  memberCount: 0,
  memberLimit: null,
  isInAppPurchase: false,
  isPublished: true,
}

/** Other names of operations that were called: two ways to one endpoint. */
const forwarding = new Set([
  'issueStatelessChannelTokenByClientSecret',
  'issueStatelessChannelTokenByJWTAssertion',
])

const methodsOf = (prototype: object): string[] =>
  Object.getOwnPropertyNames(prototype).filter(
    (name) => name !== 'constructor' && !name.endsWith('WithHttpInfo') && !name.startsWith('parse'),
  )

it('calls every operation it has, and every row of the table answers', async () => {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(
    {
      name: 'RSASSA-PKCS1-v1_5',
      hash: 'SHA-256',
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
    },
    true,
    ['sign', 'verify'],
  )
  const jwk = (await crypto.subtle.exportKey('jwk', publicKey)) as Record<string, unknown>
  const given = await serve({
    webhook: () => new Response(),
    assertionKeys: [{ keyId: 'k1', publicKey: jwk }],
    memberships: [membership],
    missionStickers: ['1'],
    notificationTemplates: { hello: [] },
  })
  await tour(given)
  await tokenTour(given, privateKey)
  const { line, server } = given

  // The two that are in LINE's documents only.
  const headers = {
    authorization: `Bearer ${line.account.channelAccessToken}`,
    'content-type': 'application/json',
  }
  const templated = JSON.stringify({ to: phoneHash, templateKey: 'hello', body: {} })
  const pnp = `${server.url}/v2/bot/message/pnp/templated/push`
  await fetch(pnp, { method: 'POST', headers, body: templated })
  await fetch(`${server.url}/v2/bot/message/delivery/pnp/templated?date=20260101`, { headers })

  const failed = line.calls.filter(({ status }) => status >= 300)
  expect(failed).toEqual([])
  const wrong = line.calls.filter(({ operation, status }) => {
    const row = endpoints[operation!] as { status?: number }
    return status !== (row.status ?? 200)
  })
  expect(wrong).toEqual([])
  for (const { answerHeaders } of line.calls)
    expect(answerHeaders['x-line-request-id']).toMatch(/^[0-9a-f-]{36}$/)

  const called = new Set(line.calls.map(({ operation }) => operation))
  const all = Object.keys(endpoints) as OperationId[]
  expect(all.filter((operation) => !called.has(operation))).toEqual([])
  const methods = methodsOf(
    Object.getPrototypeOf(Object.getPrototypeOf(given.client) as object) as object,
  )
  expect(methods.length).toBeGreaterThan(90)
  expect(methods.filter((name) => !called.has(name as OperationId))).toEqual([])
  // Each of the clients behind it has nothing besides.
  const behind = Object.values(sdk).flatMap((part) =>
    typeof part === 'object'
      ? Object.entries(part).filter(([name]) => name.endsWith('Client'))
      : [],
  )
  expect(behind.map(([name]) => name)).toHaveLength(10)
  const left = behind.flatMap(([, client]) =>
    methodsOf((client as { prototype: object }).prototype).filter(
      (name) => !called.has(name as OperationId) && !forwarding.has(name),
    ),
  )
  expect(left).toEqual([])
})

it("gets LINE's error messages", async () => {
  const { client, line } = await serve()
  const error = await client
    .pushMessage({ to: line.user('Aki').id, messages: [{ type: 'text', text: '' }] })
    .catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(HTTPFetchError)
  const { status, body, headers } = error as HTTPFetchError
  expect([status, JSON.parse(body)]).toEqual([
    400,
    {
      message: 'The request body has 1 error(s)',
      details: [{ message: 'May not be empty', property: 'messages[0].text' }],
    },
  ])
  expect(headers.get('x-line-request-id')).toBeTruthy()
})

describe('a bot of its own', () => {
  async function express_(line: { channelSecret: string }, client: () => LineBotClient) {
    const app = express()
    app.post('/webhook', middleware({ channelSecret: line.channelSecret }), (request, response) => {
      const { events } = request.body as webhook.CallbackRequest
      Promise.all(
        events.map((event) =>
          event.type === 'message' && event.message.type === 'text'
            ? client().replyMessage({
                replyToken: event.replyToken!,
                messages: [{ type: 'text', text: `You said ${event.message.text}` }],
              })
            : Promise.resolve(),
        ),
      ).then(
        () => response.json({}),
        () => response.status(500).end(),
      )
    })
    // The SDK reports bad signatures to Express, whose own handler would print them.
    app.use(
      ((_error, _request, response, _next) =>
        void response.status(401).end()) as express.ErrorRequestHandler,
    )
    const server: Server = createServer(app)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    open.push({
      close: () => {
        server.closeAllConnections()
        server.close()
      },
    })
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`
  }

  it('gets signed webhooks and answers them', async () => {
    const { line, client } = await serve()
    const endpoint = await express_(line.account, () => client)
    await client.setWebhookEndpoint({ endpoint })
    expect(await client.testWebhookEndpoint()).toMatchObject({ success: true, reason: 'OK' })
    const { messages, webhook: sent } = await line.user('Aki').says('こんにちは 👋')
    expect(sent).toMatchObject({ status: 200, reason: 'OK' })
    expect(messages).toEqual([{ type: 'text', text: 'You said こんにちは 👋' }])
  })

  it('refuses webhooks that are signed with another secret', async () => {
    const { line, client } = await serve()
    const endpoint = await express_({ channelSecret: 'another' }, () => client)
    line.state.webhook.endpoint = endpoint
    expect((await line.user('Aki').says('hi')).webhook).toMatchObject({ status: 401 })
  })
})
