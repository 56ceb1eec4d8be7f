/** A store on Redis: `fukidashi/store/redis`. */
import { optionNames, optionsProblem } from '../../common/options.js'
import { randomUuid } from '../../common/random.js'
import { checkClaim, checkSet, checkText, decode } from '../checks.js'
import { createStore } from '../create-store.js'
import { StoreError } from '../errors.js'
import type { Store } from '../store.js'
import type { Claim, DeleteOptions, SetOptions, StoreAdapter, StoredValue } from '../adapter.js'
import { type RedisClient, type Send, sender } from './client.js'
import * as scripts from './scripts.js'

export type { IoRedisLike, NodeRedisLike, RedisClient } from './client.js'
export { StoreError, type StoreErrorCode } from '../errors.js'
export type { Claim, DeleteOptions, SetOptions, StoreAdapter, StoredValue } from '../adapter.js'
export type { Store } from '../store.js'

/** Options of {@link redisStore}. */
export interface RedisStoreOptions {
  /** Begins every key. `fukidashi:` by default. Bots of different channels that share a server need different ones. */
  prefix?: string
}

const names = optionNames<RedisStoreOptions>({ prefix: true })
const answers: readonly Claim[] = ['mine', 'busy', 'done']
const whole = (ms: number) => String(Math.ceil(ms))

class RedisStore implements StoreAdapter {
  readonly #send: Send
  readonly #prefix: string

  constructor(send: Send, prefix: string) {
    this.#send = send
    this.#prefix = prefix
  }

  async claim(key: string, owner: string, leaseMs: number): Promise<Claim> {
    checkClaim(key, owner, ['leaseMs', leaseMs])
    const answer = await this.#run(scripts.claim, this.#claimKey(key), `l${owner}`, whole(leaseMs))
    return answers[answer]!
  }

  async renew(key: string, owner: string, leaseMs: number): Promise<boolean> {
    checkClaim(key, owner, ['leaseMs', leaseMs])
    return this.#did(scripts.renew, this.#claimKey(key), `l${owner}`, whole(leaseMs))
  }

  async done(key: string, owner: string, ttlMs: number): Promise<boolean> {
    checkClaim(key, owner, ['ttlMs', ttlMs])
    return this.#did(scripts.done, this.#claimKey(key), owner, whole(ttlMs))
  }

  async release(key: string, owner: string): Promise<boolean> {
    checkClaim(key, owner)
    return this.#did(scripts.release, this.#claimKey(key), `l${owner}`)
  }

  async get(key: string): Promise<StoredValue | undefined> {
    checkText('key', key)
    const [version, json] = (await this.#send('HMGET', this.#valueKey(key), 'version', 'json')) as [
      string | null,
      string | null,
    ]
    return version === null || json === null ? undefined : { value: decode(json), version }
  }

  async set(key: string, value: unknown, options: SetOptions): Promise<string | undefined> {
    const json = checkSet(key, value, options)
    const { ttl, version, userId } = options
    const valueKey = this.#valueKey(key)
    // Before the value, so that no value about a user is without an entry.
    if (userId !== undefined)
      await this.#run(scripts.index, this.#userKey(userId), whole(ttl), valueKey)
    const next = randomUuid(undefined)
    const mode = version === undefined ? 'any' : version === null ? 'absent' : 'is'
    const args = [mode, version ?? '', next, json, whole(ttl), userId ?? '']
    return (await this.#did(scripts.set, valueKey, ...args)) ? next : undefined
  }

  async delete(key: string, { version }: DeleteOptions = {}): Promise<boolean> {
    checkText('key', key)
    const mode = version === undefined ? 'any' : 'is'
    return this.#did(scripts.remove, this.#valueKey(key), mode, version ?? '')
  }

  async forget(userId: string): Promise<number> {
    checkText('userId', userId)
    const userKey = this.#userKey(userId)
    let deleted = 0
    const keys = (await this.#send('ZRANGE', userKey, '0', '-1')) as string[]
    for (const key of keys) {
      if (await this.#did(scripts.removeOf, key, userId)) deleted++
      await this.#send('ZREM', userKey, key)
    }
    return deleted
  }

  #claimKey(key: string): string {
    return `${this.#prefix}claim:${key}`
  }

  #valueKey(key: string): string {
    return `${this.#prefix}value:${key}`
  }

  #userKey(userId: string): string {
    return `${this.#prefix}user:${userId}`
  }

  /** Runs a script on one key, so that it works on a cluster too. */
  async #run(script: string, key: string, ...args: string[]): Promise<number> {
    return Number(await this.#send('EVAL', script, '1', key, ...args))
  }

  async #did(script: string, key: string, ...args: string[]): Promise<boolean> {
    return (await this.#run(script, key, ...args)) === 1
  }
}

/**
 * A store on Redis 6.2 or newer, or on Valkey. The connection stays yours: you open and close it.
 *
 * @param client - of `ioredis` or of `redis`, connected
 * @throws {StoreError} `option_invalid`
 *
 * @example
 * import { Redis } from 'ioredis'
 * const bot = createBot({ channelSecret, channelAccessToken, store: redisStore(new Redis(process.env.REDIS_URL!)) })
 */
export function redisStore(client: RedisClient, options: RedisStoreOptions = {}): Store {
  const problem = optionsProblem(options, names)
  if (problem !== undefined) throw new StoreError('option_invalid', problem)
  const { prefix = 'fukidashi:' } = options
  if (typeof prefix !== 'string')
    throw new StoreError('option_invalid', 'prefix: use a text, such as shop:.')
  return createStore(new RedisStore(sender(client), prefix))
}
