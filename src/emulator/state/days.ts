/** LINE counts days and months in UTC+9. */

const JST = 9 * 3_600_000
export const DAY = 86_400_000

/** `yyyyMMdd` */
export const dayOf = (ms: number): string =>
  new Date(ms + JST).toISOString().slice(0, 10).replaceAll('-', '')

/** `yyyyMM` */
export const monthOf = (ms: number): string => dayOf(ms).slice(0, 6)

/** Milliseconds at which a `yyyyMMdd` begins; undefined when there is no such day. */
export function startOfDay(day: string): number | undefined {
  const [, year, month, date] = /^(\d{4})(\d{2})(\d{2})$/.exec(day) ?? []
  if (year === undefined) return undefined
  const ms = Date.UTC(Number(year), Number(month) - 1, Number(date)) - JST
  return dayOf(ms) === day ? ms : undefined
}
