/** Calls of a deployment: LINE's limits per hour, and what another deployment at the same time causes. */
import type { Clock } from '../../common/clock.js'
import { LineApiError } from '../../client/index.js'

/** One of LINE's limits per hour is reached. */
export class LimitReached extends Error {}

export const isNotFound = (error: unknown): boolean =>
  error instanceof LineApiError && error.status === 404

/** Operations that name menus and aliases: LINE answers 400 if another deployment has changed them. */
const naming = new Set<string>([
  'createRichMenuAlias',
  'updateRichMenuAlias',
  'setDefaultRichMenu',
  'richMenuBatch',
])

/** The account is not as it was read, because of another deployment. */
export const isOutdated = (error: unknown): boolean =>
  error instanceof LineApiError &&
  (error.status === 404 || (error.status === 400 && naming.has(error.operationId)))

const isLimit = (error: unknown): boolean =>
  error instanceof LineApiError && error.code === 'rate_limited'

/** Settings of {@link Calls}. */
export interface CallSettings {
  clock: Clock
  wait: boolean
  onWait: ((reason: string) => void) | undefined
  signal: AbortSignal | undefined
}

export class Calls {
  readonly #settings: CallSettings

  constructor(settings: CallSettings) {
    this.#settings = settings
  }

  /** Options of calls that are limited per hour: the client would repeat them for a minute. */
  get options() {
    const { signal } = this.#settings
    return { retry: false as const, ...(signal && { signal }) }
  }

  /**
   * Makes a call whose limit is so many an hour.
   * @throws {LimitReached} unless the deployment waits
   */
  async limited<T>(what: string, perHour: number, call: () => Promise<T>): Promise<T> {
    for (;;) {
      this.#settings.signal?.throwIfAborted()
      try {
        return await call()
      } catch (error) {
        if (!isLimit(error)) throw error
        if (!this.#settings.wait) throw new LimitReached(undefined, { cause: error })
        this.#settings.onWait?.(
          `LINE permits ${perHour} ${what} an hour; waiting for the next one.`,
        )
        await this.sleep(3_600_000 / perHour)
      }
    }
  }

  sleep(ms: number): Promise<void> {
    return this.#settings.clock.sleep(ms, this.#settings.signal)
  }
}
