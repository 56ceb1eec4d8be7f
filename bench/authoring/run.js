/** Authoring: writing messages with fukidashi, its peers, and nothing at all. */
import { availableParallelism, cpus } from 'node:os'
import { mkdirSync } from 'node:fs'
import { cache } from '../support/bundle.js'
import { speed } from './speed.js'
import { types } from './types.js'
import { imports, sizes } from './weight.js'

/** Measures, and gives Markdown. */
export async function authoring({ quick = false, only, report = () => undefined } = {}) {
  mkdirSync(cache, { recursive: true })
  const rounds = quick ? 2 : 7
  const times = await speed({
    rounds,
    milliseconds: quick ? 150 : 700,
    onRound: (round, all) => report(`round ${round} of ${all}`),
    only: only && new RegExp(only),
  })
  const machine = `Node ${process.version}, ${cpus()[0].model}, ${availableParallelism()} cores`
  const intro = `${machine}; median (min–max) of ${rounds} rounds, each figure from a process of its own, in which a variant and its floor take turns. × is over a literal and \`JSON.stringify\` of the same message.`
  if (only) return [intro, times].join('\n\n')
  report('imports')
  const starts = await imports({ rounds, spawns: quick ? 2 : 5 })
  report('types')
  const checks = types({ rounds })
  return [intro, times, starts, await sizes(), checks].join('\n\n')
}
