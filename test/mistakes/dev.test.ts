/** Usual mistakes with `fukidashi dev`. The snapshot is the table of what developers read. */
import { mkdtemp, realpath, rm, writeFile, mkdir } from 'node:fs/promises'
import { createServer, request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { adapted, botMissing } from '../../src/cli/dev/bot/adapt-bot.js'
import { wordsOf } from '../../src/cli/dev/bot/load-error.js'
import { createLoader, type Loader } from '../../src/cli/dev/bot/watch-bot.js'
import { guardLine, LineReachedError } from '../../src/cli/dev/line-guard.js'
import { checkOptions } from '../../src/cli/dev/options.js'
import { Variables } from '../../src/cli/dev/variables.js'
import { createEmulator } from '../../src/emulator/index.js'

let folder: string
let loader: Loader
beforeAll(async () => {
  folder = await realpath(await mkdtemp(resolve('test/mistakes/.project-')))
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  await mkdir(join(folder, 'src'))
  await writeFile(join(folder, 'src/bot.tsx'), '')
  loader = await createLoader(folder)
})
afterAll(async () => {
  await loader.server.close()
  await rm(folder, { recursive: true })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

/** The text, with the folder of the test as the folder of a project. */
const textOf = (text: string): string =>
  text
    .replaceAll(folder, '/shop')
    .replaceAll(process.cwd(), '/shop')
    .replaceAll(/\n\s+at [^\n]*/g, '')

const host = {
  wiring: {} as never,
  path: '/webhook',
  report: () => undefined,
  serve: () => Promise.reject(new Error('no server')),
}

/** What the developer reads when a file is loaded as a bot. */
async function loadingOf(source: string): Promise<string> {
  const file = join(folder, `bot-${Math.random().toString(36).slice(2)}.tsx`)
  await writeFile(file, source)
  try {
    const module = await loader.environment.runner.import<Record<string, unknown>>(file)
    if (await adapted(module, host)) return 'a bot'
    return textOf(wordsOf(botMissing(module)))
  } catch (error) {
    return textOf(wordsOf(error)).replaceAll(/bot-\w+/g, 'bot')
  }
}

it.each<[string, string]>([
  ['a file that exports nothing', 'const bot = {}'],
  ['a file that exports something else', 'export const shop = 1\nexport const open = true'],
  ['a package that is not installed', "import 'zoderus/mini'\nexport default () => 1"],
  ['a package of a scope that is not installed', "import '@shop/menus'\nexport default () => 1"],
  ['a file that is not there', "import './menu.js'\nexport default () => 1"],
  ['CommonJS', "const express = require('express')\nmodule.exports = express()"],
  ['a variable that is not declared', 'export default bot'],
  ['an error while it is loaded', "throw new Error('The database is not there.')"],
])('loading %s', async (_, source) => {
  expect(await loadingOf(source)).toMatchSnapshot()
})

it('loading a file with a syntax error names the file and the line', async () => {
  const text = await loadingOf('export default {\n  fetch: (\n}\n')
  expect(text).toMatch(/bot\.tsx/)
})

it('a port of the bot that is taken', () => {
  const error = Object.assign(new Error('listen EADDRINUSE: address already in use :::3000'), {
    code: 'EADDRINUSE',
    port: 3000,
  })
  expect(textOf(wordsOf(error))).toMatchSnapshot()
})

it.each<[string, () => unknown]>([
  ['a folder', () => ['test/mistakes/.project/src']],
  ['a file with another ending', () => ['bot.ts']],
  ['a URL instead of a file', () => ['http://127.0.0.1:3000/webhook']],
  ['two files', () => ['bot.tsx', 'shop.tsx']],
])('%s', (name, files) => {
  vi.spyOn(process, 'cwd').mockReturnValue(folder)
  const args = (files() as string[]).map((file) =>
    name === 'a folder'
      ? join(folder, 'src')
      : name.includes('ending')
        ? join(folder, 'src', file)
        : file,
  )
  const refused = () => checkOptions(args, { port: '4000' })
  let text = ''
  try {
    refused()
  } catch (error) {
    text = textOf(String(error))
  }
  expect(text).toMatchSnapshot()
})

it.each([
  [{ port: 'x' }],
  [{ port: '4000', path: 'webhook' }],
  [{ port: '4000', host: 'http://0.0.0.0' }],
  [{ port: '4000', allowHost: ['https://shop.app.github.dev'] }],
  [{ port: '4000', webhook: 'http://127.0.0.1:3000/hook', path: '/webhook' }],
  [{ port: '4000', webhook: '127.0.0.1:3000' }],
])('options %j', (options) => {
  let text = ''
  try {
    checkOptions([], options)
  } catch (error) {
    text = textOf(String(error))
  }
  expect(text).toMatchSnapshot()
})

it('a function that returns no Response', async () => {
  const bot = await adapted({ default: () => undefined }, host)
  const receive = async () =>
    bot!.receive({ method: 'POST', header: () => undefined, body: new Uint8Array() })
  await expect(receive()).rejects.toThrowErrorMatchingSnapshot()
})

describe('variables', () => {
  it('of LINE in .env are not used, and the command says so', async () => {
    await writeFile(
      join(folder, '.env'),
      'LINE_CHANNEL_SECRET=real\nLINE_CHANNEL_ACCESS_TOKEN=real\nSHOP=tea\nNAME=of-the-file\n',
    )
    await writeFile(join(folder, '.dev.vars'), 'SHOP="green tea"\n')
    vi.stubEnv('LINE_CHANNEL_SECRET', 'of-the-shell')
    vi.stubEnv('LINE_CHANNEL_ACCESS_TOKEN', undefined)
    vi.stubEnv('NAME', 'of-the-shell')
    vi.stubEnv('SHOP', undefined)
    const own = { LINE_CHANNEL_SECRET: 'emulated', LINE_CHANNEL_ACCESS_TOKEN: 'emulated' }
    const variables = new Variables(folder, own)
    expect(variables.load()).toMatchSnapshot()
    const { LINE_CHANNEL_SECRET, LINE_CHANNEL_ACCESS_TOKEN, SHOP, NAME } = process.env
    expect([LINE_CHANNEL_SECRET, LINE_CHANNEL_ACCESS_TOKEN, SHOP, NAME]).toEqual([
      'emulated',
      'emulated',
      'green tea',
      'of-the-shell',
    ])
    await writeFile(join(folder, '.dev.vars'), '')
    variables.load()
    expect(process.env['SHOP']).toBe('tea')
  })

  it('may be set without any file', () => {
    expect(new Variables(join(folder, 'src'), {}).load()).toEqual([])
  })
})

describe('a request to LINE', () => {
  const errorOf = (open: (fail: (error: unknown) => void) => void) =>
    new Promise<{ message: string; cause?: { message: string } }>((resolve) => {
      open(resolve as never)
    })

  it.each<[string, (fail: (error: unknown) => void) => void]>([
    ['fetch', (fail) => void fetch('https://api.line.me/v2/bot/info').catch(fail)],
    [
      'node:https',
      (fail) => void httpsRequest('https://api-data.line.me/').on('error', fail).end(),
    ],
    ['node:http', (fail) => void httpRequest('http://manager.line.biz/').on('error', fail).end()],
  ])('by %s is stopped, and says what to use instead', async (_, open) => {
    const stopped: LineReachedError[] = []
    const permit = guardLine('http://127.0.0.1:4000', (error) => stopped.push(error))
    try {
      const error = await errorOf(open)
      const reason = error.cause ?? error
      expect(reason).toBeInstanceOf(LineReachedError)
      expect(stopped).toEqual([reason])
      expect(reason.message).toMatchSnapshot()
      // What the page shows.
      expect(createEmulator().reportFailure(error).message).toContain('LINE_API_BASE_URL')
    } finally {
      permit()
    }
  })

  it('is not confused with others', async () => {
    const server = createServer((_, response) => response.end('here'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const permit = guardLine('', () => undefined)
    const { port } = server.address() as AddressInfo
    try {
      expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe('here')
    } finally {
      permit()
      server.closeAllConnections()
      server.close()
    }
  })
})
