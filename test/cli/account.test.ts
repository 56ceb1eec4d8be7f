/** The commands that work with an account, as programs of their own, with an emulator. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { bot, env, folder, jsonOf, line, moveTo, run } from './account-scene.ts'
import { command, installIn } from './command.ts'

const names = ['send', 'webhook', 'token', 'quota', 'users', 'doctor'] as const

/** The arguments of a call of each command. */
const calls: string[][] = [
  ['send', '-'],
  ['webhook', 'get'],
  ['webhook', 'set', 'https://example.com/webhook'],
  ['webhook', 'test', 'https://example.com/webhook'],
  ['token', 'issue'],
  ['token', 'verify'],
  ['token', 'revoke'],
  ['quota'],
  ['users'],
  ['doctor'],
]
const hello = '{"type":"text","text":"Hello"}'

describe('every command', () => {
  it.each(names)('has help with examples and exit codes: %s', async (name) => {
    const { code, stdout, stderr } = await command([name, '--help'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const words of ['Examples:\n', `  fukidashi ${name}`, 'Exit codes: 0 '])
      expect(stdout).toContain(words)
  })

  it.each(calls)('says what is missing without a token: %s %s', async (...args) => {
    const none = Object.fromEntries(Object.keys(env).map((key) => [key, undefined]))
    const { code, stdout, stderr } = await run(args, hello, { env: none })
    const text = stdout + stderr
    expect([args, code]).toEqual([args, args[0] === 'doctor' ? 1 : 2])
    expect(text).toMatch(/LINE_(?:CHANNEL_ACCESS_TOKEN|CHANNEL_ID|USER_ID) is not set/)
    const count = text.match(/is not set/g)!.length
    if (args[0] !== 'doctor') expect(text).toContain(`Set ${count === 1 ? 'it' : 'them'} in the`)
    expect(text).toContain('LINE Developers Console')
    if (args[0] === 'send') expect(text).toContain('LINE_USER_ID is not set')
    if (args[1] === 'issue') expect(text).toContain('LINE_CHANNEL_SECRET is not set')
  })

  it.each(calls)('says that LINE cannot be reached: %s %s', async (...args) => {
    const { code, stdout, stderr } = await run(args, hello, {
      env: { LINE_API_BASE_URL: 'http://127.0.0.1:9' },
    })
    expect([args, code]).toEqual([args, 1])
    expect(stdout + stderr).toMatch(/could not connect/)
  })

  it.each(names)('refuses unknown options: %s', async (name) => {
    const args = calls.find(([first]) => first === name)!
    const { code, stderr } = await run([...args, '--jsn'])
    expect([name, code]).toEqual([name, 2])
    expect(stderr).toContain('Unknown option --jsn. Did you mean --json?')
  })

  it.each(calls)('prints JSON, and no token and no secret: %s %s', async (...args) => {
    line.state.webhook.endpoint = await bot(200)
    const { stdout, stderr } = await run([...args, '--json'], hello)
    expect(() => JSON.parse(stdout) as unknown).not.toThrow()
    expect(stdout + stderr).not.toContain(line.account.channelAccessToken)
    expect(stdout + stderr).not.toContain(line.account.channelSecret)
  })

  it.each(calls)('ends at once at Ctrl-C: %s %s', async (...args) => {
    const server = createServer(() => child?.kill('SIGINT'))
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    let child: { kill: (signal: 'SIGINT') => boolean } | undefined
    const { stdout } = await run(args, hello, {
      env: { LINE_API_BASE_URL: `http://127.0.0.1:${port}` },
      started: (started) => (child = started),
    })
    expect(stdout).toBe('')
  })
})

it('variables may be in .env', async () => {
  const { LINE_CHANNEL_ACCESS_TOKEN: token, LINE_API_BASE_URL: url } = env
  await writeFile(
    join(folder, '.env'),
    `LINE_CHANNEL_ACCESS_TOKEN=${token}\nLINE_API_BASE_URL=${url}\n`,
  )
  const own = { LINE_CHANNEL_ACCESS_TOKEN: undefined, LINE_API_BASE_URL: undefined }
  expect(await run(['quota'], '', { env: own })).toMatchObject({ code: 0 })
})

describe('send', () => {
  const texts = () =>
    line.user('Aki').messages.map((message) => (message as { text?: string }).text)

  it('sends JSON of standard input to the user in LINE_USER_ID', async () => {
    const { code, stdout } = await run(['send', '-', '--to', 'me'], hello)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Sent 1 message to U[0-9a-f]{32}: \d+\n$/)
    expect(texts()).toEqual(['Hello'])
    expect(line.calls.map(({ path }) => path)).toEqual([
      '/v2/bot/message/validate/push',
      '/v2/bot/message/push',
    ])
  })

  it('sends a file with a list, a request body, or a bubble to a group', async () => {
    const group = line.group('Team', [line.user('Aki')])
    const bubble = {
      type: 'bubble',
      body: { type: 'box', layout: 'vertical', contents: [{ type: 'text', text: 'Tea' }] },
    }
    for (const value of [
      [{ type: 'text', text: 'a' }],
      { messages: [{ type: 'text', text: 'b' }] },
      bubble,
    ]) {
      await writeFile(join(folder, 'a.json'), JSON.stringify(value))
      expect(await run(['send', 'a.json', '--to', group.id])).toMatchObject({ code: 0 })
    }
    expect(line.calls.filter(({ path }) => path.endsWith('message/push'))).toHaveLength(3)
  })

  it('sends nothing with --dry-run', async () => {
    const { code, stdout } = await run(['send', '-', '--dry-run'], hello, {
      env: { LINE_USER_ID: undefined },
    })
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'LINE accepts 1 message. Nothing was sent.\n',
    })
    expect(line.calls.map(({ path }) => path)).toEqual(['/v2/bot/message/validate/push'])
  })

  it.each<[what: string, args: string[], input: string, code: number, says: RegExp]>([
    ['messages that LINE would refuse', ['-'], '{"type":"text","text":""}', 1, /text is empty/],
    ['input that is not JSON', ['-'], 'Hello', 1, /standard input.* is not JSON/],
    ['a file that is missing', ['x.json'], '', 2, /no file x.json/],
    ['a folder', ['.'], '', 2, /is a folder/],
    ['empty input', ['-'], '\n', 1, /standard input is empty/],
    ['a recipient that is no id', ['-', '--to', 'Aki'], hello, 2, /--to is not an id/],
    ['an export of JSON', ['-', '--export', 'a'], hello, 2, /this is JSON/],
  ])('refuses %s', async (_, args, input, code, says) => {
    const result = await run(['send', ...args], input)
    expect({ code: result.code, stdout: result.stdout }).toEqual({ code, stdout: '' })
    expect(result.stderr).toMatch(says)
    expect(line.calls).toEqual([])
  })

  describe('of a module', () => {
    const module = `import { Text } from 'fukidashi'
import { defineCatalog } from 'fukidashi/catalog'
console.log('loaded')
const words = { en: 'Tea', th: 'ชา' }
const catalog = defineCatalog({ locales: ['en', 'th'], context: (locale: 'en' | 'th') => ({ tea: words[locale] }) })
const Tea = (_: object, { tea }: { tea: string }) => <Text>{tea}</Text>
const stories = catalog.component(Tea, { title: 'Shop/Tea' })
export const Normal = stories.story({})
export const Plain = <Text>Plain</Text>
export const Called = () => <Text>Called</Text>
`
    const project = async () => {
      moveTo(await mkdtemp(resolve('test/cli/.project-')))
      await installIn(folder)
      await writeFile(join(folder, 'tea.tsx'), module)
      await writeFile(
        join(folder, 'tsconfig.json'),
        '{"compilerOptions":{"jsx":"react-jsx","jsxImportSource":"fukidashi"}}',
      )
    }

    it('sends an element, a component, and a story in a locale', async () => {
      await project()
      for (const args of [['Plain'], ['Called'], ['Normal'], ['Normal', '--locale', 'th']]) {
        const result = await run(['send', 'tea.tsx', '--export', ...args, '--json'])
        expect([args, result]).toEqual([args, expect.objectContaining({ code: 0 })])
        expect(jsonOf(result)).toMatchObject({ messages: [{ type: 'text' }], sentMessages: [{}] })
      }
      expect(texts()).toEqual(['Plain', 'Called', 'Tea', 'ชา'])
    })

    it('names the exports and locales that there are', async () => {
      await project()
      for (const [args, says] of [
        [[], /Choose one with --export. Its exports: .*Normal/],
        [['--export', 'Nomal'], /has no export "Nomal"/],
        [['--export', 'Normal', '--locale', 'fr'], /Its locales: en, th/],
        [
          ['--export', 'Plain', '--locale', 'th'],
          /--locale is for stories, and Plain of tea.tsx is not/,
        ],
      ] as const) {
        const { code, stderr } = await run(['send', 'tea.tsx', ...args])
        expect(code).toBe(2)
        expect(stderr).toMatch(says)
      }
    })

    it('says what is wrong with the module', async () => {
      await project()
      for (const [file, text, code, says] of [
        ['none.ts', 'export {}', 2, /none.ts exports nothing/],
        ['notes.txt', 'hello', 2, /notes.txt is not a module. Pass a .tsx, .*, a JSON file/],
        [
          'bad.ts',
          '\n throw new Error("no database")',
          1,
          /bad.ts failed .*\n.*no database\n.* bad.ts:2:8$/m,
        ],
      ] as const) {
        await writeFile(join(folder, file), text)
        const result = await run(['send', file])
        expect(result.code).toBe(code)
        expect(result.stderr).toMatch(says)
      }
    })
  })
})

describe('webhook', () => {
  it('is set, printed and tested', async () => {
    expect(await run(['webhook', 'get'])).toMatchObject({
      code: 1,
      stdout: /No webhook URL is set/,
    })
    const url = await bot(200)
    expect(await run(['webhook', 'set', url])).toMatchObject({ code: 0 })
    expect(await run(['webhook', 'get'])).toMatchObject({ code: 0, stdout: `${url}\n` })
    expect(await run(['webhook', 'test'])).toMatchObject({
      code: 0,
      stdout: 'The bot answered 200.\n',
    })
    line.state.webhook.active = false
    const off = await run(['webhook', 'get', '--json'])
    expect(off.code).toBe(1)
    expect(jsonOf(off)).toEqual({ endpoint: url, active: false })
    expect((await run(['webhook', 'get'])).stdout).toContain('turn on "Use webhook"')
  })

  it('says why a test failed', async () => {
    const refused = await run(['webhook', 'test', await bot(403)])
    expect(refused.code).toBe(1)
    expect(refused.stdout).toMatch(/failed with 403: ERROR_STATUS_CODE.*\n.*channel secret/)
    const unreachable = await run(['webhook', 'test', 'http://127.0.0.1:9/webhook'])
    expect(unreachable.code).toBe(1)
    expect(unreachable.stdout).toContain('COULD_NOT_CONNECT')
  })

  it.each(['example.com', 'http://example.com', `https://example.com/${'x'.repeat(500)}`])(
    'refuses %s',
    async (url) => {
      expect(await run(['webhook', 'set', url])).toMatchObject({ code: 2, stdout: '' })
      expect(line.calls).toEqual([])
    },
  )
})

describe('token', () => {
  it.each(['stateless', 'short-lived'])('issues and verifies a %s token', async (kind) => {
    const { code, stdout, stderr } = await run(['token', 'issue', '--kind', kind])
    expect(code).toBe(0)
    const token = stdout.trim()
    expect(token).toMatch(/^\S{50,}$/)
    expect(stderr).toMatch(/^Valid for \d+ (?:minutes|days)\. Keep it secret\.\n$/)
    const verified = await run(['token', 'verify', '--stdin'], token)
    expect(verified).toMatchObject({ code: 0 })
    expect(verified.stdout).toContain(`channel ${line.account.channelId} is valid for`)
  })

  it('revokes a token, which is not valid afterwards', async () => {
    const { stdout: token } = await run(['token', 'issue', '--kind', 'short-lived'])
    expect(await run(['token', 'revoke', '--stdin'], token)).toMatchObject({ code: 0 })
    const verified = await run(['token', 'verify', '--stdin', '--json'], token)
    expect([verified.code, jsonOf(verified)]).toEqual([1, { valid: false }])
  })

  it('refuses a wrong secret, another kind and empty input', async () => {
    const wrong = await run(['token', 'issue'], '', {
      env: { LINE_CHANNEL_SECRET: '0'.repeat(32) },
    })
    expect(wrong).toMatchObject({ code: 1, stdout: '' })
    expect(await run(['token', 'issue', '--kind', 'long'])).toMatchObject({ code: 2 })
    expect(await run(['token', 'verify', '--stdin'], ' ')).toMatchObject({ code: 2 })
  })
})

describe('quota and users', () => {
  it('count the messages of the month', async () => {
    line.state.quota = { type: 'limited', value: 2 }
    expect(await run(['quota'])).toMatchObject({
      code: 0,
      stdout: '0 of 2 messages sent this month; 2 left.\n',
    })
    await run(['send', '-'], `[${hello},${hello}]`)
    await run(['send', '-'], hello)
    const used = await run(['quota', '--json'])
    expect([used.code, jsonOf(used)]).toEqual([1, { limit: 2, used: 2, left: 0 }])
    line.state.quota = { type: 'none' }
    expect((await run(['quota'])).stdout).toContain('there is no limit')
  })

  it('list friends', async () => {
    const ids = [line.user('Aki').id, line.user('Ben').id]
    expect(await run(['users'])).toMatchObject({ code: 0, stdout: `${ids.join('\n')}\n` })
    expect(jsonOf(await run(['users', '--limit', '1', '--json']))).toEqual([ids[0]])
    expect(await run(['users', '--limit', 'all'])).toMatchObject({ code: 2 })
  })
})
