/** The table of components beside the spec: what each is missing of the other, and what components know of their rows. */
import type { Row } from '../../src/components/row.ts'
import { parts, table } from '../../src/components/table.ts'
import { type Definition, type Definitions, definitionsIn, partOf, refName } from './schema.ts'

/** All rows, by the names of their components in JSX. */
export const rows: Readonly<Record<string, Row>> = table

/** As generated modules name it: `FlexText` for `Flex.Text`. */
export const exportName = (component: string) => component.replace('.', '')

/** The definition that a name refers to, through all aliases. */
export function target(name: string, all: Definitions): string {
  const { $ref } = all[name] ?? {}
  return $ref === undefined ? name : target(refName($ref), all)
}

/** The definitions that a definition is one of: the members of a union, or itself. */
export function members(name: string, all: Definitions): string[] {
  const real = target(name, all)
  const { oneOf } = all[real] ?? {}
  return oneOf ? oneOf.flatMap(({ $ref }) => members(refName($ref!), all)) : [real]
}

/** The definitions of a row, without the message around it. */
export const definitionsOf = ({ spec }: Row): readonly string[] =>
  typeof spec === 'string' ? [spec] : spec

/** The `type` that a definition has in JSON. */
export const typeOf = (name: string, all: Definitions): string | undefined =>
  all[name]?.properties?.['type']?.const as string | undefined

/** Definitions that messages, rich menus and their parts are made of. */
export const elementDefinitions = (all: Definitions): Set<string> =>
  definitionsIn(partOf(all, 'messages')['SpecRoot'], all)

/** Differences between the table and the spec, as sentences for the developer who changed one of them. */
export function tableProblems(all: Definitions): string[] {
  const problems: string[] = []
  // A row that makes a union by its name does not know its members.
  const made = new Set(parts)
  for (const [component, row] of Object.entries(rows)) {
    const definitions = [...definitionsOf(row), ...(row.around ? [row.around.spec] : [])]
    for (const name of definitions)
      if (all[name]) made.add(name)
      else problems.push(`<${component}> makes ${name}, which src/spec does not have`)
    for (const property of propertiesIn(row))
      if (!definitions.some((name) => hasProperty(name, property, all)))
        problems.push(
          `the row of <${component}> in src/components/table.ts names ${property}, which ${definitions.join(' and ')} of src/spec does not have`,
        )
  }
  for (const name of elementDefinitions(all)) {
    const type = typeOf(name, all)
    if (type !== undefined && !made.has(name))
      problems.push(
        `src/spec has ${name} (type ${JSON.stringify(type)}), and no component makes it: add a row to src/components/table.ts`,
      )
    for (const [property, part] of Object.entries(all[name]!.properties ?? {}))
      if (hasInlineType(part))
        problems.push(
          `${name}.${property} in src/spec has an object with a type, written in place: give it a name, so that a row of src/components/table.ts can make it`,
        )
  }
  return problems
}

/** Properties of its JSON that a row names; `[]` behind lists. */
function propertiesIn({ children = {}, altTextFrom, rectangle, adds = [] }: Row): string[] {
  const places = Object.values(children).filter((place) => place !== '')
  return [...new Set([...places, ...adds, altTextFrom, rectangle])].filter(
    (property) => property !== undefined,
  )
}

function hasProperty(definition: string, property: string, all: Definitions): boolean {
  const isList = property.endsWith('[]')
  const part = all[definition]?.properties?.[property.replace('[]', '')]
  return part !== undefined && (!isList || part.type === 'array')
}

function hasInlineType({ properties, items, anyOf = [], oneOf = [] }: Definition): boolean {
  if (properties?.['type']?.const !== undefined) return true
  return [...(items ? [items] : []), ...anyOf, ...oneOf].some(hasInlineType)
}

/** The module of rows: one name each, so that bundlers keep only those that are used. */
export function rowsModule(all: Definitions): string {
  const lines = Object.entries(rows).map(([name, row]) => {
    const { kind, altTextFrom } = row
    const types = new Set(definitionsOf(row).map((definition) => typeOf(definition, all)))
    // Of several, the component's own code chooses.
    const type = types.size === 1 ? [...types][0] : undefined
    const known = [name, kind, type ?? '', placesOf(row), altTextFrom]
    while (!known.at(-1)) known.pop()
    return `export const ${exportName(name)} = ${JSON.stringify(known)} as const satisfies ComponentRow`
  })
  return `// Generated from src/components/table.ts and src/spec by scripts/generate. Not written by hand.
import type { ComponentRow } from '../from-row.js'

${lines.join('\n')}
`
}

/** Properties that children go to, those of lists in a list; none for places that a component's own file describes. */
function placesOf({ children = {} }: Row): object | undefined {
  const places = Object.entries(children)
    .filter(([, place]) => place !== '')
    .map(([kind, place]) => [kind, place.endsWith('[]') ? [place.slice(0, -2)] : place] as const)
  return places.length > 0 ? Object.fromEntries(places) : undefined
}
