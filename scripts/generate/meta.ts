/** Definitions → what reports, docs and builders need to know of them at run time. */
import { numbersOf } from './limit-tags.ts'
import { type Definitions, refName } from './schema.ts'

const reference = 'https://developers.line.biz/en/'
const page = 'reference/messaging-api/'

/** How LINE names most anchors: `TextMessage` is `#text-message`, `FlexBubble` is `#bubble`. Its source goes into the module. */
const anchor = (name: string): string =>
  `#${name
    .replace(/^Flex|Template$/g, '')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()}`
const anchorCode = anchor.toString().replace(/^.*=>\s*/s, '')

/** Every number and pattern in a tag of the spec as a constant, so that bundlers keep only those that are used. */
export function numbersModule(all: Definitions): string {
  const patterns = Object.entries(all).flatMap(([name, { pattern }]) =>
    pattern === undefined ? [] : [[`${name}_pattern`, pattern]],
  )
  const lines = [...Object.entries(numbersOf(all)), ...patterns].map(
    ([name, value]) => `export const ${name} = ${JSON.stringify(value)}`,
  )
  return `// Generated from the tags of src/spec by scripts/generate. Not written by hand.

${lines.join('\n')}
`
}

export function metaModule(all: Definitions): string {
  const docs: Record<string, string> = {}
  const unions: Record<string, Record<string, string>> = {}
  for (const [name, definition] of Object.entries(all)) {
    if (name === 'SpecRoot') continue
    const place = definition.see?.replace(reference, '').replace(page, '')
    // Problems of texts and numbers have the docs of the object around them.
    const isObject = definition.properties ?? definition.oneOf
    if (place !== anchor(name) && (place || isObject)) docs[name] = place ?? ''
    if (definition.oneOf)
      unions[name] = Object.fromEntries(
        definition.oneOf.map(({ $ref }) => {
          const member = refName($ref!)
          return [String(all[member]!.properties!['type']!.const), member]
        }),
      )
  }
  return `// Generated from src/spec by scripts/generate. Not written by hand.

/** Pages and anchors that are not named like their definition; empty for a definition that LINE's reference does not have. */
const docs: Readonly<Record<string, string>> = ${JSON.stringify(docs, null, 2)}

/** Where LINE's reference describes a definition. */
export const docsOf = (name: string): string =>
  docs[name] ?? ${anchorCode}

/** Members of unions by their \`type\`. */
export const unions: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify(unions, null, 2)}

export const docsBase = ${JSON.stringify(reference)}

/** The page of which \`docs\` holds anchors. */
export const docsPage = ${JSON.stringify(page)}
`
}
