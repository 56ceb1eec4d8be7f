/**
 * How fast the emulator is: a turn of a conversation in one process; pushes over HTTP beside a bare server that only reads and
 * answers, and beside Prism on LINE's official description; and how long `fukidashi dev` takes to start.
 *
 *   npx tsx --conditions fukidashi-source bench/emulator/index.ts [--rounds 5] [--only turns|pushes|start] [--openapi FOLDER]
 *
 * Servers and load run in processes of their own, on different processors where `taskset` is there to say so. The table shows the
 * median round, and processor time beside it, because a machine is rarely alone.
 */
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { prism, whyNoPrism } from './prism.js'
import { ask, compile, compiled, message, start } from './processes.js'
import { starts } from './start.js'

interface Figures {
  rate: number
  /** Microseconds of processor time for one. */
  cpu: number
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '5' },
      only: { type: 'string' },
      openapi: { type: 'string' },
    },
  })
  const rounds = Number(values.rounds)
  const folder = values.openapi ?? process.env['LINE_OPENAPI']
  const parts = ['turns', 'pushes', 'start']
  if (values.only !== undefined && !parts.includes(values.only))
    throw new Error(`--only takes ${parts.join(', ')}, not "${values.only}"`)
  const wants = (part: string) => values.only === undefined || values.only === part
  console.log(`load of the machine: ${loadavg()[0]!.toFixed(1)}`)
  await compile(['server', 'load', 'turns', 'cpu'])
  if (wants('turns')) await turns(rounds)
  if (wants('pushes')) {
    const missing = whyNoPrism(folder)
    if (missing !== undefined) console.log(`\nPrism is not in this run: ${missing}`)
    const withPrism = missing === undefined ? folder : undefined
    await pushes(rounds, 'text', 30_000, withPrism)
    await pushes(rounds, 'flex', 10_000, withPrism)
  }
  if (wants('start')) await starts(rounds)
}

async function turns(rounds: number): Promise<void> {
  const figures: Figures[] = []
  for (let i = 0; i < rounds; i++) {
    const child = start(compiled('turns'), 1)
    const { ms, cpu } = await message<{ ms: number; cpu: number }>(child)
    figures.push({ rate: 1_000 / ms, cpu })
    child.kill()
  }
  print('a turn in one process: says → signed webhook → handler → reply → state', {
    'emulator and bot': median(figures),
  })
}

async function ours(name: string) {
  const child = start(compiled('server'), 0, [name])
  return { child, ...(await message<{ port: number; to: string }>(child)) }
}

async function pushes(
  rounds: number,
  what: 'text' | 'flex',
  most: number,
  openapi: string | undefined,
): Promise<void> {
  const all: Record<string, Figures[]> = { 'bare node:http': [], emulator: [] }
  if (openapi !== undefined) all['Prism'] = []
  for (let round = 0; round < rounds; round++)
    for (const name of Object.keys(all)) {
      const server =
        name === 'Prism'
          ? { ...(await prism(openapi!, 0)), to: `U${'0'.repeat(32)}` }
          : await ours(name)
      const { child, port, to } = server
      // Prism takes a hundred times as long.
      const count = name === 'Prism' ? most / 50 : most
      const load = start(compiled('load'), 1)
      const task = { port, to, what }
      await ask(load, { ...task, count: count / 3 })
      const before = await ask<number>(child, 'cpu')
      const seconds = await ask<number>(load, { ...task, count })
      const cpu = ((await ask<number>(child, 'cpu')) - before) / count
      all[name]!.push({ rate: count / seconds, cpu })
      child.kill()
      load.kill()
    }
  const title = what === 'text' ? 'pushes of a text' : 'pushes of a Flex carousel of 10 bubbles'
  print(
    `${title}, over HTTP`,
    Object.fromEntries(Object.entries(all).map(([name, list]) => [name, median(list)])),
  )
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
