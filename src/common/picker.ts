/** Where a date or time picker starts. */
import { japanOffset } from './time-zone.js'

/** The part of a datetime picker action that decides it. */
export interface Picker {
  mode: 'date' | 'time' | 'datetime'
  initial?: string | undefined
  min?: string | undefined
  max?: string | undefined
}

/** LINE takes `t` and `T` between date and time. */
const upper = (value: string | undefined) => value?.replace('t', 'T')

/** Limits of a picker, with a capital T. */
export const pickerLimits = ({ min, max }: Picker) => ({ min: upper(min), max: upper(max) })

/** The initial value; without one the present time in Japan, or the limit that is closest to it. */
export function pickerStart(picker: Picker, now: number): string {
  const initial = upper(picker.initial)
  if (initial !== undefined) return initial
  const iso = new Date(now + japanOffset).toISOString()
  const value = { date: iso.slice(0, 10), time: iso.slice(11, 16), datetime: iso.slice(0, 16) }[
    picker.mode
  ]
  const { min, max } = pickerLimits(picker)
  if (min !== undefined && value < min) return min
  return max !== undefined && value > max ? max : value
}
