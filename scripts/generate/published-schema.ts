/** The schema that editors read: standard keywords only, one entry point for each kind of value. */
import { limits } from '../../src/spec/limits.ts'
import { type Definition, type Definitions, refName, wordsOf } from './schema.ts'

/** Our own units are exact for UTF-16 but JSON Schema counts code points: the loosest bound that is never wrong. */
function translate(definition: Definition, all: Definitions): Definition {
  const result: Definition = {}
  for (const [keyword, value] of Object.entries(definition)) {
    switch (keyword) {
      case 'minUtf16':
        result['minLength'] = 1
        break
      case 'maxUtf16':
        result['maxLength'] = value
        break
      case 'deprecated':
        result['deprecated'] = true
        break
      case 'rule':
      case 'listRule':
      case 'ruleAfterParts':
      case 'place':
      case 'nullAsAbsent':
      case 'numericId':
      case 'closed':
      case 'discriminator':
      case 'maxGraphemes':
      case 'warnUtf16':
      case 'permitted':
      case 'url':
        break
      case 'see':
        break
      case 'properties':
        result['properties'] = Object.fromEntries(
          Object.entries(value as Record<string, Definition>).map(([name, property]) => [
            name,
            translate(property, all),
          ]),
        )
        break
      case 'anyOf':
      case 'oneOf':
        result[keyword] = (value as Definition[]).map((part) => translate(part, all))
        break
      case 'items':
        result['items'] = translate(value as Definition, all)
        break
      case 'additionalProperties':
        result['additionalProperties'] =
          typeof value === 'object' ? translate(value as Definition, all) : (value as boolean)
        break
      default:
        result[keyword] = value
    }
  }
  // Beside `$ref`, draft 7 knows nothing: what is said of the property would be lost.
  if (definition.$ref && definition.description) {
    delete result.$ref
    result['allOf'] = [{ $ref: definition.$ref }]
  }
  // Editors complete `type` from here; of the members, they look only at those that fit best so far.
  if (definition.oneOf) result.properties = { type: { enum: typesOf(definition.oneOf, all) } }
  if (definition.see) {
    result.description = [definition.description, definition.see].filter(Boolean).join('\n\n')
  }
  // A union of words and patterns completes best as an enum beside a pattern.
  if (definition.anyOf && wordsOf(definition, all)) {
    const { words, patterns } = wordsOf(definition, all)!
    result.anyOf = [
      ...(words.length > 0 ? [{ type: 'string', enum: words }] : []),
      ...patterns.map((pattern) => ({ type: 'string', pattern })),
    ]
  }
  return result
}

const typesOf = (members: readonly Definition[], all: Definitions) =>
  members.map(({ $ref }) => all[refName($ref!)]!.properties!['type']!.const)

export function publishedSchema(all: Definitions): Definition {
  const root = all['SpecRoot']!
  const definitions = Object.fromEntries(
    Object.entries(all)
      .filter(([name]) => name !== 'SpecRoot')
      .map(([name, definition]) => [name, translate(definition, all)]),
  )
  const message = refName(root.properties!['message']!.$ref!)
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://unpkg.com/fukidashi/dist/schema.json',
    title: 'LINE messages',
    description: `A message of the LINE Messaging API, or an array of up to ${String(limits.messages.max)}. Other kinds of value stand under \`definitions\`.`,
    anyOf: [
      { $ref: `#/definitions/${message}` },
      {
        type: 'array',
        items: { $ref: `#/definitions/${message}` },
        minItems: 1,
        maxItems: limits.messages.max,
      },
    ],
    definitions,
  }
}
