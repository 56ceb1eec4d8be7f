/** What a box looks like: paddings, colours, borders, sizes. */
import type { FlexBox, FlexLinearGradient } from '../../spec/flex/index.js'
import type { Paddings } from '../figures.js'
import { color, type Loose, percentage, record } from '../read.js'
import type { Style } from '../tree.js'
import { borderWidth, padding, side, space } from './lengths.js'

/** How contents stand along the box, and across. */
export const alongs = [
  'flex-start',
  'center',
  'flex-end',
  'space-between',
  'space-around',
  'space-evenly',
] as const
export const acrosses = ['flex-start', 'center', 'flex-end'] as const

/** CSS's words for a gradient; without an angle or a colour there is none. */
function gradient(value: unknown): string | undefined {
  const given = record<FlexLinearGradient>(value)
  if (given?.type !== 'linearGradient') return undefined
  const start = color(given.startColor)
  const center = color(given.centerColor)
  const end = color(given.endColor)
  const angle = typeof given.angle === 'string' && /^\d{1,3}(?:\.\d{1,6})?deg$/.exec(given.angle)
  if (!start || !end || !angle) return undefined
  const between = center ? `${center} ${percentage(given.centerPosition) ?? '50%'}, ` : ''
  return `linear-gradient(${angle[0]}, ${start} 0%, ${between}${end} 100%)`
}

/** Room inside: a single side wins over all, and both over what the block has of itself. */
export function pad(
  style: Style,
  given: Loose<FlexBox>,
  rtl: boolean,
  block: Paddings | undefined,
): void {
  const all = padding(given.paddingAll)
  const start = padding(given.paddingStart) ?? all ?? block?.[1]
  const end = padding(given.paddingEnd) ?? all ?? block?.[1]
  style.paddingTop = padding(given.paddingTop) ?? all ?? block?.[0]
  style.paddingBottom = padding(given.paddingBottom) ?? all ?? block?.[2]
  style.paddingLeft = rtl ? end : start
  style.paddingRight = rtl ? start : end
}

/** Colours, border and corners. */
export function paint(style: Style, given: Loose<FlexBox>): void {
  style.backgroundColor = color(given.backgroundColor)
  if (given.background !== undefined) style.backgroundImage = gradient(given.background)
  const width = borderWidth(given.borderWidth)
  if (width) {
    style.borderWidth = width
    style.borderStyle = 'solid'
    style.borderColor = color(given.borderColor) ?? '#00000000'
  }
  style.borderRadius = space(given.cornerRadius)
}

/** Width and height; the most wins. */
export function size(style: Style, given: Loose<FlexBox>): void {
  style.width = side(given.width)
  style.height = side(given.height)
  style.maxWidth = side(given.maxWidth) ?? style.maxWidth
  style.maxHeight = side(given.maxHeight)
}
