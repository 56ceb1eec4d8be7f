import type { AnswerOf, InputOf, OperationId } from '../../endpoints/index.js'
import type { Clock } from '../../common/clock.js'

/** A token as LINE gave it. */
export interface IssuedToken {
  token: string
  /** Seconds; kept for good when absent. */
  expiresIn?: number
}

/** What a source may use to get a token. */
export interface TokenContext {
  /** Calls an operation, with the client's hosts, transport and retries. */
  call: <Id extends OperationId>(operationId: Id, input: InputOf<Id>) => Promise<AnswerOf<Id>>
  clock: Clock
}

/**
 * Gets tokens when they are needed. The client keeps each until shortly before it expires, and asks for one at a time.
 * See {@link statelessToken}, {@link shortLivedToken} and {@link channelTokenV21}.
 */
export interface TokenSource {
  issue(context: TokenContext): Promise<IssuedToken>
}

/**
 * A token, a source of tokens, or a function that is asked for each request: for tokens that are kept elsewhere. After a 401
 * it is asked once more, with the token that LINE refused.
 */
export type ChannelAccessToken =
  string | TokenSource | ((context: { rejected?: string }) => string | Promise<string>)
