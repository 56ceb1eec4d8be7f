/** The keywords that the validators are made of: ajv writes their code, which calls `src/validation/context.ts` and the rules. */
import type { AnySchemaObject, CodeKeywordDefinition, KeywordCxt } from 'ajv'
import { resolveRef, type SchemaEnv } from 'ajv/dist/compile/index.js'
import { type Code, _, getProperty, Name, nil, or } from 'ajv/dist/compile/codegen/index.js'
import { Type } from 'ajv/dist/compile/util.js'
import { ctx, definition, known, ruleNamed } from './names.ts'
import { sharedScalar } from './scalar.ts'

/** Said beside a keyword, and read by it. */
export const annotations = [
  'closed',
  'definition',
  'entries',
  'least',
  'listRule',
  'most',
  'needs',
  'nullAsAbsent',
  'numericId',
  'place',
  'rule',
  'ruleAfterParts',
]

const isScalar = (schema: AnySchemaObject) => schema['type'] !== undefined

/** Arguments that may be left out at the end. */
function args(...all: (Code | Name | undefined)[]): Code {
  while (all.length > 0 && all.at(-1) === undefined) all.pop()
  return all.reduce<Code>((before, arg) => _`${before}, ${arg ?? _`void 0`}`, nil)
}

/** Calls the rules of a definition: the problems that they report name its page of LINE's reference. */
function callRules({ gen, data, parentSchema }: KeywordCxt, of: Code | string): void {
  const rules = parentSchema['rule'] as string[]
  if (rules.length > 0) gen.code(_`${ctx}.about(${of}, ${data})`)
  for (const name of rules) gen.code(_`${ruleNamed(name)}(${data}, ${ctx})`)
}

/** The function of a definition. */
function functionOf({ gen, it }: KeywordCxt, name: string): Name {
  const env = resolveRef.call(it.self, it.schemaEnv.root, it.baseId, `#/definitions/${name}`)
  const { validate, validateName } = env as SchemaEnv
  // One that is being written now is reached from where its writing began.
  return validate ? gen.scopeValue('validate', { ref: validate }) : validateName!
}

/** The name of the property; none of the root. */
const segmentOf = ({ it }: KeywordCxt): Code | Name =>
  it.dataLevel === 0 ? _`void 0` : (it.parentDataProperty as Code)

const ifNull = (schema: AnySchemaObject) => (schema['nullAsAbsent'] ? _`"null"` : undefined)

/** What a property says about its value, or the items of its list: a rule, and the place of an action. */
function around({ gen, it }: KeywordCxt, schema: AnySchemaObject) {
  const { place, rule: [name] = [] } = schema as { place?: string; rule?: string[] }
  if (place) gen.code(_`${ctx}.place = ${place}`)
  const rule = name === undefined ? undefined : ruleNamed(name)
  return { rule, owner: it.dataNames.at(-2) }
}

/** A value that has a definition of its own. */
const value: CodeKeywordDefinition = {
  keyword: 'value',
  schemaType: 'string',
  code(cxt) {
    const { gen, data, parentSchema } = cxt
    const name = cxt.schema as string
    const { rule, owner } = around(cxt, parentSchema)
    const rest = args(ifNull(parentSchema), rule && (owner ?? data), rule)
    gen.code(_`${ctx}.part(${functionOf(cxt, name)}, ${data}, ${segmentOf(cxt)}, ${name}${rest})`)
  },
}

/** One of several definitions, known by its `type`. */
const union: CodeKeywordDefinition = {
  keyword: 'union',
  schemaType: 'object',
  code(cxt) {
    const { gen, data, parentSchema } = cxt
    const name = parentSchema['definition'] as string
    callRules(cxt, name)
    Object.entries(cxt.schema as Record<string, string>).forEach(([type, member], i) => {
      const isMember = _`${data}.type === ${type}`
      if (i === 0) gen.if(isMember)
      else gen.elseIf(isMember)
      gen.code(_`${functionOf(cxt, member)}(${data}, ${ctx})`)
    })
    gen.else()
    gen.code(_`${ctx}.noMember(${name}, ${data})`)
    gen.endIf()
  },
}

/** Items, and how many. */
const list: CodeKeywordDefinition = {
  keyword: 'list',
  schemaType: 'object',
  code(cxt) {
    const { gen, data, parentSchema } = cxt
    const items = cxt.schema as AnySchemaObject
    const { least = 0, most } = parentSchema as { least?: number; most?: number }
    const [listRule] = parentSchema['listRule'] as string[]
    const about = _`${data}, ${segmentOf(cxt)}, ${definition}, ${least}, ${most ?? _`Infinity`}`
    if (isScalar(items)) {
      gen.code(_`${ctx}.scalars(${sharedScalar(cxt, items)}, ${about})`)
      return
    }
    const name = items['value'] as string
    const { rule, owner } = around(cxt, items)
    const all = listRule === undefined ? undefined : ruleNamed(listRule)
    const rest = args(ifNull(parentSchema), (all ?? rule) && owner, rule, all)
    gen.code(_`${ctx}.list(${functionOf(cxt, name)}, ${about}, ${name}${rest})`)
  },
}

/** Values under names of the author's own. */
const record: CodeKeywordDefinition = {
  keyword: 'record',
  schemaType: 'object',
  code(cxt) {
    const { gen, data } = cxt
    const name = (cxt.schema as AnySchemaObject)['value'] as string
    gen.code(
      _`${ctx}.record(${functionOf(cxt, name)}, ${data}, ${segmentOf(cxt)}, ${definition}, ${name})`,
    )
  },
}

/** All properties, in one loop over those that are there: Flex components have up to 30 and use five. */
const shape: CodeKeywordDefinition = {
  keyword: 'shape',
  schemaType: 'object',
  code(cxt) {
    const { gen, data, parentSchema } = cxt
    const properties = cxt.schema as Record<string, AnySchemaObject>
    const names = Object.keys(properties)
    const { needs, ruleAfterParts } = parentSchema as Record<'needs' | 'ruleAfterParts', string[]>
    const own = parentSchema['definition'] as string
    gen.code(_`const ${definition} = ${own}, ${known} = ${names.join(' ')}`)
    const start = ruleAfterParts.length > 0 ? gen.const('start', _`${ctx}.count`) : undefined
    callRules(cxt, definition)
    // What has the type of something else is one problem, whatever it lacks or has too much.
    const type = properties['type']?.['const'] as string | undefined
    const isMeant =
      type === undefined
        ? undefined
        : gen.const('isMeant', _`typeof ${data}.type !== "string" || ${data}.type === ${type}`)
    if (needs.length > 0) {
      const absent = or(...needs.map((name) => _`${data}${getProperty(name)} === undefined`))
      gen.if(isMeant ? _`${isMeant} && (${absent})` : absent, () =>
        gen.code(_`${ctx}.missing(${definition}, ${data}, ${known}, ${needs.length})`),
      )
    }
    gen.forIn('key', data, (key) => {
      const part = gen.const('value', _`${data}[${key}]`)
      gen.if(_`${part} === undefined`, () => gen.code(_`continue`))
      names.forEach((name, i) => {
        const isName = _`${key} === ${name}`
        if (i === 0) gen.if(isName)
        else gen.elseIf(isName)
        const schema = properties[name]!
        if (isScalar(schema))
          gen.code(_`${sharedScalar(cxt, schema)}(${ctx}, ${definition}, ${key}, ${part})`)
        else
          cxt.subschema(
            { keyword: 'shape', schemaProp: name, dataProp: key, dataPropType: Type.Str },
            gen.name('valid'),
          )
      })
      if (names.length > 0) gen.else()
      const unknown = _`${ctx}.fail(${parentSchema['closed'] ? 'closed' : 'shape'}, ${definition}, ${key}, ${part}, ${known})`
      if (isMeant) gen.if(isMeant, () => gen.code(unknown))
      else gen.code(unknown)
      if (names.length > 0) gen.endIf()
    })
    for (const name of [...ruleAfterParts].reverse())
      gen.code(_`${ctx}.after(${ruleNamed(name)}, ${definition}, ${data}, ${start})`)
  },
}

export const keywords = [value, union, list, record, shape]
