/** The emulator as a `fetch` function. */
import { expect, it } from 'vitest'
import { setUp, text } from './support.js'

const url = 'https://api.line.me/v2/bot/message/push'

function request(to: string, token: string, more: RequestInit = {}): Request {
  return new Request(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ to, messages: [text('hi')] }),
    ...more,
  })
}

function people() {
  const { line } = setUp()
  return { line, aki: line.user('Aki'), token: line.account.channelAccessToken }
}

it('takes a Request with method, headers and body', async () => {
  const { line, aki, token } = people()
  const response = await line.fetch(request(aki.id, token))
  expect(response.status).toBe(200)
  expect(aki.messages).toEqual([text('hi')])
  expect(line.calls.at(-1)).toMatchObject({ method: 'POST', operation: 'pushMessage' })
})

it('takes options that replace those of the Request', async () => {
  const { line, aki, token } = people()
  const body = JSON.stringify({ to: aki.id, messages: [text('other')] })
  expect((await line.fetch(request(aki.id, token), { body })).status).toBe(200)
  expect(aki.messages).toEqual([text('other')])
  const headers = { authorization: 'Bearer wrong', 'content-type': 'application/json' }
  expect((await line.fetch(request(aki.id, token), { headers })).status).toBe(401)
})

it('takes a Request without a body, a URL, and what is like a Request', async () => {
  const { line, aki, token } = people()
  const headers = { authorization: `Bearer ${token}` }
  const profile = `https://api.line.me/v2/bot/profile/${aki.id}`
  for (const input of [
    new Request(profile, { headers }),
    {
      url: profile,
      method: 'GET',
      headers: new Headers(headers),
      body: null,
    } as unknown as Request,
  ])
    expect(await (await line.fetch(input)).json()).toMatchObject({ displayName: 'Aki' })
  expect((await line.fetch(new URL(profile), { headers })).status).toBe(200)
})

it('refuses an aborted Request, and one whose body was read', async () => {
  const { line, aki, token } = people()
  const signal = AbortSignal.abort(new Error('enough'))
  await expect(line.fetch(request(aki.id, token, { signal }))).rejects.toThrow('enough')
  const read = request(aki.id, token)
  await read.text()
  await expect(line.fetch(read)).rejects.toThrow('already read')
  expect(aki.messages).toEqual([])
})
