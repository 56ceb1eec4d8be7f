/** The Durable Object that keeps a part of a store. It runs in the Worker of the bot. */
import { FukidashiError } from '../../common/error.js'
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

/** A call of a store, as it is sent to the object. */
export interface StoreCall {
  operation: (typeof operations)[number]
  values: unknown[]
}

/** Answer of the object. */
export type StoreAnswer = { value: unknown } | { error: string; code: string | undefined }

/**
 * Keeps a part of the store of `durableStore`. Export it from your Worker, and name it in wrangler's configuration.
 *
 * @example
 * export { FukidashiStore } from 'fukidashi/store/cloudflare'
 */
export class FukidashiStore {
  readonly #state: DurableStateLike
  readonly #store: SqliteStore
  readonly #methods: Readonly<Record<string, (...values: unknown[]) => Promise<unknown>>>

  constructor(state: DurableStateLike) {
    this.#state = state
    const { sql } = state.storage
    for (const table of tables) sql.exec(table)
    this.#store = new SqliteStore((text, values) =>
      Promise.resolve(sql.exec(text, ...values).toArray() as readonly Row[]),
    )
    this.#methods = this.#store as never
  }

  /** Called by `durableStore`. */
  async fetch(request: Request): Promise<Response> {
    const { operation, values } = (await request.json()) as StoreCall
    let answer: StoreAnswer
    try {
      if (!operations.includes(operation)) throw new TypeError('Unknown operation')
      answer = { value: await this.#methods[operation]!(...values) }
    } catch (error) {
      const code = error instanceof FukidashiError ? error.code : undefined
      answer = { error: error instanceof Error ? error.message : String(error), code }
    }
    await this.#sweepLater()
    return Response.json(answer)
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
