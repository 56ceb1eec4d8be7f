/** No mistake in the options leaves postback data unprotected. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBot } from 'fukidashi/webhook'
import { definePostback, PostbackError } from '../../src/postback/index.js'

const secret = 'correct horse battery staple'
type Define = (
  name: string,
  ...rest: unknown[]
) => ((...args: unknown[]) => unknown) & { read(data: string): unknown }
const define = definePostback as unknown as Define

const schema = {
  '~standard': { version: 1, vendor: 'test', validate: (value: unknown) => ({ value }) },
}

/** The error of defining, or else of the first use, and never data. */
const refusal = (...options: unknown[]) => {
  try {
    const refund = define('refund', ...options)
    return refusalOf(() => refund({ id: 1 }, { userId: 'Uaki' }))
  } catch (error) {
    return error
  }
}
const refusalOf = (act: () => unknown) => {
  try {
    return act()
  } catch (error) {
    return error
  }
}

describe('an invalid secret', () => {
  const none = [
    undefined,
    null,
    '',
    ' ',
    '\t\n',
    [],
    [''],
    [undefined],
    [secret, undefined],
    [secret, ' '],
    [null, secret],
  ]
  const wrong = [
    0,
    1,
    true,
    false,
    NaN,
    {},
    new Uint8Array(32),
    Symbol('secret'),
    [5],
    [[secret]],
    new Map(),
  ]

  it.each([...none, ...wrong].map((sign) => [sign]))(
    '%o is an error and gives no unsigned data',
    (sign) => {
      for (const more of [{}, { bindUser: true }, { expiresIn: 1000 }])
        for (const options of [
          [{ sign, ...more }],
          [schema, { sign, ...more }],
          [undefined, { sign, ...more }],
        ])
          expect(refusal(...options)).toBeInstanceOf(PostbackError)
    },
  )

  it.each([undefined, null, [undefined], [secret, undefined]])(
    '%o, as in a test with nothing set, is no error before the first use',
    async (sign) => {
      const refund = define('refund', schema, { sign, bindUser: true, expiresIn: 1000 })
      const bot = createBot({ channelSecret: 'secret' })
      bot.on(refund as never, () => undefined)
      expect(refusalOf(() => refund({ id: 1 }, { userId: 'Uaki' }))).toMatchObject({
        code: 'secret_missing',
        message:
          'Postback "refund" is to be signed, and its secret (sign) is not set. Is the environment variable set?',
      })
      await expect(refund.read('refund:(id:1).aaaaaaaaaaaaaaaaaaaaaa')).rejects.toMatchObject({
        code: 'secret_missing',
      })
      expect(await refund.read('buy:(id:1)')).toBeUndefined()
    },
  )

  it('does not show the secret in an error', () => {
    for (const options of [
      { sign: [secret, 5] },
      { sign: secret, expiresIn: -1 },
      { sign: secret, secret },
      { sign: [secret, ''] },
    ])
      expect(String(refusal(options))).not.toContain(secret)
  })
})

describe('an option that protects', () => {
  it.each([
    [{ bindUser: true }],
    [{ expiresIn: 1000 }],
    [{ bindUser: true, expiresIn: 1000 }],
    [{ bindUser: undefined }],
    [{ expiresIn: null }],
  ])('is an error without sign: %o', (options) => {
    expect(refusal(options)).toMatchObject({ code: 'option_invalid' })
    expect(refusal(schema, options)).toMatchObject({ code: 'option_invalid' })
  })

  it.each([undefined, null, 0, 1, 'true', 'false', '', {}, NaN])(
    'bindUser: %o is an error',
    (bindUser) => {
      expect(refusal({ sign: secret, bindUser })).toMatchObject({ code: 'option_invalid' })
    },
  )

  it.each([undefined, null, 0, -1, NaN, -Infinity, '1000', '', true, {}, 1e300, new Date(0)])(
    'expiresIn: %o is an error',
    (expiresIn) => {
      expect(refusal({ sign: secret, expiresIn })).toMatchObject({ code: 'option_invalid' })
    },
  )

  it.each([null, {}, 5, { now: 5 }])('clock: %o is an error', (clock) => {
    expect(refusal({ sign: secret, clock })).toMatchObject({ code: 'option_invalid' })
  })

  it.each([
    ['a misspelled name', [{ sing: secret }]],
    ['a name of another library', [schema, { secret }]],
    ['a list', [['sign', secret]]],
    ['a text', [schema, secret]],
    ['null', [schema, null]],
    ['options twice', [{ sign: secret }, { bindUser: true }]],
    [
      'something that is not a Standard Schema',
      [{ type: 'object', properties: {} }, { sign: secret }],
    ],
    ['something that is not a Standard Schema, alone', [{ type: 'object', properties: {} }]],
  ])('is not lost in %s', (_, options) => {
    expect(refusal(...options)).toMatchObject({ code: 'option_invalid' })
  })

  it('is not lost after a schema that is not there', async () => {
    const refund = define('refund', undefined, { sign: secret }) as unknown as (
      payload: object,
    ) => { toData(): Promise<string> }
    expect(await refund({ id: 1 }).toData()).toMatch(/^refund:\(id:1\)\.[\w-]{22}$/)
  })

  it('may be inherited', () => {
    expect(refusal(Object.create({ sign: undefined }))).toMatchObject({ code: 'secret_missing' })
  })

  it('is missed when a user is named and nothing binds to them', () => {
    const buy = definePostback<{ id: number }>('buy') as unknown as (...args: unknown[]) => string
    const refund = definePostback<{ id: number }>('refund', { sign: secret })
    expect(() => buy({ id: 1 }, { userId: 'Uaki' })).toThrow(/bindUser: true/)
    expect(() => refund({ id: 1 }, { userId: 'Uaki' })).toThrow(/bindUser: true/)
    expect([{ id: 1 }].map(buy)).toEqual(['buy:(id:1)'])
  })

  it.each([undefined, null, '', ' ', 5, {}, ['Uaki']])('bindUser: %o is not a user', (userId) => {
    const mine = define('mine', { sign: secret, bindUser: true })
    expect(refusalOf(() => mine({ id: 1 }, { userId }))).toMatchObject({ code: 'user_missing' })
  })
})

describe('two definitions of one name', () => {
  const clock = { now: () => Date.UTC(2026, 7, 1) }
  const kinds = {
    stays: {},
    expires: { expiresIn: 60_000 },
    mine: { bindUser: true },
    'mine for a while': { bindUser: true, expiresIn: 60_000 },
  }
  const pairs = Object.keys(kinds).flatMap((a) =>
    Object.keys(kinds)
      .filter((b) => b !== a)
      .map((b) => [a, b] as [keyof typeof kinds, keyof typeof kinds]),
  )

  it.each(pairs)(
    'one that %s and one that %s do not read each other’s data',
    async (one, other) => {
      const make = define('pay', { sign: secret, clock, ...kinds[one] })
      const reader = define('pay', { sign: secret, clock, ...kinds[other] }) as unknown as {
        read(data: string, tap: object): Promise<unknown>
      }
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(
            fc.double({ noNaN: true, noDefaultInfinity: true }),
            fc.nat(),
            fc.string(),
            fc.constant(1.5),
            fc.constant(5.1234567),
          ),
          async (payload) => {
            fc.pre(JSON.stringify(payload).length < 200 && !/\p{Surrogate}/u.test(String(payload)))
            const user = one.startsWith('mine') ? { userId: 'Uaki' } : undefined
            const data = await (make(payload, user) as { toData(): Promise<string> }).toData()
            expect(await reader.read(data, { userId: 'Uaki' })).toBeUndefined()
          },
        ),
        { numRuns: 60 },
      )
    },
  )

  it('one whose expiry looks like the digits of a number is not read as that number for ever', async () => {
    // 7 digits in base 36 without a letter.
    const soon = parseInt('1000001', 36) * 1000
    const brief = definePostback<number>('pay', {
      sign: secret,
      expiresIn: 1000,
      clock: { now: () => soon - 1000 },
    })
    const stays = definePostback<number>('pay', { sign: secret })
    const data = await brief(5).toData()
    expect(data).toMatch(/^pay:5\.1000001\./)
    expect(await stays.read(data)).toBeUndefined()
    expect(await brief.read(data)).toEqual({ payload: 5 })
  })
})

describe('expiresIn', () => {
  it('Infinity means no limit, like no expiry', async () => {
    const always = definePostback<number>('pay', { sign: secret, expiresIn: Infinity })
    const same = definePostback<number>('pay', { sign: secret })
    const data = await always(5).toData()
    expect(data).toMatch(/^pay:5\.[\w-]{22}$/)
    expect(await same.read(data, { now: 8.64e15 })).toEqual({ payload: 5 })
  })

  it('of a thousand years fits', async () => {
    const long = definePostback<number>('pay', {
      sign: secret,
      expiresIn: 1000 * 365 * 24 * 60 * 60 * 1000,
    })
    expect(await long.read(await long(5).toData())).toEqual({ payload: 5 })
  })
})

describe('what is not written', () => {
  const plain = definePostback<unknown>('x')
  it.each([
    '1e999',
    '-1e999',
    '01',
    '1.0',
    '1e2',
    '1e21',
    '.5',
    '-',
    '0x10',
    '00',
    '1E5',
    "'a'",
    "'!a'",
    '(a:1,a:2)',
    '(b:!n,1:2)',
    "('a':1)",
    `'\ud800'`,
    '\udc00',
    '!()x',
    '!(1,)',
    '(,)',
    '( a:1)',
    ' 1',
    '(a:1',
    "''x",
    '!x',
  ])('is not read either: %s', (text) => {
    const read = plain.read(`x:${text}`)
    // What is read is written the same way.
    if (read) expect(plain(read.payload)).toBe(`x:${text}`)
    else expect(read).toBeUndefined()
  })

  it.each(['1e999', '-1e999', '01', '1.0', '(a:1,a:2)', `'\ud800'`])('is refused: %s', (text) => {
    expect(plain.read(`x:${text}`)).toBeUndefined()
  })

  it('is whatever is read, for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from("()!,:'.-+eE019an \ud800é")) }),
        (text) => {
          const read = plain.read(`x:${text}`)
          if (read) expect(plain(read.payload)).toBe(`x:${text}`)
        },
      ),
      { numRuns: 20_000 },
    )
  })

  it('is a typed error, whatever the payload', () => {
    const cycle: Record<string, unknown> = {}
    cycle['a'] = cycle
    cycle['b'] = cycle
    let shared: unknown = 1
    for (let i = 0; i < 60; i++) shared = [shared, shared]
    let deep: unknown = 1
    for (let i = 0; i < 100_000; i++) deep = [deep]
    const huge = new Array<number>(1_000_000).fill(1)
    const nobody: unknown = Object.create({ constructor: undefined })
    for (const payload of [
      cycle,
      shared,
      deep,
      huge,
      nobody,
      'x'.repeat(1_000_000),
      new Array(2 ** 32 - 1),
    ])
      expect(() => plain(payload)).toThrow(PostbackError)
    expect(() => plain(huge)).toThrow(/needs more than 10000 characters/)
  })
})

describe('data that no user can send', () => {
  it.each([undefined, null, 5, {}, []])('%o is not read', async (data) => {
    expect(definePostback('x').read(data as never)).toBeUndefined()
    expect(await definePostback('x', { sign: secret }).read(data as never)).toBeUndefined()
  })
})
