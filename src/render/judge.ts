/** What is wrong with compiled messages, in their structure and by LINE's rules, with the components it comes from. */
import { check, type Problem, validate, type ValidateOptions } from '../validation/index.js'
import type { Compiled } from './compile.js'
import { type Location, Origins } from './locate.js'

/** The messages as text, or undefined if they have to be looked at before anything recurses into them. */
export function jsonOf({ messages, compiler }: Compiled): string | undefined {
  if (compiler.suspicious) return undefined
  try {
    return JSON.stringify(messages)
  } catch {
    // Holds something that is no JSON, such as a bigint: the validation says what and where.
    return undefined
  }
}

/** All problems, those of the structure first. */
export function judge(
  compiled: Compiled,
  options: ValidateOptions & { validate?: boolean | undefined },
  json: string | undefined,
): { problems: Problem[]; locate: (path: string) => Location } {
  const { messages, compiler } = compiled
  let known: Origins | undefined
  const origins = () => (known ??= new Origins(compiler, { messages }))
  const locate = (path: string) => origins().locate(path)
  const found =
    options.validate === false
      ? []
      : json === undefined
        ? validate(messages, { ...options, as: 'messages' })
        : check(messages, options, json)
  if (found.length === 0 && compiler.problems.length === 0) return { problems: [], locate }

  const structural = compiler.problems.map((problem): Problem => {
    const path = origins().pathOf(problem)
    const { code, severity, message, limit, actual } = problem
    const rest = { unit: undefined, docs: undefined, ...locate(path) }
    return { code, severity, path, message, limit, actual, ...rest }
  })
  const located = found.map((problem) => ({ ...problem, ...locate(problem.path) }))
  return { problems: [...structural, ...located], locate }
}
