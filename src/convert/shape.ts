/** Types of what converting reads of components and of the spec. `scripts/generate` writes the values. */
import type { Kind } from '../jsx-runtime/component.js'

/** How a component is made of JSON. */
export interface Making {
  readonly kind: Kind
  /** Where children go, by what they become: a property, `actions[]` for an item of a list, `''` for a place of its own. */
  readonly children: Readonly<Partial<Record<Kind | 'text' | 'json', string>>>
  /** The property of the JSON that holds `x`, `y`, `width` and `height`, which are props. */
  readonly rectangle?: string
  /** Properties that the component adds if they are missing: JSON without them is not what it makes. */
  readonly adds: readonly string[]
  readonly props: KnownProps
  /** Props that are arguments of the builder, in their order; `name?` if it can be left out. */
  readonly args: readonly string[]
  /** Whether the further arguments of the builder are children. */
  readonly takesChildren: boolean
  /** Short names of the builder, each for a value of the property. */
  readonly words?: { readonly property: string; readonly names: readonly string[] }
}

/** Props by how a builder sets them: one value, true or false, or several values. */
export interface KnownProps {
  readonly one: readonly string[]
  readonly flags: readonly string[]
  readonly many: readonly string[]
  /** Those of them that take any text. */
  readonly texts: readonly string[]
}

/** A definition of the spec that a component makes. */
export interface Shape {
  /** The `type` of its JSON, if it has one. */
  readonly type?: string
  /** The component, by its name in JSX. */
  readonly component?: string
  /** Blocks of a bubble that it becomes as a child, by their kinds. */
  readonly blocks?: Readonly<Partial<Record<Kind, string>>>
  /** The property that holds the definition which the component is named after: the template of a message. */
  readonly inside?: string
  /** Properties that hold other definitions, `Action[]` for a list of them. */
  readonly holds: Readonly<Record<string, string>>
}
