/** One value that is not a message, such as a rich menu: compile + validate. */
import type { Context } from '../jsx-runtime/types.js'
import { LineValidationError, type Problem, type ValidateAs } from '../validation/index.js'
import { repeat } from './compile.js'
import { judgeOne } from './judge.js'

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
  const { json, problems } = await repeat(
    (compiler) => judgeOne(value, { as }, compiler),
    context,
    undefined,
  )
  const failed = problems.some(({ severity }) => severity === 'error')
  return {
    json: json as T | undefined,
    problems,
    ...(failed && { error: new LineValidationError(problems) }),
  }
}
