/** The bubble that texts, sounds and files stand in. */
import type { Spot } from '../drawn.js'
import { tail } from '../icons.js'
import type { Pen } from '../pen.js'
import { box, image, type BoxNode, type Style, type TreeNode } from '../tree.js'

/** How wide a bubble gets: the phone's width without icon, time and some air. */
export const widest = (pen: Pen): number => Math.min(480, Math.round((pen.width - 62) * 0.78))

/** A bubble of its side's colour, with a tail where it begins what somebody says. */
export function bubble(
  style: Style,
  children: readonly TreeNode[],
  spot: Spot,
  pen: Pen,
  more: Partial<Pick<BoxNode, 'tap' | 'role'>> = {},
): TreeNode {
  const color = spot.own ? pen.colors.own : pen.colors.other
  const inner = box(
    {
      paddingTop: 8,
      paddingRight: 13,
      paddingBottom: 8,
      paddingLeft: 13,
      borderRadius: 18,
      backgroundColor: color,
      maxWidth: widest(pen),
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
