/** Whatever ends rendering early, no promise of the tree is left to end the process. */
import {
  ComponentError,
  compile,
  type Renderable,
  render,
  renderAsync,
  Text,
  validate,
} from 'fukidashi'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

let unhandled: unknown[] = []
const note = (reason: unknown) => void unhandled.push(reason)
beforeEach(() => {
  unhandled = []
  process.on('unhandledRejection', note)
})
afterEach(() => {
  process.off('unhandledRejection', note)
})

/** Promises that fail when the test says so. */
function failing() {
  const fails: (() => void)[] = []
  const promise = () =>
    new Promise<never>((_, reject) => {
      fails.push(() => reject(new Error('out of stock')))
    })
  const failAll = async () => {
    for (const fail of fails) fail()
    // Unhandled rejections are reported after the microtasks of this turn.
    await new Promise((resolve) => setImmediate(resolve))
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { promise, failAll }
}

const Throws = () => {
  throw new Error('no price')
}
const ThrowsLater = async () => {
  await Promise.resolve()
  return <Throws />
}
const Fails = () => Promise.reject(new Error('no price'))
const Endless = () => <Endless />
const EndlessLater = async () => Promise.resolve(<EndlessLater />)
const Wrong = undefined as unknown as () => object
const unreadable = (): object => ({
  get type(): string {
    throw new Error('gone')
  },
})
const UnreadableLater = async () => Promise.resolve(unreadable())
const tooMany = new Array<string>(60_000).fill('a')

/** What ends it: at once, or in a later round. */
const ends: [name: string, end: unknown][] = [
  ['a component that throws', <Throws />],
  ['a component that throws in a later round', <ThrowsLater />],
  ['a component that rejects', <Fails />],
  ['a wrong component', <Wrong />],
  ['endless nesting', <Endless />],
  ['endless nesting, a round for each level', <EndlessLater />],
  ['a getter that throws', unreadable()],
  ['a getter that throws in a later round', <UnreadableLater />],
  [
    'a promise that is rejected',
    { then: (_: unknown, fail: (error: Error) => void) => fail(new Error('no price')) },
  ],
  ['too many parts', <Text>{tooMany}</Text>],
  [
    'a thenable that throws',
    {
      then() {
        throw new Error('no then')
      },
    },
  ],
]

/** Where a promise may be that fails after the end. */
const places: [name: string, around: (promise: () => Promise<never>) => unknown][] = [
  [
    'a component',
    (promise) => {
      const Stock = async () => promise()
      return <Stock />
    },
  ],
  ['a child', (promise) => <Text>{promise() as never}</Text>],
  ['a message', (promise) => promise()],
  ['a prop', (promise) => <Text quoteToken={promise() as never}>a</Text>],
  ['plain JSON', (promise) => ({ type: 'text', text: promise() })],
  [
    'a component that gives a promise in a list',
    (promise) => {
      const List = () => ['a', promise()]
      return (
        <Text>
          <List />
        </Text>
      )
    },
  ],
  [
    'a promise of a list of promises',
    (promise) => {
      const later = promise()
      return <Text>{Promise.resolve(['a', later]) as never}</Text>
    },
  ],
]

describe.each(ends)('%s', (_, end) => {
  it.each(places)('beside %s that fails later', async (_name, around) => {
    for (const order of [0, 1]) {
      const { promise, failAll } = failing()
      const other = around(promise)
      const node = (order === 0 ? [end, other] : [other, end]) as Renderable
      let error: unknown
      const rendering = renderAsync(node).catch((reason: unknown) => void (error = reason))
      await new Promise((resolve) => setImmediate(resolve))
      await failAll()
      await rendering
      expect(error).toBeInstanceOf(Error)
      await failAll()
    }
    expect(unhandled).toEqual([])
  })
})

describe('rendering at once', () => {
  it.each([
    ['render', (node: Renderable) => render(node)],
    ['compile', (node: Renderable) => compile(node)],
    ['JSON.stringify', (node: Renderable) => JSON.stringify(<>{node}</>)],
    ['validate', (node: Renderable) => validate(node)],
  ])('%s leaves no promise behind', async (_, act) => {
    for (const [, around] of places) {
      const { promise, failAll } = failing()
      const node = [<Text>a</Text>, around(promise), promise(), around(promise)] as Renderable
      try {
        act(node)
      } catch (error) {
        expect(error).toBeInstanceOf(ComponentError)
      }
      await failAll()
    }
    expect(unhandled).toEqual([])
  })
})

describe('a late result', () => {
  it('that holds promises leaves none behind when rendering has ended', async () => {
    const { promise, failAll } = failing()
    let give!: (value: unknown) => void
    const Late = () => new Promise<unknown>((resolve) => (give = resolve)) as Promise<object>
    await expect(renderAsync([<Late />, <Throws />])).rejects.toThrow('no price')
    give([promise(), <Text>{promise() as never}</Text>])
    await Promise.resolve()
    await failAll()
    expect(unhandled).toEqual([])
  })
})

describe('an abort signal', () => {
  const Never = () => new Promise<never>(() => undefined)

  it('ends the wait for a component that never settles, with its reason', async () => {
    const end = new AbortController()
    const rendering = renderAsync([<Text>a</Text>, <Never />], { signal: end.signal })
    end.abort(new Error('the user has gone'))
    await expect(rendering).rejects.toThrow('the user has gone')
  })

  it('ends it in a later round, and with another component that fails afterwards', async () => {
    const { promise, failAll } = failing()
    const end = new AbortController()
    const Stock = async () => promise()
    const Then = async () => {
      await Promise.resolve()
      return [<Never />, <Stock />]
    }
    const rendering = renderAsync(<Then />, { signal: end.signal })
    await new Promise((resolve) => setImmediate(resolve))
    end.abort()
    await expect(rendering).rejects.toMatchObject({ name: 'AbortError' })
    await failAll()
    expect(unhandled).toEqual([])
  })

  it('that was aborted before calls no component', async () => {
    let calls = 0
    const Counts = () => String(++calls)
    const signal = AbortSignal.abort()
    await expect(
      renderAsync(
        <Text>
          <Counts />
        </Text>,
        { signal },
      ),
    ).rejects.toMatchObject({ name: 'AbortError' })
    expect(() =>
      render(
        <Text>
          <Counts />
        </Text>,
        { signal },
      ),
    ).toThrow(expect.objectContaining({ name: 'AbortError' }))
    expect(calls).toBe(0)
  })

  it('keeps no listener when rendering ends by itself', async () => {
    const { signal } = new AbortController()
    let listeners = 0
    signal.addEventListener = new Proxy(signal.addEventListener.bind(signal), {
      apply: (target, self, args) => {
        listeners++
        return Reflect.apply(target, self, args) as unknown
      },
    })
    signal.removeEventListener = new Proxy(signal.removeEventListener.bind(signal), {
      apply: (target, self, args) => {
        listeners--
        return Reflect.apply(target, self, args) as unknown
      },
    })
    const Soon = async () => Promise.resolve('a')
    await renderAsync(
      <Text>
        <Soon />
      </Text>,
      { signal },
    )
    expect(listeners).toBe(0)
  })

  it.each([new AbortController(), 'now', null])('is checked: %s is refused', async (signal) => {
    await expect(renderAsync('a', { signal: signal as never })).rejects.toThrow(
      'not an AbortSignal',
    )
    expect(() => render('a', { signal: signal as never })).toThrow('not an AbortSignal')
  })
})

describe('what an asynchronous tree may do', () => {
  it('gives promises from getters, each read for the same', async () => {
    const node = {
      get type() {
        return Promise.resolve('text')
      },
      get text() {
        return Promise.resolve('hi')
      },
    }
    expect(await renderAsync(node as never)).toEqual([{ type: 'text', text: 'hi' }])
  })

  it('gives new components from a getter, and each is called once', async () => {
    let calls = 0
    const Word = async () => Promise.resolve(`word ${String(++calls)}`)
    const node = {
      type: 'text',
      get text() {
        return <Word />
      },
    }
    expect(await renderAsync(node as never)).toEqual([{ type: 'text', text: 'word 1' }])
    expect(calls).toBe(1)
  })

  it('nests a hundred asynchronous components', async () => {
    const Down = async ({ n }: { n: number }): Promise<object> =>
      Promise.resolve(n === 0 ? <>end</> : <Down n={n - 1} />)
    expect(
      await renderAsync(
        <Text>
          <Down n={100} />
        </Text>,
      ),
    ).toEqual([{ type: 'text', text: 'end' }])
  })

  it('ends when components double without end', async () => {
    let calls = 0
    const Double = async (): Promise<object> => {
      calls++
      return Promise.resolve([<Double />, <Double />])
    }
    await expect(renderAsync(<Double />)).rejects.toMatchObject({
      problems: [{ code: 'too_many' }],
    })
    expect(calls).toBeLessThan(100_000)
  })

  it('ends when a thenable gives itself, or others without end', async () => {
    const itself = { then: (use: (value: unknown) => void) => use(itself) }
    await expect(renderAsync(itself as never)).rejects.toMatchObject({
      problems: [{ severity: 'error' }],
    })
    const others = (): object => ({ then: (use: (value: unknown) => void) => use(others()) })
    await expect(renderAsync(others() as never)).rejects.toMatchObject({
      problems: [{ code: expect.stringMatching(/^too_/) as string }],
    })
    const getters = (): object => ({
      get a() {
        return Promise.resolve(getters())
      },
    })
    await expect(renderAsync(getters() as never)).rejects.toMatchObject({
      problems: [{ code: expect.stringMatching(/^too_/) as string }],
    })
  })

  it('reads a wide tree a bounded number of times, however many rounds it takes', async () => {
    const Down = async ({ n }: { n: number }): Promise<object> =>
      Promise.resolve(n === 0 ? <>end</> : <Down n={n - 1} />)
    let reads = 0
    const wide = new Proxy(new Array<string>(20_000).fill('a'), {
      get: (target, name) => (reads++, Reflect.get(target, name) as unknown),
    })
    await expect(
      renderAsync([<Text>{wide as never}</Text>, <Down n={500} />]),
    ).rejects.toMatchObject({ problems: [{ code: 'too_many' }] })
    expect(reads).toBeLessThan(3_000_000)
  })
})
