/** Results of components and promises while a tree is compiled. */
import type { RenderScope } from '../common/render-scope.js'
import type { ElementNode } from './element.js'
import { AsyncComponentError, ComponentError, threw } from './errors.js'
import type { Frame } from './structure-problem.js'

/**
 * What a component or a promise gave, and the calls inside that. A tree is compiled several times; each call is found again by
 * its position, so that none is made twice, even where a getter makes new promises.
 */
export interface Call {
  /** The component, or a mark for promises. */
  readonly of?: unknown
  value?: unknown
  /** Settles when the value is there. Has a listener. */
  pending?: Promise<void> | undefined
  calls?: Call[] | undefined
}

/** The root of the calls of a tree. */
export interface RootCall extends Call {
  /** Passed to deferred values. */
  readonly scope?: RenderScope
  /** Begins to wait for the value of a call. Without it, an asynchronous component is an error. */
  readonly wait?: (
    call: Call,
    promise: PromiseLike<unknown>,
    named: (error: unknown) => ComponentError,
  ) => void
  /** The calls of elements, promises and deferred values, by the context that components got. */
  elements?: Map<unknown, Map<object, Call>>
  /** Nothing waits for what is still pending. */
  ended?: boolean
}

/** The calls of a tree with one context, by element or promise: those of an element that is placed twice are made once. */
export function callsIn(root: RootCall, context: unknown): Map<object, Call> {
  const byContext = (root.elements ??= new Map<unknown, Map<object, Call>>())
  let calls = byContext.get(context)
  if (!calls) byContext.set(context, (calls = new Map<object, Call>()))
  return calls
}

/**
 * Calls a component of the user.
 * @throws {ComponentError} when it throws, and when it is not a function
 */
export function callComponent(
  { type, props }: ElementNode,
  context: unknown,
  frame: Frame,
): unknown {
  if (typeof type !== 'function')
    throw new ComponentError(frame, 'is not a component: check its name, export and import')
  try {
    return (type as (props: unknown, context: unknown) => unknown)(props, context)
  } catch (error) {
    throw threw(frame, error)
  }
}

/** The frame of a promise that is in no component of the user. */
export const frameOf = (owner: ElementNode | undefined): Frame => ({
  type: owner?.type ?? 'Promise',
  source: owner?.source,
})

/**
 * Begins to wait for the value of a call.
 * @throws {AsyncComponentError} in a tree that is compiled synchronously
 */
export function waitFor(
  { wait }: RootCall,
  call: Call,
  promise: PromiseLike<unknown>,
  frame: Frame,
): void {
  if (!wait) throw new AsyncComponentError(frame)
  wait(call, promise, (error) => threw(frame, error))
}
