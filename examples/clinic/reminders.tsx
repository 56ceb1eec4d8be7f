/** Reminds people of their appointments of the next day. */
import type { LineClient } from 'fukidashi/client'
import type { Bookings } from './bookings/bookings.js'
import { dayAt, daysLater } from './clinic.js'
import { Reminder } from './messages/bookings.js'
import { contextOf } from './words/index.js'

export interface Reminded {
  sent: number
  /** Sent before: by an earlier run, or by another machine. */
  repeated: number
  /** Not sent. The next run tries again. */
  failed: number
}

/** Sends the reminders. A second run sends nothing twice: LINE knows the key of a reminder for a day. */
export async function remind(
  bookings: Bookings,
  line: LineClient,
  now = Date.now(),
): Promise<Reminded> {
  const day = daysLater(dayAt(now), 1)
  const reminded = { sent: 0, repeated: 0, failed: 0 }
  for (const booking of await bookings.onDay(day)) {
    const retryKey = await keyOf(`reminder/${booking.id}/${day}`)
    try {
      const context: object = contextOf(booking.locale)
      const options = { retryKey, context }
      const message = <Reminder booking={booking} />
      const { requests } = await line.messages.push(booking.userId, message, options)
      reminded[requests[0]?.repeated ? 'repeated' : 'sent']++
    } catch (error) {
      // The other people are reminded nevertheless. The message of the error may contain what was sent.
      const { name, code, status } = error as { name?: string; code?: string; status?: number }
      console.error(
        `The reminder of booking ${booking.id} failed: ${name} ${code ?? ''} ${status ?? ''}`,
      )
      reminded.failed++
    }
  }
  await bookings.clean(daysLater(day, -30))
  return reminded
}

/** A retry key, which is a UUID, that every process derives from the same text. */
async function keyOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  const digits = Array.from(new Uint8Array(digest, 0, 16), (byte) =>
    byte.toString(16).padStart(2, '0'),
  )
  return digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
