/**
 * What a queue costs, beside BullMQ alone on the same engine.
 *
 *   npx tsx --conditions fukidashi-source bench/scale/index.ts [rounds] [redis,postgres]
 *
 * Starts Redis and PostgreSQL of its own (`npm test` installs them). Contestants take turns within a round; the tables show the median
 * round. Every contestant does the same: a receiver verifies a webhook and keeps its event before it answers; a worker does nothing
 * with what it gets, twenty at once.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'esbuild'
import { type Engine, startPostgres, startRedis } from '../../test/support/engines.js'
import { answer, ask } from '../support/child.js'
import { peersCache } from '../support/peers.js'

const out = peersCache()
const rounds = Number(process.argv[2] ?? 5)
const chosen = process.argv[3] ?? 'redis,postgres'

/** Requests of a round, and before the first one. */
const requests = { redis: 5_000, postgres: 1_500 }
/** Events of a round. */
const events = { redis: 10_000, postgres: 2_000 }
type EngineName = keyof typeof requests

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

function start(file: string, args: string[]): ChildProcess {
  // Not tsx, which runs this file.
  return fork(join(out, file), args, {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

/** A rate, and microseconds of processor time for each. */
interface Figures {
  rate: number
  cpu: number
}

function table(title: string, all: ReadonlyMap<string, readonly Figures[]>): void {
  const [[, bare]] = all as unknown as [[string, readonly Figures[]]]
  const rows = [...all].map(([name, figures]) => ({
    contestant: name,
    'a second': Math.round(median(figures.map(({ rate }) => rate))),
    'CPU µs': Math.round(median(figures.map(({ cpu }) => cpu))),
    'rate : bare': median(figures.map(({ rate }, i) => rate / bare[i]!.rate)).toFixed(2),
  }))
  console.log(`\n${title} (median of ${bare.length} rounds)`)
  console.table(rows)
}

async function receivers(engine: EngineName, url: string): Promise<void> {
  const count = requests[engine]
  const contestants = await Promise.all(
    ['bare', 'receiver'].map(async (name) => {
      const server = start('scale/server.mjs', [name, url])
      const { port } = await answer<{ port: number }>(server)
      const load = start('webhook/load.mjs', [])
      await ask(load, { port, count, perBody: 1 })
      return { name, server, load, port }
    }),
  )
  const figures = new Map(contestants.map(({ name }) => [name, [] as Figures[]]))
  for (let round = 0; round < rounds; round++)
    for (const { name, server, load, port } of contestants) {
      const before = await ask<{ cpu: number }>(server, {})
      const { seconds } = await ask<{ seconds: number }>(load, { port, count, perBody: 1 })
      const { cpu } = await ask<{ cpu: number }>(server, {})
      figures.get(name)!.push({ rate: count / seconds, cpu: (cpu - before.cpu) / count })
    }
  for (const { server, load } of contestants) {
    server.kill()
    load.kill()
  }
  table(`${engine}: webhooks received, one event each`, figures)
}

async function workers(engine: EngineName, url: string): Promise<void> {
  const count = events[engine]
  const contestants: [string, string, number][] = [
    ['bare', 'bare', 1],
    ['one event a user', 'ours', count],
    ['ten events a user', 'ours', count / 10],
  ]
  const figures = new Map(contestants.map(([title]) => [title, [] as Figures[]]))
  for (let round = 0; round < rounds; round++)
    for (const [title, name, users] of contestants) {
      const child = start('scale/worker.mjs', [name, url, String(count), String(users)])
      const { seconds, cpu } = await answer<{ seconds: number; cpu: number }>(child)
      figures.get(title)!.push({ rate: count / seconds, cpu: cpu / count })
    }
  table(`${engine}: events worked off (bare: jobs of BullMQ)`, figures)
}

await build({
  entryPoints: ['server.ts', 'worker.ts', '../webhook/load.ts'].map((file) =>
    join(import.meta.dirname, file),
  ),
  outdir: out,
  outbase: join(import.meta.dirname, '..'),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  conditions: ['fukidashi-source'],
  external: ['bullmq', 'ioredis', 'pg'],
})

const engines: [EngineName, () => Promise<Engine>][] = [
  ['redis', startRedis],
  ['postgres', startPostgres],
]
for (const [name, startEngine] of engines) {
  if (!chosen.includes(name)) continue
  const engine = await startEngine()
  try {
    await receivers(name, engine.url)
    await workers(name, engine.url)
  } finally {
    await engine.close()
  }
}
