/** The keywords that the validators are made of: ajv writes their code. */
import type { AnySchemaObject, CodeKeywordDefinition, KeywordCxt } from 'ajv'
import { resolveRef, type SchemaEnv } from 'ajv/dist/compile/index.js'
import { type Code, _, getProperty, Name, nil, or } from 'ajv/dist/compile/codegen/index.js'
import { Type } from 'ajv/dist/compile/util.js'
import { ctx, definition, known, ruleNamed } from './names.ts'
import { sharedScalar } from './scalar.ts'

/** Said beside a keyword, and read by it. */
export const annotations = [
  'definition',
  'entries',
  'isItem',
  'least',
  'listRule',
  'most',
  'needs',
  'nullAsAbsent',
  'place',
  'rule',
  'ruleAfterParts',
]

const isScalar = (schema: AnySchemaObject) => schema['type'] !== undefined
const isJson = (data: Code) => _`${ruleNamed('isJson')}(${data})`

function fail(keyword: string, of: Code, segment: Code, value: Code, param: Code | string): Code {
  return _`${ctx}.fail(${keyword}, ${of}, ${segment}, ${value}, ${param})`
}

/** Calls rules: the problems that they report name the page of that definition. */
function callRules(
  { gen }: KeywordCxt,
  names: readonly string[],
  of: Code | string,
  subject: Code,
  args: Code,
): void {
  if (names.length === 0) return
  gen.code(_`${ctx}.about(${of}, ${subject})`)
  for (const name of names) gen.code(_`${ruleNamed(name)}(${args})`)
}

/** Adds a segment to the paths of all problems that the body reports. */
function within({ gen }: KeywordCxt, segment: Code, body: () => void): void {
  const start = gen.const('start', _`${ctx}.count`)
  body()
  gen.if(_`${ctx}.count !== ${start}`, () => gen.code(_`${ctx}.within(${segment}, ${start})`))
}

/** The function of a definition. */
function functionOf({ gen, it }: KeywordCxt, name: string): Name {
  const env = resolveRef.call(it.self, it.schemaEnv.root, it.baseId, `#/definitions/${name}`)
  const { validate, validateName } = env as SchemaEnv
  // One that is being written now is reached from where its writing began.
  return validate ? gen.scopeValue('validate', { ref: validate }) : validateName!
}

/** Fails unless a value is of a type; null is a warning where LINE was seen to accept it. */
function otherwise(cxt: KeywordCxt, of: Code | string, type: 'object' | 'array'): void {
  const { gen, data, parentSchema } = cxt
  const named = parentSchema['nullAsAbsent'] ? _`${data} === null ? "null" : "type"` : _`"type"`
  gen.else()
  gen.code(_`${ctx}.fail(${named}, ${of}, ${segmentOf(cxt)}, ${data}, ${type}${listName(cxt)})`)
  gen.endIf()
}

/** The name or the index of the value; none of the root. */
const segmentOf = ({ it }: KeywordCxt): Code | Name =>
  it.dataLevel === 0 ? _`undefined` : (it.parentDataProperty as Code)

/** The property around an item of a list, after which the item is called. */
const listName = ({ it, parentSchema }: KeywordCxt): Code =>
  parentSchema['isItem'] ? _`, ${it.dataPathArr.at(-2)}` : nil

/** A value that has a definition of its own. */
const value: CodeKeywordDefinition = {
  keyword: 'value',
  schemaType: 'string',
  code(cxt) {
    const { gen, data, it, parentSchema } = cxt
    const name = cxt.schema as string
    const { place, rule, isItem } = parentSchema as {
      place?: string
      rule: string[]
      isItem?: boolean
    }
    if (place) gen.code(_`${ctx}.place = ${place}`)
    const validate = functionOf(cxt, name)
    if (rule.length === 0) {
      const orNull = parentSchema['nullAsAbsent'] ? _`, "null"` : nil
      const list = listName(cxt)
      const last = list === nil ? orNull : _`, "type"${list}`
      gen.code(_`${ctx}.part(${validate}, ${data}, ${segmentOf(cxt)}, ${name}${last})`)
      return
    }
    gen.if(isJson(data))
    const check = (args: Code) => {
      callRules(cxt, rule, name, data, args)
      gen.code(_`${validate}(${data}, ${ctx})`)
    }
    if (it.dataLevel === 0) check(_`${data}, ${ctx}`)
    else
      within(cxt, it.parentDataProperty as Code, () => {
        const owner = it.dataNames.at(isItem ? -3 : -2)!
        check(_`${data}, ${ctx}, ${owner}`)
      })
    otherwise(cxt, name, 'object')
  },
}

/** One of several definitions, known by its `type`. */
const union: CodeKeywordDefinition = {
  keyword: 'union',
  schemaType: 'object',
  code(cxt) {
    const { gen, data, parentSchema } = cxt
    const members = cxt.schema as Record<string, string>
    const name = parentSchema['definition'] as string
    callRules(cxt, parentSchema['rule'] as string[], name, data, _`${data}, ${ctx}`)
    gen.if(_`${data}.type === undefined`)
    gen.code(fail('required', _`${name}`, _`undefined`, data, 'type'))
    for (const [type, member] of Object.entries(members)) {
      gen.elseIf(_`${data}.type === ${type}`)
      gen.code(_`${functionOf(cxt, member)}(${data}, ${ctx})`)
    }
    gen.else()
    gen.code(fail('union', _`${name}`, _`undefined`, data, _`undefined`))
    gen.endIf()
  },
}

/** Items; those of a list ten times over its limit are not looked at, since its length is the one problem. */
const list: CodeKeywordDefinition = {
  keyword: 'list',
  schemaType: 'object',
  code(cxt) {
    const { gen, data, it, parentSchema } = cxt
    const items = cxt.schema as AnySchemaObject
    const { least, most, listRule } = parentSchema as {
      least?: number
      most?: number
      listRule: string[]
    }
    const segment = it.parentDataProperty as Code
    gen.if(_`Array.isArray(${data})`)
    if (most !== undefined)
      gen.if(_`${data}.length > ${most}`, () =>
        gen.code(fail('maxItems', definition, segment, data, _`${most}`)),
      )
    if (least !== undefined)
      gen.if(_`${data}.length < ${least}`, () =>
        gen.code(fail('minItems', definition, segment, data, _`${least}`)),
      )
    const enter = () =>
      within(cxt, segment, () => {
        const owner = it.dataNames.at(-2)!
        callRules(cxt, listRule, definition, owner, _`${data}, ${ctx}, ${owner}`)
        gen.forRange('i', 0, _`${data}.length`, (i) => {
          if (isScalar(items)) {
            const item = _`${data}[${i}]`
            gen.code(
              _`${sharedScalar(cxt, items)}(${ctx}, ${definition}, ${i}, ${item}, ${segment})`,
            )
          } else
            cxt.subschema(
              { keyword: 'list', dataProp: i, dataPropType: Type.Num },
              gen.name('valid'),
            )
        })
      })
    if (most === undefined) enter()
    else gen.if(_`${data}.length <= ${most * 10}`, enter)
    otherwise(cxt, definition, 'array')
  },
}

/** Values under names of the author's own. */
const record: CodeKeywordDefinition = {
  keyword: 'record',
  schemaType: 'object',
  code(cxt) {
    const { gen, data, it } = cxt
    gen.if(isJson(data))
    within(cxt, it.parentDataProperty as Code, () =>
      gen.forIn('name', data, (name) => {
        gen.if(_`${data}[${name}] === undefined`, () => gen.code(_`continue`))
        cxt.subschema(
          { keyword: 'record', dataProp: name, dataPropType: Type.Str },
          gen.name('valid'),
        )
      }),
    )
    otherwise(cxt, definition, 'object')
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
    const { needs, rule, ruleAfterParts } = parentSchema as Record<string, string[]>
    gen.code(
      _`const ${definition} = ${parentSchema['definition'] as string}, ${known} = ${names.join(' ')}`,
    )
    const start = ruleAfterParts!.length > 0 ? gen.const('start', _`${ctx}.count`) : undefined
    callRules(cxt, rule!, definition, data, _`${data}, ${ctx}`)
    // What has the type of something else is one problem, whatever it lacks or has too much.
    const type = properties['type']?.['const'] as string | undefined
    const isMeant =
      type === undefined
        ? undefined
        : gen.const('isMeant', _`typeof ${data}.type !== "string" || ${data}.type === ${type}`)
    if (needs!.length > 0) {
      const absent = or(...needs!.map((name) => _`${data}${getProperty(name)} === undefined`))
      gen.if(isMeant ? _`${isMeant} && (${absent})` : absent, () =>
        gen.code(_`${ctx}.missing(${definition}, ${data}, ${known}, ${needs!.length})`),
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
          cxt.subschema({ keyword: 'shape', schemaProp: name, dataProp: name }, gen.name('valid'))
      })
      if (names.length > 0) gen.else()
      const unknown = _`${ctx}.fail("shape", ${definition}, ${key}, ${part}, ${known})`
      if (isMeant) gen.if(isMeant, () => gen.code(unknown))
      else gen.code(unknown)
      if (names.length > 0) gen.endIf()
    })
    for (const name of [...ruleAfterParts!].reverse())
      gen.code(_`${ctx}.after(${ruleNamed(name)}, ${definition}, ${data}, ${start})`)
  },
}

export const keywords = [value, union, list, record, shape]
