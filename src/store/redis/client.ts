/** The clients of Redis that a store works with. */
import { StoreError } from '../errors.js'
import { hearErrors } from '../lost-connections.js'

/** A client of `ioredis`, single or cluster. */
export interface IoRedisLike {
  call(command: string, ...args: string[]): Promise<unknown>
}

/** A client of `redis` (node-redis). */
export interface NodeRedisLike {
  sendCommand(args: string[]): Promise<unknown>
}

/** What `redisStore` takes. */
export type RedisClient = IoRedisLike | NodeRedisLike

/** Sends one command. */
export type Send = (...args: string[]) => Promise<unknown>

/** @throws {StoreError} `option_invalid` */
export function sender(client: RedisClient): Send {
  const { call } = Object(client) as Partial<IoRedisLike>
  const { sendCommand } = Object(client) as Partial<NodeRedisLike>
  if (typeof call !== 'function' && typeof sendCommand !== 'function')
    throw new StoreError(
      'option_invalid',
      'redisStore needs a client of ioredis (new Redis(url)) or of redis (await createClient({ url }).connect()).',
    )
  hearErrors(client)
  return typeof call === 'function'
    ? (command, ...args) => (client as IoRedisLike).call(command, ...args)
    : (...args) => (client as NodeRedisLike).sendCommand(args)
}
