/** Audiences: what may be in them, what they are until they are ready, and what LINE says otherwise. */
import { describe, expect, it } from 'vitest'
import { setUp, text } from './support.js'

const DAY = 86_400_000
const path = '/v2/bot/audienceGroup'
const byFile = 'https://api-data.line.me/v2/bot/audienceGroup/upload/byFile'
const someone = `U${'1'.repeat(32)}`

type Given = ReturnType<typeof setUp>

async function upload({ call }: Given, more: object = {}) {
  const { body } = await call(`${path}/upload`, { body: { description: 'a', ...more } })
  return body['audienceGroupId'] as number
}

const add = ({ call }: Given, audienceGroupId: number, more: object = {}) =>
  call(`${path}/upload`, {
    method: 'PUT',
    body: { audienceGroupId, audiences: [{ id: someone }], ...more },
  })

/** A file, as a browser or an SDK sends it. */
async function filed({ call }: Given, method: string, file: string, fields: object) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value))
  form.set('file', new Blob([file], { type: 'text/plain' }), 'ids.txt')
  const request = new Request(byFile, { method, body: form })
  const raw = new Uint8Array(await request.arrayBuffer())
  return call(byFile, { method, raw, type: request.headers.get('content-type')! })
}

async function broadcastTo(given: Given, count: number) {
  const people = Array.from({ length: count }, (_, i) => given.line.user(`P${i}`))
  const { headers } = await given.call('/v2/bot/message/broadcast', {
    body: { messages: [text('a')] },
  })
  for (const one of people) one.reads()
  return headers.get('x-line-request-id')!
}

describe('what LINE says', () => {
  it.each([
    [{ description: '' }, 'AUDIENCE_GROUP_NAME_EMPTY'],
    [{ description: '  ' }, 'AUDIENCE_GROUP_NAME_EMPTY'],
    [{ description: undefined }, 'AUDIENCE_GROUP_NAME_EMPTY'],
    [{ description: 'a\nb' }, 'AUDIENCE_GROUP_NAME_WRONG'],
    [{ uploadDescription: 'a'.repeat(301) }, 'AUDIENCE_GROUP_UPLOAD_DESCRIPTION_SIZE_OVER'],
    [
      { audiences: Array(10_001).fill({ id: someone }) },
      'UPLOAD_AUDIENCE_GROUP_TOO_MANY_AUDIENCE_IDS',
    ],
    [{ audiences: [{ id: someone }, {}] }, 'UPLOAD_AUDIENCE_GROUP_INVALID_AUDIENCE_ID_FORMAT'],
  ])('to what is made: no. %#', async (more, code) => {
    const { call } = setUp()
    const { status, body } = await call(`${path}/upload`, { body: { description: 'a', ...more } })
    expect([status, body.details[0]!.message]).toEqual([400, code])
  })

  it('to files', async () => {
    const given = setUp()
    const said = async (file: string) => {
      const { status, body } = await filed(given, 'POST', file, { description: 'a' })
      return [status, body.message, body.details]
    }
    const format = 'UPLOAD_AUDIENCE_GROUP_INVALID_AUDIENCE_ID_FORMAT'
    expect(await said('nobody')).toEqual([400, format, [{ message: format, property: 'file' }]])
    expect((await said('\n'))[2]).toEqual([
      { message: 'UPLOAD_AUDIENCE_GROUP_NO_VALID_AUDIENCE_IDS', property: 'file' },
    ])
    expect((await said(`${someone}\n`.repeat(1_500_001)))[2]).toEqual([
      { message: 'UPLOAD_AUDIENCE_GROUP_TOO_MANY_AUDIENCE_IDS', property: 'file' },
    ])
  })

  it('of an audience that is not there: 400, whatever is asked', async () => {
    const given = setUp()
    const { call } = given
    const answers = [
      await call(`${path}/5`),
      await call(`${path}/5`, { method: 'DELETE' }),
      await call(`${path}/5/updateDescription`, { method: 'PUT', body: { description: 'b' } }),
      await add(given, 5),
      await filed(given, 'PUT', someone, { audienceGroupId: 5 }),
    ]
    for (const { status, body } of answers)
      expect([status, body]).toEqual([
        400,
        { message: 'audience group not found', details: [{ message: 'AUDIENCE_GROUP_NOT_FOUND' }] },
      ])
  })

  it('of the thousand-and-first', async () => {
    const given = setUp()
    for (let i = 0; i < 1_000; i++) await upload(given)
    const { status, body } = await given.call(`${path}/upload`, { body: { description: 'a' } })
    expect([status, body.details]).toEqual([400, [{ message: 'AUDIENCE_GROUP_COUNT_MAX_OVER' }]])
  })

  it('of one that has expired', async () => {
    const given = setUp()
    const id = await upload(given)
    given.clock.advance(180 * DAY)
    expect((await add(given, id)).body.details).toEqual([
      { message: 'AUDIENCE_GROUP_CAN_NOT_UPLOAD_STATUS_EXPIRED' },
    ])
  })

  it('of pages', async () => {
    const { call } = setUp()
    for (const [query, property, code] of [
      ['', 'page', 'TOO_LOW'],
      ['?page=0', 'page', 'TOO_LOW'],
      ['?page=1&size=0', 'size', 'TOO_LOW'],
      ['?page=1&size=41', 'size', 'TOO_HIGH'],
    ] as const) {
      const { status, body } = await call(`${path}/list${query}`)
      expect([status, body.details]).toEqual([400, [{ message: code, property }]])
    }
  })
})

describe('of ids', () => {
  it('may be of advertisers, who have no user ids', async () => {
    const given = setUp()
    const ifa = '6d92078a-8246-4ba4-ae5b-76104861e7dc'
    const audiences = [{ id: ifa }]
    const id = await upload(given, { isIfaAudience: true, audiences })
    expect(given.line.state.audiences.get(id)!.members).toEqual([ifa])
    expect((await add(given, id)).status).toBe(400)
    expect((await add(given, id, { audiences })).status).toBe(202)
    const answer = await given.call(`${path}/upload`, { body: { description: 'a', audiences } })
    expect(answer.status).toBe(400)
  })

  it('are renamed and deleted', async () => {
    const given = setUp()
    const { call } = given
    const id = await upload(given)
    const body = { description: 'b' }
    const rename = await call(`${path}/${id}/updateDescription`, { method: 'PUT', body })
    expect([rename.status, rename.text]).toEqual([200, ''])
    expect((await call(`${path}/${id}`)).body['audienceGroup']).toMatchObject(body)
    expect((await call(`${path}/${id}`, { method: 'DELETE' })).status).toBe(200)
    expect((await call(`${path}/${id}`)).status).toBe(400)
  })

  it('show their uploads, of which fifty are remembered and ten may run', async () => {
    const given = setUp({ audienceTime: 5_000 })
    const { call, clock } = given
    const id = await upload(given)
    // The making counts, too.
    const statuses = []
    for (let i = 0; i < 10; i++) statuses.push((await add(given, id)).status)
    expect(statuses).toEqual([...Array<number>(9).fill(202), 429])
    clock.advance(5_000)
    for (let i = 0; i < 5; i++) {
      for (let j = 0; j < 10; j++) expect((await add(given, id)).status).toBe(202)
      clock.advance(5_000)
    }
    const { body } = await call(`${path}/${id}`)
    expect(body['jobs']).toHaveLength(50)
    expect((body['jobs'] as object[])[0]).toEqual({
      audienceGroupJobId: expect.any(Number) as number,
      audienceGroupId: id,
      description: null,
      type: 'DIFF_ADD',
      status: 'FINISHED',
      jobStatus: 'FINISHED',
      failedType: null,
      audienceCount: 1,
      created: expect.any(Number) as number,
    })
    expect(body['audienceGroup']).toEqual({
      audienceGroupId: id,
      createRoute: 'MESSAGING_API',
      type: 'UPLOAD',
      description: 'a',
      status: 'READY',
      audienceCount: 0,
      created: 1_785_542_400,
      permission: 'READ_WRITE',
      isIfaAudience: false,
      expireTimestamp: 1_785_542_400 + 15_552_000,
    })
  })

  it('are not those of other accounts', async () => {
    const given = setUp()
    await upload(given)
    const list = async (query: string) =>
      (await given.call(`${path}/shared/list?page=1${query}`)).body['totalCount']
    expect([await list(''), await list('&includesOwnedAudienceGroups=true')]).toEqual([0, 1])
  })
})

describe('of those who saw or clicked', () => {
  it('are made once of a message, of the last sixty days', async () => {
    const given = setUp()
    const { call, clock } = given
    const requestId = await broadcastTo(given, 1)
    const imp = (id = requestId) =>
      call(`${path}/imp`, { body: { description: 'a', requestId: id } })
    expect((await imp()).status).toBe(202)
    expect((await imp()).body.details).toEqual([
      { message: 'AUDIENCE_GROUP_REQUESTID_DUPLICATE', property: 'requestId' },
    ])
    const click = { description: 'a', requestId, clickUrl: 'https://a.b/' }
    expect((await call(`${path}/click`, { body: click })).body.details[0]!.message).toBe(
      'AUDIENCE_GROUP_REQUESTID_DUPLICATE',
    )
    const old = await broadcastTo(given, 1)
    clock.advance(60 * DAY)
    const other = await broadcastTo(given, 1)
    clock.advance(1)
    expect((await imp(old)).body.details[0]!.message).toBe('TOO_OLD_MESSAGES')
    expect((await imp(other)).status).toBe(202)
  })

  it('are not made of what went to single people', async () => {
    const { call, line } = setUp()
    const { headers } = await call('/v2/bot/message/push', {
      body: { to: line.user('Aki').id, messages: [text('a')] },
    })
    const requestId = headers.get('x-line-request-id')
    const { body } = await call(`${path}/imp`, { body: { description: 'a', requestId } })
    expect(body.details[0]!.message).toBe('REQUEST_NOT_FOUND')
  })

  it('are never ready with fewer than fifty', async () => {
    for (const [count, status, sent] of [
      [49, 'IN_PROGRESS', 400],
      [50, 'READY', 202],
    ] as const) {
      const given = setUp()
      const requestId = await broadcastTo(given, count)
      const { body } = await given.call(`${path}/imp`, { body: { description: 'a', requestId } })
      const audienceGroupId = body['audienceGroupId'] as number
      const shown = (await given.call(`${path}/${audienceGroupId}`)).body
      expect(shown['audienceGroup']).toMatchObject({ status, audienceCount: count, requestId })
      expect(shown['jobs']).toEqual([])
      const answer = await given.call('/v2/bot/message/narrowcast', {
        body: { messages: [text('b')], recipient: { type: 'audience', audienceGroupId } },
      })
      expect(answer.status).toBe(sent)
    }
  })
})
