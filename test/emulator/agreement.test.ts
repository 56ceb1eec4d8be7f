/** The emulator refuses messages exactly if `validate` calls something an error for the endpoint; warnings never refuse. */
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { corpus } from '../fixtures/messages/index.js'
import { fromSchema } from '../support/from-schema.js'
import { definitions } from '../support/published-schema.ts'
import { caller, makeMenu, setUp, text } from './support.js'
import { type AnyKind, validateAny } from '../support/validate-any.ts'

const endpoints = ['reply', 'push', 'multicast', 'narrowcast', 'broadcast', 'pnp'] as const
const pathOf = (endpoint: (typeof endpoints)[number]) =>
  endpoint === 'pnp' ? '/bot/pnp/push' : `/v2/bot/message/validate/${endpoint}`
/** The digest of an unknown phone number. */
const noPhone = '0'.repeat(64)
const account = { verified: true }
const accepts = (status: number) => status !== 400
const hasError = (...args: Parameters<typeof validateAny>) =>
  validateAny(...args).some(({ severity }) => severity === 'error')

/** What a request with the value holds: JSON, or nothing if it cannot become JSON. */
function asSent(value: unknown): unknown {
  try {
    const json = JSON.stringify(value)
    return json === undefined || json.length > 1_500_000 ? undefined : JSON.parse(json)
  } catch {
    return undefined
  }
}

const cases = Object.values(corpus).flat()
const messageLists = cases
  .filter(({ as = 'message' }) => as === 'message' || as === 'messages')
  .map(({ name, as = 'message', value }) => ({
    name,
    messages: asSent(as === 'messages' && Array.isArray(value) ? value : [value]) as unknown[],
  }))
  .filter(({ messages }) => messages !== undefined)
const real = readFileSync('test/fixtures/real/messages.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { as?: string; message: unknown })
  .filter(({ as = 'message' }) => as === 'message')
  .map(({ message }) => [message])

async function disagreements(
  call: ReturnType<typeof caller>,
  lists: readonly unknown[][],
  endpoint: (typeof endpoints)[number],
): Promise<unknown[][]> {
  const wrong = []
  for (const messages of lists) {
    const { status } = await call(pathOf(endpoint), { body: { messages, to: noPhone } })
    if (accepts(status) === hasError(messages, { endpoint })) wrong.push(messages)
  }
  return wrong
}

describe.each(endpoints)('messages for %s', (endpoint) => {
  it('of the corpus and of public bots', async () => {
    const { call } = setUp({ account })
    const lists = [...messageLists.map(({ messages }) => messages), ...real]
    expect(lists.length).toBeGreaterThan(1_000)
    expect(await disagreements(call, lists, endpoint)).toEqual([])
  })
})

const address = fc.constantFrom(
  'https://example.com/a',
  'http://example.com/a',
  'mailto:a@example.com',
  'myapp://a',
  'https://example.com/写真',
  'https://example.com/a|b',
  'https://localhost/a.gif',
  'line://a',
)
const valid = fromSchema(definitions, (property) =>
  /ur[il]$|desktop/i.test(property) ? address : undefined,
)('Message')
const junk = fc.constantFrom<unknown>(
  null,
  0,
  -1,
  1.5,
  446,
  true,
  '',
  'x',
  'x'.repeat(6000),
  [],
  {},
  [null],
  {
    type: 'text',
  },
)

/** Every place in a value, as the object or array around it and its name there. */
function placesIn(value: unknown, found: [around: Record<string, unknown>, name: string][] = []) {
  if (typeof value === 'object' && value !== null)
    for (const name of Object.keys(value)) {
      found.push([value as Record<string, unknown>, name])
      placesIn((value as Record<string, unknown>)[name], found)
    }
  return found
}

/** A valid message with a few places changed, removed or added. */
const mutated = fc
  .tuple(
    valid,
    fc.array(fc.tuple(fc.nat(), fc.constantFrom('set', 'remove', 'add'), junk), { maxLength: 3 }),
  )
  .map(([message, changes]) => {
    const copy = structuredClone(message) as Record<string, unknown>
    for (const [at, how, value] of changes) {
      const places = placesIn(copy)
      const place = places[at % places.length]
      // Everything was removed.
      if (!place) break
      const [around, name] = place
      if (how === 'remove' && !Array.isArray(around)) Reflect.deleteProperty(around, name)
      else if (how === 'add' && !Array.isArray(around)) around['$schema'] = structuredClone(value)
      else around[name] = structuredClone(value)
    }
    return copy
  })

describe('mutated messages', () => {
  it.each(endpoints)('for %s', async (endpoint) => {
    const { call } = setUp({ account })
    await fc.assert(
      fc.asyncProperty(fc.array(mutated, { minLength: 1, maxLength: 2 }), async (messages) => {
        expect(await disagreements(call, [messages], endpoint)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})

describe('messages that are sent', () => {
  // A quote or a mention also depends on the chat.
  const depends = (messages: unknown[]) => /"quoteToken"|"mention"/.test(JSON.stringify(messages))

  it('are delivered if they have no error for the receiver', async () => {
    const { call, line } = setUp({ rateLimits: false })
    const { id } = line.user('Aki')
    const wrong = []
    for (const messages of [...messageLists.map((each) => each.messages), ...real]) {
      if (depends(messages)) continue
      const { status } = await call('/v2/bot/message/push', { body: { to: id, messages } })
      if (status !== (hasError(messages, { endpoint: 'push', to: 'user' }) ? 400 : 200))
        wrong.push([status, messages])
    }
    expect(wrong).toEqual([])
  })
})

describe('what is not a message', () => {
  const paths: [AnyKind, string, (value: unknown) => unknown][] = [
    ['rich-menu', '/v2/bot/richmenu/validate', (value) => value],
    ['rich-menu-batch', '/v2/bot/richmenu/validate/batch', (value) => value],
    ['coupon', '/v2/bot/coupon', (value) => value],
    ['rich-menu-bulk-link', '/v2/bot/richmenu/bulk/link', (value) => value],
    ['rich-menu-bulk-unlink', '/v2/bot/richmenu/bulk/unlink', (value) => value],
    ['filter', '/v2/bot/message/narrowcast', (filter) => ({ messages: [text('a')], filter })],
    ['limit', '/v2/bot/message/narrowcast', (limit) => ({ messages: [text('a')], limit })],
  ]
  it.each(paths)('%s', async (as, path, body) => {
    const { call } = setUp()
    const values = cases
      .filter((each) => each.as === as)
      .map(({ value }) => asSent(value))
      .filter((value) => typeof value === 'object' && value !== null && !Array.isArray(value))
    expect(values.length).toBeGreaterThan(2)
    const wrong = []
    for (const value of values) {
      const { status } = await call(path, { body: body(value) })
      if (accepts(status) === hasError(value, { as })) wrong.push([status, value])
    }
    expect(wrong).toEqual([])
  })

  it('rich menu aliases', async () => {
    const { call } = setUp()
    const richMenuId = await makeMenu(call)
    const values = cases
      .filter(({ as }) => as === 'rich-menu-alias')
      .map(({ value }) => asSent(value))
    expect(values.length).toBeGreaterThan(5)
    for (const value of values) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) continue
      const wrong = hasError(value, { as: 'rich-menu-alias' })
      // A right alias also needs a menu that exists.
      const { status } = await call('/v2/bot/richmenu/alias', {
        body: wrong ? value : { ...value, richMenuId },
      })
      expect([value, status]).toEqual([value, wrong ? 400 : 200])
      await call(
        `/v2/bot/richmenu/alias/${(value as { richMenuAliasId?: string }).richMenuAliasId ?? ''}`,
        { method: 'DELETE' },
      )
    }
  })
})

it('a message may be as deep for the emulator as for validate', async () => {
  const { call } = setUp()
  for (const depth of [195, 197, 198, 199, 200, 201, 202, 203]) {
    let box: object = {}
    for (let i = 0; i < depth; i++) box = { a: box }
    const messages = [{ type: 'text', text: 'a', more: box }]
    const { status } = await call('/v2/bot/message/validate/push', { body: { messages } })
    expect([depth, accepts(status)]).toEqual([depth, !hasError(messages, { endpoint: 'push' })])
  }
})
