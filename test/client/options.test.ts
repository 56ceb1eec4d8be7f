/** Options are checked where they are passed, and Infinity means without limit. */
import { describe, expect, it, vi } from 'vitest'
import {
  type CallOptions,
  LineArgumentError,
  LineClient,
  type LineClientOptions,
  LineConnectionError,
} from '../../src/client/index.js'
import { FakeClock } from './fake-clock.js'
import { inTurn, rateLimited, silence } from './server.js'
import { clientOf, failure, token, userId } from './setup.js'

const day = 86_400_000

const wrongNumbers: unknown[] = [NaN, 0, -1, -Infinity, '10', '10s', '', null, true, [1], {}]

describe('an option that cannot be used is refused', () => {
  it.each(wrongNumbers)('timeout: %s, by the client and by the call', async (timeout) => {
    const options = { timeout } as LineClientOptions
    expect(() => new LineClient(options)).toThrow(LineArgumentError)
    expect(() => new LineClient(options)).toThrow(/^timeout: .* is not permitted/)
    const { line, server } = await clientOf()
    for (const call of [
      () => line.bot.info(options),
      () => line.messages.push(userId, 'a', options),
      () => line.content.get('1', options),
      () => line.users.followers({}, options).toArray(),
    ])
      expect((await failure(call(), LineArgumentError)).code).toBe('option_invalid')
    expect(server.received).toEqual([])
  })

  it.each([
    ...['attempts', 'window', 'base', 'factor', 'cap'].flatMap((name) =>
      [NaN, -1, '3', null].map((value) => ({ [name]: value })),
    ),
    { attempts: 0 },
    { attempts: 1.5 },
    { cap: Infinity },
    { base: Infinity },
    { attemps: 3 },
    true,
    3,
    null,
    [],
  ])('retry: %j', async (retry) => {
    const options = { retry } as unknown as LineClientOptions
    expect(() => new LineClient(options)).toThrow(/^retry/)
    const { line, server } = await clientOf()
    const error = await failure(line.bot.info(options as CallOptions), LineArgumentError)
    expect(error.code).toBe('option_invalid')
    expect(server.received).toEqual([])
  })

  it.each([
    { fetch: 'fetch' },
    { agent: 'proxy' },
    { agent: {} },
    { clock: {} },
    { clock: { now: () => 0 } },
    { random: 0.5 },
    { validate: 'false' },
    { onWarning: true },
    { onRequest: {} },
    { onResponse: 'log' },
    { headers: 'x: y' },
    { headers: { 'x-number': 5 } },
    { baseUrl: null },
    { baseUrl: 3000 },
    { channelAccessToken: {} },
    { channelAccessToken: null },
  ])('%j, by the client', (options) => {
    expect(() => new LineClient(options as unknown as LineClientOptions)).toThrow(LineArgumentError)
  })

  it.each([
    { signal: new AbortController() },
    { signal: 5000 },
    { onRequest: 1 },
    { onResponse: {} },
    { headers: { 'x-number': 5 } },
    { retryKey: 5 },
    null,
  ])('%j, by a call', async (options) => {
    const { line, server } = await clientOf()
    const calls = () => line.call('pushMessage', { body: {} as never }, options as CallOptions)
    expect((await failure(calls(), LineArgumentError)).code).toBe('option_invalid')
    expect(server.received).toEqual([])
  })

  it.each([
    { wait: NaN },
    { wait: -1 },
    { wait: '5' },
    { maxBytes: NaN },
    { maxBytes: -1 },
    { maxBytes: '50MB' },
  ])('%j, by a download', async (options) => {
    const { line, server } = await clientOf()
    const wrong = options as unknown as { wait: number }
    for (const call of [line.content.get('1', wrong), line.content.preview('1', wrong)])
      expect((await failure(call, LineArgumentError)).code).toBe('option_invalid')
    expect(server.received).toEqual([])
  })

  it('without repeating what was in an address', () => {
    for (const baseUrl of ['https://user:secret@x/?a', 'https://x/?token=secret', 'x?secret'])
      try {
        new LineClient({ baseUrl })
        expect.unreachable()
      } catch (error) {
        expect(String(error)).not.toContain('secret')
      }
  })
})

describe('timeout: Infinity', () => {
  it.each([
    ['of the client', { timeout: Infinity }, {}],
    ['of the call', {}, { timeout: Infinity }],
  ])('%s waits for as long as it takes', async (_, client, call) => {
    const clock = new FakeClock({ manual: true })
    let go: (() => void) | undefined
    const { line } = await clientOf(
      (_request, response) => {
        go = () => response.end('{}')
        return undefined
      },
      { clock, retry: false, ...client },
    )
    for (const send of [
      () => line.bot.info(call),
      () => line.content.get('1', call).then((content) => content.bytes()),
    ]) {
      go = undefined
      const answer = send()
      await vi.waitFor(() => expect(go).toBeDefined())
      clock.advance(400 * day)
      go!()
      await answer
    }
  })

  it('works on a real clock, whose timers end at 24.8 days', async () => {
    const { line } = await clientOf(undefined, { timeout: Infinity, clock: undefined })
    await line.bot.info()
    const long = await clientOf(undefined, { timeout: 30 * day, clock: undefined })
    await long.line.bot.info()
  })

  it('works on a clock that has no timers of its own', async () => {
    const clock = { now: () => Date.now(), sleep: () => new Promise<void>(() => undefined) }
    const { line } = await clientOf(undefined, { timeout: Infinity, clock })
    await line.bot.info()
  })
})

describe('time', () => {
  it('is measured by the clock that only goes forward', async () => {
    let since = 0
    const clock = Object.assign(new FakeClock(), { monotonic: () => since })
    const { line } = await clientOf({ status: 500 }, { clock, retry: { base: 0, window: 1000 } })
    const took: number[] = []
    await failure(
      line.bot.info({
        onResponse: ({ ms }) => {
          took.push(ms)
          // Somebody sets the machine's clock back by a year.
          clock.time -= 365 * day
          since += 400
        },
      }),
      Error,
    )
    expect(took).toEqual([0, 0, 0, 0])
  })

  it('does not make a call wait for years because a proxy asks for it', async () => {
    for (const after of [
      '99999999999',
      '1e300',
      'Infinity',
      '-5',
      'Fri, 31 Dec 9999 23:59:59 GMT',
    ]) {
      const { line, clock } = await clientOf(
        inTurn({ ...rateLimited, headers: { 'retry-after': after } }, { body: {} }),
        { retry: { window: Infinity } },
      )
      await line.bot.info()
      expect(clock.sleeps[0]).toBeGreaterThanOrEqual(0)
      expect(clock.sleeps[0]).toBeLessThanOrEqual(3_600_000)
    }
  })

  it('of a wait is never NaN', async () => {
    const { line, clock } = await clientOf(
      { status: 500 },
      { retry: { base: 0, factor: 1e308, attempts: 5 }, random: () => 0 },
    )
    await failure(line.bot.info(), Error)
    expect(clock.sleeps).toEqual([0, 0, 0, 0])
  })
})

describe('a signal', () => {
  it('that is aborted during a wait ends it with an error of the client', async () => {
    const clock = new FakeClock({ manual: true })
    const controller = new AbortController()
    const { line } = await clientOf(
      ({ url }) => (url.endsWith('content') ? { status: 202 } : { status: 500 }),
      { clock },
    )
    for (const call of [
      line.bot.info({ signal: controller.signal }),
      line.content.get('1', { wait: true, signal: controller.signal }),
    ]) {
      const ended = failure(call, LineConnectionError)
      await vi.waitFor(() => expect(clock.sleeps.length).toBeGreaterThan(0))
      controller.abort()
      expect((await ended).code).toBe('request_aborted')
    }
  })
})

describe('hooks that throw', () => {
  it('change nothing, not even by a promise', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const rejected = vi.fn()
    process.on('unhandledRejection', rejected)
    const { line } = await clientOf()
    await line.bot.info({
      onRequest: () => {
        throw new Error('a log is full')
      },
      // eslint-disable-next-line @typescript-eslint/no-misused-promises -- as people write it
      onResponse: () => Promise.reject(new Error('a metric is away')),
    })
    await new Promise(setImmediate)
    expect(said).toHaveBeenCalledTimes(2)
    expect(rejected).not.toHaveBeenCalled()
    process.off('unhandledRejection', rejected)
    said.mockRestore()
  })
})

describe('a call that is never answered', () => {
  it('has no timer left when it has ended', async () => {
    const clock = new FakeClock({ manual: true })
    const { line } = await clientOf(silence, { clock, retry: false, channelAccessToken: token })
    const call = failure(line.bot.info(), LineConnectionError)
    await vi.waitFor(() => expect(clock.timers.size).toBe(1))
    clock.advance(10_000)
    await call
    expect(clock.timers.size).toBe(0)
  })
})
