/** Bookings in a SQL database: PostgreSQL, or D1 (SQLite). */
import type { Locale } from '../words/index.js'
import type { Booked, Booking, Bookings, Cancelled } from './bookings.js'

/** A statement with `?1`, `?2` … for its values. */
export interface Statement {
  sql: string
  values?: readonly string[]
}

export type Row = Readonly<Record<string, string | null>>

/** A database. */
export interface Database {
  /** Runs statements in one transaction, and returns the rows of the last one. */
  run(statements: readonly Statement[]): Promise<readonly Row[]>
}

/** The tables. The index lets one person book an appointment; the commands are events that were handled. */
export const tables: readonly string[] = [
  `create table if not exists clinic_bookings (
  id text primary key,
  user_id text not null,
  locale text not null,
  doctor text not null,
  slot text not null,
  cancelled_by text
)`,
  `create unique index if not exists clinic_bookings_once
  on clinic_bookings (doctor, slot) where cancelled_by is null`,
  `create index if not exists clinic_bookings_of_person on clinic_bookings (user_id, slot)`,
  `create index if not exists clinic_bookings_on_day on clinic_bookings (slot)`,
  `create table if not exists clinic_commands (
  id text primary key,
  outcome text not null,
  booking text,
  created_at timestamp not null default current_timestamp
)`,
]

const isNew = 'not exists (select 1 from clinic_commands where id = ?1)'
const isThere = 'cancelled_by is null'

const outcomeOf = (id: string): Statement => ({
  sql: `select c.outcome, b.id, b.user_id, b.locale, b.doctor, b.slot
from clinic_commands c left join clinic_bookings b on b.id = c.booking where c.id = ?1`,
  values: [id],
})

const bookingOf = (row: Row): Booking => ({
  id: row['id']!,
  userId: row['user_id']!,
  locale: row['locale'] as Locale,
  doctor: row['doctor']!,
  slot: row['slot']!,
})

const outcomeIn = ([row]: readonly Row[]): object => {
  const { outcome, id } = row!
  return id === null ? { outcome } : { outcome, booking: bookingOf(row!) }
}

export function sqlBookings(database: Database): Bookings {
  const rows = (sql: string, ...values: string[]) => database.run([{ sql, values }])
  return {
    async book({ id, userId, locale, doctor, slot, instead = '' }) {
      const isOld = `id = ?6 and user_id = ?2 and ${isThere}`
      const insert = {
        sql: `insert into clinic_bookings (id, user_id, locale, doctor, slot)
select ?1, ?2, ?3, ?4, ?5
where ${isNew} and (?6 = '' or exists (select 1 from clinic_bookings where ${isOld}))
on conflict do nothing`,
        values: [id, userId, locale, doctor, slot, instead],
      }
      const endOld = {
        sql: `update clinic_bookings set cancelled_by = ?1
where id = ?2 and user_id = ?3 and ${isThere} and ${isNew} and exists (select 1 from clinic_bookings where id = ?1)`,
        values: [id, instead, userId],
      }
      const keep = {
        sql: `insert into clinic_commands (id, outcome, booking)
select ?1, case
  when mine.id is not null then 'booked'
  when ?5 = '' or exists (select 1 from clinic_bookings where id = ?5 and user_id = ?2 and ${isThere}) then 'taken'
  else 'gone' end, mine.id
from (select 1 as one) a left join
  (select id from clinic_bookings where doctor = ?3 and slot = ?4 and user_id = ?2 and ${isThere}) mine on true
where true on conflict do nothing`,
        values: [id, userId, doctor, slot, instead],
      }
      return outcomeIn(await database.run([insert, endOld, keep, outcomeOf(id)])) as Booked
    },
    async cancel({ id, userId, booking }) {
      const values = [id, booking, userId]
      const end = {
        sql: `update clinic_bookings set cancelled_by = ?1 where id = ?2 and user_id = ?3 and ${isThere} and ${isNew}`,
        values,
      }
      const keep = {
        sql: `insert into clinic_commands (id, outcome, booking)
select ?1, case when ended.id is null then 'gone' else 'cancelled' end, ended.id
from (select 1 as one) a left join
  (select id from clinic_bookings where id = ?2 and user_id = ?3 and cancelled_by = ?1) ended on true
where true on conflict do nothing`,
        values,
      }
      return outcomeIn(await database.run([end, keep, outcomeOf(id)])) as Cancelled
    },
    async find(userId, id) {
      const sql = `select * from clinic_bookings where user_id = ?1 and id = ?2 and ${isThere}`
      const [row] = await rows(sql, userId, id)
      return row && bookingOf(row)
    },
    async ofPerson(userId, after) {
      const sql = `select * from clinic_bookings where user_id = ?1 and slot > ?2 and ${isThere} order by slot`
      return (await rows(sql, userId, after)).map(bookingOf)
    },
    async taken(doctor, day) {
      const sql = `select slot from clinic_bookings where doctor = ?1 and slot >= ?2 and slot < ?3 and ${isThere}`
      return (await rows(sql, doctor, day, `${day}U`)).map((row) => row['slot']!)
    },
    async onDay(day) {
      const sql = `select * from clinic_bookings where slot >= ?1 and slot < ?2 and ${isThere} order by slot`
      return (await rows(sql, day, `${day}U`)).map(bookingOf)
    },
    async clean(before) {
      await rows('delete from clinic_commands where created_at < ?1', `${before} 00:00:00`)
    },
  }
}
