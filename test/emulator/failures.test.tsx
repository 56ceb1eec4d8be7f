/** Records of what fails while a bot handles webhooks. */
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Buttons, Postback, Text } from '../../src/index.js'
import { createEmulator, type Emulator, type FailureRecord } from '../../src/emulator/index.js'
import { type Bot, type ContextOf, createBot } from '../../src/webhook/index.js'

type MessageContext = ContextOf<'message:text'>

const own = 'test/emulator/failures.test.tsx'

const botWith = (prepare: (bot: Bot) => void, options: object = {}) => {
  const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y', ...options })
  prepare(bot)
  return bot
}

/** The failures after Aki says something. */
async function failuresOf(bot: Bot | undefined, line = createEmulator({ bot })) {
  await line.user('Aki').says('hi')
  return line.failures
}

const waiting = (line: Emulator): Promise<FailureRecord> =>
  new Promise((resolve) => {
    const end = line.watch((record) => {
      if (record.type !== 'failure') return
      end()
      resolve(record)
    })
  })

describe('a bot in this process', () => {
  let printed: ReturnType<typeof vi.spyOn>
  beforeEach(() => {
    printed = vi.spyOn(console, 'error').mockReturnValue()
  })
  afterEach(() => vi.restoreAllMocks())

  it('has the problems of a message, with component, file, line and the code around it', async () => {
    const bot = botWith((bot) =>
      bot.on('message:text', (ctx) =>
        ctx.reply(
          <Buttons altText="a" text="Pick">
            <Postback label={'x'.repeat(21)} data="1" />
          </Buttons>,
        ),
      ),
    )
    const line = createEmulator({ bot })
    const failures = await failuresOf(undefined, line)
    const [webhook] = line.webhooks
    expect(failures).toHaveLength(1)
    const [failure] = failures
    expect(failure).toMatchObject({
      type: 'failure',
      severity: 'error',
      name: 'LineValidationError',
      webhook: webhook!.number,
      chatId: line.user('Aki').id,
      place: { file: own },
      problems: [
        {
          path: 'messages[0].template.actions[0].label',
          component: '<Buttons> › <Postback>',
          limit: 20,
        },
      ],
    })
    const { place, frame } = failure!
    expect(frame!.lines[place!.line - frame!.firstLine]).toContain('<Postback label=')
    expect(printed).toHaveBeenCalledTimes(1)
  })

  it('marks the line of the first error, not that of a warning before it', async () => {
    const bot = botWith((bot) =>
      bot.on('message:text', (ctx) =>
        ctx.reply(
          <Buttons text="Pick">
            <Postback label={'x'.repeat(21)} data="1" />
          </Buttons>,
        ),
      ),
    )
    const [failure] = await failuresOf(bot)
    const { place, frame, problems } = failure!
    expect(problems[0]).toMatchObject({ severity: 'warning' })
    expect(frame!.lines[place!.line - frame!.firstLine]).toContain('<Postback label=')
  })

  const invalid = { type: 'text', text: '' } as const
  it.each<[string, (ctx: MessageContext) => unknown]>([
    ['a reply of JSON', async ({ reply }) => reply(invalid)],
    ['a reply that is returned', (ctx) => ctx.reply(invalid)],
    ['a reply that nothing awaits', (ctx) => void ctx.reply(invalid)],
    ['a push', async (ctx) => ctx.push(invalid)],
    ['a push by the client', (ctx) => ctx.line.messages.push(ctx.userId!, invalid)],
    ['a method that was taken out', ({ line: { messages } }) => messages.broadcast(invalid)],
    ['a profile that does not exist', (ctx) => ctx.line.users.profile('Uaaaa')],
    ['a rich menu that does not exist', (ctx) => ctx.richMenu.show('none')],
    ['a call after another', (ctx) => ctx.reply('a').then(() => ctx.line.users.profile('Uaaaa'))],
  ])('has the line that made a call which fails: %s', async (_, handler) => {
    const line = createEmulator({
      bot: botWith((bot) => bot.on('message:text', (ctx) => handler(ctx))),
    })
    // All of the library is outside the project.
    line.projectFolder = join(process.cwd(), 'test')
    await failuresOf(undefined, line)
    const failures = line.failures.filter(({ severity }) => severity === 'error')
    expect(failures).toHaveLength(1)
    const [{ place, frame, stack }] = failures as [FailureRecord]
    expect(place).toMatchObject({ file: 'emulator/failures.test.tsx' })
    expect(stack[0]).toContain('emulator/failures.test.tsx')
    expect(frame!.lines[place!.line - frame!.firstLine]).toMatch(/^ {4}\['a /)
  })

  it.each(['push', 'multicast', 'broadcast', 'narrowcast', 'reply'] as const)(
    'has the line of a call by a client of the bot’s own: %s',
    async (send) => {
      const line = createEmulator()
      line.projectFolder = join(process.cwd(), 'test')
      type Sends = Record<typeof send, (...args: unknown[]) => Promise<unknown>>
      const messages = line.client().messages as unknown as Sends
      const to = { multicast: [['U1']], push: ['U1'], reply: ['token'] }[send as 'push'] ?? []
      const error: unknown = await (async () => {
        await messages[send](...to, invalid)
      })().catch((error: unknown) => error)
      const { name, place } = line.reportFailure(error)
      expect([name, place?.file]).toEqual(['LineValidationError', 'emulator/failures.test.tsx'])
    },
  )

  it('knows the causes of what it has reported, so that nothing is reported twice', () => {
    const line = createEmulator()
    const [cause, other] = [new Error('stopped'), new Error('other')]
    line.reportFailure(new TypeError('fetch failed', { cause }))
    expect([line.isReported(cause), line.isReported(other)]).toEqual([true, false])
  })

  it('still has an unhandled rejection of a call that nothing awaits', async () => {
    const rejections: unknown[] = []
    const listener = (error: unknown) => void rejections.push(error)
    const others = process.rawListeners('unhandledRejection')
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', listener)
    try {
      const bot = botWith((bot) =>
        bot.on('message:text', (ctx) => void ctx.line.users.profile('Uaaaa')),
      )
      await failuresOf(bot)
      await vi.waitFor(() => {
        expect(rejections).toMatchObject([{ name: 'LineApiError' }])
      })
    } finally {
      process.removeAllListeners('unhandledRejection')
      for (const one of others) process.on('unhandledRejection', one as () => void)
    }
  })

  it.each([
    [
      'throws',
      () => {
        throw new TypeError('no tea')
      },
    ],
    [
      'rejects',
      async () => {
        await Promise.resolve()
        throw new TypeError('no tea')
      },
    ],
  ])('has an error of a handler that %s, with its place', async (_, handler) => {
    const [failure] = await failuresOf(botWith((bot) => bot.on('message', handler)))
    expect(failure).toMatchObject({ name: 'TypeError', message: 'no tea', place: { file: own } })
    const { place, frame, stack } = failure!
    expect(frame!.lines[place!.line - frame!.firstLine]).toContain('no tea')
    expect(stack[0]).toContain(`${own}:${place!.line}:`)
    expect(stack.join('\n')).not.toMatch(/vitest|node:internal/)
  })

  it('has errors that bot.catch answers, errors of work that goes on, and thrown texts', async () => {
    const bot = botWith((bot) => {
      bot.catch(() => 'handled' as const)
      bot.on(/hi/, (ctx) => {
        ctx.waitUntil(Promise.reject(new Error('later')))
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- bots may throw anything
        throw 'a text'
      })
    })
    const failures = await failuresOf(bot)
    expect(failures.map(({ name, message }) => [name, message]).sort()).toEqual([
      ['Error', 'a text'],
      ['Error', 'later'],
    ])
  })

  it("has LINE's refusals that the bot does not catch", async () => {
    const bot = botWith((bot) => bot.on('message', (ctx) => ctx.reply('hi')))
    const line = createEmulator({ bot })
    line.fault({ status: 400, message: 'The request body has 1 error(s)' })
    const [failure] = await failuresOf(undefined, line)
    expect(failure).toMatchObject({ name: 'LineApiError', webhook: line.webhooks[0]!.number })
  })

  it('has warnings, each time', async () => {
    const warned = vi.spyOn(console, 'warn').mockReturnValue()
    const bot = botWith((bot) =>
      bot.on('message', (ctx) => ctx.reply({ type: 'text', text: 'hi', quickreply: {} } as never)),
    )
    const line = createEmulator({ bot })
    await failuresOf(undefined, line)
    const failures = await failuresOf(undefined, line)
    expect(failures.map(({ severity, name, webhook }) => [severity, name, webhook])).toEqual(
      line.webhooks.map(({ number }) => ['warning', 'unknown_property', number]),
    )
    expect(warned).toHaveBeenCalledTimes(1)
  })

  it('belongs to the webhook of its event, also when events of one person wait for each other', async () => {
    const bot = botWith((bot) =>
      bot.on('message:text', async (ctx) => {
        await new Promise((resolve) => setImmediate(resolve))
        throw new Error(ctx.text)
      }),
    )
    const line = createEmulator({ bot })
    const aki = line.user('Aki')
    await Promise.all([aki.says('one'), aki.says('two'), aki.says('three')])
    for (const { message, webhook } of line.failures) {
      const record = line.webhooks.find(({ number }) => number === webhook)
      expect(record!.body).toContain(`"${message}"`)
    }
    expect(line.failures).toHaveLength(3)
  })

  it('has what a function from Request to Response throws, and a status of its own', async () => {
    const thrower = createEmulator({
      webhook: () => {
        throw new RangeError('too far')
      },
    })
    expect(await failuresOf(undefined, thrower)).toMatchObject([
      { name: 'RangeError', place: { file: own } },
    ])
    const server = createEmulator({ webhook: () => new Response('no such page', { status: 404 }) })
    expect(await failuresOf(undefined, server)).toMatchObject([
      {
        name: 'ERROR_STATUS_CODE',
        message: 'The bot answered 404 instead of 200: no such page',
        hint: expect.stringContaining('--path') as string,
      },
    ])
  })

  it('has an error that was reported while no webhook is known, and one whose properties throw', () => {
    const line = createEmulator()
    expect(
      line.reportFailure(new Error('x', { cause: new Error('because') }), { hint: 'Do this.' }),
    ).toMatchObject({
      message: 'x: because',
      hint: 'Do this.',
      problems: [],
    })
    const hostile = {
      get message(): string {
        throw new Error('ha')
      },
    }
    expect(line.reportFailure(hostile)).toMatchObject({ name: 'Error' })
    expect(line.reportFailure(undefined)).toMatchObject({ message: 'undefined' })
  })

  it('belongs to the webhook that is handled, for errors that nothing awaits', async () => {
    const bot = botWith((bot) =>
      bot.on('message', () => {
        setImmediate(() => line.reportFailure(new Error('late')))
      }),
    )
    const line = createEmulator({ bot })
    const failure = waiting(line)
    const { webhook } = await line.user('Aki').says('hi')
    expect(await failure).toMatchObject({ webhook: webhook!.number, chatId: line.user('Aki').id })
  })

  it('shows no secret', async () => {
    const line = createEmulator({
      bot: botWith((bot) =>
        bot.on('message', () => {
          const { channelSecret, channelAccessToken } = line.account
          throw new Error(
            `${channelSecret} ${channelAccessToken} Bearer abc.def-123 channelSecret: 'of mine'`,
          )
        }),
      ),
    })
    const [failure] = await failuresOf(undefined, line)
    expect(failure!.message).toBe("[hidden] [hidden] Bearer [hidden] channelSecret: '[hidden]'")
    expect(JSON.stringify(failure)).not.toContain('of mine')
  })

  it('is bounded', () => {
    const line = createEmulator()
    const problems = Array.from({ length: 1_000 }, () => ({ message: 'x', path: 'y' }))
    const failure = line.reportFailure(Object.assign(new Error('m'.repeat(1e6)), { problems }))
    expect(failure.message).toHaveLength(10_000)
    expect(failure.problems).toHaveLength(100)
    for (let i = 0; i < 1_200; i++) line.reportFailure(new Error(String(i)))
    expect(line.failures.length).toBeLessThanOrEqual(1_100)
    line.reset()
    expect(line.failures).toEqual([])
  })
})

describe('a place', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fukidashi-'))
    await writeFile(join(folder, 'bot.ts'), 'one\ntwo\nthree\nfour\nfive\nsix\n')
  })
  afterEach(() => rm(folder, { recursive: true }))

  const placeOf = (root: string, ...frames: string[]) => {
    const line = createEmulator()
    line.projectFolder = root
    const error = new Error('x')
    error.stack = ['Error: x', ...frames.map((frame) => `    at ${frame}`)].join('\n')
    return line.reportFailure(error)
  }

  it('is the first frame in a file of the project', () => {
    const failure = placeOf(
      folder,
      `reply (${folder}/node_modules/fukidashi/dist/x.js:1:1)`,
      'node:internal/process/task_queues:95:5',
      `async handler (file://${folder}/bot.ts?t=12:5:3)`,
      `${folder}/other.ts:7:9`,
    )
    expect(failure.place).toEqual({ file: 'bot.ts', line: 5, column: 3 })
    expect(failure.frame).toEqual({
      firstLine: 2,
      lines: ['two', 'three', 'four', 'five', 'six', ''],
    })
    expect(failure.stack).toEqual([
      'async handler (bot.ts:5:3)',
      'other.ts:7:9',
      `reply (${folder}/node_modules/fukidashi/dist/x.js:1:1)`,
    ])
  })

  it.each([
    ['C:\\shop', 'handler (C:\\shop\\src\\bot.ts:8:3)'],
    ['C:\\shop', 'handler (file:///c:/shop/src/bot.ts:8:3)'],
    ['/shop', 'handler (/@fs/shop/src/bot.ts:8:3)'],
    ['/my shop/', 'handler (file:///my%20shop/src/bot.ts:8:3)'],
  ])('is a path from the folder: %s, %s', (root, frame) => {
    expect(placeOf(root, frame).place).toEqual({ file: 'src/bot.ts', line: 8, column: 3 })
  })

  it('is never outside the project', async () => {
    for (const frame of [
      `f (${folder}/../secret.ts:1:1)`,
      'f (/etc/passwd:1:1)',
      `f (${folder}-other/bot.ts:1:1)`,
      'f (https://example.com/bot.ts:1:1)',
      'f (../secret.ts:1:1)',
    ])
      expect(placeOf(folder, frame).place, frame).toBeUndefined()
    await symlink('/etc/hostname', join(folder, 'link.ts'))
    expect(placeOf(folder, `f (${folder}/link.ts:1:1)`).frame).toBeUndefined()
  })
})

it('has no failure when all is well', async () => {
  const bot = botWith((bot) => bot.on('message', (ctx) => ctx.reply(<Text>hi</Text>)))
  expect(await failuresOf(bot)).toEqual([])
})
