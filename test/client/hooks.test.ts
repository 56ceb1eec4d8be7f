/** A client that can be stopped from sending: what a bot does whose event another process may have. */
import { expect, it } from 'vitest'
import { LineClient } from 'fukidashi/client'

const stop = new Error('nothing more')

function given(statuses: readonly number[]) {
  const requests: string[] = []
  const line = new LineClient({
    channelAccessToken: 'token',
    random: () => 0,
    fetch: (url) => {
      requests.push(new URL(url).pathname)
      const status = statuses[requests.length - 1] ?? 200
      return Promise.resolve(new Response('{"sentMessages":[]}', { status }))
    },
  })
  return { line, requests }
}

it('asks before each request, and sends nothing when it may not', async () => {
  const { line, requests } = given([])
  let mayPass = true
  const guarded = line.hooked({
    guard: () => {
      if (!mayPass) throw stop
    },
  })
  await guarded.messages.push(`U${'a'.repeat(32)}`, 'hello')
  mayPass = false
  await expect(guarded.messages.push(`U${'a'.repeat(32)}`, 'hello')).rejects.toBe(stop)
  await expect(guarded.call('getBotInfo', {})).rejects.toBe(stop)
  expect(requests).toEqual(['/v2/bot/message/push'])
  // The client itself is as it was.
  await line.messages.push(`U${'a'.repeat(32)}`, 'hello')
  expect(requests).toHaveLength(2)
})

it('asks before an attempt that repeats another', async () => {
  const { line, requests } = given([503, 503])
  const guarded = line.hooked({
    guard: () => {
      if (requests.length > 0) throw stop
    },
  })
  await expect(guarded.messages.push(`U${'a'.repeat(32)}`, 'hello')).rejects.toBe(stop)
  expect(requests).toHaveLength(1)
})

it('shares the token of the client', async () => {
  let issued = 0
  const line = new LineClient({
    channelAccessToken: {
      issue: () => Promise.resolve({ token: `token-${++issued}`, expiresIn: 3_600 }),
    },
    fetch: () => Promise.resolve(new Response('{"sentMessages":[]}')),
  })
  const to = `U${'a'.repeat(32)}`
  await line.messages.push(to, 'hello')
  await line.hooked({ guard: () => undefined }).messages.push(to, 'hello')
  expect(issued).toBe(1)
})
