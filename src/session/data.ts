/** Data of a session: from JSON to what handlers get, and back. */
import { isObject } from '../common/json.js'
import { describeIssues } from '../common/standard-schema.js'
import { SessionError } from './errors.js'
import type { SessionSettings } from './options.js'

/** Fields as they are stored. */
export type Fields = Readonly<Record<string, unknown>>

/** Data as it was read from the store. */
export interface Snapshot {
  /** As stored, or the initial data. */
  readonly raw: Fields
  /** What the schema makes of it, as JSON. It has defaults that `raw` does not have. */
  readonly seen: Fields
  /** Version of the stored value; `null` if there is none. */
  readonly version: string | null
}

/** Length of the list of issues in an error. */
const longestList = 500

/**
 * A copy of data as JSON.
 * @throws {SessionError} `session_invalid`
 */
export function toFields(value: unknown, what: string): Fields {
  let copy: unknown
  try {
    copy = JSON.parse(JSON.stringify(value) ?? 'null')
  } catch (cause) {
    throw invalid(`${what} contains itself, or a bigint. A session is kept as JSON.`, cause)
  }
  if (isObject(copy) && !Array.isArray(copy)) return copy as Fields
  throw invalid(`${what} is not an object.`)
}

/**
 * What the schema makes of data.
 * @throws {SessionError} `session_invalid`
 */
export async function validated(
  { schema }: SessionSettings,
  fields: Fields,
  what: string,
  advice: string,
): Promise<object> {
  // A copy: a schema may return its argument, and handlers may change what they get.
  const result = await schema['~standard'].validate(structuredClone(fields))
  if (!result.issues) {
    if (isObject(result.value)) return result.value
    throw invalid('The schema of the session does not return an object.')
  }
  const issues = describeIssues(result.issues).slice(0, longestList)
  throw invalid(`The schema does not accept ${what}: ${issues}. ${advice}`)
}

/**
 * Stored data, or the initial data if there is none.
 * @throws {SessionError} `session_invalid`
 */
export async function readFields(
  settings: SessionSettings,
  stored: unknown,
): Promise<{ raw: Fields; data: object }> {
  const { migrate } = settings
  if (stored === undefined) {
    const value = settings.initial()
    const raw = toFields(value, 'The initial data of the session')
    return {
      raw,
      data: await validated(
        settings,
        raw,
        'the initial data',
        'Pass session({ initial }) that fits it.',
      ),
    }
  }
  const fits = async (value: unknown, advice: string) => {
    const raw = toFields(value, 'The stored session')
    return { raw, data: await validated(settings, raw, 'the stored session', advice) }
  }
  try {
    return await fits(
      stored,
      'If the schema has changed, convert old sessions with session({ migrate: (stored) => … }), or delete this one with ctx.session.clear().',
    )
  } catch (error) {
    if (!migrate || !(error instanceof SessionError)) throw error
    return fits(await migrate(structuredClone(stored)), 'It is what migrate has returned.')
  }
}

const invalid = (problem: string, cause?: unknown) =>
  new SessionError('session_invalid', problem, cause === undefined ? undefined : { cause })
