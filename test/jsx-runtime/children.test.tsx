/** Children: what they print, and the errors for those that are not permitted. */
import * as fukidashi from 'fukidashi'
import {
  Buttons,
  Column,
  Carousel,
  compile,
  createElement,
  DatetimePicker,
  Flex,
  Postback,
  QuickReply,
  Sticker,
  Text,
  validate,
} from 'fukidashi'
import { describe, expect, it } from 'vitest'

const texts = (node: Parameters<typeof compile>[0]) =>
  compile(node).map((message) => (message as { text?: string }).text)

/** The text of the error that a call throws. */
function thrownBy(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    return String(error)
  }
  throw new Error('nothing was thrown')
}

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
          {' one two'}
          <br />
          three {'four\n'}
        </Text>,
      ),
    ).toEqual([' one two\nthree four\n'])
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
    expect(text).toMatch(/test\/jsx-runtime\/children\.test\.tsx:\d+:\d+/)
  })

  it('refuse tags that LINE has nothing for', () => {
    const div = createElement('div', null, 'x')
    expect(() => compile(<Text>{div}</Text>)).toThrow('<Text> cannot hold <div>')
    expect(() => compile(div)).toThrow('<div> cannot be sent by itself')
  })

  it('distinguish a Flex text from a text message', () => {
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
