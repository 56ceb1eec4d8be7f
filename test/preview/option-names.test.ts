import { describe, expect, it } from 'vitest'
import { createEmulator } from '../../src/emulator/index.js'
import { toHtml, toTree } from '../../src/preview/index.js'
import { toPng } from '../../src/preview/png/index.js'

const hello = { type: 'text', text: 'Hello' } as const

describe('options of previews and of the emulator', () => {
  it.each([
    [{ theem: 'dark' }, /theem is not an option\. Did you mean theme\?/],
    [{ Width: 5 }, /Did you mean width\?/],
    [{ zzzzzzzz: 5 }, /zzzzzzzz is not an option\. Use width, /],
    ['dark', /options: a text is not permitted/],
    [null, /options: null is not permitted/],
    [[], /options: an array is not permitted/],
  ])('are refused with unknown names: %j', async (options, message) => {
    const wrong = expect.objectContaining({
      code: 'option_invalid',
      message: expect.stringMatching(message) as string,
    }) as Error
    expect(() => toHtml(hello, options as never)).toThrow(wrong)
    expect(() => toTree(hello, options as never)).toThrow(wrong)
    await expect(toPng(hello, options as never)).rejects.toThrow(wrong)
  })

  it('of the emulator too', () => {
    expect(() => createEmulator({ ratelimits: true } as never)).toThrow(/Did you mean rateLimits\?/)
    expect(() => createEmulator({ webHook: 'http://x' } as never)).toThrow(/Did you mean webhook\?/)
    expect(() => createEmulator('http://x' as never)).toThrow(/options: a text/)
    expect(() => createEmulator(null as never)).toThrow(/options: null/)
  })

  it('may be undefined', () => {
    expect(toHtml(hello, { width: undefined } as never)).toContain('Hello')
    expect(() => createEmulator({ quota: undefined })).not.toThrow()
  })
})
