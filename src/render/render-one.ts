/** One value that is not a message, such as a rich menu: compile + validate. */
import type { Context } from '../jsx-runtime/types.js'
import type { LineValidationError, Problem, ValidateAs } from '../validation/index.js'
import { settled } from './compile.js'
import { compileValue, problemsOfValue } from './problems.js'
import { refused } from './refusal.js'

/** JSON with its problems. */
export interface RenderedOne<T> {
  /** `undefined` if it could not be made. */
  json: T | undefined
  problems: Problem[]
  /** What a caller may throw; absent without errors. */
  error?: LineValidationError
}

/**
 * Renders a value that may have asynchronous components.
 *
 * @throws {ComponentError} when a component throws
 */
export async function renderOne<T>(
  value: unknown,
  as: ValidateAs,
  context: Context | undefined,
): Promise<RenderedOne<T>> {
  const compiled = await settled(value, context, undefined, compileValue, {})
  const problems = problemsOfValue(compiled, { as })
  const failed = problems.some(({ severity }) => severity === 'error')
  return {
    json: compiled.json as T | undefined,
    problems,
    ...(failed && { error: refused(problems, value, as) }),
  }
}
