/** `fukidashi/session`: data of users and chats that a bot keeps in its store, as `ctx.session`. */
export { session, type SessionDefinition, type SessionLocation } from './define-session.js'
export { SessionError, type SessionErrorCode } from './errors.js'
export type { SessionOptions, SessionSchema } from './options.js'
export type { Session, SessionFields } from './session.js'
export type { SessionOf, SessionSource } from './session-source.js'
export type { StandardIssue, StandardResult, StandardSchema } from '../common/standard-schema.js'
export type { Clock } from '../common/clock.js'
export type {
  Claim,
  DeleteOptions,
  SetOptions,
  StoreAdapter,
  StoredValue,
} from '../store/adapter.js'
export type { Store } from '../store/store.js'
