/** Days and months in LINE's time zone, UTC+9. */
import { japanOffset } from '../../common/time-zone.js'

export const DAY = 86_400_000

/** The last result: most calls are about the same day. */
let last = { from: 0, to: 0, day: '' }

/** `yyyyMMdd` */
export function dayOf(ms: number): string {
  if (ms >= last.from && ms < last.to) return last.day
  const from = Math.floor((ms + japanOffset) / DAY) * DAY - japanOffset
  const day = new Date(from + japanOffset).toISOString().slice(0, 10).replaceAll('-', '')
  last = { from, to: from + DAY, day }
  return day
}

/** `yyyyMM` */
export const monthOf = (ms: number): string => dayOf(ms).slice(0, 6)

/**
 * The same day and time so many months later. A month without that day has its last instead: what began on the 31st of January
 * goes on on the 28th or 29th of February, and on the 31st of March.
 */
export function addMonths(ms: number, months: number): number {
  const from = new Date(ms + japanOffset)
  const year = from.getUTCFullYear()
  const month = from.getUTCMonth() + months
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const start = Date.UTC(year, month, Math.min(from.getUTCDate(), lastDay))
  const timeOfDay = ms + japanOffset - Math.floor((ms + japanOffset) / DAY) * DAY
  return start + timeOfDay - japanOffset
}

/** Months between the months of two times, ignoring the days. */
export function monthsBetween(from: number, to: number): number {
  const [a, b] = [new Date(from + japanOffset), new Date(to + japanOffset)]
  return (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth()
}

/** Start of a `yyyyMMdd` in milliseconds; `undefined` if the day does not exist. */
export function startOfDay(day: string): number | undefined {
  const [, year, month, date] = /^(\d{4})(\d{2})(\d{2})$/.exec(day) ?? []
  if (year === undefined) return undefined
  const ms = Date.UTC(Number(year), Number(month) - 1, Number(date)) - japanOffset
  return dayOf(ms) === day ? ms : undefined
}
