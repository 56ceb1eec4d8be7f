/** Options of sessions. */
import { describeValue, numberOption, optionNames, optionsProblem } from '../common/options.js'
import type { SchemaInput, StandardSchema } from '../common/standard-schema.js'
import { longestTime } from '../store/checks.js'
import { SessionError } from './errors.js'

/** A schema of sessions: an object, synchronous or not. */
export type SessionSchema = StandardSchema<object, object>

/** Options of `session`. */
export type SessionOptions<S extends SessionSchema> = CommonOptions<S> &
  // An empty session fits only if the schema requires no field.
  (Partial<SchemaInput<S>> extends SchemaInput<S> ? Partial<InitialOption<S>> : InitialOption<S>)

interface InitialOption<S extends SessionSchema> {
  /** Data of a user or chat without session, or a function that returns it. `{}` by default, if the schema accepts that. */
  initial: SchemaInput<S> | (() => SchemaInput<S>)
}

interface CommonOptions<S extends SessionSchema> {
  /** Checks the data when it is read and before it is written. Any Standard Schema of an object; values of JSON only. */
  schema: S
  /** Milliseconds for which a session is kept after its last write, even one that changes nothing. 30 days by default. */
  ttl?: number
  /**
   * `'user'` (the default): one session for each user, in all chats. `'chat'`: one for each group, room or chat with one user, which all
   * members of a group share.
   */
  per?: 'user' | 'chat'
  /**
   * Returns new data for stored data that the schema refuses, as after a change of the schema. Without it that is an error
   * (`session_invalid`). `() => ({})` starts again.
   */
  migrate?: (stored: unknown) => SchemaInput<S>
}

/** The options with all defaults. */
export interface SessionSettings {
  readonly schema: SessionSchema
  readonly initial: () => unknown
  readonly ttl: number
  readonly per: 'user' | 'chat'
  readonly migrate: ((stored: unknown) => unknown) | undefined
}

const names = optionNames<CommonOptions<SessionSchema> & InitialOption<SessionSchema>>({
  schema: true,
  initial: true,
  ttl: true,
  per: true,
  migrate: true,
})

export const optionInvalid = (problem: string) => new SessionError('option_invalid', problem)

/** @throws {SessionError} `option_invalid` */
export function settingsOf(options: unknown): SessionSettings {
  const problem = optionsProblem(options, names)
  if (problem !== undefined) throw optionInvalid(`session: ${problem}`)
  const {
    schema,
    initial,
    ttl,
    per = 'user',
    migrate,
  } = options as Partial<Omit<SessionSettings, 'initial'>> & { initial?: unknown }
  const standard = (schema as Partial<SessionSchema> | null | undefined)?.['~standard']
  if (!schema || typeof standard?.validate !== 'function')
    throw optionInvalid(
      `session({ schema }): ${describeValue(schema)} is not permitted. Use a Standard Schema, such as those of Zod and Valibot.`,
    )
  if (per !== 'user' && per !== 'chat')
    throw optionInvalid(
      `session({ per }): ${describeValue(per)} is not permitted. Use 'user' or 'chat'.`,
    )
  if (migrate !== undefined && typeof migrate !== 'function')
    throw optionInvalid(
      `session({ migrate }): ${describeValue(migrate)} is not permitted. Use a function.`,
    )
  const range = { above: 0, max: longestTime, unit: 'milliseconds' } as const
  const milliseconds = numberOption('session.ttl', ttl, 30 * 86_400_000, range, optionInvalid)
  const makeInitial =
    typeof initial === 'function' ? (initial as () => unknown) : () => initial ?? {}
  return { schema, initial: makeInitial, ttl: milliseconds, per, migrate }
}
