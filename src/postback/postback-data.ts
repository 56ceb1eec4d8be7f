import type { RenderScope } from '../common/render-scope.js'
import { PostbackError } from './errors.js'

const DEFERRED: unique symbol = Symbol.for('fukidashi.deferred') as never

/**
 * Postback data that is not signed yet. Use it as the `data` of an action: `renderAsync`, the client and the bot sign it, because
 * signing is asynchronous outside Node.
 */
export class PostbackData {
  /** Name of its definition. */
  readonly postback: string
  readonly #sign: (scope: RenderScope) => Promise<string>

  constructor(postback: string, sign: (scope: RenderScope) => Promise<string>) {
    this.postback = postback
    this.#sign = sign
  }

  /** Makes the data. Called while rendering. */
  [DEFERRED](scope?: RenderScope): Promise<string> {
    return this.toData(scope)
  }

  /**
   * Makes the data without the renderer.
   * @param scope - `clock` for data that expires, `env` for a secret that is a function
   * @throws {PostbackError} `secret_missing`
   */
  async toData(scope: RenderScope = {}): Promise<string> {
    return this.#sign(scope)
  }

  /** @throws {PostbackError} `render_not_async`: the data is not signed yet. */
  toJSON(): never {
    throw new PostbackError(
      'render_not_async',
      `Postback "${this.postback}" is signed, which is asynchronous: use renderAsync, or await its toData().`,
    )
  }
}
