/** Readers for unknown values: each returns a value that can be drawn, or `undefined`. */
import { isRecord } from '../common/json.js'
import { limits } from '../spec/limits.js'

/** An object with the property names of `T` and unknown values. */
export type Loose<T> = Readonly<Partial<Record<keyof T, unknown>>>

/** Browsers have problems with longer lengths. */
const longest = 10_000

/** More than any text of LINE can have; the rest is not drawn. */
const maxCharacters = 10_000

/** An object that is not an array. */
export const record = <T = Record<string, unknown>>(value: unknown): Loose<T> | undefined =>
  isRecord(value) ? (value as Loose<T>) : undefined

/** The items of an array; otherwise none. */
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A string, limited in length, and never cut in the middle of a surrogate pair. */
export function words(value: unknown, max = maxCharacters): string {
  if (typeof value !== 'string') return ''
  if (value.length <= max) return value
  const cut = value.slice(0, max)
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}

/** A number, limited to a range. */
export const number = (value: unknown, min: number, max: number): number | undefined =>
  typeof value === 'number' && Number.isFinite(value)
    ? Math.min(Math.max(value, min), max)
    : undefined

/** The value of a table, if the key is an own property. */
export const entry = <T>(table: Readonly<Record<string, T>>, key: unknown): T | undefined =>
  typeof key === 'string' && Object.hasOwn(table, key) ? table[key] : undefined

/** A string, if it is one of these. */
export const oneOf = <const T extends string>(
  value: unknown,
  allowed: readonly T[],
): T | undefined => ((allowed as readonly unknown[]).includes(value) ? (value as T) : undefined)

/** `#RRGGBB` or `#RRGGBBAA`. */
export const color = (value: unknown): string | undefined =>
  typeof value === 'string' && /^#(?:[0-9a-f]{6}|[0-9a-f]{8})$/i.test(value) ? value : undefined

const length = (value: unknown, form: RegExp): number | undefined =>
  typeof value === 'string' && value.length < 40 && form.test(value)
    ? Math.max(-longest, Math.min(Number.parseFloat(value), longest))
    : undefined

/** `10px`, as a number. */
export const pixels = (value: unknown): number | undefined => length(value, /^\d+(?:\.\d+)?px$/)

/** `-10px`, as a number. */
export const signedPixels = (value: unknown): number | undefined =>
  length(value, /^-?\d+(?:\.\d+)?px$/)

/** `50%`. */
export function percentage(value: unknown, form = /^\d+(?:\.\d+)?%$/): `${number}%` | undefined {
  const share = length(value, form)
  return share === undefined ? undefined : `${share}%`
}

/** `-50%`. */
export const signedPercentage = (value: unknown): `${number}%` | undefined =>
  percentage(value, /^-?\d+(?:\.\d+)?%$/)

/** `20:13` as width by height; `undefined` for a ratio that LINE would refuse. */
export function ratio(value: unknown): number | undefined {
  if (typeof value !== 'string' || value.length > 40) return undefined
  const [, width, height] = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/.exec(value) ?? []
  const w = Number(width)
  const h = Number(height)
  const { min, max, maxHeightToWidth } = limits.aspectRatio
  const fits = Math.min(w, h) >= min && Math.max(w, h) <= max && h <= w * maxHeightToWidth
  return fits ? w / h : undefined
}
