import type { AnswerOf, InputOf, OperationId } from '../../endpoints/index.js'
import type { Clock } from '../../common/clock.js'

/** A token that LINE issued. */
export interface IssuedToken {
  token: string
  /** Seconds for which the token is valid; no limit if absent. */
  expiresIn?: number
}

/** Argument of a token source. */
export interface TokenContext {
  /** Calls an operation, with the client's hosts, transport and retries. */
  call: <Id extends OperationId>(operationId: Id, input: InputOf<Id>) => Promise<AnswerOf<Id>>
  clock: Clock
  /** Option `env` of the client. */
  env?: unknown
  /** The token that LINE has just refused. */
  rejected?: string | undefined
}

/**
 * Gets tokens when they are needed. The client keeps each until shortly before it expires, and asks for one at a time.
 * See {@link statelessToken}, {@link shortLivedToken} and {@link channelTokenV21}.
 */
export interface TokenSource {
  issue(context: TokenContext): Promise<IssuedToken>
}

/**
 * A token, a source of tokens, or a function that is called for each request: for tokens that are kept elsewhere. After a 401
 * it is called once more, with the token that LINE refused.
 */
export type ChannelAccessToken =
  string | TokenSource | ((context: { rejected?: string }) => string | Promise<string>)
