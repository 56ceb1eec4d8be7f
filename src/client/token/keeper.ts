import { after, type Clock } from '../../common/clock.js'
import { numberProblem } from '../../common/options.js'
import { elapsed, type Moment, momentOf } from '../elapsed.js'
import { badOption, LineArgumentError } from '../errors/argument-error.js'
import { describeArgument } from '../errors/describe-argument.js'
import { isWorkers, pollInterval } from '../workers.js'
import type { ChannelAccessToken, IssuedToken, TokenContext, TokenSource } from './token.js'

/** The token of the moment. */
export interface TokenKeeper {
  current(): string | Promise<string>
  /** Tells that LINE refused a token; gives another one if there is a chance of one. */
  rejected(token: string): Promise<string> | undefined
}

/** @param patience - milliseconds in which a function or a source must have given a token */
export function keeperOf(
  token: ChannelAccessToken | undefined,
  context: TokenContext,
  patience: number,
): TokenKeeper {
  if (typeof token === 'function') {
    const ask = (why: { rejected?: string }): string | Promise<string> => {
      const answer: unknown = token(why)
      return isPromise(answer)
        ? inTime(answer, context.clock, patience).then(checkToken)
        : checkToken(answer)
    }
    return {
      current: () => ask({}),
      rejected: async (refused) => ask({ rejected: refused }),
    }
  }
  if (typeof token === 'object' && token !== null) return new SourceKeeper(token, context, patience)
  if (token === undefined)
    return {
      current() {
        throw new LineArgumentError(
          'token_missing',
          'this operation needs a channel access token: new LineClient({ channelAccessToken })',
        )
      },
      rejected: () => undefined,
    }
  const checked = checkToken(token)
  return { current: () => checked, rejected: () => undefined }
}

/** Refuses what cannot stand in a header; says nothing of the token itself. */
export function checkToken(token: unknown): string {
  if (typeof token === 'string' && /^[\x21-\x7e]+$/.test(token)) return token
  const what =
    typeof token !== 'string'
      ? `is ${token === null ? 'null' : `of type ${typeof token}`}`
      : token === ''
        ? 'is empty'
        : 'holds spaces, line breaks or other signs that no token has'
  throw badOption(
    `channelAccessToken ${what}; give the token from the LINE Developers Console, or a source such as statelessToken({ … })`,
  )
}

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as { then?: unknown } | null | undefined)?.then === 'function'

/** What a promise gives, or an error when it takes too long: no call may wait for a token for ever. */
function inTime<T>(promise: PromiseLike<T>, clock: Clock, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = after(clock, ms, () =>
      reject(
        new LineArgumentError(
          'token_missing',
          `channelAccessToken gave no token within ${ms} ms; nothing was sent`,
        ),
      ),
    )
    promise.then(resolve, reject).then(stop, stop)
  })
}

/** Milliseconds that another request is trusted to get a token. */
const maxWait = 10_000

/** Keeps what a source gave until shortly before it expires; asks for one at a time. */
class SourceKeeper implements TokenKeeper {
  readonly #source: TokenSource
  readonly #context: TokenContext
  readonly #patience: number
  #token: { value: string; since: Moment; renewAfter: number; life: number } | undefined
  #asking: Promise<string> | undefined

  constructor(source: TokenSource, context: TokenContext, patience: number) {
    if (typeof source.issue !== 'function')
      throw badOption(
        'channelAccessToken is an object without the function issue; give a token, a function, or a source such as statelessToken({ … })',
      )
    this.#source = source
    this.#context = context
    this.#patience = patience
  }

  current(): string | Promise<string> {
    const token = this.#token
    if (!token) return this.#renew()
    const age = elapsed(token.since, this.#context.clock)
    if (age < token.renewAfter) return token.value
    if (age >= token.life) return this.#renew()
    // Renewing early may fail in peace: the one at hand is still good.
    return this.#renew().catch(() => token.value)
  }

  rejected(refused: string): Promise<string> {
    // Others may have been refused before and have a fresh one already, or be waiting for it.
    if (this.#token && this.#token.value !== refused) return Promise.resolve(this.#token.value)
    this.#token = undefined
    return this.#renew()
  }

  #renew(): Promise<string> {
    if (this.#asking && isWorkers()) return this.#fromAfar(this.#asking)
    if (this.#asking) return this.#asking
    const issue = async () => this.#source.issue(this.#context)
    const asking = inTime(issue(), this.#context.clock, this.#patience)
      .then((issued) => this.#keep(issued))
      .finally(() => {
        if (this.#asking === asking) this.#asking = undefined
      })
    this.#asking = asking
    return asking
  }

  /** Waits for what another request asked for, which may have died with it. */
  async #fromAfar(asking: Promise<string>): Promise<string> {
    const { clock } = this.#context
    const began = momentOf(clock)
    while (this.#asking === asking && elapsed(began, clock) < maxWait)
      await clock.sleep(pollInterval)
    if (this.#asking === asking) this.#asking = undefined
    return this.current()
  }

  #keep(issued: IssuedToken): string {
    if (typeof issued !== 'object' || issued === null)
      throw badOption(
        `the source of channelAccessToken gave ${describeArgument(issued)} instead of { token, expiresIn }`,
      )
    const { token, expiresIn } = issued
    const problem =
      expiresIn === undefined
        ? undefined
        : numberProblem('expiresIn', expiresIn, {
            min: 0,
            infinity: 'for a token that does not expire',
            unit: 'seconds',
          })
    if (problem !== undefined) throw badOption(problem)
    const life = (expiresIn ?? Infinity) * 1000
    this.#token = {
      value: checkToken(token),
      since: momentOf(this.#context.clock),
      // A tenth of its life, at most five minutes, is left for clocks that differ and requests under way.
      renewAfter: life === Infinity ? Infinity : life - Math.min(life / 10, 300_000),
      life,
    }
    return token
  }
}
