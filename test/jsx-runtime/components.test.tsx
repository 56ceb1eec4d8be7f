import {
  AsyncComponentError,
  ComponentError,
  type Context,
  type FC,
  render,
  renderAsync,
  Text,
} from 'fukidashi'
import { describe, expect, it } from 'vitest'

type Translate = { t: (key: string) => string }
const context = { t: (key: string) => `translated ${key}` } as Context

describe('a component', () => {
  it('gets the context as its second argument', () => {
    const Hello: FC<{ name: string }, Translate> = ({ name }, { t }) => (
      <Text>
        {t('hello')} {name}
      </Text>
    )
    expect(render(<Hello name="Aki" />, { context })).toEqual([
      { type: 'text', text: 'translated hello Aki' },
    ])
  })

  it('gets an empty context when none is given', () => {
    const Show: FC<object, object> = (_props, given) => <Text>{JSON.stringify(given)}</Text>
    expect(render(<Show />)).toEqual([{ type: 'text', text: '{}' }])
  })

  it('that throws is named with its way, its place and its reason', () => {
    const reason = new Error('no such item')
    const Price = () => {
      throw reason
    }
    const Card = () => <Price />
    try {
      render(<Card />)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(ComponentError)
      expect((error as ComponentError).cause).toBe(reason)
      expect((error as ComponentError).component).toBe('<Card> › <Price>')
      expect((error as ComponentError).message).toMatch(
        /^<Card> › <Price> \(test\/jsx-runtime\/components\.test\.tsx:\d+:\d+\) threw: no such item$/,
      )
    }
  })

  it('that is missing is named, with what to look for', () => {
    const Missing = undefined as unknown as FC
    expect(() => render(<Missing />)).toThrow(
      'is not a component: check its name, export and import',
    )
  })

  it('that contains itself is found out', () => {
    const Again: FC = () => <Again />
    expect(() => render(<Again />)).toThrow('does it contain itself?')
  })
})

describe('an asynchronous component', () => {
  const Price = async ({ id }: { id: number }) => {
    await Promise.resolve()
    return <Text>¥{id * 100}</Text>
  }

  it('is rendered by renderAsync, at any depth and in order', async () => {
    const List = async () => {
      await Promise.resolve()
      return [1, 2].map((id) => <Price id={id} />)
    }
    expect(
      await renderAsync(
        <>
          <List />
          <Text>and</Text>
          <Price id={3} />
        </>,
      ),
    ).toEqual([
      { type: 'text', text: '¥100' },
      { type: 'text', text: '¥200' },
      { type: 'text', text: 'and' },
      { type: 'text', text: '¥300' },
    ])
  })

  it('is called once, and so are those around it', async () => {
    const calls: string[] = []
    const Inner = async () => {
      calls.push('inner')
      await Promise.resolve()
      return 'text'
    }
    const Outer = () => {
      calls.push('outer')
      return (
        <Text>
          <Inner />
        </Text>
      )
    }
    expect(await renderAsync(<Outer />)).toEqual([{ type: 'text', text: 'text' }])
    expect(calls).toEqual(['outer', 'inner'])
  })

  it('is named when it is rendered synchronously', () => {
    expect(() => render(<Price id={1} />)).toThrow(AsyncComponentError)
    expect(() => render(<Price id={1} />)).toThrow(
      /^<Price> \(.*\) is asynchronous: use renderAsync\(\)/,
    )
    expect(() => JSON.stringify(<Price id={1} />)).toThrow(AsyncComponentError)
  })

  it('that fails is named, and fails the render', async () => {
    const Fails = async () => {
      await Promise.resolve()
      throw new Error('offline')
    }
    await expect(renderAsync(<Fails />)).rejects.toThrow(/^<Fails> \(.*\) threw: offline$/)
  })

  it('that fails in a synchronous render leaves no unhandled rejection behind', () => {
    const Fails = () => Promise.reject(new Error('offline'))
    expect(() => render(<Fails />)).toThrow(AsyncComponentError)
  })

  it('may be a promise among the children', async () => {
    const later = Promise.resolve(<Text>later</Text>)
    expect(await renderAsync([<Text>now</Text>, later as never])).toEqual([
      { type: 'text', text: 'now' },
      { type: 'text', text: 'later' },
    ])
  })
})

describe('a deferred value', () => {
  const data = { [Symbol.for('fukidashi.deferred')]: () => Promise.resolve('signed') }

  it('is waited for as a prop', async () => {
    const { Buttons, Postback } = await import('fukidashi')
    const buttons = (
      <Buttons altText="a">
        b<Postback label="c" data={data as never} />
      </Buttons>
    )
    expect(await renderAsync(buttons)).toMatchObject([
      { template: { actions: [{ data: 'signed' }] } },
    ])
    expect(() => render(buttons)).toThrow(/^<Postback> \(.*\) is asynchronous/)
  })
})
