/** Position of a component in its box: flex share, margin, offsets. */
import type { FlexBox } from '../../spec/flex/index.js'
import { type Loose, number, oneOf } from '../read.js'
import type { Style } from '../tree.js'
import { offset, side, space } from './lengths.js'

/** Properties of a box that its components need. */
export interface Parent {
  readonly layout: 'horizontal' | 'vertical' | 'baseline'
  readonly rtl: boolean
  /** Space before every component except the first and fillers. */
  readonly spacing: number
  /** Whether components of a vertical box are only as wide as their contents, because of `alignItems`. */
  readonly aligns: boolean
  /** Whether the width of the box does not depend on its contents. */
  readonly fixed: boolean
  readonly depth: number
}

/** The properties for the position of a component; each component has some of them. */
export type Placed = Loose<FlexBox>

/** Larger shares are reduced to this. */
const maxShares = 1_000

export const isAbsolute = (component: Placed): boolean => component.position === 'absolute'

/** Flex share along the box, if it is set. */
export function shareOf(component: Placed, parent: Parent): number | undefined {
  const row = parent.layout !== 'vertical'
  if (
    component['type'] === 'box' &&
    row &&
    (side(component.width) ?? side(component.height)) !== undefined
  )
    return 0
  return number(component.flex, 0, maxShares)
}

/** Whether the width of a component does not depend on its contents. */
export const isFixed = (component: Placed, parent: Parent): boolean =>
  parent.fixed &&
  !isAbsolute(component) &&
  (parent.layout === 'vertical' ? !parent.aligns : shareOf(component, parent) !== 0)

function grow(style: Style, component: Placed, parent: Parent): void {
  const share = shareOf(component, parent)
  if (parent.layout === 'vertical') {
    if (share) style.flexGrow = share
  } else {
    style.overflow = 'hidden'
    if (share !== 0) {
      style.flexGrow = share ?? 1
      style.flexBasis = 0
    }
  }
}

function margin(style: Style, component: Placed, parent: Parent, first: boolean): void {
  const before = space(component.margin) ?? (first ? 0 : parent.spacing)
  if (before === 0) return
  if (parent.layout === 'vertical') style.marginTop = before
  else if (parent.rtl) style.marginRight = before
  else style.marginLeft = before
}

function offsets(style: Style, component: Placed, parent: Parent): void {
  const start = offset(component.offsetStart)
  const end = offset(component.offsetEnd)
  style.top = offset(component.offsetTop)
  // `offsetBottom` has no effect in a baseline box.
  if (parent.layout !== 'baseline') style.bottom = offset(component.offsetBottom)
  style.left = parent.rtl ? end : start
  style.right = parent.rtl ? start : end
}

/** The style for the position of a component in its box. */
export function place(component: Placed, parent: Parent, first: boolean): Style {
  const style: Style = { maxWidth: '100%' }
  if (isAbsolute(component)) {
    style.position = 'absolute'
    style.overflow = 'hidden'
  } else {
    grow(style, component, parent)
    margin(style, component, parent, first)
  }
  if (
    component.offsetTop !== undefined ||
    component.offsetBottom !== undefined ||
    component.offsetStart !== undefined ||
    component.offsetEnd !== undefined
  )
    offsets(style, component, parent)
  return style
}

/** `gravity` as CSS; it has no effect in baseline boxes. */
export function gravity(value: unknown, parent: Parent): string | undefined {
  if (parent.layout === 'baseline') return undefined
  const known = oneOf(value, ['center', 'bottom'])
  return known === 'bottom' ? 'flex-end' : known
}
