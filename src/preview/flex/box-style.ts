/** Styles of a box: paddings, colors, borders, sizes. */
import type { FlexBox, FlexLinearGradient } from '../../spec/flex/index.js'
import type { Paddings } from '../figures.js'
import { color, type Loose, percentage, record } from '../read.js'
import type { Length, Style } from '../tree.js'
import { borderWidth, padding, side, space } from './lengths.js'

/** Alignment of the contents, along the box and across. */
export const alongs = [
  'flex-start',
  'center',
  'flex-end',
  'space-between',
  'space-around',
  'space-evenly',
] as const
export const acrosses = ['flex-start', 'center', 'flex-end'] as const

/** A gradient as CSS; `undefined` without an angle or a color. */
function gradient(value: unknown): string | undefined {
  const json = record<FlexLinearGradient>(value)
  if (json?.type !== 'linearGradient') return undefined
  const start = color(json.startColor)
  const center = color(json.centerColor)
  const end = color(json.endColor)
  const angle = typeof json.angle === 'string' && /^\d{1,3}(?:\.\d{1,6})?deg$/.exec(json.angle)
  if (!start || !end || !angle) return undefined
  const between = center ? `${center} ${percentage(json.centerPosition) ?? '50%'}, ` : ''
  return `linear-gradient(${angle[0]}, ${start} 0%, ${between}${end} 100%)`
}

/** Padding: a side's own value, otherwise `paddingAll`, otherwise the default of the block. */
export function pad(
  style: Style,
  json: Loose<FlexBox>,
  rtl: boolean,
  block: Paddings | undefined,
): void {
  const all = padding(json.paddingAll)
  const start = padding(json.paddingStart) ?? all ?? block?.[1]
  const end = padding(json.paddingEnd) ?? all ?? block?.[1]
  style.paddingTop = padding(json.paddingTop) ?? all ?? block?.[0]
  style.paddingBottom = padding(json.paddingBottom) ?? all ?? block?.[2]
  style.paddingLeft = rtl ? end : start
  style.paddingRight = rtl ? start : end
}

/** A side's padding, and a border inside it. */
const thicker = (side: Length | undefined, width: number): Length =>
  typeof side === 'string' ? side : (side ?? 0) + width

/** A border. Browsers round its width, so one with half pixels is a shadow inside the box, which takes space from its paddings. */
function border(style: Style, width: number, color: string): void {
  if (Number.isInteger(width)) {
    style.borderWidth = width
    style.borderStyle = 'solid'
    style.borderColor = color
    return
  }
  style.boxShadow = `inset 0 0 0 ${width}px ${color}`
  style.paddingTop = thicker(style.paddingTop, width)
  style.paddingRight = thicker(style.paddingRight, width)
  style.paddingBottom = thicker(style.paddingBottom, width)
  style.paddingLeft = thicker(style.paddingLeft, width)
}

/** Colors, border and corners. */
export function paint(style: Style, json: Loose<FlexBox>): void {
  style.backgroundColor = color(json.backgroundColor)
  if (json.background !== undefined) style.backgroundImage = gradient(json.background)
  const width = borderWidth(json.borderWidth)
  if (width) border(style, width, color(json.borderColor) ?? '#00000000')
  style.borderRadius = space(json.cornerRadius)
}

/** Width and height, and their maximum. */
export function size(style: Style, json: Loose<FlexBox>): void {
  style.width = side(json.width)
  style.height = side(json.height)
  style.maxWidth = side(json.maxWidth) ?? style.maxWidth
  style.maxHeight = side(json.maxHeight)
}
