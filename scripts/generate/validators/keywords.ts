/** The keywords that the validators are made of: ajv writes their code, which calls `src/validation/context.ts` and the rules. */
import type { AnySchemaObject, CodeKeywordDefinition } from 'ajv'
import { _, Name } from 'ajv/dist/compile/codegen/index.js'
import { args, callRules, functionOf, ruleOf } from './checks.ts'
import { ctx, ruleNamed } from './names.ts'
import { rulesOf, writeLoop, writeTable } from './shape.ts'

/** Said beside a keyword, and read by it. */
export const annotations = [
  'closed',
  'definition',
  'entries',
  'isFrequent',
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

/** A value that has a definition of its own, as an entry point. */
const value: CodeKeywordDefinition = {
  keyword: 'value',
  schemaType: 'string',
  code(cxt) {
    const { place, rule } = cxt.parentSchema as { place?: string; rule?: readonly string[] }
    const name = cxt.schema as string
    const rest = args(ruleOf(rule), place === undefined ? undefined : _`${place}`)
    cxt.gen.code(_`${ruleNamed('entry')}(${functionOf(cxt, name)}, ${name}${rest})`)
  },
}

/** One of several definitions, known by its `type`. */
const union: CodeKeywordDefinition = {
  keyword: 'union',
  schemaType: 'object',
  code(cxt) {
    const { gen, data, parentSchema } = cxt
    const name = parentSchema['definition'] as string
    const members = Object.entries(cxt.schema as Record<string, string>)
    if (!parentSchema['isFrequent']) {
      const rows = members.map(([word, member]): [Name, Name] => [
        new Name(word),
        functionOf(cxt, member),
      ])
      const rest = args(rulesOf(parentSchema['rule'] as string[]))
      gen.code(_`${ruleNamed('union')}(${name}, ${gen.object(...rows)}${rest})`)
      return
    }
    callRules(cxt, name)
    const type = gen.const('type', _`${data}.type`)
    members.forEach(([word, member], i) => {
      const isMember = _`${type} === ${word}`
      if (i === 0) gen.if(isMember)
      else gen.elseIf(isMember)
      gen.code(_`${functionOf(cxt, member)}(${data}, ${ctx})`)
    })
    gen.else()
    gen.code(_`${ctx}.noMember(${name}, ${data})`)
    gen.endIf()
  },
}

/** What is beside the keyword `shape`. */
interface ShapeSchema {
  definition: string
  /** True if one message may have hundreds of such objects. */
  isFrequent: boolean
  needs: readonly string[]
  closed: boolean
  rule: readonly string[]
  ruleAfterParts: readonly string[]
}

/** All properties. */
const shape: CodeKeywordDefinition = {
  keyword: 'shape',
  schemaType: 'object',
  code(cxt) {
    const properties = cxt.schema as Record<string, AnySchemaObject>
    const { isFrequent, rule: rules, ...own } = cxt.parentSchema as ShapeSchema & AnySchemaObject
    const type = properties['type']?.['const'] as string | undefined
    const write = isFrequent ? writeLoop : writeTable
    write(cxt, { ...own, properties, type, rules })
  },
}

export const keywords = [value, union, shape]
