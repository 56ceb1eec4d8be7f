/** The part of an `AbortSignal` that is used here. The core's types work without the types of the DOM or of Node. */
export interface AbortSignalLike {
  readonly aborted: boolean
  /** What `abort` was called with, usually an error. */
  readonly reason: Error
  throwIfAborted(): void
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void
  removeEventListener(type: 'abort', listener: () => void): void
}
