/** The text of a `LineValidationError`. */
import type { Problem } from './problem.js'

/** The page that explains every code, as it is in the package. */
const explanations = 'node_modules/fukidashi/docs/problems.md'

/** `1 message`, `2 messages`. */
export const plural = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? '' : 's'}`

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
  const entries = [...grouped(problems).values()]
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

/** The places of one mistake. */
type Entry = [first: Problem, ...others: Problem[]]

function textOf([{ severity, message }, ...others]: Entry): string {
  const count = others.length && ` (${others.length + 1} times, the last at ${others.at(-1)!.path})`
  return `${severity === 'warning' ? 'warning: ' : ''}${message}${count || ''}`
}

/** Problems that differ only in indices of lists and in values. */
function grouped(problems: readonly Problem[]): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  for (const problem of problems) {
    const { code, severity, path, component, source, message } = problem
    const key = [
      severity,
      code,
      path.replace(/\[\d+\]/g, '[]'),
      component,
      source,
      message.replace(/"(?:[^"\\]|\\.)*"|\d[\d,.]*/g, ''),
    ].join('\n')
    const entry = entries.get(key)
    if (entry) entry.push(problem)
    else entries.set(key, [problem])
  }
  return entries
}
