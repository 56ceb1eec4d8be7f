/** Reads the chain of causes of a failed request. */

/** Codes of failures to connect: nothing was sent yet. */
const beforeSending = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EHOSTDOWN',
  'UND_ERR_CONNECT_TIMEOUT',
  'ConnectionRefused',
  'FailedToOpenSocket',
])

/** An error and its causes, outermost first. */
export function* chainOf(error: unknown): Generator<{ code?: unknown; message?: unknown }> {
  const seen = new Set<unknown>()
  let current = error
  while (typeof current === 'object' && current !== null && !seen.has(current)) {
    seen.add(current)
    yield current
    current = (current as { cause?: unknown }).cause
  }
}

/** Tests whether a failed request was certainly not sent. */
export function neverLeft(error: unknown): boolean {
  for (const { code, message } of chainOf(error)) {
    if (typeof code === 'string' && beforeSending.has(code)) return true
    if (typeof message === 'string' && /tcp connect error|dns error/i.test(message)) return true
  }
  return false
}
