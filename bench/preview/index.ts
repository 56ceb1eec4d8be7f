/**
 * How fast a message becomes a picture: the Flex carousel of ten bubbles (262 elements) of `bench/authoring`, and a receipt;
 * as PNG beside a screenshot of the same HTML in a Chromium that runs already.
 *
 *   npx tsx --conditions fukidashi-source bench/preview/index.ts [--quick]
 *
 * Each figure comes from a fresh process, of code that was bundled first and warmed up; rounds are interleaved. The table has
 * medians and, in brackets, the least and the most.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
// @ts-expect-error -- plain JavaScript
import { interleaved, node, summary } from '../support/rounds.js'
// @ts-expect-error -- plain JavaScript
import { spread, table } from '../support/table.js'
import { variants } from './variants.js'

const root = join(import.meta.dirname, '../..')
const bundle = join(root, 'node_modules/.cache/fukidashi-bench/preview.mjs')
const quick = process.argv.includes('--quick')
const rounds = quick ? 2 : 7
const milliseconds = quick ? '150' : '1500'

mkdirSync(join(bundle, '..'), { recursive: true })
await build({
  entryPoints: [join(import.meta.dirname, 'measure.ts')],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: ['@takumi-rs/core', 'playwright-core'],
  conditions: ['fukidashi-source'],
  logLevel: 'warning',
})

const sizes = { large: 'carousel, 262 elements', small: 'receipt, 17 elements' } as const
// A receipt has no second bubble.
const isMeasured = (name: string, size: string) => size === 'large' || !name.includes('all bubbles')
const tasks: Record<string, () => number> = {}
for (const name of Object.keys(variants))
  for (const size of Object.keys(sizes))
    if (isMeasured(name, size))
      tasks[`${name} ${size}`] = () => Number(node(bundle, name, size, milliseconds))

const figures = interleaved(tasks, rounds, (round: number) =>
  process.stderr.write(`round ${round} of ${rounds}\n`),
) as Record<string, number[]>

/** How many times as long as the PNG of the same screen, in the median. */
function beside(name: string, size: string): string {
  const [what, screen] = name.split(', ')
  if (!what!.startsWith('Chromium')) return ''
  const own = figures[`toPng, ${screen} ${size}`]!
  const ratios = figures[`${name} ${size}`]!.map((figure, round) => figure / own[round]!)
  return `${(summary(ratios) as { median: number }).median.toFixed(1)}`
}

console.log(
  `Node ${process.version}, ${rounds} rounds, milliseconds a message; × is over toPng of its round\n`,
)
const cells = (name: string, size: string): string[] =>
  isMeasured(name, size)
    ? [spread(figures[`${name} ${size}`], 2) as string, beside(name, size)]
    : ['', '']
console.log(
  table(
    ['', sizes.large, '×', sizes.small, '×'],
    Object.keys(variants).map((name) => [name, ...cells(name, 'large'), ...cells(name, 'small')]),
  ),
)
