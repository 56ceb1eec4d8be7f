/** JSON becomes the elements that a person would write, and the same JSON again. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, type Message, raw } from 'fukidashi'
import type { Row } from '../../src/components/row.ts'
import { table } from '../../src/components/table.ts'
import { type ConvertAs, Converter, type Make } from '../../src/convert/converter.ts'
import { broken } from '../support/broken.ts'
import { fromSchema } from '../support/from-schema.ts'
import { definitions } from '../support/published-schema.ts'

const made = fromSchema(definitions, () => undefined)

/** What can be converted by itself. */
const roots = {
  message: 'Message',
  action: 'Action',
  flex: 'FlexContainer',
  'flex-component': 'FlexComponent',
  'quick-reply': 'QuickReply',
  imagemap: 'ImagemapMessage',
  'rich-menu': 'RichMenuRequest',
} satisfies Partial<Record<ConvertAs, string>>
type Root = keyof typeof roots

const styles = ['children', 'props'] as const

interface Node {
  name: string
  props: Readonly<Record<string, unknown>>
  children: unknown[]
}

/** Makes lists of names, for tests that look at what is made. */
const describing: Make = (component, props, ...children): Node => ({
  name: (component as Record<symbol, { name: string }>)[Symbol.for('fukidashi.component')]!.name,
  props,
  children,
})

/** All names of components in what {@link describing} made. */
function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const { name, props, children } = value as Partial<Node>
  const isNode = props !== undefined && Array.isArray(children)
  return [...(isNode ? [name!] : []), ...Object.values(value).flatMap(namesIn)]
}

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** The JSON of whatever was made: messages are compiled, as one value cannot be a text or a list. */
const compiled = (value: unknown, as: Root): unknown =>
  as === 'message' || as === 'imagemap' ? compile(value as Message)[0] : json(value)

describe.each(styles)('with %s', (style) => {
  const converter = new Converter(style)

  it.each(Object.entries(roots))('is the same JSON again: %s', (as, definition) => {
    fc.assert(
      fc.property(made(definition), (value) => {
        expect(compiled(converter.convert(value, as as Root), as as Root)).toEqual(value)
      }),
      { numRuns: 150 },
    )
  })

  it('loses nothing of a message in the place of a template', () => {
    const value = { type: 'template', altText: 'a', template: { type: 'text', text: 'a' } }
    expect(compiled(converter.convert(value, 'message'), 'message')).toEqual(value)
  })

  it.each(Object.entries(roots))('loses nothing of JSON that is wrong: %s', (as, definition) => {
    fc.assert(
      fc.property(broken(made(definition)), (value) => {
        const element = converter.convert(value, as as Root)
        // In lists, compiling leaves out what prints nothing, of elements and of JSON.
        const same = as === 'message' || as === 'imagemap' ? raw(value as { type: string }) : value
        expect(compiled(element, as as Root)).toEqual(
          compiled(typeof same === 'object' ? { ...(same as object) } : same, as as Root),
        )
      }),
      { numRuns: 300 },
    )
  })
})

/** Definitions that a row makes, with the way to convert them where they can be by themselves. */
const typed = Object.entries<Row>(table).flatMap(([component, { spec, block }]) =>
  [spec]
    .flat()
    .map((definition) => ({
      component,
      definition,
      type: definitions[definition]?.properties?.['type']?.const,
    }))
    .filter(({ type }) => type !== undefined && block === undefined),
)
const rootOf = (definition: string) =>
  Object.entries(roots).find(([, root]) =>
    definitions[root]!.allOf?.some(({ then }) => then?.$ref === `#/definitions/${definition}`),
  )?.[0] as Root | undefined

describe('every type becomes its component', () => {
  const converter = new Converter('children', { make: describing })
  it.each(typed.filter(({ definition }) => rootOf(definition) && definition !== 'TextMessageV2'))(
    '$definition becomes <$component>',
    ({ component, definition }) => {
      const values = fc.sample(made(definition), { seed: 5, numRuns: 30 })
      const names = values.map((value) => namesIn(converter.convert(value, rootOf(definition)!))[0])
      expect(new Set(names)).toEqual(new Set([component]))
    },
  )

  it('also inside of others', () => {
    const values = [
      ...fc
        .sample(made('Message'), { seed: 5, numRuns: 3000 })
        .map((value) => converter.convert(value, 'message')),
      ...fc
        .sample(made('RichMenuRequest'), { seed: 5, numRuns: 50 })
        .map((value) => converter.convert(value, 'rich-menu')),
      converter.convert(
        {
          type: 'textV2',
          text: 'Hi {mention1}{emoji2}',
          substitution: {
            mention1: { type: 'mention', mentionee: { type: 'all' } },
            emoji2: { type: 'emoji', productId: '5ac1bfd5040ab15980c9b435', emojiId: '001' },
          },
        },
        'message',
      ),
    ]
    const names = new Set(values.flatMap(namesIn))
    expect(Object.keys(table).filter((name) => !names.has(name))).toEqual([])
  })
})

describe('what no component makes', () => {
  it.each(['message', 'messages', 'imagemap'] as const)('stays what it is, in `raw`: %s', (as) => {
    const value = { type: 'poll', question: 'Tea?' }
    const element = new Converter('children').convert(as === 'messages' ? [value] : value, as)
    expect(compile(element as Message)).toEqual([value])
    expect([element].flat()[0]).not.toBe(value)
  })

  it.each([
    ['action', { type: 'poll' }],
    ['flex', { type: 'poll' }],
    ['quick-reply', 'text'],
    ['rich-menu', null],
    ['message', 5],
  ] as const)('stays what it is: %s', (as, value) => {
    expect(new Converter('children').convert(value, as)).toBe(value)
  })
})
