import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { renamedCodes } from '../../scripts/docs/renamed-codes.ts'
import { FukidashiError } from '../../src/common/error.js'
import * as client from '../../src/client/index.js'
import * as main from '../../src/index.js'
import * as webhook from '../../src/webhook/index.js'

/** What a code can say about a thing. A new state goes here, so that one state has one word. */
const states = [
  'aborted',
  'already_parsed',
  'async',
  'called_twice',
  'conflicting',
  'empty',
  'exceeded',
  'external',
  'failed',
  'forbidden',
  'gone',
  'invalid',
  'limited',
  'lost',
  'missing',
  'not_allowed',
  'not_async',
  'not_delivered',
  'not_found',
  'not_ready',
  'on_standby',
  'partly_sent',
  'redirected',
  'refused',
  'stalled',
  'threw',
  'timed_out',
  'too_large',
  'too_long',
  'too_many',
  'unavailable',
  'unreadable',
  'unsupported',
  'used',
]
/** The rooms whose errors users meet in programs that run in production. */
const rooms = /^(?:client|jsx-runtime|postback|render|validation|webhook)\b/

const grammar = new RegExp(`^[a-z]+(_[a-z]+)*_(${states.join('|')})$`)

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
)
const codesOf = (some: string[]): string[] =>
  some.flatMap((file) => codesIn(readFileSync(join('src', file), 'utf8')))

const codes = codesOf(files.filter((file) => rooms.test(file)))
const allCodes = codesOf(files)

/** Codes of unions such as `type WebhookErrorCode = …`, and of classes and interfaces with one code. */
function codesIn(source: string): string[] {
  const unions = [...source.matchAll(/^export type \w*ErrorCode =\s((?:.*'\w+'.*\n)+)/gm)]
  const single = [
    ...source.matchAll(/^ {2}(?:override )?readonly code(?:(?:: string)? =|:) '(\w+)'/gm),
  ]
  return [
    ...unions.flatMap(([, union]) => [...union!.matchAll(/'(\w+)'/g)].map(([, code]) => code!)),
    ...single.map(([, code]) => code!),
  ]
}

describe('errors', () => {
  const classes: [string, { prototype: Error }][] = []
  for (const [name, value] of Object.entries({ ...main, ...client, ...webhook }) as [
    string,
    unknown,
  ][]) {
    if (typeof value === 'function' && value.prototype instanceof Error) classes.push([name, value])
  }

  it('are found', () => {
    expect(classes.map(([name]) => name).sort()).toEqual([
      'AsyncComponentError',
      'ComponentError',
      'FukidashiError',
      'LineApiError',
      'LineArgumentError',
      'LineBatchError',
      'LineConnectionError',
      'LineValidationError',
      'OptionError',
      'PostbackError',
      'StructureError',
      'WebhookError',
    ])
  })

  it.each(classes)('%s can be caught as a FukidashiError', (_, { prototype }) => {
    expect(prototype === FukidashiError.prototype || prototype instanceof FukidashiError).toBe(true)
  })

  it('are one class at every entry point', () => {
    expect([client.FukidashiError, webhook.FukidashiError]).toEqual([
      FukidashiError,
      FukidashiError,
    ])
    expect(main.FukidashiError).toBe(FukidashiError)
  })
})

describe('codes of errors', () => {
  it('are found', () => {
    expect(codes).toEqual(
      expect.arrayContaining(['option_invalid', 'messages_invalid', 'reply_token_used']),
    )
    expect(codes.length).toBeGreaterThan(60)
  })

  it.each([...new Set(codes)])('%s says a thing and its state', (code) => {
    expect(code).toMatch(grammar)
  })

  it.each(['bad_option', 'no_token', 'option', 'option_bad', 'invalid_option'])(
    '%s would be refused',
    (code) => {
      expect(code).not.toMatch(grammar)
    },
  )

  it.each(renamedCodes)('$class: $old is now $code', ({ code, old }) => {
    expect(allCodes).toContain(code)
    expect(codes).not.toContain(old)
  })
})
