/** The source of a converted value gives the value again: whatever the JSON, with TSX and with builders. */
import { readFileSync } from 'node:fs'
import fc, { type Arbitrary } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, render, type Renderable } from 'fukidashi'
import { ConvertError, toBuilders, toTsx } from 'fukidashi/convert'
import { corpus } from '../fixtures/messages/index.ts'
import { broken } from '../support/broken.ts'
import { fromSchema } from '../support/from-schema.ts'
import { definitions } from '../support/published-schema.ts'
import { runSource, runSources } from '../support/run-source.ts'

const made = fromSchema(definitions, () => undefined)

const ways = { toTsx, toBuilders }
const components = [false, true]

/** Messages, a list of them, or the messages of a request. */
const isRendered = (json: unknown): boolean =>
  Array.isArray(json) ||
  (typeof json === 'object' && json !== null && Array.isArray(Reflect.get(json, 'messages')))

const sourcesOf = (json: unknown): string[] =>
  Object.values(ways).flatMap((convert) =>
    components.map((each) => convert(json, { components: each })),
  )

/** Fails unless a value comes back from the source, in every way of writing it. */
async function expectSame(json: unknown): Promise<void> {
  for (const source of new Set(sourcesOf(json))) expectIn(source, await runSource(source), json)
}

/** The same for many values. */
async function expectAllSame(values: readonly unknown[]): Promise<void> {
  const all = values.flatMap((json) => sourcesOf(json).map((source) => ({ source, json })))
  const modules = await runSources(all.map(({ source }) => source))
  for (const [i, { source, json }] of all.entries()) expectIn(source, modules[i]!, json)
}

function expectIn(source: string, exports: Record<string, unknown>, json: unknown): void {
  try {
    expect(valueOf(exports, json)).toEqual(json)
  } catch (error) {
    throw new Error(`${source}\n${(error as Error).message}`, { cause: error })
  }
}

/** The JSON that the exports of a module give. */
function valueOf({ default: value, request }: Record<string, unknown>, json: unknown): unknown {
  if (!isRendered(json)) return JSON.parse(JSON.stringify(value))
  const messages = render(value as Renderable, { validate: false })
  expect(compile(value as Renderable)).toEqual(messages)
  return Array.isArray(json) ? messages : { ...(request as object), messages }
}

/** JSON knows one zero: what is read by `JSON.stringify` has no other. */
const withOneZero = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const names = ['children', 'key', 'ref', '__proto__', 'type', 'text', 'contents', 'a-b', 'toJSON']
const anyJson = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, false, 0, -5, 1e21, '', ' ', 'text', 'box', 'bubble'),
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 5 })), tie('json'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
})).json

/** Lists of values that are not bubbles or templates: around these, rendering puts messages. */
const isMessages = (list: unknown[]): boolean =>
  !list.some((item) =>
    /^(bubble|carousel|buttons|confirm|image_carousel)$/.test(
      String((item as { type?: unknown } | null)?.type),
    ),
  )

describe('any JSON comes back', () => {
  /** Checks values in groups, whose sources are compiled together. */
  const check = (values: Arbitrary<unknown>, count = 100) =>
    fc.assert(fc.asyncProperty(fc.array(values, { minLength: 10, maxLength: 10 }), expectAllSame), {
      numRuns: count / 10,
    })

  it('whatever it is', async () => {
    await check(anyJson.map(withOneZero).filter((json) => !isRendered(json)))
  })

  it('in lists', async () => {
    await check(fc.array(anyJson.map(withOneZero), { maxLength: 4 }).filter(isMessages))
  })

  it('in the bodies of requests', async () => {
    const rest = fc.dictionary(
      fc.string({ maxLength: 6 }).filter((name) => !['messages', 'type'].includes(name)),
      anyJson.map(withOneZero),
      { maxKeys: 3, noNullPrototype: true },
    )
    const messages = fc.array(anyJson.map(withOneZero), { maxLength: 3 }).filter(isMessages)
    await check(fc.tuple(rest, messages).map(([fields, list]) => ({ ...fields, messages: list })))
  })

  const roots = ['Message', 'FlexContainer', 'FlexComponent', 'Action', 'QuickReply']
  it.each([...roots, 'RichMenuRequest', 'Template'])('if it is valid: %s', async (definition) => {
    await check(made(definition), 40)
  })

  it.each([...roots, 'RichMenuRequest', 'Template'])('if it is wrong: %s', async (definition) => {
    await check(
      broken(made(definition)).filter((json) => !isRendered(json)),
      50,
    )
  })

  it('with null, empty lists and odd names at every place', async () => {
    const values = fc
      .tuple(made('Message'), fc.nat(), fc.constantFrom(null, [], {}, [null], [[]]), fc.nat())
      .map(([message, seed, odd, which]) => {
        const copy = withOneZero(message) as object
        const objects = objectsIn(copy)
        const object = objects[seed % objects.length]!
        const all = [...Object.keys(object), ...names.filter((name) => name !== 'type')]
        // As JSON.parse sets `__proto__`.
        Object.defineProperty(object, all[which % all.length]!, {
          value: odd,
          enumerable: true,
          configurable: true,
          writable: true,
        })
        return copy
      })
    await check(values.filter((json) => !isRendered(json)))
  })
})

const objectsIn = (value: unknown): object[] =>
  typeof value === 'object' && value !== null
    ? [...(Array.isArray(value) ? [] : [value]), ...Object.values(value).flatMap(objectsIn)]
    : []

describe('all known messages come back', () => {
  const real = readFileSync(new URL('../fixtures/real/messages.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { message: unknown }).message)

  it('of public bots', async () => {
    await expectAllSame(real)
  })

  it.each(Object.entries(corpus))('of the corpus: %s', async (_kind, cases) => {
    const values = cases
      .map(({ value }) => value)
      .filter((value) => value !== undefined && !hasNoJson(value))
      .filter((value) => !Array.isArray(value) || isMessages(value))
    await expectAllSame(values.map(withOneZero))
  })

  it('as a list', async () => {
    await expectSame(real.filter((message) => isMessages([message])))
  })
})

/** NaN and others. */
const hasNoJson = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.values(value).some(hasNoJson)
    : typeof value === 'number' && !Number.isFinite(value)

describe('details come back', () => {
  it.each([
    ['-0 in a message', [{ type: 'location', latitude: -0, longitude: 0 }]],
    ['null in lists', [{ type: 'text', text: 'a', emojis: [null, { index: null }] }]],
    ['null as a message', [null, { type: 'text', text: 'a' }]],
    ['numbers, texts and lists as messages', [5, 'text', [{ type: 'text', text: 'a' }], true]],
    ['an empty list', []],
    ['a list in a list', [[]]],
    ['an unknown type', [{ type: 'poll', question: 'Tea?' }]],
    ['another version of an action', [{ type: 'template', template: { type: 'other' } }]],
  ])('%s', async (_name, json) => {
    await expectSame(json)
  })

  it.each([
    ['one span without a style', [{ type: 'span', text: 'a' }]],
    [
      'spans without a style',
      [
        { type: 'span', text: 'a' },
        { type: 'span', text: 'b' },
      ],
    ],
    [
      'spans without a style beside a bold one',
      [
        { type: 'span', text: 'a' },
        { type: 'span', text: 'b' },
        { type: 'span', text: 'c', weight: 'bold' },
        { type: 'span', text: ' ' },
      ],
    ],
    ['no spans', []],
    ['an empty span', [{ type: 'span', text: '' }, { type: 'span' }]],
    ['a regular weight', [{ type: 'span', text: 'a', weight: 'regular' }]],
    ['a style of null', [{ type: 'span', text: 'a', weight: null }]],
  ])('a Flex text with %s', async (_name, contents) => {
    await expectSame({ type: 'text', contents })
    await expectSame({ type: 'text', text: 'a', contents, wrap: true })
  })

  it('a value with 200 levels', async () => {
    let json: unknown = { type: 'text', text: 'a' }
    for (let i = 0; i < 66; i++) json = { type: 'box', layout: 'vertical', contents: [json] }
    await expectSame({ type: 'bubble', body: json })
  })

  it('a value with something wrong at each of many levels, in a moment', async () => {
    let json: unknown = { type: 'text', text: 'a' }
    for (let i = 0; i < 60; i++)
      json = { type: 'box', layout: 'vertical', contents: [json], margin: [null], children: i % 2 }
    await expectSame({ type: 'bubble', body: json })
    let other: unknown = { type: 'text', text: 'a' }
    for (let i = 0; i < 60; i++)
      other = { type: 'box', layout: 'vertical', contents: [other], margin: [null] }
    await expectSame({ type: 'bubble', body: other })
  })

  it('all but a root $schema', async () => {
    const schema = { $schema: 'https://example.com/schema.json' }
    const inner = { type: 'text', text: 'a', $schema: 1 }
    expect(toTsx({ ...schema, type: 'text', text: 'a' })).toBe(toTsx({ type: 'text', text: 'a' }))
    await expectSame([inner])
  })
})

describe('what is not JSON, or too large, is refused', () => {
  const cycle: unknown[] = []
  cycle.push(cycle)
  let deep: unknown = 1
  for (let i = 0; i < 100_000; i++) deep = [deep]
  it.each([
    ['undefined', undefined, 'json_invalid', 'there is undefined'],
    ['NaN', { type: 'location', latitude: NaN }, 'json_invalid', 'there is NaN at latitude'],
    ['a function', [() => 1], 'json_invalid', 'there is a function at [0]'],
    ['a bigint', [{ a: 1n }], 'json_invalid', 'there is a bigint at [0].a'],
    ['a value in itself', cycle, 'json_too_large', 'more than 200 levels'],
    ['100,000 levels', deep, 'json_too_large', 'more than 200 levels'],
    ['60,000 parts', Array(60_000).fill(1), 'json_too_large', 'more than 50000 parts'],
  ])('%s', (_name, value, code, words) => {
    for (const convert of Object.values(ways)) {
      expect(() => convert(value)).toThrow(ConvertError)
      expect(() => convert(value)).toThrow(
        expect.objectContaining({ code, message: expect.stringContaining(words) as string }),
      )
    }
  })
})
