/** The sessions of a bot. */
import {
  SESSIONS,
  type SessionBot,
  type SessionEvent,
  type SessionSource,
} from '../../session/session-source.js'
import { optionInvalid } from '../base/checks.js'

/**
 * A function that makes the session of an event; `undefined` without sessions.
 * @throws {WebhookError} `option_invalid`
 */
export function sessionsOf(
  source: unknown,
  bot: SessionBot,
): ((event: SessionEvent) => unknown) | undefined {
  if (source === undefined) return undefined
  const make = (Object(source) as Partial<SessionSource<unknown>>)[SESSIONS]
  if (make) return make(bot)
  throw optionInvalid('session: use session({ schema }), of fukidashi/session.')
}
