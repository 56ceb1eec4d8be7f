/** Keeps secrets out of what people paste into issues. */

const hidden = '[redacted]'

/** A text without any of the secrets, as they are or percent-encoded. */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = text
  for (const secret of secrets) {
    if (secret.length < 4) continue
    clean = clean.replaceAll(secret, hidden).replaceAll(encodeURIComponent(secret), hidden)
  }
  return clean
}

/**
 * A copy of an error and its causes that holds name, message, code and stack only. What threw it may have hung the whole
 * request on it, headers and all.
 */
export function withoutSecrets(error: unknown, secrets: readonly string[], depth = 0): unknown {
  if (!(error instanceof Error))
    return typeof error === 'string' ? redact(error, secrets) : undefined
  const cause = depth < 5 ? withoutSecrets(error.cause, secrets, depth + 1) : undefined
  const copy = new Error(redact(error.message, secrets), cause === undefined ? {} : { cause })
  copy.name = error.name
  copy.stack = error.stack === undefined ? '' : redact(error.stack, secrets)
  const { code } = error as { code?: unknown }
  return typeof code === 'string' ? Object.assign(copy, { code }) : copy
}
