/** Webhooks that fail, each in its way, and what each kind of event carries. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Turn } from '../../src/emulator/index.js'
import { club, setUp } from './support.js'

const open: { close(): unknown }[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push({ close: () => (server.closeAllConnections(), server.close()) })
  return (server.address() as AddressInfo).port
}

const tick = () => new Promise(setImmediate)

describe('a failure', () => {
  it.each([
    [
      'a server that hangs up',
      (port: number) => `http://127.0.0.1:${port}/`,
      'UNCLASSIFIED',
      'Session closed unexpectedly',
    ],
    [
      'a server without TLS',
      (port: number) => `https://127.0.0.1:${port}/`,
      'COULD_NOT_CONNECT',
      'No SSL/TLS record',
    ],
    [
      'a port without a server',
      () => 'http://127.0.0.1:1/',
      'COULD_NOT_CONNECT',
      'Connection failed',
    ],
  ])('of %s has the reason that LINE gives', async (_, address, reason, detail) => {
    const port = await serve((request) => request.socket.destroy())
    const { line } = setUp({ webhook: address(port) })
    const { webhook } = await line.user('Aki').says('hi')
    expect(webhook).toMatchObject({ reason, detail })
    expect(webhook).not.toHaveProperty('status')
  })

  it('of a certificate', async () => {
    const { line } = setUp({
      webhook: () =>
        Promise.reject(
          Object.assign(new TypeError('fetch failed'), {
            cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
          }),
        ),
    })
    expect((await line.user('Aki').says('hi')).webhook).toMatchObject({
      reason: 'COULD_NOT_CONNECT',
      detail: 'TLS handshake failure',
    })
  })

  it('of a handler that throws is a 500, and its error is seen', async () => {
    const seen = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { line } = setUp({ webhook: () => Promise.reject(new Error('my own mistake')) })
    const { webhook } = await line.user('Aki').says('hi')
    expect(webhook).toMatchObject({ status: 500, reason: 'ERROR_STATUS_CODE', detail: '500' })
    expect(seen.mock.calls.flat().map(String).join(' ')).toContain('my own mistake')
    seen.mockRestore()
  })

  it.each([
    [200, true],
    [204, true],
    [209, true],
    [210, false],
    [301, false],
    [404, false],
  ])('%i is success: %s', async (status, good) => {
    const { line } = setUp({
      webhook: () => new Response(null, { status }),
    })
    expect((await line.verify()).success).toBe(good)
  })
})

it('needs an address that is one', () => {
  for (const webhook of ['127.0.0.1:3000', '/webhook', 'ftp://127.0.0.1/', ''])
    expect(() => setUp({ webhook })).toThrow('such as http://127.0.0.1:3000/webhook')
})

describe('a bot that never answers', () => {
  const never = () => new Promise<Response>(() => undefined)

  it('is reported by the test after two seconds', async () => {
    const { line, clock, call } = setUp({ webhook: never })
    const testing = call('/v2/bot/channel/webhook/test', { method: 'POST' })
    await vi.waitFor(() => expect(clock.waiting).toBeGreaterThan(0))
    clock.advance(2_000)
    expect((await testing).body).toEqual({
      success: false,
      timestamp: '2026-08-01T00:00:00.000Z',
      statusCode: 0,
      reason: 'REQUEST_TIMEOUT',
      detail: 'Request timeout',
    })
    expect(line.webhooks[0]).toMatchObject({ reason: 'REQUEST_TIMEOUT' })
  })

  it('gets the event again all the same', async () => {
    const { line, clock } = setUp({ webhook: never, redelivery: [60_000] })
    await line.user('Aki').says('hi', { settle: false })
    clock.advance(2_000)
    await vi.waitFor(() => expect(clock.waiting).toBeGreaterThan(0))
    await tick()
    clock.advance(60_000)
    await vi.waitFor(() => expect(line.webhooks).toHaveLength(2))
    const [first, second] = line.webhooks.map(
      ({ body }) => (JSON.parse(body) as { events: object[] }).events[0],
    )
    expect(second).toEqual({ ...first, deliveryContext: { isRedelivery: true } })
  })
})

describe('a slow bot', () => {
  it('may get an event twice that it takes', async () => {
    const answers: (() => void)[] = []
    const { line, clock } = setUp({
      redelivery: [60_000],
      webhook: () =>
        new Promise<Response>((resolve) => answers.push(() => resolve(new Response()))),
    })
    await line.user('Aki').says('hi', { settle: false })
    await vi.waitFor(() => expect(answers).toHaveLength(1))
    clock.advance(2_000)
    answers[0]!()
    await line.settled()
    await tick()
    clock.advance(60_000)
    await vi.waitFor(() => expect(answers).toHaveLength(2))
  })
})

describe('an event', () => {
  /** Everything that happens, where it can. */
  async function everything() {
    const { line, call } = setUp({ webhook: () => new Response(), memberships: [club] })
    const [aki, ken] = [line.user('Aki'), line.user('Ken')]
    const group = line.group('Team', [aki], { bot: false })
    const room = line.room([aki], { bot: false })
    const postback = { type: 'postback', label: 'a', data: 'a' } as const
    const turns: Turn[] = []
    for (const where of [group, room]) {
      turns.push(await where.invitesBot())
      turns.push(await aki.says('hi', { in: where }))
      turns.push(await aki.taps(postback, { in: where }))
      turns.push(await where.adds(ken))
      turns.push(await where.removes(ken))
      if (where === group) turns.push(await aki.edits('ho', { in: where }))
      turns.push(await aki.unsends(undefined, { in: where }))
      turns.push(await where.removesBot())
    }
    turns.push(await aki.says('hi'), await aki.taps(postback), await aki.unsends())
    turns.push(await aki.meetsBeacon(), await aki.watches('clip'), await aki.joinsMembership(7))
    const { body } = await call(`/v2/bot/user/${aki.id}/linkToken`, { method: 'POST' })
    const nonce = 'a nonce of some length'
    turns.push(await aki.linksAccount({ linkToken: String(body['linkToken']), nonce }))
    turns.push(await aki.blocks(), await aki.unblocks())
    turns.push(await line.module.attaches(), await aki.activates(), await aki.deactivates())
    turns.push(await line.module.suspends(), await line.module.resumes())
    return turns.flatMap(({ events }) => events as unknown as Record<string, unknown>[])
  }

  it('has a reply token and a source, or not, by its type', async () => {
    const events = await everything()
    const facts = events.map(({ type, source, replyToken }) => {
      const where = (source as { type?: string } | undefined)?.type ?? 'nowhere'
      return `${where} ${String(type)}${replyToken === undefined ? '' : ' answerable'}`
    })
    expect([...new Set(facts)].sort()).toEqual([
      'group join answerable',
      'group leave',
      'group memberJoined answerable',
      'group memberLeft',
      'group message answerable',
      'group messageEdited answerable',
      'group postback answerable',
      'group unsend',
      'nowhere botResumed',
      'nowhere botSuspended',
      'nowhere module',
      'room join answerable',
      'room leave',
      'room memberJoined answerable',
      'room memberLeft',
      'room message answerable',
      'room postback answerable',
      'room unsend',
      'user accountLink answerable',
      'user activated',
      'user beacon answerable',
      'user deactivated',
      'user follow answerable',
      'user membership answerable',
      'user message answerable',
      'user postback answerable',
      'user unfollow',
      'user unsend',
      'user videoPlayComplete answerable',
    ])
  })

  it('has an id of its own, is no redelivery, and holds no null', async () => {
    const events = await everything()
    const ids = events.map(({ webhookEventId }) => webhookEventId)
    expect(new Set(ids).size).toBe(events.length)
    for (const event of events) {
      expect(event['webhookEventId']).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
      expect(event['deliveryContext']).toEqual({ isRedelivery: false })
      expect(JSON.stringify(event)).not.toContain('null')
    }
    const joins = events.filter(({ type }) =>
      ['join', 'leave', 'memberJoined'].includes(type as string),
    )
    for (const { source } of joins) expect(source).not.toHaveProperty('userId')
  })
})
