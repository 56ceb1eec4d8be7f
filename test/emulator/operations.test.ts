/** What holds for every row of the table of LINE's operations. That each of them does its work is in `official-sdk.test.ts`. */
import { describe, expect, it } from 'vitest'
import { type Endpoint, endpoints, type OperationId } from '../../src/endpoints/index.js'
import { Buckets } from '../../src/emulator/api/rate-limits.js'
import { setUp } from './support.js'

const hosts = {
  api: 'https://api.line.me',
  data: 'https://api-data.line.me',
  manager: 'https://manager.line.biz',
}
const ids: Record<string, string> = {
  userId: `U${'1'.repeat(32)}`,
  groupId: `C${'1'.repeat(32)}`,
  roomId: `R${'1'.repeat(32)}`,
  chatId: `U${'1'.repeat(32)}`,
}

const rows = (Object.entries(endpoints) as [OperationId, Endpoint][]).map(
  ([operation, row]) =>
    [
      operation,
      { ...row, path: row.path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '1') },
    ] as const,
)

describe.each(rows)('%s', (operation, row) => {
  const host = row.host ?? 'api'
  const ask = (given: {
    host?: keyof typeof hosts
    token?: null
    headers?: Record<string, string>
  }) => {
    const { call, line } = setUp()
    const { host: at = host, ...rest } = given
    return call(hosts[at] + row.path, { method: row.method, ...rest }).then((answer) => ({
      ...answer,
      operation: line.calls[0]!.operation,
    }))
  }

  it('is found, and answers in JSON with a request id', async () => {
    const { status, headers, ...answer } = await ask({})
    expect(answer.operation).toBe(operation)
    expect(status).toBeLessThan(500)
    expect(headers.get('x-line-request-id')).toMatch(
      /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    )
    expect(headers.get('content-type')).toBe('application/json')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('wants a token, unless its body proves who asks', async () => {
    const { status } = await ask({ token: null })
    if (row.auth === 'none') expect(status).not.toBe(401)
    else expect(status).toBe(401)
  })

  it('is at its own host only', async () => {
    const { status } = await ask({ host: host === 'api' ? 'data' : 'api' })
    expect([404, 405]).toContain(status)
  })

  it('takes a retry key or refuses it', async () => {
    const key = { 'x-line-retry-key': '123e4567-e89b-12d3-a456-426614174000' }
    const { body } = await ask({ headers: key })
    const refused = body?.message === 'The retry key is not supported by this API'
    expect(refused).toBe(row.retryKey !== true)
  })
})

describe('rate limits', () => {
  it.each([
    ['narrowcast', 60, 3_600_000],
    ['broadcast', 60, 3_600_000],
    ['getMessageEvent', 60, 3_600_000],
    ['testWebhookEndpoint', 60, 3_600_000],
    ['createAudienceGroup', 60, 60_000],
    ['getSharedAudienceGroups', 60, 60_000],
    ['setWebhookEndpoint', 1_000, 60_000],
    ['createRichMenu', 100, 3_600_000],
    ['getRichMenuBatchProgress', 100, 3_600_000],
    ['richMenuBatch', 3, 3_600_000],
    ['getRichMenuList', 10, 1_000],
    ['multicast', 200, 1_000],
    ['closeCoupon', 200, 1_000],
    ['showLoadingAnimation', 100, 1_000],
    ['issueChannelToken', 370, 1_000],
    ['pushMessage', 2_000, 1_000],
    ['getMessageContent', 2_000, 1_000],
  ] as const)('%s: %i in %i ms', (operation, calls, ms) => {
    const buckets = new Buckets()
    for (let i = 0; i < calls; i++) expect(buckets.take(operation, 0)).toBe(true)
    expect(buckets.take(operation, 0)).toBe(false)
    // One and a half have trickled back.
    const later = (1.5 * ms) / calls
    expect(buckets.take(operation, later)).toBe(true)
    expect(buckets.take(operation, later)).toBe(false)
  })
})
