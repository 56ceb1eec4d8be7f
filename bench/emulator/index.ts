/**
 * How fast the emulator is: a turn of a conversation in one process, and pushes over HTTP beside a bare server that only
 * reads and answers.
 *
 *   npx tsx --conditions fukidashi-source bench/emulator/index.ts [rounds]
 *
 * Servers and load run in processes of their own, on different processors where `taskset` is there to say so. The table shows the
 * median round, and processor time beside it, because a machine is rarely alone.
 */
import { execFileSync, fork, type ChildProcess } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

interface Figures {
  rate: number
  /** Microseconds of processor time for one. */
  cpu: number
}

/** Inside the package, so that what is not bundled is found from there. */
const out = join(import.meta.dirname, '../../node_modules/.cache/fukidashi-bench')

async function main(): Promise<void> {
  const rounds = Number(process.argv[2] ?? 5)
  await bundle()
  await turns(rounds)
  await pushes(rounds, 'text', 30_000)
  await pushes(rounds, 'flex', 10_000)
}

/** Compiled first: loaders that compile on the fly change what is measured. */
async function bundle(): Promise<void> {
  mkdirSync(out, { recursive: true })
  const entryPoints = ['server.ts', 'load.ts', 'turns.ts'].map((file) =>
    join(import.meta.dirname, file),
  )
  await build({
    entryPoints,
    outdir: out,
    entryNames: 'emulator-[name]',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    conditions: ['fukidashi-source', 'node'],
    logLevel: 'error',
  })
}

async function turns(rounds: number): Promise<void> {
  const figures: Figures[] = []
  for (let i = 0; i < rounds; i++) {
    const child = start('turns', 1)
    const { ms, cpu } = await message<{ ms: number; cpu: number }>(child)
    figures.push({ rate: 1_000 / ms, cpu })
    child.kill()
  }
  print('a turn in one process: says → signed webhook → handler → reply → state', {
    'emulator and bot': median(figures),
  })
}

async function pushes(rounds: number, what: 'text' | 'flex', count: number): Promise<void> {
  const all: Record<string, Figures[]> = { 'bare node:http': [], emulator: [] }
  for (let round = 0; round < rounds; round++)
    for (const name of Object.keys(all)) {
      const server = start('server', 0, [name])
      const load = start('load', 1)
      const { port, to } = await message<{ port: number; to: string }>(server)
      const task = { port, to, what }
      await ask(load, { ...task, count: count / 3 })
      const before = await ask<number>(server, 'cpu')
      const seconds = await ask<number>(load, { ...task, count })
      const cpu = ((await ask<number>(server, 'cpu')) - before) / count
      all[name]!.push({ rate: count / seconds, cpu })
      server.kill()
      load.kill()
    }
  const title = what === 'text' ? 'pushes of a text' : 'pushes of a Flex carousel of 10 bubbles'
  print(
    `${title}, over HTTP`,
    Object.fromEntries(Object.entries(all).map(([name, list]) => [name, median(list)])),
  )
}

function start(name: string, processor: number, args: string[] = []): ChildProcess {
  const child = fork(join(out, `emulator-${name}.mjs`), args)
  try {
    execFileSync('taskset', ['-pc', String(processor), String(child.pid)], { stdio: 'ignore' })
  } catch {
    // One processor, or a system without taskset: the figures say less.
  }
  return child
}

const message = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    child.once('message', (value) => resolve(value as T))
    child.once('exit', (code) => reject(new Error(`ended with ${String(code)}`)))
  })

function ask<T>(child: ChildProcess, what: unknown): Promise<T> {
  const answer = message<T>(child)
  child.send(what as object)
  return answer
}

const median = (list: readonly Figures[]): Figures =>
  [...list].sort((a, b) => a.cpu - b.cpu)[Math.floor(list.length / 2)]!

function print(title: string, figures: Record<string, Figures>): void {
  console.log(`\n${title}`)
  for (const [name, { rate, cpu }] of Object.entries(figures)) {
    const perSecond = Math.round(1e6 / cpu).toLocaleString('en')
    console.log(
      `  ${name.padEnd(18)} ${Math.round(rate).toLocaleString('en').padStart(8)}/s   ` +
        `${cpu.toFixed(1).padStart(7)} µs of processor time (${perSecond}/s on a core)`,
    )
  }
}

await main()
