/** The format of signed postback data. */
import type { RenderScope } from '../common/render-scope.js'
import { sameText } from '../common/same-text.js'
import type { PostbackRefusalReason, TapDetails } from './definition.js'
import { PostbackError } from './errors.js'
import type { Protection } from './options.js'
import { markLength, signatureLength, signer } from './signature.js'

/** Seconds since 1970 in base 36 have six digits until 2038 and seven for 2,000 years after. */
const expiryLength = 7

/** Secrets for which a signer is kept: a definition has one or two, unless they come from the environment. */
const maxSigners = 8

/**
 * Signed data is `name:payload.signature`, with `.expiry` before the signature if it expires, and `.mark` after that if it is bound to a
 * user. In payloads, points occur only in numbers and quotes, so the last one always belongs to the signature.
 */
export class Seal {
  readonly #name: string
  readonly #protection: Protection
  readonly #expires: boolean
  readonly #signers = new Map<string, ReturnType<typeof signer>>()
  /** Characters that signing adds. */
  readonly length: number

  constructor(name: string, protection: Protection) {
    this.#name = name
    this.#protection = protection
    this.#expires = protection.expiresIn !== undefined
    this.length =
      1 +
      signatureLength +
      (this.#expires ? 1 + expiryLength : 0) +
      (protection.bindUser ? 1 + markLength : 0)
  }

  /** Checks the user now; signs, and sets the expiry, when the returned function is called. */
  prepare(data: string, userId: unknown): (scope: RenderScope) => Promise<string> {
    const { bindUser, expiresIn, secretsOf } = this.#protection
    if (bindUser && !(typeof userId === 'string' && userId.trim() !== '')) {
      throw new PostbackError(
        'user_missing',
        `Postback "${this.#name}" is bound to a user: say which, as in ${this.#name}(payload, { userId: ctx.userId }).`,
      )
    }
    if (!bindUser && userId !== undefined) throw unbound(this.#name)
    return async ({ clock, env }) => {
      const [secret] = await secretsOf(env)
      const { sign, mark } = this.#signer(secret!)
      const now = (clock ?? this.#protection.clock).now()
      let signed = expiresIn === undefined ? data : `${data}.${inBase36(now + expiresIn)}`
      if (bindUser) signed += `.${await mark(signed)}`
      return `${signed}.${await sign(this.#covered(signed, userId as string))}`
    }
  }

  /** The data without expiry, mark and signature, or the reason why it is refused. */
  async open(
    sealed: string,
    tap: TapDetails,
  ): Promise<string | { refused: PostbackRefusalReason }> {
    const { bindUser, secretsOf, clock } = this.#protection
    const end = sealed.lastIndexOf('.')
    const secrets = await secretsOf(tap.env)
    const signed = sealed.slice(0, Math.max(end, 0))
    const signature = sealed.slice(end + 1)
    const covered = this.#covered(signed, tap.userId)
    let genuine = false
    // Without a user, data that is bound to one cannot be theirs.
    for (const secret of bindUser && !tap.userId ? [] : secrets) {
      if (sameText(await this.#signer(secret).sign(covered), signature)) genuine = true
    }
    if (!genuine)
      return { refused: (await this.#isMarked(signed, secrets)) ? 'other_user' : 'forged' }
    const data = bindUser ? withoutMark(signed) : signed
    if (!this.#expires) return data
    return unexpired(data, tap.now ?? clock.now())
  }

  #covered(data: string, userId: string | undefined) {
    return { data, expires: this.#expires, userId: this.#protection.bindUser ? userId : undefined }
  }

  /** Tests the mark, which shows that the data was signed, for whichever user. */
  async #isMarked(signed: string, secrets: readonly string[]): Promise<boolean> {
    if (!this.#protection.bindUser) return false
    const data = withoutMark(signed)
    for (const secret of secrets) {
      if (sameText(`${data}.${await this.#signer(secret).mark(data)}`, signed)) return true
    }
    return false
  }

  #signer(secret: string): ReturnType<typeof signer> {
    let made = this.#signers.get(secret)
    if (!made) {
      if (this.#signers.size >= maxSigners) this.#signers.clear()
      made = signer(secret)
      this.#signers.set(secret, made)
    }
    return made
  }
}

/** Error for a user that was passed where data is not bound: it could be taken for data that is. */
export const unbound = (name: string): PostbackError =>
  new PostbackError(
    'option_invalid',
    `Postback "${name}" is not bound to users: leave the userId out, or define it with { sign, bindUser: true }.`,
  )

const inBase36 = (ms: number): string =>
  Math.ceil(ms / 1000)
    .toString(36)
    .padStart(expiryLength, '0')

const withoutMark = (signed: string): string => signed.slice(0, -(markLength + 1))

function unexpired(data: string, now: number): string | { refused: PostbackRefusalReason } {
  const point = data.length - expiryLength - 1
  const expiry = parseInt(data.slice(point + 1), 36) * 1000
  return expiry > now ? data.slice(0, point) : { refused: 'expired' }
}
