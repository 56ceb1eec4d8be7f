/**
 * Writes test/spec/openapi: the names of everything that LINE's OpenAPI description lets a bot send.
 *
 *   npx tsx scripts/openapi-names.ts <folder of line-openapi> <its commit>
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
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

/** True for a schema that is only another name for a JSON type, which needs no comparison. */
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

const folderOfNames = 'test/spec/openapi'
const origin = `messaging-api.yml of github.com/line/line-openapi at ${commit}`
const head = `// Made by scripts/openapi-names.ts from ${origin}. Not written by hand.`

async function write(file: string, source: string) {
  const path = join(folderOfNames, file)
  const style = { ...(await resolveConfig(path)), filepath: path }
  writeFileSync(path, await format(`${head}\n${source}`, style))
}

const messages = reachable({ $ref: '#/components/schemas/Message' })

/** The file that a schema goes into. */
function groupOf(name: string): string {
  if (name.startsWith('Flex')) return 'flex'
  if (/Coupon|PriceInfo|AcquisitionCondition/.test(name) && !messages.has(name)) return 'coupons'
  return messages.has(name) ? 'messages' : 'requests'
}

const groups = ['messages', 'flex', 'requests', 'coupons']
mkdirSync(folderOfNames, { recursive: true })
for (const group of groups) {
  const own = outgoing.filter(([name]) => groupOf(name) === group)
  const rows = own.map(([name, schema]) => `${name}: ${JSON.stringify(factsOf(name, schema))},`)
  await write(
    `${group}.ts`,
    `import type { LineSchema } from './schema.ts'

export const ${group}: Record<string, LineSchema> = {
${rows.join('\n')}
}
`,
  )
}
await write(
  'index.ts',
  `${groups.map((group) => `import { ${group} } from './${group}.ts'`).join('\n')}
import type { LineSchema } from './schema.ts'

export const lineSchemas: Record<string, LineSchema> = {
${groups.map((group) => `...${group},`).join('\n')}
}
`,
)
