import { type Expected, type ExpectedOptions, pushed, received, type Verdict } from './received.js'
import { hasRichMenu } from './rich-menus.js'

/** Types of the matchers. */
export interface LineMatchers<R = unknown> {
  /**
   * Passes if the bot has sent these messages to a person or group: in sequence, anywhere in the chat.
   * @example
   * import { expect } from 'vitest'
   *
   * const aki = createEmulator({ bot }).user('Aki')
   * await aki.says('hi')
   * expect(aki).toHaveReceived(<Text>hi</Text>)
   * expect(aki).toHaveReceived(/welcome/i)
   */
  toHaveReceived(expected: Expected, options?: ExpectedOptions): R
  /** Like `toHaveReceived`, but only for messages sent without a reply token: by push, multicast, broadcast or narrowcast. */
  toHaveBeenPushed(expected: Expected, options?: ExpectedOptions): R
  /**
   * Passes if a person sees a rich menu: that of an alias, with an id, or any.
   * @example
   * import { expect } from 'vitest'
   *
   * const aki = createEmulator({ bot }).user('Aki')
   * await aki.taps('Shop')
   * expect(aki).toHaveRichMenu('shop')
   */
  toHaveRichMenu(aliasOrId?: string): R
}

const asResult = ({ pass, message, actual, expected }: Verdict) => ({
  pass,
  message: () => message,
  actual,
  expected,
})

/**
 * For `expect.extend` of Vitest and Jest.
 *
 * @example
 * import { matchers, type LineMatchers } from 'fukidashi/testing'
 * import { expect } from 'vitest'
 *
 * expect.extend(matchers)
 *
 * declare module 'vitest' {
 *   interface Matchers<T> extends LineMatchers<T> {}
 * }
 */
export const matchers = {
  toHaveReceived: (receiver: unknown, expected: Expected, options?: ExpectedOptions) =>
    asResult(received(receiver, expected, options)),
  toHaveBeenPushed: (receiver: unknown, expected: Expected, options?: ExpectedOptions) =>
    asResult(pushed(receiver, expected, options)),
  toHaveRichMenu: (viewer: unknown, aliasOrId?: string) => asResult(hasRichMenu(viewer, aliasOrId)),
}
