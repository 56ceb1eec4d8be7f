/** The table of components and the spec → the way from JSON to elements. */
import type { Row } from '../../src/components/row.ts'
import type { ComponentSource, Takes } from './components.ts'
import { type Definition, type Definitions, refName } from './schema.ts'
import { definitionsOf, elementDefinitions, members, rows, target, typeOf } from './table.ts'

/** The module that says which component makes a definition, and which of its properties hold other definitions. */
export function shapesModule(all: Definitions, sources: readonly ComponentSource[]): string {
  const names = [...elementDefinitions(all)]
  const shapes: Record<string, object> = {}
  for (const name of names.filter((each) => all[each]!.type === 'object'))
    if (isMade(name)) shapes[name] = shapeOf(name, all)
  const unions = Object.fromEntries(
    names
      .filter((name) => all[name]!.oneOf && members(name, all).some(isMade))
      .map((name) => [name, members(name, all)]),
  )
  const places = Object.fromEntries(
    Object.entries(rows).map(([name, row]) => {
      const { kind, children, rectangle, adds, altTextFrom, around, builder, words } = row
      const making = {
        kind,
        children:
          kind === 'message'
            ? { ...children, quickReply: 'quickReply', sender: 'sender' }
            : (children ?? {}),
        rectangle,
        adds: [...(adds ?? []), ...((altTextFrom ?? around) ? ['altText'] : [])],
        props: propsOf(
          sources.find((source) => source.name === name)!,
          row,
          all,
        ),
        args: builder.filter((arg) => !arg.startsWith('...')),
        takesChildren: builder.some((arg) => arg.startsWith('...')),
        words: words && {
          property: Object.values(words)[0]!.property,
          names: Object.keys(words),
        },
      }
      return [name, making]
    }),
  )
  return `// Generated from src/components/table.ts and src/spec by scripts/generate. Not written by hand.
import type { Making, Shape } from '../shape.js'

/** How components are made, by their names in JSX. */
export const makings: Readonly<Record<string, Making>> = ${JSON.stringify(places, null, 2)}

/** The definitions of the spec that components make. */
export const shapes: Readonly<Record<string, Shape>> = ${JSON.stringify(shapes, null, 2)}

/** Unions of these definitions. */
export const unions: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(unions, null, 2)}
`

  function isMade(name: string): boolean {
    return Object.values(rows).some(
      (row) =>
        row.around?.spec === name ||
        definitionsOf(row).some((definition) => members(definition, all).includes(name)),
    )
  }
}

/** How each prop is set on a builder; `texts` are those that take any text. */
function propsOf({ props }: ComponentSource, row: Row, all: Definitions): object {
  const named = (takes: Takes) =>
    props.filter((prop) => prop.takes === takes && prop.name !== 'children').map(({ name }) => name)
  const definitions = [...definitionsOf(row), ...(row.around ? [row.around.spec] : [])]
  const isText = (name: string) =>
    definitions.some((definition) => {
      const { type, $ref, enum: words, const: word } = all[definition]?.properties?.[name] ?? {}
      const real = $ref === undefined ? undefined : all[target(refName($ref), all)]
      const scalar = real ?? { type, enum: words, const: word, pattern: undefined }
      return (
        scalar.type === 'string' &&
        scalar.enum === undefined &&
        scalar.const === undefined &&
        scalar.pattern === undefined
      )
    })
  return {
    one: named('one'),
    flags: named('flags'),
    many: named('many'),
    texts: props.map(({ name }) => name).filter(isText),
  }
}

function shapeOf(name: string, all: Definitions): object {
  const making = Object.entries(rows).filter(([, row]) =>
    definitionsOf(row).some((definition) => members(definition, all).includes(name)),
  )
  const component = making.find(([, { block }]) => !block)?.[0]
  const blocks = making
    .filter(([, { block }]) => block)
    .map(([block, { kind }]) => [kind, block] as const)
  const inside = Object.values(rows).find(({ around }) => around?.spec === name)?.around?.property
  return {
    type: typeOf(name, all),
    component,
    ...(blocks.length > 0 && { blocks: Object.fromEntries(blocks) }),
    inside,
    holds: holdsOf(all[name]!, all),
  }
}

/** Properties that hold definitions; `[]` behind those of lists. */
function holdsOf({ properties = {} }: Definition, all: Definitions): Record<string, string> {
  const held = Object.entries(properties).flatMap(([property, part]) => {
    const ref = part.$ref ?? part.items?.$ref
    if (ref === undefined) return []
    const real = target(refName(ref), all)
    const isObject = all[real]!.oneOf !== undefined || all[real]!.type === 'object'
    return isObject ? [[property, `${real}${part.items ? '[]' : ''}`] as const] : []
  })
  return Object.fromEntries(held)
}
