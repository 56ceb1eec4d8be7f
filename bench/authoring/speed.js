/** How much longer it takes to write a message with a library than as a literal. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle, cache } from '../support/bundle.js'
import { interleaved, measured, summary } from '../support/rounds.js'
import { spread, table } from '../support/table.js'
import { rows } from './rows.js'

const source = fileURLToPath(new URL('variants', import.meta.url))
const sizes = ['small', 'large']

/** The table of times, as Markdown. */
export async function speed({ rounds, milliseconds, onRound, only }) {
  const here = rows.filter(({ variant }) => !only || only.test(variant))
  const variants = [...new Set(here.flatMap(({ variant, floor }) => [floor, variant]))]
  const outdir = join(cache, 'variants')
  await bundle({ entryPoints: variants.map((variant) => join(source, `${variant}.js`)), outdir })

  const file = (variant) => join(outdir, `${variant}.js`)
  const tasks = {}
  for (const { variant, floor } of here)
    for (const size of sizes)
      tasks[`${variant} ${size}`] = () => measured(size, milliseconds, file(floor), file(variant))
  const figures = interleaved(tasks, rounds, onRound)

  const cells = ({ variant, floor }, size) => {
    const own = figures[`${variant} ${size}`]
    const microseconds = summary(own.map(({ nanoseconds }) => nanoseconds)).median / 1000
    return [
      variant === floor ? '1' : spread(own.map(({ ratio }) => ratio)),
      microseconds.toFixed(1),
    ]
  }
  return table(
    ['', '17 elements ×', 'µs', '262 elements ×', 'µs', 'to reach', 'next'],
    here.map((row) => [
      row.name,
      ...sizes.flatMap((size) => cells(row, size)),
      row.target ?? '',
      row.next ?? '',
    ]),
  )
}
