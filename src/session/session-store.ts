/** The part of a bot's store that sessions use, with its time limits. */
import type { SetOptions, StoreAdapter, StoredValue } from '../store/adapter.js'
import { memoryStore, StoreError } from '../store/index.js'
import { Patience } from '../store/patience.js'
import { SessionError } from './errors.js'
import { optionInvalid } from './options.js'
import type { SessionBot } from './session-source.js'

const methods = ['get', 'set', 'delete'] as const

/** A store with its time limits. Each method throws `store_unavailable` if the store is away. */
export class SessionStore {
  readonly #store: StoreAdapter
  readonly #patience: Patience

  constructor(store: StoreAdapter, { clock, timeout = 1_000, warn }: Omit<SessionBot, 'store'>) {
    this.#store = store
    // Without a pause: a session cannot be replaced by anything, and the event fails.
    this.#patience = new Patience({
      clock,
      timeout,
      pause: 0,
      onAway: (why) =>
        warn(
          'store_unavailable',
          `The store of the bot ${why}. Handlers that use ctx.session fail.`,
        ),
    })
  }

  get(key: string): Promise<StoredValue | undefined> {
    return this.#call('read', (store) => store.get(key))
  }

  set(key: string, value: unknown, options: SetOptions): Promise<string | undefined> {
    return this.#call('written', (store) => store.set(key, value, options))
  }

  delete(key: string): Promise<boolean> {
    return this.#call('deleted', (store) => store.delete(key))
  }

  async #call<T>(what: string, operation: (store: StoreAdapter) => Promise<T>): Promise<T> {
    const answer = await this.#patience.call(() =>
      operation(this.#store).then(
        (value) => ({ value }),
        (error: unknown) => {
          // A mistake of the author, who has to see it: the store itself is well.
          if (error instanceof StoreError && isMistake(error)) return { error }
          throw error
        },
      ),
    )
    if (!answer)
      throw new SessionError(
        'store_unavailable',
        `The session could not be ${what}: the store fails or does not answer in time. See the warning store_unavailable.`,
      )
    if ('error' in answer) throw answer.error
    return answer.value
  }
}

const isMistake = ({ code }: StoreError): boolean =>
  code === 'argument_invalid' || code === 'value_invalid' || code === 'store_not_migrated'

/** A function that makes the store of a bot's sessions of its option `store`. */
export function storeMaker(bot: SessionBot): (store: unknown) => SessionStore {
  return (store) => {
    if (store === undefined) return inMemory(bot)
    if (!methods.every((name) => typeof (Object(store) as StoreAdapter)[name] === 'function'))
      throw optionInvalid(
        'store: sessions need a store such as redisStore(client), postgresStore(pool) or memoryStore(), of fukidashi/store.',
      )
    return new SessionStore(store as StoreAdapter, bot)
  }
}

function inMemory(bot: SessionBot): SessionStore {
  bot.warn(
    'store_not_shared',
    'Sessions are kept in the memory of this process: others do not see them, and they are gone when it ends. Use createBot({ store: redisStore(client) }), or memoryStore() if that is what you want.',
  )
  return new SessionStore(memoryStore({ clock: bot.clock }), bot)
}
