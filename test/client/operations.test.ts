/** every operation has the right verb, host, path and content type, whichever way it is called. */
import { describe, expect, it } from 'vitest'
import type { OperationId } from '../../src/endpoints/index.js'
import { LineClient } from '../../src/client/index.js'
import operations from '../endpoints/facts/operations.json' with { type: 'json' }
import schemas from '../endpoints/facts/schemas.json' with { type: 'json' }
import { type Call, calls } from './calls/index.js'
import type { Received } from './server.js'
import { clientOf, token } from './setup.js'

interface Fact {
  method: string
  host: string
  path: string
  query?: Record<string, { required: boolean }>
  body?: {
    contentType: string
    schema?: string
    oneOf?: string[]
    fields?: Record<string, { required: boolean }>
  }
}

const facts: Record<string, Fact> = {
  ...(operations as Record<string, Fact>),
  pushTemplatedMessageByPhone: {
    method: 'POST',
    host: 'api',
    path: '/v2/bot/message/pnp/templated/push',
    body: { contentType: 'application/json' },
  },
  getPNPTemplatedMessageStatistics: {
    method: 'GET',
    host: 'api',
    path: '/v2/bot/message/delivery/pnp/templated',
    query: { date: { required: true } },
  },
}

const properties = schemas as Record<
  string,
  { properties?: Record<string, { required?: boolean }> }
>

/** Names that a body must hold, all that it may hold, or nothing to say. */
function fieldsOf({ body }: Fact, which: 'required' | 'all'): string[] | undefined {
  const fields = body?.fields ?? (body?.schema && properties[body.schema]?.properties)
  if (!fields) return undefined
  return Object.entries(fields).flatMap(([name, { required }]) =>
    which === 'all' || required ? [name] : [],
  )
}

/** Answers with as much as the paging and unwrapping methods need. */
const anything = {
  ...{ userIds: [], memberIds: [], items: [], bots: [], customAggregationUnits: [], kids: [] },
  ...{ aliases: [], richmenus: [], memberships: [], subscriptions: [], apps: [] },
  ...{ type: 'none', totalUsage: 0, numOfCustomAggregationUnits: 0, count: 0, status: 'succeeded' },
  ...{ linkToken: 'a', richMenuId: 'a', couponId: 'a', liffId: 'a' },
  ...{ access_token: 'a', expires_in: 1, key_id: 'a', token_type: 'Bearer' },
}

async function setting() {
  const { server } = await clientOf({ body: anything })
  const baseUrl = {
    api: `${server.url}/api`,
    data: `${server.url}/data`,
    manager: `${server.url}/manager`,
  }
  return { server, line: new LineClient({ channelAccessToken: token, baseUrl }) }
}

function expectPlace(received: Received, fact: Fact): void {
  const { pathname } = new URL(received.url, 'http://x')
  const form = `/${fact.host}${fact.path}`.replace(/\{\w+\}/g, '[^/]+')
  expect(received.method).toBe(fact.method)
  expect(pathname).toMatch(new RegExp(`^${form}$`))
  expect(received.headers.authorization).toBe(
    fact.path.includes('/oauth') || fact.host === 'manager' ? undefined : `Bearer ${token}`,
  )
}

function namesOf({ headers, body }: Received): string[] {
  const type = headers['content-type'] ?? ''
  if (type.startsWith('application/json')) return Object.keys(JSON.parse(body) as object)
  if (type.startsWith('multipart')) return [...body.matchAll(/; name="(\w+)"/g)].map(([, n]) => n!)
  return [...new URLSearchParams(body).keys()]
}

describe.each(Object.entries(calls) as [OperationId, Call<'getProfile'>][])('%s', (id, call) => {
  const fact = facts[id]!

  it('goes where it should with the smallest request', async () => {
    const { line, server } = await setting()
    await line.call(id as 'getProfile', call.smallest)
    expectPlace(server.last, fact)
  })

  it('writes everything that can be written with the fullest', async () => {
    const { line, server } = await setting()
    await line.call(id as 'getProfile', call.fullest ?? call.smallest)
    expectPlace(server.last, fact)
    const { searchParams } = new URL(server.last.url, 'http://x')
    expect([...searchParams.keys()].sort()).toEqual(Object.keys(fact.query ?? {}).sort())
    if (fact.body && fact.body.contentType !== '*/*')
      expect(server.last.headers['content-type']).toMatch(fact.body.contentType)
    const all = fieldsOf(fact, 'all')
    if (all) expect(namesOf(server.last).sort()).toEqual(all.sort())
  })

  it('is what the client’s own method calls', async () => {
    const { line, server } = await setting()
    await call.through(line)
    expectPlace(server.received[0]!, fact)
    const names = namesOf(server.received[0]!)
    for (const name of fieldsOf(fact, 'required') ?? []) expect(names).toContain(name)
  })
})
