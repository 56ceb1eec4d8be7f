/** Values that are known only later, such as signed postback data. */

/** Marks an object whose method under this key gives the value as a promise. Shared by all copies of the library. */
export const DEFERRED: unique symbol = Symbol.for('fukidashi.deferred')

/** A value of which only `renderAsync` knows how to make a `T`. */
export interface Deferred<T> {
  readonly [DEFERRED]: () => Promise<T>
}

/** What TypeScript wants to see of a deferred value. */
export interface Late<T> {
  /** The value, for use without the renderer. */
  toData(): Promise<T>
}

export const isDeferred = (value: object): value is Deferred<unknown> => DEFERRED in value
