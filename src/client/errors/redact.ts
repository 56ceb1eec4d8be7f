/** Keeps secrets, and characters that forge lines of a log, out of what people paste into issues. */
import { loneSurrogates } from '../../common/surrogates.js'

const hidden = '[redacted]'

/** A text without any of the secrets, as they are, percent-encoded, or as JSON writes them. */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = text
  for (const secret of secrets) {
    if (secret.length < 4) continue
    for (const form of formsOf(secret)) clean = clean.replaceAll(form, hidden)
  }
  return clean
}

function formsOf(secret: string): Set<string> {
  const encoded = encodeURIComponent(secret.replace(loneSurrogates, '\ufffd'))
  const lower = encoded.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())
  const json = JSON.stringify(secret).slice(1, -1)
  return new Set([secret, encoded, lower, json, json.replaceAll('/', '\\/')])
}

/** Characters that are not seen, or that move what is seen: controls, line breaks, terminal sequences, directions of text. */

const unseen = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g

/** A text from outside as an error may hold it: no secret, on one line, at most `most` characters. */
export function cleanText(text: string, secrets: readonly string[], most: number): string {
  // Secrets first: cut or changed, they would not be recognized.
  const clean = redact(text, secrets).replace(unseen, ' ').trim()
  return clean.length > most ? `${clean.slice(0, most).replace(/[\ud800-\udbff]$/, '')} …` : clean
}

/** The longest message of a cause, and its longest stack. */
const longest = { message: 1000, stack: 10_000 }

/**
 * A copy of an error and its causes that holds name, message, code and stack only. What threw it may have hung the whole
 * request on it, headers and all.
 */
export function withoutSecrets(error: unknown, secrets: readonly string[], depth = 0): unknown {
  if (!(error instanceof Error))
    return typeof error === 'string' ? cleanText(error, secrets, longest.message) : undefined
  const cause = depth < 5 ? withoutSecrets(error.cause, secrets, depth + 1) : undefined
  const message = cleanText(error.message, secrets, longest.message)
  const copy = new Error(message, cause === undefined ? {} : { cause })
  copy.name = cleanText(error.name, secrets, 100)
  copy.stack = stackOf(error, message, secrets)
  const { code } = error as { code?: unknown }
  return typeof code === 'string'
    ? Object.assign(copy, { code: cleanText(code, secrets, 100) })
    : copy
}

/** The stack begins with the message, which may have line breaks of its own. */
function stackOf(
  { stack, message, name }: Error,
  clean: string,
  secrets: readonly string[],
): string {
  if (typeof stack !== 'string') return ''
  const frames = stack.split('\n').filter((line) => /^\s+at |^[^\s:]*@/.test(line))
  const at = stack.indexOf(message)
  const known =
    at === -1
      ? frames
      : stack
          .slice(at + message.length)
          .split('\n')
          .slice(1)
  const lines = known.map((line) => redact(line, secrets).replace(unseen, ' '))
  return [`${cleanText(name, secrets, 100)}: ${clean}`, ...lines].join('\n').slice(0, longest.stack)
}
