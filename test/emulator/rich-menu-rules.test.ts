/** Rich menus: how many, how large, how they are written, and what is done twice. */
import { describe, expect, it } from 'vitest'
import { makeMenu, menu, png, setUp } from './support.js'

const DAY = 86_400_000
const data = 'https://api-data.line.me/v2/bot/richmenu'
const none = `richmenu-${'0'.repeat(32)}`
const area = {
  bounds: { x: 0, y: 0, width: 100, height: 100 },
  action: { type: 'postback', data: 'a' },
}
const withArea = (more: object) => ({ areas: [{ ...area, ...more }] })
const withAction = (action: object) => withArea({ action })

describe('what may be made', () => {
  it.each([
    ['a name of 300 letters', { name: 'a'.repeat(300) }],
    ['a bar of 14 letters', { chatBarText: '👨‍👩‍👧'.repeat(14) }],
    ['twenty areas', { areas: Array(20).fill(area) }],
    ['no area', { areas: [] }],
    ['a tap that copies', withAction({ type: 'clipboard', label: 'a', clipboardText: 'a' })],
    ['a tap without label', withAction({ type: 'message', text: 'a' })],
    [
      'a tap that asks for a day',
      withAction({ type: 'datetimepicker', label: 'a', data: 'a', mode: 'date' }),
    ],
  ])('%s', async (_, more) => {
    const { call } = setUp()
    const dry = await call('/v2/bot/richmenu/validate', { body: menu(more) })
    expect([dry.status, dry.body]).toEqual([200, {}])
    expect((await call('/v2/bot/richmenu', { body: menu(more) })).status).toBe(200)
  })

  it.each([
    ['a name of 301 letters', { name: 'a'.repeat(301) }, 'name'],
    ['a bar of 15 letters', { chatBarText: 'a'.repeat(15) }, 'chatBarText'],
    ['twenty-one areas', { areas: Array(21).fill(area) }, 'areas'],
    ['no areas at all', { areas: undefined }, 'areas'],
    ['no size', { size: undefined }, 'size'],
    ['no bar', { chatBarText: undefined }, 'chatBarText'],
    [
      'an area that begins outside',
      withArea({ bounds: { ...area.bounds, x: -1 } }),
      'areas[0].bounds.x',
    ],
    [
      'an area without width',
      withArea({ bounds: { ...area.bounds, width: 0 } }),
      'areas[0].bounds.width',
    ],
    ['a camera', withAction({ type: 'camera', label: 'a' }), 'areas[0].action'],
    ['a camera roll', withAction({ type: 'cameraRoll', label: 'a' }), 'areas[0].action'],
    ['a location', withAction({ type: 'location', label: 'a' }), 'areas[0].action'],
  ])('not %s', async (_, more, property) => {
    const { call } = setUp()
    for (const path of ['/v2/bot/richmenu', '/v2/bot/richmenu/validate']) {
      const { status, body } = await call(path, { body: menu(more) })
      expect([status, body.message, body.details.map((one) => one.property)]).toEqual([
        400,
        'The request body has 1 error(s)',
        [property],
      ])
    }
  })

  it('a thousand, and a thousand aliases', async () => {
    const { call, line } = setUp()
    const richMenuId = await makeMenu(call)
    for (let i = 1; i < 1_000; i++) await call('/v2/bot/richmenu', { body: menu() })
    expect((await call('/v2/bot/richmenu', { body: menu() })).status).toBe(400)
    expect(line.state.richMenus.size).toBe(1_000)
    const alias = (richMenuAliasId: string) =>
      call('/v2/bot/richmenu/alias', { body: { richMenuAliasId, richMenuId } })
    for (let i = 0; i < 1_000; i++) await alias(`a${i}`)
    expect((await alias('one-more')).status).toBe(400)
  })
})

describe('pictures', () => {
  it.each([
    [png(800, 250), 200],
    [png(2500, 1686), 200],
    [png(2501, 1686), 400],
    [png(800, 249), 400],
    [png(362, 250), 400],
    [png(1450, 1001), 400],
    [png(1450, 1000), 200],
  ])('no. %#: %o', async (raw, status) => {
    const { call } = setUp()
    const { body } = await call('/v2/bot/richmenu', { body: menu() })
    const path = `${data}/${String(body['richMenuId'])}/content`
    const answer = await call(path, { raw, type: 'image/png' })
    expect(answer.status).toBe(status)
    if (status === 200) expect(answer.body).toEqual({})
    else expect(answer.body.message).toBe('The image size is not allowed for richmenu')
  })

  it('have a megabyte, and a menu', async () => {
    const { call } = setUp()
    const { body } = await call('/v2/bot/richmenu', { body: menu() })
    const large = new Uint8Array(1024 * 1024 + 1)
    large.set(png(2500, 1686))
    const path = `${data}/${String(body['richMenuId'])}/content`
    const type = 'image/png'
    expect((await call(path, { raw: large, type })).status).toBe(413)
    expect((await call(path, { raw: large.subarray(0, 1024 * 1024), type })).status).toBe(200)
    const unknown = await call(`${data}/${none}/content`, { raw: png(2500, 1686), type })
    expect([unknown.status, unknown.body.message]).toEqual([404, 'Not found'])
  })
})

describe('aliases', () => {
  const path = '/v2/bot/richmenu/alias'

  it('have 32 small letters, digits, _ and -', async () => {
    const { call } = setUp()
    const richMenuId = await makeMenu(call)
    const make = async (richMenuAliasId: string) =>
      (await call(path, { body: { richMenuAliasId, richMenuId } })).status
    expect([await make('a'.repeat(32)), await make('a_-1')]).toEqual([200, 200])
    for (const wrong of ['', 'a'.repeat(33), 'A', 'a b']) expect(await make(wrong)).toBe(400)
  })

  it('are not there until they are made', async () => {
    const { call } = setUp()
    const richMenuId = await makeMenu(call)
    for (const answer of [
      await call(`${path}/home`),
      await call(`${path}/home`, { body: { richMenuId } }),
      await call(`${path}/home`, { method: 'DELETE' }),
    ])
      expect([answer.status, answer.body]).toEqual([
        404,
        { message: 'richmenu alias not found', details: [] },
      ])
    await call(path, { body: { richMenuAliasId: 'home', richMenuId } })
    const gone = await call(`${path}/home`, { body: { richMenuId: none } })
    expect([gone.status, gone.body]).toEqual([400, { message: 'richmenu not found', details: [] }])
  })
})

describe('links', () => {
  it('are 500 at one go', async () => {
    const { call, line } = setUp()
    const richMenuId = await makeMenu(call)
    const aki = line.user('Aki')
    const link = (count: number) =>
      call('/v2/bot/richmenu/bulk/link', {
        body: { richMenuId, userIds: Array<string>(count).fill(aki.id) },
      })
    expect((await link(501)).status).toBe(400)
    expect((await link(0)).status).toBe(400)
    expect(aki.richMenu).toBeUndefined()
    expect((await link(500)).status).toBe(202)
    expect(aki.richMenu).toBe(richMenuId)
  })

  it('end with the menu', async () => {
    const { call, line } = setUp()
    const richMenuId = await makeMenu(call)
    const aki = line.user('Aki')
    await call(`/v2/bot/user/${aki.id}/richmenu/${richMenuId}`, { method: 'POST' })
    await call(`/v2/bot/richmenu/${richMenuId}`, { method: 'DELETE' })
    expect(aki.richMenu).toBeUndefined()
    const { status, body } = await call(`/v2/bot/user/${aki.id}/richmenu`)
    expect([status, body]).toEqual([404, { message: 'the user has no richmenu', details: [] }])
    const again = await call(`/v2/bot/richmenu/${richMenuId}`, { method: 'DELETE' })
    expect([again.status, again.body]).toEqual([404, { message: 'Not found' }])
  })
})

describe('a default of the manager', () => {
  it('is not the channel’s to read, and gives way to one of its own', async () => {
    const { call, line } = setUp()
    const foreign = await makeMenu(call)
    line.state.richMenus.get(foreign)!.foreign = true
    line.state.managerRichMenu = foreign
    const aki = line.user('Aki')
    expect(aki.richMenu).toBe(foreign)
    const path = '/v2/bot/user/all/richmenu'
    const { status, body } = await call(path)
    expect([status, body]).toEqual([
      403,
      { message: 'the richmenu is owned by another channel', details: [] },
    ])
    expect((await call('/v2/bot/richmenu/list')).body).toEqual({ richmenus: [] })
    expect((await call(`/v2/bot/richmenu/${foreign}`)).status).toBe(404)
    const own = await makeMenu(call)
    await call(`${path}/${own}`, { method: 'POST' })
    expect([aki.richMenu, (await call(path)).body]).toEqual([own, { richMenuId: own }])
    await call(path, { method: 'DELETE' })
    expect(aki.richMenu).toBe(foreign)
  })
})

describe('batches', () => {
  const path = '/v2/bot/richmenu/batch'

  it('have a thousand operations, each whole', async () => {
    const { call } = setUp()
    const [from, to] = [await makeMenu(call), await makeMenu(call)]
    const status = async (operations: object[] | undefined, more: object = {}) =>
      (await call(path, { body: { operations, ...more } })).status
    expect(await status([{ type: 'link', from, to }])).toBe(202)
    for (const wrong of [
      [],
      undefined,
      [{ type: 'link', from }],
      [{ type: 'link', to }],
      [{ type: 'unlink' }],
      [{ type: 'swap', from, to }],
      Array.from({ length: 1_001 }, (_, i) => ({
        type: 'unlink',
        from: `richmenu-${i.toString(16).padStart(32, '0')}`,
      })),
    ])
      expect(await status(wrong)).toBe(400)
    const one = [{ type: 'unlinkAll' }]
    expect(await status(one, { resumeRequestKey: 'a-Z_9'.repeat(20) })).toBe(202)
    for (const resumeRequestKey of ['', 'a b', 'a'.repeat(101)])
      expect(await status(one, { resumeRequestKey })).toBe(400)
  })

  it('are done once, however often they are sent with their key', async () => {
    const { call, line, clock } = setUp()
    const [a, b] = [await makeMenu(call), await makeMenu(call)]
    const [aki, ken] = [line.user('Aki'), line.user('Ken')]
    const link = (id: string, menuId: string) =>
      call(`/v2/bot/user/${id}/richmenu/${menuId}`, { method: 'POST' })
    await link(aki.id, a)
    await link(ken.id, b)
    // A and B change places.
    const operations = [
      { type: 'link', from: a, to: b },
      { type: 'link', from: b, to: a },
    ]
    const send = (resumeRequestKey?: string) =>
      call(path, { body: { operations, resumeRequestKey } })
    const first = await send('swap')
    expect([aki.richMenu, ken.richMenu]).toEqual([b, a])
    const second = await send('swap')
    expect(second.status).toBe(202)
    expect([aki.richMenu, ken.richMenu]).toEqual([b, a])
    for (const { headers } of [first, second]) {
      const id = headers.get('x-line-request-id')!
      const progress = await call(`/v2/bot/richmenu/progress/batch?requestId=${id}`)
      expect(progress.body).toMatchObject({ phase: 'succeeded' })
    }
    // Without the key, or after its time, it is another request.
    await send()
    expect([aki.richMenu, ken.richMenu]).toEqual([a, b])
    clock.advance(14 * DAY)
    await send('swap')
    expect([aki.richMenu, ken.richMenu]).toEqual([b, a])
  })

  it('are known for fourteen days', async () => {
    const { call, clock } = setUp()
    const { headers } = await call(path, { body: { operations: [{ type: 'unlinkAll' }] } })
    const progress = (id: string) => call(`/v2/bot/richmenu/progress/batch?requestId=${id}`)
    const id = headers.get('x-line-request-id')!
    clock.advance(14 * DAY)
    expect((await progress(id)).status).toBe(200)
    clock.advance(1)
    expect((await progress(id)).body).toEqual({ message: 'Not found' })
    const malformed = await progress('x')
    expect([malformed.status, malformed.body.message]).toEqual([
      400,
      "The value for the 'requestId' parameter is invalid",
    ])
  })
})
