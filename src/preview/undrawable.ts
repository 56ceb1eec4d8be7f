/** What stands where something cannot be drawn: visible, so that nobody takes it for an empty place. */
import type { Pen } from './pen.js'
import { words } from './read.js'
import { box, text, type TreeNode } from './tree.js'

/** A dashed box that says why. */
export const undrawable = (pen: Pen, why: string): TreeNode =>
  box(
    {
      paddingTop: 6,
      paddingRight: 8,
      paddingBottom: 6,
      paddingLeft: 8,
      borderWidth: 1,
      borderStyle: 'dashed',
      borderColor: '#d0463b',
      borderRadius: 6,
      backgroundColor: '#fdf1f0',
      maxWidth: '100%',
    },
    [
      text({ fontSize: 12, color: '#a3261d', lineHeight: 1.4 }, `${pen.words.cannotDraw}: ${why}`, {
        wrap: true,
        maxLines: 4,
      }),
    ],
    { role: 'undrawable' },
  )

/** Names a kind of thing nobody knows. */
export const unknownKind = (pen: Pen, what: string, type: unknown): TreeNode =>
  undrawable(
    pen,
    typeof type === 'string' ? `${what} of type "${words(type, 60)}"` : `${what} without a type`,
  )
