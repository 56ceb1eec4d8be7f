/** Messages that are made from the context of components, and a context for a part of a tree. */
import {
  Buttons,
  compile,
  type Context,
  Flex,
  Fragment,
  LineValidationError,
  Postback,
  Provide,
  QuickReply,
  MessageAction,
  render,
  type Renderable,
  renderAsync,
  Text,
} from 'fukidashi'
import { describe, expect, it, vi } from 'vitest'
import { LineClient } from '../../src/client/index.js'
import { bodyOf, botWith, event, post } from '../webhook/support.js'

interface Words {
  name: string
  city?: string
}
const words = (fields: Words) => fields as Context

/** Prints the context. */
const Name = (_: object, { name, city }: Words) => `${name}${city ? ` in ${city}` : ''}`
const SlowName = async (_: object, { name }: Words) => {
  await Promise.resolve()
  return name
}

const texts = (messages: unknown) => (messages as { text: string }[]).map(({ text }) => text)

describe('a function of the context', () => {
  const context = words({ name: 'Aki' })
  const hello = ((context: Words) => `Hello ${context.name}`) as unknown as Renderable

  it.each<[string, Renderable]>([
    ['a string', hello],
    ['an element', ((c: Words) => <Text>Hello {c.name}</Text>) as never],
    ['a list', ((c: Words) => ['Hello ' + c.name, null]) as never],
    [
      'components, which get the context too',
      () => (
        <Text>
          Hello <Name />
        </Text>
      ),
    ],
  ])('can give %s', async (_, node) => {
    expect(texts(render(node, { context }))).toEqual(['Hello Aki'])
    expect(texts(compile(node, { context }))).toEqual(['Hello Aki'])
    expect(texts(await renderAsync(node, { context }))).toEqual(['Hello Aki'])
  })

  it('can be asynchronous, and is called once', async () => {
    let calls = 0
    const node = async (c: object) => {
      calls++
      await Promise.resolve()
      return (
        <Text>
          {(c as Words).name}, <SlowName />
        </Text>
      )
    }
    expect(texts(await renderAsync(node, { context }))).toEqual(['Aki, Aki'])
    expect(calls).toBe(1)
    expect(() => render(node, { context })).toThrow(/asynchronous/)
  })

  it('gets an empty context if there is no context', () => {
    expect(texts(render((c) => JSON.stringify(c)))).toEqual(['{}'])
  })

  it('that throws, or gives something wrong, is reported as a component is', () => {
    expect(() =>
      render(() => {
        throw new Error('no words')
      }),
    ).toThrow(/no words/)
    expect(() => render(() => <Text>{''}</Text>)).toThrow(LineValidationError)
  })

  it('is no component: a component without < > is still a mistake', () => {
    expect(() => render(Name as never)).toThrow(/if it is a component, write <Name \/>/)
  })

  it('can be sent with a client', async () => {
    const bodies: string[] = []
    const client = new LineClient({
      channelAccessToken: 't',
      context,
      fetch: (_, init) => {
        bodies.push(init.body as string)
        return Promise.resolve(Response.json({}))
      },
    })
    await client.messages.push(`U${'a'.repeat(32)}`, hello)
    await client.messages.broadcast(hello, { context: words({ name: 'Ben' }) })
    expect(bodies).toEqual([
      expect.stringContaining('Hello Aki'),
      expect.stringContaining('Hello Ben'),
    ])
  })
})

describe('the context in a handler', () => {
  const context = () => Promise.resolve(words({ name: 'Aki' }))
  const own = (c: object) => (c as Words).name

  it('reaches functions that are replied and pushed, and ctx.context()', async () => {
    const makeContext = vi.fn(context)
    const bodies: string[] = []
    const { bot } = botWith({
      context: makeContext,
      client: new LineClient({
        channelAccessToken: 't',
        fetch: (_, init) => {
          bodies.push(init.body as string)
          return Promise.resolve(Response.json({}))
        },
      }),
    })
    let name: unknown
    bot.on('message:text', async (ctx) => {
      name = own(await ctx.context())
      await ctx.reply((c) => own(c))
      await ctx.reply(async (c) => Promise.resolve(own(c)), { push: ['late', 'overflow'] })
      await ctx.push((c) => own(c))
      await ctx.push((c) => own(c), { context: words({ name: 'Ben' }) })
    })
    expect((await post(bot, bodyOf(event()))).status).toBe(200)
    expect(name).toBe('Aki')
    expect(bodies.map((body) => /"text":"(.*?)"/.exec(body)![1])).toEqual([
      'Aki',
      'Aki',
      'Aki',
      'Ben',
    ])
    expect(makeContext).toHaveBeenCalledTimes(1)
  })

  it.each<[string, object, object]>([
    ['of the bot', { context }, { name: 'Aki' }],
    [
      'of a client of your own',
      { client: new LineClient({ context: words({ name: 'Ben' }) }) },
      { name: 'Ben' },
    ],
    ['without a user', {}, {}],
    ['without a user, of a bot that cannot send', { client: undefined }, {}],
  ])('ctx.context() gives that %s', async (_, options, expected) => {
    const { bot } = botWith(options)
    let result: unknown
    bot.use(async (ctx) => {
      result = await ctx.context()
    })
    await post(bot, bodyOf(event()))
    expect(result).toEqual(expected)
  })
})

describe('<Provide>', () => {
  const context = words({ name: 'Aki', city: 'Kyoto' })
  const ben = words({ name: 'Ben' })
  const rendered = (node: Renderable) => texts(render(node, { context }))

  it('adds to the context of the components inside it, and only of those', () => {
    expect(
      rendered(
        <>
          <Text>
            <Name />
          </Text>
          <Provide context={ben}>
            <Text>
              <Name />
            </Text>
            <Provide context={{ city: 'Nara' } as object}>
              <Text>
                <Name />
              </Text>
            </Provide>
            <Text>
              <Name />
            </Text>
          </Provide>
          <Text>
            <Name />
          </Text>
        </>,
      ),
    ).toEqual(['Aki in Kyoto', 'Ben in Kyoto', 'Ben in Nara', 'Ben in Kyoto', 'Aki in Kyoto'])
  })

  it('holds in text, in lists, in props and in Flex, and prints nothing itself', () => {
    const [message] = render(
      <Buttons
        altText="a"
        quickReply={
          <Provide context={ben}>
            <QuickReply>
              <Labelled />
            </QuickReply>
          </Provide>
        }
      >
        From{' '}
        <Provide context={ben}>
          <Name />
        </Provide>{' '}
        to <Name />
        {[1].map((key) => (
          <Provide key={key} context={ben}>
            <Fragment>
              <Choice />
            </Fragment>
          </Provide>
        ))}
      </Buttons>,
      { context },
    )
    expect(message).toMatchObject({
      template: { text: 'From Ben in Kyoto to Aki in Kyoto', actions: [{ label: 'Ben' }] },
      quickReply: { items: [{ action: { label: 'Ben' } }] },
    })
    const [flex] = render(
      <Flex.Message altText="a">
        <Provide context={ben}>
          <Flex.Bubble>
            <Flex.Body>
              <Flex.Text>
                <Name />
              </Flex.Text>
            </Flex.Body>
          </Flex.Bubble>
        </Provide>
      </Flex.Message>,
      { context },
    )
    expect(flex).toMatchObject({ contents: { body: { contents: [{ text: 'Ben in Kyoto' }] } } })
  })

  it('reaches asynchronous components, and theirs', async () => {
    const Slow = async () => {
      await Promise.resolve()
      return (
        <Text>
          <SlowName /> <Name />
        </Text>
      )
    }
    const tree = [
      <Slow />,
      <Provide context={ben}>
        <Slow />
      </Provide>,
      <Slow />,
    ]
    expect(texts(await renderAsync(tree, { context }))).toEqual([
      'Aki Aki in Kyoto',
      'Ben Ben in Kyoto',
      'Aki Aki in Kyoto',
    ])
  })

  it('one that a component returns later', async () => {
    const Later = async ({ children }: { children: object }) => {
      await Promise.resolve()
      return <Provide context={ben}>{children}</Provide>
    }
    expect(
      texts(
        await renderAsync(
          [
            <Later>
              <Text>
                <SlowName />
              </Text>
            </Later>,
            <Text>
              <SlowName />
            </Text>,
          ],
          { context },
        ),
      ),
    ).toEqual(['Ben', 'Aki'])
  })

  it('gives a component one context object, however often the tree is read', async () => {
    const contexts = new Set<object>()
    const Noting = async (_: object, context: object) => {
      contexts.add(context)
      await Promise.resolve()
      return 'x'
    }
    await renderAsync(
      <Provide context={ben}>
        <Text>
          <Noting />
          <Noting />
        </Text>
      </Provide>,
      { context },
    )
    expect(contexts.size).toBe(1)
  })

  it('ends where a component inside it throws', () => {
    const Broken = () => {
      throw new Error('broken')
    }
    expect(() =>
      rendered(
        <Provide context={ben}>
          <Broken />
        </Provide>,
      ),
    ).toThrow(/<Broken>.*threw: broken/)
  })

  it('leaves the places of problems as they are', () => {
    expect.assertions(1)
    try {
      rendered(
        <Provide context={ben}>
          <Text>{'x'.repeat(5_001)}</Text>
        </Provide>,
      )
    } catch (error) {
      expect((error as LineValidationError).problems).toMatchObject([
        { path: 'messages[0].text', component: '<Text>' },
      ])
    }
  })
})

const Choice = (_: object, { name }: Words) => <Postback label={name} data="1" />
const Labelled = (_: object, { name }: Words) => <MessageAction label={name} text="x" />
