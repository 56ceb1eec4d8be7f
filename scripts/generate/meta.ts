/** Definitions → what reports, docs and builders need to know of them at run time. */
import { type Definition, type Definitions, refName } from './schema.ts'

const reference = 'https://developers.line.biz/en/'
const page = 'reference/messaging-api/'

const bounds = [
  'minItems',
  'maxItems',
  'minUtf16',
  'maxUtf16',
  'warnUtf16',
  'maxGraphemes',
  'minimum',
  'maximum',
]

/** Every number in a tag of the spec under a name of its own, so that bundlers leave nothing but those that are used. */
export function numbersModule(all: Definitions): string {
  const numbers = (name: string, definition: Definition) =>
    bounds
      .filter((bound) => definition[bound] !== undefined)
      .map((bound) => `export const ${name}_${bound} = ${String(definition[bound])}`)
  const lines = Object.entries(all).flatMap(([name, definition]) => [
    ...numbers(name, definition),
    ...Object.entries(definition.properties ?? {}).flatMap(([property, value]) =>
      numbers(`${name}_${property}`, value),
    ),
  ])
  return `// Generated from the tags of src/spec by scripts/generate. Not written by hand.

${lines.join('\n')}
`
}

export function metaModule(all: Definitions): string {
  const docs: Record<string, string> = {}
  const unions: Record<string, Record<string, string>> = {}
  for (const [name, definition] of Object.entries(all)) {
    if (name === 'SpecRoot') continue
    if (definition.see) docs[name] = definition.see.replace(reference, '').replace(page, '')
    if (definition.oneOf)
      unions[name] = Object.fromEntries(
        definition.oneOf.map(({ $ref }) => {
          const member = refName($ref!)
          return [String(all[member]!.properties!['type']!.const), member]
        }),
      )
  }
  return `// Generated from src/spec by scripts/generate. Not written by hand.

/** Where LINE's reference speaks of a definition. */
export const docs: Readonly<Record<string, string>> = ${JSON.stringify(docs, null, 2)}

/** Members of unions by their \`type\`. */
export const unions: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify(unions, null, 2)}

export const docsBase = ${JSON.stringify(reference)}

/** The page of which \`docs\` holds anchors. */
export const docsPage = ${JSON.stringify(page)}
`
}
