/** What developers of bots often ask for, from the client to LINE to the bot. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { Postback, QuickReply, Text } from 'fukidashi'
import { createEmulator } from '../../src/emulator/index.js'
import { listen } from '../../src/emulator/node/index.js'
import { LineClient } from '../../src/client/index.js'
import { FakeClock, matchers, type LineMatchers } from '../../src/testing/index.js'
import { createBot, toNodeListener } from '../../src/webhook/index.js'
import { makeMenu, menu, png, setUp } from './support.js'

expect.extend(matchers)

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- as the documents show it
  interface Matchers<T> extends LineMatchers<T> {}
}

const secrets = { channelSecret: 'x', channelAccessToken: 'y' }
const open: { close(): unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

const usage = (line: ReturnType<typeof createEmulator>) => line.state.usage.get('202608') ?? 0

it('a message is replied, and pushed only if LINE has surely not accepted the reply', async () => {
  const clock = new FakeClock()
  const routes: string[] = []
  const bot = createBot({ ...secrets, push: ['overflow', 'late'] })
  bot.on({ text: 'seven' }, async (ctx) => {
    routes.push((await ctx.reply(Array.from({ length: 7 }, (_, i) => `number ${i}`))).route)
  })
  bot.on({ text: 'slow' }, async (ctx) => {
    clock.advance(60_001)
    routes.push((await ctx.reply('at last')).route)
  })
  bot.on({ text: 'lost' }, async (ctx) => {
    await ctx.reply('did it come?').catch((error: unknown) => routes.push((error as Error).name))
  })
  const { line } = setUp({ bot, clock })
  const aki = line.user('Aki')

  await aki.says('seven')
  expect(aki.messages).toHaveLength(7)
  expect(usage(line)).toBe(1)

  await aki.says('slow')
  expect(aki).toHaveBeenPushed('at last')
  expect(usage(line)).toBe(2)

  // The connection broke after LINE had taken the reply: a push would say it again.
  line.fault({ operation: 'replyMessage', reset: 'after' })
  await aki.says('lost')
  expect(
    aki.chat.filter(({ message }) => JSON.stringify(message).includes('did it come?')),
  ).toHaveLength(1)
  expect(usage(line)).toBe(2)
})

it('a second reply with the same token is an error before LINE is asked', async () => {
  const bot = createBot(secrets)
  bot.on('message:text', async (ctx) => {
    await ctx.reply('one')
    await expect(ctx.reply('two')).rejects.toThrow('reply')
  })
  const { line } = setUp({ bot })
  const aki = line.user('Aki')
  expect((await aki.says('hi')).webhook).toMatchObject({ reason: 'OK' })
  expect(aki.messages).toEqual([{ type: 'text', text: 'one' }])
  expect(line.calls).toHaveLength(1)
})

it('a bot in another program needs only the URL of the emulator: no tunnel, phone or account', async () => {
  const line = createEmulator()
  const server = await listen(line)
  open.push(server)
  const { channelSecret, channelAccessToken } = line.account
  const bot = createBot({ channelSecret, channelAccessToken, baseUrl: server.url })
  bot.on('message:text', async (ctx) => {
    const { displayName } = await ctx.line.users.profile(ctx.userId!)
    await ctx.reply(`Hello ${displayName}`)
  })
  const elsewhere: Server = createServer(toNodeListener(bot))
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  open.push({ close: () => (elsewhere.closeAllConnections(), elsewhere.close()) })
  const { port } = elsewhere.address() as AddressInfo

  const json = { 'content-type': 'application/json' }
  const say = (path: string, method: string, body: object) =>
    fetch(`${server.url}/_fukidashi${path}`, { method, headers: json, body: JSON.stringify(body) })
  await say('/settings', 'PUT', { webhook: { endpoint: `http://127.0.0.1:${port}/webhook` } })
  await say('/people', 'POST', { name: 'Aki' })
  const turn = await (await say('/people/Aki/says', 'POST', { text: 'hi' })).json()
  expect(turn).toMatchObject({
    messages: [{ type: 'text', text: 'Hello Aki' }],
    webhook: { status: 200, reason: 'OK' },
  })
})

it('a redelivered event is answered once, and again only if the first attempt failed', async () => {
  let broken = true
  const bot = createBot({ ...secrets, ack: 'after' })
  bot.on('message:text', async (ctx) => {
    if (ctx.text === 'fragile' && broken) throw new Error('not today')
    await ctx.reply(`got ${ctx.text}`)
  })
  bot.catch((error) => {
    throw error
  })
  const { line } = setUp({ bot })
  const aki = line.user('Aki')
  await aki.says('sound')
  for (let i = 0; i < 3; i++) expect(await line.redeliver()).toMatchObject({ reason: 'OK' })
  expect(aki.messages).toEqual([{ type: 'text', text: 'got sound' }])

  expect((await aki.says('fragile')).webhook).toMatchObject({ status: 500 })
  broken = false
  const again = await line.redeliver()
  expect(again).toMatchObject({ reason: 'OK', redelivery: true })
  expect(again!.body).toContain('"isRedelivery":true')
  expect(aki).toHaveReceived('got fragile')
  expect(aki.messages).toHaveLength(2)
})

it('429 for a rate is retried, 429 for the monthly quota is not', async () => {
  const waited: number[] = []
  const { line } = setUp({ rateLimits: true, quota: 1, audienceTime: 60_000 })
  const aki = line.user('Aki')
  const client = new LineClient({
    channelAccessToken: line.account.channelAccessToken,
    fetch: line.fetch,
    clock: {
      now: line.clock.now,
      after: () => () => undefined,
      sleep: (ms: number) => {
        waited.push(ms)
        return Promise.resolve()
      },
    },
  })
  const code = (call: Promise<unknown>) =>
    call.then(
      () => 'sent',
      (error: unknown) => (error as { code: string }).code,
    )
  expect(await code(client.messages.push(aki.id, 'one'))).toBe('sent')
  expect(await code(client.messages.push(aki.id, 'two'))).toBe('quota_exceeded')
  expect(await client.messages.remainingQuota()).toBe(0)
  expect(waited).toEqual([])

  const made = await client.audiences.create({ description: 'a', audiences: [{ id: aki.id }] })
  const add = () =>
    code(
      client.audiences.add({ audienceGroupId: made.audienceGroupId!, audiences: [{ id: aki.id }] }),
    )
  for (let i = 0; i < 9; i++) expect(await add()).toBe('sent')
  expect(await add()).toBe('concurrency_limited')
  expect(waited).toEqual([])

  waited.length = 0
  const batch = () => code(client.richMenus.batch([{ type: 'unlinkAll' }]))
  expect([await batch(), await batch(), await batch()]).toEqual(['sent', 'sent', 'sent'])
  expect(await batch()).toBe('rate_limited')
  expect(waited.length).toBeGreaterThan(0)
})

it(`"Verify" of LINE's console succeeds, with and without the dummy events of earlier years`, async () => {
  const seen: string[] = []
  const bot = createBot(secrets)
  bot.on('message', async (ctx) => void seen.push((await ctx.reply('a')).route))
  const { line } = setUp({ bot })
  expect(await line.verify()).toMatchObject({ success: true, statusCode: 200 })
  expect(seen).toEqual([])
  expect(await line.verify({ dummies: true })).toMatchObject({ success: true, statusCode: 200 })
  // Nothing can be said to dummies, and nothing was tried.
  expect(seen).toEqual(['none', 'none'])
  expect(line.calls).toEqual([])
  const { status } = await bot.fetch(new Request('https://bot.example/webhook'))
  expect(status).toBe(405)
})

it('tabs switch the rich menu, and the bot learns which menu is shown', async () => {
  const heard: unknown[] = []
  const bot = createBot(secrets)
  bot.on('postback', (ctx) => void heard.push(ctx.event.postback))
  const { line, call } = setUp({ bot })
  const client = new LineClient({
    channelAccessToken: line.account.channelAccessToken,
    fetch: line.fetch,
  })
  const tab = (to: string) =>
    menu({
      areas: [
        {
          bounds: { x: 0, y: 0, width: 1250, height: 1686 },
          action: {
            type: 'richmenuswitch',
            label: `To ${to}`,
            richMenuAliasId: to,
            data: `tab=${to}`,
          },
        },
      ],
    })
  const ids: string[] = []
  for (const [name, to] of [
    ['left', 'right'],
    ['right', 'left'],
  ] as const) {
    const richMenuId = await client.richMenus.create(tab(to) as never)
    await client.richMenus.setImage(richMenuId, png(2500, 1686))
    await client.richMenuAliases.create(name, richMenuId)
    ids.push(richMenuId)
  }
  await client.richMenus.setDefault(ids[0]!)
  const [aki, ken] = [line.user('Aki'), line.user('Ken')]
  await aki.taps('To right')
  expect([aki.richMenu, ken.richMenu]).toEqual([ids[1], ids[0]])
  await aki.taps('To left')
  expect(aki.richMenu).toBe(ids[0])
  await client.richMenuAliases.delete('right')
  await aki.taps('To right')
  expect(aki.richMenu).toBe(ids[0])
  expect(heard).toEqual([
    { data: 'tab=right', params: { newRichMenuAliasId: 'right', status: 'SUCCESS' } },
    { data: 'tab=left', params: { newRichMenuAliasId: 'left', status: 'SUCCESS' } },
    { data: 'tab=right', params: { status: 'RICHMENU_ALIAS_ID_NOTFOUND' } },
  ])
  // What was made meanwhile takes the tab over: an alias is changed, not deleted and made again.
  const other = await makeMenu(call)
  await client.richMenuAliases.update('left', other)
  expect((await client.richMenuAliases.get('left')).richMenuId).toBe(other)
})

it('a test talks to a bot without a port, timers or mocks', async () => {
  const clock = new FakeClock()
  const bot = createBot(secrets)
  bot.on({ text: 'tea?' }, (ctx) =>
    ctx.reply(
      <Text>
        Which one?
        <QuickReply>
          <Postback label="Green" data="green" displayText="Green, please" />
        </QuickReply>
      </Text>,
    ),
  )
  bot.on('postback', (ctx) => ctx.reply(`One ${ctx.postback.data} tea`))
  const line = createEmulator({ bot, clock })
  const aki = line.user('Aki')
  await aki.says('tea?')
  expect(aki.sees()).toEqual(['Green'])
  await aki.taps('Green')
  expect(aki).toHaveReceived('One green tea')
  expect(clock.waiting).toBe(0)
})
