/** `fukidashi dev` as a program of its own. */
import { type ChildProcess, execFile } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { LineClient } from '../../src/client/index.js'
import { menu, png } from '../emulator/support.js'
import { ask, command, endAll, projectFolder, startDev, stateOf } from './dev-process.js'

afterEach(endAll)

const dev = (...args: string[]) => startDev(args)

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once('exit', resolve))

/** What the bot answers to a text. */
async function answerTo(page: string, text: string): Promise<unknown> {
  const { messages } = await ask(page, '/people/Aki/says', { text })
  return (messages as { text?: string; altText?: string }[])[0]?.text
}

/** A project with a bot whose texts are in another file. */
async function project(): Promise<{ entry: string; write: (words: string) => Promise<void> }> {
  const folder = await projectFolder()
  const entry = join(folder, 'bot.tsx')
  const write = (words: string) => writeFile(join(folder, 'words.tsx'), words)
  await write(`import { Text } from 'fukidashi'\nexport const Hello = () => <Text>one</Text>\n`)
  await writeFile(
    entry,
    `import { createBot } from 'fukidashi/webhook'
import { Hello } from './words.js'
const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
bot.on('message:text', (ctx) => ctx.reply(<Hello />))
export default bot
`,
  )
  return { entry, write }
}

describe('with a bot', () => {
  it('loads it from TSX, and again whenever what it imports changes', async () => {
    const { entry, write } = await project()
    const { page, line } = await dev(entry)
    expect(Object.keys(line)).toEqual(['page', 'baseUrl', 'channelSecret', 'channelAccessToken'])
    await expect.poll(() => stateOf(page)).toEqual({ state: 'running' })
    expect(await answerTo(page, 'hi')).toBe('one')

    await write(`import { Text } from 'fukidashi'\nexport const Hello = () => <Text>two</Text>\n`)
    await expect.poll(() => answerTo(page, 'hi')).toBe('two')

    await write(`export const Hello = () => <Text>broken</Te`)
    await expect
      .poll(() => stateOf(page))
      .toMatchObject({ state: 'failed', message: expect.stringContaining('words.tsx') as string })
    const { webhook } = await ask(page, '/people/Aki/says', { text: 'hi' })
    expect(webhook).toMatchObject({ status: 500 })

    await write(`import { Text } from 'fukidashi'\nexport const Hello = () => <Text>three</Text>\n`)
    await expect.poll(() => answerTo(page, 'hi')).toBe('three')
  })

  it('says where a message is wrong: its TSX line', async () => {
    const { entry, write } = await project()
    await write(
      `import { Text } from 'fukidashi'\nexport const Hello = () => (\n  <Text>{'x'.repeat(5_001)}</Text>\n)\n`,
    )
    const { page, said } = await dev(entry)
    await expect.poll(() => stateOf(page)).toEqual({ state: 'running' })
    await ask(page, '/people/Aki/says', { text: 'hi' })
    await expect.poll(said).toMatch(/words\.tsx:3:\d+/)
  })

  it('says what is missing when the file exports no bot', async () => {
    const { entry } = await project()
    await writeFile(entry, 'export const shop = 1\n')
    const { page, said } = await dev(entry)
    await expect
      .poll(() => stateOf(page))
      .toMatchObject({
        state: 'failed',
        message: expect.stringContaining('exports shop') as string,
      })
    // How it was looked for is no news.
    expect(said()).not.toMatch(/\n\s+at /)
  })

  it('reports errors in a file without colors, which a page cannot show', async () => {
    const { entry, write } = await project()
    await write(`export const Hello = () => <Text>broken</Te`)
    const { page } = await dev(entry)
    await expect
      .poll(() => stateOf(page))
      .toMatchObject({
        state: 'failed',
        message: expect.stringMatching(
          /^The bot could not be loaded\.\n[^\u001b]*words\.tsx[^\u001b]*$/,
        ) as string,
      })
  })

  it('outlives a bot that crashes, with all chats, until it is fixed', async () => {
    const { entry, write } = await project()
    const crash = `import { Text } from 'fukidashi'
export const Hello = () => {
  setImmediate(() => { throw new Error('out of tea') })
  return <Text>one</Text>
}\n`
    await write(crash)
    const { page, said } = await dev(entry)
    await expect.poll(() => stateOf(page)).toEqual({ state: 'running' })
    expect(await answerTo(page, 'hi')).toBe('one')
    await expect
      .poll(() => stateOf(page))
      .toMatchObject({
        state: 'failed',
        message: expect.stringMatching(/^The bot crashed\.\nout of tea\n.*words\.tsx:3/) as string,
      })
    await expect.poll(said).toContain('It reloads when a file changes.')

    await write(`import { Text } from 'fukidashi'\nexport const Hello = () => <Text>two</Text>\n`)
    await expect.poll(() => answerTo(page, 'hi')).toBe('two')
    const chat = (await ask(page, '/people/Aki/chat')) as unknown as {
      message: { text?: string }
    }[]
    expect(chat.map(({ message }) => message.text)).toContain('one')
  })

  it('names the line of a handler that does not return, and goes on when it does', async () => {
    const { entry, write } = await project()
    await write(`import { Text } from 'fukidashi'
export const Hello = () => {
  const start = Date.now()
  while (Date.now() - start < 8_000) void 0
  return <Text>late</Text>
}\n`)
    const { page, said } = await dev(entry)
    await expect.poll(() => stateOf(page)).toEqual({ state: 'running' })
    expect(await answerTo(page, 'hi')).toBe('late')
    expect(said()).toMatch(
      /fukidashi: \S*\bwords\.tsx:4:\d+ has been running for 5 s without a pause/,
    )
  })

  it('takes any server of the web’s own kind', async () => {
    const { entry } = await project()
    await writeFile(
      entry,
      `export default { fetch: async (request: Request) => {
        const { events } = await request.json() as { events: unknown[] }
        return new Response(null, { status: events.length === 1 ? 204 : 500 })
      } }\n`,
    )
    const { page } = await dev(entry)
    await expect.poll(() => stateOf(page)).toEqual({ state: 'running' })
    const { webhook } = await ask(page, '/people/Aki/says', { text: 'hi' })
    expect(webhook).toMatchObject({ status: 204, reason: 'OK' })
  })
})

describe('with a bot elsewhere', () => {
  it('sends webhooks to it', async () => {
    let heard = ''
    const server = createServer((request, response) => {
      request.on('data', (data) => (heard += String(data)))
      request.on('end', () => response.end())
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const { page } = await dev('--webhook', `http://127.0.0.1:${port}/webhook`)
    await ask(page, '/people/Aki/says', { text: 'to you' })
    expect(heard).toContain('to you')
    server.close()
  })

  describe('and a file to keep chats in', () => {
    const stateFile = async () => {
      const { entry } = await project()
      return join(entry, '..', 'state.json')
    }

    it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('saves at %s', async (signal) => {
      const file = await stateFile()
      const first = await dev('--state', file)
      await ask(first.page, '/people', { name: 'Mio' })
      first.child.kill(signal)
      first.child.kill(signal)
      expect(await ended(first.child)).toBe(0)
      expect(await readdir(dirname(file))).not.toContain('state.json.lock')
      const second = await dev('--state', file)
      expect(await ask(second.page, '/people/Mio')).toMatchObject({ displayName: 'Mio' })
    })

    it('saves when the bot ends the process', async () => {
      const { entry, write } = await project()
      await write(`export const Hello = () => process.exit(3)\n`)
      const file = join(entry, '..', 'state.json')
      const { child, page } = await dev(entry, '--state', file)
      await expect.poll(() => stateOf(page)).toEqual({ state: 'running' })
      const end = ended(child)
      await ask(page, '/people/Aki/says', { text: 'bye' }).catch(() => undefined)
      expect(await end).toBe(3)
      expect(await readFile(file, 'utf8')).toContain('"bye"')
    })

    it('saves when its output is no longer read', async () => {
      const file = await stateFile()
      const { child } = await dev('--state', file)
      child.stdout!.destroy()
      child.stderr!.destroy()
      child.kill('SIGHUP')
      expect(await ended(child)).toBe(0)
      expect(await readFile(file, 'utf8')).toContain('"version":2')
    })

    it('keeps pictures of rich menus, and goes on showing them', async () => {
      const file = await stateFile()
      const picture = png(2500, 1686)
      const first = await dev('--state', file)
      const client = new LineClient({
        channelAccessToken: first.line['channelAccessToken']!,
        baseUrl: first.page,
      })
      const richMenuId = await client.richMenus.create(menu() as never)
      await client.richMenus.setImage(richMenuId, picture)
      first.child.kill('SIGINT')
      await ended(first.child)
      const { page } = await dev('--state', file)
      const response = await fetch(`${page}/_fukidashi/ui/menus/${richMenuId}`)
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(picture)
    })

    it('leaves the file to the process that has it, and takes it over once that has ended', async () => {
      const file = await stateFile()
      const first = await dev('--state', file)
      await expect(dev('--state', file)).rejects.toThrow(
        new RegExp(`ended with 2[^]*in use by process ${first.child.pid!}`),
      )
      first.child.kill('SIGKILL')
      await ended(first.child)
      await dev('--state', file)
    })

    it('refuses a damaged file, and leaves it as it is', async () => {
      const file = await stateFile()
      for (const damaged of ['', '{"version":2', '{"version":2,"account":{}}', '\u0000', '[]']) {
        await writeFile(file, damaged)
        await expect(dev('--state', file)).rejects.toThrow(/ended with 2[^]*Delete it, or use/)
        expect(await readFile(file, 'utf8')).toBe(damaged)
      }
      expect(await readdir(dirname(file))).not.toContain('state.json.lock')
    })
  })
})

it('waits for calls of a bot elsewhere as long as --quiet says, and shows its pictures with --public', async () => {
  const pictures: string[] = []
  const server = createServer((request, response) => {
    if (request.method === 'GET') pictures.push(request.url!)
    response.writeHead(200, { 'content-type': 'image/png' }).end(png(1, 1))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    const { page } = await dev(
      ...['--webhook', `http://127.0.0.1:${port}/webhook`],
      ...['--quiet', '7', '--public', 'https://bot.example'],
    )
    expect(await ask(page, '/settings')).toMatchObject({ quiet: 7 })
    const picture = await fetch(`${page}/_fukidashi/ui/public/cat.png`)
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(pictures).toEqual(['/cat.png'])
  } finally {
    server.closeAllConnections()
    server.close()
  }
})

it('shows pictures of a bot in a file that exports fetch', async () => {
  const folder = await projectFolder()
  const entry = join(folder, 'bot.ts')
  await writeFile(
    entry,
    `export default { fetch: (request: Request) => new Response(new URL(request.url).pathname, { headers: { 'content-type': 'image/png' } }) }`,
  )
  const { page } = await dev(entry, '--public', 'https://bot.example')
  await expect.poll(() => stateOf(page)).toEqual({ state: 'running' })
  const picture = await fetch(`${page}/_fukidashi/ui/public/cat.png`)
  expect([picture.status, await picture.text()]).toEqual([200, '/cat.png'])
})

it('ends at once when it is interrupted, with a bot and open pages', async () => {
  const { entry } = await project()
  const { child, page } = await dev(entry)
  await expect.poll(() => stateOf(page)).toEqual({ state: 'running' })
  const events = await fetch(`${page}/_fukidashi/ui/events`)
  child.kill('SIGINT')
  expect(await ended(child)).toBe(0)
  await events.text().catch(() => undefined)
})

it.each([
  [['dev', '--port', 'x'], 'must be a number'],
  [['dev', 'nowhere.tsx'], 'no file nowhere.tsx'],
  [['dev', '--webhook', 'file:///etc'], 'must be a URL'],
  [['dev', '--quiet', 'long'], '--quiet must be a number of milliseconds'],
  [['dev', '--quiet', '-1'], '--quiet'],
  [['dev', '--public', 'http://bot.example'], '--public must be an https origin'],
  [['dev', '--public', 'https://bot.example/pictures'], 'without a path'],
  [['dev', '--wrong'], 'Unknown option --wrong.\nSee fukidashi dev --help.'],
  [['dev', '--port'], '--port needs a value after it.'],
  [['dev', 'one.tsx', 'two.tsx'], 'these are several: one.tsx, two.tsx'],
  [['dev', 'examples'], 'examples is a folder'],
  [['dev', '--state', 'nowhere/state.json'], 'There is no folder nowhere'],
  [['dev', '--state', 'README.md'], 'README.md is not a state file of the emulator'],
  [['develop'], 'Unknown command "develop"'],
])('refuses %j', async (args, words) => {
  const { code, stderr } = await call(...args)
  expect(code).toBe(2)
  expect(stderr).toContain(words)
  expect(stderr).not.toMatch(/\n\s+at /)
})

it('says what to do about a port that is taken', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const { code, stderr } = await call('dev', '--port', String(port))
  server.close()
  expect(code).toBe(2)
  expect(stderr).toBe(
    `fukidashi: Port ${port} is taken, perhaps by another \`fukidashi dev\`. Use another port with --port N, or any free port with --port 0.\n`,
  )
})

it('prints its version', async () => {
  const { stdout } = await call('--version')
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }
  expect(stdout).toBe(`${version}\n`)
})

interface Called {
  code: unknown
  stdout: string
  stderr: string
}

function call(...args: string[]): Promise<Called> {
  return new Promise((resolve) => {
    execFile(process.execPath, [command(), ...args], (error, stdout, stderr) =>
      resolve({ code: error?.code, stdout, stderr }),
    )
  })
}
