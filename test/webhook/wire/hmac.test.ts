/** Both implementations of `#hmac` give the same answers. */
import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as node from '../../../src/webhook/wire/hmac/node.js'
import * as web from '../../../src/webhook/wire/hmac/web.js'
import {
  parseWebhook,
  unsafeParseWebhook,
  verifySignature,
  WebhookError,
} from '../../../src/webhook/index.js'
import { bodyOf, event, secret, sign } from '../support.js'

const bytes = (text: string) => new TextEncoder().encode(text)
const body = bytes('{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}')
const right = 'GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs='

describe.each([
  ['node:crypto', node],
  ['Web Crypto', web],
])('the signature check of %s', (_, { signatureCheck }) => {
  const check = signatureCheck(secret)

  it('accepts LINE’s own example', async () => {
    expect(await check(body, right)).toBe(true)
  })

  it.each([
    ['nothing', ''],
    ['one letter', 'x'],
    ['a megabyte', 'A'.repeat(2 ** 20)],
    ['no padding', right.slice(0, -1)],
    ['the url-safe alphabet', right.replaceAll('+', '-')],
    ['a blank before', ` ${right}`],
    ['a blank instead of the padding', `${right.slice(0, -1)} `],
    ['something behind', `${right}A`],
    ['other last bits', right.replace('Ls=', 'Lt=')],
    ['hexadecimal', Buffer.from(right, 'base64').toString('hex')],
    ['letters beyond a byte', String.fromCharCode(right.charCodeAt(0) + 256) + right.slice(1)],
    ['another secret’s', sign(body, 'another')],
    ['another body’s', sign('{}')],
  ])('refuses %s without throwing', async (_name, signature) => {
    expect(await check(body, signature)).toBe(false)
  })

  it('agrees with itself for all secrets and bytes', async () => {
    const bytesOf = fc.uint8Array({ maxLength: 200 })
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, unit: 'binary' }), bytesOf, async (key, given) => {
        const signature = createHmac('sha256', key).update(given).digest('base64')
        expect(await signatureCheck(key)(given, signature)).toBe(true)
        expect(await signatureCheck(`${key}x`)(given, signature)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})

describe('verifySignature', () => {
  it('takes bytes of any kind', async () => {
    expect(await verifySignature(body, right, secret)).toBe(true)
    expect(await verifySignature(Buffer.from(body), right, secret)).toBe(true)
    expect(await verifySignature(body.slice().buffer, right, secret)).toBe(true)
    const inside = Buffer.concat([Buffer.from('xx'), body]).subarray(2)
    expect(await verifySignature(inside, right, secret)).toBe(true)
  })

  it.each([['{}'], [{ events: [] }], [null], [undefined], [[1, 2]]])(
    'takes no %j, and says why',
    async (given) => {
      await expect(verifySignature(given as never, right, secret)).rejects.toThrow(
        /must be the raw bytes.*arrayBuffer/,
      )
    },
  )

  it.each([null, undefined, '', 5, [right], {}])('refuses %j for a signature', async (given) => {
    expect(await verifySignature(body, given as never, secret)).toBe(false)
  })

  it('takes several secrets', async () => {
    expect(await verifySignature(body, right, ['new', secret])).toBe(true)
    expect(await verifySignature(body, right, ['new', 'newer'])).toBe(false)
  })
})

describe('parseWebhook', () => {
  it('gives plain JSON that survives a queue', async () => {
    const text = bodyOf(event())
    const parsed = await parseWebhook(bytes(text), sign(text), secret)
    expect(JSON.parse(JSON.stringify(parsed))).toEqual(JSON.parse(text))
    expect(unsafeParseWebhook(bytes(text))).toEqual(parsed)
  })

  it.each([
    ['without a signature', undefined, 'signature_missing', 401],
    ['with a wrong one', sign('x'), 'signature_invalid', 401],
    ['with the right one for what is not JSON', sign('{'), 'body_invalid', 400],
  ])('says what is wrong %s', async (_, signature, code, status) => {
    const error: unknown = await parseWebhook(bytes('{'), signature, secret).catch(
      (caught: unknown) => caught,
    )
    expect(error).toBeInstanceOf(WebhookError)
    expect(error).toMatchObject({ code, status })
  })
})
