/** JSON as values: copies, and comparison. */
import { isObject } from '../common/json.js'
import { setProperty } from '../jsx-runtime/set-property.js'
import { dotted, type Segment } from '../validation/index.js'
import { shape } from '../spec/shape.js'
import { ConvertError } from './errors.js'

/**
 * Copies a value as `JSON.stringify` would read it: `toJSON` is called, and `undefined` is left out.
 * @throws {ConvertError} when the value is not JSON, or larger than any message
 */
export function copyJson(value: unknown): unknown {
  let count = 0
  const path: Segment[] = []
  return copy(value)

  function copy(part: unknown): unknown {
    if (++count > shape.nodes)
      throw tooLarge(`has more than ${shape.nodes} parts, which no message has`)
    if (path.length > shape.depth)
      throw tooLarge(`is nested more than ${shape.depth} levels deep, which no message is`)
    if (part === null || typeof part === 'string' || typeof part === 'boolean') return part
    if (typeof part === 'number' && Number.isFinite(part)) return part
    if (!isObject(part)) throw invalid(part)
    const { toJSON } = part as { toJSON?: unknown }
    if (typeof toJSON === 'function') {
      const json: unknown = toJSON.call(part)
      return isObject(json) ? copyParts(json) : copy(json)
    }
    return copyParts(part)
  }

  function copyParts(part: object): unknown {
    if (Array.isArray(part)) return Array.from(part, (item: unknown, index) => inside(index, item))
    const json: Record<string, unknown> = {}
    for (const [name, item] of Object.entries(part))
      if (item !== undefined) setProperty(json, name, inside(name, item))
    return json
  }

  function inside(name: Segment, item: unknown): unknown {
    path.push(name)
    const json = copy(item)
    path.pop()
    return json
  }

  function invalid(part: unknown): ConvertError {
    const kind = typeof part === 'number' || part === undefined ? String(part) : `a ${typeof part}`
    const place = path.length > 0 ? ` at ${dotted(path)}` : ''
    return new ConvertError(
      'json_invalid',
      `The value is not JSON: there is ${kind}${place}. Pass what JSON.parse returns.`,
    )
  }
}

/** The error of a value that is larger than any message. */
export const tooLarge = (reason: string): ConvertError =>
  new ConvertError('json_too_large', `The value ${reason}.`)

/** True if two values are the same JSON. The order of properties is not compared; `-0` is not `0`. */
export function isSame(one: unknown, other: unknown): boolean {
  if (!isObject(one) || !isObject(other)) return Object.is(one, other)
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const names = Object.keys(one)
  if (names.length !== Object.keys(other).length) return false
  return names.every(
    (name) =>
      Object.hasOwn(other, name) &&
      isSame((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name]),
  )
}
