/** Fields for the values of a sample, and samples with changed values. */
import { isRecord } from '../../common/json.js'
import { isElement } from '../../jsx-runtime/element.js'
import { nameOf } from '../../jsx-runtime/place.js'
import type { Control, ValueChange } from './view.js'

/** Objects in objects that have fields of their own. Deeper ones are JSON. */
const DEEPEST = 3
/** Fields of an object; items of a list. Larger ones are JSON. */
const MOST = 50
/** Characters of JSON that the page gets. */
const LONGEST_JSON = 50_000
/** Characters of a text that the page gets. */
const LONGEST_TEXT = 10_000
/** Suggestions for a text. */
const MOST_SUGGESTIONS = 20

/**
 * Fields for the values of an object.
 *
 * @param others - samples of other stories, whose texts are suggested
 */
export function controlsOf(sample: object, others: readonly object[] = []): Control[] {
  return fieldsOf(sample, others, 0)
}

function fieldsOf(sample: object, others: readonly object[], depth: number): Control[] {
  return Object.keys(sample)
    .slice(0, MOST)
    .map((name): Control => {
      const value = valueAt(sample, name)
      return {
        name,
        ...fieldOf(
          value,
          others.map((other) => valueAt(other, name)),
          depth,
        ),
      }
    })
}

/** A property, also of an object whose getters throw. */
function valueAt(sample: unknown, name: string): unknown {
  try {
    return isRecord(sample) && Object.hasOwn(sample, name) ? sample[name] : undefined
  } catch {
    return undefined
  }
}

type Field = Control extends infer C ? (C extends Control ? Omit<C, 'name'> : never) : never

function fieldOf(value: unknown, others: readonly unknown[], depth: number): Field {
  if (typeof value === 'string') return textField(value, others)
  if (typeof value === 'number' && Number.isFinite(value)) return { kind: 'number', value }
  if (typeof value === 'boolean') return { kind: 'switch', value }
  if (value === null) return { kind: 'json', value }
  if (value instanceof Date && !Number.isNaN(value.getTime()))
    return { kind: 'date', value: value.toISOString() }
  if (isScalarList(value)) return { kind: 'list', value }
  if (isPlain(value) && depth < DEEPEST && Object.keys(value).length <= MOST)
    return {
      kind: 'group',
      fields: fieldsOf(
        value,
        others.filter((other) => isRecord(other)),
        depth + 1,
      ),
    }
  if (isPlain(value) || Array.isArray(value)) return jsonField(value)
  return { kind: 'fixed', value: describe(value) }
}

function textField(value: string, others: readonly unknown[]): Field {
  if (value.length > LONGEST_TEXT) return { kind: 'fixed', value: `${value.slice(0, 100)}…` }
  const texts = new Set(others.filter((other) => typeof other === 'string'))
  texts.delete(value)
  const suggestions = [...texts].filter((text) => text.length <= 200).slice(0, MOST_SUGGESTIONS)
  return { kind: 'text', value, ...(suggestions.length > 0 && { suggestions }) }
}

/** JSON, if all of the value is JSON. */
function jsonField(value: object): Field {
  try {
    const text = JSON.stringify(value)
    if (text.length <= LONGEST_JSON && isJson(value, 0)) return { kind: 'json', value }
  } catch {
    // It has circles, or numbers that JSON has not.
  }
  return { kind: 'fixed', value: describe(value) }
}

const isScalarList = (value: unknown): value is (string | number)[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= MOST &&
  value.every((item) => typeof item === typeof value[0]) &&
  (typeof value[0] === 'string' || typeof value[0] === 'number') &&
  value.every((item) => String(item).length <= LONGEST_TEXT)

/** An object as literals make it; elements have fields of their own kind. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (!isRecord(value) || Array.isArray(value) || isElement(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  // Of modules that Vite runs, too.
  return prototype === null || prototype === Object.prototype
}

function isJson(value: unknown, depth: number): boolean {
  if (depth > 100) return false
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (Array.isArray(value)) return value.every((item) => isJson(item, depth + 1))
  return isPlain(value) && Object.values(value).every((item) => isJson(item, depth + 1))
}

/** A short text for a value that has no field. */
function describe(value: unknown): string {
  if (isElement(value)) return `<${nameOf(value.type) ?? '…'}>`
  if (typeof value === 'function') return `${value.name || 'function'}()`
  if (Array.isArray(value)) return `Array(${value.length})`
  if (typeof value === 'object' && value !== null) {
    const { constructor } = value as { constructor?: { name?: unknown } }
    return typeof constructor?.name === 'string' ? constructor.name : 'Object'
  }
  return String(value)
}

/**
 * A sample with other values. The sample itself stays.
 *
 * @param adds - takes names that the sample does not have, such as optional props; not within its values
 */
export function withChanges(
  sample: object,
  changes: readonly ValueChange[] = [],
  adds = false,
): object {
  return changes.reduce<object>((result, { path, value }) => {
    const [name, ...rest] = path
    const isNew = adds && name !== undefined && rest.length === 0 && !Object.hasOwn(result, name)
    if (isNew) return { ...result, ...Object.fromEntries([[name, value]]) }
    const changed = replaced(result, path, value)
    return isRecord(changed) ? changed : result
  }, sample)
}

function replaced(target: unknown, path: readonly string[], value: unknown): unknown {
  const [name, ...rest] = path
  if (name === undefined) return target instanceof Date ? dateOf(value, target) : value
  // Own properties only, so that no change reaches a prototype.
  if (typeof target !== 'object' || target === null || !Object.hasOwn(target, name)) return target
  const copy: object = Array.isArray(target)
    ? [...(target as unknown[])]
    : Object.assign(Object.create(Object.getPrototypeOf(target) as object | null) as object, target)
  Object.defineProperty(copy, name, {
    value: replaced((target as Record<string, unknown>)[name], rest, value),
    writable: true,
    enumerable: true,
    configurable: true,
  })
  return copy
}

/** A date from its text. */
function dateOf(value: unknown, before: Date): Date {
  const date = new Date(String(value))
  return Number.isNaN(date.getTime()) ? before : date
}
