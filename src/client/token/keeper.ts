import { after, type Clock } from '../../common/clock.js'
import { unsetAdvice, variable } from '../../common/env.js'
import { numberProblem } from '../../common/options.js'
import { elapsed, type Moment, momentOf } from '../elapsed.js'
import { badOption, LineArgumentError } from '../errors/argument-error.js'
import { describeArgument } from '../errors/describe-argument.js'
import type { LineClientOptions } from '../options.js'
import { isWorkers, pollInterval } from '../workers.js'
import type { IssuedToken, TokenContext, TokenSource } from './token.js'

/** Keeps the current token. */
export interface TokenKeeper {
  /** @throws {LineArgumentError} `token_missing`, `option_invalid` */
  current(): string | Promise<string>
  /** Called when LINE refused a token; returns another one if there may be one. */
  rejected(token: string): Promise<string> | undefined
}

/** @param patience - milliseconds within which a function or source must return a token */
export function keeperOf(
  options: LineClientOptions,
  context: TokenContext,
  patience: number,
): TokenKeeper {
  const token = options.channelAccessToken
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
    return 'channelAccessToken' in options ? unsetToken : environmentToken(options.env)
  const checked = checkToken(token)
  return { current: () => checked, rejected: () => undefined }
}

/** The option is there, but `undefined`: no other token may take its place. */
const unsetToken: TokenKeeper = {
  current() {
    throw new LineArgumentError('token_missing', `channelAccessToken is undefined; ${unsetAdvice}`)
  },
  rejected: () => undefined,
}

/** The token of the environment, read when it is first needed. */
function environmentToken(env: unknown): TokenKeeper {
  let token: string | undefined
  return {
    current() {
      if (token !== undefined) return token
      const value = variable(tokenVariable, env)
      if (value === undefined)
        throw new LineArgumentError(
          'token_missing',
          `this operation needs a channel access token: new LineClient({ channelAccessToken }), or the environment variable ${tokenVariable}`,
        )
      token = checkToken(value, tokenVariable)
      return token
    },
    rejected: () => undefined,
  }
}

const tokenVariable = 'LINE_CHANNEL_ACCESS_TOKEN'

/**
 * Refuses a token that no header can hold. The error does not repeat it.
 * @throws {LineArgumentError} `option_invalid`
 */
export function checkToken(token: unknown, name = 'channelAccessToken'): string {
  if (typeof token === 'string' && /^[!#-&(-~]+$/.test(token)) return token
  const what =
    typeof token !== 'string'
      ? `is ${token === null ? 'null' : `of type ${typeof token}`}`
      : token === ''
        ? 'is empty'
        : 'has spaces, quotes or other characters that no token has'
  throw badOption(
    `${name} ${what}; use the token from the LINE Developers Console, or a source such as statelessToken({ … })`,
  )
}

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as { then?: unknown } | null | undefined)?.then === 'function'

/** Waits for a promise, but not for ever. */
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

/** Milliseconds to wait for a token that another request asked for. */
const maxWait = 10_000

/** Keeps the token of a source until shortly before it expires; asks for one at a time. */
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
    // Renewing early may fail: the current token is still valid.
    return this.#renew().catch(() => token.value)
  }

  rejected(refused: string): Promise<string> {
    // Another call may have renewed it already, or be renewing it.
    if (this.#token && this.#token.value !== refused) return Promise.resolve(this.#token.value)
    this.#token = undefined
    return this.#renew(refused)
  }

  #renew(rejected?: string): Promise<string> {
    if (this.#asking && isWorkers()) return this.#fromAfar(this.#asking)
    if (this.#asking) return this.#asking
    const issue = async () => this.#source.issue({ ...this.#context, rejected })
    const asking = inTime(issue(), this.#context.clock, this.#patience)
      .then((issued) => this.#keep(issued))
      .finally(() => {
        if (this.#asking === asking) this.#asking = undefined
      })
    this.#asking = asking
    return asking
  }

  /** Waits for a token that another request asked for. If that request has ended, the token never comes. */
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
      // A tenth of its lifetime, at most five minutes, allows for differing clocks and running requests.
      renewAfter: life === Infinity ? Infinity : life - Math.min(life / 10, 300_000),
      life,
    }
    return token
  }
}
