/** `validate` for everything that can be rendered: problems of elements name their components. */
import { isElement } from '../jsx-runtime/element.js'
import { ComponentError } from '../jsx-runtime/errors.js'
import {
  LineValidationError,
  Look,
  type Problem,
  validate as validateJson,
  type ValidateOptions,
} from '../validation/index.js'
import { compileSync } from './compile.js'
import { jsonOf, judge, judgeOne } from './judge.js'

/**
 * Finds everything that is wrong with a value, without sending it. Never throws, whatever it is given, and its work is
 * bounded. Errors are what LINE refuses; at most 200 problems are listed.
 *
 * @param value - one message or an array of them, as JSON or as elements; or what `as` says. Each may have the `$schema` of its file
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
  return problemsOf(value, options).filter((problem) => !isSchemaOfFile(problem))
}

/** The `$schema` of a JSON file, which is removed before the message is sent. */
const isSchemaOfFile = ({ code, path }: Problem): boolean =>
  code === 'unknown_property' && /^(?:messages\[\d+\]\.)?\$schema$/.test(path)

function problemsOf(value: unknown, options: ValidateOptions): Problem[] {
  const look = new Look(value, needsCompiling)
  if (!look.ended) return validateJson(value, options, look)
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

/** An element, a promise or something with a `toJSON` becomes JSON first. */
const needsCompiling = (value: object): boolean =>
  isElement(value) ||
  (value as { then?: unknown }).then !== undefined ||
  ((value as { toJSON?: unknown }).toJSON !== undefined && !(value instanceof Date))

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
