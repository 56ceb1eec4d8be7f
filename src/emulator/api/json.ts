/** Parses JSON like LINE: errors have a position, and duplicate keys are refused. */
import { isDeep, MOST_DEPTH, mayBeDeep } from './depth.js'
import { sentences } from './sentences.js'
import { refusal, type Refusal } from './answer.js'

/** A syntax error that only a strict parser finds. */
interface Flaw {
  path: (string | number)[]
  at: number
  duplicate?: string
}

/**
 * The value, or LINE's refusal.
 * @throws {Refusal}
 */
export function readJson(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
    if (mayBeDeep(text) && isDeep(value, MOST_DEPTH)) throw new RangeError('too deep')
    // Most bodies were written by JSON.stringify: if it gives the same text again, no key is duplicated.
    if (JSON.stringify(value) === text) return value
  } catch {
    throw complain(text, scan(text) ?? { path: [], at: text.length })
  }
  const flaw = scan(text)
  if (flaw) throw complain(text, flaw)
  return value
}

function complain(text: string, { path, at, duplicate }: Flaw): Refusal {
  const before = text.slice(0, at).split('\n')
  const line = before.length
  const column = before.at(-1)!.length + 1
  const details =
    duplicate === undefined ? undefined : [{ message: sentences.duplicateField(duplicate) }]
  const message =
    path[0] === 'messages' && typeof path[1] === 'number'
      ? sentences.invalidProperty(`'messages[${path[1]}]'`, line, column)
      : sentences.notJson(line, column)
  return refusal(400, message, details)
}

const word = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const begun = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y
const blank = /[ \t\r\n]*/y

/** Scans the text without recursion, up to the first error. */
function scan(text: string): Flaw | undefined {
  const open: { keys?: Set<string>; name: string | number }[] = []
  const path = () => open.map(({ name }) => name)
  let at = 0
  const skip = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    const token = pattern.exec(text)?.[0]
    if (token !== undefined) at += token.length
    return token
  }
  const flaw = (place = at): Flaw => ({ path: path(), at: place })
  const brokenString = (): Flaw => {
    begun.lastIndex = at
    return flaw(at + (begun.exec(text)?.[0].length ?? 0))
  }

  for (;;) {
    // A value.
    skip(blank)
    const sign = text[at]
    if (sign === '{' || sign === '[') {
      at++
      open.push(sign === '{' ? { keys: new Set(), name: '' } : { name: 0 })
      skip(blank)
      if (text[at] === (sign === '{' ? '}' : ']')) {
        at++
        open.pop()
      } else if (sign === '[') continue
      else {
        const problem = key()
        if (problem) return problem
        continue
      }
    } else if (sign === '"') {
      if (skip(string) === undefined) return brokenString()
    } else if (!skip(word)) return flaw()

    // What follows a value.
    for (;;) {
      skip(blank)
      const inner = open.at(-1)
      if (!inner) return at < text.length ? flaw() : undefined
      if (text[at] === ',') {
        at++
        if (!inner.keys) inner.name = (inner.name as number) + 1
        else {
          const problem = key()
          if (problem) return problem
        }
        break
      }
      if (text[at] !== (inner.keys ? '}' : ']')) return flaw()
      at++
      open.pop()
    }
  }

  function key(): Flaw | undefined {
    skip(blank)
    const object = open.at(-1)!
    const written = text[at] === '"' ? skip(string) : undefined
    if (written === undefined) return text[at] === '"' ? brokenString() : flaw()
    const name = JSON.parse(written) as string
    if (object.keys!.has(name)) return { path: path().slice(0, -1), at, duplicate: name }
    object.keys!.add(name)
    object.name = name
    skip(blank)
    if (text[at] !== ':') return flaw()
    at++
    return undefined
  }
}
