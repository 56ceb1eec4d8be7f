import type { Problem } from './problem.js'

/**
 * Something that works, but perhaps not as intended. `onWarning` is called with it, in clients, in bots and in `render`.
 * `String(warning)` is one line for a log: the place, if there is one, and the message.
 *
 * @example
 * new LineClient({ channelAccessToken, onWarning: (warning) => console.warn(String(warning)) })
 */
export class Warning<Code extends string = string> {
  /** Stable name. For messages, the code of the problem: see `docs/problems.md`. */
  readonly code: Code
  /** What was noticed, and what to do. */
  readonly message: string
  /** The problem of a message, with its path and its component. Warnings about anything else have none. */
  readonly problem?: Problem

  constructor(code: Code, message: string, problem?: Problem) {
    this.code = code
    this.message = message
    if (problem) this.problem = problem
  }

  /** `messages[0].quickreply, <Menu> › <Text>, src/menu.tsx:9:5: …`. */
  toString(): string {
    const { path, component, source } = this.problem ?? {}
    const place = [path, component, source].filter(Boolean).join(', ')
    return place ? `${place}: ${this.message}` : this.message
  }
}
