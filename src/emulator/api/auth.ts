/** Checks access tokens. */
import type { State } from '../state/state.js'
import { refusal } from './answer.js'
import { sentences } from './sentences.js'

/**
 * Lets through who has a token of this channel that has not expired.
 * @throws {Refusal} 401
 */
export function authenticate(header: string | undefined, state: State, now: number): void {
  const token = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1]
  if (token === undefined) throw refusal(401, sentences.authorizationRequired)
  if (token === state.account.channelAccessToken) return
  const issued = state.tokens.find((one) => one.token === token)
  if (!issued || issued.expires <= now) throw refusal(401, sentences.authenticationFailed)
}
