/** Removes secrets from texts that the page and reports show. */
import { environment } from './builtin.js'

const HIDDEN = '[hidden]'

/** Shorter values could be words of a text. */
const SHORTEST = 8

/** Names of variables with secrets. */
const isSecret = /secret|token|password|passwd|api_?key|private_?key|credential/i

/** `channelSecret: '…'` and `token = "…"` in source code. */
const literal =
  /((?:secret|token|password|apikey|api_key)["']?\s*[:=]\s*)(["'`])(?!\2)[^"'`\n]{4,}\2/gi

/**
 * A function that hides secrets.
 *
 * @param known - values that are secret, beside those of environment variables
 */
export function redactor(known: readonly string[]): (text: string) => string {
  const ofVariables = Object.entries(environment()).flatMap(([name, value]) =>
    value !== undefined && isSecret.test(name) ? [value] : [],
  )
  const secrets = [...known, ...ofVariables]
    .filter((value) => value.length >= SHORTEST)
    .sort((one, other) => other.length - one.length)
  return (text) => {
    let safe = text
    for (const secret of secrets) safe = safe.replaceAll(secret, HIDDEN)
    return safe
      .replace(/\bBearer [\w~+/.-]{4,}=*/g, `Bearer ${HIDDEN}`)
      .replace(literal, `$1$2${HIDDEN}$2`)
  }
}
