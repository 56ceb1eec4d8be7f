/** What is wrong with compiled messages, in their structure and by LINE's rules, with the components it comes from. */
import { Compiler } from '../jsx-runtime/compiler.js'
import {
  atMost,
  check,
  type Problem,
  Size,
  validate,
  type ValidateOptions,
} from '../validation/index.js'
import { isElement } from '../jsx-runtime/element.js'
import { framePath } from '../jsx-runtime/errors.js'
import { placeOf } from '../jsx-runtime/place.js'
import type { Compiled } from './compile.js'
import { type Location, Origins } from './locate.js'

/** The messages as text, or undefined if they hold something that is no JSON. */
export function jsonOf({ messages, compiler }: Compiled): string | undefined {
  if (compiler.stopped) return undefined
  try {
    return JSON.stringify(messages)
  } catch {
    // Holds something that is no JSON, such as a bigint: the validation says what and where.
    return undefined
  }
}

/** All problems, those of the structure first. */
export function judge(
  { messages, compiler, trace }: Compiled,
  options: ValidateOptions & { validate?: boolean | undefined },
  json: string | undefined,
): { problems: Problem[]; locate: (path: string) => Location } {
  let known: Origins | undefined
  const origins = () => (known ??= trace())
  const found =
    options.validate === false || compiler.stopped
      ? []
      : json === undefined
        ? validate(messages, { ...options, as: 'messages' })
        : check(messages, options, Size.of(json))
  const quiet = found.length === 0 && compiler.problems.length === 0
  return {
    problems: quiet ? [] : located(compiler, origins(), found),
    locate: (path) => origins().locate(path),
  }
}

/** The JSON of one value with elements in it that is meant to be what `as` says, and its problems. */
export function judgeOne(
  value: unknown,
  options: ValidateOptions,
  compiler = new Compiler({}),
): { json: unknown; problems: Problem[] } {
  const read = (by: Compiler) => by.read(value, () => by.value(value))
  const json = read(compiler)
  const problems = compiler.stopped ? [] : validate(json, options)
  if (problems.length === 0 && compiler.problems.length === 0) return { json, problems }
  const again = compiler.again()
  return { json, problems: located(compiler, new Origins(again, read(again)), problems) }
}

function located(compiler: Compiler, origins: Origins, found: readonly Problem[]): Problem[] {
  const structural = compiler.problems.map((problem): Problem => {
    const path = origins.pathOf(problem)
    const { code, severity, message, limit, actual, unit } = problem
    const around = origins.locate(path)
    const component = around.component ?? (framePath(problem.frame) || undefined)
    const source = around.source ?? sourceOf(problem.child)
    return {
      code,
      severity,
      path,
      message,
      limit,
      actual,
      unit,
      component,
      source,
      docs: undefined,
    }
  })
  const broken = structural.filter(({ severity }) => severity === 'error')
  return atMost([
    ...structural,
    ...found
      .filter((problem) => !follows(problem, broken))
      .map((problem) => ({ ...problem, ...origins.locate(problem.path) })),
  ])
}

/** Where the compiler noted a child that is in no message. */
const sourceOf = (child: unknown) =>
  isElement(child) && child.source ? placeOf(child.source) : undefined

/** What is only missing because something could not stand there: a message, its text, or a text for `altText`. */
const follows = ({ code, path }: Problem, broken: readonly Problem[]): boolean =>
  (code === 'empty' && path === 'messages' && broken.length > 0) ||
  (code === 'required' &&
    broken.some((problem) =>
      path.endsWith('altText')
        ? problem.path.startsWith(path.replace('altText', 'contents'))
        : path === problem.path || path === `${problem.path}.text`,
    ))
