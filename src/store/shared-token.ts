/** Channel access tokens that several processes share. */
import type { Clock } from '../common/clock.js'
import { monotonic } from '../common/clock.js'
import { isObject } from '../common/json.js'
import { describeValue, optionNames, optionsProblem } from '../common/options.js'
import { perEnv } from '../common/per-env.js'
import { randomUuid } from '../common/random.js'
import type { StoreAdapter } from './adapter.js'
import { longestTime } from './checks.js'
import { StoreError } from './errors.js'
import { Patience } from './patience.js'

/** The argument of a token source, as far as it is needed here. */
export interface IssueContext {
  readonly clock: Clock
  readonly env?: unknown
  /** The token that LINE has just refused. */
  readonly rejected?: string | undefined
}

/** A source of tokens, such as `channelTokenV21({ … })` of `fukidashi/client`. */
export interface IssuingSource<Context extends IssueContext> {
  issue(context: Context): Promise<{ token: string; expiresIn?: number }>
}

/** Options of {@link sharedToken}. */
export interface SharedTokenOptions {
  /** The store that the processes share; on Workers perhaps a function of `env`. */
  store: StoreAdapter | ((env: never) => StoreAdapter)
  /** Key of the token in the store: the id of the channel. */
  key: string
  /** Called when the store is away, so that this process issues a token of its own. `console.warn`, once, by default. */
  onAway?: (why: string) => void
}

const names = optionNames<SharedTokenOptions>({ store: true, key: true, onAway: true })

/** A token in the store. Times are milliseconds since 1970. */
interface StoredToken {
  readonly token: string
  readonly issuedAt: number
  readonly expiresAt: number
}

/** Milliseconds after which another process may issue a token if the one that issues does not answer. */
const leaseMs = 15_000
/** Milliseconds between two looks at a token that another process issues, and how long it is waited for. */
const lookEvery = 100
const patientFor = 20_000
/** A token that is refused so soon after it was issued is not replaced: LINE would refuse the next one too. */
const shortestLife = 60_000
/** Milliseconds that a call of the store may take. */
const timeout = 1_000

const invalid = (problem: string) => new StoreError('option_invalid', `sharedToken: ${problem}`)

/**
 * A source of tokens that several processes share: one of them requests a token, and the others take it from the store, where it is until it
 * expires. For tokens of which LINE permits a limited number, such as 30 of version 2.1. A token that LINE refuses is replaced once. While the
 * store is away, each process has a token of its own.
 *
 * @throws {StoreError} `option_invalid`
 *
 * @example
 * const token = channelTokenV21({ channelId, privateKey: jwk, keyId })
 * const line = new LineClient({ channelAccessToken: sharedToken(token, { store: memoryStore(), key: channelId }) })
 */
export function sharedToken<Context extends IssueContext>(
  source: IssuingSource<Context>,
  options: SharedTokenOptions,
): IssuingSource<Context> {
  if (typeof (Object(source) as Partial<IssuingSource<Context>>).issue !== 'function')
    throw invalid(
      `${describeValue(source)} is not permitted. Use a source such as channelTokenV21({ … }).`,
    )
  const problem = optionsProblem(options, names)
  if (problem !== undefined) throw invalid(problem)
  const { store, key, onAway = warnOnce() } = options
  if (typeof key !== 'string' || key === '')
    throw invalid(`key: ${describeValue(key)} is not permitted. Use the id of the channel.`)
  const storeOf = perEnv(store, (found) => {
    if (typeof (Object(found) as Partial<StoreAdapter>).claim === 'function')
      return found as StoreAdapter
    throw invalid('store: use redisStore(client), postgresStore(pool) or createStore(adapter).')
  })
  let patience: Patience | undefined
  let own: StoredToken | undefined
  return {
    async issue(context) {
      const { clock, rejected } = context
      patience ??= new Patience({ clock, timeout, onAway })
      const shared = new SharedToken(storeOf(context.env), `token:${key}`, patience, clock)
      const found = await shared.find(rejected, () => issued(source, context))
      if (found !== 'away') return toIssued(found, clock)
      // One for as long as it is valid, however long the store is away.
      if (!own || !isFresh(own, clock.now()) || own.token === rejected)
        own = await issued(source, context)
      return toIssued(own, clock)
    },
  }
}

class SharedToken {
  readonly #store: StoreAdapter
  readonly #key: string
  readonly #patience: Patience
  readonly #clock: Clock

  constructor(store: StoreAdapter, key: string, patience: Patience, clock: Clock) {
    this.#store = store
    this.#key = key
    this.#patience = patience
    this.#clock = clock
  }

  /** The token of the store, or a new one that the others take from there. */
  async find(
    rejected: string | undefined,
    issue: () => Promise<StoredToken>,
  ): Promise<StoredToken | 'away'> {
    const owner = randomUuid(undefined)
    const until = monotonic(this.#clock) + patientFor
    do {
      const found = await this.#read(rejected)
      if (found) return found
      const claim = await this.#call(
        (store) => store.claim(this.#key, owner, leaseMs),
        (late) => {
          if (late?.value === 'mine') void this.#release(owner)
        },
      )
      if (!claim) return 'away'
      if (claim.value === 'mine') return await this.#renew(owner, rejected, issue)
      await this.#clock.sleep(lookEvery)
    } while (monotonic(this.#clock) < until)
    return 'away'
  }

  async #renew(
    owner: string,
    rejected: string | undefined,
    issue: () => Promise<StoredToken>,
  ): Promise<StoredToken | 'away'> {
    try {
      // Another process may have issued it just before the claim.
      const found = await this.#read(rejected)
      if (found) return found
      const token = await issue()
      const ttl = Math.min(Math.max(token.expiresAt - this.#clock.now(), 1), longestTime)
      await this.#call((store) => store.set(this.#key, { ...token }, { ttl }))
      return token
    } finally {
      await this.#release(owner)
    }
  }

  /** The token of the store, if it can be used; `'away'` if the store does not answer. */
  async #read(rejected: string | undefined): Promise<StoredToken | 'away' | undefined> {
    const answer = await this.#call((store) => store.get(this.#key))
    if (!answer) return 'away'
    const stored = answer.value?.value
    if (!isStoredToken(stored)) return undefined
    const now = this.#clock.now()
    const isTooNew = now - stored.issuedAt < shortestLife
    return isFresh(stored, now) && (stored.token !== rejected || isTooNew) ? stored : undefined
  }

  async #release(owner: string): Promise<void> {
    await this.#call((store) => store.release(this.#key, owner))
  }

  #call<T>(
    operation: (store: StoreAdapter) => Promise<T>,
    onLate?: (answer: { value: T } | undefined) => void,
  ): Promise<{ value: T } | undefined> {
    const wrapped = () => operation(this.#store).then((value) => ({ value }))
    return this.#patience.call(wrapped, onLate)
  }
}

async function issued<Context extends IssueContext>(
  source: IssuingSource<Context>,
  context: Context,
): Promise<StoredToken> {
  const { token, expiresIn } = await source.issue(context)
  const issuedAt = context.clock.now()
  const life = Math.min((expiresIn ?? Infinity) * 1_000, longestTime)
  return { token, issuedAt, expiresAt: issuedAt + life }
}

/** As the client does: a tenth of its lifetime, at most five minutes, before it expires, a token is replaced. */
function isFresh({ issuedAt, expiresAt }: StoredToken, now: number): boolean {
  return now < expiresAt - Math.min((expiresAt - issuedAt) / 10, 300_000)
}

const toIssued = ({ token, expiresAt }: StoredToken, clock: Clock) => ({
  token,
  expiresIn: Math.max(0, (expiresAt - clock.now()) / 1_000),
})

const isStoredToken = (value: unknown): value is StoredToken => {
  if (!isObject(value)) return false
  const { token, issuedAt, expiresAt } = value as Partial<StoredToken>
  return typeof token === 'string' && typeof issuedAt === 'number' && typeof expiresAt === 'number'
}

function warnOnce(): (why: string) => void {
  let isSaid = false
  return (why) => {
    if (!isSaid)
      console.warn(
        `fukidashi: The store of the channel access token ${why}. This process uses a token of its own meanwhile.`,
      )
    isSaid = true
  }
}
