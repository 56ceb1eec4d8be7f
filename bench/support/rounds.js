/** Rounds: in each, everything is measured once, in a fresh process, so that a slow minute of the machine hits all alike. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const measurer = fileURLToPath(new URL('measure.js', import.meta.url))

/** Runs a program of Node and gives what it prints. */
export const node = (...args) =>
  execFileSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
  })

/** Nanoseconds a call of a variant, by the export that is called, and their ratio to those of its floor. */
export const measured = (name, milliseconds, floor, file) =>
  JSON.parse(node(measurer, name, String(milliseconds), floor, file))

/**
 * Measures everything in every round, each time in another order.
 *
 * @param tasks - a figure a call, by name
 * @returns the figures of all rounds, by name
 */
export function interleaved(tasks, rounds, onRound = () => undefined) {
  const names = Object.keys(tasks)
  const figures = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < names.length; i++) {
      const name = names[(i + round * 5) % names.length]
      figures[name].push(tasks[name]())
    }
    onRound(round + 1, rounds)
  }
  return figures
}

/** Median, least and most of some figures. */
export function summary(figures) {
  const sorted = [...figures].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const median = (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2
  return { median, min: sorted[0], max: sorted.at(-1) }
}
