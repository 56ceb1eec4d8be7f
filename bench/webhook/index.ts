/**
 * How fast webhooks are taken, beside the least that a server must do and beside Express with LINE's own SDK; and what stores add.
 *
 *   npx tsx --conditions fukidashi-source bench/webhook/index.ts [rounds] [one,many,memory,store]
 *
 * Servers and load run in processes of their own, on different processors where `taskset` is there to say so. Contestants take turns
 * within a round, and the table shows the median round, because a machine is rarely alone.
 */
import { execFileSync, fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'esbuild'
import { answer, ask } from '../support/child.js'
import { peersCache } from '../support/peers.js'
import { byStore } from './bots.js'

interface Figures {
  /** Requests a second. */
  rate: number
  /** Microseconds of processor time a request. */
  cpu: number
}

const out = peersCache()

async function main(): Promise<void> {
  const rounds = Number(process.argv[2] ?? 5)
  const what = process.argv[3] ?? 'one many memory store'
  process.setMaxListeners(50)
  await bundle()
  if (what.includes('one')) await one(rounds)
  if (what.includes('many')) await many(rounds)
  if (what.includes('memory')) await memory()
  if (what.includes('store')) await stores(rounds)
}

async function one(rounds: number): Promise<void> {
  const figures = await compare({ perBody: 1, warmUp: 30_000, count: 40_000 }, rounds, [
    'bare',
    'fukidashi',
    'fukidashi, async + middleware',
    'Express + @line/bot-sdk',
  ])
  table('1 event a body', figures)
}

async function many(rounds: number): Promise<void> {
  const figures = await compare({ perBody: 100, warmUp: 3_000, count: 3_000 }, rounds, [
    'bare',
    'fukidashi',
    'fukidashi, async + middleware',
  ])
  table('100 events a body', figures)
}

/** What it costs to remember the events that were handled: beside HTTP, and alone. */
async function stores(rounds: number): Promise<void> {
  const work = { perBody: 1, warmUp: 30_000, count: 40_000 }
  table('1 event a body, by store', await compare(work, rounds, [...byStore]))
  for (const kind of ['sync', 'async']) {
    const alone = new Map<string, number[]>(byStore.map((name) => [name, []]))
    for (let round = 0; round < rounds; round++)
      for (const [name, figures] of alone) {
        const child = start('in-process.mjs', [name, kind], 0)
        figures.push((await answer<{ cpu: number }>(child)).cpu)
      }
    console.log(`\nCPU µs a webhook without HTTP, with a handler that is ${kind}`)
    console.table(
      [...alone].map(([bot, figures]) => ({ bot, 'CPU µs': Number(median(figures).toFixed(2)) })),
    )
  }
}

/** Compiled first: loaders that compile on the fly change what is measured. */
async function bundle(): Promise<void> {
  await build({
    entryPoints: ['server.ts', 'load.ts', 'in-process.ts'].map((file) =>
      join(import.meta.dirname, file),
    ),
    outdir: out,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    conditions: ['fukidashi-source'],
    external: ['express', '@line/bot-sdk'],
    splitting: false,
  })
}

const pinned = (() => {
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

function start(file: string, args: string[], processor: number): ChildProcess {
  const child = fork(join(out, file), args, {
    // Not tsx, which runs this file.
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  if (pinned)
    execFileSync('taskset', ['-acp', String(processor), String(child.pid)], { stdio: 'ignore' })
  return child
}

interface Status {
  cpu: number
  rss: number
  /** Bytes that are in use after a collection; only where one was asked for. */
  used: number
  seen: number
}

class Contestant {
  private constructor(
    readonly name: string,
    readonly server: ChildProcess,
    readonly load: ChildProcess,
    readonly port: number,
    readonly perBody: number,
  ) {}

  static async begin(name: string, perBody: number): Promise<Contestant> {
    const server = start('server.mjs', [name], 0)
    const { port } = await answer<{ port: number }>(server)
    return new Contestant(name, server, start('load.mjs', [], 1), port, perBody)
  }

  status = (collect = false) => ask<Status>(this.server, { collect })

  send = async (count: number): Promise<number> => {
    const { port, perBody } = this
    return (await ask<{ seconds: number }>(this.load, { port, count, perBody })).seconds
  }

  async measure(count: number): Promise<Figures> {
    const before = await this.status()
    const seconds = await this.send(count)
    const after = await this.status()
    const handled = after.seen - before.seen
    if (handled !== count * this.perBody) {
      throw new Error(`${this.name} handled ${handled} of ${count * this.perBody} events`)
    }
    return { rate: count / seconds, cpu: (after.cpu - before.cpu) / count }
  }

  end(): void {
    this.server.kill()
    this.load.kill()
  }
}

async function compare(
  work: { perBody: number; warmUp: number; count: number },
  rounds: number,
  names: string[],
): Promise<Map<string, Figures[]>> {
  const contestants = new Map<string, Contestant>()
  for (const name of names) {
    const contestant = await Contestant.begin(name, work.perBody)
    await contestant.send(work.warmUp)
    contestants.set(name, contestant)
  }
  const figures = new Map<string, Figures[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    // Each round in another order.
    for (let i = 0; i < names.length; i++) {
      const name = names[(i + round) % names.length]!
      figures.get(name)!.push(await contestants.get(name)!.measure(work.count))
    }
  }
  for (const contestant of contestants.values()) contestant.end()
  return figures
}

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

/** Ratios are to the first one. */
function table(title: string, all: Map<string, Figures[]>): void {
  const [[first, bare]] = all as unknown as [[string, Figures[]]]
  const rows = [...all].map(([name, rounds]) => {
    const ratio = (of: (figures: Figures) => number) =>
      median(rounds.map((figures, i) => of(figures) / of(bare[i]!))).toFixed(2)
    return {
      server: name,
      'requests/s': Math.round(median(rounds.map(({ rate }) => rate))),
      'CPU µs': Number(median(rounds.map(({ cpu }) => cpu)).toFixed(1)),
      least: Number(Math.min(...rounds.map(({ cpu }) => cpu)).toFixed(1)),
      [`requests/s : ${first}`]: ratio(({ rate }) => rate),
      [`CPU : ${first}`]: ratio(({ cpu }) => cpu),
    }
  })
  console.log(`\n${title} (median of ${bare.length} rounds)`)
  console.table(rows)
}

/** Resident memory, and what of it is in use, after each quarter of 200,000 webhooks. */
async function memory(): Promise<void> {
  const resident: Record<string, string | number>[] = []
  const used: Record<string, string | number>[] = []
  for (const name of [
    'bare',
    'fukidashi',
    'fukidashi, async + middleware',
    'Express + @line/bot-sdk',
  ]) {
    const contestant = await Contestant.begin(name, 1)
    const rows: Record<string, string | number>[] = [{ server: name }, { server: name }]
    for (const quarter of [1, 2, 3, 4]) {
      await contestant.send(50_000)
      // First: a collection gives back what is resident.
      const { rss } = await contestant.status()
      rows[0]![`${quarter * 50},000`] = Math.round(rss / 2 ** 20)
      rows[1]![`${quarter * 50},000`] = ((await contestant.status(true)).used / 2 ** 20).toFixed(2)
    }
    contestant.end()
    resident.push(rows[0]!)
    used.push(rows[1]!)
  }
  console.log('\nMiB resident after so many webhooks')
  console.table(resident)
  console.log('\nMiB in use after so many webhooks and a collection')
  console.table(used)
}

await main()
