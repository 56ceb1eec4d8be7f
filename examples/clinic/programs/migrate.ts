/** Makes the tables: once, before the other processes start. `--print` prints those of the bookings, for D1. */
import { tables } from '../bookings/sql.js'
import { closeAll, migrateAll } from './connect.js'

if (process.argv.includes('--print')) console.log(tables.map((sql) => `${sql};`).join('\n'))
else {
  await migrateAll()
  await closeAll()
  console.log('The tables are there.')
}
