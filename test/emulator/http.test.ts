/** The emulator as a server: its control API, what it keeps out, and connections that break. */
import { request as httpRequest } from 'node:http'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { LineClient, LineConnectionError } from '../../src/client/index.js'
import { createEmulator, type EmulatorOptions } from '../../src/emulator/index.js'
import { listen, loadState, saveState } from '../../src/emulator/node/index.js'
import { createBot } from '../../src/webhook/index.js'
import { setUp, text } from './support.js'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

async function serve(options: EmulatorOptions = {}) {
  const line = createEmulator(options)
  const server = await listen(line)
  open.push(server)
  const client = new LineClient({
    channelAccessToken: line.account.channelAccessToken,
    baseUrl: server.url,
    retry: false,
  })
  const ask = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${server.url}/_fukidashi${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    return {
      status: response.status,
      body: (await response.json()) as never as Record<string, unknown>,
    }
  }
  return { line, server, client, ask }
}

/** A request with headers that `fetch` does not let through. */
function raw(url: string, headers: Record<string, string>, body = '', method = 'POST') {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    // Not as a URL, which would normalize the path.
    const [, host, port, path] = /^http:\/\/(.*?):(\d+)(.*)$/.exec(url)!
    const request = httpRequest({ host, port, path, method, headers }, (response) => {
      let text = ''
      response.on('data', (chunk) => (text += String(chunk)))
      response.on('end', () => resolve({ status: response.statusCode!, body: text }))
    })
    request.on('error', reject)
    request.end(body)
  })
}

/** Like an echo, but it offers a button too. */
function shop() {
  const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
  bot.on({ text: 'menu' }, (ctx) =>
    ctx.reply({
      type: 'template',
      altText: 'a',
      template: {
        type: 'buttons',
        text: 'Pick',
        actions: [{ type: 'postback', label: 'Buy', data: 'buy', displayText: 'I buy' }],
      },
    }),
  )
  bot.on('postback', (ctx) => ctx.reply(`Bought ${ctx.postback.data}`))
  bot.default((ctx) => (ctx.canReply() ? ctx.reply(ctx.event.type) : undefined))
  return bot
}

describe('the control API', () => {
  it('describes itself', async () => {
    const { ask } = await serve()
    const { body } = await ask('GET', '')
    const routes = body['routes'] as { method: string; path: string; about: string }[]
    expect(routes.length).toBeGreaterThan(20)
    for (const { about } of routes) expect(about).not.toBe('')
  })

  it('lets people talk to the bot', async () => {
    const { ask } = await serve({ bot: shop() })
    expect((await ask('POST', '/people', { name: 'Aki', language: 'ja' })).body).toMatchObject({
      displayName: 'Aki',
      language: 'ja',
    })
    await ask('POST', '/people/Aki/says', { text: 'menu' })
    expect((await ask('GET', '/people/Aki')).body['sees']).toEqual(['Buy'])
    expect((await ask('POST', '/people/Aki/taps', { label: 'Buy' })).body['messages']).toEqual([
      text('Bought buy'),
    ])
    expect((await ask('GET', '/people/Aki/messages')).body).toHaveLength(2)
    expect((await ask('GET', '/people/Aki/chat')).body).toHaveLength(4)
    const sent = await ask('POST', '/people/Aki/sends', { type: 'image', data: btoa('bytes') })
    expect(sent.body['events']).toMatchObject([{ message: { type: 'image' } }])
    expect((await ask('POST', '/people/Aki/does', { what: 'block' })).body['events']).toMatchObject(
      [{ type: 'unfollow' }],
    )
    const chat = (await ask('GET', '/people/Aki/chat')).body as unknown as { media?: object }[]
    expect(chat.find(({ media }) => media)!.media).toEqual({ bytes: 5, contentType: 'image/jpeg' })
  })

  it.each([
    [{ type: 'sticker' }, 'sticker'],
    [{ type: 'video', preparing: 5 }, 'video'],
    [{ type: 'audio', duration: 5 }, 'audio'],
    [{ type: 'file', fileName: 'a.txt' }, 'file'],
    [{ type: 'location', title: 'Home' }, 'location'],
  ])('sends %j', async (body, type) => {
    const { ask, line } = await serve({ bot: shop() })
    line.user('Aki')
    const sent = await ask('POST', '/people/Aki/sends', body)
    expect(sent.body['events']).toMatchObject([{ message: { type } }])
  })

  it('gathers people', async () => {
    const { ask, line } = await serve({ bot: shop() })
    line.user('Aki')
    line.user('Ken')
    await ask('POST', '/groups', { name: 'Team', members: ['Aki'] })
    await ask('POST', '/groups/Team/does', { what: 'add', people: ['Ken'] })
    await ask('POST', '/people/Ken/says', { parts: ['hi ', { mention: 'bot' }], in: 'Team' })
    expect((await ask('GET', '/groups/Team/messages')).body).toEqual([
      text('memberJoined'),
      text('message'),
    ])
    expect((await ask('GET', '/groups')).body).toMatchObject([{ name: 'Team', botInside: true }])
    await ask('POST', '/groups/Team/does', { what: 'removeBot' })
    expect(line.findGroup('Team')!.botInside).toBe(false)
  })

  it('moves time, sets the quota, makes faults and shows what happened', async () => {
    const { ask, line, client } = await serve({ bot: shop() })
    const aki = line.user('Aki')
    const before = line.clock.now()
    await ask('POST', '/clock', { advance: 3_600_000 })
    expect(line.clock.now() - before).toBeGreaterThanOrEqual(3_600_000)
    await ask('PUT', '/settings', { quota: 0 })
    await expect(client.messages.push(aki.id, 'a')).rejects.toMatchObject({
      code: 'quota_exceeded',
    })
    await ask('PUT', '/settings', { quota: null, rateLimits: true })
    expect((await ask('GET', '/settings')).body).toMatchObject({ quota: null, rateLimits: true })
    await ask('POST', '/faults', { operation: 'pushMessage', status: 503 })
    expect((await ask('GET', '/faults')).body).toHaveLength(1)
    await expect(client.messages.push(aki.id, 'a')).rejects.toMatchObject({ status: 503 })
    await expect(client.messages.push(aki.id, 'a')).resolves.toBeTruthy()
    await aki.says('hi')
    expect((await ask('POST', '/redeliver', {})).body).toMatchObject({
      redelivery: true,
      reason: 'OK',
    })
    expect((await ask('POST', '/verify', {})).body).toMatchObject({ success: true })
    const log = (await ask('GET', '/log')).body as unknown as { type: string; number: number }[]
    expect(log.map(({ type }) => type)).toContain('call')
    const last = log.at(-1)!.number
    expect((await ask('GET', `/log?after=${last}`)).body).toEqual([])
    expect((await ask('GET', '/environment')).body).toMatchObject({
      channelSecret: 'emulator-channel-secret',
    })
    await ask('POST', '/reset', {})
    expect((await ask('GET', '/people')).body).toEqual([])
  })

  it.each([
    ['GET', '/people/Nobody', undefined, 404, 'person_not_found'],
    ['POST', '/people/Aki/taps', { label: 'Nothing' }, 400, 'target_not_found'],
    ['POST', '/people/Aki/says', {}, 400, 'option_invalid'],
    ['POST', '/people/Aki/does', { what: 'fly' }, 400, 'option_invalid'],
    ['POST', '/people', { name: 'a', id: 'b' }, 400, 'option_invalid'],
    ['POST', '/clock', { advance: -1 }, 400, 'option_invalid'],
    ['POST', '/redeliver', { webhookEventId: 'x' }, 404, 'event_not_found'],
    ['GET', '/nothing', undefined, 404, 'route_not_found'],
    ['DELETE', '/people', undefined, 405, 'method_not_allowed'],
    ['GET', '/people/%zz', undefined, 400, 'option_invalid'],
  ])('%s %s %j → %i %s', async (method, path, body, status, error) => {
    const { ask, line } = await serve()
    line.user('Aki')
    const answer = await ask(method, path, body)
    expect([answer.status, answer.body['error']]).toEqual([status, error])
  })

  it('streams what happens', async () => {
    const { server, line, client } = await serve()
    const aki = line.user('Aki')
    const controller = new AbortController()
    const response = await fetch(`${server.url}/_fukidashi/events`, { signal: controller.signal })
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    await client.messages.push(aki.id, 'hello')
    let seen = ''
    while (!seen.includes('event: call')) seen += (await reader.read()).value ?? ''
    expect(seen).toContain('event: message')
    expect(seen).toContain('"text":"hello"')
    controller.abort()
    await reader.cancel().catch(() => undefined)
  })
})

describe('what is kept out', () => {
  const json = { 'content-type': 'application/json' }
  it.each([
    ['another host', { host: 'evil.example' }],
    ['another host that looks alike', { host: '127.0.0.1.evil.example' }],
    ["another site's page", { origin: 'https://evil.example' }],
    ['a page without origin', { origin: 'null' }],
    ['a page at another port', { origin: 'http://127.0.0.1:1' }],
  ])('%s', async (_, headers) => {
    const { server, line } = await serve()
    for (const path of ['/_fukidashi/people', '/v2/bot/message/broadcast', '/_fukidashi/events']) {
      const { status } = await raw(server.url + path, { ...json, ...headers }, '{"name":"Eve"}')
      expect(status).toBe(403)
    }
    expect(line.users).toEqual([])
  })

  it('what browsers send anywhere without asking', async () => {
    const { server, line } = await serve()
    const { status } = await raw(
      `${server.url}/_fukidashi/people`,
      { 'content-type': 'text/plain' },
      '{"name":"Eve"}',
    )
    expect(status).toBe(400)
    expect(line.users).toEqual([])
  })

  it('large bodies, whatever their length header says', async () => {
    const { server } = await serve()
    const large = ' '.repeat(3 * 1024 * 1024)
    const token = { authorization: 'Bearer emulator-channel-access-token' }
    const plain = await raw(`${server.url}/v2/bot/message/push`, { ...json, ...token }, large)
    expect(plain.status).toBe(413)
    const chunked = { ...json, ...token, 'transfer-encoding': 'chunked' }
    expect((await raw(`${server.url}/v2/bot/message/push`, chunked, large)).status).toBe(413)
  })

  it('ids that lead elsewhere', async () => {
    const { server, line } = await serve()
    const token = { authorization: `Bearer ${line.account.channelAccessToken}` }
    const status = async (path: string) => (await raw(server.url + path, token, '', 'GET')).status
    expect(await status('/v2/bot/profile/../info')).toBe(404)
    expect(await status('/v2/bot/profile/%2e%2e%2finfo')).toBe(400)
    expect(await status('/v2/bot/message/../../../etc/passwd/content')).toBe(404)
    expect(await status('/_fukidashi/../package.json')).toBe(404)
  })

  it('nothing that was let in by name', async () => {
    const line = createEmulator()
    const server = await listen(line, { allowedHosts: ['host.docker.internal'] })
    open.push(server)
    const { status } = await raw(
      `${server.url}/_fukidashi`,
      { host: 'host.docker.internal:4000' },
      '',
      'GET',
    )
    expect(status).toBe(200)
  })

  it('a second server at the same port', async () => {
    const { server } = await serve()
    await expect(listen(createEmulator(), { port: server.port })).rejects.toThrow(/is taken/)
  })
})

describe('faults', () => {
  it('end connections before or after', async () => {
    const { client, line } = await serve()
    const aki = line.user('Aki')
    line.fault({ reset: 'before' })
    await expect(client.messages.push(aki.id, 'a')).rejects.toThrow(LineConnectionError)
    expect(aki.messages).toHaveLength(0)
    line.fault({ reset: 'after' })
    await expect(client.messages.push(aki.id, 'a')).rejects.toThrow(LineConnectionError)
    expect(aki.messages).toHaveLength(1)
  })

  it('are met by a client that tries again, and nothing is sent twice', async () => {
    const { line, clock } = setUp()
    const aki = line.user('Aki')
    const client = new LineClient({
      channelAccessToken: line.account.channelAccessToken,
      fetch: line.fetch,
      clock: { now: clock.now, sleep: () => Promise.resolve(), after: () => () => undefined },
    })
    line.fault({ operation: 'pushMessage', reset: 'after' })
    line.fault({ operation: 'pushMessage', status: 500, commit: true })
    const sent = await client.messages.push(aki.id, 'once')
    expect(aki.messages).toEqual([text('once')])
    expect(sent.sentMessages).toHaveLength(1)
    expect(line.calls.map(({ status }) => status)).toEqual([0, 500, 409])
  })

  it('wait, answer later, and return the error message that was set', async () => {
    const { call, line, clock } = setUp()
    line.fault({ operation: 'getBotInfo', after: 1, times: 2, status: 429, message: 'Slow down.' })
    const info = () => call('/v2/bot/info')
    const answers = [await info(), await info(), await info(), await info()]
    expect(answers.map(({ status }) => status)).toEqual([200, 429, 429, 200])
    expect(answers[1]!.body.message).toBe('Slow down.')
    line.fault({ delay: 5_000 })
    let done = false
    const waiting = info().then(() => (done = true))
    await vi.waitFor(() => expect(clock.waiting).toBeGreaterThan(0))
    expect(done).toBe(false)
    clock.advance(5_000)
    await waiting
    line.fault({ status: 500 })
    line.faults.clear()
    expect((await info()).status).toBe(200)
  })
})

describe('the state', () => {
  it('outlives a run, in a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fukidashi-'))
    try {
      const file = join(folder, 'line.json')
      expect(await loadState(file)).toBeUndefined()
      const { line, clock } = setUp({ bot: shop() })
      const aki = line.user('Aki')
      await aki.says('menu')
      const { messageId } = await aki.sendsImage()
      await saveState(file, line)
      expect(await readdir(folder)).toEqual(['line.json'])

      const later = createEmulator({ bot: shop(), clock, state: await loadState(file) })
      const again = later.findUser('Aki')!
      expect(again.chat).toEqual(aki.chat)
      expect((await again.taps('Buy')).messages).toEqual([text('Bought buy')])
      const bytes = await later.fetch(
        `https://api-data.line.me/v2/bot/message/${messageId!}/content`,
        { headers: { authorization: `Bearer ${later.account.channelAccessToken}` } },
      )
      expect(bytes.headers.get('content-type')).toBe('image/jpeg')
      expect(() => createEmulator({ state: '{}' })).toThrow('not a state of the emulator')
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
