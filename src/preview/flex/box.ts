/** Boxes and their contents. */
import type { FlexBox, FlexBoxContent } from '../../spec/flex/index.js'
import type { Paddings } from '../figures.js'
import { maxDepth, type DrawContext } from '../context.js'
import { list, type Loose, oneOf, record } from '../read.js'
import { tapOf } from '../tap.js'
import { box, type BoxNode, type Style, type TreeNode } from '../tree.js'
import { undrawable, unknownKind } from '../undrawable.js'
import { acrosses, alongs, pad, paint, size } from './box-style.js'
import { flexButton } from './button.js'
import { flexIcon } from './icon.js'
import { flexImage } from './image.js'
import { space } from './lengths.js'
import { isAbsolute, isFixed, type Parent, place, type Placed, shareOf } from './place.js'
import { flexSeparator } from './separator.js'
import { flexText } from './text.js'

/** Position among the siblings. */
interface Position {
  readonly first: boolean
  readonly last: boolean
}

/** Empty space. The box's `spacing` is not added before it. */
function filler(json: Placed, parent: Parent): TreeNode {
  const share = shareOf(json, parent) ?? 1
  return box(share === 0 ? {} : { flexGrow: share, flexBasis: 0 }, [], { role: 'flex-filler' })
}

const drawers: Readonly<
  Record<
    FlexBoxContent['type'],
    (json: Placed, parent: Parent, position: Position, context: DrawContext) => TreeNode
  >
> = {
  box: (json, parent, { first }, context) => flexBox(json, parent, first, context),
  text: (json, parent, { first }, context) => flexText(json, parent, first, context),
  image: (json, parent, { first }, context) => flexImage(json, parent, first, context),
  icon: (json, parent, { first }, context) => flexIcon(json, parent, first, context),
  button: (json, parent, { first }, context) => flexButton(json, parent, first, context),
  separator: (json, parent, { first, last }) => flexSeparator(json, parent, first, last),
  filler,
}

/** A component of a box. Unknown components become a visible box. */
function component(
  value: unknown,
  parent: Parent,
  position: Position,
  context: DrawContext,
): TreeNode {
  if (context.left-- <= 0) return undrawable(context, 'too many components')
  if (parent.depth > maxDepth) return undrawable(context, 'too many boxes in boxes')
  const json = record<Placed & { type: unknown }>(value)
  const type = json?.type
  if (json && typeof type === 'string' && Object.hasOwn(drawers, type))
    return drawers[type as FlexBoxContent['type']](json, parent, position, context)
  return unknownKind(context, 'Flex component', type)
}

/** The contents of a box, as long as the context's number of components is not used up. */
function contents(json: Loose<FlexBox>, parent: Parent, context: DrawContext): TreeNode[] {
  const nodes: TreeNode[] = []
  const all = list(json.contents)
  const last = all.length - 1
  for (let index = 0; index <= last && context.left >= 0; index++)
    nodes.push(component(all[index], parent, { first: index === 0, last: index === last }, context))
  return nodes
}

/** Whether the width does not depend on the contents. */
function hasFixedWidth(json: Placed, { width, left, right }: Style, parent: Parent): boolean {
  if (width !== undefined) return typeof width === 'number' || parent.fixed
  return isAbsolute(json) ? left !== undefined && right !== undefined : isFixed(json, parent)
}

/** Styles that a block adds to its box. */
interface BlockBox {
  readonly paddings: Paddings | undefined
}

/**
 * A box.
 * @param first - whether it is the first in its parent, where `spacing` is not added
 */
export function flexBox(
  value: unknown,
  parent: Parent,
  first: boolean,
  context: DrawContext,
  block?: BlockBox,
): BoxNode {
  const json = record<FlexBox>(value) ?? {}
  const layout = oneOf(json.layout, ['horizontal', 'baseline']) ?? 'vertical'
  const style = place(json, parent, first)
  style.overflow = 'hidden'
  if (block) style.flexGrow = 1
  pad(style, json, parent.rtl, block?.paddings)
  paint(style, json)
  size(style, json)
  if (layout !== 'vertical') {
    style.flexDirection = 'row'
    // As in the simulator: a row is as wide as the column around it, even if other components shrink.
    if (parent.layout === 'vertical' && style.width === undefined && !isAbsolute(json))
      style.width = '100%'
  }
  style.justifyContent = oneOf(json.justifyContent, alongs)
  style.alignItems = layout === 'baseline' ? 'baseline' : oneOf(json.alignItems, acrosses)
  const inner: Parent = {
    layout,
    rtl: parent.rtl,
    spacing: space(json.spacing) ?? 0,
    aligns: layout === 'vertical' && style.alignItems !== undefined,
    fixed: hasFixedWidth(json, style, parent),
    depth: parent.depth + 1,
  }
  return box(style, contents(json, inner, context), {
    role: `flex-${layout}`,
    tap: tapOf(json.action),
  })
}
