import {
  Area,
  Buttons,
  Flex,
  LineValidationError,
  MessageAction,
  Postback,
  type Problem,
  QuickReply,
  raw,
  render,
  RichMenu,
  Text,
  validate,
} from 'fukidashi'
import { describe, expect, it } from 'vitest'

const warningsOf = (node: Parameters<typeof render>[0]) => {
  const warnings: Problem[] = []
  render(node, { onWarning: ({ problem }) => warnings.push(problem!) })
  return warnings
}

const problemsOf = (act: () => unknown): readonly Problem[] => {
  try {
    act()
  } catch (error) {
    if (error instanceof LineValidationError) return error.problems
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('render', () => {
  it('throws everything that is wrong, in structure and by rule, with component and line', () => {
    const Card = () => (
      <Buttons altText="a" title="t">
        {'x'.repeat(75)}
        <Postback label={'l'.repeat(33)} data="1" />
        <Flex.Text>no</Flex.Text>
      </Buttons>
    )
    const problems = problemsOf(() => render(<Card />))
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'wrong_child',
        path: 'messages[0]',
        component: '<Card> › <Buttons>',
      }),
      expect.objectContaining({
        code: 'too_long',
        path: 'messages[0].template.text',
        limit: 60,
        actual: 75,
      }),
      expect.objectContaining({
        code: 'too_long',
        path: 'messages[0].template.actions[0].label',
        component: '<Card> › <Buttons> › <Postback>',
        source: expect.stringMatching(/^test\/render\/render\.test\.tsx:\d+:\d+$/) as string,
        limit: 20,
        actual: 33,
        unit: 'graphemes',
      }),
    ])
  })

  it('refuses a sixth message', () => {
    const six = Array.from({ length: 6 }, (_, i) => <Text>{i}</Text>)
    expect(problemsOf(() => render(six))).toEqual([
      expect.objectContaining({ code: 'too_many', path: 'messages', limit: 5, actual: 6 }),
    ])
    expect(render(six, { maxMessages: 6 })).toHaveLength(6)
  })

  it('refuses nothing at all', () => {
    expect(problemsOf(() => render(null as never))).toEqual([
      expect.objectContaining({ code: 'empty', path: 'messages' }),
    ])
  })

  it('hands warnings over, and throws only for errors', () => {
    const quick = (
      <QuickReply>
        <MessageAction label="a" text="a" />
      </QuickReply>
    )
    expect(warningsOf([<Text>a{quick}</Text>, 'b'])).toEqual([
      expect.objectContaining({
        code: 'ignored',
        severity: 'warning',
        path: 'messages[0].quickReply',
        component: '<Text> › <QuickReply>',
      }),
    ])
  })

  it('leaves LINE’s rules out when asked to, but not the structure', () => {
    expect(render(<Text>{''}</Text>, { validate: false })).toEqual([{ type: 'text', text: '' }])
    expect(() => render(<Flex.Text>a</Flex.Text>, { validate: false })).toThrow(
      '<Flex.Text> cannot be sent by itself',
    )
  })

  it('wraps a bare bubble, and says what it took for altText', () => {
    const bubble = (
      <Flex.Bubble>
        <Flex.Body>
          <Flex.Text>
            Total <b>¥500</b>
          </Flex.Text>
          <Flex.Text>Thank you</Flex.Text>
        </Flex.Body>
      </Flex.Bubble>
    )
    expect(warningsOf(bubble)).toEqual([
      expect.objectContaining({ code: 'alt_text_derived', path: 'messages[0].altText' }),
    ])
    expect(render(bubble)).toMatchObject([{ type: 'flex', altText: 'Total ¥500 Thank you' }])
  })

  it('wants an altText where there is no text to take it from', () => {
    const image = (
      <Flex.Message>
        <Flex.Bubble>
          <Flex.Hero>
            <Flex.Image url="https://example.com/a.png" />
          </Flex.Hero>
        </Flex.Bubble>
      </Flex.Message>
    )
    expect(problemsOf(() => render(image))).toEqual([
      expect.objectContaining({ code: 'required', path: 'messages[0].altText' }),
    ])
  })

  it('takes foreign JSON by the marked door, and checks it', () => {
    expect(render(raw({ type: 'text', text: 'hi' }))).toEqual([{ type: 'text', text: 'hi' }])
    expect(problemsOf(() => render(raw({ type: 'txet' })))).toEqual([
      expect.objectContaining({ code: 'unknown_type', path: 'messages[0].type' }),
    ])
  })

  it('survives JSON without end, and names what is wrong with it', () => {
    const loop: Record<string, unknown> = { type: 'text', text: 'a' }
    loop['quickReply'] = loop
    expect(problemsOf(() => render(raw(loop as { type: string })))).toEqual([
      expect.objectContaining({ code: expect.stringMatching(/cycle|too_deep/) as string }),
    ])
    let box: object = { type: 'box', layout: 'vertical', contents: [] }
    for (let i = 0; i < 3000; i++) box = { type: 'box', layout: 'vertical', contents: [box] }
    expect(problemsOf(() => render(raw({ type: 'bubble', body: box })))).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'too_deep' })]),
    )
    let element = <Flex.Box layout="vertical" />
    for (let i = 0; i < 3000; i++) element = <Flex.Box layout="vertical">{element}</Flex.Box>
    expect(
      problemsOf(() =>
        render(
          <Flex.Bubble>
            <Flex.Body>{element}</Flex.Body>
          </Flex.Bubble>,
        ),
      ),
    ).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'too_deep' })]))
  })

  it('names what is no JSON', () => {
    expect(
      problemsOf(() => render(<Text>{1}</Text>).concat(render(<Text text={5n as never} />))),
    ).toEqual([expect.objectContaining({ code: 'wrong_type', path: 'messages[0].text' })])
  })
})

describe('validate', () => {
  it('takes elements as well as JSON', () => {
    expect(validate(<Text>{'x'.repeat(5001)}</Text>)).toEqual([
      expect.objectContaining({
        code: 'too_long',
        path: 'messages[0].text',
        component: '<Text>',
        limit: 5000,
        actual: 5001,
        unit: 'utf16',
      }),
    ])
    expect(validate(<Postback label="a" data="a" />, { as: 'action' })).toEqual([])
  })

  it('names components whatever the value is, with paths from its own root', () => {
    expect(validate(<Text>{''}</Text>, { as: 'message' })).toMatchObject([
      { code: 'empty', path: 'text', component: '<Text>' },
    ])
    const menu = (
      <RichMenu size={{ width: 2500, height: 843 }} selected name="" chatBarText="Menu">
        <Area x={0} y={0} width={2600} height={843}>
          <Postback label="a" data="a" />
        </Area>
      </RichMenu>
    )
    expect(validate(menu, { as: 'rich-menu' })).toMatchObject([
      { code: 'empty', path: 'name', component: '<RichMenu>' },
      { code: 'outside', path: 'areas[0].bounds', component: '<RichMenu> › <Area>' },
    ])
  })

  it('finds elements anywhere in JSON', () => {
    const contents = (
      <Flex.Bubble>
        <Flex.Body>
          <Flex.Text>a</Flex.Text>
        </Flex.Body>
      </Flex.Bubble>
    )
    expect(validate({ type: 'flex', altText: 'a', contents })).toEqual([])
    expect(validate({ type: 'flex', altText: '', contents })).toMatchObject([{ path: 'altText' }])
    expect(validate([<Text>a</Text>], { as: 'action' })).toMatchObject([{ code: 'wrong_type' }])
  })

  it('is not troubled by what cannot be read', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(validate(proxy)).toMatchObject([{ code: 'unreadable' }])
    const trap = Object.defineProperty({}, '$$typeof', {
      enumerable: true,
      get: () => {
        throw new Error('no')
      },
    })
    expect(validate(trap)).toMatchObject([{ code: 'unreadable' }])
    expect(validate(new Array(3e8))).toMatchObject([{ code: 'too_many' }])
  })

  it('loses no key of JSON, whatever its name', () => {
    const sender = JSON.parse('{"name":"a","__proto__":{"x":1}}') as object
    expect(validate(<Text sender={sender}>a</Text>)).toMatchObject([
      { code: 'unknown_property', path: 'messages[0].sender.__proto__' },
    ])
  })

  it('gives what a component throws as a problem', () => {
    const Fails = () => {
      throw new Error('offline')
    }
    const Later = async () => Promise.resolve(<Text>a</Text>)
    expect(validate(<Fails />)).toMatchObject([{ code: 'component_threw', component: '<Fails>' }])
    expect(validate(<Later />)).toMatchObject([{ code: 'async_component', component: '<Later>' }])
  })
})
