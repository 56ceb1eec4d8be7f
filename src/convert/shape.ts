/** What converting knows of components and of the spec. `scripts/generate` writes it. */
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
