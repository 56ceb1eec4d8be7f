/** `fukidashi trigger`: sends events to a bot at any URL. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { events } from '../../src/cli/trigger/events.js'
import { trigger } from '../../src/cli/trigger/trigger.js'
import { createBot, toNodeListener } from '../../src/webhook/index.js'

const secret = 'secret-of-the-channel'
const received: { type: string; source?: { type: string; userId?: string } }[] = []
let status: number | undefined
let url: string

const bot = createBot({ channelSecret: secret, channelAccessToken: 'y' })
bot.use((ctx) => void received.push(ctx.event as never))
bot.onUnknown((event) => void received.push(event))
const listener = toNodeListener(bot)
const server = createServer((request, response) => {
  if (status === undefined) listener(request, response)
  else response.writeHead(status, { 'content-type': 'text/plain' }).end('why')
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`
})
afterAll(() => server.close())
afterEach(() => {
  received.splice(0)
  status = undefined
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

function printed() {
  const lines: string[] = []
  const keep = (...values: unknown[]) => void lines.push(values.join(' '))
  vi.spyOn(console, 'log').mockImplementation(keep)
  vi.spyOn(console, 'error').mockImplementation(keep)
  return lines
}

/** Types of the events that the bot receives; messages have their own types. */
const typeOf: Record<string, string[]> = { verify: [] }
for (const name of ['text', 'sticker', 'image', 'video', 'audio', 'file', 'location'])
  typeOf[name] = ['message']

it.each(Object.keys(events))('sends %s, signed, and no other event', async (name) => {
  const lines = printed()
  expect(await trigger(name, undefined, { url, secret })).toBe(0)
  expect(received.map(({ type }) => type)).toEqual(typeOf[name] ?? [name])
  expect(lines.join('\n')).toMatch(new RegExp(`^${name} → .+\n200 in \\d+ ms$`))
})

it('sends a text, postback data, a person and a group of one’s own', async () => {
  printed()
  const user = 'U' + 'a'.repeat(32)
  await trigger('text', 'menu', { url, secret, user, group: true })
  await trigger('postback', 'action=buy', { url, secret, user })
  expect(received).toMatchObject([
    { source: { type: 'group', userId: user }, message: { text: 'menu' } },
    { source: { type: 'user', userId: user }, postback: { data: 'action=buy' } },
  ])
})

it.each([
  [404, '--url http://127.0.0.1:'],
  [401, '--secret'],
  [401, 'LINE_CHANNEL_SECRET'],
  [500, 'A handler failed.'],
])('explains an answer of %i', async (answer, hint) => {
  status = answer
  const lines = printed()
  expect(await trigger('follow', undefined, { url, secret })).toBe(1)
  expect(lines.join('\n')).toContain(`The bot answered ${answer} instead of 200: why`)
  expect(lines.join('\n')).toContain(hint)
  expect(lines.join('\n')).not.toContain(secret)
})

it('explains a bot that cannot be reached', async () => {
  const lines = printed()
  expect(await trigger('follow', undefined, { url: 'http://127.0.0.1:9/webhook', secret })).toBe(1)
  expect(lines.join('\n')).toContain('http://127.0.0.1:9/webhook cannot be reached')
})

it('prints what it would send', async () => {
  const lines = printed()
  expect(await trigger('text', 'hi', { url, secret, print: true })).toBe(0)
  const [signature = '', body = ''] = lines.join('\n').split('\n\n')
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: { 'x-line-signature': signature.replace('x-line-signature: ', '') },
  })
  expect(response.status).toBe(200)
  expect(received).toMatchObject([{ message: { text: 'hi' } }])
})

describe('the secret', () => {
  it('comes from the environment, or from .env', async () => {
    printed()
    vi.stubEnv('LINE_CHANNEL_SECRET', secret)
    expect(await trigger('text', 'one', { url })).toBe(0)
    vi.stubEnv('LINE_CHANNEL_SECRET', undefined)
    const folder = await mkdtemp(join(tmpdir(), 'fukidashi-'))
    await writeFile(join(folder, '.env'), `LINE_CHANNEL_SECRET="${secret}"\n`)
    vi.spyOn(process, 'cwd').mockReturnValue(folder)
    expect(await trigger('text', 'two', { url })).toBe(0)
    await rm(folder, { recursive: true })
  })

  it('is asked for', async () => {
    vi.stubEnv('LINE_CHANNEL_SECRET', undefined)
    await expect(trigger('text', 'hi', { url })).rejects.toThrow('Pass --secret, or set')
  })
})

it.each([
  ['folow', { url: 'http://127.0.0.1/' }, 'There is no event "folow". Did you mean follow?'],
  ['follow', { url: '127.0.0.1/webhook' }, '--url must be a URL such as'],
  ['follow', { url: 'http://127.0.0.1/', user: 'Aki' }, '--user must be a user id'],
])('refuses %s %j', async (name, options, words) => {
  await expect(trigger(name, undefined, { secret, ...options })).rejects.toThrow(words)
})
