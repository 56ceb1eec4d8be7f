/** Bookings, and what the bot needs of a database. */
import type { Locale } from '../words/index.js'

export interface Booking {
  /** Id of the event that booked it. */
  id: string
  userId: string
  /** Language of the reminder. */
  locale: Locale
  /** Id of the doctor. */
  doctor: string
  /** Beginning, such as `2026-12-01T09:30`, in the time of the clinic. */
  slot: string
}

/** A wish to book. */
export interface BookCommand extends Booking {
  /** Id of a booking of this person that ends when the new one begins: an appointment is changed. */
  instead?: string | undefined
}

export type Booked =
  | { outcome: 'booked'; booking: Booking }
  /** Another person has the appointment. */
  | { outcome: 'taken' }
  /** The booking to change does not exist any more. */
  | { outcome: 'gone' }

/** A wish to cancel a booking. */
export interface CancelCommand {
  /** Id of the event. */
  id: string
  userId: string
  /** Id of the booking. */
  booking: string
}

export type Cancelled = { outcome: 'cancelled'; booking: Booking } | { outcome: 'gone' }

/**
 * Where bookings are kept. A command has the id of the event that it comes from: the same id again changes nothing, and has the same
 * outcome. So an event that is handled twice, because a process ended in the middle, books once and is answered alike.
 */
export interface Bookings {
  /** Books an appointment, unless another person has it. Who has it already, has booked it. */
  book(command: BookCommand): Promise<Booked>
  cancel(command: CancelCommand): Promise<Cancelled>
  /** A booking of this person that was not cancelled. */
  find(userId: string, id: string): Promise<Booking | undefined>
  /** Bookings of a person that begin after a minute, in order. */
  ofPerson(userId: string, after: string): Promise<Booking[]>
  /** Appointments of a doctor on a day that are booked. */
  taken(doctor: string, day: string): Promise<string[]>
  /** All bookings of a day, in order. */
  onDay(day: string): Promise<Booking[]>
  /** Forgets outcomes of commands that are older than a day, such as `2026-11-01`. */
  clean(before: string): Promise<void>
}
