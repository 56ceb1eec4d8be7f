/** How much longer it takes to write a message with a library than as a literal. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle, cache } from '../support/bundle.js'
import { interleaved, nanoseconds, over, summary } from '../support/rounds.js'
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

  const tasks = {}
  for (const variant of variants)
    for (const size of sizes)
      tasks[`${variant} ${size}`] = () =>
        nanoseconds(join(outdir, `${variant}.js`), size, milliseconds)
  const figures = interleaved(tasks, rounds, onRound)

  const cells = ({ variant, floor }, size) => {
    const own = figures[`${variant} ${size}`]
    const microseconds = (summary(own).median / 1000).toFixed(1)
    if (variant === floor) return ['1', microseconds]
    return [spread(over(own, figures[`${floor} ${size}`])), microseconds]
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
