/** The places of a component's children. */
import type { ComponentHost, Kind } from '../jsx-runtime/component.js'

/** The JSON that children are put into. */
export type Target = Record<string, unknown>

/** Puts the JSON of a child where it belongs. */
export type Slot = (target: Target, json: object, compiler: ComponentHost) => void

/** What a component takes as children: text, elements by what they become, plain JSON. Made once a component, not once a use. */
export interface Slots {
  text?: ((target: Target, text: string, compiler: ComponentHost) => void) | undefined
  kinds?: Partial<Record<Kind, Slot>>
  /** Where plain JSON goes. */
  json?: Slot | undefined
  /** Keeps blanks that are first or last among several children. */
  blanksAtEdges?: boolean | undefined
}
