import { LineArgumentError } from '../errors/argument-error.js'
import { isWorkers, LOOK } from '../workers.js'
import type { ChannelAccessToken, IssuedToken, TokenContext, TokenSource } from './token.js'

/** The token of the moment. */
export interface TokenKeeper {
  current(): string | Promise<string>
  /** Tells that LINE refused a token; gives another one if there is a chance of one. */
  rejected(token: string): Promise<string> | undefined
}

export function keeperOf(
  token: ChannelAccessToken | undefined,
  context: TokenContext,
): TokenKeeper {
  if (typeof token === 'function')
    return {
      current: () => checkedLater(token({})),
      rejected: (refused) => Promise.resolve(checkedLater(token({ rejected: refused }))),
    }
  if (typeof token === 'object' && token !== null) return new SourceKeeper(token, context)
  if (token === undefined)
    return {
      current() {
        throw new LineArgumentError(
          'no_token',
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
  throw new LineArgumentError(
    'bad_option',
    `channelAccessToken ${what}; give the token from the LINE Developers Console, or a source such as statelessToken({ … })`,
  )
}

const checkedLater = (token: string | Promise<string>) =>
  typeof token === 'string' ? checkToken(token) : token.then(checkToken)

/** Milliseconds that another request is trusted to get a token. */
const PATIENCE = 10_000

/** Keeps what a source gave until shortly before it expires; asks for one at a time. */
class SourceKeeper implements TokenKeeper {
  readonly #source: TokenSource
  readonly #context: TokenContext
  #token: { value: string; renewAt: number; expiresAt: number } | undefined
  #asking: Promise<string> | undefined

  constructor(source: TokenSource, context: TokenContext) {
    this.#source = source
    this.#context = context
  }

  current(): string | Promise<string> {
    const token = this.#token
    if (!token) return this.#renew()
    const now = this.#context.clock.now()
    if (now < token.renewAt) return token.value
    if (now >= token.expiresAt) return this.#renew()
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
    const asking = this.#source
      .issue(this.#context)
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
    const end = clock.now() + PATIENCE
    while (this.#asking === asking && clock.now() < end) await clock.sleep(LOOK)
    if (this.#asking === asking) this.#asking = undefined
    return this.current()
  }

  #keep({ token, expiresIn }: IssuedToken): string {
    const life = expiresIn === undefined ? Infinity : expiresIn * 1000
    const expiresAt = this.#context.clock.now() + life
    // A tenth of its life, at most five minutes, is left for clocks that differ and requests under way.
    this.#token = {
      value: checkToken(token),
      renewAt: expiresAt - Math.min(life / 10, 300_000),
      expiresAt,
    }
    return token
  }
}
