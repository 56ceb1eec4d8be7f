/** The bots of docs/webhook.md, as they are on the page, each under `fukidashi dev`. */
import { readFile, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { createBot, toNodeListener } from '../../src/webhook/index.js'
import { blocksOfPage } from '../docs/blocks.js'
import { ask, endAll, projectFolder, startDev, stateOf } from './dev-process.js'

const page = blocksOfPage('docs/webhook.md')
const bots = [
  'bot.ts',
  'server.ts',
  'express.ts',
  'koa.ts',
  'fastify.ts',
  'worker.ts',
  'hono.ts',
  'route.ts',
]

afterEach(endAll)

/** A project with fukidashi, the servers, and all files of the page. */
async function projectOfPage(): Promise<string> {
  const folder = await projectFolder()
  for (const name of ['express', 'fastify', 'hono', 'koa'])
    await symlink(resolve('test/peers/node_modules', name), join(folder, 'node_modules', name))
  for (const { name, code } of page)
    if (name !== undefined) await writeFile(join(folder, name), code)
  return folder
}

/** Writes down each connection, and gives servers a free port instead of 3000, which another program may have. */
const preload = (file: string) => `
import { appendFileSync } from 'node:fs'
import { Server, Socket } from 'node:net'
const { connect } = Socket.prototype
Socket.prototype.connect = function (...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args
  if (options?.port) appendFileSync(${JSON.stringify(file)}, (options.host ?? 'localhost') + '\\n')
  return connect.apply(this, args)
}
const { listen } = Server.prototype
Server.prototype.listen = function (...args) {
  const free = (value) => (value === 3000 ? 0 : value?.port === 3000 ? { ...value, port: 0 } : value)
  return listen.apply(this, args.map(free))
}
`

const local = /^(?:127\.0\.0\.1|localhost|::1)$/

it.each(bots)('%s answers, and sends nothing to any other machine', async (name) => {
  const folder = await projectOfPage()
  const hosts = join(folder, 'hosts.txt')
  await writeFile(hosts, '')
  const { page: address, said } = await startDev([name], {
    cwd: folder,
    preload: preload(hosts),
    // What a developer's shell may have: it is never used.
    env: { LINE_CHANNEL_SECRET: 'real-secret', LINE_CHANNEL_ACCESS_TOKEN: 'real-token' },
  })
  await expect.poll(() => stateOf(address)).not.toEqual({ state: 'loading' })
  expect(await stateOf(address)).toEqual({ state: 'running' })
  const turn = await ask(address, '/people/Aki/says', { text: 'hi' })
  const text = expect.stringMatching(/^(?:You said: )?hi$/) as string
  expect(turn, said()).toMatchObject({ webhook: { status: 200 } })
  expect(turn['messages']).toContainEqual(expect.objectContaining({ type: 'text', text }))
  const connected = (await readFile(hosts, 'utf8')).split('\n').filter(Boolean)
  expect(connected.filter((host) => !local.test(host))).toEqual([])
})

it('a bot elsewhere answers through --webhook', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const { page: address, line } = await startDev([
    ...['--webhook', `http://127.0.0.1:${port}`, '--path', '/webhook'],
  ])
  const { channelSecret, channelAccessToken, baseUrl } = line as Record<
    'channelSecret' | 'channelAccessToken' | 'baseUrl',
    string
  >
  const bot = createBot({ channelSecret, channelAccessToken, baseUrl })
  bot.on('message:text', (ctx) => ctx.reply(`You said: ${ctx.text}`))
  server.on('request', toNodeListener(bot))
  const turn = await ask(address, '/people/Aki/says', { text: 'hi' })
  server.close()
  expect(turn['messages']).toMatchObject([{ text: 'You said: hi' }])
  expect(turn['webhook']).toMatchObject({ to: `http://127.0.0.1:${port}/webhook`, status: 200 })
})
