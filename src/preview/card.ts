/** The white card of templates, locations and coupons. */
import type { DrawContext } from './context.js'
import { words } from './read.js'
import { tapOf } from './tap.js'
import { box, type BoxNode, type Style, text, type TreeNode } from './tree.js'

const cardWidth = 260

/** A card. In a row, all cards are as high as the highest. */
export const card = (
  children: readonly TreeNode[],
  context: DrawContext,
  more: Partial<BoxNode> = {},
): BoxNode =>
  box(
    {
      width: cardWidth,
      borderRadius: 16,
      overflow: 'hidden',
      backgroundColor: context.colors.card,
      ...more.style,
    },
    children,
    more,
  )

/** Padding around the text of a card. */
export const cardBody = (children: readonly TreeNode[], style: Style = {}): BoxNode =>
  box({ paddingTop: 13, paddingRight: 14, paddingBottom: 14, paddingLeft: 14, ...style }, children)

export const cardTitle = (title: unknown, context: DrawContext): TreeNode =>
  text(
    { fontSize: 16, fontWeight: 700, lineHeight: 1.35, color: context.colors.cardTitle },
    words(title, 400),
    { wrap: true, maxLines: 3, role: 'card-title' },
  )

export const cardText = (content: unknown, context: DrawContext, style: Style = {}): TreeNode =>
  text(
    { fontSize: 14, lineHeight: 1.4, color: context.colors.cardText, ...style },
    words(content, 2_000),
    {
      wrap: true,
      role: 'card-text',
    },
  )

/** A line between the parts of a card. */
export const hairline = (context: DrawContext, style: Style = { height: 1 }): TreeNode =>
  box({ backgroundColor: context.colors.hairline, ...style }, [], { role: 'hairline' })

/** An action of a card, high enough to be tapped. */
export function cardButton(action: unknown, context: DrawContext, style: Style = {}): TreeNode {
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
          color: context.colors.cardLink,
          maxWidth: '100%',
        },
        tap?.label ?? `(${context.words.cannotDraw})`,
      ),
    ],
    { role: 'row', tap },
  )
}
