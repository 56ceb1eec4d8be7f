/** `validate` for everything that can be rendered: problems of elements name their components. */
import { isElement } from '../jsx-runtime/element.js'
import { ComponentError } from '../jsx-runtime/errors.js'
import {
  LineValidationError,
  type Problem,
  validate as validateJson,
  type ValidateOptions,
} from '../validation/index.js'
import { shape } from '../spec/shape.js'
import { compileSync } from './compile.js'
import { jsonOf, judge, judgeOne } from './judge.js'

/**
 * Finds everything that is wrong with a value, without sending it. Never throws, whatever it is given, and its work is
 * bounded. Errors are what LINE refuses; at most 200 problems are listed.
 *
 * @param value - one message or an array of them, as JSON or as elements; or what `as` says
 * @param options - what the value is, and where it is to be sent
 *
 * @example
 * validate({ type: 'text', text: '' })
 * // [{ code: 'empty', severity: 'error', path: 'text', message: 'text is empty; …', … }]
 *
 * @example
 * validate(<Menu />, { endpoint: 'push', to: 'group' })
 *
 * @see https://developers.line.biz/en/reference/messaging-api/
 */
export function validate(value: unknown, options: ValidateOptions = {}): Problem[] {
  if (!needsCompiling(value)) return validateJson(value, options)
  try {
    const { as = 'messages' } = options
    if (as !== 'messages' || !(isElement(value) || Array.isArray(value)))
      return judgeOne(value, { ...options, as: as === 'messages' ? 'message' : as })
    const compiled = compileSync(value, undefined)
    return judge(compiled, options, jsonOf(compiled)).problems
  } catch (error) {
    return [failure(error)]
  }
}

/**
 * Whether there is an element, a promise or a `toJSON` anywhere in a value. A value that is too large or cannot be read is
 * left to the validation of JSON.
 */
function needsCompiling(root: unknown): boolean {
  const found: unknown[] = [root]
  let parts = 0
  try {
    for (let i = 0; i < found.length && parts <= shape.nodes; i++) {
      const value = found[i]
      if (typeof value !== 'object' || value === null) continue
      if (isElement(value) || 'then' in value) return true
      if ('toJSON' in value && !(value instanceof Date)) return true
      if (Array.isArray(value) && value.length > shape.nodes) return false
      const all = Object.values(value)
      parts += all.length
      for (const part of all) if (typeof part === 'object') found.push(part)
    }
  } catch {
    return false
  }
  return false
}

function failure(error: unknown): Problem {
  const known = error instanceof ComponentError ? error : undefined
  return {
    code: known?.code === 'component_async' ? 'async_component' : 'component_threw',
    severity: 'error',
    path: '',
    message: error instanceof Error ? error.message : String(error),
    limit: undefined,
    actual: undefined,
    unit: undefined,
    component: known?.component,
    source: known?.source,
    docs: undefined,
  }
}

/**
 * Throws a {@link LineValidationError} if a value has errors. Warnings pass.
 *
 * @example
 * assertValid(message, { endpoint: 'push', to: 'group' })
 */
export function assertValid(value: unknown, options: ValidateOptions = {}): void {
  const problems = validate(value, options)
  if (problems.some(({ severity }) => severity === 'error'))
    throw new LineValidationError(problems, Array.isArray(value) ? value.length : 1)
}
