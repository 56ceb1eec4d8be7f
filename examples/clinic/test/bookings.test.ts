import { expect, it } from 'vitest'
import { memoryBookings } from '../bookings/memory.js'
import { bookingTests } from './bookings.js'

it.each(Object.entries(bookingTests))('memory %s', async (_, run) => {
  await run(memoryBookings(), expect)
})
