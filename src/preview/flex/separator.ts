/** Separators: a hairline that takes no space along the box. */
import type { FlexSeparator } from '../../spec/flex/index.js'
import { separatorColor } from '../figures.js'
import { color, type Loose } from '../read.js'
import { box, type Style, type TreeNode } from '../tree.js'
import { type Parent, place, type Placed } from './place.js'

/** A line across the box. The last one is moved back half a pixel, because the next component would cover it. */
export function flexSeparator(
  value: Placed,
  parent: Parent,
  first: boolean,
  last: boolean,
): TreeNode {
  const style = place({ margin: value.margin, flex: 0 }, parent, first)
  style.overflow = 'visible'
  const back = last ? -0.5 : 0
  const line: Style = {
    position: 'absolute',
    backgroundColor: color((value as Loose<FlexSeparator>).color) ?? separatorColor,
  }
  if (parent.layout === 'vertical') {
    style.width = '100%'
    Object.assign(line, { left: 0, right: 0, top: back, height: 1 })
    Object.assign(line, { transform: 'scaleY(0.5)', transformOrigin: 'left top' })
  } else {
    style.alignSelf = 'stretch'
    const edge = parent.rtl ? 'right' : 'left'
    Object.assign(line, { top: 0, bottom: 0, [edge]: back, width: 1 })
    Object.assign(line, { transform: 'scaleX(0.5)', transformOrigin: `${edge} top` })
  }
  return box(style, [box(line, [], { role: 'flex-line' })], { role: 'flex-separator' })
}
