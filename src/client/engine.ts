/** One call: prepared once, then tried until LINE has answered or another attempt makes no sense. */
import { retryKey as retryKeyForm } from '../common/uuid.js'
import {
  type AnswerOf,
  type Endpoint,
  endpoints,
  type InputOf,
  type OperationId,
} from '../endpoints/index.js'
import { Attempt } from './attempt.js'
import { type Clock, monotonic, systemClock } from '../common/clock.js'
import { checkCallOptions, checkHeaders } from './check-options.js'
import type { Failed, Outcome } from './ended.js'
import type { CallHooks, KeyedCallOptions } from './hooks.js'
import { badOption, LineArgumentError } from './errors/argument-error.js'
import { errorOf } from './errors/error-of.js'
import type { InnerOptions } from './inner-options.js'
import { describeArgument } from './errors/describe-argument.js'
import type { LineClientOptions } from './options.js'
import { type Random, randomUuid } from '../common/random.js'
import { type Bases, basesOf, isOfficial } from './request/base-url.js'
import { checkIds } from './request/ids.js'
import { type Input, prepare, type PreparedRequest } from './request/request.js'
import { untilAborted } from '../render/index.js'
import { backoff, policyOf, retryAfter } from './retry.js'
import { keeperOf, type TokenKeeper } from './token/keeper.js'
import type { TokenContext } from './token/token.js'
import { createTransport, type Transport } from './transport/index.js'

export class Engine {
  readonly clock: Clock
  readonly #options: LineClientOptions
  readonly #bases: () => Bases
  readonly #headers: Record<string, string>
  readonly #transport: Transport
  readonly #keeper: TokenKeeper
  readonly #random: Random
  readonly #hooks: CallHooks

  /** @param shared - an engine with the same token and connections */
  constructor(options: LineClientOptions, shared?: Engine, hooks: CallHooks = {}) {
    this.#options = options
    this.clock = options.clock ?? systemClock
    this.#random = options.random ?? Math.random
    this.#bases = basesOf(options)
    this.#headers = checkHeaders(options.headers)
    this.#hooks = hooks
    if (shared) {
      this.#transport = shared.#transport
      this.#keeper = shared.#keeper
      return
    }
    this.#transport = createTransport({
      fetch: options.fetch,
      agent: options.agent,
      clock: this.clock,
    })
    const context: TokenContext = {
      clock: this.clock,
      env: options.env,
      call: (operationId, input) => this.call(operationId, input),
    }
    // A token source that calls LINE retries for this long.
    const patience = (options.timeout ?? 10_000) + policyOf(options.retry).window
    this.#keeper = keeperOf(options, context, patience)
  }

  /** The same engine with further hooks. */
  hooked(hooks: CallHooks): Engine {
    return new Engine(this.#options, this, { ...this.#hooks, ...hooks })
  }

  async call<Id extends OperationId>(
    operationId: Id,
    input: InputOf<Id>,
    options: InnerOptions = {},
  ): Promise<AnswerOf<Id>> {
    return (await this.exchange<AnswerOf<Id>>(operationId, input as Input, options)).answer
  }

  /**
   * Checks the ids of a body that is sent as text.
   * @throws {LineArgumentError} `parameter_invalid`
   */
  checkIds(operationId: OperationId, body: object): void {
    const row: Endpoint = endpoints[operationId]
    checkIds(body, row.body?.ids, { strict: this.#isStrict(row), place: row.path })
  }

  /** Tests for a request to LINE itself. A `fetch` of the caller's own may send it elsewhere, as to an emulator. */
  #isStrict(row: Endpoint): boolean {
    return !this.#options.fetch && isOfficial(this.#bases()[row.host ?? 'api'])
  }

  exchange<T>(operationId: OperationId, input: Input, options: InnerOptions): Promise<Outcome<T>> {
    const { around } = this.#hooks
    const next = (own: KeyedCallOptions) => this.#exchange<T>(operationId, input, own)
    return around ? around({ operationId, input, options }, next) : next(options)
  }

  async #exchange<T>(
    operationId: OperationId,
    input: Input,
    options: InnerOptions,
  ): Promise<Outcome<T>> {
    if (!Object.hasOwn(endpoints, operationId))
      throw new LineArgumentError(
        'parameter_invalid',
        `LINE has no operation ${describeArgument(operationId)}. docs/migrating.md lists them all`,
      )
    checkCallOptions(options)
    const row: Endpoint = endpoints[operationId]
    const retryKey = row.retryKey && retryKeyOf(options, this.#options.random)
    const headers = { ...this.#headers, ...checkHeaders(options.headers) }
    const prepared = prepare(row, input, this.#options.random, this.#isStrict(row))
    const request = prepared instanceof Promise ? await prepared : prepared
    const attempt = new Attempt({
      operationId,
      row,
      request,
      input,
      base: this.#bases()[row.host ?? 'api'],
      retryKey,
      headers: addHeaders(headers, row, request, input),
      transport: this.#transport,
      clock: this.clock,
      client: this.#options,
      call: options,
      guard: this.#hooks.guard,
    })
    const policy = policyOf(this.#options.retry, options.retry)
    const end = monotonic(this.clock) + policy.window
    let fresh: string | undefined

    for (;;) {
      const token = row.auth === 'none' ? undefined : (fresh ?? this.#keeper.current())
      const left = end - monotonic(this.clock)
      const ended = await attempt.run(
        typeof token === 'object' ? await this.#within(token, attempt, options) : token,
        left,
      )
      if (ended.ok) return attempt.outcome<T>(ended)

      if (ended.status === 401 && fresh === undefined && attempt.token !== undefined) {
        const renewing = this.#keeper.rejected(attempt.token)
        if (renewing) {
          attempt.report(ended, 0)
          fresh = await this.#within(renewing, attempt, options)
          continue
        }
      }
      const wait = Math.max(
        backoff(attempt.count, policy, this.#random),
        retryAfter(ended.header?.('retry-after'), this.clock.now()),
      )
      if (
        !mayRepeat(row, ended) ||
        attempt.count >= policy.attempts ||
        monotonic(this.clock) + wait > end
      ) {
        attempt.report(ended, undefined)
        throw errorOf(ended, attempt, options.locate)
      }
      attempt.report(ended, wait)
      await this.#pause(wait, attempt, options)
    }
  }

  async #pause(ms: number, attempt: Attempt, { signal, locate }: InnerOptions): Promise<void> {
    try {
      await this.clock.sleep(ms, signal)
      signal?.throwIfAborted()
    } catch (cause) {
      throw errorOf({ ok: false, failure: 'aborted', left: false, cause }, attempt, locate)
    }
  }

  /** Waits for a token, unless the signal is aborted. */
  async #within(token: Promise<string>, attempt: Attempt, { signal, locate }: InnerOptions) {
    try {
      return await untilAborted(token, signal)
    } catch (cause) {
      if (!signal?.aborted || cause !== signal.reason) throw cause
      throw errorOf({ ok: false, failure: 'aborted', left: false, cause }, attempt, locate)
    }
  }
}

/** Adds the headers that depend on the operation and its input. */
function addHeaders(
  headers: Record<string, string>,
  row: Endpoint,
  request: PreparedRequest,
  input: Input,
): Record<string, string> {
  if (request.contentType) headers['content-type'] = request.contentType
  if (row.deliveryTag && input.deliveryTag !== undefined)
    Object.assign(headers, checkHeaders({ 'x-line-delivery-tag': input.deliveryTag }))
  return headers
}

/** Tests whether a retry is safe and useful: it must not do something twice, nor repeat a request that LINE refused. */
function mayRepeat(row: Endpoint, ended: Failed): boolean {
  if (ended.failure === 'aborted' || ended.whole) return false
  if (ended.code === 'rate_limited') return true
  const isSafe = row.method === 'GET' || row.retryKey === true
  if (ended.failure === 'refused') return ended.status! >= 500 && isSafe
  return isSafe || !ended.left
}

function retryKeyOf({ retryKey }: InnerOptions, random: Random | undefined): string {
  if (retryKey === undefined) return randomUuid(random)
  if (typeof retryKey !== 'string' || !retryKeyForm.test(retryKey))
    throw badOption(`retryKey ${describeArgument(retryKey)} is not a UUID`)
  return retryKey
}
