import type { TapDetails } from './definition.js'
import { PostbackError } from './errors.js'
import { sameSignature, SIGNATURE_LENGTH, signer } from './signature.js'

/** How postback data is signed. */
export interface SignOptions {
  /** The secret. Of several, the first signs and all are accepted, so that one can take the place of another. */
  sign: string | readonly string[]
  /** Only the user named when the data is made may tap: `buy({ id: 1 }, { userId })`. */
  bindUser?: boolean
  /** For how many milliseconds the data is good. For ever, when left out. */
  expiresIn?: number
  /** Where the time comes from. */
  clock?: { now(): number }
}

/** Seconds since 1970 in base 36 have six digits until 2038 and seven for 2,000 years after. */
const EXPIRY_LENGTH = 7

/**
 * Signed data is `name:payload.expiry.signature`, or `name:payload.signature` without an expiry. Points stand nowhere in
 * payloads but in numbers and quotes, so the last one is always the signature's.
 */
export function sealer(name: string, options: SignOptions) {
  const secrets = typeof options.sign === 'string' ? [options.sign] : options.sign
  if (secrets.length === 0 || secrets.some((s) => typeof s !== 'string' || s.trim() === '')) {
    throw new PostbackError(
      'secret_empty',
      `Postback "${name}" is to be signed with an empty secret, which anybody could do.`,
    )
  }
  const { bindUser = false, expiresIn, clock = Date } = options
  const [sign, ...older] = secrets.map(signer) as [ReturnType<typeof signer>]

  return {
    /** Characters that sealing adds. */
    length: 1 + SIGNATURE_LENGTH + (expiresIn === undefined ? 0 : 1 + EXPIRY_LENGTH),

    /** Fixes user and expiry now and signs when asked to. */
    prepare(data: string, userId: string | undefined): () => Promise<string> {
      if (bindUser && !userId) {
        throw new PostbackError(
          'user_missing',
          `Postback "${name}" is bound to a user: say which, as in ${name}(payload, { userId: ctx.userId }).`,
        )
      }
      const expiry = expiresIn === undefined ? '' : `.${inBase36(clock.now() + expiresIn)}`
      const covered = { data: data + expiry, userId: bindUser ? userId : undefined }
      return async () => `${covered.data}.${await sign(covered)}`
    },

    /** The data without its seal, or `undefined` if the seal is not ours, not for this user or no longer good. */
    async open(sealed: string, tap: TapDetails): Promise<string | undefined> {
      const end = sealed.lastIndexOf('.')
      if (end === -1 || (bindUser && !tap.userId)) return undefined
      const covered = { data: sealed.slice(0, end), userId: bindUser ? tap.userId : undefined }
      const signature = sealed.slice(end + 1)
      let ours = false
      for (const candidate of [sign, ...older]) {
        if (sameSignature(await candidate(covered), signature)) ours = true
      }
      if (!ours) return undefined
      if (expiresIn === undefined) return covered.data
      return unexpired(covered.data, tap.now ?? clock.now())
    },
  }
}

const inBase36 = (ms: number): string =>
  Math.ceil(ms / 1000)
    .toString(36)
    .padStart(EXPIRY_LENGTH, '0')

function unexpired(data: string, now: number): string | undefined {
  const point = data.length - EXPIRY_LENGTH - 1
  if (data[point] !== '.') return undefined
  return parseInt(data.slice(point + 1), 36) * 1000 > now ? data.slice(0, point) : undefined
}
