/** The schemas that are published: one file for each kind of JSON file that people write. */
import { type Definition, type Definitions, refName } from '../schema.ts'
import { membersOnly } from '../validators/prepare.ts'
import type { Examples } from './examples.ts'
import { requestBody, requestExamples } from './request-body.ts'
import { translate } from './translate.ts'

const base = 'https://unpkg.com/fukidashi/dist/schema'

/**
 * The content of `fukidashi/schema/*.json`, by name.
 *
 * @param examples - by the name of their definition
 */
export function publishedSchemas(
  spec: Definitions,
  api: Definitions,
  examples: Examples,
): Record<string, Definition> {
  const file = (
    name: string,
    title: string,
    description: string,
    root: Definition,
    definitions: Record<string, Definition>,
    samples: readonly unknown[] = [],
  ): Definition => ({
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `${base}/${name}.json`,
    title,
    description,
    ...root,
    examples: samples,
    definitions,
  })
  const specs = translated(spec, examples)
  const apis = { ...translated(api, examples), ...specs }
  const oneOrMore = {
    if: { type: 'array' },
    then: apis['MessageList'],
    else: rootOf('Message', specs),
  } as Definition
  const flex = rootOf('FlexContainer', specs)
  const menu = rootOf('RichMenuRequest', specs)
  const request = requestBody((name) => rootOf(name, apis))
  return {
    messages: file(
      'messages',
      'LINE messages',
      'A message of the LINE Messaging API, or an array of messages as one request takes them.',
      oneOrMore,
      specs,
      examples['Message'],
    ),
    flex: file(
      'flex',
      'Flex container',
      "A bubble or a carousel, as LINE's Flex Message Simulator exports it.",
      flex,
      reachable(flex, specs),
      examples['FlexContainer'],
    ),
    'rich-menu': file(
      'rich-menu',
      'Rich menu',
      'A rich menu, as the operation that creates one takes it.',
      menu,
      reachable(menu, specs),
      examples['RichMenuRequest'],
    ),
    request: file(
      'request',
      'Request body',
      'The body of a request that sends messages: reply, push, multicast, narrowcast, broadcast or a LINE notification message.',
      request,
      reachable(request, apis),
      requestExamples(examples['TextMessage']!),
    ),
  }
}

function translated(all: Definitions, examples: Examples): Definitions {
  const members = membersOnly(all)
  return Object.fromEntries(
    Object.entries(all)
      .filter(([name]) => !/^(?:Spec|Api)Root$/.test(name))
      .map(([name, definition]) => {
        const schema = {
          title: titleOf(name),
          ...translate(definition, all),
          ...(examples[name] && { examples: examples[name] }),
        }
        return [name, members.has(name) ? schema : onlyIfMeant(schema)]
      }),
  )
}

const abbreviations: Readonly<Record<string, string>> = {
  id: 'ID',
  png: 'PNG',
  pnp: 'PNP',
  rgb: 'RGB',
  uri: 'URI',
  url: 'URL',
  v2: 'v2',
}

/** A definition's name as words: `URI action` for `UriAction`. */
function titleOf(name: string): string {
  const words = name
    .split(/(?=[A-Z])/)
    .map((word) => abbreviations[word.toLowerCase()] ?? word.toLowerCase())
    .join(' ')
  return `${words[0]!.toUpperCase()}${words.slice(1)}`
}

/** What has the `type` of something else is one mistake, whatever else it lacks or has. A union has looked at the `type` of its members. */
function onlyIfMeant({ title, description, examples, ...schema }: Definition): Definition {
  const type = schema.properties?.['type']?.const
  const about = {
    title,
    ...(description && { description }),
    ...(examples !== undefined && { examples }),
  }
  if (type === undefined) return { ...about, ...schema }
  return {
    ...about,
    type: 'object',
    properties: { type: { const: type } },
    if: { properties: { type: { const: type } } },
    then: schema,
  }
}

/** A copy of a definition for the root of a file, which may also have `$schema`. The definitions themselves are shared by all places. */
function rootOf(name: string, all: Definitions): Definition {
  // The file has a title, a description and examples of its own.
  const { title: _, description: __, examples: ___, ...definition } = all[name]!
  if (definition.allOf)
    return {
      ...definition,
      properties: { $schema, ...definition.properties },
      allOf: definition.allOf.map((branch) => ({
        ...branch,
        then: rootOf(refName(branch.then!.$ref!), all),
      })),
    }
  const withSchema = (one: Definition) => ({
    ...one,
    properties: { $schema, ...one.properties },
  })
  return definition.then
    ? { ...definition, then: withSchema(definition.then) }
    : withSchema(definition)
}

const $schema: Definition = {
  type: 'string',
  description:
    'The schema that editors check this file with. fukidashi removes it before it sends.',
}

/** The definitions that a schema refers to, directly or not. */
function reachable(root: Definition, all: Definitions): Definitions {
  const names = new Set<string>()
  const visit = (value: unknown): void => {
    for (const [, ref] of JSON.stringify(value).matchAll(/"\$ref":"#\/definitions\/([^"]+)"/g)) {
      if (names.has(ref!)) continue
      names.add(ref!)
      visit(all[ref!])
    }
  }
  visit(root)
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)))
}
