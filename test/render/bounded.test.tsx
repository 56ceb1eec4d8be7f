/** Rendering ends, whatever it is given: its work is bounded, and what is too much is one problem. */
import { Box, Bubble, Body, Span, Text as FlexText } from 'fukidashi/flex'
import {
  compile,
  ComponentError,
  Flex,
  LineValidationError,
  Mention,
  raw,
  render,
  renderAsync,
  StructureError,
  Text,
  validate,
} from 'fukidashi'
import { describe, expect, it } from 'vitest'

type Codes = string[]

const codesOf = (problems: readonly { code: string; severity: string }[]): Codes =>
  problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)

function caught(error: unknown): Codes {
  if (error instanceof LineValidationError) return codesOf(error.problems)
  if (error instanceof StructureError) return codesOf(error.problems)
  if (error instanceof ComponentError) return [error.code]
  throw error
}

const attempt = (act: () => unknown): Codes => {
  try {
    act()
    return []
  } catch (error) {
    return caught(error)
  }
}

/** Every entrance by which a value comes in, and the codes of what it says. */
const entrances: [name: string, codes: (value: never) => Codes | Promise<Codes>][] = [
  ['render', (value) => attempt(() => render(value))],
  ['render without rules', (value) => attempt(() => render(value, { validate: false }))],
  ['compile', (value) => attempt(() => compile(value))],
  ['validate', (value) => codesOf(validate(value))],
  ['renderAsync', (value) => renderAsync(value).then(() => [], caught)],
  [
    'JSON.stringify',
    (value) => attempt(() => JSON.stringify(<Flex.Message altText="a" contents={value} />)),
  ],
]

const nested = (levels: number, around: (inner: unknown) => unknown, inner: unknown = 'a') => {
  for (let i = 0; i < levels; i++) inner = around(inner)
  return inner
}
const twice = (around: (a: unknown, b: unknown) => unknown, inner: unknown) =>
  nested(24, (same) => around(same, same), inner)
const box = (...contents: unknown[]) => ({ type: 'box', layout: 'vertical', contents })
const bubble = (...contents: unknown[]) => ({ type: 'bubble', body: box(...contents) })
const inText = (child: unknown) => <Text>{child as string}</Text>
const Same = ({ children }: { children?: unknown }) => children as object
const Both = ({ of }: { of: unknown }) => [of, of]

function cyclic(): unknown {
  const map: Record<string, unknown> = { type: 'box', layout: 'vertical' }
  map['a'] = map
  map['b'] = map
  return map
}
function holey(): unknown {
  const list: unknown[] = [{ type: 'text', text: 'a' }]
  list.length = 2 ** 32 - 1
  return list
}
const fresh = (): object =>
  new Proxy(
    { type: 'box', layout: 'vertical', contents: [] },
    {
      get: (target, name) =>
        (name === 'contents' ? [fresh(), fresh()] : Reflect.get(target, name)) as unknown,
    },
  )
const madeFresh = (): object => ({
  toJSON: () => ({ type: 'box', contents: [madeFresh(), madeFresh()] }),
})

const long = 'x'.repeat(1_000_000)
const wide = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`a${String(i)}`, i]))

/** Made anew for each use. */
const values: [name: string, make: () => unknown, code: RegExp][] = [
  ['20,000 nested lists', () => inText(nested(20_000, (inner) => [inner])), /^too_deep$/],
  ['20,000 nested lists of JSON', () => bubble(nested(20_000, (inner) => [inner])), /^too_deep$/],
  ['20,000 nested boxes', () => bubble(nested(20_000, (inner) => box(inner))), /^too_deep$/],
  [
    '20,000 nested elements',
    () => (
      <Bubble>
        <Body>
          {
            nested(
              20_000,
              (inner) => <Box layout="vertical">{inner as never}</Box>,
              <FlexText>a</FlexText>,
            ) as never
          }
        </Body>
      </Bubble>
    ),
    /^too_deep$/,
  ],
  ['20,000 nested fragments', () => inText(nested(20_000, (inner) => <>{inner}</>)), /^too_deep$/],
  [
    '20,000 nested styles',
    () => (
      <Bubble>
        <Body>
          <FlexText>{nested(20_000, (inner) => <b>{inner as string}</b>) as never}</FlexText>
        </Body>
      </Bubble>
    ),
    /^too_deep$/,
  ],
  [
    '20,000 nested components',
    () => inText(nested(20_000, (inner) => <Same>{inner}</Same>)),
    /^component_threw$/,
  ],
  [
    '20,000 nested raws',
    () => nested(20_000, (inner) => raw(inner as never), { type: 'text', text: 'a' }),
    /^too_deep$/,
  ],
  ['lists that share their items', () => inText(twice((a, b) => [a, b], 'a')), /^too_many$/],
  [
    'JSON that shares its parts',
    () => bubble(twice((a, b) => box(a, b), { type: 'filler' })),
    /^too_many$/,
  ],
  [
    'elements that share their children',
    () => (
      <Bubble>
        <Body>
          {
            twice(
              (a, b) => <Box layout="vertical">{[a, b] as never}</Box>,
              <FlexText>a</FlexText>,
            ) as never
          }
        </Body>
      </Bubble>
    ),
    /^too_many$/,
  ],
  [
    'fragments that share their children',
    () =>
      inText(
        twice(
          (a, b) => (
            <>
              {a}
              {b}
            </>
          ),
          'a',
        ),
      ),
    /^too_many$/,
  ],
  [
    'components that double',
    () => inText(nested(24, (inner) => <Both of={inner} />)),
    /^too_many$/,
  ],
  ['a cycle in two properties', cyclic, /^cycle$/],
  ['a cycle in a prop', () => <Text quickReply={cyclic() as never}>a</Text>, /^cycle$/],
  [
    'a cycle in a prop that is copied by itself',
    () => inText(<Mention userId={cyclic() as never} />),
    /^cycle$/,
  ],
  [
    'a list that holds itself',
    () => {
      const list: unknown[] = []
      list.push(list, list)
      return inText(list)
    },
    /^cycle$/,
  ],
  [
    'an element that holds itself',
    () => {
      const props: { children?: unknown } = {}
      const element = <Same {...props} />
      Object.assign((element as unknown as { props: object }).props, {
        children: [element, element],
      })
      return inText(element)
    },
    /^(?:cycle|component_threw)$/,
  ],
  ['a list with four billion holes', () => inText(holey()), /^too_many$/],
  [
    'JSON with four billion holes',
    () => <Bubble body={box(...[]) as never} header={{ ...box(), contents: holey() } as never} />,
    /^too_many$/,
  ],
  ['a list of a million', () => inText(new Array<string>(1_000_000).fill('a')), /^too_many$/],
  ['a list of four billion elements', () => new Array<object>(2 ** 32 - 1), /^too_many$/],
  ['a Proxy that makes new boxes', () => bubble(fresh()), /^too_(?:many|deep)$/],
  ['a toJSON that makes new boxes', () => bubble(madeFresh()), /^too_(?:many|deep)$/],
  [
    'a toJSON that gives shared JSON',
    () => ({ toJSON: () => bubble(twice((a, b) => box(a, b), { type: 'filler' })) }),
    /^too_many$/,
  ],
  [
    'a long text, shared 40,000 times',
    () => bubble(...new Array<unknown>(40_000).fill({ type: 'text', text: long })),
    /^too_many$/,
  ],
  ['a long text in a text, shared', () => inText(new Array(40_000).fill(long)), /^too_many$/],
  [
    'a long text in spans, shared',
    () => (
      <Bubble>
        <Body>
          <FlexText>{new Array(40_000).fill(<Span text={long} />) as never}</FlexText>
        </Body>
      </Bubble>
    ),
    /^too_many$/,
  ],
  [
    'a wide object, shared 40,000 times',
    () => bubble(...new Array<unknown>(40_000).fill(wide)),
    /^too_many$/,
  ],
  [
    'a wide element, shared 40,000 times',
    () => (
      <Bubble>
        <Body>{new Array(40_000).fill(<Box layout="vertical" {...wide} />) as never}</Body>
      </Bubble>
    ),
    /^too_many$/,
  ],
  [
    'a getter that throws',
    () => ({
      type: 'text',
      get text() {
        throw new Error('no')
      },
    }),
    /^unreadable$/,
  ],
  [
    'a getter that throws, beside elements',
    () => [
      <Text>a</Text>,
      {
        type: 'text',
        get text() {
          throw new Error('no')
        },
      },
    ],
    /^unreadable$/,
  ],
  [
    'a then that throws',
    () =>
      inText({
        get then() {
          throw new Error('no')
        },
      }),
    /^unreadable$/,
  ],
  [
    'a toJSON that throws',
    () => ({
      toJSON() {
        throw new Error('no')
      },
    }),
    /^unreadable$/,
  ],
  [
    'a revoked Proxy',
    () => {
      const { proxy, revoke } = Proxy.revocable({}, {})
      revoke()
      return inText(proxy)
    },
    /^unreadable$/,
  ],
]

describe.each(entrances)('%s', (name, codes) => {
  it.each(values)('ends with one problem for %s', async (_, make, code) => {
    const value = make()
    const found = await codes(value as never)
    if (name === 'JSON.stringify' && found.length !== 1) expect(found).not.toEqual([])
    else {
      expect(found).toHaveLength(1)
      expect(found[0]).toMatch(code)
    }
  })
})
