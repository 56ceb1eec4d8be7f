import * as fukidashi from 'fukidashi'
import {
  Buttons,
  Column,
  Carousel,
  compile,
  createElement,
  DatetimePicker,
  Flex,
  Fragment,
  isElement,
  MessageAction,
  Postback,
  QuickReply,
  render,
  Sticker,
  StructureError,
  Text,
  Uri,
  validate,
} from 'fukidashi'
import { describe, expect, it, vi } from 'vitest'

const texts = (node: Parameters<typeof compile>[0]) =>
  compile(node).map((message) => (message as { text?: string }).text)

/** The text of what is thrown. */
function thrownBy(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    return String(error)
  }
  throw new Error('nothing was thrown')
}

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
    expect(() => JSON.stringify(<Two />)).toThrow('<Two> becomes 2 values where one is wanted')
    expect(() => JSON.stringify(<None />)).toThrow('<None> becomes nothing where one is wanted')
  })

  it('can be told from everything else', () => {
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

describe('children', () => {
  it('print strings, numbers and bigints, and nothing for the rest', () => {
    expect(
      texts(
        <Text>
          {'a'}
          {1}
          {2n}
          {0}
          {false}
          {true}
          {null}
          {undefined}
          {''}
        </Text>,
      ),
    ).toEqual(['a120'])
  })

  it('keep the whitespace that JSX keeps', () => {
    expect(
      texts(
        <Text>
          {' '}
          one two
          <br />
          three{'\n'}
        </Text>,
      ),
    ).toEqual([' one two\nthree\n'])
  })

  it('spread fragments, lists and components', () => {
    const Many = ({ count }: { count: number }) =>
      Array.from({ length: count }, (_, i) => <Text>{i}</Text>)
    expect(
      texts(
        <>
          <Many count={2} />
          <>
            <Text>x</Text>
          </>
          {[[<Text>y</Text>], 'z']}
        </>,
      ),
    ).toEqual(['0', '1', 'x', 'y', 'z'])
  })

  it.each([
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
  ])('refuse %s', (name, value) => {
    expect(() => compile(<Text>{value}</Text>)).toThrow(`${name} cannot be printed`)
  })

  it('refuse functions and symbols, saying what to write', () => {
    const Hello = () => <Text>hi</Text>
    expect(thrownBy(() => compile(<Text>{Hello as never}</Text>))).toContain(
      'if it is a component, write <Hello />',
    )
    expect(thrownBy(() => compile(<Text>{Symbol('x') as never}</Text>))).toContain(
      'Symbol(x) is not a child',
    )
  })

  it('refuse dates and objects that are no text, saying what to write', () => {
    const problemsOf = (child: object) => validate(<Text>Due {child as never}</Text>)
    expect(problemsOf(new Date(0))).toEqual([
      expect.objectContaining({
        code: 'wrong_value',
        message: expect.stringContaining('date.toLocaleDateString()') as string,
      }),
    ])
    expect(problemsOf({ name: 'Tea' })).toEqual([
      expect.objectContaining({
        code: 'wrong_child',
        message: expect.stringContaining('{item.name}') as string,
      }),
    ])
  })

  it('refuse dates as props, which would become a time in another zone', () => {
    const when = new Date(0) as never
    const message = (
      <Buttons altText="a">
        When?
        <DatetimePicker label="Pick" data="1" mode="datetime" initial={when} />
        {{ type: 'datetimepicker', label: 'Pick', data: '1', mode: 'date', max: when }}
      </Buttons>
    )
    expect(validate(message)).toEqual([
      expect.objectContaining({
        code: 'wrong_value',
        path: 'messages[0].template.actions[0].initial',
        component: '<Buttons> › <DatetimePicker>',
        message: 'initial is a Date, and LINE knows no time zones; write it as text',
      }),
      expect.objectContaining({
        code: 'wrong_value',
        message: expect.stringMatching(/^max is/) as string,
      }),
    ])
    expect(validate({ type: 'text', text: when }, { as: 'message' })).toEqual([
      expect.objectContaining({
        code: 'wrong_type',
        message: 'text is a Date; it has to be a string',
      }),
    ])
  })

  it('name parent, child and what is permitted, all at once', () => {
    const text = thrownBy(() =>
      compile(
        <Carousel altText="a">
          {'hello' as never}
          <Sticker packageId="446" stickerId="1988" />
          <Column>
            x<Text>no</Text>
          </Column>
        </Carousel>,
      ),
    )
    expect(text).toContain('<Carousel> cannot hold the text "hello"; it takes <Column>')
    expect(text).toContain('<Carousel> cannot hold <Sticker>')
    expect(text).toContain(
      '<Column> cannot hold <Text>; it takes text and actions such as <Postback> or <Uri>',
    )
    expect(text).toMatch(/test\/jsx-runtime\/compile\.test\.tsx:\d+:\d+/)
  })

  it('refuse tags that LINE has nothing for', () => {
    const div = createElement('div', null, 'x')
    expect(() => compile(<Text>{div}</Text>)).toThrow('<Text> cannot hold <div>')
    expect(() => compile(div)).toThrow('<div> cannot be sent by itself')
  })

  it('tell a Flex text from a text message', () => {
    expect(() =>
      compile(
        <Flex.Bubble>
          <Flex.Body>
            <Text>a</Text>
          </Flex.Body>
        </Flex.Bubble>,
      ),
    ).toThrow('<Flex.Body> cannot hold <Text>')
    expect(() => compile(<Flex.Text>a</Flex.Text>)).toThrow('<Flex.Text> cannot be sent by itself')
  })

  it.each(['Postback', 'Uri', 'Camera', 'Emoji', 'Sender', 'Mention'] as const)(
    'are an error in <%s>, which takes none',
    (name) => {
      const element = createElement(fukidashi[name], null, 'lost')
      expect(() => JSON.stringify(element)).toThrow(
        `<${name}> cannot hold the text "lost"; it takes no children`,
      )
    },
  )

  it('are wanted where something has to be shown', () => {
    const empty = (
      <Flex.Message altText="a">
        <Flex.Bubble>
          <Flex.Hero />
        </Flex.Bubble>
      </Flex.Message>
    )
    expect(validate(empty)).toContainEqual(
      expect.objectContaining({
        code: 'missing_child',
        path: 'messages[0].contents.hero',
        component: '<Flex.Message> › <Flex.Bubble> › <Flex.Hero>',
      }),
    )
  })

  it('do not say twice what a prop says', () => {
    expect(() =>
      compile(
        <Buttons altText="a" text="one">
          <Postback label="a" data="a" />
          <QuickReply items={[]} />
          <QuickReply items={[]} />
        </Buttons>,
      ),
    ).toThrow('<Buttons> has quickReply twice; say it once')
  })
})

describe('JSON and elements', () => {
  it('nest both ways at any depth', () => {
    const [message] = compile(
      <Text
        quickReply={{
          items: [{ type: 'action', action: <MessageAction label="a" text="a" /> }],
        }}
      >
        hi
      </Text>,
    )
    expect(message).toEqual({
      type: 'text',
      text: 'hi',
      quickReply: {
        items: [{ type: 'action', action: { type: 'message', label: 'a', text: 'a' } }],
      },
    })
    expect(
      compile({
        type: 'template',
        altText: 'a',
        template: {
          type: 'buttons',
          text: 'b',
          actions: [<Postback label="c" data="d" />, { type: 'message', label: 'e', text: 'f' }],
        },
      }),
    ).toEqual([
      {
        type: 'template',
        altText: 'a',
        template: {
          type: 'buttons',
          text: 'b',
          actions: [
            { type: 'postback', label: 'c', data: 'd' },
            { type: 'message', label: 'e', text: 'f' },
          ],
        },
      },
    ])
  })

  it('let components of your own stand where JSON does', () => {
    const Buy = ({ id }: { id: number }) => <Postback label="Buy" data={`buy=${id}`} />
    expect(
      compile(
        <Buttons altText="a" defaultAction={<Buy id={1} />}>
          b<Buy id={2} />
        </Buttons>,
      ),
    ).toMatchObject([
      { template: { defaultAction: { data: 'buy=1' }, actions: [{ data: 'buy=2' }] } },
    ])
  })

  it('drop what is undefined, and keep 0, false and empty strings', () => {
    expect(
      JSON.stringify(<Flex.Text flex={0} wrap={false} maxLines={0} text="" color={undefined} />),
    ).toBe('{"type":"text","flex":0,"wrap":false,"maxLines":0,"text":""}')
  })

  it('mix in a text too', () => {
    const emoji = { type: 'emoji', productId: '5ac1bfd5040ab15980c9b435', emojiId: '001' } as const
    expect(compile(<Text>hi {emoji}</Text>)).toEqual([
      { type: 'textV2', text: 'hi {emoji1}', substitution: { emoji1: emoji } },
    ])
  })

  it('read plain JSON by the place it stands in', () => {
    const bubble = {
      type: 'bubble',
      body: { type: 'box', layout: 'vertical', contents: [] },
    } as const
    const column = { text: 'a', actions: [{ type: 'message', label: 'b', text: 'c' }] } as const
    expect(compile([{ type: 'carousel', contents: [bubble] }])[0]).toMatchObject({ type: 'flex' })
    expect(compile([{ type: 'carousel', columns: [column] } as never])[0]).toMatchObject({
      type: 'template',
      template: { type: 'carousel' },
    })
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

describe('Flex text', () => {
  const contents = (node: Parameters<typeof compile>[0]) =>
    JSON.parse(JSON.stringify(node)) as { contents?: unknown; text?: unknown }

  it('stays one text without styles', () => {
    expect(contents(<Flex.Text>¥{5}.-</Flex.Text>)).toEqual({ type: 'text', text: '¥5.-' })
  })

  it('becomes spans with styles', () => {
    expect(
      contents(
        <Flex.Text wrap>
          Total{' '}
          <b>
            ¥{5}
            <i>!</i>
          </b>
          <br />
          <Flex.Span color="#06C755">paid</Flex.Span>
        </Flex.Text>,
      ),
    ).toEqual({
      type: 'text',
      wrap: true,
      contents: [
        { type: 'span', text: 'Total ' },
        { type: 'span', text: '¥5', weight: 'bold' },
        { type: 'span', text: '!', weight: 'bold', style: 'italic' },
        { type: 'span', text: '\n' },
        { type: 'span', text: 'paid', color: '#06C755' },
      ],
    })
  })

  it('says why an underline cannot stand in a line through', () => {
    expect(() =>
      JSON.stringify(
        <Flex.Text>
          <s>
            a<u>b</u>
          </s>
        </Flex.Text>,
      ),
    ).toThrow('LINE has one decoration')
  })
})

describe('a component of fukidashi', () => {
  it('says so when it is called like a function', () => {
    expect(() => Text({ children: 'a' })).toThrow('write <Text … /> instead of calling it')
  })
})

it('renders what it compiles', () => {
  expect(render('hello')).toEqual([{ type: 'text', text: 'hello' }])
})
