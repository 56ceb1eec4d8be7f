/** `validate` for everything that can be rendered: problems of elements name their components. */
import { isElement } from '../jsx-runtime/element.js'
import { ComponentError } from '../jsx-runtime/errors.js'
import { notJson } from '../jsx-runtime/not-json.js'
import { checkSignal } from './check-signal.js'
import {
  checkNames,
  checkOptions,
  type KindOptions,
  type Kinds,
  Look,
  messageKinds,
  type Problem,
  problemOf,
  validateKind as validateJson,
  type ValidateOptions as JsonOptions,
  validateNames,
} from '../validation/index.js'
import type { AbortSignalLike } from '../common/abort.js'
import type { RenderScope } from '../common/render-scope.js'
import { Compiler } from '../jsx-runtime/compiler.js'
import type { Context } from '../jsx-runtime/types.js'
import { compileAsync, type Compiled, compileSync, settled } from './compile.js'
import {
  compileValue,
  type CompiledValue,
  jsonOf,
  problemsOf,
  problemsOfValue,
} from './problems.js'
import { refused } from './refusal.js'

/** What components need. */
interface ScopedOptions {
  /** Passed to every component as its second argument. `{}` by default. */
  context?: Context | undefined
}

/** Options of {@link validate} and {@link assertValid}. */
export interface ValidateOptions extends JsonOptions, ScopedOptions {}

/** Options of {@link validateAsync}. */
export interface ValidateAsyncOptions extends ValidateOptions, RenderScope {
  /** Ends the wait for asynchronous components: `validateAsync` rejects with the signal's reason. */
  signal?: AbortSignalLike | undefined
}

/**
 * Finds everything that is wrong with a value, without sending it. Does not throw, whatever the value is, and its work is
 * bounded. Errors are what LINE refuses; at most 200 problems are listed.
 *
 * @param value - one message or an array of them, as JSON or as elements; or what `as` says. Each may have the `$schema` of its file
 * @param options - what the value is, and where it is to be sent
 * @throws {OptionError} for options that there are not, and for an unknown `as`, `endpoint` or `to`
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
export const validate = (value: unknown, options: ValidateOptions = {}): Problem[] =>
  validateKind(value, options, messageKinds)

/** @internal Like {@link validate}, for values of any kinds. */
export function validateKind(
  value: unknown,
  options: KindOptions & ScopedOptions,
  kinds: Kinds,
): Problem[] {
  const look = lookAt(value, options, kinds)
  if (!look.ended) return withoutSchema(validateJson(value, options, look, kinds))
  try {
    return withoutSchema(
      isMessages(value, options)
        ? ofMessages(compileSync(value, options.context), options)
        : ofValue(compileValue(new Compiler(options.context ?? {}), value), options, kinds),
    )
  } catch (error) {
    return [problemOfError(error)]
  }
}

/**
 * Like {@link validate}, for values with asynchronous components or signed postbacks in them.
 *
 * @throws {OptionError} as `validate` does
 *
 * @example
 * const problems = await validateAsync(<Prices />, { endpoint: 'push', context: { t } })
 */
export async function validateAsync(
  value: unknown,
  options: ValidateAsyncOptions = {},
): Promise<Problem[]> {
  const look = lookAt(value, options, messageKinds)
  const { context, signal } = options
  checkSignal(signal)
  if (!look.ended) return withoutSchema(validateJson(value, options, look))
  try {
    return withoutSchema(
      isMessages(value, options)
        ? ofMessages(await compileAsync(value, context, signal, options), options)
        : ofValue(
            await settled(value, context, signal, compileValue, options),
            options,
            messageKinds,
          ),
    )
  } catch (error) {
    signal?.throwIfAborted()
    return [problemOfError(error)]
  }
}

/** Without the `$schema` of JSON files, which is removed before messages are sent. */
const withoutSchema = (problems: Problem[]): Problem[] =>
  problems.filter(
    ({ code, path }) =>
      code !== 'unknown_property' || !/^(?:messages\[\d+\]\.)?\$schema$/.test(path),
  )

/** Looks at a value after its options. It ends where something has to be compiled. */
function lookAt(value: unknown, options: KindOptions, kinds: Kinds): Look {
  checkNames(options, validateNames)
  checkOptions(options, kinds)
  return new Look(value, needsCompiling)
}

const isMessages = (value: unknown, { as = 'messages' }: KindOptions): boolean =>
  as === 'messages' && (isElement(value) || Array.isArray(value))

const ofMessages = (compiled: Compiled, options: KindOptions): Problem[] =>
  problemsOf(compiled, options, jsonOf(compiled)).problems

const ofValue = (
  compiled: CompiledValue,
  { as, ...options }: KindOptions,
  kinds: Kinds,
): Problem[] =>
  problemsOfValue(
    compiled,
    { ...options, as: as === undefined || as === 'messages' ? 'message' : as },
    kinds,
  )

/** An element, a promise or something with a `toJSON` becomes JSON first; what cannot is reported then. */
const needsCompiling = (value: object): boolean =>
  isElement(value) ||
  ((notJson(value, '') !== undefined ||
    (value as { then?: unknown }).then !== undefined ||
    (value as { toJSON?: unknown }).toJSON !== undefined) &&
    !(value instanceof Date))

/** @internal An error of a component as a problem. */
export function problemOfError(error: unknown): Problem {
  const known = error instanceof ComponentError ? error : undefined
  const code = known?.code === 'component_async' ? 'async_component' : 'component_threw'
  const message = error instanceof Error ? error.message : String(error)
  return {
    ...problemOf([], { code, message }),
    component: known?.component,
    source: known?.source,
  }
}

/**
 * Throws a {@link LineValidationError} if a value has errors. Warnings pass.
 *
 * @throws {LineValidationError} with all problems
 * @throws {OptionError} as {@link validate} does
 *
 * @example
 * assertValid(message, { endpoint: 'push', to: 'group' })
 */
export function assertValid(value: unknown, options: ValidateOptions = {}): void {
  assertKind(value, options, messageKinds)
}

/** @internal Like {@link assertValid}, for values of any kinds. */
export function assertKind(
  value: unknown,
  options: KindOptions & ScopedOptions,
  kinds: Kinds,
): void {
  const problems = validateKind(value, options, kinds)
  if (problems.some(({ severity }) => severity === 'error'))
    throw refused(problems, value, options.as, kinds)
}
