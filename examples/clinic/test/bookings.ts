/** Tests that every kind of bookings passes. */
import type { BookCommand, Bookings } from '../bookings/bookings.js'

type Expect = (value: unknown) => { toEqual(other: unknown): void }

const day = '2026-08-03'
const wish = (id: string, userId: string, time = '09:30', instead?: string): BookCommand => ({
  id,
  userId,
  locale: 'th',
  doctor: 'sato',
  slot: `${day}T${time}`,
  instead,
})
const bookingOf = ({ instead: _, ...booking }: BookCommand) => booking
const booked = (command: BookCommand) => ({ outcome: 'booked', booking: bookingOf(command) })

/** Tests by name. Each gets empty bookings. */
export const bookingTests: Record<string, (bookings: Bookings, expect: Expect) => Promise<void>> = {
  'keeps a booking': async (bookings, expect) => {
    const mine = wish('1', 'Aki')
    expect(await bookings.book(mine)).toEqual(booked(mine))
    expect(await bookings.find('Aki', '1')).toEqual(bookingOf(mine))
    expect(await bookings.find('Ken', '1')).toEqual(undefined)
    expect(await bookings.taken('sato', day)).toEqual([mine.slot])
    expect(await bookings.taken('mori', day)).toEqual([])
    expect(await bookings.onDay(day)).toEqual([bookingOf(mine)])
    expect(await bookings.onDay('2026-08-04')).toEqual([])
    expect(await bookings.ofPerson('Aki', `${day}T09:29`)).toEqual([bookingOf(mine)])
    expect(await bookings.ofPerson('Aki', `${day}T09:30`)).toEqual([])
  },
  'gives an appointment to one of many people who want it at once': async (bookings, expect) => {
    const people = Array.from({ length: 8 }, (_, index) => wish(`${index}`, `person ${index}`))
    const all = await Promise.all(people.map((command) => bookings.book(command)))
    const outcomes = all.map(({ outcome }) => outcome).sort()
    expect(outcomes).toEqual(['booked', ...Array.from({ length: 7 }, () => 'taken')])
    expect((await bookings.onDay(day)).length).toEqual(1)
  },
  'books once for an event, and has the same outcome again': async (bookings, expect) => {
    const mine = wish('1', 'Aki')
    const all = [bookings.book(mine), bookings.book(mine), bookings.book(mine)]
    expect(await Promise.all(all)).toEqual([booked(mine), booked(mine), booked(mine)])
    expect((await bookings.onDay(day)).length).toEqual(1)
  },
  'repeats that an appointment is taken, even if it is free now': async (bookings, expect) => {
    await bookings.book(wish('1', 'Aki'))
    expect(await bookings.book(wish('2', 'Ken'))).toEqual({ outcome: 'taken' })
    await bookings.cancel({ id: '3', userId: 'Aki', booking: '1' })
    expect(await bookings.book(wish('2', 'Ken'))).toEqual({ outcome: 'taken' })
    expect(await bookings.onDay(day)).toEqual([])
    const again = wish('4', 'Ken')
    expect(await bookings.book(again)).toEqual(booked(again))
  },
  'books what a person has already': async (bookings, expect) => {
    const mine = wish('1', 'Aki')
    await bookings.book(mine)
    expect(await bookings.book(wish('2', 'Aki'))).toEqual(booked(mine))
  },
  'changes a booking, and frees its appointment': async (bookings, expect) => {
    await bookings.book(wish('1', 'Aki'))
    const later = wish('2', 'Aki', '10:00', '1')
    expect(await bookings.book(later)).toEqual(booked(later))
    expect(await bookings.book(later)).toEqual(booked(later))
    expect(await bookings.onDay(day)).toEqual([bookingOf(later)])
  },
  'keeps the old booking when the new appointment is taken': async (bookings, expect) => {
    const mine = wish('1', 'Aki')
    await bookings.book(mine)
    await bookings.book(wish('2', 'Ken', '10:00'))
    expect(await bookings.book(wish('3', 'Aki', '10:00', '1'))).toEqual({ outcome: 'taken' })
    expect(await bookings.find('Aki', '1')).toEqual(bookingOf(mine))
  },
  'does not change a booking that is gone, or of another person': async (bookings, expect) => {
    await bookings.book(wish('1', 'Aki'))
    expect(await bookings.book(wish('2', 'Ken', '10:00', '1'))).toEqual({ outcome: 'gone' })
    await bookings.cancel({ id: '3', userId: 'Aki', booking: '1' })
    expect(await bookings.book(wish('4', 'Aki', '10:00', '1'))).toEqual({ outcome: 'gone' })
    expect(await bookings.onDay(day)).toEqual([])
  },
  'cancels once, and has the same outcome for the same event': async (bookings, expect) => {
    const mine = wish('1', 'Aki')
    await bookings.book(mine)
    const command = { id: '2', userId: 'Aki', booking: '1' }
    const cancelled = { outcome: 'cancelled', booking: bookingOf(mine) }
    expect(await bookings.cancel({ ...command, userId: 'Ken', id: '0' })).toEqual({
      outcome: 'gone',
    })
    expect(await bookings.cancel(command)).toEqual(cancelled)
    expect(await bookings.cancel(command)).toEqual(cancelled)
    expect(await bookings.cancel({ ...command, id: '3' })).toEqual({ outcome: 'gone' })
    expect(await bookings.find('Aki', '1')).toEqual(undefined)
    await bookings.clean('2100-01-01')
  },
}
