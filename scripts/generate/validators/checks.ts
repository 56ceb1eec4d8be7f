/** Code that checks parts of values: it calls `src/validation/context.ts` and the rules. */
import type { AnySchemaObject, KeywordCxt } from 'ajv'
import { resolveRef, type SchemaEnv } from 'ajv/dist/compile/index.js'
import { type Code, _, Name, nil } from 'ajv/dist/compile/codegen/index.js'
import { ctx, definition, ruleNamed } from './names.ts'
import { sharedScalar } from './scalar.ts'

export const isScalar = (schema: AnySchemaObject) => schema['type'] !== undefined

/** True for a property about which nothing is left to check. */
export const isAnything = (schema: AnySchemaObject) => Object.keys(schema).length === 0

/** Arguments that may be left out at the end. */
export function args(...all: (Code | Name | undefined)[]): Code {
  while (all.length > 0 && all.at(-1) === undefined) all.pop()
  return all.reduce<Code>((before, arg) => _`${before}, ${arg ?? _`void 0`}`, nil)
}

/** Calls the rules of a definition: the problems that they report name its page of LINE's reference. */
export function callRules({ gen, data, parentSchema }: KeywordCxt, of: Code | string): void {
  const rules = parentSchema['rule'] as string[]
  if (rules.length > 0) gen.code(_`${ctx}.about(${of}, ${data})`)
  for (const name of rules) gen.code(_`${ruleNamed(name)}(${data}, ${ctx})`)
}

/** The function of a definition. */
export function functionOf({ gen, it }: KeywordCxt, name: string): Name {
  const env = resolveRef.call(it.self, it.schemaEnv.root, it.baseId, `#/definitions/${name}`)
  const { validate, validateName } = env as SchemaEnv
  // One that is being written now is reached from where its writing began.
  return validate ? gen.scopeValue('validate', { ref: validate }) : validateName!
}

/** The one rule of a property. */
export const ruleOf = ([name]: readonly string[] = []) =>
  name === undefined ? undefined : ruleNamed(name)

/** Expressions for a value, the name of its property, and the object that has it. */
interface Place {
  value: Code | Name
  name: Code | Name
  owner: Code | Name
}

/** The check of a value that is not a scalar, as an expression. */
export function checkOf(cxt: KeywordCxt, schema: AnySchemaObject, at: Place): Code {
  if (schema['value']) return partOf(cxt, schema, at)
  if (schema['list']) return listOf(cxt, schema, at)
  const part = (schema['record'] as AnySchemaObject)['value'] as string
  return _`${ctx}.record(${functionOf(cxt, part)}, ${at.value}, ${at.name}, ${definition}, ${part})`
}

/** A value that has a definition of its own. */
function partOf(cxt: KeywordCxt, schema: AnySchemaObject, { value, name, owner }: Place): Code {
  const part = schema['value'] as string
  const rule = ruleOf(schema['rule'] as string[])
  const rest = args(ifNull(schema), rule && owner, rule)
  return placed(schema, _`${ctx}.part(${functionOf(cxt, part)}, ${value}, ${name}, ${part}${rest})`)
}

/** Items, and how many. */
function listOf(cxt: KeywordCxt, schema: AnySchemaObject, { value, name, owner }: Place): Code {
  const items = schema['list'] as AnySchemaObject
  const { least = 0, most } = schema as { least?: number; most?: number }
  const about = _`${value}, ${name}, ${definition}, ${least}, ${most ?? _`Infinity`}`
  if (isScalar(items)) return _`${ctx}.scalars(${sharedScalar(cxt, items)}, ${about})`
  const part = items['value'] as string
  const rule = ruleOf(items['rule'] as string[])
  const listRule = ruleOf(schema['listRule'] as string[])
  const rest = args(ifNull(schema), (listRule ?? rule) && owner, rule, listRule)
  return placed(items, _`${ctx}.list(${functionOf(cxt, part)}, ${about}, ${part}${rest})`)
}

const ifNull = (schema: AnySchemaObject) => (schema['nullAsAbsent'] ? _`"null"` : undefined)

/** A check after the context knows where the actions in the value are. */
const placed = ({ place }: AnySchemaObject, check: Code): Code =>
  place === undefined ? check : _`(${ctx}.place = ${place as string}, ${check})`
