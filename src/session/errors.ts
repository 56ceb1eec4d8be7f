/** Errors of sessions. */
import { FukidashiError } from '../common/error.js'

/** Codes of {@link SessionError}. Stable between versions. */
export type SessionErrorCode =
  | 'chat_missing'
  | 'destination_missing'
  | 'option_invalid'
  | 'session_conflict'
  | 'session_invalid'
  | 'store_unavailable'
  | 'user_missing'

/**
 * A session that cannot be read or written.
 *
 * @example
 * bot.catch(async (error, ctx) => {
 *   if (!(error instanceof SessionError) || error.code !== 'session_conflict') return
 *   if (ctx.canReply()) await ctx.reply('Somebody else changed this just now. Please try again.')
 *   return 'handled'
 * })
 */
export class SessionError extends FukidashiError {
  override readonly name = 'SessionError'
  /** Kind of the error, for programs. */
  readonly code: SessionErrorCode
  /** Fields that this process and another one changed, for `session_conflict` of `set`. */
  readonly fields: readonly string[]

  constructor(
    code: SessionErrorCode,
    message: string,
    options?: ErrorOptions & { fields?: readonly string[] },
  ) {
    super(message, options)
    this.code = code
    this.fields = options?.fields ?? []
  }
}
