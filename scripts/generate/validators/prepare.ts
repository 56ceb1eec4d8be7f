/** Definitions of the spec → schemas in the keywords of `keywords.ts`. */
import type { AnySchemaObject } from 'ajv'
import { type Definition, type Definitions, refName, wordsOf } from '../schema.ts'

const scalarTypes = new Set(['string', 'number', 'integer', 'boolean'])

export const isScalar = (definition: Definition, all: Definitions): boolean =>
  definition.$ref
    ? isScalar(all[refName(definition.$ref)]!, all)
    : scalarTypes.has(definition.type ?? '') || wordsOf(definition, all) !== undefined

/** The names in a tag such as `@rule size, someBlock`. */
export const namesIn = (tag: string | undefined): string[] => tag?.split(/[\s,]+/) ?? []

/** The definition that a name leads to: some are only another name for one. */
const resolved = (name: string, all: Definitions): string => {
  const { $ref } = all[name]!
  return $ref ? resolved(refName($ref), all) : name
}

/** A property, an item of a list, or an entry point. */
export function part(given: Definition, all: Definitions): AnySchemaObject {
  if (given.$ref && all[refName(given.$ref)]!.items) {
    const { $ref, ...own } = given
    return part({ ...all[refName($ref)], ...own }, all)
  }
  const nullAsAbsent = given.nullAsAbsent !== undefined && { nullAsAbsent: true }
  const numericId = given.numericId !== undefined && { numericId: true }
  if (isScalar(given, all)) return { ...scalarSchema(given, all), ...nullAsAbsent, ...numericId }
  const { place, rule, listRule, $ref, items, additionalProperties } = given
  const around = { ...nullAsAbsent, place, rule: namesIn(rule) }
  if ($ref) return { value: resolved(refName($ref), all), ...around }
  if (items)
    return {
      ...nullAsAbsent,
      list: part({ ...items, ...(place && { place }), ...(rule && { rule }) }, all),
      least: given['minItems'],
      most: given['maxItems'],
      listRule: namesIn(listRule),
    }
  if (typeof additionalProperties === 'object')
    return { ...nullAsAbsent, record: part(additionalProperties, all) }
  throw new Error(`the spec has a value that no keyword is for: ${JSON.stringify(given)}`)
}

/** A scalar with its limits, written in place: a call for each colour would cost more than the check. */
function scalarSchema(given: Definition, all: Definitions): AnySchemaObject {
  if (given.$ref) return scalarSchema(all[refName(given.$ref)]!, all)
  const own: AnySchemaObject = {}
  for (const keyword of [
    'type',
    'minimum',
    'maximum',
    'minUtf16',
    'maxUtf16',
    'warnUtf16',
    'maxGraphemes',
    'url',
  ])
    if (given[keyword] !== undefined) own[keyword] = given[keyword]
  const words = wordsOf(given, all)
  if (words) {
    own['type'] = 'string'
    if (given.const !== undefined) own['const'] = given.const
    else own['words'] = words
  }
  return own
}

/** A definition that gets a function of its own. */
export function named(
  name: string,
  definition: Definition,
  all: Definitions,
  isMember: boolean,
  isFrequent: boolean,
): AnySchemaObject {
  const rule = namesIn(definition.rule)
  if (definition.oneOf) {
    const members = definition.oneOf.map(({ $ref }) => refName($ref!))
    const union = Object.fromEntries(members.map((member) => [typeOf(member, all), member]))
    return { definition: name, rule, union, isFrequent }
  }
  const { properties = {} } = definition
  const required = definition['required'] ?? []
  // A union has read the type of its members already.
  const needs = isMember ? required.filter((property) => property !== 'type') : required
  // Required properties come first: they are there most often, and `missing` takes them from the list of all names.
  const order = new Set([...needs, ...Object.keys(properties)])
  return {
    definition: name,
    rule,
    closed: definition.closed !== undefined,
    ruleAfterParts: namesIn(definition.ruleAfterParts),
    isFrequent,
    needs,
    shape: Object.fromEntries(
      [...order].map((property) => [
        property,
        isMember && property === 'type' ? {} : part(properties[property]!, all),
      ]),
    ),
  }
}

const typeOf = (member: string, all: Definitions) => String(all[member]!.properties!['type']!.const)

/** Definitions that are reached only through a union, which has read their `type`. */
export function membersOnly(all: Definitions): Set<string> {
  const members = new Set<string>()
  const direct = new Set<string>()
  const visit = (value: unknown, found: Set<string>): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, part] of Object.entries(value))
      if (key === '$ref') found.add(refName(part as string))
      else visit(part, key === 'oneOf' ? members : found)
  }
  visit(all, direct)
  return new Set([...members].filter((name) => !direct.has(name)))
}
