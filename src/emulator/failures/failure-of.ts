/** Turns an error or a warning into the parts of a record. */
import { isObject } from '../../common/json.js'
import { originOf } from '../../common/origin-of-error.js'
import type { Problem } from '../../validation/index.js'
import type { FailureRecord } from '../journal.js'
import { callSiteOf } from './call-sites.js'
import { codeFrame } from './code-frame.js'
import { type FilePlace, placeIn, projectPath } from './project-path.js'
import { framesOf } from './stack.js'

/** Problems and characters that are kept. */
const MOST_PROBLEMS = 100
const LONGEST = 10_000
/** Causes of causes that are read. */
const MOST_CAUSES = 3

export type FailureParts = Pick<
  FailureRecord,
  'severity' | 'name' | 'message' | 'problems' | 'stack' | 'place' | 'frame'
>

/** What an error may have: one of fukidashi, of Vite, or any other. */
interface Thrown {
  name?: unknown
  code?: unknown
  message?: unknown
  stack?: unknown
  cause?: unknown
  problems?: unknown
  details?: unknown
  problem?: unknown
  loc?: unknown
}

/**
 * @param value - whatever was thrown, or a warning
 * @param root - folder of the project
 * @param redact - hides secrets
 */
export function failureOf(
  value: unknown,
  root: string | undefined,
  redact: (text: string) => string,
): FailureParts {
  const thrown: Thrown = isObject(value) ? value : {}
  const isWarning = !(value instanceof Error) && typeof thrown.code === 'string'
  const message = redact(withoutColors(messageOf(value, thrown))).slice(0, LONGEST)
  const problems = problemsOf(thrown).map((problem) => safeProblem(problem, redact))
  const { stack: own } = originOf(thrown) as Thrown
  const stack = typeof own === 'string' ? own : ''
  const frames = framesOf(stack, root, callSiteOf(value))
  const place = placeOf(thrown, problems, root) ?? frames.place
  const frame = place && codeFrame(root, place)
  return {
    severity: isWarning ? 'warning' : 'error',
    name: nameOf(value, thrown),
    message,
    problems,
    stack: frames.stack.map(redact),
    ...(place && { place }),
    ...(frame && { frame: { ...frame, lines: frame.lines.map(redact) } }),
  }
}

/** Compilers colour their messages for terminals. */
const withoutColors = (text: string): string =>
  text.replace(new RegExp('\\u001b\\[[\\d;]*m', 'g'), '')

function nameOf(value: unknown, { name, code }: Thrown): string {
  if (value instanceof Error && typeof name === 'string' && name !== '') return name
  if (typeof code === 'string') return code
  return isObject(value) && typeof name === 'string' ? name : 'Error'
}

function messageOf(value: unknown, { message, cause }: Thrown): string {
  if (!isObject(value)) return textOf(value)
  const own = typeof message === 'string' ? message : textOf(value)
  const words = [own]
  for (let next = cause, i = 0; isObject(next) && i < MOST_CAUSES; i++) {
    const { message: why, cause: further } = next as Thrown
    if (typeof why === 'string' && why !== '' && !words.some((text) => text.includes(why)))
      words.push(why)
    next = further
  }
  return words.join(': ')
}

function textOf(value: unknown): string {
  try {
    return isObject(value) ? JSON.stringify(value) : String(value)
  } catch {
    return 'A value that cannot be printed was thrown.'
  }
}

/** Problems of a refusal by fukidashi, or by LINE, whose details have paths and components. */
function problemsOf({ problems, problem, details }: Thrown): Problem[] {
  const list: unknown[] = Array.isArray(problems)
    ? problems
    : isObject(problem)
      ? [problem]
      : Array.isArray(details)
        ? details
        : []
  return list.slice(0, MOST_PROBLEMS).flatMap((one) => {
    if (!isObject(one) || typeof (one as Problem).message !== 'string') return []
    const { path, severity, ...rest } = one as Partial<Problem> & { property?: string }
    return [
      { ...rest, severity: severity ?? 'error', path: path ?? rest.property ?? '' } as Problem,
    ]
  })
}

function safeProblem(problem: Problem, redact: (text: string) => string): Problem {
  const { message, actual } = problem
  return {
    ...problem,
    message: redact(message),
    ...(typeof actual === 'string' && { actual: redact(actual.slice(0, LONGEST)) }),
  }
}

/** The place that a problem names, or that of a syntax error. */
function placeOf(
  { loc, message }: Thrown,
  problems: readonly Problem[],
  root: string | undefined,
): FilePlace | undefined {
  const errors = problems.filter(({ severity }) => severity === 'error')
  const [source] = [...errors, ...problems].flatMap((problem) => problem.source ?? [])
  const places = [source === undefined ? undefined : placeIn(source), syntaxPlace(loc, message)]
  for (const place of places) {
    const file = place && projectPath(root, place.file)
    if (place && file !== undefined) return { ...place, file }
  }
  return undefined
}

/** Vite gives the place of a syntax error as `loc`; since version 8 its message has it, in a frame. */
function syntaxPlace(loc: unknown, message: unknown): FilePlace | undefined {
  if (isObject(loc)) {
    const { file, line, column } = loc as Partial<FilePlace>
    if (typeof file === 'string' && typeof line === 'number')
      return { file, line, ...(typeof column === 'number' && { column: column + 1 }) }
  }
  const [, place] =
    /[╭┌]─*\[ ?(.+?:\d+:\d+) ?\]/.exec(typeof message === 'string' ? withoutColors(message) : '') ??
    []
  return place === undefined ? undefined : placeIn(place)
}
