/** The text of a `LineValidationError`. */
import { groupProblems, type Mistake } from '../common/group-problems.js'
import { plural } from '../common/words.js'
import type { Problem } from './problem.js'

/** The page that explains every code, as it is in the package. */
const explanations = 'node_modules/fukidashi/docs/problems.md'

/**
 * Three lines for each mistake: where, what is wrong, and the code with the address of its explanation. The same mistake in
 * several items of a list is one entry with a count.
 *
 * @param subject - the value in words
 * @param root - the place of problems of the whole value
 */
export function report(problems: readonly Problem[], subject: string, root: string): string {
  const errors = problems.filter(({ severity }) => severity === 'error')
  const warnings = problems.length - errors.length
  const head = `${plural(errors.length, 'problem')}${warnings ? ` and ${plural(warnings, 'warning')}` : ''} in ${subject}`
  const entries = groupProblems(problems)
  const places = entries.map(([{ path, component = '', source = '' }]) => [
    path || root,
    component,
    source,
  ])
  const widths = [0, 1].map((column) =>
    Math.min(60, Math.max(...places.map((row) => row[column]!.length), 0)),
  )
  const lines = entries.map((entry, i) => {
    const [path, component, source] = places[i]!
    const where = [path!.padEnd(widths[0]!), component!.padEnd(widths[1]!), source!]
    return `  ${where.join('   ').trimEnd()}\n    ${textOf(entry)}\n    ${entry[0].code}: ${explanations}#${entry[0].code}`
  })
  return `${head}\n\n${lines.join('\n')}`
}

function textOf([{ severity, message }, ...others]: Mistake<Problem>): string {
  const last = others.at(-1)
  const count = last ? ` (${others.length + 1} times, the last at ${last.path})` : ''
  return `${severity === 'warning' ? 'warning: ' : ''}${message}${count}`
}
