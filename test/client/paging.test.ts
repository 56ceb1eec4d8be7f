/** Lists in pages are read as one, or page by page with cursors. */
import { describe, expect, it } from 'vitest'
import { LineApiError, type LineClient, type Paged } from '../../src/client/index.js'
import { clientOf, failure, groupId, roomId } from './setup.js'

/** Three pages by token; the second is empty although another follows. */
const byToken: [string, string, (line: LineClient) => Paged<unknown>, string][] = [
  ['followers', 'userIds', (line) => line.users.followers(), '/v2/bot/followers/ids'],
  [
    'members of a group',
    'memberIds',
    (line) => line.groups.memberIds(groupId),
    `/v2/bot/group/${groupId}/members/ids`,
  ],
  [
    'members of a room',
    'memberIds',
    (line) => line.rooms.memberIds(roomId),
    `/v2/bot/room/${roomId}/members/ids`,
  ],
  [
    'units',
    'customAggregationUnits',
    (line) => line.messages.units(),
    '/v2/bot/message/aggregation/list',
  ],
  [
    'membership users',
    'userIds',
    (line) => line.memberships.users(7),
    '/v2/bot/membership/7/users/ids',
  ],
  ['coupons', 'items', (line) => line.coupons.list(), '/v2/bot/coupon'],
  ['modules', 'bots', (line) => line.modules.list(), '/v2/bot/list'],
]

describe.each(byToken)('%s', (_, property, list, path) => {
  it('are read from all pages, each requested when it is needed', async () => {
    const { line, server } = await clientOf((request) => {
      const start = new URL(request.url, 'http://x').searchParams.get('start')
      if (start === null) return { body: { [property]: ['a', 'b'], next: 'token 1' } }
      if (start === 'token 1') return { body: { [property]: [], next: 'token+2' } }
      return { body: { [property]: ['c'] } }
    })
    const seen: unknown[] = []
    for await (const item of list(line)) {
      if (seen.length === 0) expect(server.received).toHaveLength(1)
      seen.push(item)
    }
    expect(seen).toEqual(['a', 'b', 'c'])
    expect(server.received.map(({ url }) => url)).toEqual([
      path,
      `${path}?start=token+1`,
      `${path}?start=token%2B2`,
    ])
    expect(await list(line).toArray()).toEqual(['a', 'b', 'c'])
  })
})

describe.each([
  ['audiences', (line: LineClient) => line.audiences.list({ status: 'READY' }), 'list'],
  [
    'shared audiences',
    (line: LineClient) => line.audiences.listShared({ status: 'READY' }),
    'shared/list',
  ],
] as const)('%s', (_, list, path) => {
  it('are read from all pages by number', async () => {
    const { line, server } = await clientOf((request) => {
      const page = Number(new URL(request.url, 'http://x').searchParams.get('page'))
      return { body: { audienceGroups: [{ audienceGroupId: page }], hasNextPage: page < 3, page } }
    })
    expect(await list(line).toArray()).toEqual(
      [1, 2, 3].map((audienceGroupId) => ({ audienceGroupId })),
    )
    expect(server.received[0]!.url).toBe(
      `/v2/bot/audienceGroup/${path}?size=40&status=READY&page=1`,
    )
  })
})

it('can be read page by page', async () => {
  const { line } = await clientOf((request) =>
    request.url.includes('start')
      ? { body: { userIds: ['c'] } }
      : { body: { userIds: ['a', 'b'], next: 'n' } },
  )
  const pages = []
  for await (const page of line.users.followers({ limit: 2 }).pages()) pages.push(page)
  expect(pages).toEqual([['a', 'b'], ['c']])
})

describe('a cursor', () => {
  const lists: [string, (line: LineClient, start?: string) => Paged<unknown>, string][] = [
    ['followers', (line, start) => line.users.followers({ start }), 'userIds'],
    ['members of a group', (line, start) => line.groups.memberIds(groupId, { start }), 'memberIds'],
    ['members of a room', (line, start) => line.rooms.memberIds(roomId, { start }), 'memberIds'],
    ['units', (line, start) => line.messages.units({ start }), 'customAggregationUnits'],
    ['membership users', (line, start) => line.memberships.users(7, { start }), 'userIds'],
    ['coupons', (line, start) => line.coupons.list({ start }), 'items'],
    ['modules', (line, start) => line.modules.list({ start }), 'bots'],
  ]

  it.each(lists)('comes with a page and continues a list: %s', async (_, list, property) => {
    const { line, server } = await clientOf((request) => {
      const start = new URL(request.url, 'http://x').searchParams.get('start')
      if (start === null) return { body: { [property]: ['a'], next: 'n/1' } }
      if (start === 'n/1') return { body: { [property]: ['b'], next: 'n/2' } }
      return { body: { [property]: ['c'], next: '' } }
    })
    const first = await list(line).page()
    expect(first).toEqual({ items: ['a'], next: 'n/1' })
    expect(server.received).toHaveLength(1)
    const second = await list(line, first.next).page()
    expect(second).toEqual({ items: ['b'], next: 'n/2' })
    expect(await list(line, second.next).page()).toEqual({ items: ['c'], next: undefined })
    expect(await list(line, 'n/1').toArray()).toEqual(['b', 'c'])
    expect(await list(line, undefined).toArray()).toEqual(['a', 'b', 'c'])
  })

  it.each([
    ['audiences', (line: LineClient, page?: number) => line.audiences.list({ page })],
    ['shared audiences', (line: LineClient, page?: number) => line.audiences.listShared({ page })],
  ] as const)('is a number for %s', async (_, list) => {
    const { line } = await clientOf((request) => {
      const page = Number(new URL(request.url, 'http://x').searchParams.get('page'))
      return { body: { audienceGroups: [{ audienceGroupId: page }], hasNextPage: page < 3 } }
    })
    const { items, next } = await list(line, 2).page()
    expect([items, next]).toEqual([[{ audienceGroupId: 2 }], 3])
    expect((await list(line, next).page()).next).toBeUndefined()
    expect(await list(line, 2).toArray()).toHaveLength(2)
  })
})

it('requests no more pages when the reader has enough', async () => {
  const { line, server } = await clientOf({ body: { userIds: ['a'], next: 'n' } })
  for await (const id of line.users.followers()) if (id === 'a') break
  expect(server.received).toHaveLength(1)
})

it('does not repeat a page for ever when the next cursor is the same', async () => {
  const { line, server } = await clientOf({ body: { userIds: ['a'], next: 'n' } })
  await line.users.followers().toArray()
  expect(server.received).toHaveLength(2)
})

it('fails when a page fails', async () => {
  const { line } = await clientOf((request) =>
    request.url.includes('start')
      ? { status: 400, body: { message: 'Invalid start param' } }
      : { body: { userIds: ['a'], next: 'n' } },
  )
  const seen: string[] = []
  const read = (async () => {
    for await (const id of line.users.followers()) seen.push(id)
  })()
  await failure(read, LineApiError)
  expect(seen).toEqual(['a'])
})
