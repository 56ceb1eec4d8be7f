/** Reading what may be anything: each reader gives a value that can be drawn, or nothing. */
import { limits } from '../spec/limits.js'

/** An object as it came: its properties are named by the spec, its values may be anything. */
export type Loose<T> = Readonly<Partial<Record<keyof T, unknown>>>

/** Longer lengths are of no use to anyone, and browsers stumble over them. */
const longest = 10_000

/** More than any text of LINE may have; what comes after is not drawn. */
const mostCharacters = 10_000

/** An object, whatever it holds; anything else is none. */
export const record = <T = Record<string, unknown>>(value: unknown): Loose<T> | undefined =>
  isRecord<T>(value) ? value : undefined

const isRecord = <T>(value: unknown): value is Loose<T> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The items of a list; of anything else, none. */
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A text that can be drawn: bounded, and never cut within a character of two units. */
export function words(value: unknown, most = mostCharacters): string {
  if (typeof value !== 'string') return ''
  if (value.length <= most) return value
  const cut = value.slice(0, most)
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}

/** A number within bounds; what lies outside is moved to the bound. */
export const number = (value: unknown, least: number, most: number): number | undefined =>
  typeof value === 'number' && Number.isFinite(value)
    ? Math.min(Math.max(value, least), most)
    : undefined

/** The value of a table, if the key is one of its own. */
export const entry = <T>(table: Readonly<Record<string, T>>, key: unknown): T | undefined =>
  typeof key === 'string' && Object.hasOwn(table, key) ? table[key] : undefined

/** A word that is one of a few. */
export const oneOf = <const T extends string>(
  value: unknown,
  known: readonly T[],
): T | undefined => ((known as readonly unknown[]).includes(value) ? (value as T) : undefined)

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

/** `20:13` as width by height; nothing for what LINE would refuse. */
export function ratio(value: unknown): number | undefined {
  if (typeof value !== 'string' || value.length > 40) return undefined
  const [, width, height] = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/.exec(value) ?? []
  const w = Number(width)
  const h = Number(height)
  const { min, max, maxHeightToWidth } = limits.aspectRatio
  const fits = Math.min(w, h) >= min && Math.max(w, h) <= max && h <= w * maxHeightToWidth
  return fits ? w / h : undefined
}
