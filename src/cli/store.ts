/** `fukidashi store`: the tables of a store and a queue that the processes of a bot share. */
import type { Command } from 'commander'
import { QueueError } from '../queue/index.js'
import { migration as queueMigration, postgresQueue } from '../queue/postgres/index.js'
import { migration as storeMigration, postgresStore } from '../store/postgres/index.js'
import { openPool } from './databases.js'
import { variable } from './dev/variables.js'
import { UsageError } from './usage-error.js'

interface Options {
  schema: string
  print?: true
}

/** Adds `fukidashi store`. */
export function addStore(program: Command): void {
  const command = program
    .command('store')
    .summary('make the tables of a PostgreSQL store and queue')
    .description('The store and the queue that the processes of a bot share.')
  command
    .command('migrate')
    .summary('make the tables, if they are not there')
    .description(
      'Makes the tables of postgresStore and postgresQueue in the database of DATABASE_URL, if they are not there. It needs pg, which the bot needs too.\n' +
        'If bullmq is installed, it makes the tables of BullMQ too, in the schema bullmq, or brings them up to date.',
    )
    .option('--schema <name>', 'schema of the tables', 'public')
    .option('--print', 'print the SQL instead, for migrations of your own')
    .addHelpText(
      'after',
      `
Examples:
  DATABASE_URL=postgres://bot@localhost/bot fukidashi store migrate
  fukidashi store migrate --print > migrations/fukidashi.sql

Exit codes: 0 if the tables are there, 1 if that failed, 2 for wrong arguments.`,
    )
    .action(migrate)
}

async function migrate({ schema, print }: Options): Promise<void> {
  const statements = [...storeMigration(schema), ...queueMigration(schema)]
  if (print) {
    const ours = ['BEGIN', ...new Set(statements), 'COMMIT']
    console.log(ours.map((statement) => `${statement};`).join('\n'))
    console.log('-- A queue also needs the tables of BullMQ: runMigrations of bullmq makes them.')
    return
  }
  const url = variable('DATABASE_URL')
  if (url === undefined)
    throw new UsageError(
      'DATABASE_URL is not set. Set it to the address of the database, such as postgres://user:password@host/database.',
    )
  const pool = await openPool(url)
  try {
    await postgresStore(pool, { schema }).migrate()
    await postgresQueue(pool, { schema }).migrate()
    console.log(
      `The tables of the store and of the queue are in schema ${schema}, those of BullMQ in schema bullmq.`,
    )
  } catch (error) {
    if (!(error instanceof QueueError && error.code === 'peer_missing')) throw error
    console.log(
      `The tables of the store and of the queue are in schema ${schema}. A queue also needs bullmq: npm install bullmq, then run this command again.`,
    )
  } finally {
    await pool.end()
  }
}
