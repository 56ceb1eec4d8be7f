/** Keeps secrets, and characters that forge lines of a log, out of errors. */
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

/** Invisible characters, and those that change the layout: controls, line breaks, terminal sequences, directions of text. */

const unseen = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g

/** Cleans a text from outside for an error: no secret, on one line, at most `most` characters. */
export function cleanText(text: string, secrets: readonly string[], most: number): string {
  // Secrets first: cut or changed, they would not be recognized.
  const clean = redact(text, secrets).replace(unseen, ' ').trim()
  return clean.length > most ? `${clean.slice(0, most).replace(/[\ud800-\udbff]$/, '')} …` : clean
}

/** The longest message of a cause, and its longest stack. */
const longest = { message: 1000, stack: 10_000 }

/**
 * A copy of an error and its causes with name, message, code and stack only. The original may have the whole request with its headers as
 * a property.
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
  const rest =
    at === -1
      ? frames
      : stack
          .slice(at + message.length)
          .split('\n')
          .slice(1)
  const lines = rest.map((line) => redact(line, secrets).replace(unseen, ' '))
  return [`${cleanText(name, secrets, 100)}: ${clean}`, ...lines].join('\n').slice(0, longest.stack)
}
