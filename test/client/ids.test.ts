/** Ids that are missing, blank or of the wrong type are refused before anything is sent, wherever they belong. */
import { describe, expect, it } from 'vitest'
import { type Endpoint, endpoints, type OperationId } from '../../src/endpoints/index.js'
import { LineArgumentError, LineClient } from '../../src/client/index.js'
import { clientOf, failure, groupId, userId } from './setup.js'

type Loose = Record<string, Record<string, (...all: unknown[]) => Promise<unknown>>>

const rows = Object.entries(endpoints) as [OperationId, Endpoint][]
const wrong: unknown[] = ['', ' ', '\t\n', '　', null, {}, [], true, ['a']]

/** Sets the value at a path such as `chat.userId` or `audiences[].id`. */
function bodyWith(path: string, value: unknown): unknown {
  const [, name, list, rest] = /^(\w+)(\[\])?\.?(.*)$/.exec(path)!
  const inner = rest ? bodyWith(rest, value) : value
  return { [name!]: list ? [inner] : inner }
}

/** The fields of a path that are right, for bodies with several ids. */
const rightFor = (kind: string) =>
  kind.startsWith('number') ? 5 : kind.startsWith('receiver') ? userId : 'x'

const merged = (ids: Record<string, string>, wrongPath: string, value: unknown) => {
  const all = Object.entries(ids).map(([path, kind]) =>
    bodyWith(path, path === wrongPath ? value : rightFor(kind)),
  )
  return Object.assign({}, ...all) as object
}

describe('every id of every operation', () => {
  const withBody = rows.flatMap(([id, { body }]) =>
    Object.entries(body?.ids ?? {}).map(([path, kind]) => [id, path, kind] as const),
  )
  it.each(withBody)('%s: %s in the body', async (id, path, kind) => {
    const { line, server } = await clientOf()
    const required = kind.endsWith('?') ? [] : [undefined]
    for (const value of [...wrong, ...required, kind.startsWith('number') ? 1.5 : 5]) {
      const body = merged(endpoints[id as 'pushMessage'].body.ids as never, path, value)
      const error = await failure(
        line.call(id, { path: { richMenuAliasId: 'x' }, body } as never),
        LineArgumentError,
      )
      expect([id, path, value, error.code]).toEqual([id, path, value, 'parameter_invalid'])
      expect(error.message).toContain(
        path
          .replace(/\[\].*/, '')
          .split('.')
          .at(-1),
      )
    }
    expect(server.received).toEqual([])
  })

  const withPath = rows.flatMap(([id, { path }]) =>
    [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [id, name!] as const),
  )
  it.each(withPath)('%s: %s in the path', async (id, name) => {
    const { line, server } = await clientOf()
    const names = [...endpoints[id].path.matchAll(/\{(\w+)\}/g)].map(([, one]) => one!)
    const isNumber = ['audienceGroupId', 'membershipId'].includes(name)
    for (const value of [...wrong, undefined, isNumber ? NaN : 5]) {
      const path = Object.fromEntries(names.map((one) => [one, one === name ? value : 'x']))
      const error = await failure(line.call(id, { path } as never), LineArgumentError)
      expect([id, name, value, error.code]).toEqual([id, name, value, 'parameter_invalid'])
      expect(error.message).toContain(name)
    }
    expect(server.received).toEqual([])
  })

  const withQuery = rows.flatMap(([id, { query }]) =>
    Object.entries(query?.kinds ?? {}).map(([name, kind]) => [id, name, kind] as const),
  )
  it.each(withQuery)('%s: %s in the query', async (id, name, kind) => {
    const { line, server } = await clientOf()
    const kinds = (endpoints[id] as Endpoint).query!.kinds
    const right = { text: 'x', number: 5, boolean: true, list: ['x'] } as Record<string, unknown>
    const values = wrong.filter(
      (value) =>
        !(kind.startsWith('boolean') && value === true) &&
        !(kind.startsWith('list') && Array.isArray(value) && value.length > 0) &&
        !(kind.endsWith('?') && value === null),
    )
    const path = Object.fromEntries(
      [...(endpoints[id] as Endpoint).path.matchAll(/\{(\w+)\}/g)].map(([, one]) => [one!, '5']),
    )
    for (const value of [...values, ...(kind.endsWith('?') ? [] : [undefined])]) {
      const query = Object.fromEntries(
        Object.entries(kinds).map(([one, its]) => [
          one,
          one === name ? value : right[its.replace('?', '')],
        ]),
      )
      const error = await failure(line.call(id, { path, query } as never), LineArgumentError)
      expect([id, name, value, error.code]).toEqual([id, name, value, 'parameter_invalid'])
      expect(error.message).toContain(name)
    }
    expect(server.received).toEqual([])
  })
})

describe('the methods for them', () => {
  const calls: [string, (line: Loose, id: unknown) => Promise<unknown>][] = [
    ['push', (line, id) => line['messages']!['push']!(id, 'a')],
    ['multicast', (line, id) => line['messages']!['multicast']!([userId, id], 'a')],
    ['reply', (line, id) => line['messages']!['reply']!(id, 'a')],
    ['narrowcastProgress', (line, id) => line['messages']!['narrowcastProgress']!(id)],
    ['sentOn', (line, id) => line['messages']!['sentOn']!('push', id)],
    ['notifications.push', (line, id) => line['notifications']!['push']!(id, 'a')],
    ['profile', (line, id) => line['users']!['profile']!(id)],
    ['memberProfile', (line, id) => line['groups']!['memberProfile']!(groupId, id)],
    ['showLoading', (line, id) => line['chats']!['showLoading']!(id)],
    ['markAsRead', (line, id) => line['chats']!['markAsRead']!(id)],
    ['markAllAsRead', (line, id) => line['chats']!['markAllAsRead']!(id)],
    ['detach', (line, id) => line['modules']!['detach']!(id)],
    ['link', (line, id) => line['richMenus']!['link']!(id, 'richmenu-1')],
    ['unlink', (line, id) => line['richMenus']!['unlink']!(id)],
    ['batchProgress', (line, id) => line['richMenus']!['batchProgress']!(id)],
    ['setDefault', (line, id) => line['richMenus']!['setDefault']!(id)],
    ['audiences.delete', (line, id) => line['audiences']!['delete']!(id)],
    ['tokens.verify', (line, id) => line['tokens']!['verify']!(id)],
    ['setWebhook', (line, id) => line['bot']!['setWebhook']!(id)],
    ['content', (line, id) => line['content']!['get']!(id)],
  ]
  it.each(calls)('%s', async (_, call) => {
    const { line, server } = await clientOf()
    for (const id of [undefined, null, '', ' ', {}, true])
      expect((await failure(call(line as unknown as Loose, id), LineArgumentError)).code).toBe(
        'parameter_invalid',
      )
    expect(server.received).toEqual([])
  })
})

describe('the id of a user, group or room', () => {
  const calls: [string, (line: LineClient, id: string) => Promise<unknown>][] = [
    ['push', (line, id) => line.messages.push(id, 'a')],
    ['multicast', (line, id) => line.messages.multicast([userId, id], 'a')],
    ['profile', (line, id) => line.users.profile(id)],
    ['showLoading', (line, id) => line.chats.showLoading(id)],
    ['link', (line, id) => line.richMenus.link(id, 'richmenu-1')],
    ['leave', (line, id) => line.groups.leave(id)],
    ['call', (line, id) => line.call('pushMessage', { body: { to: id, messages: [] } })],
  ]
  const near = [
    'Aki',
    '@aki',
    `u${userId.slice(1)}`,
    `${userId}0`,
    userId.slice(0, -1),
    `X${userId.slice(1)}`,
    userId.toUpperCase(),
    ` ${userId}`,
    `${userId}\n`,
  ]
  /** A client whose requests would go to LINE; anything that was sent would fail here. */
  const real = (options = {}) =>
    new LineClient({ channelAccessToken: 'x', retry: false, timeout: 1, ...options })

  it.each(calls)('has LINE’s form where the call goes to LINE: %s', async (_, call) => {
    for (const line of [
      real(),
      real({ baseUrl: 'https://api.line.me/' }),
      real({ baseUrl: { data: 'http://127.0.0.1:1' } }),
    ])
      for (const id of near)
        expect((await failure(call(line, id), LineArgumentError)).message).toMatch(
          /U, C or R and 32 hexadecimal digits, as in ctx\.userId/,
        )
  })

  it.each(calls)('may be short where the call goes elsewhere: %s', async (_, call) => {
    const { line, server } = await clientOf()
    await call(line, 'Aki')
    expect(server.received).toHaveLength(1)
    let sent = 0
    const fetch = () => Promise.resolve((sent++, new Response('{}')))
    await call(real({ fetch }), 'Aki')
    expect(sent).toBe(1)
  })

  it('may be that of a module channel', async () => {
    const refused = new Error('not sent in a test')
    const agent = Object.assign(() => undefined, {
      addRequest: () => {
        throw refused
      },
    })
    for (const id of [userId, groupId, `LU${'a'.repeat(32)}-${userId}`]) {
      const error = await failure(real({ agent }).messages.push(id, 'a'), Error)
      expect(error).not.toBeInstanceOf(LineArgumentError)
    }
  })
})
