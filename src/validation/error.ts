/** The error that lists everything that is wrong. */
import { ReportError } from '../common/error.js'
import type { Problem } from './problem.js'
import { report } from './report.js'

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
export class LineValidationError extends ReportError<Problem> {
  override readonly name = 'LineValidationError'
  readonly code = 'messages_invalid'

  /**
   * @param subject - the value in words: `2 messages`, `the rich menu`
   * @param root - the place of problems of the whole value
   */
  constructor(problems: readonly Problem[], subject = '1 message', root = 'the message') {
    super(report(problems, subject, root), problems)
  }
}
