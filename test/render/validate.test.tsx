/** `validate` and `validateAsync`: their options, and trees that have to be waited for. */
import {
  assertValid,
  AsyncComponentError,
  Buttons,
  createElement,
  type Context,
  definePostback,
  type FC,
  FukidashiError,
  OptionError,
  Postback,
  render,
  RichMenu,
  Text,
  Uri,
  validate,
  validateAsync,
} from 'fukidashi'
import { describe, expect, it } from 'vitest'

const secret = 'a secret of the shop, which is long enough'
const buy = definePostback<{ id: number }>('buy', { sign: secret })
const signed = (label: string) => (
  <Buttons altText="a">
    b<Postback label={label} data={buy({ id: 1 })} />
  </Buttons>
)
const Long: FC = async () => Promise.resolve(<Text>{'x'.repeat(5001)}</Text>)

describe('validateAsync', () => {
  it('waits for components, and finds the problems of what they return', async () => {
    expect(await validateAsync(<Long />)).toMatchObject([
      { code: 'too_long', path: 'messages[0].text', component: '<Long> › <Text>' },
    ])
    expect(await validateAsync([<Text>a</Text>, <Long />])).toMatchObject([
      { path: 'messages[1].text' },
    ])
    expect(
      await validateAsync({ type: 'text', text: 'a', sender: Promise.resolve({ name: '' }) }),
    ).toMatchObject([{ path: 'sender.name' }])
    const Action: FC = async () => Promise.resolve(<Uri label="" uri="https://example.com" />)
    expect(await validateAsync(<Action />, { as: 'action' })).toEqual([])
    expect(await validateAsync(<Action />)).toMatchObject([{ code: 'wrong_child' }])
  })

  it('signs postbacks', async () => {
    expect(await validateAsync(signed('Buy'))).toEqual([])
    expect(await validateAsync(signed('x'.repeat(21)))).toMatchObject([{ code: 'too_long' }])
    expect(validate(signed('Buy'))).toMatchObject([{ code: 'async_component' }])
  })

  it('checks plain JSON as `validate` does', async () => {
    for (const value of [{ type: 'text', text: '' }, null, [], { type: 'x' }])
      expect(await validateAsync(value)).toEqual(validate(value))
  })

  it('gives what a component throws as a problem', async () => {
    const Fails: FC = async () => Promise.reject(new Error('offline'))
    expect(await validateAsync(<Fails />)).toMatchObject([
      { code: 'component_threw', component: '<Fails>' },
    ])
  })

  it('ends at its signal', async () => {
    const Never: FC = () => new Promise<never>(() => undefined)
    const controller = new AbortController()
    const found = validateAsync(<Never />, { signal: controller.signal })
    controller.abort(new Error('too late'))
    await expect(found).rejects.toThrow('too late')
  })

  it('is named by `validate` where it is wanted', () => {
    expect(validate(<Long />)[0]?.message).toContain('validateAsync()')
    expect(() => render(<Long />)).toThrow(AsyncComponentError)
  })
})

describe('the context', () => {
  const Hello: FC<object, { name: string }> = (_props, { name }) => <Text>{name}</Text>
  it('is passed to components', async () => {
    const context = { name: '' } as Context
    const tree = <Hello />
    expect(validate(tree, { context })).toMatchObject([{ code: 'empty' }])
    expect(validate([tree], { context })).toMatchObject([{ code: 'empty' }])
    expect(validate(tree, { context, as: 'message' })).toMatchObject([{ code: 'empty' }])
    expect(await validateAsync(tree, { context })).toMatchObject([{ code: 'empty' }])
  })
})

describe('an option that is not permitted', () => {
  const text = { type: 'text', text: 'a' }
  it.each<[options: object, message: RegExp]>([
    [
      { endpoint: 'psuh' },
      /^endpoint: "psuh" is not permitted\. Did you mean "push"\? Use reply, push, .* or liff\.shareTargetPicker\.$/,
    ],
    [{ endpoint: 'sendMessages' }, /^endpoint: "sendMessages" is not permitted/],
    [{ endpoint: null }, /^endpoint: null is not permitted/],
    [{ as: 'richmenu' }, /^as: "richmenu" is not permitted\. Did you mean "rich-menu"\?/],
    [{ as: 'constructor' }, /^as: "constructor" is not permitted/],
    [{ as: 'coupon' }, /validateRequest of fukidashi\/client checks requests\.$/],
    [
      { to: 'grup' },
      /^to: "grup" is not permitted\. Did you mean "group"\? Use user, group or room\.$/,
    ],
    [{ endPoint: 'push' }, /^endPoint is not an option\. Did you mean endpoint\?/],
  ])('is an error that names the nearest: %j', async (options, message) => {
    for (const value of [text, [text], <Text>a</Text>, null]) {
      expect(() => validate(value, options)).toThrow(message)
      expect(() => assertValid(value, options)).toThrow(OptionError)
      await expect(validateAsync(value, options)).rejects.toThrow(message)
    }
    if (!('endPoint' in options) && !('as' in options))
      expect(() => render(<Text>a</Text>, options)).toThrow(message)
  })

  it('has a code', () => {
    try {
      validate(text, { endpoint: 'a' as never })
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(FukidashiError)
      expect(error).toMatchObject({ name: 'OptionError', code: 'option_invalid' })
    }
  })
})

describe('the error of assertValid', () => {
  const head = (value: unknown, as?: 'rich-menu' | 'action' | 'message') => {
    try {
      assertValid(value, { as })
    } catch (error) {
      return String(error).replace('LineValidationError: ', '').split('\n')
    }
    throw new Error('nothing was thrown')
  }
  it('speaks of what it was given', () => {
    expect(head({ size: {} }, 'rich-menu')[0]).toMatch(/^\d+ problems in the rich menu$/)
    expect(head(createElement(RichMenu, { name: '' }), 'rich-menu')[0]).toMatch(/in <RichMenu>$/)
    expect(head(null, 'action').slice(0, 3)).toEqual([
      '1 problem in the action',
      '',
      '  the action',
    ])
    expect(head({ type: 'text' })[0]).toBe('1 problem in 1 message')
    expect(head([{ type: 'text' }, null])[0]).toBe('2 problems in 2 messages')
    expect(head(<Uri label="a" uri="https://example.com" />).slice(0, 3)).toEqual([
      '1 problem in <Uri>',
      '',
      expect.stringMatching(/^ {2}<Uri> .*validate\.test\.tsx:\d+:\d+$/),
    ])
  })
  it('of render too', () => {
    const said = (value: unknown) => {
      try {
        render(value as never)
      } catch (error) {
        return String(error).split('\n')[0]
      }
      return undefined
    }
    expect(said(<Uri label="a" uri="https://example.com" />)).toMatch(/1 problem in <Uri>$/)
    expect(said(null)).toMatch(/1 problem in null$/)
    expect(said([])).toMatch(/1 problem in the array$/)
    expect(said(<></>)).toMatch(/1 problem in <Fragment>$/)
    expect(said([{ type: 'x' }, 'a'])).toMatch(/1 problem in 2 messages$/)
  })
})
