/** Objects that are neither children nor JSON: data, elements of other libraries, sets, generators. */
import {
  Buttons,
  Carousel,
  Column,
  createElement,
  Flex,
  Postback,
  QuickReply,
  raw,
  render,
  renderAsync,
  StructureError,
  compile,
  Text,
  validate,
} from 'fukidashi'
import { text } from 'fukidashi/builders'
import { describe, expect, it } from 'vitest'

const found = (value: unknown) => validate(value).map(({ code, message }) => `${code}: ${message}`)
const inBody = (child: unknown) => (
  <Flex.Message altText="a">
    <Flex.Bubble>{createElement(Flex.Body, null, child)}</Flex.Bubble>
  </Flex.Message>
)
const action = <Postback label="a" data="a" />

describe('an object among texts', () => {
  const price = { amount: 5 }
  const total = (component: unknown, ...others: unknown[]) =>
    createElement(component, null, 'Total ', price, ' yen', ...others)

  it.each<[name: string, value: unknown]>([
    ['Text', total(Text)],
    ['Flex.Text', inBody(total(Flex.Text))],
    ['Flex.Text', inBody(createElement(Flex.Text, null, price))],
    ['Flex.Text', inBody(<Flex.Text>Total {<b>{price as never}</b>}</Flex.Text>)],
    ['Flex.Span', inBody(<Flex.Text>{total(Flex.Span)}</Flex.Text>)],
    ['Buttons', createElement(Buttons, { altText: 'a' }, 'Total ', price, action)],
    ['Column', createElement(Carousel, { altText: 'a' }, total(Column, action))],
    ['Text', text('Total ', price as never)],
    ['Text', createElement(Text, null, new URL('https://example.com'))],
    ['Text', createElement(Text, null, raw(price))],
    ['Flex.Text', inBody(createElement(Flex.Text, null, raw(price)))],
  ])('is one problem that says what to print, in <%s>', (name, value) => {
    expect(found(value)).toEqual([
      `wrong_child: <${name}> cannot hold an object; print a property of it, such as {item.name}`,
    ])
  })

  it('of another kind of JSON is named', () => {
    expect(found(inBody(createElement(Flex.Text, null, 'a', { type: 'text', text: 'b' })))).toEqual(
      [
        'wrong_child: <Flex.Text> cannot hold plain JSON of type "text"; it takes text, <br>, <b>, <i>, <u>, <s> and <Flex.Span>',
      ],
    )
  })

  it('is a span if it says so', () => {
    const span = { type: 'span', text: 'b', weight: 'bold' } as const
    expect(found(inBody(<Flex.Text>a{span}</Flex.Text>))).toEqual([])
  })
})

/** What each library's JSX makes of `<div>` and of a component, as far as it distinguishes them from other objects. */
const Component = () => null
const libraries: Record<string, object[]> = {
  React: ['react.element', 'react.transitional.element'].flatMap((name) => [
    { $$typeof: Symbol.for(name), type: 'div', key: null, props: {} },
    { $$typeof: Symbol.for(name), type: Text, key: null, props: { children: 'a' }, _owner: null },
    { $$typeof: Symbol.for(name), type: Symbol.for('react.fragment'), props: {} },
  ]),
  Preact: ['div', Component].map((type) => ({
    ...{ type, props: {}, key: undefined, __k: null, __v: 1 },
    constructor: undefined,
  })),
  Hono: ['div', Component].map((tag) => ({ tag, props: {}, children: [], isEscaped: true })),
  Vue: [{ __v_isVNode: true, type: 'div', props: null }],
  'another library': [{ type: Component, props: {} }],
}

describe.each(Object.entries(libraries))('JSX of %s', (library, elements) => {
  describe.each(elements)('%#', (...[element]) => {
    const said = (value: unknown) => {
      const problems = validate(value)
      expect(problems).toHaveLength(1)
      expect(problems[0]!.message).toMatch(
        `is JSX of ${library}, not of fukidashi; set "jsxImportSource": "fukidashi" in tsconfig.json`,
      )
    }
    const Returns = () => element
    it.each<[place: string, value: unknown]>([
      ['at the top', element],
      ['in a list', [element]],
      ['in a fragment', <>{element as never}</>],
      ['as a child of a text', createElement(Text, null, element)],
      ['beside text', createElement(Text, null, 'a', element)],
      ['as a child of a Flex text', inBody(createElement(Flex.Text, null, element))],
      ['as a child of a box', inBody(element)],
      ['as a child of buttons', createElement(Buttons, { altText: 'a' }, 'b', element)],
      ['as a quick reply', <Text>a{createElement(QuickReply, null, element)}</Text>],
      ['as a prop', inBody(createElement(Flex.Button, { action: element }))],
      [
        'in a list of a prop',
        createElement(Buttons, { altText: 'a', text: 'b', actions: [element] }),
      ],
      ['as the text of a prop', createElement(Text, { text: element })],
      ['in JSON', { type: 'flex', altText: 'a', contents: element }],
      [
        'in a list in JSON',
        {
          type: 'template',
          altText: 'a',
          template: { type: 'buttons', text: 'a', actions: [element] },
        },
      ],
      ['as what a component returns', <Returns />],
      ['in builders', text(element as never)],
    ])('is one problem %s', (_place, value) => said(value))

    it('is said of async components, of `compile` and of `render`', async () => {
      const Later = async () => Promise.resolve(element)
      await expect(renderAsync(<Later />)).rejects.toThrow(`is JSX of ${library}`)
      expect(() => render(element as never)).toThrow('jsxImportSource')
      expect(() => compile(element as never)).toThrow(StructureError)
    })
  })
})

it('does not take unknown properties for JSX', () => {
  expect(found({ type: 'text', text: 'a', props: {} })).toEqual([
    'unknown_property: a text message has no property "props"',
  ])
})

describe('something that can be iterated', () => {
  const items = ['a', 'b']
  function* generate() {
    yield* items
  }
  async function* later() {
    await Promise.resolve()
    yield* items
  }
  it.each<[name: string, make: () => object, array: string]>([
    ['a generator', generate, '[...x]'],
    ['an iterator', () => items.values(), '[...x]'],
    ['a Set', () => new Set(items), '[...x]'],
    ['a Map', () => new Map([['a', 'b']]), '[...x.values()]'],
    ['the values of a Map', () => new Map([['a', 'b']]).values(), '[...x]'],
    ['a typed array', () => new Uint8Array(2), '[...x]'],
    ['an async generator', later, 'await Array.fromAsync(x)'],
  ])('is one problem that says what to write: %s', (_name, make, array) => {
    for (const value of [
      make(),
      [make()],
      createElement(Text, null, make()),
      inBody(createElement(Flex.Text, null, make())),
      inBody(make()),
      createElement(Buttons, { altText: 'a', text: 'b', actions: make() }),
      { type: 'flex', altText: 'a', contents: { type: 'carousel', contents: make() } },
    ])
      expect(found(value)).toEqual([expect.stringContaining(`not an array; write ${array}`)])
    const buttons = createElement(Buttons, { altText: 'a', text: 'b', actions: make() })
    expect(validate(buttons)).toMatchObject([{ path: 'messages[0].template.actions' }])
  })
})
