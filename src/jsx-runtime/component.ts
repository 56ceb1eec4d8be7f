/** The components that come with fukidashi, known by a brand and not by their identity. */
import type { ElementNode, JsxElement } from './element.js'
import type { Facts, Segment, StructureProblem } from './structure-problem.js'

/** Carries the definition of a built-in component. Shared by all copies of the library. */
export const BUILT_IN: unique symbol = Symbol.for('fukidashi.component')

/** What a component becomes, which decides where it is permitted. */
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
  | 'richMenuPart'
  | 'richMenuContent'
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

/** A child after components of the user, fragments and lists are expanded. */
export type Leaf = string | ElementNode | object

/** Called with each child. */
export type Visit = (leaf: Leaf) => void

/** The compiler, as far as a built-in component needs it. */
export interface ComponentHost {
  /** Name of the component whose children are read; undefined at the top. */
  readonly parent: string | undefined
  /** How many children printed nothing, such as `false` and `''`. */
  readonly nothings: number
  /** The problems so far. */
  readonly problems: readonly unknown[]
  /** Second argument of the user's components at this place. */
  readonly context: unknown
  /** Turns an element of a built-in component into its JSON. */
  build(element: ElementNode, definition: Definition): object
  /** Copies props into JSON: elements become JSON; `undefined` and `children` are left out. */
  props<T extends object>(json: T, props: object): T
  /** A value with all elements in it turned into JSON. Lists lose what prints nothing, but not those of foreign JSON. */
  value(value: unknown, name?: Segment | readonly Segment[]): unknown
  /** Calls back with each child: texts, elements of built-in components, tags such as `<br/>`, and plain JSON. */
  each(node: unknown, visit: Visit): void
  /** Enters a list of children, until {@link leave}. Returns the number of items to read, holes included. */
  enter(list: readonly unknown[]): number
  leave(): void
  /** Notes that JSON was replaced by other JSON, so that problems of it name its component. */
  moved<T extends object>(from: object, to: T): T
  /** Reports a child or value in a wrong place, and goes on to find the rest. */
  report(code: StructureProblem['code'], message: string, facts?: Facts): void
}

/** How a built-in component is turned into JSON. */
export interface Definition {
  /** As in JSX: `Flex.Text`. */
  readonly name: string
  readonly kind: Kind
  readonly compile: (props: never, compiler: ComponentHost) => object
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
  [name, kind]: readonly [name: string, kind: Kind, ...unknown[]],
  compile: (props: P, compiler: ComponentHost) => object,
): Component<P> {
  const definition: Definition = { name, kind, compile }
  // Called only by those who take a component for a function; JSX and builders read the definition.
  const callable = () => {
    throw new TypeError(`${name} is a component: write <${name} … />`)
  }
  return Object.assign(callable, { [BUILT_IN]: definition })
}

/** The definition of a built-in component, or undefined for everything else. */
export const builtIn = (type: unknown): Definition | undefined =>
  typeof type === 'function' ? (type as Partial<Component<never>>)[BUILT_IN] : undefined
