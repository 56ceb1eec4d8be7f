/** Problems that are one mistake, such as that of a component which is used in a list. */

/** The part of a problem that this file reads. */
interface ProblemLike {
  readonly code: string
  readonly severity: string
  readonly path: string
  readonly component?: string | undefined
  readonly source?: string | undefined
  readonly message: string
}

/** The places of one mistake. */
export type Mistake<P> = [first: P, ...others: P[]]

/** Groups problems that differ only in indices of lists and in values. */
export function groupProblems<P extends ProblemLike>(problems: readonly P[]): Mistake<P>[] {
  const mistakes = new Map<string, Mistake<P>>()
  for (const problem of problems) {
    const { code, severity, path, component, source, message } = problem
    const key = [
      severity,
      code,
      path.replace(/\[\d+\]/g, '[]'),
      component,
      source,
      message.replace(/"(?:[^"\\]|\\.)*"|\d[\d,.]*/g, ''),
    ].join()
    // An array has at least one item after `push`.
    if (!mistakes.get(key)?.push(problem)) mistakes.set(key, [problem])
  }
  return [...mistakes.values()]
}
