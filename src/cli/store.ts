/** `fukidashi store`: the tables of a store that the processes of a bot share. */
import { pathToFileURL } from 'node:url'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { migration, type PostgresPool, postgresStore } from '../store/postgres/index.js'
import { UsageError } from './usage-error.js'

interface Options {
  schema: string
  print?: true
}

/** Milliseconds within which the server must take the connection. */
const patience = 10_000

/** Adds `fukidashi store`. */
export function addStore(program: Command): void {
  const command = program
    .command('store')
    .summary('make the tables of a PostgreSQL store')
    .description('The store that the processes of a bot share.')
  command
    .command('migrate')
    .summary('make the tables, if they are not there')
    .description(
      'Makes the tables of postgresStore in the database of DATABASE_URL, if they are not there. It needs pg, which the bot needs too.',
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
  const statements = migration(schema)
  if (print) {
    console.log(['BEGIN', ...statements, 'COMMIT'].map((statement) => `${statement};`).join('\n'))
    return
  }
  const connectionString = process.env['DATABASE_URL']
  if (!connectionString)
    throw new UsageError(
      'DATABASE_URL is not set. Set it to the address of the database, such as postgres://user:password@host/database.',
    )
  const { Pool } = await loadPg()
  const pool = new Pool({ connectionString, max: 1, connectionTimeoutMillis: patience })
  try {
    await postgresStore(pool, { schema }).migrate()
  } finally {
    await pool.end()
  }
  console.log(`The tables of the store are in schema ${schema}.`)
}

interface Pg {
  Pool: new (options: object) => PostgresPool & { end(): Promise<void> }
}

/** `pg` as it is installed in the project. */
async function loadPg(): Promise<Pg> {
  let file: string
  try {
    file = createRequire(resolve('package.json')).resolve('pg')
  } catch {
    throw new UsageError('pg is not installed in this project. Run: npm install pg')
  }
  const loaded = (await import(pathToFileURL(file).href)) as Pg & { default?: Pg }
  return loaded.default ?? loaded
}
