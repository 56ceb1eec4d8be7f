/** The bubble around texts, audio and files. */
import type { Spot } from '../drawn.js'
import { tail } from '../icons.js'
import type { DrawContext } from '../context.js'
import { box, image, type BoxNode, type Style, type TreeNode } from '../tree.js'

/** Maximum width of a bubble: the phone's width without icon, time and some space. */
export const widest = (context: DrawContext): number =>
  Math.min(480, Math.round((context.width - 2 * context.icon.right + 30) * 0.78))

/** A bubble in the color of its side. The first one of a sender has a tail. */
export function bubble(
  style: Style,
  children: readonly TreeNode[],
  spot: Spot,
  context: DrawContext,
  more: Partial<Pick<BoxNode, 'tap' | 'role'>> = {},
): TreeNode {
  const color = spot.own ? context.colors.own : context.colors.other
  const inner = box(
    {
      paddingTop: 8,
      paddingRight: 13,
      paddingBottom: 8,
      paddingLeft: 13,
      borderRadius: 18,
      backgroundColor: color,
      maxWidth: widest(context),
      ...style,
    },
    children,
    { ...more, role: more.role ?? 'bubble' },
  )
  if (!spot.tail) return inner
  const edge: Style = spot.own ? { right: -6 } : { left: -6 }
  return box({}, [
    image({ position: 'absolute', top: 1, width: 16, height: 14, ...edge }, tail(color, spot.own), {
      role: 'tail',
    }),
    inner,
  ])
}
