/** A message as it is drawn, and how it stands in the chat. */
import type { TreeNode } from './tree.js'

export interface Drawn {
  readonly node: TreeNode
  /**
   * `beside`: next to the speaker's icon, with the time next to it. `bleed`: a row over the whole width, which leaves room for
   * the icon itself. `below`: over the whole width, below icon and name.
   */
  readonly spread: 'beside' | 'bleed' | 'below'
}

/** Where a message stands. */
export interface Spot {
  /** Said by the user of this phone. */
  readonly own: boolean
  /** Room before a row that bleeds. */
  readonly start: number
  /** Whether the bubble hangs on its speaker by a tail. */
  readonly tail: boolean
  /** What a bubble begins with: the message that it replies to. */
  readonly quote?: readonly TreeNode[]
}

export const beside = (node: TreeNode): Drawn => ({ node, spread: 'beside' })
