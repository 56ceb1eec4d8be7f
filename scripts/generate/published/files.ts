/** The schemas that are published: one file for each kind of JSON file that people write. */
import { type Definition, type Definitions, refName } from '../schema.ts'
import { membersOnly } from '../validators/prepare.ts'
import { requestBody } from './request-body.ts'
import { translate } from './translate.ts'

const base = 'https://unpkg.com/fukidashi/dist/schema'

/** The content of `fukidashi/schema/*.json`, by name. */
export function publishedSchemas(spec: Definitions, api: Definitions): Record<string, Definition> {
  const file = (
    name: string,
    title: string,
    description: string,
    root: Definition,
    definitions: Record<string, Definition>,
  ): Definition => ({
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `${base}/${name}.json`,
    title,
    description,
    ...root,
    definitions,
  })
  const specs = translated(spec)
  const apis = { ...translated(api), ...specs }
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
    ),
    flex: file(
      'flex',
      'Flex container',
      "A bubble or a carousel, as LINE's Flex Message Simulator exports it.",
      flex,
      reachable(flex, specs),
    ),
    'rich-menu': file(
      'rich-menu',
      'Rich menu',
      'A rich menu, as the operation that creates one takes it.',
      menu,
      reachable(menu, specs),
    ),
    request: file(
      'request',
      'Request body',
      'The body of a request that sends messages: reply, push, multicast, narrowcast, broadcast or a LINE notification message.',
      request,
      reachable(request, apis),
    ),
  }
}

function translated(all: Definitions): Definitions {
  const members = membersOnly(all)
  return Object.fromEntries(
    Object.entries(all)
      .filter(([name]) => !/^(?:Spec|Api)Root$/.test(name))
      .map(([name, definition]) => {
        const schema = translate(definition, all)
        return [name, members.has(name) ? schema : onlyIfMeant(schema)]
      }),
  )
}

/** What has the `type` of something else is one mistake, whatever else it lacks or has. A union has looked at the `type` of its members. */
function onlyIfMeant({ description, ...schema }: Definition): Definition {
  const type = schema.properties?.['type']?.const
  if (type === undefined) return { ...(description && { description }), ...schema }
  return {
    ...(description && { description }),
    type: 'object',
    properties: { type: { const: type } },
    if: { properties: { type: { const: type } } },
    then: schema,
  }
}

/** A copy of a definition for the root of a file, which may also have `$schema`. The definitions themselves are shared by all places. */
function rootOf(name: string, all: Definitions): Definition {
  // The file has a description of its own.
  const { description: _, ...definition } = all[name]!
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
