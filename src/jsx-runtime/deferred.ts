/** Values that are made while rendering, such as signed postback data. */
import type { RenderScope } from '../common/render-scope.js'

/** Marks an object whose method under this key returns the value as a promise. Shared by all copies of the library. */
export const DEFERRED: unique symbol = Symbol.for('fukidashi.deferred')

/** A value of type `T` that only `renderAsync` can make. */
export interface Deferred<T> {
  readonly [DEFERRED]: (scope?: RenderScope) => Promise<T>
}

/** The part of a deferred value that types show. */
export interface Late<T> {
  /** Makes the value without the renderer. */
  toData(scope?: RenderScope): Promise<T>
}

export const isDeferred = (value: object): value is Deferred<unknown> => DEFERRED in value
