import { PostbackAction_data_maxUtf16 } from '../spec/generated/numbers.js'
import {
  POSTBACK,
  type PostbackDefinition,
  type PostbackRead,
  type PostbackResult,
  type SignedDataOptions,
  type SignedPostbackDefinition,
  type TapDetails,
} from './definition.js'
import { PostbackError } from './errors.js'
import { maxLength, read, UnsupportedValue, write } from './notation.js'
import { PostbackData } from './postback-data.js'
import { protectionOf, type Protection, type SignOptions } from './options.js'
import { Seal, unbound } from './seal.js'
import {
  describeIssues,
  type SchemaInput,
  type SchemaOutput,
  type StandardSchema,
} from '../common/standard-schema.js'

/** LINE's limit on `data`, in UTF-16 code units. */
const maxData = PostbackAction_data_maxUtf16

const namePattern = /^[A-Za-z][A-Za-z0-9_-]{0,31}$/

type AnySchema = StandardSchema<unknown, unknown>

/**
 * Defines a postback with a typed payload: a function that makes `data` for buttons, and a filter for `bot.on`.
 *
 * The data is the name and the payload in a compact notation (`buy:(id:1)`), at most 300 characters. Old or foreign data
 * matches no definition and goes to the plain `'postback'` handler. Friends of the account can send data of their own; where that
 * matters, sign it: `{ sign: secret }`, or `{ sign: (env: Env) => env.SECRET }` on Workers.
 *
 * @param name - Letters, digits, `-` and `_`, 32 at most. Short names leave more room.
 * @param schema - Any synchronous Standard Schema: checked when data is made and when it comes back. Without one, pass the
 *   payload's type: `definePostback<{ id: number }>('buy')`. JSON values only.
 * @throws {PostbackError} `name_invalid`, `secret_missing`, `option_invalid`. A secret that is not set (`undefined`) is an error
 *   when data is made or read, so that a module of definitions can be imported without it.
 * @see https://developers.line.biz/en/reference/messaging-api/#postback-action
 *
 * @example
 * export const buy = definePostback('buy', v.object({ id: v.number() }))
 *
 * <Postback label="Buy" data={buy({ id: 1 })} />
 * bot.on(buy, (ctx, { id }) => ctx.reply(`You bought number ${id}`))
 */
export function definePostback<S extends AnySchema>(
  name: string,
  schema: S,
): PostbackDefinition<SchemaInput<S>, SchemaOutput<S>>
export function definePostback<S extends AnySchema>(
  name: string,
  schema: S,
  options: SignOptions,
): SignedPostbackDefinition<SchemaInput<S>, SchemaOutput<S>>
export function definePostback<Payload = undefined>(name: string): PostbackDefinition<Payload>
export function definePostback<Payload = undefined>(
  name: string,
  options: SignOptions,
): SignedPostbackDefinition<Payload>
export function definePostback(
  name: string,
  schemaOrOptions?: AnySchema | object,
  moreOptions?: object,
): object {
  if (typeof name !== 'string' || !namePattern.test(name)) {
    throw new PostbackError(
      'name_invalid',
      `"${name}" cannot name a postback: use 1 to 32 letters, digits, "-" and "_", beginning with a letter.`,
    )
  }
  const schema = isSchema(schemaOrOptions) ? schemaOrOptions : undefined
  if (!schema && schemaOrOptions !== undefined && moreOptions !== undefined) {
    throw new PostbackError(
      'option_invalid',
      `Postback "${name}": the second argument is not a Standard Schema.`,
    )
  }
  const options = schema ? moreOptions : (schemaOrOptions ?? moreOptions)
  const protection = options === undefined ? undefined : protectionOf(name, options)
  return protection ? signed(name, schema, protection) : plain(name, schema)
}

const isSchema = (value: unknown): value is AnySchema =>
  (typeof value === 'object' || typeof value === 'function') &&
  value !== null &&
  '~standard' in value

function plain(name: string, schema: AnySchema | undefined): PostbackDefinition<unknown> {
  const make = (payload?: unknown, options?: unknown) => {
    if (userIdOf(options) !== undefined) throw unbound(name)
    return encode(name, schema, payload, maxData)
  }
  return definition(name, make, (data) => decode(name, schema, data))
}

function signed(
  name: string,
  schema: AnySchema | undefined,
  protection: () => Protection,
): SignedPostbackDefinition<unknown> {
  let made: Seal | undefined
  const seal = () => (made ??= new Seal(name, protection()))
  const make = (payload?: unknown, options?: SignedDataOptions) => {
    const { length } = seal()
    const data = encode(name, schema, payload, maxData - length)
    return new PostbackData(name, seal().prepare(data, userIdOf(options)))
  }
  return definition(name, make, async (data, tap = {}) => {
    if (!isOf(name, data)) return undefined
    const opened = await seal().open(data, tap)
    return typeof opened === 'string' ? decode(name, schema, opened) : opened
  })
}

/** The second argument of a definition. It may be an index, as `map` passes it. */
const userIdOf = (options: unknown): unknown =>
  typeof options === 'object' ? (options as SignedDataOptions | null)?.userId : undefined

const isOf = (name: string, data: unknown): boolean =>
  typeof data === 'string' && data.startsWith(`${name}:`)

type Inspect = (
  data: string,
  tap?: TapDetails,
) => PostbackResult<unknown> | Promise<PostbackResult<unknown>>

/** Adds the methods of a definition, and the part that bots use, to the function that makes data. */
function definition<Make extends object, I extends Inspect>(name: string, make: Make, inspect: I) {
  const read = (data: string, tap?: TapDetails) => {
    const result = inspect(data, tap)
    return result instanceof Promise ? result.then(accepted) : accepted(result)
  }
  return Object.assign(make, {
    postback: name,
    read: read as (data: string, tap?: TapDetails) => never,
    inspect,
    [POSTBACK]: { name, inspect },
  })
}

const accepted = (result: PostbackResult<unknown>): PostbackRead<unknown> | undefined =>
  result?.refused === undefined ? result : undefined

function encode(name: string, schema: AnySchema | undefined, payload: unknown, room: number) {
  if (schema) validate(name, schema, payload)
  const text = payload === undefined ? '' : written(name, payload)
  const data = `${name}:${text ?? ''}`
  if (text !== undefined && data.length <= room) return data
  const needs = text === undefined ? `more than ${maxLength}` : data.length
  const beside = room < maxData ? `, ${maxData - room} of which go to the signature` : ''
  throw new PostbackError(
    'data_too_long',
    `Postback "${name}" does not fit: it needs ${needs} characters, and LINE permits ${maxData}${beside}. ` +
      'Put an id into the payload, and look the rest up at the tap.',
  )
}

function written(name: string, payload: unknown): string | undefined {
  try {
    return write(payload)
  } catch (error) {
    if (!(error instanceof UnsupportedValue)) throw error
    throw new PostbackError(
      'payload_unsupported',
      `Postback "${name}": ${error.message}. Use objects, arrays, strings, finite numbers, booleans and null.`,
    )
  }
}

function decode(
  name: string,
  schema: AnySchema | undefined,
  data: string,
): PostbackResult<unknown> {
  if (!isOf(name, data)) return undefined
  const text = data.slice(name.length + 1)
  const parsed = text === '' ? { value: undefined } : read(text)
  if (!parsed) return { refused: 'payload_invalid' }
  if (!schema) return { payload: parsed.value }
  const result = check(name, schema, parsed.value)
  return result.issues ? { refused: 'payload_invalid' } : { payload: result.value }
}

function validate(name: string, schema: AnySchema, payload: unknown): void {
  const { issues } = check(name, schema, payload)
  if (!issues) return
  throw new PostbackError('payload_invalid', `Postback "${name}": ${describeIssues(issues)}.`)
}

function check(name: string, schema: AnySchema, value: unknown) {
  const result = schema['~standard'].validate(value)
  if (!(result instanceof Promise)) return result
  // It is not awaited: its rejection must not end the process.
  result.catch(() => undefined)
  throw new PostbackError(
    'schema_async',
    `Postback "${name}" has an asynchronous schema; use a synchronous one.`,
  )
}
