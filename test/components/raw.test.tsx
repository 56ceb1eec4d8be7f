/** Foreign JSON in `raw`. */
import { compile, Flex, type Message, raw, Text } from 'fukidashi'
import { expect, it } from 'vitest'

it('is exactly the JSON, with what prints nothing in lists', () => {
  const json = { type: 'text', text: 'a', emojis: [null, false, 0, [null]] }
  expect(compile(raw(json))).toEqual([json])
  expect(JSON.parse(JSON.stringify(raw(json)))).toEqual(json)
})

it('can be a value of any type as a message', () => {
  const json = [null, 5, [{ type: 'text' }], { question: 'Tea?' }]
  expect(compile(json.map((value) => raw(value as object)))).toEqual(json)
})

it('leaves out what prints nothing in lists beside it, and in elements in it', () => {
  const emojis = [null, false] as never
  const beside = { type: 'text', text: 'a', emojis } as Message
  expect(compile([raw({ list: [null] }), beside])).toEqual([
    { list: [null] },
    { type: 'text', text: 'a', emojis: [] },
  ])
  expect(compile(raw({ list: [<Text emojis={emojis}>a</Text>, null] }))).toEqual([
    { list: [{ type: 'text', text: 'a', emojis: [] }, null] },
  ])
})

it('stays a span in a Flex text, as `<Flex.Span>` does', () => {
  const span = { type: 'span', text: 'a' }
  const text = (children: unknown) =>
    JSON.parse(JSON.stringify(<Flex.Text>{children as never}</Flex.Text>)) as object
  for (const child of [raw(span), <Flex.Span>a</Flex.Span>, span])
    expect(text(child)).toEqual({ type: 'text', contents: [span] })
  expect(text(['a', 'b'])).toEqual({ type: 'text', text: 'ab' })
  expect(text(['a', <br />])).toEqual({ type: 'text', text: 'a\n' })
})
