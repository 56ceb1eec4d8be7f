/** A drawn message, and its layout in the chat. */
import type { TreeNode } from './tree.js'

export interface Drawn {
  readonly node: TreeNode
  /**
   * `beside`: next to the sender's icon, with the time next to it. `bleed`: a row of full width that leaves space for
   * the icon itself. `below`: full width, below icon and name.
   */
  readonly layout: 'beside' | 'bleed' | 'below'
}

/** Position of a message in the chat. */
export interface Spot {
  /** Whether the sender is the user of this phone. */
  readonly own: boolean
  /** Space before the first item of a `bleed` row, in pixels. */
  readonly start: number
  /** Whether the bubble has a tail. */
  readonly tail: boolean
  /** The quoted message at the top of a bubble. */
  readonly quote?: readonly TreeNode[]
}

export const beside = (node: TreeNode): Drawn => ({ node, layout: 'beside' })
