/** Elements: when they run, what they become, and the errors of `compile`. */
import {
  Carousel,
  compile,
  createElement,
  Flex,
  Fragment,
  isElement,
  render,
  StructureError,
  Text,
  Uri,
} from 'fukidashi'
import { describe, expect, it, vi } from 'vitest'

const texts = (node: Parameters<typeof compile>[0]) =>
  compile(node).map((message) => (message as { text?: string }).text)

describe('elements', () => {
  it('run nothing until they are compiled', () => {
    const Greeting = vi.fn(() => <Text>hi</Text>)
    const element = <Greeting />
    expect(Greeting).not.toHaveBeenCalled()
    compile(element)
    expect(Greeting).toHaveBeenCalledOnce()
  })

  it('become JSON by themselves', () => {
    expect(JSON.stringify(<Text>hi</Text>)).toBe('{"type":"text","text":"hi"}')
    expect(JSON.stringify(<Uri label="a" uri="https://example.com" />)).toBe(
      '{"type":"uri","label":"a","uri":"https://example.com"}',
    )
    expect(JSON.stringify({ messages: [<Text>a</Text>] })).toBe(
      '{"messages":[{"type":"text","text":"a"}]}',
    )
  })

  it('refuse to be one JSON value when they are several, or none', () => {
    const Two = () => (
      <>
        <Text>a</Text>
        <Text>b</Text>
      </>
    )
    const None = () => null
    expect(() => JSON.stringify(<Two />)).toThrow('<Two> becomes 2 values where one is expected')
    expect(() => JSON.stringify(<None />)).toThrow('<None> becomes nothing where one is expected')
  })

  it('can be distinguished from all other values', () => {
    expect(isElement(<Text>a</Text>)).toBe(true)
    expect(isElement({ type: 'text', text: 'a' })).toBe(false)
    expect(isElement(null)).toBe(false)
  })

  it('can be used twice', () => {
    const element = <Text>again</Text>
    expect(texts([element, element])).toEqual(['again', 'again'])
  })

  it('leave what they were given as it is', () => {
    const quickReply = { items: [] as never[] }
    const contents: never[] = []
    compile(<Text quickReply={quickReply}>a</Text>)
    JSON.stringify(
      <Flex.Box layout="vertical" contents={contents}>
        <Flex.Text>a</Flex.Text>
      </Flex.Box>,
    )
    expect(quickReply.items).toEqual([])
    expect(contents).toEqual([])
  })
})

describe('a spread before a key', () => {
  it('falls back to createElement, with the same result', () => {
    const props = { text: 'a' }
    expect(compile(createElement(Text, { ...props, key: '1' }))).toEqual(
      compile(<Text key="1" {...props} />),
    )
    expect(compile(createElement(Fragment, null, 'a', createElement(Text, null, 'b')))).toEqual(
      compile(
        <>
          a<Text>b</Text>
        </>,
      ),
    )
  })
})

describe('StructureError', () => {
  it('keeps the problems as data', () => {
    try {
      compile(<Carousel altText="a">{'text' as never}</Carousel>)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(StructureError)
      expect((error as StructureError).problems).toMatchObject([
        { code: 'wrong_child', severity: 'error' },
      ])
    }
  })
})

describe('a component of fukidashi', () => {
  it('says so when it is called like a function', () => {
    expect(() => Text({ children: 'a' })).toThrow('write <Text … />')
  })
})

it('renders what it compiles', () => {
  expect(render('hello')).toEqual([{ type: 'text', text: 'hello' }])
})
