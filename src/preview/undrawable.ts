/** Boxes for parts that cannot be drawn: visible, so that they are not mistaken for empty space. */
import type { DrawContext } from './context.js'
import { words } from './read.js'
import { box, text, type TreeNode } from './tree.js'

/** A dashed box with an explanation. */
export const undrawable = (context: DrawContext, why: string): TreeNode =>
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
      text(
        { fontSize: 12, color: '#a3261d', lineHeight: 1.4 },
        `${context.words.cannotDraw}: ${why}`,
        {
          wrap: true,
          maxLines: 4,
        },
      ),
    ],
    { role: 'undrawable' },
  )

/** A box for an unknown type. */
export const unknownKind = (context: DrawContext, what: string, type: unknown): TreeNode =>
  undrawable(
    context,
    typeof type === 'string' ? `${what} of type "${words(type, 60)}"` : `${what} without a type`,
  )
