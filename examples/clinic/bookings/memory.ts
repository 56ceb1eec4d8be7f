/** Bookings in the memory of this process: for development and tests. */
import type { Booked, Booking, Bookings, Cancelled } from './bookings.js'

export function memoryBookings(): Bookings {
  const bookings = new Map<string, Booking>()
  const outcomes = new Map<string, Booked | Cancelled>()
  const all = () => [...bookings.values()].sort((a, b) => (a.slot < b.slot ? -1 : 1))
  const own = (userId: string, id: string) => {
    const booking = bookings.get(id)
    return booking?.userId === userId ? booking : undefined
  }

  /** Returns the outcome of a command: that of the first time. */
  const once = <T extends Booked | Cancelled>(id: string, run: () => T): Promise<T> => {
    const outcome = (outcomes.get(id) as T | undefined) ?? run()
    outcomes.set(id, outcome)
    return Promise.resolve(outcome)
  }

  return {
    book: ({ instead, ...booking }) =>
      once<Booked>(booking.id, () => {
        const { doctor, slot, userId } = booking
        const there = all().find((other) => other.doctor === doctor && other.slot === slot)
        if (there?.userId === userId) return { outcome: 'booked', booking: there }
        if (instead !== undefined && !own(userId, instead)) return { outcome: 'gone' }
        if (there) return { outcome: 'taken' }
        if (instead !== undefined) bookings.delete(instead)
        bookings.set(booking.id, booking)
        return { outcome: 'booked', booking }
      }),
    cancel: ({ id, userId, booking: bookingId }) =>
      once<Cancelled>(id, () => {
        const booking = own(userId, bookingId)
        if (!booking) return { outcome: 'gone' }
        bookings.delete(bookingId)
        return { outcome: 'cancelled', booking }
      }),
    find: (userId, id) => Promise.resolve(own(userId, id)),
    ofPerson: (userId, after) =>
      Promise.resolve(all().filter((one) => one.userId === userId && one.slot > after)),
    taken: (doctor, day) =>
      Promise.resolve(
        all()
          .filter((one) => one.doctor === doctor && one.slot.startsWith(day))
          .map(({ slot }) => slot),
      ),
    onDay: (day) => Promise.resolve(all().filter(({ slot }) => slot.startsWith(day))),
    clean: () => Promise.resolve(),
  }
}
