/** A drawn message, and its layout in the chat. */
import type { TreeNode } from './tree.js'

export interface Drawn {
  readonly node: TreeNode
  /**
   * `beside`: next to the sender's icon. `below`: below the icon. `row`: below it and as wide as the screen, with its own spaces at
   * the sides.
   */
  readonly layout: 'beside' | 'below' | 'row'
  /** Space between the message and the side of the screen, if it is an own one; a bubble has more because of its tail. */
  readonly edge?: number
  /** Whether the time is below the message even if there is space beside it. */
  readonly timeBelow?: boolean
}

/** Position of a message in the chat. */
export interface Spot {
  /** Whether the sender is the user of this phone. */
  readonly own: boolean
  /** Whether there is space for an icon at the left. */
  readonly iconSpace: boolean
  /** Whether the bubble has a tail. */
  readonly tail: boolean
  /** The quoted message at the top of a bubble. */
  readonly quote?: readonly TreeNode[]
}

export const beside = (node: TreeNode): Drawn => ({ node, layout: 'beside' })
