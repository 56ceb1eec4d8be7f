/** The clinic: its doctors, their hours, and its time. */
import type { Locale } from './words/index.js'

export interface Doctor {
  id: string
  name: Record<Locale, string>
  field: 'internal' | 'children' | 'skin'
  face: string
  colors: { from: `#${string}`; to: `#${string}` }
  /** Days of the week: 0 is Sunday. */
  days: readonly number[]
}

export const doctors: readonly Doctor[] = [
  {
    id: 'sato',
    name: { en: 'Dr. Sato', ja: '佐藤 医師', th: 'พญ. ซาโต้' },
    field: 'internal',
    face: '🩺',
    colors: { from: '#bfe3f2', to: '#5aa6c8' },
    days: [1, 2, 3, 4, 5],
  },
  {
    id: 'somchai',
    name: { en: 'Dr. Somchai', ja: 'ソムチャイ 医師', th: 'นพ. สมชาย' },
    field: 'children',
    face: '🧸',
    colors: { from: '#ffe3b8', to: '#e5a04b' },
    days: [1, 3, 5, 6],
  },
  {
    id: 'mori',
    name: { en: 'Dr. Mori', ja: '森 医師', th: 'พญ. โมริ' },
    field: 'skin',
    face: '🌿',
    colors: { from: '#d3eec7', to: '#74b06a' },
    days: [2, 4, 6],
  },
]

export const doctorOf = (id: string | undefined): Doctor | undefined =>
  doctors.find((doctor) => doctor.id === id)

/** Beginnings of appointments, in the morning and in the afternoon. */
export const hours = {
  morning: ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30'],
  afternoon: ['14:00', '14:30', '15:00', '15:30', '16:00', '16:30'],
} as const

/** Days from today on which appointments can be booked. */
export const daysAhead = 60

/** Milliseconds by which the clinic's time is ahead of UTC: Japan, which has no summer time. */
const ahead = 9 * 3_600_000
const dayMs = 86_400_000

/** The day at the clinic, such as `2026-12-01`. */
export const dayAt = (now: number): string => minuteAt(now).slice(0, 10)

/** The minute at the clinic, such as `2026-12-01T09:30`. Appointments are written so, and compared as texts. */
export const minuteAt = (now: number): string => new Date(now + ahead).toISOString().slice(0, 16)

/** The day that comes so many days later. */
export const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)

/** Appointments of a doctor on a day that begin after now, such as `2026-12-01T09:30`. */
export function slotsOf({ days }: Doctor, day: string, now: number): string[] {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || day > daysLater(dayAt(now), daysAhead)) return []
  if (!days.includes(new Date(day).getUTCDay())) return []
  return [...hours.morning, ...hours.afternoon]
    .map((time) => `${day}T${time}`)
    .filter((slot) => slot > minuteAt(now))
}
