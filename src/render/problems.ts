/** Problems of compiled messages, of their structure and by LINE's rules, with the components they come from. */
import type { Compiler } from '../jsx-runtime/compiler.js'
import {
  atMost,
  check,
  dotted,
  type KindOptions,
  type Kinds,
  messageKinds,
  type Problem,
  problemOf,
  segments,
  Size,
  validateKind,
} from '../validation/index.js'
import { isElement } from '../jsx-runtime/element.js'
import { framePath } from '../jsx-runtime/errors.js'
import { placeOf } from '../jsx-runtime/place.js'
import { advised } from './advice.js'
import type { Compiled } from './compile.js'
import { type Location, Origins } from './locate.js'

/** The messages as text, or undefined if they hold something that is not JSON. */
export function jsonOf({ messages, compiler }: Compiled): string | undefined {
  if (compiler.stopped) return undefined
  try {
    return JSON.stringify(messages)
  } catch {
    // Holds something that is not JSON, such as a bigint: the validation says what and where.
    return undefined
  }
}

/** All problems, those of the structure first. */
export function problemsOf(
  { messages, compiler, trace }: Compiled,
  options: KindOptions & { validate?: boolean | undefined },
  json: string | undefined,
): { problems: Problem[]; locate: (path: string) => Location } {
  let known: Origins | undefined
  const origins = () => (known ??= trace())
  const found =
    options.validate === false || compiler.stopped
      ? []
      : json === undefined
        ? validateKind(messages, { ...options, as: 'messages' })
        : check(messages, options, Size.of(json))
  const quiet = found.length === 0 && compiler.problems.length === 0
  return {
    problems: quiet ? [] : located(compiler, origins(), found),
    locate: (path) => origins().locate(path),
  }
}

/** One value with elements in it as JSON, whatever it is. */
export interface CompiledValue extends Omit<Compiled, 'messages'> {
  json: unknown
}

/** Compiles one value. */
export function compileValue(compiler: Compiler, value: unknown): CompiledValue {
  const read = (by: Compiler) => by.read(value, () => by.value(value))
  return {
    json: read(compiler),
    compiler,
    trace: () => {
      const again = compiler.again()
      return new Origins(again, read(again))
    },
  }
}

/** The problems of one value of the kind that `as` says. */
export function problemsOfValue(
  { json, compiler, trace }: CompiledValue,
  options: KindOptions,
  kinds: Kinds = messageKinds,
): Problem[] {
  const problems = compiler.stopped ? [] : validateKind(json, options, undefined, kinds)
  return problems.length === 0 && compiler.problems.length === 0
    ? []
    : located(compiler, trace(), problems)
}

function located(compiler: Compiler, origins: Origins, found: readonly Problem[]): Problem[] {
  const structural = compiler.problems.map((problem): Problem => {
    const path = origins.pathOf(problem)
    const around = origins.locate(path)
    return {
      ...problemOf([], { ...problem, message: advised(problem) }),
      path,
      component: around.component ?? (framePath(problem.frame) || undefined),
      source: sourceOf(problem.child ?? problem.owner) ?? around.source,
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

/** The place of an element in the source. */
const sourceOf = (element: unknown) =>
  isElement(element) && element.source ? placeOf(element.source) : undefined

/** Codes of what may be missing only because a child or value could not be read. */
const gaps = new Set<string>(['required', 'empty', 'too_few', 'wrong_type', 'inconsistent'])
/** Properties that children give. */
const fromChildren = /^(?:type|text|contents|altContent|actions?|columns|items|areas|label)$/

/** True if a problem only follows from another: the text of a `<Text>` is missing because its child is not one. */
function follows({ code, path }: Problem, broken: readonly Problem[]): boolean {
  if (broken.length === 0 || !gaps.has(code)) return false
  const place = segments(path)
  const name = String(place.at(-1))
  const parent = dotted(place.slice(0, -1))
  const list = dotted(place.slice(0, -2))
  return broken.some(({ path: at }) => {
    if (code === 'wrong_type' || at === path) return at === path
    if (path === 'messages' || isWithin(at, path)) return true
    if (name === 'altText') return code === 'required' && (at === parent || isWithin(at, parent))
    if (!fromChildren.test(name)) return false
    // The buttons of all columns are compared with those of the first.
    return (
      at === parent ||
      `${at}.template` === parent ||
      (code === 'inconsistent' && isWithin(at, list))
    )
  })
}

const isWithin = (path: string, outer: string) =>
  path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`)
