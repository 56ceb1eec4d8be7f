/** The table of operations against the facts of LINE's API description. */
import { describe, expect, it } from 'vitest'
import { type Endpoint, endpoints } from '../../src/endpoints/index.js'
import facts from './facts/operations.json' with { type: 'json' }

interface Fact {
  method: string
  host: string
  path: string
  pathParameters?: string[]
  query?: Record<string, { required: boolean; array?: boolean }>
  headers?: string[]
  body?: { contentType: string; required: boolean }
  status: number
  answer?: { contentType: string }
}

/** What LINE's documents have and the description lacks. */
const documented: Record<string, Fact> = {
  pushTemplatedMessageByPhone: {
    method: 'POST',
    host: 'api',
    path: '/v2/bot/message/pnp/templated/push',
    headers: ['X-Line-Delivery-Tag'],
    body: { contentType: 'application/json', required: true },
    status: 202,
  },
  getPNPTemplatedMessageStatistics: {
    method: 'GET',
    host: 'api',
    path: '/v2/bot/message/delivery/pnp/templated',
    query: { date: { required: true } },
    status: 200,
    answer: { contentType: 'application/json' },
  },
}

const described = facts as Record<string, Fact>
const table: Record<string, Endpoint> = endpoints

const contentTypes = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
  multipart: 'multipart/form-data',
  bytes: '*/*',
  nothing: undefined,
}

describe('the table of operations', () => {
  it('has the 110 operations of the description and the two that only the documents have', () => {
    expect(Object.keys(described)).toHaveLength(110)
    expect(Object.keys(table).sort()).toEqual(
      [...Object.keys(described), ...Object.keys(documented)].sort(),
    )
  })

  it.each(Object.entries({ ...described, ...documented }))('%s', (operationId, fact) => {
    const row = table[operationId]!
    expect({
      method: row.method,
      host: row.host ?? 'api',
      path: row.path,
      pathParameters: [...row.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      query: row.query?.names.toSorted() ?? [],
      headers: [
        ...(row.retryKey ? ['X-Line-Retry-Key'] : []),
        ...(row.deliveryTag ? ['X-Line-Delivery-Tag'] : []),
      ],
      body: row.body && { type: contentTypes[row.body.kind], required: !row.body.optional },
      status: row.status ?? 200,
      answer: row.answer && contentTypes[row.answer.kind],
      // The description says nowhere how an operation is authorised; these prove it in their body or query.
      open: row.auth === 'none',
    }).toEqual({
      method: fact.method,
      host: fact.host,
      path: fact.path,
      pathParameters: fact.pathParameters ?? [],
      query: Object.keys(fact.query ?? {}).toSorted(),
      headers: fact.headers ?? [],
      body: fact.body && {
        // A rich menu's picture is always there, whatever the description says.
        type: fact.body.contentType,
        required: fact.body.required,
      },
      status: fact.status,
      answer: fact.answer?.contentType,
      open: fact.path.includes('/oauth') || fact.host === 'manager',
    })
  })

  it('has one list among the query parameters, joined with commas', () => {
    const lists = Object.entries(described).flatMap(([id, { query }]) =>
      Object.entries(query ?? {})
        .filter(([, { array }]) => array)
        .map(([name]) => `${id}.${name}`),
    )
    expect(lists).toEqual(['listCoupon.status'])
  })

  it('lets audience adds take 30 seconds, and uploads and content as long as bytes flow', () => {
    const patient = Object.entries(table)
      .filter(([, row]) => row.timeout || row.idleTimeout)
      .map(([id, row]) => [id, row.timeout ?? `idle ${row.idleTimeout!}`])
    expect(Object.fromEntries(patient)).toEqual({
      createAudienceGroup: 30_000,
      addAudienceToAudienceGroup: 30_000,
      createClickBasedAudienceGroup: 30_000,
      createImpBasedAudienceGroup: 30_000,
      createAudienceForUploadingUserIds: 'idle 30000',
      addUserIdsToAudience: 'idle 30000',
      getMessageContent: 'idle 30000',
      getMessageContentPreview: 'idle 30000',
      setRichMenuImage: 'idle 30000',
      getRichMenuImage: 'idle 30000',
    })
  })
})
