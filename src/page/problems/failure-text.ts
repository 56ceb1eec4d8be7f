/** A failure as text, to paste it elsewhere. */
import { groupProblems } from '../../common/group-problems.js'
import type { FailureRecord, Problem } from '../../emulator/index.js'

type Failure = Pick<
  FailureRecord,
  'name' | 'message' | 'problems' | 'place' | 'frame' | 'stack' | 'hint'
>

/** A place in the source. */
export type Place = NonNullable<FailureRecord['place']>

/** `src/bot.tsx:9:5` */
export const placeText = ({ file, line, column }: Place): string =>
  [file, line, column].filter((part) => part !== undefined).join(':')

/** The place that a problem names in its `source`: `src/menu.tsx:9:5`. */
export function placeOf(source: string | undefined): Place | undefined {
  const [, file, line, column] = /^([^:].*?):(\d+)(?::(\d+))?$/.exec(source ?? '') ?? []
  if (file === undefined || line === undefined) return undefined
  return { file, line: Number(line), ...(column !== undefined && { column: Number(column) }) }
}

/** The message without the report of its problems, which are listed below it. */
export const summaryOf = ({ message, problems }: Pick<Failure, 'message' | 'problems'>): string =>
  problems.length > 0 ? message.split('\n', 1)[0]! : message

/** Problems in order, but warnings last. */
export const errorsFirst = (problems: readonly Problem[]): Problem[] => [
  ...problems.filter(({ severity }) => severity === 'error'),
  ...problems.filter(({ severity }) => severity !== 'error'),
]

/** Everything that the card of a failure shows. */
export function failureText({
  name,
  message,
  problems,
  place,
  frame,
  stack,
  hint,
}: Failure): string {
  // The message of a refusal lists its problems, which follow below.
  const hasProblems = problems.some((problem) => message.includes(problem.message))
  const lines = [`${name}: ${hasProblems ? summaryOf({ message, problems }) : message}`]
  if (place) lines.push(`    at ${placeText(place)}`)
  for (const [{ severity, path, component, source, message: what }, ...others] of groupProblems(
    errorsFirst(problems),
  )) {
    const last = others.at(-1)
    const count = last ? ` (${others.length + 1} times, the last at ${last.path})` : ''
    const kind = severity === 'warning' ? 'warning: ' : ''
    lines.push(
      '',
      ['  ' + path, component, source].filter(Boolean).join('   '),
      `    ${kind}${what}${count}`,
    )
  }
  if (frame)
    lines.push(
      '',
      ...frame.lines.map((text, i) => {
        const number = frame.firstLine + i
        return `${number === place?.line ? '>' : ' '} ${number} | ${text}`
      }),
    )
  if (hint !== undefined) lines.push('', hint)
  if (stack.length > 0) lines.push('', ...stack)
  return lines.join('\n')
}
