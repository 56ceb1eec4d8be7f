/**
 * How many messages `fukidashi/convert` turns into source in a second, without Prettier: the messages of public bots of
 * `test/fixtures/real`, over and over.
 *
 *   npx tsx --conditions fukidashi-source bench/catalog/index.ts [--quick]
 *
 * Each figure comes from a fresh process, of code that was bundled first and warmed up; rounds are interleaved. The table has
 * medians and, in brackets, the least and the most. Time is processor time of all threads.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
// @ts-expect-error -- plain JavaScript
import { interleaved, node } from '../support/rounds.js'
// @ts-expect-error -- plain JavaScript
import { spread, table } from '../support/table.js'

const root = join(import.meta.dirname, '../..')
const bundle = join(root, 'node_modules/.cache/fukidashi-bench/convert.mjs')
const quick = process.argv.includes('--quick')
const rounds = quick ? 2 : 7
const milliseconds = quick ? '300' : '2000'

mkdirSync(join(bundle, '..'), { recursive: true })
await build({
  entryPoints: [join(import.meta.dirname, 'convert.ts')],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  conditions: ['fukidashi-source'],
  logLevel: 'warning',
})

const messages = join(root, 'test/fixtures/real/messages.jsonl')
const variants = ['toTsx', 'toTsx, components', 'toBuilders', 'toBuilders, components']
const tasks = Object.fromEntries(
  variants.map((name) => [name, () => Number(node(bundle, name, messages, milliseconds))]),
)
const figures = interleaved(tasks, rounds, (round: number) =>
  process.stderr.write(`round ${round} of ${rounds}\n`),
) as Record<string, number[]>

console.log(`Node ${process.version}, ${rounds} rounds, messages a second of processor time\n`)
console.log(
  table(
    ['', 'messages a second'],
    variants.map((name) => [name, spread(figures[name], 0) as string]),
  ),
)
