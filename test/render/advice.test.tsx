/** Mistakes that newcomers make, and whether the report says what to do. */
import { describe, expect, it } from 'vitest'
import {
  Buttons,
  createElement,
  Flex,
  MessageAction,
  Postback,
  QuickReply,
  render,
  Text,
  validate,
} from 'fukidashi'

const messagesOf = (tree: unknown) =>
  validate(tree)
    .map(({ message }) => message)
    .join('\n')
const div = createElement('div', {})
const body = (child: unknown) => (
  <Flex.Message altText="Tea">
    <Flex.Bubble>
      <Flex.Body>{child as never}</Flex.Body>
    </Flex.Bubble>
  </Flex.Message>
)

describe('a child in a wrong place', () => {
  it.each<[name: string, tree: unknown, advice: string]>([
    ['a message in Flex', body(<Text>Tea</Text>), 'did you mean <Flex.Text>?'],
    ['a Flex text as a message', <Flex.Text>Tea</Flex.Text>, 'did you mean <Text>?'],
    [
      'a Flex box as a message',
      <Flex.Box layout="vertical" />,
      'only text, messages and <Flex.Bubble>',
    ],
    ['an action as a message', <Postback label="Tea" data="tea" />, 'cannot be sent by itself'],
    ['a style in a message', <Text>{<b>Tea</b>}</Text>, 'only <Flex.Text> knows styles'],
    ['a function', <Text>{(() => 'Tea') as never}</Text>, 'pass what it returns'],
    [
      'a quick reply beside messages',
      <>
        <Text>Tea</Text>
        <QuickReply>
          <MessageAction label="Yes" text="yes" />
        </QuickReply>
      </>,
      '<QuickReply> cannot be sent by itself',
    ],
  ])('is reported with advice: %s', (_name, tree, advice) => {
    expect(messagesOf(tree)).toContain(advice)
  })

  it('is named with its line, even where nothing is around it', () => {
    const [problem] = validate(<Flex.Text>Tea</Flex.Text>)
    expect(problem?.source).toMatch(/advice\.test\.tsx:\d+:\d+$/)
  })

  it.each<[name: string, tree: unknown]>([
    [
      'altText',
      <Flex.Message>
        <Flex.Bubble>
          <Flex.Body>{'Tea' as never}</Flex.Body>
        </Flex.Bubble>
      </Flex.Message>,
    ],
    ['the text', <Text>{div}</Text>],
    ['messages', <Flex.Text>Tea</Flex.Text>],
  ])('does not make the lack of %s a second problem', (_name, tree) => {
    expect(validate(tree).map(({ code }) => code)).toEqual(['wrong_child'])
  })

  it('hides nothing that it did not cause', () => {
    const found = validate(
      <Buttons altText="">
        {div}
        <MessageAction label="Yes" text="" />
      </Buttons>,
    )
    expect(found.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'wrong_child messages[0]',
      'empty messages[0].altText',
      'empty messages[0].template.actions[0].text',
    ])
    expect(() => render(<Flex.Text>Tea</Flex.Text>)).toThrow(/^1 problem in <Flex.Text>\n/)
  })
})

describe('JSON without what belongs around it', () => {
  const item = { type: 'message', label: 'Yes', text: 'yes' }
  const inFlex = (contents: object) => ({ type: 'flex', altText: 'Tea', contents })

  it.each<[name: string, value: object, advice: string]>([
    ['a bubble', { type: 'bubble' }, "put it into { type: 'flex', altText: …, contents: … }"],
    ['a Flex carousel', { type: 'carousel', contents: [] }, "{ type: 'flex', altText: …"],
    ['a template', { type: 'buttons' }, "{ type: 'template', altText: …, template: … }"],
    ['a template of columns', { type: 'carousel', columns: [] }, "type: 'template', altText"],
    ['a box', inFlex({ type: 'box' }), "put it into { type: 'bubble', body: … }"],
    [
      'a text as a block',
      inFlex({ type: 'bubble', body: { type: 'text', text: 'Tea' } }),
      "put it into { type: 'box', layout: …, contents: [ … ] }",
    ],
    [
      'an action as a quick reply',
      { type: 'text', text: 'Tea', quickReply: { items: [item] } },
      "put the action into { type: 'action', action: … }",
    ],
    ['a request', { replyToken: 'a', messages: [] }, 'give its messages'],
  ])('is one problem, which says what to write: %s', (_name, value, advice) => {
    const found = validate(value)
    expect(found.map(({ message }) => message)).toEqual([expect.stringContaining(advice)])
  })

  it('gets no such advice where it would not help', () => {
    expect(messagesOf({ type: 'postback', label: 'a', data: 'b' })).not.toContain('put it into')
    expect(messagesOf(inFlex({ type: 'text', text: 'Tea' }))).not.toContain('put it into')
  })
})
