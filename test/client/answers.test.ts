/** No answer of LINE, or of a proxy before it, becomes a TypeError, a secret or a forged line in a log. */
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { answerFields, answerProblem } from '../../src/client/answers.js'
import {
  LineApiError,
  LineArgumentError,
  LineBatchError,
  type LineClient,
  LineConnectionError,
} from '../../src/client/index.js'
import type { OperationId } from '../../src/endpoints/index.js'
import operations from '../endpoints/facts/operations.json' with { type: 'json' }
import schemas from '../endpoints/facts/schemas.json' with { type: 'json' }
import { clientOf, failure, token, userId } from './setup.js'

const wrongAnswers: [string, unknown][] = [
  ['null', 'null'],
  ['an array', '[]'],
  ['a text', '"sent"'],
  ['a number', '5'],
  ['nothing', ''],
  ['a page', '<html><body>Sign in to the Wi-Fi</body></html>'],
  ['sentMessages that are not a list', { sentMessages: 'yes' }],
  ['sentMessages of null', { sentMessages: [null] }],
  ['ids that are numbers', { sentMessages: [{ id: 5 }] }],
]

describe.each([
  ['node', undefined],
  ['fetch', (url: string, init: RequestInit) => fetch(url, init)],
])('a send over %s that is answered with', (_, fetch) => {
  it.each(wrongAnswers)('%s fails, and the error says that LINE accepted it', async (_w, body) => {
    const { line } = await clientOf({ body }, { fetch, retry: false })
    for (const call of [
      () => line.messages.push(userId, 'a'),
      () => line.messages.reply('a-reply-token', 'a'),
    ]) {
      const error = await failure(call(), LineConnectionError)
      expect(error).toMatchObject({ code: 'answer_unreadable', accepted: 'yes' })
      expect(error.message).toMatch(/was accepted, but the response cannot be read \(it.+\)/)
    }
  })
})

it('one of several sends that is answered with null is reported among the results', async () => {
  const { line } = await clientOf({ body: 'null' }, { retry: false })
  const six = Array<string>(6).fill('a')
  const error = await failure(line.messages.push(userId, six, { split: true }), LineBatchError)
  expect(error.results[0]).toMatchObject({ status: 'failed', error: { accepted: 'yes' } })
})

describe('a call whose answer the client reads', () => {
  const calls: [OperationId, (line: LineClient) => Promise<unknown>][] = [
    ['getFollowers', (line) => line.users.followers().toArray()],
    ['issueLinkToken', (line) => line.users.linkToken(userId)],
    ['getGroupMemberCount', (line) => line.groups.memberCount('C1')],
    ['getMessageQuotaConsumption', (line) => line.messages.quotaConsumption()],
    ['getRichMenuList', (line) => line.richMenus.list()],
    ['getAudienceGroups', (line) => line.audiences.list().toArray()],
    ['listCoupon', (line) => line.coupons.list().toArray()],
    ['getMessageContentTranscodingByMessageId', (line) => line.content.transcoding('1')],
    ['getAllLIFFApps', (line) => line.liff.list()],
  ]

  it.each(calls)('has an error with a type: %s', async (id, call) => {
    const [field] = Object.keys(answerFields[id]!)
    for (const body of [
      'null',
      '[]',
      { [field!]: { a: 1 } },
      { [field!]: [[null]].at(1) ?? true },
    ]) {
      const { line } = await clientOf({ body }, { retry: false })
      const error = await failure(call(line), LineConnectionError)
      expect(error.code).toBe('answer_unreadable')
    }
  })

  it('takes the fields of LINE’s own description, with their types', () => {
    const facts = operations as Record<string, { answer?: { schema?: string } }>
    const types = schemas as Record<string, { properties?: Record<string, unknown> }>
    for (const [id, fields] of Object.entries(answerFields)) {
      const { properties } = types[facts[id]!.answer!.schema!]!
      for (const field of Object.keys(fields)) expect(Object.keys(properties!)).toContain(field)
    }
    expect(answerProblem('pushMessage', { sentMessages: [{ id: '1', quoteToken: 'q' }] })).toBe(
      undefined,
    )
  })

  it('ends when pages go round in a circle', async () => {
    const { line } = await clientOf(({ url }) => {
      const start = new URL(url, 'http://x').searchParams.get('start')
      return { body: { userIds: ['a'], next: start === 'b' ? 'c' : 'b' } }
    })
    expect(await line.users.followers().toArray()).toHaveLength(3)
  })

  it('takes pages of any length', async () => {
    const userIds = Array<string>(300_000).fill('a')
    const { line } = await clientOf({ body: { userIds } })
    expect(await line.users.followers().toArray()).toHaveLength(300_000)
  })
})

describe('the words of a refusal', () => {
  const shown = (error: Error) => [
    error.message,
    error.stack,
    inspect(error, { depth: 10, showHidden: true }),
    JSON.stringify(error),
    inspect(error.cause, { depth: 10 }),
  ]

  it('hold no secret, wherever it is repeated', async () => {
    const body = {
      message: `bad token ${token}`,
      details: [
        { message: `not ${token}`, property: `messages[0].${token}` },
        { message: 'x', property: encodeURIComponent(token) },
      ],
    }
    const headers = { 'x-line-request-id': `id-${token}`, 'retry-after': token }
    const infos: unknown[] = []
    const { line } = await clientOf(
      { status: 400, body, headers },
      { onResponse: (info) => infos.push(info) },
    )
    const error = await failure(line.messages.push(userId, 'a'), LineApiError)
    for (const text of [...shown(error), JSON.stringify(infos)]) expect(text).not.toContain(token)
    expect(error.requestId).toBe('id-[redacted]')
    expect(error.details[0]!.property).toBe('messages[0].[redacted]')
  })

  it.each([
    ['a page of a proxy', 502, `<p>${'x '.repeat(90)}${token}</p>`],
    ['JSON that escapes', 400, `{"message":"${token.replaceAll('/', '\\/')}"}`],
    ['OAuth’s words', 400, { error: token, error_description: token }],
    ['a yes that is no JSON', 200, `${token} is not JSON`],
    ['a yes of half a token', 200, `{"a":${token}`],
  ])('hold no part of a secret: %s', async (_, status, body) => {
    const { line } = await clientOf({ status, body }, { retry: false })
    const error = await failure(line.messages.push(userId, 'a'), Error)
    for (const text of shown(error)) expect(text).not.toContain(token.slice(0, 12))
  })

  it('hold no reply token, no former token, and no part of a header of the caller’s', async () => {
    const tokens = ['first-token-of-all', 'second-token-of-all']
    const { line } = await clientOf(
      ({ headers, body }, _, at) => ({
        status: at === 0 ? 401 : 400,
        body: {
          message: `${JSON.stringify(headers)} ${body} ${tokens.join()} sid: abcdef0123456789`,
        },
      }),
      {
        channelAccessToken: ({ rejected }) => (rejected ? tokens[1]! : tokens[0]!),
        headers: { cookie: 'sid=abcdef0123456789; theme=dark' },
      },
    )
    const error = await failure(line.messages.reply('nHuyWiB7yP5Zw52FIkcQobQuGDXCTA', 'a'), Error)
    for (const text of shown(error))
      for (const secret of [...tokens, 'nHuyWiB7yP5Zw52FIkcQobQuGDXCTA', 'abcdef0123456789'])
        expect(text).not.toContain(secret)
  })

  it('forge no lines of a log', async () => {
    const evil = 'a\r\n2026-01-01 INFO all is well\u001b[2J\u0000\u202e\u2028b'
    const { line } = await clientOf({
      status: 400,
      body: { message: evil, details: [{ message: evil, property: evil }] },
    })
    const error = await failure(line.messages.push(userId, 'a'), LineApiError)
    for (const text of [error.lineMessage, error.details[0]!.message, error.details[0]!.path!])
      expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u202e]/)
    expect(error.message.split('\n')).toHaveLength(3)
    const thrown = new Error(evil, { cause: new Error(evil) })
    const { line: other } = await clientOf(undefined, {
      retry: false,
      fetch: () => Promise.reject(thrown),
    })
    const lost = await failure(other.bot.info(), LineConnectionError)
    expect(lost.message.split('\n')).toHaveLength(1)
    const cause = lost.cause as Error
    expect(cause.message).not.toContain('\n')
    expect(cause.stack).not.toContain('\u001b')
    expect(cause.stack!.split('\n').filter((text) => text.includes('INFO'))).toHaveLength(1)
  })

  it('are as long as a person reads', async () => {
    const long = '🤨'.repeat(100_000)
    const details = Array.from({ length: 5_000 }, () => ({
      message: long.slice(0, 20),
      property: 'a',
    }))
    const { line } = await clientOf({ status: 400, body: { message: long, details } })
    const error = await failure(line.messages.push(userId, 'a'), LineApiError)
    expect(error.lineMessage.length).toBeLessThan(1_100)
    expect(error.lineMessage).not.toMatch(/[\ud800-\udfff]/u)
    expect(error.details).toHaveLength(100)
  })

  it.each([
    ['<', '<'.repeat(1_000_000)],
    ['< and >', '<>'.repeat(500_000)],
    ['blanks', ' '.repeat(1_000_000)],
    ['blanks and a word', `${' \n'.repeat(500_000)}x`],
    ['tags that never end', '<a '.repeat(330_000)],
    ['JSON of <', `{"message":${JSON.stringify('<'.repeat(900_000))}}`],
    [
      'a property of brackets',
      JSON.stringify({ details: [{ message: 'a', property: '['.repeat(900_000) }] }),
    ],
    [
      'a property of messages',
      JSON.stringify({ details: [{ message: 'a', property: 'messages[0'.repeat(90_000) }] }),
    ],
    [
      'a message of messages',
      JSON.stringify({
        message: 'messages['.repeat(90_000),
        details: [{ message: 'a', property: '/a' }],
      }),
    ],
  ])(
    'are read in time that grows with their length: 1 MB of %s',
    async (_, body) => {
      const { line } = await clientOf({ status: 502, body }, { retry: false })
      const error = await failure(line.messages.push(userId, 'a'), LineApiError)
      expect(error.message.length).toBeLessThan(5_000)
    },
    30_000,
  )

  it('of a page are its text without tags', async () => {
    const body = '<html>\n<h1 title="a">502 Bad\n Gateway</h1><hr>nginx</html>'
    const { line } = await clientOf({ status: 502, body }, { retry: false })
    const error = await failure(line.bot.info(), LineApiError)
    expect(error.lineMessage).toBe('502 Bad Gateway nginx')
  })
})

describe('half an emoji', () => {
  const half = '😀'.slice(0, 1)
  const calls: [string, (line: LineClient) => Promise<unknown>, RegExp][] = [
    ['of a user', (line) => line.users.profile(half), /userId of/],
    ['of content', (line) => line.content.get(half), /messageId of/],
    ['of a rich menu', (line) => line.richMenus.link(userId, `a${half}`), /richMenuId of/],
    ['of a request', (line) => line.messages.narrowcastProgress(half), /^requestId /],
    ['of a page', (line) => line.call('getFollowers', { query: { start: half } }), /^start /],
    ['of a token', (line) => line.tokens.verify(half), /^access_token /],
    [
      'in a file',
      (line) =>
        line.audiences.createFromFile({
          description: 'a',
          file: half,
        }),
      /^file /,
    ],
    [
      'in a field beside a file',
      (line) =>
        line.audiences.createFromFile({
          description: half,
          file: 'U1',
        }),
      /^description /,
    ],
  ]

  it.each(calls)('as the id %s is refused by name', async (_, call, words) => {
    const { line, server } = await clientOf()
    const error = await failure(call(line), LineArgumentError)
    expect(error.code).toBe('parameter_invalid')
    expect(error.message).toMatch(words)
    expect(error.message).toContain('half of a character')
    expect(server.received).toEqual([])
  })
})
