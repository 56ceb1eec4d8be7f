/** The rows of the table of components. */
import type { Kind } from '../jsx-runtime/component.js'

/**
 * Where children go, by what they become: a property, `actions[]` for an item of a list, or `''` for a place of its own, which
 * the component's file describes. `text` is text; `json` is plain JSON.
 */
export type Children = Readonly<Partial<Record<Kind | 'text' | 'json', string>>>

/** A short name for a builder with one property set, such as `flex.horizontal`. */
export interface Word {
  readonly docs: string
  readonly example: string
  /** The method that is called with the word. */
  readonly property: string
  /** The type of its children, in `children.ts`. */
  readonly holds: string
}

/** The facts about a component that are neither in its props nor in its docs, which are in its file. */
export interface Row {
  /** Decides where it may be. */
  readonly kind: Kind
  /** The definitions of `src/spec` that it makes. Their `type` is the type of its JSON. */
  readonly spec: string | readonly string[]
  /** The message around it, and the property of that message which holds it. */
  readonly around?: { readonly spec: string; readonly property: string }
  /** Where children go. Every message takes `<QuickReply>` and `<Sender>` too. */
  readonly children?: Children
  /** The property from which `altText` is taken if it is missing; of a template, all of it. */
  readonly altTextFrom?: string
  /** Has a place of its own in a bubble: a child, never a prop. As a prop, its JSON is another component. */
  readonly block?: true
  /** Properties that it adds to its JSON if they are missing. */
  readonly adds?: readonly string[]
  /** The property of its JSON that holds `x`, `y`, `width` and `height`, which are props of their own. */
  readonly rectangle?: string
  /** Arguments of the builder: props, `name?` if it may be left out, and `...children` for children by any name. */
  readonly builder: readonly string[]
  /** The builder, as an example. */
  readonly example: string
  /** Docs of the builder, where those of the component speak of JSX only. */
  readonly docs?: string
  /** Other names for the builder with one property set. */
  readonly words?: Readonly<Record<string, Word>>
}
