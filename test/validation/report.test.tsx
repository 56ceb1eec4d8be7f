/** What an author reads when messages are wrong: where, in which component, on which line, and what is permitted. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  assertValid,
  Buttons,
  Confirm,
  type FC,
  Flex,
  LineValidationError,
  MessageAction,
  Postback,
  render,
  renderAsync,
  Text,
  Uri,
  validate,
  type Warning,
} from 'fukidashi'

/** The error that a call throws. */
function thrown(call: () => unknown): LineValidationError {
  try {
    call()
  } catch (error) {
    if (error instanceof LineValidationError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

/** A text as it is here, without the indent of the code around it. */
const lines = (...text: string[]) => text.join('\n')

const here = 'test/validation/report.test.tsx'
/** Line and column of the first occurrence of a text in this file. */
function placeOf(text: string): string {
  const before = readFileSync(new URL(import.meta.url), 'utf8')
    .split(text)[0]!
    .split('\n')
  return `${here}:${before.length}:${before.at(-1)!.length + 1}`
}

describe('the report', () => {
  it('is the one of the documents', () => {
    const message = (
      <Buttons altText="Buy tea" title="Tea" thumbnailImageUrl="https://example.com/tea.jpg">
        {'Choose '.repeat(10)}today
        <Postback label="Add this lovely item to my basket" data="buy" />
      </Buttons>
    )
    const error = thrown(() => render(message))
    expect(error.message).toBe(
      lines(
        '2 problems in 1 message',
        '',
        `  messages[0].template.text               <Buttons>                ${placeOf('<Buttons altText="Buy tea"')}`,
        '    text has 75 characters; with a title or image a buttons template has room for 60 (160 without)',
        '    too_long: node_modules/fukidashi/docs/problems.md#too_long',
        `  messages[0].template.actions[0].label   <Buttons> › <Postback>   ${placeOf('<Postback label="Add')}`,
        '    "Add this lovely item to my basket" is 33 characters; a postback label in a buttons template has at most 20',
        '    too_long: node_modules/fukidashi/docs/problems.md#too_long',
      ),
    )
    expect(String(error)).toBe(`LineValidationError: ${error.message}`)
  })

  it('names the line and the column of the innermost element', () => {
    const Menu: FC = () => (
      <Confirm altText="Sure?">
        Sure?
        <MessageAction label="Yes" text="yes" />
        <MessageAction label={'x'.repeat(21)} text="no" />
      </Confirm>
    )
    const [problem] = validate(<Menu />)
    expect(problem).toMatchObject({
      path: 'messages[0].template.actions[1].label',
      component: '<Menu> › <Confirm> › <MessageAction>',
    })
    expect(problem?.source).toBe(placeOf("<MessageAction label={'x'"))
  })

  it('names both lines of elements that are on different lines', () => {
    const problems = validate(
      <>
        <Text>{''}</Text>

        <Text>{''}</Text>
      </>,
    )
    const rows = problems.map(({ source }) => Number(/:(\d+):/.exec(source ?? '')?.[1]))
    expect(rows[1]! - rows[0]!).toBe(2)
  })

  it('counts warnings separately and marks them', () => {
    const error = thrown(() =>
      render(
        <Buttons>
          Tea
          <Uri label="Open" uri="line://nv/camera" />
          <Uri label="" uri="https://example.com/" />
        </Buttons>,
      ),
    )
    expect(error.message).toMatch(/^1 problem and 2 warnings in 1 message\n/)
    expect(error.message).toMatch(
      /\n {4}warning: altText is missing and was taken from the content/,
    )
    expect(error.message).toMatch(/\n {4}warning: line: addresses no longer open everywhere/)
    expect(error.problems).toHaveLength(3)
  })

  it('says how many messages there were', () => {
    const error = thrown(() => render([<Text>Tea</Text>, <Text>{''}</Text>, <Text>{''}</Text>]))
    expect(error.message).toMatch(/^2 problems in 3 messages\n/)
  })

  it('of plain JSON has neither component nor line', () => {
    const error = thrown(() => assertValid({ type: 'text', text: '' }))
    expect(error.message).toBe(
      lines(
        '1 problem in 1 message',
        '',
        '  text',
        '    text is empty; write something, or leave text out where it is optional',
        '    empty: node_modules/fukidashi/docs/problems.md#empty',
      ),
    )
  })

  it('of a value that is wrong as a whole says what it was meant to be', () => {
    expect(thrown(() => assertValid(null)).message).toContain('\n  the message\n')
  })

  it('has the same information for programs and readers', () => {
    const error = thrown(() => render(<Text>{''}</Text>))
    expect(error).toMatchObject({ name: 'LineValidationError', code: 'messages_invalid' })
    expect(error.problems[0]).toEqual({
      code: 'empty',
      severity: 'error',
      path: 'messages[0].text',
      message: expect.stringMatching(/^text is empty; /) as string,
      limit: 1,
      actual: 0,
      unit: 'utf16',
      component: '<Text>',
      source: expect.stringMatching(`^${here}:`) as string,
      docs: 'https://developers.line.biz/en/reference/messaging-api/#text-message',
    })
  })
})

describe('warnings', () => {
  const Doubtful = () => (
    <Flex.Message altText="Tea">
      <Flex.Bubble>
        <Flex.Body>
          <Flex.Button>
            <Uri label="Open" uri="myapp://open" />
          </Flex.Button>
        </Flex.Body>
      </Flex.Bubble>
    </Flex.Message>
  )

  it('do not keep a message from being sent, and go to onWarning', async () => {
    const warnings: Warning[] = []
    const onWarning = (warning: Warning) => void warnings.push(warning)
    expect(render(<Doubtful />, { onWarning })).toHaveLength(1)
    expect(await renderAsync(<Doubtful />, { onWarning })).toHaveLength(1)
    expect(warnings.map(({ code, problem }) => `${problem!.severity} ${code}`)).toEqual([
      'warning bad_scheme',
      'warning bad_scheme',
    ])
    expect(String(warnings[0])).toMatch(
      /^messages\[0\]\.contents\.body\.contents\[0\]\.action\.uri, <Doubtful> › .*, .*report\.test\.tsx:\d+:\d+: /,
    )
    expect(() => assertValid(<Doubtful />)).not.toThrow()
  })
})

describe('advice', () => {
  const said = (value: unknown, as: 'message' | 'flex-component' | 'action' = 'message') =>
    validate(value, { as }).map(({ message }) => message)
  const image = (url: string) => ({
    type: 'image',
    originalContentUrl: url,
    previewImageUrl: 'https://example.com/a.jpg',
  })
  it.each<[string, string[], string]>([
    [
      'a mistyped property',
      said({ type: 'text', text: 'a', qickReply: {} }),
      'did you mean quickReply?',
    ],
    [
      'a mistyped word',
      said(
        { type: 'image', url: 'https://example.com/a.jpg', aspectMode: 'covr' },
        'flex-component',
      ),
      'did you mean "cover"?',
    ],
    ['a mistyped type', said({ type: 'txt' }), 'did you mean text?'],
    [
      'a size without unit',
      said({ type: 'text', text: 'a', size: '14' }, 'flex-component'),
      'did you mean "14px"?',
    ],
    [
      'a short colour',
      said({ type: 'text', text: 'a', color: '#4a4' }, 'flex-component'),
      'did you mean "#44aa44"?',
    ],
    [
      'a blank in an address',
      said(image('https://example.com/a b.jpg')),
      'write "https://example.com/a%20b.jpg"',
    ],
    [
      'Japanese in an address',
      said(image('https://example.com/茶.jpg')),
      'write "https://example.com/%E8%8C%B6.jpg"',
    ],
    [
      'a lone percent',
      said(image('https://example.com/100%.jpg')),
      'write "https://example.com/100%25.jpg"',
    ],
    [
      'an address of the LINE app',
      said({ type: 'uri', uri: 'line://nv/camera' }, 'action'),
      'write "https://line.me/R/nv/camera"',
    ],
    [
      'a spacer',
      said({ type: 'box', layout: 'vertical', contents: [{ type: 'spacer' }] }, 'flex-component'),
      'use paddings or margins',
    ],
    [
      'a lone brace',
      said({ type: 'textV2', text: 'a { b' }),
      'braces that are meant to be seen are doubled, as {{',
    ],
  ])('%s', (_name, messages, advice) => {
    expect(messages.join('\n')).toContain(advice)
  })

  it('shows long values short, and never half an emoji', () => {
    const [message] = said(
      { type: 'text', text: 'a', color: `${'x'.repeat(56)}👋👋👋👋` },
      'flex-component',
    )
    expect(message).not.toMatch(/\\ud83d/i)
    expect(message!.length).toBeLessThan(200)
  })
})
