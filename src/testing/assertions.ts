import { FukidashiError } from '../common/error.js'
import { type Expected, type ExpectedOptions, pushed, received, type Verdict } from './received.js'
import type { Receiver } from './receiver.js'
import { hasRichMenu, type MenuViewer } from './rich-menus.js'

/** An expectation failed. Test runners treat it like an `AssertionError` and show both sides. */
export class ExpectationError extends FukidashiError {
  override readonly name = 'AssertionError'
  readonly code = 'ERR_ASSERTION'
  readonly actual: unknown
  readonly expected: unknown
  readonly operator = 'received'

  constructor({ message, actual, expected }: Verdict) {
    super(message)
    this.actual = actual
    this.expected = expected
  }
}

/**
 * Asserts that messages were received; for `node:test` and other runners without `expect`.
 * @throws {ExpectationError}
 *
 * @example
 * const aki = createEmulator({ bot }).user('Aki')
 * await aki.says('hi')
 * assertReceived(aki, <Text>hello</Text>)
 */
export function assertReceived(
  receiver: Receiver,
  expected: Expected,
  options?: ExpectedOptions,
): void {
  const verdict = received(receiver, expected, options)
  if (!verdict.pass) throw new ExpectationError(verdict)
}

/**
 * Like {@link assertReceived}, but only for messages sent without a reply token.
 * @throws {ExpectationError}
 */
export function assertPushed(
  receiver: Receiver,
  expected: Expected,
  options?: ExpectedOptions,
): void {
  const verdict = pushed(receiver, expected, options)
  if (!verdict.pass) throw new ExpectationError(verdict)
}

/**
 * Asserts that a person sees a rich menu: that of an alias, with an id, or any.
 * @throws {ExpectationError}
 *
 * @example
 * const aki = createEmulator({ bot }).user('Aki')
 * await aki.taps('Shop')
 * assertRichMenu(aki, 'shop')
 */
export function assertRichMenu(viewer: MenuViewer, aliasOrId?: string): void {
  const verdict = hasRichMenu(viewer, aliasOrId)
  if (!verdict.pass) throw new ExpectationError(verdict)
}
