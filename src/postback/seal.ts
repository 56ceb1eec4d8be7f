import { sameText } from '../common/same-text.js'
import type { TapDetails } from './definition.js'
import { PostbackError } from './errors.js'
import type { Protection } from './options.js'
import { signatureLength, signer } from './signature.js'

/** Seconds since 1970 in base 36 have six digits until 2038 and seven for 2,000 years after. */
const expiryLength = 7

/**
 * Signed data is `name:payload.expiry.signature`, or `name:payload.signature` without an expiry. Points stand nowhere in
 * payloads but in numbers and quotes, so the last one is always the signature's.
 */
export function sealer(name: string, { secrets, bindUser, expiresIn, clock }: Protection) {
  const expires = expiresIn !== undefined
  const [sign, ...older] = secrets.map(signer) as [ReturnType<typeof signer>]

  return {
    /** Characters that sealing adds. */
    length: 1 + signatureLength + (expires ? 1 + expiryLength : 0),

    /** Fixes user and expiry now and signs when asked to. */
    prepare(data: string, userId: unknown): () => Promise<string> {
      if (bindUser && !(typeof userId === 'string' && userId.trim() !== '')) {
        throw new PostbackError(
          'user_missing',
          `Postback "${name}" is bound to a user: say which, as in ${name}(payload, { userId: ctx.userId }).`,
        )
      }
      if (!bindUser && userId !== undefined) throw unbound(name)
      const expiry = expires ? `.${inBase36(clock.now() + expiresIn)}` : ''
      const covered = {
        data: data + expiry,
        expires,
        userId: bindUser ? (userId as string) : undefined,
      }
      return async () => `${covered.data}.${await sign(covered)}`
    },

    /** The data without its seal, or `undefined` if the seal is not ours, not for this user or no longer good. */
    async open(sealed: string, tap: TapDetails): Promise<string | undefined> {
      const end = sealed.lastIndexOf('.')
      if (end === -1 || (bindUser && !tap.userId)) return undefined
      const covered = {
        data: sealed.slice(0, end),
        expires,
        userId: bindUser ? tap.userId : undefined,
      }
      const signature = sealed.slice(end + 1)
      let ours = false
      for (const candidate of [sign, ...older]) {
        if (sameText(await candidate(covered), signature)) ours = true
      }
      if (!ours) return undefined
      if (!expires) return covered.data
      return unexpired(covered.data, tap.now ?? clock.now())
    },
  }
}

/** A user that is named and not bound could be taken for one that is. */
export const unbound = (name: string): PostbackError =>
  new PostbackError(
    'option_invalid',
    `Postback "${name}" is given a userId, and is not bound to users: define it with { sign, bindUser: true }, or leave the userId out.`,
  )

const inBase36 = (ms: number): string =>
  Math.ceil(ms / 1000)
    .toString(36)
    .padStart(expiryLength, '0')

function unexpired(data: string, now: number): string | undefined {
  const point = data.length - expiryLength - 1
  if (data[point] !== '.') return undefined
  return parseInt(data.slice(point + 1), 36) * 1000 > now ? data.slice(0, point) : undefined
}
