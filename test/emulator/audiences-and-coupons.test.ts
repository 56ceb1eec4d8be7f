/** Audiences and coupons. */

import { describe, expect, it } from 'vitest'
import { LineClient } from '../../src/client/index.js'
import { setUp } from './support.js'

const DAY = 86_400_000

describe('audiences', () => {
  const path = '/v2/bot/audienceGroup'
  const ids = (people: { id: string }[]) => people.map(({ id }) => ({ id }))

  it('are made of ids, grow, and are ready after a while', async () => {
    const { call, line, clock } = setUp({ audienceTime: 5_000 })
    const people = ['Aki', 'Ken', 'Mio'].map((name) => line.user(name))
    const { status, body } = await call(`${path}/upload`, {
      body: { description: 'Some', audiences: ids(people.slice(0, 2)) },
    })
    expect(status).toBe(202)
    expect(body).toMatchObject({
      type: 'UPLOAD',
      description: 'Some',
      created: 1_785_542_400,
      expireTimestamp: 1_785_542_400 + 15_552_000,
    })
    const id = body['audienceGroupId'] as number
    const get = async () =>
      (await call(`${path}/${id}`)).body as unknown as { audienceGroup: object; jobs: object[] }
    expect((await get()).audienceGroup).toMatchObject({ status: 'IN_PROGRESS', audienceCount: 2 })
    clock.advance(5_000)
    expect((await get()).audienceGroup).toMatchObject({ status: 'READY' })
    const more = { audienceGroupId: id, audiences: ids(people.slice(2)), uploadDescription: 'more' }
    expect((await call(`${path}/upload`, { method: 'PUT', body: more })).status).toBe(202)
    expect(await get()).toMatchObject({
      audienceGroup: { audienceCount: 3 },
      jobs: [{ type: 'DIFF_ADD', jobStatus: 'WORKING', description: 'more' }],
    })
    clock.advance(180 * DAY)
    expect((await get()).audienceGroup).toMatchObject({ status: 'EXPIRED' })
  })

  it('are made of files', async () => {
    const { line } = setUp()
    const { account, fetch, clock } = line
    const client = new LineClient({ channelAccessToken: account.channelAccessToken, fetch, clock })
    const made = await client.audiences.createFromFile({
      description: 'File',
      file: [line.user('Aki').id, line.user('Ken').id],
    })
    expect(line.state.audiences.get(made.audienceGroupId!)!.members).toHaveLength(2)
  })

  it('say what is wrong by code', async () => {
    const { call } = setUp()
    const gone = await call(`${path}/5`)
    expect([gone.status, gone.body]).toEqual([
      400,
      { message: 'audience group not found', details: [{ message: 'AUDIENCE_GROUP_NOT_FOUND' }] },
    ])
    const long = await call(`${path}/upload`, { body: { description: 'a'.repeat(121) } })
    expect(long.body).toEqual({
      message: 'size over audienceGroupName',
      details: [{ message: 'AUDIENCE_GROUP_NAME_SIZE_OVER' }],
    })
    const format = await call(`${path}/upload`, {
      body: { description: 'a', audiences: [{ id: 'x' }] },
    })
    expect(format.body).toEqual({
      message: 'Invalid audience id format',
      details: [
        { message: 'UPLOAD_AUDIENCE_GROUP_INVALID_AUDIENCE_ID_FORMAT', property: 'audiences' },
      ],
    })
    const many = await call(`${path}/list?page=1&size=41`)
    expect(many.body).toEqual({
      message: 'size: must be less than or equal to 40',
      details: [{ message: 'TOO_HIGH', property: 'size' }],
    })
    const click = await call(`${path}/click`, { body: { description: 'a', requestId: 'x' } })
    expect(click.body.details[0]!.message).toBe('REQUEST_NOT_FOUND')
  })

  it('are found by name, whatever its case, page by page', async () => {
    const { call } = setUp()
    for (const description of ['Red', 'red too', 'blue'])
      await call(`${path}/upload`, { body: { description } })
    const { body } = await call(`${path}/list?page=1&size=1&description=RED`)
    expect(body).toMatchObject({ totalCount: 2, hasNextPage: true, page: 1, size: 1 })
  })

  it('are made of those who clicked or saw', async () => {
    const { call, line } = setUp()
    const aki = line.user('Aki')
    line.user('Ken')
    const uri = { type: 'uri', label: 'Look', uri: 'https://a.b/c' }
    const message = {
      type: 'template',
      altText: 'a',
      template: { type: 'buttons', text: 'a', actions: [uri] },
    }
    const { headers } = await call('/v2/bot/message/broadcast', { body: { messages: [message] } })
    const requestId = headers.get('x-line-request-id')
    await aki.taps('Look')
    const click = await call(`${path}/click`, { body: { description: 'Clicked', requestId } })
    expect(click.status).toBe(202)
    expect(line.state.audiences.get(click.body['audienceGroupId'] as number)!.members).toEqual([
      aki.id,
    ])
    const again = await call(`${path}/click`, { body: { description: 'Clicked', requestId } })
    expect(again.body.details[0]!.message).toBe('AUDIENCE_GROUP_REQUESTID_DUPLICATE')
    // Fewer than twenty are shown as none.
    const shown = await call(`${path}/${String(click.body['audienceGroupId'])}`)
    expect(shown.body['audienceGroup']).toMatchObject({ audienceCount: 0 })
  })
})

describe('coupons', () => {
  const coupon = (more: object = {}) => ({
    acquisitionCondition: { type: 'normal' },
    startTimestamp: 1_785_542_400,
    endTimestamp: 1_788_220_800,
    maxUseCountPerTicket: 1,
    title: 'Tea',
    visibility: 'PUBLIC',
    timezone: 'ASIA_TOKYO',
    reward: { type: 'free' },
    ...more,
  })

  it('are made, listed, shown and closed once', async () => {
    const { call } = setUp()
    const { body } = await call('/v2/bot/coupon', { body: coupon() })
    const path = `/v2/bot/coupon/${String(body['couponId'])}`
    expect((await call(path)).body).toMatchObject({
      title: 'Tea',
      status: 'RUNNING',
      createdTimestamp: 1_785_542_400,
    })
    expect((await call('/v2/bot/coupon?status=RUNNING')).body['items']).toEqual([
      { couponId: body['couponId'], title: 'Tea' },
    ])
    const close = () => call(`${path}/close`, { method: 'PUT' })
    expect((await close()).status).toBe(200)
    const again = await close()
    expect([again.status, again.body]).toEqual([
      410,
      {
        message: 'The request body has 1 error(s)',
        details: [{ message: 'The coupon has already been closed.', property: '' }],
      },
    ])
  })

  it.each([
    ['GET', '/v2/bot/coupon/x', undefined, 404, 'coupon not found', ''],
    [
      'GET',
      '/v2/bot/coupon?limit=101',
      undefined,
      400,
      'Must be less than or equal to 100',
      'limit',
    ],
    [
      'GET',
      '/v2/bot/coupon?status=OPEN',
      undefined,
      400,
      'Must be one of the following values: [DRAFT,RUNNING,CLOSED]',
      'status',
    ],
    [
      'POST',
      '/v2/bot/coupon',
      coupon({ title: 'a'.repeat(61) }),
      400,
      'Size must be between 1 and 60',
      'title',
    ],
  ])('%s %s', async (method, path, body, status, message, property) => {
    const { call } = setUp()
    const answer = await call(path, { method, body })
    expect([answer.status, answer.body]).toEqual([
      status,
      { message: 'The request body has 1 error(s)', details: [{ message, property }] },
    ])
  })
})
