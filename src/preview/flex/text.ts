/** Texts and their spans. */
import type { FlexSpan, FlexText } from '../../spec/flex/index.js'
import { lineHeight, textColor } from '../figures.js'
import { ems } from '../measure.js'
import type { Pen } from '../pen.js'
import { color, list, type Loose, number, oneOf, pixels, record, words } from '../read.js'
import { tapOf } from '../tap.js'
import { box, type Run, type Style, text, type TreeNode } from '../tree.js'
import { fontSize } from './lengths.js'
import { gravity, isAbsolute, type Parent, place, type Placed, shareOf } from './place.js'

type Line = 'underline' | 'line-through'
const decoration = (value: unknown): Line | undefined => oneOf(value, ['underline', 'line-through'])

/** A span differs from its text only in what it says, and never has another line than its text. */
function span(value: unknown, own: Line | undefined, scale: number): Run | undefined {
  const given = record<FlexSpan>(value)
  if (given?.type !== 'span') return undefined
  const style: Style = {}
  const size = fontSize(given.size)
  if (size !== undefined) style.fontSize = size * scale
  style.color = color(given.color)
  if (given.weight === 'bold') style.fontWeight = 700
  else if (given.weight === 'regular') style.fontWeight = 400
  if (given.style === 'italic') style.fontStyle = 'italic'
  style.textDecoration = own ?? decoration(given.decoration)
  return { text: words(given.text), style }
}

function runsOf(given: Loose<FlexText>, own: Line | undefined, scale: number): Run[] {
  const spans = list(given.contents)
  if (spans.length === 0) return [{ text: words(given.text) }]
  return spans.slice(0, 500).flatMap((one) => span(one, own, scale) ?? [])
}

/** Whether the text's width comes from outside, so that it can be the measure of what shrinks to fit. */
const isMeasure = (given: Placed, parent: Parent): boolean =>
  !isAbsolute(given) &&
  (parent.layout === 'vertical' ? parent.stretches : shareOf(given, parent) !== 0)

/** A text. */
export function flexText(value: Placed, parent: Parent, first: boolean, pen: Pen): TreeNode {
  const given = value as Loose<FlexText>
  const style = place(value, parent, first)
  style.justifyContent = gravity(given.gravity, parent)
  const scale = given.scaling === true ? pen.textScale : 1
  const own = decoration(given.decoration)
  const wrap = given.wrap === true
  const size = (fontSize(given.size) ?? 16) * scale
  const bold = given.weight === 'bold'
  const inner: Style = { fontSize: size, lineHeight, color: color(given.color) ?? textColor }
  if (bold) inner.fontWeight = 700
  if (given.style === 'italic') inner.fontStyle = 'italic'
  inner.textAlign = oneOf(given.align, ['center', 'end'])
  const runs = runsOf(given, own, scale)
  // Spans have the line themselves: it lies where their own size has it.
  if (own && runs[0]?.style === undefined) inner.textDecoration = own
  const said = runs.map((run) => run.text).join('')
  // An empty paragraph keeps the height of a line.
  if (said === '') inner.minHeight = size * lineHeight
  const fits = given.adjustMode === 'shrink-to-fit' && !wrap && isMeasure(value, parent)
  const paragraph = text(inner, runs, {
    wrap,
    maxLines: wrap ? Math.floor(number(given.maxLines, 0, 1_000) ?? 0) : 0,
    lineSpacing: wrap ? (pixels(given.lineSpacing) ?? 0) : 0,
    fit: fits ? ems(said, bold) : undefined,
  })
  return box(style, [paragraph], {
    role: 'flex-text',
    tap: tapOf(given.action, said.slice(0, 200)),
    measures: fits,
  })
}
