/** The clinic's bookings in a real PostgreSQL. */
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { migrate, postgresBookings } from '../../examples/clinic/bookings/postgres.js'
import { bookingTests } from '../../examples/clinic/test/bookings.js'
import { type Engine, startPostgres } from '../support/engines.js'

let engine: Engine
let pool: pg.Pool

beforeAll(async () => {
  engine = await startPostgres()
  pool = new pg.Pool({ connectionString: engine.url, max: 10 })
  // Several processes may start at once.
  await Promise.all([migrate(pool), migrate(pool), migrate(pool)])
})
beforeEach(() => pool.query('truncate clinic_bookings, clinic_commands'))
afterAll(async () => {
  await pool.end()
  await engine.close()
})

it.each(Object.entries(bookingTests))('PostgreSQL %s', async (_, run) => {
  await run(postgresBookings(pool), expect)
})
