/** The Durable Object that keeps a part of a store. It runs in the Worker of the bot. */
import { answerCall } from './shards.js'
import { type Row, SqliteStore, tables } from './sqlite.js'

/** The part of the state of a Durable Object that is used. */
export interface DurableStateLike {
  storage: {
    sql: {
      exec(sql: string, ...values: unknown[]): { toArray(): Record<string, unknown>[] }
    }
    getAlarm(): Promise<number | null>
    setAlarm(time: number): Promise<void>
  }
}

/** Milliseconds between two deletions of what is over. */
const sweepEvery = 60_000

const operations = ['claim', 'renew', 'done', 'release', 'get', 'set', 'delete', 'forget'] as const

/**
 * Keeps a part of the store of `durableStore`. Export it from your Worker, and name it in wrangler's configuration.
 *
 * @example
 * export { FukidashiStore } from 'fukidashi/store/cloudflare'
 */
export class FukidashiStore {
  readonly #state: DurableStateLike
  readonly #store: SqliteStore

  constructor(state: DurableStateLike) {
    this.#state = state
    const { sql } = state.storage
    for (const table of tables) sql.exec(table)
    this.#store = new SqliteStore((text, values) =>
      Promise.resolve(sql.exec(text, ...values).toArray() as readonly Row[]),
    )
  }

  /** Called by `durableStore`. */
  async fetch(request: Request): Promise<Response> {
    const answer = await answerCall(request, this.#store, operations)
    await this.#sweepLater()
    return answer
  }

  /** Called by the platform. */
  async alarm(): Promise<void> {
    const next = await this.#store.sweep()
    if (next !== undefined)
      await this.#state.storage.setAlarm(Math.max(next, Date.now() + sweepEvery))
  }

  async #sweepLater(): Promise<void> {
    const { storage } = this.#state
    if ((await storage.getAlarm()) === null) await storage.setAlarm(Date.now() + sweepEvery)
  }
}
