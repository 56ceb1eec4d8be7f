/** The clinic in one process that may forget: for `fukidashi dev` and tests. */
import { memoryStore } from 'fukidashi/store'
import { memoryBookings } from './bookings/memory.js'
import { createClinic } from './bot.js'

// Production has a secret of its own.
process.env['POSTBACK_SECRET'] ??= 'only for development'

export default createClinic({ bookings: memoryBookings(), store: memoryStore() })
