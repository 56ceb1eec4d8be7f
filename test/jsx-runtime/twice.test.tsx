/** Elements that are placed twice, keys, and components nested deeply. */
import {
  Buttons,
  compile,
  createElement,
  type Context,
  type FC,
  Flex,
  Mention,
  Postback,
  render,
  renderAsync,
  Text,
  validate,
} from 'fukidashi'
import { describe, expect, it } from 'vitest'

describe('an element that is placed twice', () => {
  /** A component that shows how often it was called. */
  const counter = () => {
    let calls = 0
    return async () => {
      await Promise.resolve()
      return `call ${++calls}`
    }
  }
  const texts = async (node: unknown, context?: object) =>
    (await renderAsync(node as never, { context: context as Context })).map(
      (message) => (message as { text: string }).text,
    )

  it('calls its async component once, and shows one result in both places', async () => {
    const Count = counter()
    const element = <Count />
    expect(
      await texts(
        <>
          <Text>{element}</Text>
          <Text>
            {element}, {element}
          </Text>
        </>,
      ),
    ).toEqual(['call 1', 'call 1, call 1'])
  })

  it('calls async components inside it once too, also as a prop and as a message', async () => {
    const Count = counter()
    const Outer = async () => Promise.resolve(<Count />)
    const message = (
      <Text>
        <Outer />
      </Text>
    )
    expect(await texts([message, message])).toEqual(['call 1', 'call 1'])
    const Action = async () => Promise.resolve(<Postback label="a" data={`${Math.random()}`} />)
    const action = <Action />
    const [buttons] = await renderAsync(
      <Buttons altText="a" defaultAction={action}>
        b{action}
      </Buttons>,
    )
    const { template } = buttons as unknown as { template: Record<string, unknown> }
    expect(template['defaultAction']).toEqual((template['actions'] as unknown[])[0])
  })

  it('calls it for each render', async () => {
    const Count = counter()
    const element = (
      <Text>
        <Count />
      </Text>
    )
    expect(await texts(element)).toEqual(['call 1'])
    expect(await texts(element)).toEqual(['call 2'])
    expect(await Promise.all([texts(element), texts(element)])).toEqual([['call 3'], ['call 4']])
  })

  it('calls it for each context', async () => {
    const Name: FC<object, { name: string }> = async (_props, { name }) => Promise.resolve(name)
    const element = <Text>{createElement(Name)}</Text>
    expect(await texts(element, { name: 'Aki' })).toEqual(['Aki'])
    expect(await texts(element, { name: 'Ben' })).toEqual(['Ben'])
  })

  it('is not mixed up with an equal element', async () => {
    const Count = counter()
    expect(
      await texts(
        <Text>
          <Count />, <Count />
        </Text>,
      ),
    ).toEqual(['call 1, call 2'])
  })

  it('calls a synchronous component once too', () => {
    let calls = 0
    const Count = () => `call ${++calls}`
    const element = <Count />
    expect(compile([<Text>{element}</Text>, <Text>{element}</Text>])).toMatchObject([
      { text: 'call 1' },
      { text: 'call 1' },
    ])
  })
})

describe('a key in a spread', () => {
  const key = { key: 'a' }
  it.each<[name: string, element: object]>([
    ['a message', <Text {...key}>a</Text>],
    ['a Flex text', <Flex.Text {...key}>a</Flex.Text>],
    ['a box', <Flex.Box {...key} layout="vertical" />],
    ['a mention', <Mention {...key} all />],
    ['a template', <Buttons {...key}>a</Buttons>],
    ['an element of `createElement`', createElement(Text, key, 'a')],
    [
      'an action in a component',
      createElement((props: object) => <Postback label="a" data="a" {...props} />, key),
    ],
  ])('is not sent: %s', (_name, element) => {
    expect(JSON.stringify(element)).not.toContain('"key"')
  })

  it('stays in JSON that is not props', () => {
    const substitution = { key: { type: 'emoji', productId: 'a', emojiId: 'b' } }
    const message = { type: 'textV2', text: '{key}', substitution }
    expect(compile(message as never)).toEqual([message])
  })
})

describe('components nested deeply', () => {
  const names = (text: string | undefined) => text?.match(/<\w+>/g) ?? []
  const nested = (depth: number, inner: object) => {
    let element = inner
    for (let i = 0; i < depth; i++) {
      const child = element
      element = createElement(Object.assign(() => child, { displayName: `C${i}` }))
    }
    return element
  }

  it('are named by at most a dozen, from both ends', () => {
    const [problem] = validate(nested(50, <Text>{''}</Text>))
    expect(names(problem?.component).length).toBeLessThanOrEqual(12)
    expect(problem?.component).toMatch(/^<C49> › .* › … › .* › <Text>$/)
    const [dozen] = validate(nested(11, <Text>{''}</Text>))
    expect(names(dozen?.component)).toHaveLength(12)
    expect(dozen?.component).not.toContain('…')
  })

  it('are named so in every error', () => {
    const Again: FC = () => <Again />
    const Fails: FC = () => {
      throw new Error('offline')
    }
    const Later: FC = async () => Promise.resolve(null)
    for (const tree of [<Again />, nested(60, <Fails />), nested(60, <Later />)]) {
      let error: unknown
      try {
        render(tree as never)
      } catch (thrown) {
        error = thrown
      }
      const { message, component } = error as { message: string; component: string }
      expect(names(message).length).toBeLessThanOrEqual(12)
      expect(names(component).length).toBeLessThanOrEqual(12)
    }
    for (const { message, component } of validate(nested(900, <Text>a</Text>)))
      expect(names(`${message} ${component ?? ''}`).length).toBeLessThanOrEqual(24)
  })
})
