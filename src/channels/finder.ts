/** Finds channels at run time, with a bounded memory and a bounded number of look-ups. */
import { after, type Clock, monotonic } from '../common/clock.js'
import { publicTextOf } from '../common/error-text.js'
import { isObject } from '../common/json.js'
import { UserId_pattern } from '../spec/generated/numbers.js'
import { Bucket } from './bucket.js'
import { LeastRecent } from './least-recent.js'
import type { ChannelSourceSettings } from './options.js'

/** A channel that was looked up. Times are those of `monotonic`. */
interface Known<C> {
  readonly found: object
  readonly channel: C
  readonly until: number
  /** From then on, a signature that does not match makes it be looked up again. */
  recheckAt: number
}

/** The function of the bot's author. */
export type LookUp = (destination: string, env: unknown) => unknown

/** The bot that channels are found for. `C` is a channel of the bot. */
export interface FinderHost<C> {
  readonly clock: Clock
  /** A promise that was made for one request must not be awaited by another one. True on Workers. */
  readonly requestBound: boolean
  /**
   * Makes a channel.
   * @param previous - a channel with the same destination, whose events under way keep their order
   * @throws {WebhookError} if what was found is not a channel
   */
  make(found: object, destination: string, env: unknown, previous: C | undefined): C
  /** Tests whether events of the channel are under way. */
  isBusy(channel: C): boolean
  /** Reports that a look-up failed, and makes its error. */
  failed(why: string): Error
  /** Makes the error of a look-up that was not made. */
  tooMany(why: string): Error
}

/** Largest number of destinations without a channel that are remembered. */
const maxUnknown = 10_000

/** Milliseconds between two look-ups of a channel because of signatures that do not match. */
const recheckEvery = 10_000

const destinationPattern = new RegExp(UserId_pattern)

export class Finder<C> {
  readonly #lookUp: LookUp
  readonly #settings: ChannelSourceSettings
  readonly #host: FinderHost<C>
  readonly #known: LeastRecent<Known<C>>
  /** Times until which destinations have no channel. */
  readonly #unknown = new LeastRecent<number>(maxUnknown)
  readonly #underway = new Map<string, Promise<Known<C> | undefined>>()
  /** Separate, so that a flood of invented destinations does not stop channels that are in use. */
  readonly #ofStrangers: Bucket
  readonly #ofKnown: Bucket

  constructor(lookUp: LookUp, settings: ChannelSourceSettings, host: FinderHost<C>) {
    this.#lookUp = lookUp
    this.#settings = settings
    this.#host = host
    this.#known = new LeastRecent(settings.max, ({ channel }) => host.isBusy(channel))
    this.#ofStrangers = new Bucket(host.clock, settings.lookUps)
    this.#ofKnown = new Bucket(host.clock, settings.lookUps)
  }

  /**
   * The channel with this destination, if it has signed the body; `undefined` if it has not, or there is none.
   *
   * Throws what `failed` and `tooMany` make, if it cannot be looked up.
   */
  async signer(
    destination: unknown,
    env: unknown,
    hasSigned: (channel: C) => boolean | Promise<boolean>,
  ): Promise<C | undefined> {
    if (typeof destination !== 'string' || !destinationPattern.test(destination)) return undefined
    const known = this.#fresh(destination)
    if (known) {
      if (await hasSigned(known.channel)) return known.channel
      // The secret may have been replaced.
      if (this.#now() < known.recheckAt) return undefined
    } else if (this.#isUnknown(destination)) return undefined
    const again = await this.#find(destination, env, true)
    if (again && known) again.recheckAt = this.#now() + recheckEvery
    return again && (await hasSigned(again.channel)) ? again.channel : undefined
  }

  /**
   * The channel with this destination, of events that were verified elsewhere.
   *
   * Throws what `failed` and `tooMany` make, if it cannot be looked up.
   */
  async named(destination: string | undefined, env: unknown): Promise<C | undefined> {
    if (typeof destination !== 'string') return undefined
    const known = this.#fresh(destination)
    if (known) return known.channel
    if (this.#isUnknown(destination)) return undefined
    return (await this.#find(destination, env, false))?.channel
  }

  #now(): number {
    return monotonic(this.#host.clock)
  }

  #fresh(destination: string): Known<C> | undefined {
    const known = this.#known.get(destination)
    return known && this.#now() < known.until ? known : undefined
  }

  #isUnknown(destination: string): boolean {
    return this.#now() < (this.#unknown.get(destination) ?? -Infinity)
  }

  /** Looks a destination up, once for all that ask at the same time. */
  #find(destination: string, env: unknown, isLimited: boolean): Promise<Known<C> | undefined> {
    if (this.#host.requestBound) return this.#ask(destination, env, isLimited)
    const underway = this.#underway.get(destination)
    if (underway) return underway
    const asking = this.#ask(destination, env, isLimited).finally(() =>
      this.#underway.delete(destination),
    )
    this.#underway.set(destination, asking)
    return asking
  }

  async #ask(destination: string, env: unknown, isLimited: boolean): Promise<Known<C> | undefined> {
    const isKnown = this.#known.get(destination) !== undefined
    const bucket = isKnown ? this.#ofKnown : this.#ofStrangers
    if (isLimited && !(await bucket.take()))
      throw this.#host.tooMany(
        `There are more than ${this.#settings.lookUps} look-ups a second. If they are not an attack, permit more: channelSource(…, { lookUps }).`,
      )
    const found = await this.#inTime(destination, env)
    if (found === undefined || found === null) {
      this.#known.delete(destination)
      this.#unknown.set(destination, this.#now() + this.#settings.unknownTtl)
      return undefined
    }
    if (!isObject(found))
      throw this.#host.failed(
        'The look-up must return { channelSecret, channelAccessToken } or undefined.',
      )
    return this.#keep(destination, found, env)
  }

  #keep(destination: string, found: object, env: unknown): Known<C> {
    const before = this.#known.get(destination)
    const channel =
      before && isSame(before.found, found)
        ? before.channel
        : this.#host.make(found, destination, env, before?.channel)
    const until = this.#now() + this.#settings.ttl
    const known: Known<C> = { found, channel, until, recheckAt: -Infinity }
    this.#known.set(destination, known)
    return known
  }

  /** Calls the function of the bot's author, within its time limit. Errors say nothing about what it returns. */
  #inTime(destination: string, env: unknown): Promise<unknown> {
    const { timeout } = this.#settings
    return new Promise((resolve, reject) => {
      const fail = (why: string) => reject(this.#host.failed(`The look-up of a channel ${why}`))
      const stop = after(this.#host.clock, timeout, () =>
        fail(`takes longer than ${timeout} ms. Permit more with channelSource(…, { timeout }).`),
      )
      const failed = (error: unknown) => {
        stop()
        fail(`fails: ${publicTextOf(error)}`)
      }
      const done = (found: unknown) => {
        stop()
        resolve(found)
      }
      try {
        Promise.resolve(this.#lookUp(destination, env)).then(done, failed)
      } catch (error) {
        failed(error)
      }
    })
  }
}

/** Tests whether two look-ups have found the same, so that the client with its tokens is kept. */
function isSame(one: object, other: object): boolean {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  return names.every((name) => {
    const [a, b] = [one, other].map((found) => (found as Record<string, unknown>)[name])
    return a === b || (Array.isArray(a) && Array.isArray(b) && String(a) === String(b))
  })
}
