import fc from 'fast-check'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { definePostback, PostbackError } from '../../src/postback/index.js'

const secret = 'correct horse battery staple'

describe('signed postback data', () => {
  const refund = definePostback<{ id: number }>('refund', { sign: secret })

  it('comes back with its payload', async () => {
    const data = await refund({ id: 7 }).toData()
    expect(data).toMatch(/^refund:\(id:7\)\.[\w-]{22}$/)
    expect(await refund.read(data)).toEqual({ payload: { id: 7 } })
  })

  it('is signed when a deferred value is resolved', async () => {
    const deferred = refund({ id: 7 }) as unknown as Record<symbol, () => Promise<string>>
    expect(await deferred[Symbol.for('fukidashi.deferred')]!()).toMatch(/^refund:/)
  })

  it('cannot be written down before it is signed, and says what to do', () => {
    expect(() => JSON.stringify({ data: refund({ id: 7 }) })).toThrow(/"refund".*renderAsync/)
  })

  it('is refused when anything of it was changed', async () => {
    const data = await refund({ id: 7 }).toData()
    await fc.assert(
      fc.asyncProperty(fc.nat(data.length - 1), fc.string({ maxLength: 2 }), async (at, put) => {
        const changed = data.slice(0, at) + put + data.slice(at + 1)
        fc.pre(changed !== data)
        expect(await refund.read(changed)).toBeUndefined()
      }),
      { numRuns: 3_000 },
    )
  })

  it('of one definition does not pass for another', async () => {
    const grant = definePostback<{ id: number }>('grant', { sign: secret })
    const data = await refund({ id: 7 }).toData()
    expect(await grant.read(data)).toBeUndefined()
    expect(await grant.read(data.replace('refund', 'grant'))).toBeUndefined()
  })

  it('is not read by the same definition unsigned, nor the other way round', async () => {
    const unsigned = definePostback<{ id: number }>('refund')
    expect(unsigned.read(await refund({ id: 7 }).toData())).toBeUndefined()
    expect(await refund.read(unsigned({ id: 7 }))).toBeUndefined()
  })

  it('may be of an older secret', async () => {
    const data = await refund({ id: 7 }).toData()
    const renewed = definePostback<{ id: number }>('refund', { sign: ['new secret', secret] })
    expect(await renewed.read(data)).toEqual({ payload: { id: 7 } })
    expect(await refund.read(await renewed({ id: 7 }).toData())).toBeUndefined()
  })

  it('can be for one user only', async () => {
    const mine = definePostback<{ id: number }>('mine', { sign: secret, bindUser: true })
    const data = await mine({ id: 7 }, { userId: 'Uaki' }).toData()
    expect(await mine.read(data, { userId: 'Uaki' })).toEqual({ payload: { id: 7 } })
    expect(await mine.read(data, { userId: 'Uben' })).toBeUndefined()
    expect(await mine.read(data)).toBeUndefined()
    expect(() => mine({ id: 7 })).toThrow(/"mine" is bound to a user/)
  })

  it('can expire', async () => {
    let now = Date.UTC(2026, 7, 1)
    const clock = { now: () => now }
    const brief = definePostback('brief', { sign: secret, expiresIn: 60_000, clock })
    const data = await brief().toData()
    now += 59_000
    expect(await brief.read(data)).toEqual({ payload: undefined })
    now += 2_000
    expect(await brief.read(data)).toBeUndefined()
  })

  it('has room for the signature in the 300 characters', async () => {
    const note = definePostback<string>('note', { sign: secret, expiresIn: 1000 })
    const longest = 'x'.repeat(300 - 'note:'.length - 23 - 8)
    expect(await note(longest).toData()).toHaveLength(300)
    expect(() => note(`${longest}x`)).toThrow(/LINE permits 300, 31 of which go to the signature/)
  })

  it.each(['', ' ', []])('is not made with the empty secret %j', (sign) => {
    expect(() => definePostback('x', { sign })).toThrow(PostbackError)
  })

  it('shows neither secret nor payload to a log', () => {
    const shown = inspect(refund({ id: 7 }), { showHidden: false, depth: 9 })
    expect(shown).not.toContain(secret)
    expect(shown).not.toContain('7')
  })
})
