import { describe, expect, it } from 'vitest'
import { createEmulator } from '../../src/emulator/index.js'
import { toHtml, toTree } from '../../src/preview/index.js'
import { toPng } from '../../src/preview/png/index.js'

const hello = { type: 'text', text: 'Hello' } as const

describe('options of previews and of the emulator', () => {
  it.each([
    [{ theem: 'dark' }, /theem is not an option\. Did you mean theme\?/],
    [{ Width: 5 }, /Did you mean width\?/],
    [{ zzzzzzzz: 5 }, /zzzzzzzz is not an option\. Use device, width, /],
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

  it.each([
    [{ device: 'ipone' }, "device: 'ipone' is not permitted. Did you mean 'iphone'?"],
    [{ device: 5 }, "device: 5 is not permitted. Use 'iphone', 'android' or 'simulator'."],
    [{ device: ['iphone', 'andriod'] }, "device[1]: 'andriod' is not permitted."],
    [{ device: ['iphone', undefined] }, 'device[1]: null is not permitted.'],
    [{ device: [] }, 'device: an array of 0 is not permitted.'],
    [{ device: Array(11).fill('iphone') }, 'device: an array of 11 is not permitted.'],
    [{ theme: 'Dark' }, "Did you mean 'dark'? Use 'light' or 'dark'."],
    [{ language: 'fr' }, "language: 'fr' is not permitted. Use 'en', 'ja', 'th' or 'zh-TW'."],
    [{ frame: 'phone' }, "frame: 'phone' is not permitted."],
    [{ caption: 'yes' }, 'caption: a text is not permitted. Use true or false.'],
  ])('are refused with unknown values: %j', async (options, message) => {
    const wrong = expect.objectContaining({
      code: 'option_invalid',
      message: expect.stringContaining(message) as string,
    }) as Error
    expect(() => toHtml(hello, options as never)).toThrow(wrong)
    expect(() => toTree(hello, options as never)).toThrow(wrong)
    await expect(toPng(hello, options as never)).rejects.toThrow(wrong)
  })

  it('are refused if rows are those of several phones, or have a caption', () => {
    const message = "as: 'rows' draws the rows of one phone"
    expect(() => toHtml(hello, { as: 'rows', device: ['iphone', 'android'] })).toThrow(message)
    expect(() => toHtml(hello, { as: 'rows', caption: true })).toThrow(message)
    expect(toHtml(hello, { as: 'rows', device: 'android' })).toContain('Hello')
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
