/** Code that checks the properties of an object. */
import type { AnySchemaObject, KeywordCxt } from 'ajv'
import { type Code, _, and, Name, nil, or, stringify } from 'ajv/dist/compile/codegen/index.js'
import { args, callRules, checkOf, isAnything, isScalar } from './checks.ts'
import { ctx, definition, ruleNamed } from './names.ts'
import { shared, sharedScalar } from './scalar.ts'

/** The properties of an object. */
export interface Shape {
  definition: string
  properties: Record<string, AnySchemaObject>
  /** Names of required properties. */
  needs: readonly string[]
  /** The type that it has. What has the type of something else is one problem, whatever it lacks or has too much. */
  type: string | undefined
  /** LINE refuses properties that it does not know. */
  closed: boolean
  rules: readonly string[]
  ruleAfterParts: readonly string[]
}

/** Properties that most values have: their names are compared first. */
const frequent = ['type', 'text', 'contents', 'layout', 'size', 'color', 'label', 'action', 'uri']

/** The names of properties in groups with one check, the frequent ones first. Required properties have groups of their own. */
function groups(
  properties: Record<string, AnySchemaObject>,
  needs: readonly string[],
): (readonly [name: string, ...others: string[]])[] {
  const rank = (name: string) => (frequent.includes(name) ? frequent.indexOf(name) : Infinity)
  const names = Object.keys(properties).sort((a, b) => rank(a) - rank(b) || 0)
  const byCheck = new Map<string, [string, ...string[]]>()
  for (const name of names) {
    const check = `${String(needs.includes(name))} ${JSON.stringify(properties[name])}`
    const group = byCheck.get(check)
    if (group) group.push(name)
    else byCheck.set(check, [name])
  }
  return [...byCheck.values()]
}

/** One loop over the properties that are there, without a call for each: Flex components have up to 30 and use five. */
export function writeLoop(cxt: KeywordCxt, shape: Shape): void {
  const { gen, data } = cxt
  const { definition: own, properties, needs, type, closed, ruleAfterParts } = shape
  const names = Object.keys(properties).join(' ')
  // First in all functions: minified, they have the same names everywhere, which compresses well.
  const key = new Name('key')
  const part = new Name('value')
  gen.code(_`let ${key}, ${part}, ${definition} = ${own}`)
  callRules(cxt, definition)
  const counts = needs.length > 0 || ruleAfterParts.length > 0
  const start = counts ? gen.const('start', _`${ctx}.count`) : nil
  const isMeant =
    type === undefined ? undefined : gen.const('isMeant', _`${ctx}.is(${data}, ${type})`)
  const lacks = needs.length > 0 ? gen.let('lacks', _`${needs.length}`) : undefined
  gen.for(_`${key} in ${data}`, () => {
    gen.code(_`${part} = ${data}[${key}]`)
    gen.if(_`${part} === undefined`, () => gen.code(_`continue`))
    groups(properties, needs).forEach((group, i) => {
      const isName = or(...group.map((name) => _`${key} === ${name}`))
      if (i === 0) gen.if(isName)
      else gen.elseIf(isName)
      const [name] = group
      const schema = properties[name]!
      if (lacks && needs.includes(name)) gen.code(_`${lacks}--`)
      if (isScalar(schema))
        gen.code(_`${sharedScalar(cxt, schema)}(${ctx}, ${definition}, ${key}, ${part})`)
      else if (!isAnything(schema))
        gen.code(checkOf(cxt, schema, { value: part, name: key, owner: data }))
    })
    gen.else()
    const how = args(closed ? _`"closed"` : undefined)
    const unknown = _`${ctx}.unknown(${definition}, ${key}, ${names}${how})`
    if (isMeant) gen.if(isMeant, () => gen.code(unknown))
    else gen.code(unknown)
    gen.endIf()
  })
  if (lacks)
    gen.if(isMeant ? and(isMeant, lacks) : lacks, () =>
      gen.code(_`${ctx}.missing(${definition}, ${data}, ${stringify(needs)}, ${start})`),
    )
  for (const rule of [...ruleAfterParts].reverse())
    gen.code(_`${ctx}.after(${ruleNamed(rule)}, ${definition}, ${data}, ${start})`)
}

/** An array of rules; undefined for none. */
export const rulesOf = (names: readonly string[]): Code | undefined =>
  names.length > 0
    ? _`[${names.map(ruleNamed).reduce((all, rule) => _`${all}, ${rule}`)}]`
    : undefined

/**
 * A table of all properties and rules, for one function that reads such tables: a third of the size, and slower. `steps.ts` puts
 * it in the place of the function that ajv writes.
 */
export function writeTable(cxt: KeywordCxt, shape: Shape): void {
  const { definition: name, properties, needs, type, closed, rules, ruleAfterParts } = shape
  const key = new Name('key')
  const part = new Name('value')
  const owner = new Name('owner')
  const check = (schema: AnySchemaObject): Code => {
    if (isScalar(schema)) return _`${sharedScalar(cxt, schema)}`
    if (isAnything(schema)) return _`null`
    const call = checkOf(cxt, schema, { value: part, name: key, owner })
    const more = call.names[owner.str] ? _`, _, ${owner}` : nil
    const code = _`(${ctx}, ${definition}, ${key}, ${part}${more}) => ${call}`
    return schema['isShared'] ? _`${shared(cxt, schema, code)}` : code
  }
  const rows = Object.entries(properties).map(([property, schema]): [Name, Code] => [
    new Name(property),
    check(schema),
  ])
  const rest = args(
    rulesOf(rules),
    rulesOf(ruleAfterParts),
    type === undefined ? undefined : _`${type}`,
    closed ? _`"closed"` : undefined,
  )
  const table = _`${name}, ${needs.length}, ${cxt.gen.object(...rows)}${rest}`
  cxt.gen.code(_`${ruleNamed('table')}(${table})`)
}
