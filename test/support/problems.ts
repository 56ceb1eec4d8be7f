/** Compares what was found with what a case of the corpus expects. */
import type { Problem } from 'fukidashi'
import type { Expected } from '../fixtures/messages/case.ts'

type Found = Pick<Problem, 'code' | 'severity' | 'path'> &
  Partial<Pick<Problem, 'limit' | 'actual' | 'unit'>>

const sorted = (problems: Found[]) =>
  problems.sort(
    (a, b) => key(a).localeCompare(key(b)) || String(a.actual).localeCompare(String(b.actual)),
  )
const key = ({ path, code, severity }: Found) => `${path} ${code} ${severity}`

/** Expected problems, written like found ones. */
export const wanted = (expected: readonly Expected[]): Found[] =>
  sorted(expected.map((problem) => ({ severity: 'error', ...problem })))

/** Found problems, with only those properties that the expected ones name. */
export function foundAsWanted(
  problems: readonly Problem[],
  expected: readonly Expected[],
): Found[] {
  const left = sorted(expected.map((problem) => ({ severity: 'error', ...problem })))
  return sorted([...problems]).map((problem) => {
    const { code, severity, path } = problem
    const match = left.findIndex(
      (each) =>
        key(each) === key(problem) && (each.actual === undefined || each.actual === problem.actual),
    )
    const twin = match === -1 ? undefined : left.splice(match, 1)[0]
    const named = (['limit', 'actual', 'unit'] as const).filter(
      (name) => twin?.[name] !== undefined,
    )
    return {
      code,
      severity,
      path,
      ...Object.fromEntries(named.map((name) => [name, problem[name]])),
    }
  })
}
