/** Strange values anywhere in a request get an answer that is not a server error. */

import { expect, it, vi } from 'vitest'
import { endpoints } from '../../src/endpoints/index.js'
import { createEmulator } from '../../src/emulator/index.js'
import { ask, isThere, line, useServer } from './hostile-server.js'
import { seeded } from './support.js'
import { validRequests } from './valid-requests.js'

useServer()

const strange = [
  '%',
  '%zz',
  '%ff%fe',
  '%ED%A0%BD',
  '%00',
  '%0d%0aset-cookie:a',
  '..%2f..%2fetc%2fpasswd',
  '.',
  '__proto__',
  'constructor',
  'toString',
  '-1',
  '1e999',
  'NaN',
  '9007199254740993',
  '%F0%9F%98%80',
  'a'.repeat(5_000),
  `U${'0'.repeat(32)}`,
  '%22%27%3Cscript%3E',
]

const values: unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  '',
  'a',
  '\ud83d',
  '\u0000\r\n',
  '__proto__',
  'x'.repeat(10_000),
  [],
  [[]],
  [null],
  [1, 'a', {}],
  {},
  { type: 'text' },
  { type: '__proto__' },
  { $map: 1 },
  JSON.parse('{"__proto__":{"a":1},"constructor":{"prototype":1}}'),
]

const texts = [
  '',
  '{',
  'null',
  '[]',
  '"a"',
  '1e999',
  '{"a":1,"a":2}',
  '\u0000',
  '[',
  '{"messages":',
]

it('every operation and route answers strange values, never with 500', async () => {
  const console_ = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  line.user('Aki')
  const random = seeded(7)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const described = JSON.parse((await ask({ path: '/_fukidashi' })).text) as {
    routes: { method: string; path: string; body?: object }[]
  }
  const names = [
    'to messages type text richMenuId userIds audiences from limit start range date filter recipient size areas',
    'endpoint botId scopes expired ttl name title description operations resumeRequestKey audienceGroupId view url',
  ].flatMap((list) => list.split(' '))
  const routes = [
    ...Object.values(endpoints).map(({ method, path }) => ({ method, path, body: names })),
    ...described.routes.map(({ method, path, body = {} }) => ({
      method,
      path,
      body: Object.keys(body).flatMap((list) => list.split(', ')),
    })),
  ].filter(({ path }) => path !== '/_fukidashi/clock')
  const types = [
    'application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=a',
    'multipart/form-data',
    'image/png',
    'text/plain',
    '',
  ]
  const bodyOf = (fields: readonly string[]): string => {
    if (random() < 0.3) return pick(texts)
    const body: Record<string, unknown> = {}
    for (const name of fields) if (random() < 0.5) body[name] = pick(values)
    // Nothing is waited for.
    if (fields.includes('settle')) body['settle'] = false
    return JSON.stringify(body)
  }
  const wrong: unknown[] = []
  for (const { method, path, body } of routes)
    for (let i = 0; i < 12; i++) {
      const filled = path.replace(/\{\w+\}/g, () => (random() < 0.3 ? 'Aki' : pick(strange)))
      const query = random() < 0.5 ? `?${pick(names)}=${pick(strange)}&${pick(strange)}` : ''
      const asked = {
        method: random() < 0.9 ? method : pick(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD']),
        path: filled + query,
        headers: {
          authorization: `Bearer ${line.account.channelAccessToken}`,
          'content-type': random() < 0.7 ? 'application/json' : pick(types),
          ...(random() < 0.3 && { 'x-line-retry-key': pick(['', 'a', '__proto__']) }),
          range: pick(['', 'bytes=0-', 'bytes=9-1', 'bytes=-99999999999999999999', 'a']),
        },
        ...(method !== 'GET' && { body: bodyOf(body) }),
      }
      const { status, text } = await ask(asked)
      if (status >= 500 || status < 200) wrong.push([asked, status, text])
      line.faults.clear()
    }
  const logged = console_.mock.calls.map((call) => String(call.at(-1)))
  console_.mockRestore()
  expect([wrong, logged]).toEqual([[], []])
  await isThere()
})

it('every good request with one thing that is wrong is answered, and not with 500', async () => {
  const console_ = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const aki = line.user('Aki')
  line.group('Team', [aki])
  const random = seeded(11)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  /** A copy with a strange value somewhere, a property that is missing, or one too many. */
  const spoilt = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || random() < 0.15) return pick(values)
    const copy = structuredClone(value) as Record<string, unknown>
    const key = pick(Object.keys(copy))
    const chance = random()
    if (chance < 0.1) Reflect.deleteProperty(copy, key)
    else if (chance < 0.2) copy[pick(['__proto__x', 'type', 'a', '0'])] = pick(values)
    else if (key !== 'settle') copy[key] = spoilt(copy[key])
    return copy
  }
  const wrong: unknown[] = []
  for (const [method, path, body] of validRequests)
    for (let i = 0; i < 25; i++) {
      const asked = {
        method,
        path: path.replace('USER', aki.id),
        headers: {
          authorization: `Bearer ${line.account.channelAccessToken}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(spoilt(body)).replaceAll('USER', aki.id),
      }
      const { status, text } = await ask(asked)
      if (status >= 500 || status < 200) wrong.push([asked, status, text])
      line.faults.clear()
      line.rateLimits = false
      // Nothing is sent anywhere.
      delete line.state.webhook.endpoint
    }
  const logged = console_.mock.calls.map((call) => String((call.at(-1) as Error).stack))
  console_.mockRestore()
  expect([wrong, logged]).toEqual([[], []])
  for (const path of ['/_fukidashi/ui/view', '/_fukidashi/people', '/_fukidashi/log'])
    expect((await ask({ path })).status).toBe(200)
  expect(createEmulator({ state: line.snapshot() }).users.length).toBeGreaterThan(0)
})

it.each([100_000, 5_000])('lists %i levels deep are refused at every place', async (depth) => {
  line.user('Aki')
  const deep = '['.repeat(depth) + ']'.repeat(depth)
  const headers = {
    authorization: `Bearer ${line.account.channelAccessToken}`,
    'content-type': 'application/json',
  }
  for (const [path, body] of [
    ['/v2/bot/message/push', deep],
    ['/v2/bot/message/push', `{"to":"${line.user('Aki').id}","messages":${deep}}`],
    ['/v2/bot/richmenu', `{"size":${deep}}`],
    ['/liff/v1/apps', `{"view":{"type":"full","url":"https://a.example"},"features":${deep}}`],
    ['/_fukidashi/people/Aki/taps', `{"action":{"type":"postback","data":"a","x":${deep}}}`],
    ['/_fukidashi/people/Aki/says', `{"parts":${deep}}`],
  ] as const)
    expect((await ask({ method: 'POST', path, headers, body })).status).toBe(400)
  expect(() => line.snapshot()).not.toThrow()
})
