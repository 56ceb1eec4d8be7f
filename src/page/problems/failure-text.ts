/** A failure as text, to paste it elsewhere. */
import type { FailureRecord } from '../../emulator/index.js'

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
  const lines = [`${name}: ${message}`]
  if (place) lines.push(`    at ${placeText(place)}`)
  for (const problem of problems)
    lines.push(
      '',
      ['  ' + problem.path, problem.component, problem.source].filter(Boolean).join('   '),
      `    ${problem.message}`,
    )
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
