/**
 * How fast a message becomes a picture: the Flex carousel of ten bubbles (262 elements) of `bench/authoring`, and a
 * receipt, beside `JSON.stringify` of the same messages.
 *
 *   npx tsx --conditions fukidashi-source bench/preview/index.ts [rounds]
 *
 * Time is processor time, in this process, of code that was bundled first. Contestants take turns; the table has the median
 * round and, in brackets, the least and the most.
 */
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
// @ts-expect-error -- plain JavaScript
import { inputs } from '../authoring/data.js'
// @ts-expect-error -- plain JavaScript
import { large, small } from '../authoring/literals/line.js'

type Preview = typeof import('../../src/preview/index.js')
type Contestant = readonly [name: string, run: (message: never) => unknown]

const root = join(import.meta.dirname, '../..')
const bundle = join(root, 'node_modules/.cache/fukidashi-bench/preview.mjs')

async function load(): Promise<Preview> {
  mkdirSync(join(bundle, '..'), { recursive: true })
  await build({
    entryPoints: [join(root, 'src/preview/index.ts')],
    outfile: bundle,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
  })
  return (await import(pathToFileURL(bundle).href)) as Preview
}

/** Milliseconds of processor time a call, over about a quarter of a second. */
function time(run: Contestant[1], messages: readonly unknown[]): number {
  const before = process.cpuUsage()
  let calls = 0
  for (;;) {
    for (const message of messages) run(message as never)
    calls += messages.length
    const { user, system } = process.cpuUsage(before)
    const used = (user + system) / 1000
    if (used > 250) return used / calls
  }
}

const { toTree, toHtml } = await load()
const sizes: Record<string, unknown[]> = {
  'carousel, 262 elements': inputs.large.map(large),
  receipt: inputs.small.map(small),
}
const contestants: Contestant[] = [
  ['JSON.stringify', (message) => JSON.stringify(message)],
  ['toTree', (message) => toTree(message)],
  ['toHtml, markup', (message) => toHtml(message, { as: 'markup' })],
]
const rounds = Number(process.argv[2] ?? 9)

for (const [size, messages] of Object.entries(sizes)) {
  // Nothing is timed that does not draw what it should.
  for (const message of messages)
    assert.ok(!toHtml(message as never, { as: 'markup' }).includes('undrawable'))
  for (const [, run] of contestants) time(run, messages)
  const figures = contestants.map((): number[] => [])
  for (let round = 0; round < rounds; round++)
    contestants.forEach(([, run], index) => figures[index]!.push(time(run, messages)))
  const html = toHtml(messages[0] as never, { as: 'markup' })
  const elements = html.match(/<(?:div|a|img|span)\b/g)!.length
  console.log(`\n${size}: ${elements} elements of HTML, ${(html.length / 1024).toFixed(0)} KB\n`)
  console.log('| | ms a message |\n| --- | --- |')
  contestants.forEach(([name], index) => {
    const sorted = figures[index]!.sort((one, other) => one - other)
    const [least, median, most] = [0, Math.floor(rounds / 2), rounds - 1].map((at) =>
      sorted[at]!.toFixed(3),
    )
    console.log(`| ${name} | ${median} [${least}–${most}] |`)
  })
}
