/** Examples of definitions: the JSON that the builders' examples in the table of components become. */
import ts from 'typescript'
import { type Definition, type Definitions, refName } from '../schema.ts'
import { definitionsOf, members, rows, typeOf } from '../table.ts'

/** Values that the builders' examples use. */
const values = {
  userId: `U${'8a0fd216'.repeat(4)}`,
  items: [{ name: 'Green tea' }, { name: 'Black tea' }],
}

/** One example for each definition that a component makes, and one of each member for each union. */
export type Examples = Readonly<Record<string, readonly unknown[]>>

/**
 * Makes the examples.
 *
 * @param builders - the exports of `fukidashi/builders`, which are generated before
 */
export function examplesOf(
  all: Definitions,
  builders: Readonly<Record<string, unknown>>,
): Examples {
  const examples = new Map<string, unknown>()
  for (const row of Object.values(rows)) {
    const own = row.around ? [row.around.spec] : definitionsOf(row)
    const starts = [...own, 'Message', 'QuickReply', 'RichMenuRequest', 'FlexBoxContent'].flatMap(
      (name) => members(name, all),
    )
    for (const json of run(row.example, builders)) {
      const start = starts.find((name) => fits(json, name, all))
      if (start) collect(json, { $ref: `#/definitions/${start}` }, all, examples)
    }
  }
  const unions = Object.keys(all).filter((name) => all[name]!.oneOf)
  return Object.fromEntries([
    ...[...examples].map(([name, json]) => [name, [json]]),
    ...unions.map((name) => [
      name,
      members(name, all)
        .filter((member) => examples.has(member) && all[member]!.deprecated === undefined)
        .map((member) => examples.get(member)),
    ]),
  ]) as Examples
}

/** The JSON of each statement of an example. */
function run(code: string, builders: Readonly<Record<string, unknown>>): unknown[] {
  const { statements } = ts.createSourceFile('example.ts', code, ts.ScriptTarget.Latest, true)
  const scope = { ...builders, ...values }
  return statements.map((statement) => {
    const body = `return JSON.stringify(${statement.getText().replace(/;$/, '')})`
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the examples of this repository
    const call = new Function(...Object.keys(scope), body) as (...scope: unknown[]) => string
    return JSON.parse(call(...Object.values(scope))) as unknown
  })
}

const fits = (json: unknown, name: string, all: Definitions): boolean => {
  const { type } = json as { type?: unknown }
  const required = all[name]?.required ?? []
  return typeOf(name, all) === type && required.every((property) => property in (json as object))
}

/** Keeps the first value of each definition within a value. */
function collect(
  json: unknown,
  schema: Definition,
  all: Definitions,
  examples: Map<string, unknown>,
): void {
  const name = schema.$ref && refName(schema.$ref)
  const definition = name ? all[name]! : schema
  if (definition.oneOf || (name && definition.$ref)) {
    const member = members(name!, all).find((one) => fits(json, one, all))
    if (member) collect(json, { $ref: `#/definitions/${member}` }, all, examples)
  } else if (Array.isArray(json))
    for (const item of json) collect(item, definition.items ?? {}, all, examples)
  else if (typeof json === 'object' && json !== null) {
    if (name && !examples.has(name)) examples.set(name, json)
    for (const [key, part] of Object.entries(json))
      collect(part, definition.properties?.[key] ?? {}, all, examples)
  }
}
