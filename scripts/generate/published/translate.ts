/** Definitions of the spec → JSON Schema with standard keywords only, for editors. */
import { type Definition, type Definitions, refName, wordsOf } from '../schema.ts'

/**
 * Translates a definition. JSON Schema counts code points, so a limit in UTF-16 code units becomes the loosest bound that never marks
 * a valid text.
 */
export function translate(definition: Definition, all: Definitions): Definition {
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
      case 'oneOf':
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
        result.anyOf = (value as Definition[]).map((part) => translate(part, all))
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
  if (result.description) result.description = withoutLinks(result.description)
  // Beside `$ref`, draft 7 knows nothing. Of several descriptions a hover shows the first within `allOf`, a completion the one outside.
  if (definition.$ref && result.description) {
    delete result.$ref
    result['allOf'] = [{ description: result.description }, { $ref: definition.$ref }]
  }
  if (definition.oneOf) Object.assign(result, union(definition.oneOf, all))
  if (definition.see) {
    result.description = [result.description, definition.see].filter(Boolean).join('\n\n')
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

/**
 * A value that is one of several definitions, known by its `type`. With `oneOf`, editors guess which one is meant and mark what all
 * of them miss; with conditions, they mark only the mistake.
 */
function union(members: readonly Definition[], all: Definitions): Definition {
  const typeOf = ({ $ref }: Definition) => all[refName($ref!)]!.properties!['type']!.const
  return {
    type: 'object',
    required: ['type'],
    properties: {
      type: {
        description: 'Decides which other properties there are.',
        enum: members.map(typeOf),
        // Editors show them beside the words.
        enumDescriptions: members.map(({ $ref }) => docsOf(all[refName($ref!)]!)),
      },
    },
    allOf: members.map((member) => ({
      if: { properties: { type: { const: typeOf(member) } }, required: ['type'] },
      then: { $ref: member.$ref! },
    })),
  }
}

/** The docs of a definition, with the address of LINE's reference. */
const docsOf = ({ description = '', see }: Definition): string =>
  [withoutLinks(description), see].filter(Boolean).join('\n\n')

/** Writes `{@link TextMessage}` as the name: a schema has no links. The parser of docs adds blanks around it. */
const withoutLinks = (docs: string): string => docs.replace(/\s*\{@link\s+(\w+)\s*\}\s?/g, ' $1')
