/** Rich menus: pictures, links, the default, aliases, batches. */
import { describe, expect, it } from 'vitest'
import { makeMenu, menu, png, setUp } from './support.js'

const none = `richmenu-${'0'.repeat(32)}`
const data = 'https://api-data.line.me/v2/bot/richmenu'

describe('making', () => {
  it.each([
    ['must be specified', 'name', { name: undefined }],
    ['must be specified', 'selected', { selected: undefined }],
    [
      'invalid uri',
      'areas[0].action.uri',
      {
        areas: [
          {
            bounds: { x: 0, y: 0, width: 1, height: 1 },
            action: { type: 'uri', label: 'a', uri: 'javascript:a' },
          },
        ],
      },
    ],
  ])('%s: %s', async (message, property, more) => {
    const { call } = setUp()
    for (const path of ['/v2/bot/richmenu', '/v2/bot/richmenu/validate']) {
      const { status, body } = await call(path, { body: menu(more) })
      expect([status, body]).toEqual([
        400,
        { message: 'The request body has 1 error(s)', details: [{ message, property }] },
      ])
    }
  })

  it('gives it back, in a list and alone', async () => {
    const { call } = setUp()
    const id = await makeMenu(call)
    expect(id).toMatch(/^richmenu-[0-9a-f]{32}$/)
    const { body } = await call(`/v2/bot/richmenu/${id}`)
    expect(body).toEqual({ richMenuId: id, ...menu() })
    expect((await call('/v2/bot/richmenu/list')).body).toEqual({ richmenus: [body] })
    expect((await call(`/v2/bot/richmenu/${none}`)).body).toEqual({ message: 'Not found' })
    expect((await call(`/v2/bot/richmenu/${id}`, { method: 'DELETE' })).status).toBe(200)
    expect((await call('/v2/bot/richmenu/list')).body).toEqual({ richmenus: [] })
  })
})

describe('pictures', () => {
  it.each([
    ['a small one', png(799, 300), 'image/png', 400, 'The image size is not allowed for richmenu'],
    ['a high one', png(1000, 800), 'image/png', 400, 'The image size is not allowed for richmenu'],
    [
      'no picture',
      new Uint8Array(9),
      'image/png',
      400,
      'The image size is not allowed for richmenu',
    ],
    ['a GIF', png(2500, 1686), 'image/gif', 415, 'The content type, image/gif, is not supported'],
  ])('%s', async (_, raw, type, status, message) => {
    const { call } = setUp()
    const { body } = await call('/v2/bot/richmenu', { body: menu() })
    const answer = await call(`${data}/${String(body['richMenuId'])}/content`, { raw, type })
    expect([answer.status, answer.body.message]).toEqual([status, message])
  })

  it('come back as they went, and are not replaced', async () => {
    const { call } = setUp()
    const id = await makeMenu(call)
    const got = await call(`${data}/${id}/content`)
    expect(got.headers.get('content-type')).toBe('image/png')
    const again = await call(`${data}/${id}/content`, { raw: png(2500, 1686), type: 'image/png' })
    expect([again.status, again.body.message]).toEqual([
      400,
      'An image has already been uploaded to the richmenu',
    ])
    expect((await call(`${data}/${none}/content`)).status).toBe(404)
  })
})

describe('who has which', () => {
  it('default, unless a person has one of their own', async () => {
    const { call, line } = setUp()
    const [first, second] = [await makeMenu(call), await makeMenu(call)]
    const aki = line.user('Aki')
    const path = '/v2/bot/user/all/richmenu'
    const missing = await call(path)
    expect([missing.status, missing.body]).toEqual([
      404,
      { message: 'no default richmenu', details: [] },
    ])
    await call(`${path}/${first}`, { method: 'POST' })
    expect((await call(path)).body).toEqual({ richMenuId: first })
    expect(aki.richMenu).toBe(first)

    const own = `/v2/bot/user/${aki.id}/richmenu`
    expect((await call(own)).body.message).toBe('the user has no richmenu')
    await call(`${own}/${second}`, { method: 'POST' })
    expect(aki.richMenu).toBe(second)
    await call(own, { method: 'DELETE' })
    expect(aki.richMenu).toBe(first)
    await call(path, { method: 'DELETE' })
    expect(aki.richMenu).toBeUndefined()
  })

  it('no menu without a picture', async () => {
    const { call } = setUp()
    const { body } = await call('/v2/bot/richmenu', { body: menu() })
    const answer = await call(`/v2/bot/user/all/richmenu/${String(body['richMenuId'])}`, {
      method: 'POST',
    })
    expect([answer.status, answer.body]).toEqual([
      400,
      { message: 'must upload richmenu image before applying it to user', details: [] },
    ])
  })

  it('nothing for those who are no friends, though it is taken', async () => {
    const { call, line } = setUp()
    const id = await makeMenu(call)
    const ken = line.user('Ken', { friend: false })
    expect((await call(`/v2/bot/user/${ken.id}/richmenu/${id}`, { method: 'POST' })).status).toBe(
      200,
    )
    expect(ken.richMenu).toBeUndefined()
    expect((await call(`/v2/bot/user/${ken.id}/richmenu/${none}`, { method: 'POST' })).status).toBe(
      404,
    )
  })

  it('many at one go', async () => {
    const { call, line } = setUp()
    const id = await makeMenu(call)
    const people = [line.user('Aki'), line.user('Ken')]
    const userIds = people.map((one) => one.id)
    const link = (body: object) => call('/v2/bot/richmenu/bulk/link', { body })
    expect((await link({ richMenuId: id, userIds })).status).toBe(202)
    expect(people.map(({ richMenu }) => richMenu)).toEqual([id, id])
    expect((await call('/v2/bot/richmenu/bulk/unlink', { body: { userIds } })).status).toBe(202)
    expect(people[0]!.richMenu).toBeUndefined()

    expect((await link({ richMenuId: id, userIds: ['x'] })).body.message).toBe(
      "The property, 'userIds[0]', in the request body is invalid (line: -, column: -)",
    )
    expect((await link({ richMenuId: 'x', userIds })).body.details).toEqual([
      { message: 'invalid richMenuId', property: 'richMenuId' },
    ])
    const unknown = await link({ richMenuId: none, userIds })
    expect([unknown.status, unknown.body.message]).toEqual([404, 'richmenu not found'])
  })
})

describe('aliases', () => {
  const path = '/v2/bot/richmenu/alias'

  it('name menus', async () => {
    const { call } = setUp()
    const [first, second] = [await makeMenu(call), await makeMenu(call)]
    const body = { richMenuAliasId: 'home', richMenuId: first }
    expect((await call(path, { body })).status).toBe(200)
    expect((await call(path, { body })).body.message).toBe('conflict richmenu alias id')
    expect((await call(`${path}/home`)).body).toEqual(body)
    expect((await call(`${path}/home`, { body: { richMenuId: second } })).status).toBe(200)
    expect((await call(`${path}/list`)).body).toEqual({
      aliases: [{ ...body, richMenuId: second }],
    })
    expect((await call(`${path}/home`, { method: 'DELETE' })).status).toBe(200)
    const gone = await call(`${path}/home`)
    expect([gone.status, gone.body.message]).toEqual([404, 'richmenu alias not found'])
  })

  it('are for menus that are there and have a picture', async () => {
    const { call } = setUp()
    const { body } = await call('/v2/bot/richmenu', { body: menu() })
    for (const richMenuId of [none, String(body['richMenuId'])]) {
      const answer = await call(path, { body: { richMenuAliasId: 'home', richMenuId } })
      expect([answer.status, answer.body.message]).toEqual([400, 'richmenu not found'])
    }
  })
})

describe('batches', () => {
  const path = '/v2/bot/richmenu/batch'

  it('apply each change to the state before', async () => {
    const { call, line, clock } = setUp({ batchTime: 5_000 })
    const [a, b, c] = [await makeMenu(call), await makeMenu(call), await makeMenu(call)]
    const [aki, ken] = [line.user('Aki'), line.user('Ken')]
    await call(`/v2/bot/user/${aki.id}/richmenu/${a}`, { method: 'POST' })
    await call(`/v2/bot/user/${ken.id}/richmenu/${b}`, { method: 'POST' })
    const operations = [
      { type: 'link', from: a, to: b },
      { type: 'link', from: b, to: c },
    ]
    const { status, headers } = await call(path, { body: { operations } })
    expect(status).toBe(202)
    const requestId = headers.get('x-line-request-id')!
    const progress = async () =>
      (await call(`/v2/bot/richmenu/progress/batch?requestId=${requestId}`)).body
    expect(await progress()).toEqual({ phase: 'ongoing', acceptedTime: '2026-08-01T00:00:00.000Z' })
    clock.advance(5_000)
    expect(await progress()).toMatchObject({
      phase: 'succeeded',
      completedTime: '2026-08-01T00:00:05.000Z',
    })
    expect([aki.richMenu, ken.richMenu]).toEqual([b, c])
  })

  it('say what is wrong', async () => {
    const { call } = setUp()
    const a = await makeMenu(call)
    const bare = String((await call('/v2/bot/richmenu', { body: menu() })).body['richMenuId'])
    const said = async (...operations: object[]) => {
      const { status, body } = await call(path, { body: { operations } })
      const dry = await call('/v2/bot/richmenu/validate/batch', { body: { operations } })
      expect(dry.body).toEqual(body)
      return [status, body.details?.[0] ?? body.message]
    }
    const unlink = { type: 'unlink', from: a }
    expect(await said(unlink, unlink)).toEqual([
      400,
      { message: `from richmenu (${a}) is duplicated`, property: 'operations[].from' },
    ])
    expect(await said(unlink, { type: 'unlinkAll' })).toEqual([
      400,
      {
        message: "'unlinkAll' type can't be combined with other type",
        property: 'operations[].type',
      },
    ])
    expect(await said({ type: 'link', from: a, to: bare })).toEqual([
      400,
      {
        message: `'to' richmenu (${bare}) must have image but it doesn't`,
        property: 'operations[0].to',
      },
    ])
    expect(await said({ type: 'unlink', from: none })).toEqual([
      404,
      `Richmenu (${none}) is not found`,
    ])
    expect(await said({ type: 'unlink', from: 'x' })).toEqual([
      400,
      { message: 'invalid richMenuId', property: 'operations[0].from' },
    ])
  })
})
