/** The queue that a command works with. */
import { type Command, Option } from 'commander'
import { FukidashiError } from '../../common/error.js'
import { publicTextOf } from '../../common/error-text.js'
import type { QueueAdapter } from '../../queue/index.js'
import { postgresQueue } from '../../queue/postgres/index.js'
import { redisQueue } from '../../queue/redis/index.js'
import { openPool, openRedis } from '../databases.js'
import { variable } from '../dev/variables.js'
import { UsageError } from '../usage-error.js'

/** Options of all these commands. */
export interface QueueOptions {
  url?: string
  prefix?: string
  schema?: string
  json?: true
}

/** What the help of all these commands says. */
export const queueHelp =
  'The queue is at --url or QUEUE_URL; otherwise at DATABASE_URL or REDIS_URL, if one of them is set. The variables may be in .env.'

/** Adds the options with the address of the queue, and `--json`. */
export const addQueueOptions = (command: Command, json: string): Command =>
  command
    .option('--url <URL>', 'address of the queue: redis://… or postgres://…')
    .addOption(new Option('--prefix <TEXT>', 'prefix of the keys, on Redis').conflicts('schema'))
    .option('--schema <NAME>', 'schema of the tables, on PostgreSQL')
    .option('--json', `print JSON: ${json}`)

/**
 * Calls a function with the queue, and rewords what goes wrong.
 * @throws {UsageError}
 */
export async function withQueue<Result>(
  options: QueueOptions,
  use: (queue: QueueAdapter) => Promise<Result>,
): Promise<Result> {
  const url = urlOf(options)
  try {
    return await use(await open(url, options))
  } catch (error) {
    if (error instanceof UsageError || error instanceof FukidashiError) throw error
    throw new Error(`The queue cannot be used: ${reasonOf(error, url)}`, { cause: error })
  }
}

/** @throws {UsageError} */
function urlOf({ url: option }: QueueOptions): string {
  const own = option ?? variable('QUEUE_URL')
  const [database, redis] = [variable('DATABASE_URL'), variable('REDIS_URL')]
  if (own === undefined && database !== undefined && redis !== undefined)
    throw new UsageError(
      'Both DATABASE_URL and REDIS_URL are set. Say which of them has the queue: pass --url, or set QUEUE_URL.',
    )
  const url = own ?? database ?? redis
  if (url === undefined)
    throw new UsageError(
      'The address of the queue is missing. Pass --url, or set QUEUE_URL, also in .env: redis://host or postgres://user:password@host/database.',
    )
  // Its text may have a password.
  if (!kindOf(url) || !URL.canParse(url))
    throw new UsageError(
      'The address of the queue must be a URL that begins with redis://, rediss:// or postgres://.',
    )
  return url
}

const kindOf = (url: string) => {
  if (/^rediss?:\/\//.test(url)) return 'redis'
  return /^postgres(?:ql)?:\/\//.test(url) ? 'postgres' : undefined
}

/** @throws {UsageError} */
async function open(url: string, { prefix, schema }: QueueOptions): Promise<QueueAdapter> {
  if (kindOf(url) === 'redis') {
    if (schema !== undefined) throw new UsageError('--schema is for PostgreSQL. Use --prefix.')
    return redisQueue(await openRedis(url), prefix === undefined ? {} : { prefix })
  }
  if (prefix !== undefined) throw new UsageError('--prefix is for Redis. Use --schema.')
  return postgresQueue(await openPool(url), schema === undefined ? {} : { schema })
}

/** The message of an error, without the password of an address. A short one would remove parts of words. */
function reasonOf(error: unknown, url: string): string {
  const { message = '', code = '' } = error as { message?: string; code?: string }
  const { password } = new URL(url)
  // An error for several addresses of one host has a code only.
  const reason = publicTextOf(message || code || error)
  const secrets = [password, decoded(password)].filter(({ length }) => length > 3)
  return secrets.reduce((text, secret) => text.replaceAll(secret, '…'), reason)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
