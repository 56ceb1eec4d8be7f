/**
 * Pushing one text, 50 at a time, beside a bare agent and the official SDK:
 *
 *   npx tsx --conditions fukidashi-source bench/client/index.ts [--quick]
 *
 * The server is another process, on another core where `taskset` is there. Variants take turns, each in a fresh process; the
 * table has medians. CPU counts more than requests a second, which the server limits for the fastest. Garbage is collected by one
 * thread: on one core, several would get into each other's way.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { peersCache } from '../support/peers.js'
import { importTimes } from './import.js'
import { median } from './median.js'
import { variants } from './variants.js'

const quick = process.argv.includes('--quick')
const rounds = quick ? 1 : 5
const seconds = quick ? '1' : '3'
const pins = spawnSync('taskset', ['-V']).status === 0 && availableParallelism() > 1
const on = (core: string, command: string, args: string[]): [string, string[]] =>
  pins ? ['taskset', ['-c', core, command, ...args]] : [command, args]

const server = spawn(...on('0', process.execPath, [join(import.meta.dirname, 'server.js')]), {
  stdio: ['ignore', 'pipe', 'inherit'],
})
const [port] = (await once(server.stdout!, 'data')) as [Buffer]
const url = `http://127.0.0.1:${port.toString().trim()}`

// As it is shipped: plain JavaScript, without what a loader for TypeScript adds to each function.
const load = join(peersCache(), 'client-load.mjs')
await build({
  entryPoints: [join(import.meta.dirname, 'load.ts')],
  outfile: load,
  bundle: true,
  platform: 'node',
  format: 'esm',
  external: ['@line/bot-sdk'],
  conditions: ['fukidashi-source'],
  logLevel: 'error',
})
const results: Record<string, { rate: number; cpu: number }[]> = {}
try {
  for (let round = 0; round < rounds; round++)
    for (const name of Object.keys(variants)) {
      const output = execFileSync(
        ...on('1', process.execPath, ['--single-threaded-gc', load, name, url, seconds]),
      )
      ;(results[name] ??= []).push(JSON.parse(output.toString()) as { rate: number; cpu: number })
    }
} finally {
  server.kill()
  rmSync(load)
}

const figures = Object.entries(results).map(([name, all]) => ({
  name,
  rate: median(all.map(({ rate }) => rate)),
  cpu: median(all.map(({ cpu }) => cpu)),
}))
const bare = figures.find(({ name }) => name === 'bare node:http agent')!
const sdk = figures.find(({ name }) => name === '@line/bot-sdk')!
console.log(`\nNode ${process.version}, ${rounds} rounds of ${seconds} s, 50 at a time\n`)
console.log('| push of one text | requests/s | × bare | × sdk | CPU µs/request | CPU × bare |')
console.log('|---|---:|---:|---:|---:|---:|')
for (const { name, rate, cpu } of figures)
  console.log(
    `| ${name} | ${Math.round(rate)} | ${(rate / bare.rate).toFixed(2)} | ${(rate / sdk.rate).toFixed(2)} | ${cpu.toFixed(0)} | ${(cpu / bare.cpu).toFixed(2)} |`,
  )

const imports = importTimes(quick ? 3 : 11)
console.log('\n| import | ms over an empty process |\n|---|---:|')
for (const [name, ms] of Object.entries(imports))
  if (name !== 'empty') console.log(`| ${name} | ${ms.toFixed(1)} |`)
