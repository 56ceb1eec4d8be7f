/** What editors mark in JSON files, as VS Code does: nothing in valid files, and each mistake at its place. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ASTNode, JSONDocument, TextDocument } from 'vscode-json-languageservice'
import { corpus } from '../fixtures/messages/index.js'
import {
  jsonService,
  openText,
  openValue,
  type SchemaFile as File,
  schemaUri,
} from '../support/json-editor.js'

interface Mark {
  text: string
  message: string
  start: number
  end: number
}

interface Checked {
  marks: Mark[]
  deprecations: Mark[]
  json: JSONDocument & { root?: ASTNode | undefined }
  document: TextDocument
}

/** Opens a file with a value in it, and reads the marks. */
async function check(file: File, value: unknown): Promise<Checked> {
  const { document, json } = openValue(file, value)
  const all = (await jsonService.doValidation(document, json)).map(({ range, message }): Mark => ({
    text: document.getText(range),
    message: typeof message === 'string' ? message : message.value,
    start: document.offsetAt(range.start),
    end: document.offsetAt(range.end),
  }))
  const isDeprecation = ({ message }: Mark) => /deprecated/i.test(message)
  return {
    document,
    json,
    marks: all.filter((mark) => !isDeprecation(mark)),
    deprecations: all.filter(isDeprecation),
  }
}

const marksIn = async (file: File, value: unknown) =>
  (await check(file, value)).marks.map(({ text, message }) => `${text.slice(0, 40)}: ${message}`)

/** The property or item at a path such as `contents.body.contents[0].type`. */
function nodeAt({ json }: Checked, path: string): ASTNode | undefined {
  let node = json.root
  let around = node
  for (const name of path.split(/[.[\]]+/).filter(Boolean)) {
    if (node?.type === 'object') {
      around = node.properties.find(({ keyNode }) => keyNode.value === name)
      node = around?.type === 'property' ? around.valueNode : undefined
    } else if (node?.type === 'array') around = node = node.items[Number(name)]
    else return undefined
    if (!around) return undefined
  }
  return around
}

const isAt = ({ start, end }: Mark, node: ASTNode | undefined) =>
  node !== undefined && start >= node.offset && end <= node.offset + node.length

interface Real {
  as?: string
  errors?: string[]
  warnings?: string[]
  message: Record<string, unknown>
}
const real = readFileSync('test/fixtures/real/messages.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Real)
const unmarked = ['unknown_property', 'wrong_type', 'numeric_id']
const cases = Object.values(corpus).flat()
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const validAs = (...kinds: string[]) =>
  cases
    .filter(
      ({ as = 'message', value, problems, options }) =>
        kinds.includes(as) &&
        options === undefined &&
        isObject(value) &&
        problems.every(({ severity, code }) => severity === 'warning' && !unmarked.includes(code)),
    )
    .map(({ value }) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>)
const messages = [
  ...validAs('message'),
  ...real
    .filter(
      ({ as, errors, warnings = [] }) =>
        !as && !errors && !warnings.some((code) => unmarked.includes(code)),
    )
    .map(({ message }) => message),
]
const some = messages.filter((_, i) => i % 12 === 0)
const containers = [
  ...validAs('flex', 'bubble'),
  ...messages.flatMap(({ contents }) => (isObject(contents) ? [contents] : [])),
]
const user = `U${'0'.repeat(32)}`
const [first] = messages

describe('valid files have no mark', () => {
  it.each<[name: string, file: File, values: unknown[]]>([
    ['messages', 'messages', messages],
    ['arrays of messages', 'messages', messages.map((message) => [message, message])],
    ['bubbles and carousels', 'flex', containers],
    ['rich menus', 'rich-menu', validAs('rich-menu')],
    [
      'request bodies',
      'request',
      some.flatMap((message) => [
        { replyToken: 'a', messages: [message] },
        { to: user, messages: [message], notificationDisabled: true },
        { to: user.replace('U', 'C'), messages: [message], customAggregationUnits: ['tea'] },
        { to: [user, user], messages: [message] },
        { to: '0'.repeat(64), messages: [message] },
        { messages: [message, message] },
        { messages: [message], limit: { max: 100 } },
        {
          messages: [message],
          recipient: { type: 'audience', audienceGroupId: 1 },
          filter: { demographic: { type: 'gender', oneOf: ['male'] } },
        },
      ]),
    ],
    [
      'a notification message',
      'request',
      [{ to: '0'.repeat(64), templateKey: 'tea', body: { items: [] } }],
    ],
  ])('%s', async (_, file, values) => {
    expect(values.length).toBeGreaterThan(0)
    for (const value of values) expect([value, await marksIn(file, value)]).toEqual([value, []])
  })

  it('only deprecated values are marked', async () => {
    const contents = { type: 'box', layout: 'vertical', contents: [{ type: 'filler' }] }
    const { marks, deprecations } = await check('flex', { type: 'bubble', body: contents })
    expect(marks).toEqual([])
    expect(deprecations).toHaveLength(1)
  })
})

describe('a mistake is marked', () => {
  const inEditor = new Set([
    'unknown_type',
    'not_permitted',
    'bad_format',
    'too_few',
    'required',
    'wrong_type',
  ])
  // Rules that no standard keyword can say: dates, labels, braces, keys of a textV2, ranges of percentages.
  const byRules = /label|text$|initial|min$|max$|substitution|width$|displayText/
  const wrong = cases.filter(
    ({ as = 'message', problems, value }) =>
      as === 'message' &&
      isObject(value) &&
      problems.length === 1 &&
      problems[0]!.severity === undefined &&
      inEditor.has(problems[0]!.code) &&
      !byRules.test(problems[0]!.path),
  )

  it('at its place', async () => {
    expect(wrong.length).toBeGreaterThan(200)
    for (const { name, value, problems } of wrong) {
      const sent = JSON.parse(JSON.stringify(value)) as unknown
      const checked = await check('messages', sent)
      const [{ path, code }] = problems as [{ path: string; code: string }]
      // What is missing is marked at the object around.
      const place = code === 'required' ? path.replace(/\.?\w+$/, '') : path
      const node = nodeAt(checked, place)
      expect([name, node !== undefined, checked.marks.length > 0]).toEqual([name, true, true])
      expect([name, checked.marks.length <= 2]).toEqual([name, true])
      expect([name, checked.marks.filter((mark) => !isAt(mark, node))]).toEqual([name, []])
    }
  })

  /** Every path of an object with a `type`. */
  function typedPlaces(value: unknown, path = ''): string[] {
    if (Array.isArray(value)) return value.flatMap((item, i) => typedPlaces(item, `${path}[${i}]`))
    if (!isObject(value)) return []
    const inner = Object.entries(value).flatMap(([name, part]) =>
      typedPlaces(part, path === '' ? name : `${path}.${name}`),
    )
    return typeof value['type'] === 'string' ? [path, ...inner] : inner
  }

  function withType(value: unknown, path: string): unknown {
    const copy = structuredClone(value)
    const target = path
      .split(/[.[\]]+/)
      .filter(Boolean)
      .reduce((at, name) => (at as Record<string, unknown>)[name], copy) as { type: string }
    target.type = 'nonsense'
    return copy
  }

  it.each<[file: File, values: unknown[]]>([
    ['messages', some],
    ['messages', [some.slice(0, 3), some.slice(3, 5)]],
    ['flex', containers.filter((_, i) => i % 20 === 0)],
    ['rich-menu', validAs('rich-menu').slice(0, 3)],
    ['request', some.slice(0, 10).map((message) => ({ to: user, messages: [message] }))],
  ])('once or twice where a type is unknown: %s', async (file, values) => {
    for (const value of values)
      for (const path of typedPlaces(value)) {
        const checked = await check(file, withType(value, path))
        const node = nodeAt(checked, path === '' ? 'type' : `${path}.type`)
        expect([path, checked.marks.length > 0 && checked.marks.length <= 2]).toEqual([path, true])
        expect([path, checked.marks.some((mark) => isAt(mark, node))]).toEqual([path, true])
      }
  })

  it.each<[what: string, file: File, value: unknown, marks: string[]]>([
    ['a misspelt property', 'messages', { ...first, quickreply: {} }, ['"quickreply"']],
    ['a message without type', 'messages', { text: 'a' }, ['{']],
    ['$schema in a message of an array', 'messages', [{ ...first, $schema: 'a' }], ['"$schema"']],
    [
      '$schema inside a message',
      'messages',
      { type: 'flex', altText: 'a', contents: { $schema: 'a', type: 'bubble' } },
      ['"$schema"'],
    ],
    ['six messages', 'messages', Array(6).fill(first), ['[']],
    ['a bubble as a message', 'messages', { type: 'bubble' }, ['"bubble"']],
    ['a misspelt block', 'flex', { type: 'bubble', bdy: {} }, ['"bdy"']],
    ['a style of no block', 'flex', { type: 'bubble', styles: { x: {} } }, ['"x"']],
    ['a recipient that is not an id', 'request', { to: 'Aki', messages: [first] }, ['"Aki"']],
    [
      'a reply with a recipient',
      'request',
      { replyToken: 'a', to: user, messages: [first] },
      ['"to"'],
    ],
    ['no messages', 'request', { to: user, messages: [] }, ['[]']],
    ['a message in the place of messages', 'request', { to: user, messages: first }, ['{']],
    [
      'two units',
      'request',
      { to: user, messages: [first], customAggregationUnits: ['a', 'b'] },
      ['['],
    ],
  ])('%s', async (_, file, value, starts) => {
    const { marks } = await check(file, value)
    expect(marks.map(({ text }) => text.slice(0, starts[0]!.length))).toEqual(starts)
  })
})

describe('editors complete', () => {
  async function completed(file: File, text: string): Promise<string[]> {
    const content = text.replace('{', `{"$schema":"${schemaUri(file)}",`)
    const { document, json } = openText(content.replace('|', ''))
    const at = document.positionAt(content.indexOf('|'))
    const list = await jsonService.doComplete(document, at, json)
    return (list?.items ?? []).map(({ label }) => label.replaceAll('"', ''))
  }

  it.each<[what: string, file: File, text: string, offered: string[]]>([
    ['the type of a message', 'messages', '{"type":|}', ['text', 'flex', 'textV2']],
    ['properties of a message', 'messages', '{"type":"text",|}', ['text', 'emojis', 'quickReply']],
    [
      'the type of a component',
      'flex',
      '{"type":"bubble","body":{"type":"box","layout":"vertical","contents":[{"type":|}]}}',
      ['box', 'button', 'text'],
    ],
    ['the parts of a bubble', 'flex', '{"type":"bubble",|}', ['header', 'body', 'styles']],
    ['the parts of a rich menu', 'rich-menu', '{|}', ['size', 'areas', 'chatBarText']],
    ['the properties of bodies', 'request', '{|}', ['to', 'replyToken', 'messages', 'recipient']],
    ['the properties of a push', 'request', '{"to":"a",|}', ['messages', 'customAggregationUnits']],
  ])('%s', async (_, file, text, offered) => {
    expect(await completed(file, text)).toEqual(expect.arrayContaining(offered))
  })
})
