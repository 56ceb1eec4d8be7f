/** Titles, descriptions and examples of the published schemas, as VS Code shows them in hovers and in its list of completions. */
import { findNodeAtLocation, parseTree } from 'jsonc-parser'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { validate } from 'fukidashi'
import { numbersOf, withLimits } from '../../scripts/generate/limit-tags.ts'
import { type Definition, readSpecs, refName } from '../../scripts/generate/schema.ts'
import { corpus } from '../fixtures/messages/index.js'
import {
  hoverAt,
  jsonService,
  openText,
  openValue,
  type SchemaFile,
  schemaUri,
} from '../support/json-editor.js'

const { spec, api } = readSpecs('tsconfig.json')
const all = { ...api, ...spec }
const numbers = numbersOf(all)
const files: readonly SchemaFile[] = ['messages', 'flex', 'rich-menu', 'request']
const published = (file: SchemaFile) =>
  JSON.parse(readFileSync(new URL(schemaUri(file)), 'utf8')) as Definition & {
    definitions: Record<string, Definition>
  }

type Place = (string | number)[]
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isUnion = ({ oneOf }: Definition) => oneOf !== undefined

/** The definition of a value: of a union, the member with its `type`. */
function definitionOf(schema: Definition, value: unknown): Definition | undefined {
  if (schema.$ref) return definitionOf(all[refName(schema.$ref)]!, value)
  if (!isUnion(schema)) return schema
  const { type } = value as { type?: unknown }
  return schema
    .oneOf!.map((member) => definitionOf(member, value))
    .find((member) => member?.properties?.['type']?.const === type)
}

/** Every described property of a value, with the docstring that the spec has for it. */
function described(schema: Definition, value: unknown, place: Place = []): [Place, string][] {
  if (Array.isArray(value)) {
    const list = definitionOf(schema, value)
    return value.flatMap((item, i) => described(list!.items!, item, [...place, i]))
  }
  if (!isObject(value)) return []
  const { properties = {} } = definitionOf(schema, value) ?? {}
  return Object.entries(value).flatMap(([name, part]) => {
    const property = properties[name]
    if (!property) return []
    const own = property.description
    const here = [...place, name]
    return [...(own ? [[here, own] as [Place, string]] : []), ...described(property, part, here)]
  })
}

const plain = (docs: string) =>
  withLimits(docs, numbers)
    .replace(/\s*\{@link\s+(\w+)\s*\}\s?/g, ' $1')
    .replace(/\s+/g, ' ')

const cases: [file: SchemaFile, as: string, root: string][] = [
  ['messages', 'message', 'Message'],
  ['flex', 'flex', 'FlexContainer'],
  ['rich-menu', 'rich-menu', 'RichMenuRequest'],
]

describe('a hover', () => {
  it.each(cases)('shows the docstring of each property: %s', async (file, as, root) => {
    const values = Object.values(corpus)
      .flat()
      .filter((one) => (one.as ?? 'message') === as && one.problems.length === 0)
      .map(({ value }) => JSON.parse(JSON.stringify(value)) as unknown)
    const hovered = new Set<string>()
    for (const value of values) {
      const places = described(all[root]!, value).filter(([, docs]) => !hovered.has(docs))
      if (places.length === 0) continue
      const open = openValue(file, value)
      const tree = parseTree(open.document.getText())!
      for (const [place, docs] of places) {
        hovered.add(docs)
        const key = findNodeAtLocation(tree, place)!.parent!.children![0]!
        expect([
          place.join('.'),
          (await hoverAt(open, key.offset + 1)).replace(/\s+/g, ' '),
        ]).toEqual([place.join('.'), expect.stringContaining(plain(docs))])
      }
    }
    expect(hovered.size).toBeGreaterThan(5)
  })

  it.each<[what: string, value: Record<string, unknown>, at: string, shows: string[]]>([
    [
      'the type of a message',
      { type: 'text', text: 'a' },
      '"type"',
      ['Plain text', '#text-message'],
    ],
    ['the type of an action', action({ type: 'camera', label: 'a' }), '"camera"', ['camera']],
    ['an object', { type: 'text', text: 'a', sender: { name: 'a' } }, '{\n    "name"', ['Sender']],
    [
      'a property that is an object',
      { type: 'text', text: 'a', quickReply: {} },
      '"quickReply"',
      ['last message'],
    ],
  ])('shows what %s is', async (_, value, at, shows) => {
    const open = openValue('messages', value)
    const text = await hoverAt(open, open.document.getText().indexOf(at) + (at[0] === '"' ? 1 : 0))
    for (const part of shows) expect(text).toContain(part)
  })

  function action(of: object) {
    return { type: 'text', text: 'a', quickReply: { items: [{ type: 'action', action: of }] } }
  }
})

describe('a published schema', () => {
  it.each(files)('has a title and a description of each definition: %s', (file) => {
    const silent = Object.entries(published(file).definitions)
      .filter(([, { title, description }]) => !title || !description)
      .map(([name]) => name)
    expect(silent).toEqual([])
  })

  it.each(files)('names no tag or file of the source: %s', (file) => {
    expect(JSON.stringify(published(file)).match(/\{@\w+[^}]*\}|[\w-]+\.tsx?\b/g) ?? []).toEqual([])
  })

  const asOf: Readonly<Record<string, Parameters<typeof validate>[1]>> = {
    Message: { as: 'message' },
    FlexContainer: { as: 'flex' },
    FlexBoxContent: { as: 'flex-component' },
    RichMenuRequest: { as: 'rich-menu' },
    QuickReply: { as: 'quick-reply' },
    TemplateAction: { as: 'action' },
  }

  it.each(Object.entries(asOf))('has examples of %s without errors', (name, options) => {
    const { examples } = published('messages').definitions[name] as { examples?: unknown[] }
    expect(examples?.length).toBeGreaterThan(0)
    for (const example of examples!) {
      const errors = validate(example, options).filter(({ severity }) => severity === 'error')
      expect([example, errors]).toEqual([example, []])
    }
  })

  it('has an example of each member of each union in a message', () => {
    const { definitions } = published('messages')
    const wholes = ['Message', 'Template', 'TemplateAction', 'QuickReplyAction', 'ImagemapAction']
    const parts = ['FlexContainer', 'FlexBoxContent', 'FlexHero', 'FlexAction', 'RichMenuAction']
    for (const name of [...wholes, ...parts]) {
      const { allOf = [], examples = [] } = definitions[name] as Definition & {
        examples?: { type: string }[]
      }
      const typesOf = allOf.flatMap(({ then }) => {
        const member = definitions[refName(then!.$ref!)]! as Definition & { then?: Definition }
        const { deprecated, properties } = member.then ?? member
        return deprecated ? [] : [properties!['type']!.const]
      })
      expect([name, examples.map(({ type }) => type)]).toEqual([name, typesOf])
    }
  })

  it.each(files)('has examples of its files without a mark: %s', async (file) => {
    const { examples } = published(file) as { examples?: object[] }
    expect(examples?.length).toBeGreaterThan(0)
    for (const example of examples!) {
      const { document, json } = openValue(file, example)
      expect([example, await jsonService.doValidation(document, json)]).toEqual([example, []])
    }
  })
})

describe('the list of completions', () => {
  const items = async (text: string) => {
    const content = text.replace('{', `{"$schema":"${schemaUri('messages')}",`)
    const { document, json } = openText(content.replace('|', ''))
    const list = await jsonService.doComplete(
      document,
      document.positionAt(content.indexOf('|')),
      json,
    )
    return list!.items
  }

  it('explains each type of message', async () => {
    const types = (await items('{"type":|}')).filter(({ label }) => /^"\w+"$/.test(label))
    expect(types.length).toBeGreaterThan(10)
    expect(types.filter(({ documentation }) => !documentation)).toEqual([])
  })

  it('explains each property of a message', async () => {
    const names = (await items('{"type":"text",|}')).filter(({ label }) => label !== '$schema')
    expect(names.map(({ label }) => label)).toContain('quoteToken')
    expect(names.filter(({ documentation }) => !documentation)).toEqual([])
  })

  it('offers whole actions and components', async () => {
    const inBox =
      '{"type":"flex","altText":"a","contents":{"type":"bubble","body":{"type":"box","layout":"vertical","contents":[|]}}}'
    const offered = (await items(inBox)).map(({ insertText }) => insertText ?? '')
    for (const type of ['button', 'text', 'box', 'image'])
      expect(offered.some((text) => text.includes(`"type": "${type}"`))).toBe(true)
  })
})
