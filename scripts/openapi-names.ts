/**
 * Writes test/spec/openapi-names.ts: the names of everything that LINE's OpenAPI description lets a bot send.
 *
 *   npx tsx scripts/openapi-names.ts <folder of line-openapi> <its commit>
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { parse } from 'yaml'

interface Schema {
  $ref?: string
  type?: string
  enum?: string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  additionalProperties?: Schema
  allOf?: Schema[]
  discriminator?: { propertyName: string; mapping: Record<string, string> }
}

const [folder, commit] = process.argv.slice(2)
if (!folder || !commit)
  throw new Error('Usage: openapi-names.ts <folder of line-openapi> <its commit>')

const api = parse(readFileSync(join(folder, 'messaging-api.yml'), 'utf8')) as {
  paths: Record<string, Record<string, { requestBody?: unknown; responses?: unknown }>>
  components: { schemas: Record<string, Schema> }
}
const { schemas } = api.components
const operations = Object.values(api.paths).flatMap((path) => Object.values(path))

const nameOf = (ref: string) => ref.replace('#/components/schemas/', '')

/** Names of all schemas that a value refers to, by `$ref` or in the mapping of a discriminator. */
function referred(value: unknown): string[] {
  if (typeof value === 'string')
    return value.startsWith('#/components/schemas/') ? [nameOf(value)] : []
  return value && typeof value === 'object' ? Object.values(value).flatMap(referred) : []
}

function reachable(from: unknown): Set<string> {
  const found = new Set(referred(from))
  // A set can grow while it is iterated.
  for (const name of found) for (const next of referred(schemas[name])) found.add(next)
  return found
}

/** Short name of a type: a JSON type or a schema, with `[]` for a list of it, `{}` for a map to it. */
function typeOf(schema: Schema): string {
  if (schema.items) return `${typeOf(schema.items)}[]`
  if (schema.additionalProperties) return `${typeOf(schema.additionalProperties)}{}`
  if (!schema.$ref) return schema.type!
  const target = schemas[nameOf(schema.$ref)]!
  return isAlias(target) ? typeOf(target) : nameOf(schema.$ref)
}

/** Whether a schema is only another name for a JSON type, which needs no comparison. */
const isAlias = (schema: Schema) => schema.type !== 'object' && !schema.enum && !schema.allOf

/** Properties of a schema, including those from `allOf`. */
function flatten(name: string, schema: Schema) {
  const parts = schema.allOf ?? []
  const bases = parts.flatMap(({ $ref }) => ($ref ? [nameOf($ref)] : []))
  const all: Schema[] = [...bases.map((base) => schemas[base]!), ...parts, schema]
  const properties = Object.fromEntries(
    all
      .flatMap((part) => Object.entries(part.properties ?? {}))
      .map(([key, property]) => [key, property.enum ?? typeOf(property)]),
  )
  // The discriminator value of this schema.
  for (const { discriminator } of bases.map((base) => schemas[base]!))
    for (const [word, ref] of Object.entries(discriminator?.mapping ?? {}))
      if (nameOf(ref) === name) properties[discriminator!.propertyName] = [word]
  return { properties, required: [...new Set(all.flatMap((part) => part.required ?? []))] }
}

function factsOf(name: string, schema: Schema) {
  if (schema.enum) return { words: schema.enum }
  const { properties, required } = flatten(name, schema)
  const members = Object.entries(schema.discriminator?.mapping ?? {}).map(([word, ref]) => [
    word,
    nameOf(ref),
  ])
  return {
    ...(members.length > 0 && { members: Object.fromEntries(members) as Record<string, string> }),
    ...(required.length > 0 && { required }),
    properties,
  }
}

const sent = reachable(operations.map((operation) => operation.requestBody))
const answered = reachable(operations.map((operation) => operation.responses))
// Schemas without references to them are lists of keywords, for properties that also accept other strings.
const outgoing = Object.entries(schemas).filter(
  ([name, schema]) => (sent.has(name) || !answered.has(name)) && !isAlias(schema),
)

const file = 'test/spec/openapi-names.ts'
const source = `// Made by scripts/openapi-names.ts from messaging-api.yml of github.com/line/line-openapi at ${commit}. Not written by hand.

/** What LINE's OpenAPI description says of one thing that can be sent: names only. */
export interface LineSchema {
  /** Words that a string can be. */
  words?: string[]
  /** Word of \`type\` → the schema that it stands for. */
  members?: Record<string, string>
  required?: string[]
  /** Property → its type, or its words. \`[]\` is a list, \`{}\` a map. */
  properties?: Record<string, string | string[]>
}

export const lineSchemas: Record<string, LineSchema> = {
${outgoing.map(([name, schema]) => `${name}: ${JSON.stringify(factsOf(name, schema))},`).join('\n')}
}
`
writeFileSync(file, await format(source, { ...(await resolveConfig(file)), filepath: file }))
