/** Boxes and what stands in them. */
import type { FlexBox, FlexBoxContent } from '../../spec/flex/index.js'
import type { Paddings } from '../figures.js'
import { deepest, type Pen } from '../pen.js'
import { list, type Loose, oneOf, record } from '../read.js'
import { tapOf } from '../tap.js'
import { box, type BoxNode, type TreeNode } from '../tree.js'
import { undrawable, unknownKind } from '../undrawable.js'
import { acrosses, alongs, pad, paint, size } from './box-style.js'
import { flexButton } from './button.js'
import { flexIcon } from './icon.js'
import { flexImage } from './image.js'
import { space } from './lengths.js'
import { isAbsolute, type Parent, place, type Placed, shareOf } from './place.js'
import { flexSeparator } from './separator.js'
import { flexText } from './text.js'

/** Where it stands among its siblings. */
interface Turn {
  readonly first: boolean
  readonly last: boolean
}

/** Empty room. The box's spacing leaves it out. */
function filler(given: Placed, parent: Parent): TreeNode {
  const share = shareOf(given, parent) ?? 1
  return box(share === 0 ? {} : { flexGrow: share, flexBasis: 0 }, [], { role: 'flex-filler' })
}

const drawers: Readonly<
  Record<FlexBoxContent['type'], (given: Placed, parent: Parent, turn: Turn, pen: Pen) => TreeNode>
> = {
  box: (given, parent, { first }, pen) => flexBox(given, parent, first, pen),
  text: (given, parent, { first }, pen) => flexText(given, parent, first, pen),
  image: (given, parent, { first }, pen) => flexImage(given, parent, first, pen),
  icon: (given, parent, { first }, pen) => flexIcon(given, parent, first, pen),
  button: (given, parent, { first }, pen) => flexButton(given, parent, first, pen),
  separator: (given, parent, { first, last }) => flexSeparator(given, parent, first, last),
  filler,
}

/** What may stand in a box; what may not is drawn as such. */
function component(value: unknown, parent: Parent, turn: Turn, pen: Pen): TreeNode {
  if (pen.left-- <= 0) return undrawable(pen, 'too many components')
  if (parent.depth > deepest) return undrawable(pen, 'too many boxes in boxes')
  const given = record<Placed & { type: unknown }>(value)
  const type = given?.type
  if (given && typeof type === 'string' && Object.hasOwn(drawers, type))
    return drawers[type as FlexBoxContent['type']](given, parent, turn, pen)
  return unknownKind(pen, 'Flex component', type)
}

/** The box's contents. One pen draws a bounded number of them. */
function contents(given: Loose<FlexBox>, parent: Parent, pen: Pen): TreeNode[] {
  const nodes: TreeNode[] = []
  const all = list(given.contents)
  const last = all.length - 1
  for (let index = 0; index <= last && pen.left >= 0; index++)
    nodes.push(component(all[index], parent, { first: index === 0, last: index === last }, pen))
  return nodes
}

/** What a block adds to the box in it. */
interface BlockBox {
  readonly paddings: Paddings | undefined
}

/**
 * A box.
 * @param first whether it is the first in its parent, where `spacing` leaves no room
 */
export function flexBox(
  value: unknown,
  parent: Parent,
  first: boolean,
  pen: Pen,
  block?: BlockBox,
): BoxNode {
  const given = record<FlexBox>(value) ?? {}
  const layout = oneOf(given.layout, ['horizontal', 'baseline']) ?? 'vertical'
  const style = place(given, parent, first)
  style.overflow = 'hidden'
  if (block) style.flexGrow = 1
  pad(style, given, parent.rtl, block?.paddings)
  paint(style, given)
  size(style, given)
  if (layout !== 'vertical') {
    style.flexDirection = 'row'
    // As in the simulator: a row is as wide as the column that it stands in, also where others shrink.
    if (parent.layout === 'vertical' && style.width === undefined && !isAbsolute(given))
      style.width = '100%'
  }
  style.justifyContent = oneOf(given.justifyContent, alongs)
  style.alignItems = layout === 'baseline' ? 'baseline' : oneOf(given.alignItems, acrosses)
  const inner: Parent = {
    layout,
    rtl: parent.rtl,
    spacing: space(given.spacing) ?? 0,
    stretches:
      layout === 'vertical' &&
      style.alignItems === undefined &&
      (style.width !== undefined || (parent.stretches && !isAbsolute(given))),
    depth: parent.depth + 1,
  }
  return box(style, contents(given, inner, pen), {
    role: `flex-${layout}`,
    tap: tapOf(given.action),
  })
}
