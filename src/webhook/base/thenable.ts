/** Values that have to be waited for. Handlers may return anything that `await` takes, however badly it behaves. */

import { EventPromise } from './event-promise.js'

/** Thenables that resolve with thenables: no honest one is deeper. */
const deepest = 100

const nativeThen = (Promise.prototype as { then: unknown }).then
const eventThen = (EventPromise.prototype as { then: unknown }).then

/** Tests for a value that has to be waited for. A `then` that cannot be read counts: waiting for it fails. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false
  try {
    return typeof (value as { then?: unknown }).then === 'function'
  } catch {
    return true
  }
}

/**
 * Calls one of both functions, once, when the value has settled; perhaps before it returns. Throws for no value. Unlike
 * `await`, it ends for a thenable that resolves with itself.
 */
export function whenSettled(
  value: PromiseLike<unknown>,
  done: (result: unknown) => void,
  failed: (error: unknown) => void,
  depth = 0,
): void {
  if (isNative(value)) {
    try {
      // Calls back once, and never with a thenable.
      if (value instanceof EventPromise) void value.listen(done, failed)
      else value.then(done, failed)
    } catch (error) {
      failed(error)
    }
    return
  }
  let settled = false
  const resolve = (result: unknown) => {
    if (settled) return
    settled = true
    if (!isThenable(result)) done(result)
    else if (depth < deepest) whenSettled(result, done, failed, depth + 1)
    else failed(new TypeError('A thenable resolves with thenables without end.'))
  }
  const reject = (error: unknown) => {
    if (settled) return
    settled = true
    failed(error)
  }
  try {
    value.then(resolve, reject)
  } catch (error) {
    reject(error)
  }
}

/** A promise for the value: its `then` is called once, however often the promise is awaited. */
export const promiseOf = (value: PromiseLike<unknown>): Promise<unknown> =>
  isNative(value) ? value : new Promise((resolve, reject) => whenSettled(value, resolve, reject))

function isNative(value: PromiseLike<unknown>): value is Promise<unknown> {
  try {
    if (!(value instanceof Promise)) return false
    const { then } = value as { then: unknown }
    return then === nativeThen || then === eventThen
  } catch {
    return false
  }
}
