/** The white card of templates, places and coupons. */
import type { Pen } from './pen.js'
import { words } from './read.js'
import { tapOf } from './tap.js'
import { box, type BoxNode, type Style, text, type TreeNode } from './tree.js'

const cardWidth = 260

/** A card; in a row, all are as high as the highest. */
export const card = (
  children: readonly TreeNode[],
  pen: Pen,
  more: Partial<BoxNode> = {},
): BoxNode =>
  box(
    {
      width: cardWidth,
      borderRadius: 16,
      overflow: 'hidden',
      backgroundColor: pen.colors.card,
      ...more.style,
    },
    children,
    more,
  )

/** Room around what is said on a card. */
export const cardBody = (children: readonly TreeNode[], style: Style = {}): BoxNode =>
  box({ paddingTop: 13, paddingRight: 14, paddingBottom: 14, paddingLeft: 14, ...style }, children)

export const cardTitle = (title: unknown, pen: Pen): TreeNode =>
  text(
    { fontSize: 16, fontWeight: 700, lineHeight: 1.35, color: pen.colors.cardTitle },
    words(title, 400),
    { wrap: true, maxLines: 3, role: 'card-title' },
  )

export const cardText = (said: unknown, pen: Pen, style: Style = {}): TreeNode =>
  text(
    { fontSize: 14, lineHeight: 1.4, color: pen.colors.cardText, ...style },
    words(said, 2_000),
    {
      wrap: true,
      role: 'card-text',
    },
  )

/** A line between the parts of a card. */
export const hairline = (pen: Pen, style: Style = { height: 1 }): TreeNode =>
  box({ backgroundColor: pen.colors.hairline, ...style }, [], { role: 'hairline' })

/** An action of a card, as high as a finger. */
export function cardButton(action: unknown, pen: Pen, style: Style = {}): TreeNode {
  const tap = tapOf(action)
  return box(
    {
      height: 46,
      paddingLeft: 12,
      paddingRight: 12,
      alignItems: 'center',
      justifyContent: 'center',
      ...style,
    },
    [
      text(
        {
          fontSize: 15,
          fontWeight: 500,
          lineHeight: 1.4,
          color: pen.colors.cardLink,
          maxWidth: '100%',
        },
        tap?.label ?? `(${pen.words.cannotDraw})`,
      ),
    ],
    { role: 'row', tap },
  )
}
