/** Results of the checks of `fukidashi doctor`. */

/** The result of one check. */
export interface Finding {
  /** Name of what was checked: `token`, `webhook`. */
  check: string
  /** `note` is for what cannot be checked. */
  status: 'ok' | 'warning' | 'error' | 'note'
  message: string
  /** What to do. */
  advice?: string | undefined
}

const signs = { ok: '✓', warning: '!', error: '✗', note: 'i' } as const

/** All findings as text, one a line, with the advice below. */
export function textOf(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ check, status, message, advice }) => [
    `${signs[status]} ${check.padEnd(9)} ${message}`,
    ...(advice === undefined ? [] : [`            ${advice}`]),
  ])
  const wrong = findings.filter(({ status }) => status === 'error').length
  const end =
    wrong === 0 ? 'Nothing is wrong.' : `${wrong} ${wrong === 1 ? 'thing is' : 'things are'} wrong.`
  return [...lines, '', end].join('\n')
}
