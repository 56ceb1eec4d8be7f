/** Converts the state to text and back. Maps and bytes are written as objects with one marking key. */
import { isRecord } from '../../common/json.js'
import { bytesOf } from './bytes-of.js'
import { fromBase64, toBase64 } from './base64.js'
import { checkState } from './check-state.js'
import type { State } from './state.js'

/** Keys of data that look like a marking key get one more `$`, which is removed when they are read. */
const mark = /^\$+(?:map|bytes)$/
const escapedMark = /^\$\$+(?:map|bytes)$/

/** The state as text. */
export function write(state: State): string {
  return JSON.stringify(state, function (this: Record<string, unknown>, key, value: unknown) {
    // Not `value`: its `toJSON` has turned a `Buffer` into an array of numbers.
    const original = this[key]
    const bytes = bytesOf(original)
    if (bytes) return { $bytes: toBase64(bytes) }
    if (original instanceof Map) return { $map: [...original] }
    return isRecord(value) ? renamed(value, mark, (name) => `$${name}`) : value
  })
}

/**
 * The state from text.
 * @throws {TypeError} When it is not JSON, not a state, or one of another version.
 */
export function read(text: string): State {
  let value: unknown
  try {
    value = JSON.parse(text, (_, one: unknown) => revived(one))
  } catch (error) {
    throw new TypeError(`It cannot be read: ${(error as Error).message}.`, { cause: error })
  }
  return checkState(value)
}

function revived(value: unknown): unknown {
  if (!isRecord(value)) return value
  const keys = Object.keys(value)
  if (keys.length === 1) {
    if (keys[0] === '$map') return new Map(value['$map'] as [unknown, unknown][])
    if (keys[0] === '$bytes') return fromBase64(value['$bytes'] as string)
  }
  return renamed(value, escapedMark, (name) => name.slice(1))
}

/** The object with renamed keys; the same object if no key changes. */
function renamed(
  value: Record<string, unknown>,
  pattern: RegExp,
  rename: (name: string) => string,
): Record<string, unknown> {
  if (!Object.keys(value).some((key) => pattern.test(key))) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [pattern.test(key) ? rename(key) : key, one]),
  )
}
