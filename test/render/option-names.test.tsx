/** Options with a misspelt name, in every function that renders. */
import {
  assertValid,
  compile,
  OptionError,
  render,
  renderAsync,
  Text,
  validate,
  validateAsync,
} from 'fukidashi'
import { describe, expect, it } from 'vitest'

const hello = <Text>hi</Text>

describe.each<[string, (options: object) => unknown]>([
  ['render', (options) => render(hello, options)],
  ['renderAsync', (options) => renderAsync(hello, options)],
  ['compile', (options) => compile(hello, options)],
  ['validate', (options) => validate(hello, options)],
  ['validateAsync', (options) => validateAsync(hello, options)],
  ['assertValid', (options) => assertValid(hello, options)],
])('%s', (_, call) => {
  const errorOf = async (options: object): Promise<unknown> => {
    try {
      await call(options)
    } catch (error) {
      return error
    }
    return undefined
  }

  it('refuses a misspelt option, and names the nearest', async () => {
    const error = await errorOf({ contxt: {} })
    expect(error).toBeInstanceOf(OptionError)
    expect((error as Error).message).toContain('contxt is not an option. Did you mean context?')
  })

  it('refuses something else than an object', async () => {
    for (const options of ['push', [], null])
      expect(await errorOf(options as unknown as object)).toBeInstanceOf(OptionError)
  })

  it('takes its options, also those that are undefined', async () => {
    expect(await errorOf({ context: {} })).toBeUndefined()
    expect(await errorOf({ context: undefined })).toBeUndefined()
  })
})

it('render takes all its options', () => {
  const options = {
    context: {},
    endpoint: 'push',
    to: 'user',
    maxMessages: 5,
    onWarning: () => undefined,
    validate: true,
    signal: new AbortController().signal,
    clock: { now: () => 0 },
    env: {},
  } as const
  expect(render(hello, options)).toEqual([{ type: 'text', text: 'hi' }])
})

it('render has no option for the kind of a value', () => {
  expect(() => render(hello, { as: 'flex' } as object)).toThrow('as is not an option.')
})
