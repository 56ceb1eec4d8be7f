/** An error as the page shows it. */
import { stripVTControlCharacters } from 'node:util'
import { reactAdvice } from '../../common/advice.js'
import { failureOf } from '../../emulator/node/page-server.js'
import { buildErrors } from '../node/bundle.js'
import type { FailureView } from './view.js'

/** The folder of this program, whose stack frames are of no use. */
const own = new URL('.', import.meta.url).href

/**
 * @param root - absolute path of the project
 * @param redact - hides secrets
 */
export function failureView(
  error: unknown,
  root: string,
  redact: (text: string) => string,
): FailureView {
  const { severity, name, message, problems, stack, place, frame } = failureOf(
    isCompilerError(error) ? syntaxError(error) : error,
    root,
    redact,
  )
  const hint = reactAdvice(error)
  return {
    severity,
    name,
    message,
    problems,
    stack: stack.filter((line) => !line.includes(own)),
    ...(place && { place }),
    ...(frame && { frame }),
    ...(hint !== undefined && { hint }),
  }
}

/** An error of Vite's compiler has its place as `loc`, or in a frame in its message. */
const isCompilerError = (error: unknown): error is Error =>
  error instanceof Error &&
  (('loc' in error && error.loc !== undefined) ||
    /[╭┌]─*\[/.test(stripVTControlCharacters(error.message)))

/** The first error, without the stack of the compiler. */
function syntaxError(error: Error): object {
  const { message, file, line, column } = buildErrors(error)[0]!
  return {
    name: 'SyntaxError',
    message,
    ...(file !== undefined && { loc: { file, line, column: (column ?? 1) - 1 } }),
  }
}
