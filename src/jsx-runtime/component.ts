/** The components that come with fukidashi, known by a brand and not by their identity. */
import type { Compiler } from './compiler.js'
import type { JsxElement } from './element.js'

/** Carries the definition of a built-in component. Shared by all copies of the library. */
export const BUILT_IN: unique symbol = Symbol.for('fukidashi.component')

/** What a component becomes, which decides where it may stand. */
export type Kind =
  | 'message'
  | 'action'
  | 'quickReply'
  | 'quickReplyItem'
  | 'sender'
  | 'mention'
  | 'emoji'
  | 'column'
  | 'imageColumn'
  | 'imagemapArea'
  | 'imagemapVideo'
  | 'richMenu'
  | 'richMenuArea'
  | 'flexContainer'
  | 'flexHeader'
  | 'flexHero'
  | 'flexBody'
  | 'flexFooter'
  | 'flexComponent'
  | 'flexVideo'
  | 'flexSpan'
  | 'flexBackground'
  | 'raw'

/** How a built-in component is turned into JSON. */
export interface Definition {
  /** As in JSX: `Flex.Text`. */
  readonly name: string
  readonly kind: Kind
  readonly compile: (props: never, compiler: Compiler) => object
}

/** A built-in component: to TypeScript a function from props to JSX. */
export interface Component<P> {
  (props: P): JsxElement
  readonly [BUILT_IN]: Definition
}

/**
 * Makes a built-in component.
 *
 * @param name - as in JSX
 * @param kind - what it becomes
 * @param compile - from props to JSON; gets the compiler, where a component of a user gets the context
 */
/*#__NO_SIDE_EFFECTS__*/
export function component<P>(
  name: string,
  kind: Kind,
  compile: (props: P, compiler: Compiler) => object,
): Component<P> {
  const definition: Definition = { name, kind, compile: compile }
  // Called only by those who take a component for a function; JSX and builders read the definition.
  const callable = () => {
    throw new TypeError(`${name} is a component: write <${name} … /> instead of calling it`)
  }
  return Object.assign(callable, { [BUILT_IN]: definition })
}

/** The definition of a built-in component, or undefined for everything else. */
export const builtIn = (type: unknown): Definition | undefined =>
  typeof type === 'function' ? (type as Partial<Component<never>>)[BUILT_IN] : undefined
