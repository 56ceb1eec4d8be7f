/** The error that tells everything that is wrong. */
import { FukidashiError } from '../common/error.js'
import type { Problem } from './problem.js'

/**
 * Messages that LINE would refuse. The text lists all problems with their place; `problems` has them as data.
 *
 * @example
 * try {
 *   render(<Menu />)
 * } catch (error) {
 *   if (error instanceof LineValidationError) console.log(error.problems[0].path)
 * }
 */
export class LineValidationError extends FukidashiError {
  override readonly name = 'LineValidationError'
  readonly code = 'messages_invalid'
  /** All problems, warnings among them. */
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[], messages = 1) {
    super(report(problems, messages))
    this.problems = problems
  }
}

const plural = (count: number, what: string) => `${String(count)} ${what}${count === 1 ? '' : 's'}`

/** The text of a {@link LineValidationError}: a line for each place, and one for what is wrong there. */
export function report(problems: readonly Problem[], messages: number): string {
  const errors = problems.filter(({ severity }) => severity === 'error')
  const warnings = problems.length - errors.length
  const head = `${plural(errors.length, 'problem')}${warnings ? ` and ${plural(warnings, 'warning')}` : ''} in ${plural(messages, 'message')}`
  const places = problems.map((problem) => [
    problem.path || '(root)',
    problem.component ?? '',
    problem.source ?? '',
  ])
  const widths = [0, 1].map((column) =>
    Math.min(60, Math.max(...places.map((row) => row[column]!.length), 0)),
  )
  const lines = problems.map((problem, i) => {
    const [path, component, source] = places[i]!
    const where = [path!.padEnd(widths[0]!), component!.padEnd(widths[1]!), source!]
      .join('   ')
      .trimEnd()
    const text = problem.severity === 'warning' ? `warning: ${problem.message}` : problem.message
    return `  ${where}\n    ${text}`
  })
  return `${head}\n\n${lines.join('\n')}`
}
