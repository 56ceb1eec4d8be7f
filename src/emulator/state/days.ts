/** LINE counts days and months in UTC+9. */

const JST = 9 * 3_600_000
export const DAY = 86_400_000

/** The day that was asked for last: one in which everything happens, mostly. */
let last = { from: 0, to: 0, day: '' }

/** `yyyyMMdd` */
export function dayOf(ms: number): string {
  if (ms >= last.from && ms < last.to) return last.day
  const from = Math.floor((ms + JST) / DAY) * DAY - JST
  const day = new Date(from + JST).toISOString().slice(0, 10).replaceAll('-', '')
  last = { from, to: from + DAY, day }
  return day
}

/** `yyyyMM` */
export const monthOf = (ms: number): string => dayOf(ms).slice(0, 6)

/** Milliseconds at which a `yyyyMMdd` begins; undefined when there is no such day. */
export function startOfDay(day: string): number | undefined {
  const [, year, month, date] = /^(\d{4})(\d{2})(\d{2})$/.exec(day) ?? []
  if (year === undefined) return undefined
  const ms = Date.UTC(Number(year), Number(month) - 1, Number(date)) - JST
  return dayOf(ms) === day ? ms : undefined
}
