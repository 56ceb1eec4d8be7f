/** What every answer carries, and what requests have to be like, as a client sees it over HTTP. */
import { afterEach, expect, it } from 'vitest'
import { createEmulator, type EmulatorOptions } from '../../src/emulator/index.js'
import { type EmulatorServer, listen } from '../../src/emulator/node/index.js'
import { text } from './support.js'

const open: EmulatorServer[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

async function serve(options: EmulatorOptions = {}) {
  const line = createEmulator(options)
  const server = await listen(line)
  open.push(server)
  const ask = async (
    method: string,
    path: string,
    { body, ...headers }: Record<string, string> = {},
  ) => {
    const authorization = `Bearer ${line.account.channelAccessToken}`
    const response = await fetch(server.url + path, {
      method,
      headers: { authorization, ...headers },
      ...(body !== undefined && { body: new TextEncoder().encode(body) }),
    })
    const answer = await response.text()
    return { status: response.status, headers: response.headers, text: answer }
  }
  return { line, server, ask }
}

const json = { 'content-type': 'application/json' }
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const push = '/v2/bot/message/push'

it('is marked alike, whatever the answer', async () => {
  const { ask } = await serve()
  const answers = [
    await ask('GET', '/v2/bot/info'),
    await ask('GET', '/v2/bot/info', { authorization: 'Bearer x' }),
    await ask('GET', '/v2/bot/nothing'),
    await ask('GET', push),
    await ask('POST', push, { ...json, body: ' '.repeat(2 * 1024 * 1024 + 1) }),
    await ask('POST', push, { 'content-type': 'text/plain', body: '{}' }),
    await ask('POST', '/v2/oauth/revoke', { ...form, body: 'access_token=x' }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([200, 401, 404, 405, 413, 415, 200])
  const ids = answers.map(({ headers }) => headers.get('x-line-request-id'))
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { headers } of answers)
    expect(Object.fromEntries(headers)).toMatchObject({
      server: 'legy',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-xss-protection': '1; mode=block',
      'cache-control': 'no-cache, no-store, max-age=0, must-revalidate',
      pragma: 'no-cache',
      expires: '0',
    })
  const bodies = answers.slice(1, 6).map((answer) => JSON.parse(answer.text) as object)
  for (const body of bodies) expect(body).toEqual({ message: expect.any(String) as string })
  expect(bodies[3]).toEqual({ message: 'Request Entity Too Large' })
  expect(answers[6]!.text).toBe('')
})

it('wants the content type of each operation, with whatever parameters', async () => {
  const { ask, line } = await serve()
  const body = JSON.stringify({ to: line.user('Aki').id, messages: [text('a')] })
  for (const type of ['application/json', 'application/json; charset=UTF-8', 'Application/JSON'])
    expect((await ask('POST', push, { 'content-type': type, body })).status).toBe(200)
  for (const type of ['', 'text/plain', 'application/x-www-form-urlencoded']) {
    const answer = await ask('POST', push, { 'content-type': type, body })
    expect([answer.status, JSON.parse(answer.text)]).toEqual([
      415,
      { message: `The content type, ${type}, is not supported` },
    ])
  }
  const token = await ask('POST', '/v2/oauth/accessToken', { ...json, body: '{}' })
  expect(token.status).toBe(415)
  const audience = await ask('POST', '/v2/bot/audienceGroup/upload/byFile', { ...json, body: '{}' })
  expect(audience.status).toBe(415)
})

it('wants lists of ids as plain text', async () => {
  const { line, server } = await serve()
  const upload = async (type: string) => {
    const body = new FormData()
    body.set('description', 'a')
    body.set('file', new Blob([line.user('Aki').id], { type }), 'ids')
    const { status } = await fetch(`${server.url}/v2/bot/audienceGroup/upload/byFile`, {
      method: 'POST',
      headers: { authorization: `Bearer ${line.account.channelAccessToken}` },
      body,
    })
    return status
  }
  expect([await upload('text/plain'), await upload('text/csv')]).toEqual([202, 415])
})

it('says how a token has to be given, when it is given otherwise', async () => {
  const { ask, line } = await serve()
  const said = async (authorization: string) => {
    const answer = await ask('GET', '/v2/bot/info', { authorization })
    return [answer.status, (JSON.parse(answer.text) as { message: string }).message]
  }
  const wanted =
    "Authorization header required. Must follow the scheme, 'Authorization: Bearer <ACCESS TOKEN>'"
  expect(await said('')).toEqual([401, wanted])
  expect(await said(`Basic ${line.account.channelAccessToken}`)).toEqual([401, wanted])
  expect(await said(line.account.channelAccessToken)).toEqual([401, wanted])
})

it('has LINE’s page that links accounts, for sites that send people there', async () => {
  const heard: object[] = []
  const { ask, line, server } = await serve({
    webhook: async (request) => {
      heard.push(...((await request.json()) as { events: object[] }).events)
      return new Response()
    },
  })
  const aki = line.user('Aki')
  const issued = await ask('POST', `/v2/bot/user/${aki.id}/linkToken`)
  const { linkToken } = JSON.parse(issued.text) as { linkToken: string }
  const page = async (nonce: string) => {
    const query = new URLSearchParams({ linkToken, nonce }).toString()
    const response = await fetch(`${server.url}/dialog/bot/accountLink?${query}`)
    return [response.status, await response.text()]
  }
  const nonce = '<script>alert(1)</script>'
  expect(await page(nonce)).toEqual([200, expect.stringContaining('are linked') as string])
  await line.settled()
  expect(heard).toMatchObject([
    { type: 'accountLink', source: { userId: aki.id }, link: { nonce } },
  ])
  const again = await page(nonce)
  expect(again).toEqual([400, expect.stringContaining('could not be linked') as string])
  expect(String(again[1])).not.toContain('script')
  expect(heard).toHaveLength(1)
})

it('takes delivery tags of 16 to 100 characters, with notification messages', async () => {
  const { ask, line } = await serve()
  line.user('Aki', { phone: '+818000001234' })
  const to = 'd41e0ad70dddfeb68f149ad6fc61574b9c5780ab7bcb2fba5517771ffbb2409c'
  const body = JSON.stringify({ to, messages: [text('a')] })
  const status = async (length: number) => {
    const tag = { 'x-line-delivery-tag': 'x'.repeat(length) }
    return (await ask('POST', '/bot/pnp/push', { ...json, ...tag, body })).status
  }
  expect([await status(15), await status(16), await status(100), await status(101)]).toEqual([
    400, 200, 200, 400,
  ])
})
