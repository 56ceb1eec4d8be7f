/** The white card of templates and coupons. */
import { templates } from './chat-figures.js'
import type { DrawContext } from './context.js'
import { words } from './read.js'
import { tapOf } from './tap.js'
import { box, type BoxNode, type Style, text, type TreeNode } from './tree.js'

/** A card. In a row, all cards are as high as the highest. */
export const card = (
  children: readonly TreeNode[],
  { colors }: DrawContext,
  more: Partial<BoxNode> = {},
): BoxNode =>
  box(
    {
      width: templates.width,
      borderRadius: templates.radius,
      overflow: 'hidden',
      backgroundColor: colors.card,
      ...more.style,
    },
    children,
    more,
  )

/** Padding around the text of a card. */
export const cardBody = (children: readonly TreeNode[], style: Style = {}): BoxNode =>
  box(
    {
      paddingTop: templates.body.top,
      paddingRight: 14,
      paddingBottom: templates.body.bottom,
      paddingLeft: 14,
      ...style,
    },
    children,
  )

/** A font size on lines of this height. */
const lines = ({ size, pitch }: { size: number; pitch: number }, { type }: DrawContext): Style => ({
  fontSize: type(size),
  lineHeight: pitch / size,
})

export const cardTitle = (title: unknown, context: DrawContext): TreeNode =>
  text(
    { ...lines(templates.title, context), fontWeight: 700, color: context.colors.cardTitle },
    words(title, 400),
    { wrap: true, maxLines: 3, role: 'card-title' },
  )

export const cardText = (content: unknown, context: DrawContext, style: Style = {}): TreeNode =>
  text(
    { ...lines(templates.text, context), color: context.colors.cardText, ...style },
    words(content, 2_000),
    { wrap: true, role: 'card-text' },
  )

/** A line between the parts of a card. */
export const hairline = (context: DrawContext, style: Style = { height: 1 }): TreeNode =>
  box({ backgroundColor: context.colors.hairline, ...style }, [], { role: 'hairline' })

/** An action of a card. */
export function cardButton(action: unknown, context: DrawContext, style: Style = {}): TreeNode {
  const tap = tapOf(action)
  return box(
    {
      height: templates.action.pitch,
      paddingLeft: 12,
      paddingRight: 12,
      alignItems: 'center',
      justifyContent: 'center',
      ...style,
    },
    [
      text(
        {
          fontSize: context.type(templates.action.size),
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
