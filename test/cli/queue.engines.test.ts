/** `fukidashi queue` as a program of its own, with real databases. */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { QueueAdapter, QueuedEvent } from 'fukidashi/queue'
import { databases } from '../queue/databases.ts'
import { type Engine, startPostgres } from '../support/engines.ts'
import { command } from './command.ts'

const noVariables = { QUEUE_URL: undefined, DATABASE_URL: undefined, REDIS_URL: undefined }
const peers = resolve('test/peers')

const run = (args: readonly string[], env: Record<string, string> = {}, cwd = peers) =>
  command(['queue', ...args], '', { cwd, env: { ...noVariables, ...env } })

const event = (id: string, mailbox = 'bot/U1'): QueuedEvent => ({
  id,
  mailbox,
  destination: 'bot',
  userId: 'U1',
  timestamp: 1_795_881_256_941,
  receivedAt: Date.now(),
  event: {
    type: 'message',
    message: { type: 'text', text: 'my secret \u001b[31m' },
    source: { type: 'user', userId: 'U1' },
  },
})

/** Gives events up. */
async function giveUp(queue: QueueAdapter, events: readonly QueuedEvent[]): Promise<void> {
  await queue.mailboxes.append(events)
  const reason = { code: 'failed', message: 'TypeError: x\u001b[2J' } as const
  const times = { leaseMs: 60_000, knownMs: 60_000, deadMs: 600_000 }
  for (const { id, mailbox } of events) {
    await queue.mailboxes.open(mailbox, id, 60_000)
    const end = { as: 'dead', reason } as const
    await queue.mailboxes.settle(mailbox, id, id, end, { ...times, next: false })
  }
}

describe.each(databases)('on $title', ({ start, variable, open }) => {
  let engine: Engine
  let opened: Awaited<ReturnType<typeof open>>
  let queue: QueueAdapter
  beforeAll(async () => {
    engine = await start()
    opened = await open(engine.url)
    queue = opened.queue
  })
  beforeEach(() => opened.empty())
  afterAll(async () => {
    await opened.close()
    await engine.close()
  })
  const runHere = (...args: string[]) => run([...args, '--url', engine.url])

  it('counts events', async () => {
    expect(await runHere('status')).toEqual({
      code: 0,
      stdout: 'Waiting: 0, of 0 users, groups and rooms.\nGiven up: 0.\n',
      stderr: '',
    })
    await giveUp(queue, [event('a')])
    await queue.mailboxes.append([event('b'), event('c', 'bot/U2')])
    const { code, stdout } = await runHere('status')
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^Waiting: 2, of 2 users, groups and rooms\. The oldest came \d+ s ago\.$/m,
    )
    expect(stdout).toMatch(/^Given up: 1\. List them: fukidashi queue dead$/m)
    const json = JSON.parse((await runHere('status', '--json')).stdout) as unknown
    expect(json).toEqual({
      waiting: 2,
      mailboxes: 2,
      dead: 1,
      oldestMs: expect.any(Number) as number,
    })
  })

  it('lists events that were given up, without what people wrote', async () => {
    expect((await runHere('dead')).stdout).toBe('No event was given up.\n')
    await giveUp(queue, [event('a'), event('b'), event('c')])
    const listed = await runHere('dead', '--limit', '2')
    expect(listed.code).toBe(0)
    expect(listed.stderr).toContain('There are more. Pass --limit')
    expect(listed.stdout.replaceAll(/^\S+Z/gm, 'TIME')).toBe(
      'TIME  c  message:text  1 run  failed: TypeError: x [2J\n' +
        'TIME  b  message:text  1 run  failed: TypeError: x [2J\n',
    )
    const { stdout } = await runHere('dead', '--json')
    expect(stdout).not.toMatch(/secret|U1/)
    expect(JSON.parse(stdout)).toMatchObject([
      { id: 'c', type: 'message:text', attempts: 1, reason: { code: 'failed' } },
      { id: 'b' },
      { id: 'a' },
    ])
  })

  it('prints what people wrote if asked to, and no control characters', async () => {
    await giveUp(queue, [event('a')])
    const { stdout } = await runHere('dead', '--texts')
    expect(stdout).toContain('my secret \\u001b[31m')
    expect(stdout).not.toContain('\u001b')
    expect(JSON.parse((await runHere('dead', '--texts', '--json')).stdout)).toMatchObject([
      { id: 'a', event: event('a').event },
    ])
  })

  it('puts events back, and wakes a worker', async () => {
    const drained: string[] = []
    const drain = (mailbox: string) => {
      drained.push(mailbox)
      return Promise.resolve()
    }
    const working = await queue.work!(drain, { concurrency: 1, onError: vi.fn() })
    await giveUp(queue, [event('a'), event('b', 'bot/U2'), event('c')])
    const some = await runHere('replay', 'b', 'none', 'b')
    expect(some).toMatchObject({ code: 1, stderr: '' })
    expect(some.stdout).toContain('1 event put back into the queue.')
    expect(some.stdout).toContain('Not among the events that were given up: none')
    await vi.waitFor(() => expect(drained).toEqual(['bot/U2']))
    const { code, stdout } = await runHere('replay', '--all', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual({ replayed: ['a', 'c'], missing: [] })
    await vi.waitFor(() => expect(drained).toEqual(['bot/U2', 'bot/U1']))
    await working.close()
    expect(await queue.mailboxes.counts()).toMatchObject({ waiting: 3, dead: 0 })
  })

  it('deletes events that were given up, if that is sure', async () => {
    await giveUp(queue, [event('a'), event('b')])
    const unsure = await runHere('discard', 'a')
    expect(unsure).toMatchObject({ code: 2, stdout: '' })
    expect(unsure.stderr).toContain('Pass --yes')
    expect((await queue.mailboxes.counts()).dead).toBe(2)
    expect(await runHere('discard', 'a', '--yes')).toEqual({
      code: 0,
      stdout: '1 event deleted.\n',
      stderr: '',
    })
    const rest = await runHere('discard', '--all', '--yes', '--json')
    expect(JSON.parse(rest.stdout)).toEqual({ discarded: ['b'], missing: [] })
    expect((await queue.mailboxes.counts()).dead).toBe(0)
  })

  it('finds the queue by variables, also in .env', async () => {
    expect((await run(['status'], { [variable]: engine.url })).code).toBe(0)
    const folder = mkdtempSync(join(tmpdir(), 'fukidashi-queue-'))
    symlinkSync(join(peers, 'node_modules'), join(folder, 'node_modules'))
    writeFileSync(join(folder, '.env'), `QUEUE_URL=${engine.url}\n`)
    expect((await run(['status'], {}, folder)).code).toBe(0)
    rmSync(folder, { recursive: true })
  })
})

describe('says what is wrong', () => {
  const urls = { DATABASE_URL: 'postgres://a@127.0.0.1/a', REDIS_URL: 'redis://127.0.0.1' }
  it.each([
    [['status'], {}, 'The address of the queue is missing. Pass --url, or set QUEUE_URL'],
    [['status'], urls, 'Both DATABASE_URL and REDIS_URL are set.'],
    [['status', '--url', 'mysql://me:hunter2@x/y'], {}, 'must be a URL that begins with redis://'],
    [['status', '--prefix', 'a'], { QUEUE_URL: urls.DATABASE_URL }, '--prefix is for Redis'],
    [['status', '--schema', 'a'], { QUEUE_URL: urls.REDIS_URL }, '--schema is for PostgreSQL'],
    [['replay'], { QUEUE_URL: urls.REDIS_URL }, 'Pass the ids of events to replay, or --all.'],
    [['discard', 'a', '--all'], { QUEUE_URL: urls.REDIS_URL }, 'Pass ids or --all, not both.'],
    [['dead', '--limit', '0'], { QUEUE_URL: urls.REDIS_URL }, 'Use a whole number above 0.'],
  ])('in %j', async (args, env, problem) => {
    const { code, stdout, stderr } = await run(args, env)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(problem)
    expect(stderr).not.toContain('hunter2')
  })

  it.each(['postgres://me:hunter2@127.0.0.1:1/none', 'redis://me:hunter2@127.0.0.1:1'])(
    'of a server that is away: %s',
    async (url) => {
      const { code, stdout, stderr } = await run(['status', '--url', url])
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).toContain('ECONNREFUSED')
      expect(stderr).not.toContain('hunter2')
    },
  )
})

it('names the command that makes missing tables, and the package that is missing', async () => {
  const engine = await startPostgres()
  const { code, stderr } = await run(['dead', '--url', engine.url])
  expect(code).toBe(1)
  expect(stderr).toContain('npx fukidashi store migrate')
  await engine.close()
  const without = await run(['dead', '--url', 'postgres://a@127.0.0.1/a'], {}, '/')
  expect(without).toMatchObject({ code: 2, stdout: '' })
  expect(without.stderr).toContain('npm install pg')
})
