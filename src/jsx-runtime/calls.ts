/** What compiling passes on: children as they are visited, and what components and promises gave. */
import type { ElementNode } from './element.js'
import type { ComponentError } from './errors.js'

/** What is left of a child when user components, fragments and lists are expanded. */
export type Leaf = string | ElementNode | object

/** Called with each child. */
export type Visit = (leaf: Leaf) => void

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
  /** Begins to wait for the value of a call. Without it, an asynchronous component is an error. */
  readonly wait?: (
    call: Call,
    promise: PromiseLike<unknown>,
    named: (error: unknown) => ComponentError,
  ) => void
  /** Nothing waits for what is still pending. */
  ended?: boolean
}
