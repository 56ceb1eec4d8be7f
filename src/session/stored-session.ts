/** A session in a store, with compare-and-set. */
import { bindMethods } from '../common/bind-methods.js'
import type { Clock } from '../common/clock.js'
import { isObject } from '../common/json.js'
import { sameJson } from '../common/same-json.js'
import { type Fields, readFields, type Snapshot, toFields, validated } from './data.js'
import { SessionError } from './errors.js'
import type { SessionSettings } from './options.js'
import type { Session, SessionFields } from './session.js'
import type { SessionStore } from './session-store.js'

/** The place of a session, and what its writes depend on. */
export interface SessionPlace {
  /** @throws {SessionError} `user_missing`, `chat_missing`, `destination_missing` */
  key(): { key: string; owner: string }
  store(): SessionStore
  /** Throws if the event may be of another process by now. */
  guard(): void
  own<T>(result: Promise<T>): Promise<T>
  readonly clock: Clock
  readonly random: () => number
}

/** Number of times that a write is tried while others change the same session. */
const maxTries = 50

/** Longest wait between two tries, in milliseconds. */
const longestWait = 64

type AnySession = Session<Record<string, unknown>, object>

export class StoredSession implements AnySession {
  readonly #settings: SessionSettings
  readonly #place: SessionPlace
  #snapshot: Snapshot | undefined
  /** The last call: a handler's calls run one after the other, also if it does not await them. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(settings: SessionSettings, place: SessionPlace) {
    this.#settings = settings
    this.#place = place
    bindMethods(this)
  }

  get(): Promise<object> {
    return this.#inTurn(() => this.#get())
  }

  set(fields: SessionFields<Record<string, unknown>>): Promise<object> {
    return this.#inTurn(() => this.#set(fields))
  }

  update(change: (data: object) => object | undefined): Promise<object> {
    return this.#inTurn(() => this.#update(change))
  }

  clear(): Promise<void> {
    return this.#inTurn(() => this.#clear())
  }

  #inTurn<T>(call: () => Promise<T>): Promise<T> {
    const result = this.#last.then(call)
    this.#last = result.catch(() => undefined)
    return this.#place.own(result)
  }

  async #get(): Promise<object> {
    return this.#dataOf(this.#snapshot ?? (await this.#read()))
  }

  async #set(given: unknown): Promise<object> {
    if (!isObject(given) || Array.isArray(given))
      throw new SessionError('session_invalid', 'ctx.session.set needs an object of fields.')
    const fields = toFields(given, 'What was passed to ctx.session.set')
    // `undefined` is not JSON.
    const names = Object.keys(given).filter((name) => (given as Fields)[name] === undefined)
    const base = this.#snapshot ?? (await this.#read())
    const changed = [...Object.keys(fields), ...names].filter(
      (name) => !sameJson(fields[name], base.raw[name]) && !sameJson(fields[name], base.seen[name]),
    )
    const next = ({ raw: now, version }: Snapshot): Fields | undefined => {
      if (changed.length === 0 && version === null) return undefined
      const both = changed.filter(
        (name) => !sameJson(now[name], base.raw[name]) && !sameJson(now[name], fields[name]),
      )
      if (both.length > 0) throw conflict(both)
      const merged = { ...now, ...Object.fromEntries(changed.map((name) => [name, fields[name]])) }
      return toFields(merged, 'The session')
    }
    return this.#write('ctx.session.set', next)
  }

  #update(change: (data: object) => object | undefined): Promise<object> {
    return this.#write('ctx.session.update', async (now) => {
      const data = await this.#dataOf(now)
      const result: unknown = change(data)
      if (result instanceof Promise || typeof (result as { then?: unknown })?.then === 'function')
        throw new SessionError(
          'session_invalid',
          'The function passed to ctx.session.update returns a promise. It may be called several times, so await what it needs before.',
        )
      return toFields(result ?? data, 'The data returned to ctx.session.update')
    })
  }

  async #clear(): Promise<void> {
    const { key } = this.#place.key()
    const store = this.#place.store()
    this.#place.guard()
    await store.delete(key)
    this.#snapshot = undefined
  }

  /**
   * Writes what a function makes of the data: again and again, as long as others change it meanwhile. The same data is written too, so
   * that it is kept longer; `undefined` is not.
   */
  async #write(
    method: string,
    next: (now: Snapshot) => Fields | undefined | Promise<Fields>,
  ): Promise<object> {
    const { key, owner: userId } = this.#place.key()
    const { ttl } = this.#settings
    for (let attempt = 1; ; attempt++) {
      const now = this.#snapshot ?? (await this.#read())
      const raw = await next(now)
      if (raw === undefined) return this.#dataOf(now)
      const what = `the data of ${method}`
      const data = await validated(this.#settings, raw, what, 'Nothing was written.')
      const store = this.#place.store()
      this.#place.guard()
      const version = await store.set(key, raw, { ttl, userId, version: now.version })
      if (version !== undefined) {
        this.#snapshot = { raw, seen: toFields(data, 'The session'), version }
        return data
      }
      this.#snapshot = undefined
      if (attempt === maxTries) throw conflict([])
      await this.#wait(attempt)
    }
  }

  /** The first tries follow at once; then those who compete wait for different times. */
  async #wait(attempt: number): Promise<void> {
    if (attempt < 3) return
    const { clock, random } = this.#place
    await clock.sleep(Math.ceil(random() * Math.min(2 ** attempt, longestWait)))
  }

  async #read(): Promise<Snapshot> {
    const { key } = this.#place.key()
    const stored = await this.#place.store().get(key)
    const { raw, data } = await readFields(this.#settings, stored?.value)
    const version = stored?.version ?? null
    return (this.#snapshot = { raw, seen: toFields(data, 'The session'), version })
  }

  /** A new copy of the data. */
  #dataOf({ raw }: Snapshot): Promise<object> {
    return validated(this.#settings, raw, 'the session', 'Its schema is not pure.')
  }
}

const conflict = (fields: readonly string[]) =>
  new SessionError(
    'session_conflict',
    fields.length > 0
      ? `The session was not written: another process has changed ${fields.join(', ')} meanwhile. Handle the event again, or use ctx.session.update.`
      : `The session was not written: others have changed it during each of ${maxTries} tries.`,
    { fields },
  )
