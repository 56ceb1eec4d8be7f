/** Content, tokens, audiences, coupons, memberships, figures, notifications, apps, modules, stickers. */
import { describe, expect, it } from 'vitest'
import {
  channelTokenV21,
  LineClient,
  shortLivedToken,
  statelessToken,
} from '../../src/client/index.js'
import { createBot } from '../../src/webhook/index.js'
import { makeMenu, setUp, text } from './support.js'

const DAY = 86_400_000
const data = 'https://api-data.line.me'

describe('content', () => {
  const content = `${data}/v2/bot/message`

  it('comes with its media type', async () => {
    const { call, line } = setUp()
    const bytes = new TextEncoder().encode('bytes')
    const { messageId } = await line.user('Aki').sendsImage({ bytes, contentType: 'image/jpeg' })
    const got = await call(`${content}/${messageId!}/content`)
    expect([got.status, got.text, got.headers.get('content-type')]).toEqual([
      200,
      'bytes',
      'image/jpeg',
    ])
    expect((await call(`${content}/${messageId!}/content/preview`)).status).toBe(200)
    const other = await call(`${content}/${messageId!}/content/transcoding`)
    expect([other.status, other.body.message]).toEqual([
      400,
      "Transcoding status doesn't support this type of content",
    ])
  })

  it('of videos takes its time', async () => {
    const { call, line, clock } = setUp()
    const { messageId } = await line.user('Aki').sendsVideo({ preparing: 3_000 })
    const path = `${content}/${messageId!}/content`
    const status = async () => (await call(`${path}/transcoding`)).body['status']
    const early = await call(path)
    expect([early.status, early.text, await status()]).toEqual([202, '', 'processing'])
    clock.advance(3_000)
    expect([(await call(path)).status, await status()]).toEqual([200, 'succeeded'])
    expect((await call(`${path}/preview`)).headers.get('content-type')).toBe('image/jpeg')
    const failed = await line.user('Aki').sendsVideo({ failed: true })
    expect((await call(`${content}/${failed.messageId!}/content/transcoding`)).body).toEqual({
      status: 'failed',
    })
  })

  it('is where there is some', async () => {
    const { call, line } = setUp()
    const { messageId: said } = await line.user('Aki').says('words')
    for (const id of ['123', said!]) {
      const unknown = await call(`${content}/${id}/content`)
      expect([unknown.status, unknown.body]).toEqual([404, { message: 'not found' }])
    }
    const gone = await line.user('Aki').sendsVideo()
    await line.user('Aki').unsends()
    for (const path of ['content', 'content/preview', 'content/transcoding']) {
      const answer = await call(`${content}/${gone.messageId!}/${path}`)
      expect([answer.status, answer.body]).toEqual([410, { message: 'The content is gone' }])
    }
    const { messageId } = await line.user('Aki').sendsFile()
    const preview = await call(`${content}/${messageId!}/content/preview`)
    expect([preview.status, preview.body.message]).toEqual([
      400,
      'The content can not be previewed',
    ])
  })
})

describe('tokens', () => {
  const channelId = '1234567890'
  const pair = crypto.subtle.generateKey(
    {
      name: 'RSASSA-PKCS1-v1_5',
      hash: 'SHA-256',
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
    },
    true,
    ['sign', 'verify'],
  )
  const withKey = async () => {
    const { publicKey, privateKey } = await pair
    const jwk = (await crypto.subtle.exportKey('jwk', publicKey)) as Record<string, unknown>
    const given = setUp({ assertionKeys: [{ keyId: 'k1', publicKey: jwk }] })
    const { clock, line } = given
    const anonymous = new LineClient({ fetch: line.fetch, clock })
    return { ...given, privateKey, anonymous }
  }
  const form = (fields: Record<string, string>) => ({
    raw: new URLSearchParams(fields).toString(),
    type: 'application/x-www-form-urlencoded',
    token: null,
  })

  it('of all three kinds open the API, each for its time', async () => {
    const { privateKey, line, clock, call } = await withKey()
    const sources = [
      channelTokenV21({ channelId, privateKey, keyId: 'k1' }),
      statelessToken({ channelId, privateKey, keyId: 'k1' }),
      statelessToken({ channelId, channelSecret: line.account.channelSecret }),
      shortLivedToken({ channelId, channelSecret: line.account.channelSecret }),
    ]
    for (const channelAccessToken of sources) {
      const client = new LineClient({ channelAccessToken, fetch: line.fetch, clock })
      expect(await client.bot.info()).toMatchObject({ userId: line.account.userId })
    }
    const stateless = line.state.tokens.find(({ kind }) => kind === 'stateless')!
    expect((await call('/v2/bot/info', { token: stateless.token })).status).toBe(200)
    clock.advance(900_000)
    expect((await call('/v2/bot/info', { token: stateless.token })).status).toBe(401)
  })

  it('are verified, listed and revoked', async () => {
    const { privateKey, line, clock, call } = await withKey()
    const source = channelTokenV21({ channelId, privateKey, keyId: 'k1' })
    await new LineClient({ channelAccessToken: source, fetch: line.fetch, clock }).bot.info()
    const { token } = line.state.tokens[0]!
    const verify = (value: string) =>
      call(`/oauth2/v2.1/verify?access_token=${value}`, { token: null })
    expect((await verify(token)).body).toMatchObject({ client_id: channelId, scope: '' })
    expect((await verify('x')).body).toEqual({
      error: 'invalid_request',
      error_description: 'The access token not JWS',
    })
    const revoked = await call(
      '/oauth2/v2.1/revoke',
      form({
        client_id: channelId,
        client_secret: line.account.channelSecret,
        access_token: token,
      }),
    )
    expect([revoked.status, revoked.text]).toEqual([200, ''])
    expect((await call('/v2/bot/info', { token })).status).toBe(401)
  })

  it('are thirty at most; the thirty-first short-lived one drives out the first', async () => {
    const { line, call } = setUp()
    const issue = async () => {
      const { body } = await call(
        '/v2/oauth/accessToken',
        form({
          grant_type: 'client_credentials',
          client_id: channelId,
          client_secret: line.account.channelSecret,
        }),
      )
      return body['access_token'] as string
    }
    const tokens = []
    for (let i = 0; i < 31; i++) tokens.push(await issue())
    const works = async (token: string) => (await call('/v2/bot/info', { token })).status
    expect(await works(tokens[0]!)).toBe(401)
    expect([await works(tokens[1]!), await works(tokens[30]!)]).toEqual([200, 200])
  })

  it('are refused in the words of OAuth', async () => {
    const { call } = setUp()
    const said = async (fields: Record<string, string>, path = '/v2/oauth/accessToken') => {
      const { status, body } = await call(path, form(fields))
      expect(status).toBe(400)
      return body['error_description']
    }
    const grant = { grant_type: 'client_credentials' }
    expect(await said({ ...grant, client_id: 'x' })).toBe('invalid client_id')
    expect(await said({ ...grant, client_id: channelId })).toBe('invalid client_secret')
    expect(await said({ grant_type: 'x' })).toBe("Invalid 'client_credentials'.")
  })

  it.each([
    [
      'another key',
      { kid: 'k2' },
      {},
      404,
      'Cannot find channel key that satisfies the conditions',
    ],
    ['another channel', {}, { iss: '1' }, 400, 'iss and clientId of key do not match'],
    ['an end in an hour', {}, { exp: 3_600 }, 400, 'Invalid exp'],
    ['an end that has been', {}, { exp: -1 }, 400, 'Invalid exp'],
  ])(
    'are not given for an assertion with %s',
    async (_, head, claims: { exp?: number; iss?: string }, status, message) => {
      const { privateKey, call, clock } = await withKey()
      const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
      const seconds = clock.now() / 1_000
      const exp = seconds + (claims.exp ?? 60)
      const body = { iss: channelId, sub: channelId, aud: 'https://api.line.me/', ...claims, exp }
      const unsigned = `${encoded({ alg: 'RS256', typ: 'JWT', kid: 'k1', ...head })}.${encoded(body)}`
      const signature = await crypto.subtle.sign(
        'RSASSA-PKCS1-v1_5',
        privateKey,
        Buffer.from(unsigned),
      )
      const assertion = `${unsigned}.${Buffer.from(signature).toString('base64url')}`
      const ask = (client_assertion: string) =>
        call(
          '/oauth2/v2.1/token',
          form({
            grant_type: 'client_credentials',
            client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
            client_assertion,
          }),
        )
      const answer = await ask(assertion)
      expect([answer.status, answer.body['error_description'] ?? answer.body.message]).toEqual([
        status,
        message,
      ])
      const forged = await ask(`${unsigned}.${Buffer.from('forged').toString('base64url')}`)
      expect(forged.status).toBeGreaterThanOrEqual(400)
    },
  )

  it('are not given for a forged signature', async () => {
    const { privateKey, line, clock } = await withKey()
    const stranger = setUp({ clock, assertionKeys: [] })
    stranger.line.state.assertionKeys.push({
      keyId: 'k1',
      publicKey: (await crypto.subtle.exportKey(
        'jwk',
        (
          await crypto.subtle.generateKey(
            {
              name: 'RSASSA-PKCS1-v1_5',
              hash: 'SHA-256',
              modulusLength: 2048,
              publicExponent: new Uint8Array([1, 0, 1]),
            },
            true,
            ['sign', 'verify'],
          )
        ).publicKey,
      )) as Record<string, unknown>,
    })
    const source = statelessToken({ channelId, privateKey, keyId: 'k1' })
    const ask = (fetch: typeof line.fetch) =>
      new LineClient({ channelAccessToken: source, fetch, clock, retry: false }).bot.info()
    await expect(ask(line.fetch)).resolves.toBeTruthy()
    await expect(ask(stranger.line.fetch)).rejects.toThrow()
  })
})

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

describe('figures', () => {
  it('are made of what was sent, seen and tapped', async () => {
    const { call, line } = setUp({ privacy: 1 })
    const aki = line.user('Aki', { age: 31, gender: 'female' })
    const uri = { type: 'uri', label: 'Look', uri: 'https://a.b/c' }
    const message = {
      type: 'template',
      altText: 'a',
      template: { type: 'buttons', text: 'a', actions: [uri] },
    }
    const { headers } = await call('/v2/bot/message/broadcast', {
      body: { messages: [text('a'), message] },
    })
    const requestId = headers.get('x-line-request-id')!
    await aki.taps('Look')
    const { body } = await call(`/v2/bot/insight/message/event?requestId=${requestId}`)
    expect(body).toMatchObject({
      overview: { requestId, delivered: 1, uniqueImpression: 1, uniqueClick: 1 },
      clicks: [{ seq: 2, url: 'https://a.b/c', click: 1, uniqueClick: 1 }],
    })
    expect((await call('/v2/bot/insight/demographic')).body).toMatchObject({
      available: true,
      ages: [{ age: 'from30to34', percentage: 100 }],
    })
  })

  it('are hidden where they tell of fewer than twenty', async () => {
    const { call, line } = setUp()
    line.user('Aki')
    const { headers } = await call('/v2/bot/message/broadcast', { body: { messages: [text('a')] } })
    const id = headers.get('x-line-request-id')!
    expect(
      (await call(`/v2/bot/insight/message/event?requestId=${id}`)).body['overview'],
    ).toMatchObject({
      uniqueImpression: null,
    })
    expect((await call('/v2/bot/insight/demographic')).body).toEqual({ available: false })
  })

  it('are there the day after', async () => {
    const { call, line, clock } = setUp()
    const { id } = line.user('Aki')
    line.user('Ken', { blocked: true })
    await call('/v2/bot/message/push', { body: { to: id, messages: [text('a')] } })
    const deliveries = '/v2/bot/insight/message/delivery?date=20260801'
    expect((await call(deliveries)).body).toMatchObject({ status: 'unready', apiPush: null })
    clock.advance(DAY)
    expect((await call(deliveries)).body).toEqual({ status: 'ready', apiPush: 1 })
    expect((await call('/v2/bot/insight/followers?date=20260801')).body).toEqual({
      status: 'ready',
      followers: 2,
      targetedReaches: 0,
      blocks: 1,
    })
    expect((await call('/v2/bot/insight/message/delivery')).body.message).toBe('date is required')
  })

  it('of units', async () => {
    const { call, line } = setUp({ privacy: 1 })
    const aki = line.user('Aki')
    await call('/v2/bot/message/push', {
      body: { to: aki.id, messages: [text('a')], customAggregationUnits: ['spring'] },
    })
    aki.reads()
    const path = '/v2/bot/insight/message/event/aggregation'
    const { body } = await call(`${path}?customAggregationUnit=spring&from=20260801&to=20260801`)
    expect(body).toMatchObject({ overview: { uniqueImpression: 1 }, messages: [{ seq: 1 }] })
    const wrong = await call(`${path}?customAggregationUnit=spring&from=20260801&to=20260901`)
    expect([wrong.status, wrong.body]).toEqual([
      400,
      { message: null, key: null, stacktrace: null, code: null },
    ])
  })

  it('of rich menus', async () => {
    const { call, line } = setUp({ privacy: 1 })
    const id = await makeMenu(call)
    await call(`/v2/bot/user/all/richmenu/${id}`, { method: 'POST' })
    await line.user('Aki').taps('Left')
    const summary = `/v2/bot/insight/richmenu/${id}/summary`
    expect((await call(`${summary}?from=20260801&to=20260801`)).body).toMatchObject({
      impression: { metrics: { count: 1, uniqueUsers: 1 } },
      clicks: [{ metrics: { count: 1 } }, { metrics: { count: 0 } }],
    })
    const daily = `/v2/bot/insight/richmenu/${id}/daily`
    expect((await call(`${daily}?from=20260801&to=20260801`)).body).toMatchObject({
      impression: { metrics: [{ date: '20260801', count: 1 }] },
    })
    for (const [path, message] of [
      [
        `${summary}?from=20260802&to=20260801`,
        'Parameter to must be the same date as, or after parameter from.',
      ],
      [
        `${summary}?from=20230628&to=20230629`,
        'Parameter from must be the same date as, or after 2023-06-29.',
      ],
      [`${summary}?from=20250101&to=20260801`, 'Date range exceeds. Max range is 396 days.'],
      [`${daily}?from=20260101&to=20260801`, 'Date range exceeds. Max range is 99 days.'],
      [`${daily}?from=x&to=y`, 'Bad Request'],
    ] as const)
      expect((await call(path)).body.message).toBe(message)
  })
})

describe('notification messages', () => {
  // The example of LINE's documents.
  const phone = '+818000001234'
  const to = 'd41e0ad70dddfeb68f149ad6fc61574b9c5780ab7bcb2fba5517771ffbb2409c'

  it('go to phone numbers, and the bot hears when they have arrived', async () => {
    const heard: unknown[] = []
    const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
    bot.on('delivery', (ctx) => void heard.push(ctx.event.delivery))
    const { call, line } = setUp({ bot })
    const aki = line.user('Aki', { phone, friend: false })
    const { status, body } = await call('/bot/pnp/push', {
      body: { to, messages: [text('Your parcel')] },
      headers: { 'x-line-delivery-tag': 'a tag of some length' },
    })
    expect([status, body]).toEqual([200, {}])
    await line.settled()
    expect(heard).toEqual([{ data: 'a tag of some length' }])
    expect(aki.messages).toHaveLength(1)
    await aki.blocks()
    expect((await call('/bot/pnp/push', { body: { to, messages: [text('b')] } })).status).toBe(200)
    expect(aki.messages).toHaveLength(1)
  })

  it('refuse what is no digest, and nobody', async () => {
    const { call } = setUp()
    const wrong = await call('/bot/pnp/push', { body: { to: phone, messages: [text('a')] } })
    expect(wrong.body.details).toEqual([
      { message: 'The value must be a valid SHA-256 digest.', property: 'to' },
    ])
    const nobody = await call('/bot/pnp/push', { body: { to, messages: [text('a')] } })
    expect([nobody.status, nobody.body]).toEqual([422, { message: 'Failed to send messages' }])
  })

  it('follow templates', async () => {
    const { call, line } = setUp({
      notificationTemplates: { reserve_001: ['date_002_ja', 'name_001'] },
    })
    line.user('Aki', { phone })
    const send = (templateKey: string, body: object) =>
      call('/v2/bot/message/pnp/templated/push', { body: { to, templateKey, body } })
    const date = { itemKey: 'date_002_ja', content: 'today' }
    expect((await send('reserve_001', { emphasizedItem: date })).status).toBe(202)
    expect((await send('reserve_004', {})).body).toEqual({
      message: 'Invalid templateKey: reserve_004',
      details: [
        {
          message: "The specified template doesn't exist, or you don't have the permission",
          property: 'templateKey',
        },
      ],
    })
    expect(
      (await send('reserve_001', { items: [{ itemKey: 'datetime_000', content: 'a' }] })).body,
    ).toEqual({
      message: 'The request body has 1 invalid key(s).',
      details: [
        {
          message: 'The specified item key does not exist: datetime_000',
          property: 'body.items[0].itemKey',
        },
      ],
    })
    expect(
      (await send('reserve_001', { emphasizedItem: date, items: [date] })).body.details,
    ).toEqual([
      {
        message:
          'Duplicate itemKey in items or between emphasizedItem and items are not allowed: date_002_ja',
        property: 'body.emphasizedItem.itemKey',
      },
    ])
  })
})

describe('memberships, apps, modules and stickers', () => {
  it('say what is not there', async () => {
    const { call, line } = setUp()
    const aki = line.user('Aki').id
    for (const [path, message] of [
      ['/v2/bot/membership/list', 'Not found'],
      ['/v2/bot/membership/5/users/ids', 'Membership ID is not found'],
      [`/v2/bot/membership/subscription/${aki}`, 'Membership plan not found'],
      ['/liff/v1/apps', 'Not found'],
    ] as const) {
      const { status, body } = await call(path)
      expect([status, body.message]).toEqual([404, message])
    }
  })

  it('make LIFF apps, thirty at most', async () => {
    const { call } = setUp()
    const view = { type: 'full', url: 'https://a.b/c' }
    const { body } = await call('/liff/v1/apps', { body: { view } })
    expect(body['liffId']).toMatch(/^1234567890-\w{8}$/)
    const path = `/liff/v1/apps/${String(body['liffId'])}`
    expect((await call(path, { method: 'PUT', body: { view: { type: 'tall' } } })).status).toBe(200)
    expect((await call('/liff/v1/apps')).body['apps']).toEqual([
      {
        liffId: body['liffId'],
        view: { type: 'tall', url: 'https://a.b/c' },
        scope: ['profile', 'chat_message.write'],
        botPrompt: 'none',
      },
    ])
    expect(
      (await call('/liff/v1/apps', { body: { view: { ...view, url: 'https://a.b/#c' } } })).status,
    ).toBe(400)
    for (let i = 0; i < 29; i++) await call('/liff/v1/apps', { body: { view } })
    expect((await call('/liff/v1/apps', { body: { view } })).status).toBe(400)
    expect((await call(path, { method: 'DELETE' })).status).toBe(200)
  })

  it('hand chats to modules and back', async () => {
    const { call, line } = setUp()
    const aki = line.user('Aki')
    const path = `/v2/bot/chat/${aki.id}/control`
    expect((await call(`${path}/acquire`, { body: { ttl: 60 } })).status).toBe(200)
    expect(line.state.chats.get(aki.id)!.control).toEqual({ until: Date.UTC(2026, 7, 1) + 60_000 })
    expect((await call(`${path}/release`, { method: 'POST' })).status).toBe(200)
    const bad = await call('/v2/bot/chat/x/control/release', { method: 'POST' })
    expect(bad.body.message).toBe("The value for the 'chatId' parameter is invalid")
    const stranger = line.user('Ken', { friend: false })
    expect(
      (await call(`/v2/bot/chat/${stranger.id}/control/acquire`, { method: 'POST' })).status,
    ).toBe(404)
  })

  it('give mission stickers', async () => {
    const { call, line } = setUp({ missionStickers: ['11111'] })
    const to = line.user('Aki').id
    const send = (more: object = {}) =>
      call('/shop/v3/mission', {
        body: {
          to,
          productId: '11111',
          productType: 'STICKER',
          sendPresentMessage: false,
          ...more,
        },
      })
    const good = await send()
    expect([good.status, good.text]).toEqual([200, ''])
    expect((await send({ productId: '2' })).body).toEqual({ message: 'not found' })
    expect((await send({ productType: 'X' })).body).toEqual({ message: 'invalid request' })
  })
})
