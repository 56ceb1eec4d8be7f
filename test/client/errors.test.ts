/** An error alone explains what happened, to a person and to a program. */
import { inspect } from 'node:util'
import { describe, expect, it, vi } from 'vitest'
import { LineApiError, LineConnectionError } from '../../src/client/index.js'
import { inTurn, reset } from './server.js'
import { clientOf, failure, token, userId } from './setup.js'

const refusal = {
  status: 400,
  body: {
    message: 'The request body has 2 error(s)',
    details: [
      { message: 'May not be empty', property: 'messages[0].text' },
      { message: 'invalid uri scheme', property: 'messages[1].template.actions[0].uri' },
    ],
  },
}

describe('an error of the API', () => {
  it('has everything in its message', async () => {
    const { line } = await clientOf(refusal)
    const error = await failure(line.messages.push(userId, 'a'), LineApiError)
    expect(error.message).toBe(
      [
        'POST /v2/bot/message/push was answered with 400: The request body has 2 error(s)',
        '  messages[0].text: May not be empty',
        '  messages[1].template.actions[0].uri: invalid uri scheme',
        `(request id request-1, retry key ${error.retryKey!})`,
      ].join('\n'),
    )
  })

  it('has everything as fields', async () => {
    const { line } = await clientOf(refusal)
    const error = await failure(line.messages.push(userId, 'a'), LineApiError)
    expect(error).toMatchObject({
      name: 'LineApiError',
      code: 'request_invalid',
      operationId: 'pushMessage',
      status: 400,
      method: 'POST',
      path: '/v2/bot/message/push',
      lineMessage: 'The request body has 2 error(s)',
      requestId: 'request-1',
      attempts: 1,
      accepted: 'no',
    })
    expect(error.details[1]).toMatchObject({
      message: 'invalid uri scheme',
      property: 'messages[1].template.actions[0].uri',
      path: 'messages[1].template.actions[0].uri',
    })
  })

  it('reads LINE’s pointers into Flex and templates', async () => {
    const { line } = await clientOf({
      status: 400,
      body: {
        message: 'A message (messages[0])\u00a0in the request body is invalid',
        details: [{ message: 'invalid uri', property: '/body/contents/0/url' }],
      },
    })
    const error = await failure(line.messages.push(userId, 'a'), LineApiError)
    expect(error.details[0]!.path).toBe('messages[0].contents.body.contents[0].url')
  })

  it.each([
    ['nothing', ''],
    ['a page of a proxy', '<html><body>Bad gateway</body></html>'],
    ['nulls', '{"message":null,"key":null}'],
    ['a list', '[]'],
    ['half of JSON', '{"message":"Inter'],
    ['OAuth’s words', '{"error":"invalid_client","error_description":"invalid client_secret"}'],
  ])('copes with %s as the body', async (_, body) => {
    const { line } = await clientOf({ status: 400, body })
    const error = await failure(line.users.profile(userId), LineApiError)
    expect(error.status).toBe(400)
    expect(error.message).not.toContain('null')
    expect(error.message).not.toContain('undefined')
  })
})

describe('secrets', () => {
  const shown = (error: Error) => [
    error.message,
    error.stack,
    String(error),
    inspect(error, { depth: 10, showHidden: true }),
    JSON.stringify(error),
    JSON.stringify([error.cause]),
    inspect(error.cause, { depth: 10 }),
  ]

  it('are in no error, not even when LINE repeats them', async () => {
    const { line } = await clientOf({ status: 401, body: { message: `bad token ${token}` } })
    const error = await failure(line.messages.push(userId, 'a'), LineApiError)
    for (const text of shown(error)) expect(text).not.toContain(token)
    expect(error.lineMessage).toBe('bad token [redacted]')
  })

  it('are in no error of a fetch that attaches the whole request to what it throws', async () => {
    const { line } = await clientOf(undefined, {
      retry: false,
      fetch: (url, init) => {
        const error = new Error(`failed: ${JSON.stringify(init.headers)} ${url}`)
        return Promise.reject(Object.assign(error, { config: init, cause: { config: init } }))
      },
    })
    const error = await failure(line.messages.push(userId, 'a'), LineConnectionError)
    for (const text of shown(error)) expect(text).not.toContain(token)
  })

  it("that are the caller's own headers are in no error either", async () => {
    const { line } = await clientOf(undefined, {
      retry: false,
      headers: { 'Proxy-Authorization': 'Basic secret-of-the-proxy', 'x-tenant': 'shop' },
      fetch: (_, init) => Promise.reject(new Error(JSON.stringify(init.headers))),
    })
    const error = await failure(line.messages.push(userId, 'a'), LineConnectionError)
    for (const text of shown(error)) expect(text).not.toContain('secret-of-the-proxy')
    // What is no secret stays readable.
    expect(error.message).toContain('shop')
    expect(error.message).toContain(error.retryKey)
  })

  it('are in no error of the token operations', async () => {
    const secret = 'the-channel-secret'
    for (const reaction of [reset, { status: 400, body: { error: `no ${secret}` } }]) {
      const { line } = await clientOf(reaction)
      const error = await failure(
        line.tokens.issueShortLived({
          grant_type: 'client_credentials',
          client_id: '1',
          client_secret: secret,
        }),
        Error,
      )
      for (const text of shown(error)) expect(text).not.toContain(secret)
      const verified = await failure(line.tokens.verifyV21('a-token-to-look-at'), Error)
      for (const text of shown(verified)) expect(text).not.toContain('a-token-to-look-at')
    }
  })

  it('are in no printed client', async () => {
    const { line } = await clientOf()
    expect(inspect(line, { depth: 10, showHidden: true })).not.toContain(token)
    expect(JSON.stringify(line)).not.toContain(token)
  })

  it('are in no error about themselves', async () => {
    await expect(clientOf(undefined, { channelAccessToken: 'my secret\n' })).rejects.toThrow(
      /^(?!.*my secret)/,
    )
  })
})

describe('hooks', () => {
  it('see every attempt, without secrets', async () => {
    const seen: object[] = []
    const { line } = await clientOf(
      inTurn(reset, { status: 500 }, { body: { sentMessages: [] } }),
      {
        onRequest: (info) => seen.push({ on: 'request', ...info }),
        onResponse: (info) => seen.push({ on: 'response', ...info }),
      },
    )
    await line.messages.push(userId, 'a')
    const common = { operationId: 'pushMessage', method: 'POST', path: '/v2/bot/message/push' }
    expect(seen).toMatchObject([
      { on: 'request', ...common, attempt: 1 },
      { on: 'response', attempt: 1, status: undefined, accepted: 'maybe' },
      { on: 'request', attempt: 2 },
      { on: 'response', attempt: 2, status: 500, requestId: 'request-2', accepted: 'maybe' },
      { on: 'request', attempt: 3 },
      { on: 'response', attempt: 3, status: 200, accepted: 'yes', retryIn: undefined },
    ])
    expect(JSON.stringify(seen)).not.toContain(token)
  })

  it('do not turn a message that was sent into one that failed when they throw', async () => {
    const { line } = await clientOf(
      { body: { sentMessages: [] } },
      {
        onResponse: () => {
          throw new Error('my logger is broken')
        },
      },
    )
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await line.messages.push(userId, 'a')
    expect(logged).toHaveBeenCalledOnce()
    logged.mockRestore()
  })
})
