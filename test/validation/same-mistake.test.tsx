/** The same mistake in several places: one entry in the text, all places in the data; and what consoles print. */
import { spawnSync } from 'node:child_process'
import { inspect } from 'node:util'
import {
  assertValid,
  Buttons,
  Carousel,
  compile,
  createElement,
  Flex,
  LineValidationError,
  Postback,
  render,
  StructureError,
  Text,
} from 'fukidashi'
import { describe, expect, it } from 'vitest'

function thrown(call: () => unknown): LineValidationError {
  try {
    call()
  } catch (error) {
    return error as LineValidationError
  }
  throw new Error('nothing was thrown')
}
const entries = ({ message }: Error) => message.match(/^ {2}\S.*/gm) ?? []
const names = ['a', 'bb', 'ccc'].map((name) => name.repeat(30))

describe('the same mistake in a mapped list', () => {
  it('is one entry with a count and the last place; `problems` has every place', () => {
    const error = thrown(() =>
      render(
        <Flex.Message altText="a">
          <Flex.Bubble>
            <Flex.Body>
              {names.map((name) => (
                <Flex.Button>
                  <Postback label={name + name} data="a" />
                </Flex.Button>
              ))}
            </Flex.Body>
          </Flex.Bubble>
        </Flex.Message>,
      ),
    )
    expect(entries(error)).toHaveLength(1)
    expect(error.message).toMatch(/^3 problems in 1 message\n/)
    expect(error.message).toContain(
      ' (3 times, the last at messages[0].contents.body.contents[2].action.label)\n',
    )
    expect(error.problems.map(({ path }) => path)).toEqual(
      [0, 1, 2].map((i) => `messages[0].contents.body.contents[${i}].action.label`),
    )
  })

  it('is one entry in JSON and without lines of code too', () => {
    const text = (color: string) => ({ type: 'text', text: 'a', color })
    const contents = [text('red'), text('blue'), text('green')]
    const json = { type: 'bubble', body: { type: 'box', layout: 'vertical', contents } }
    expect(entries(thrown(() => assertValid(json, { as: 'bubble' })))).toHaveLength(1)
    const buttons = createElement(
      Buttons,
      { altText: 'a' },
      'b',
      names.map((label) => createElement(Postback, { label, data: 'a' })),
    )
    expect(entries(thrown(() => render(buttons)))).toHaveLength(1)
  })

  it('is one entry for children in a wrong place', () => {
    const error = thrown(() =>
      render(
        <Carousel altText="a">{names.map((name) => (<Text>{name}</Text>) as never)}</Carousel>,
      ),
    )
    expect(entries(error)).toHaveLength(1)
    expect(error.problems).toHaveLength(3)
  })

  it.each<[name: string, value: object]>([
    ['of another property', { type: 'text', text: 5, quoteToken: 5 }],
    [
      'of another code',
      { type: 'flex', altText: 'a', contents: { type: 'bubble', size: 'x', direction: 5 } },
    ],
    ['in one text', { type: 'textV2', text: '} and {' }],
  ])('is not mixed up with one %s', (_name, value) => {
    const error = thrown(() => assertValid(value))
    expect(entries(error)).toHaveLength(error.problems.length)
    expect(error.problems.length).toBeGreaterThan(1)
  })
})

describe('a console', () => {
  const error = thrown(() => render(<Text>{''}</Text>))
  const count = (text: string, part: string) => text.split(part).length - 1

  it('prints the text once, with the name of the error and its stack', () => {
    const printed = inspect(error)
    expect(printed).toMatch(/^LineValidationError: 1 problem in 1 message\n/)
    expect(printed).toMatch(/\n {4}at /)
    expect(count(printed, 'text is empty')).toBe(1)
    expect(count(inspect({ error, cause: [error] }, { depth: 9 }), 'text is empty')).toBe(2)
  })

  it('prints the text of a StructureError once too, and no elements', () => {
    const structure = thrown(() => compile(<Flex.Text>a</Flex.Text>))
    expect(structure).toBeInstanceOf(StructureError)
    expect(count(inspect(structure), 'cannot be sent by itself')).toBe(1)
  })

  it('prints it once where nothing catches it', () => {
    const script = `import { render } from 'fukidashi'; render({ type: 'text', text: '' })`
    const { stderr } = spawnSync(
      process.execPath,
      ['--conditions=fukidashi-source', '--import=tsx', '--input-type=module', '-e', script],
      { encoding: 'utf8' },
    )
    expect(count(stderr, 'text is empty')).toBe(1)
    expect(stderr).toContain('LineValidationError: 1 problem in 1 message')
  })

  it('loses no data: `problems` is enumerable', () => {
    expect(Object.keys(error)).toContain('problems')
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({
      code: 'messages_invalid',
      problems: [{ code: 'empty' }],
    })
  })
})
