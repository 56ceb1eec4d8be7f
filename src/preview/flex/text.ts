/** Texts and their spans. */
import type { FlexSpan, FlexText } from '../../spec/flex/index.js'
import { textColor } from '../figures.js'
import { ems } from '../measure.js'
import type { DrawContext } from '../context.js'
import { color, list, type Loose, number, oneOf, pixels, record, words } from '../read.js'
import { tapOf } from '../tap.js'
import { box, type Run, type Style, text, type TreeNode } from '../tree.js'
import { fontSize } from './lengths.js'
import { lineOf } from './line.js'
import { gravity, isFixed, type Parent, place, type Placed } from './place.js'

type Line = 'underline' | 'line-through'
const decoration = (value: unknown): Line | undefined => oneOf(value, ['underline', 'line-through'])

/** A span inherits everything that it does not set. A decoration of the text replaces that of the span. */
function span(
  value: unknown,
  own: Line | undefined,
  scale: number,
  { type }: DrawContext,
): Run | undefined {
  const json = record<FlexSpan>(value)
  if (json?.type !== 'span') return undefined
  const style: Style = {}
  const size = fontSize(json.size)
  if (size !== undefined) style.fontSize = type(size) * scale
  style.color = color(json.color)
  if (json.weight === 'bold') style.fontWeight = 700
  else if (json.weight === 'regular') style.fontWeight = 400
  if (json.style === 'italic') style.fontStyle = 'italic'
  style.textDecoration = own ?? decoration(json.decoration)
  return { text: words(json.text), style }
}

function runsOf(
  json: Loose<FlexText>,
  own: Line | undefined,
  scale: number,
  context: DrawContext,
): Run[] {
  const spans = list(json.contents)
  if (spans.length === 0) return [{ text: words(json.text) }]
  return spans.slice(0, 500).flatMap((one) => span(one, own, scale, context) ?? [])
}

/** A text. */
export function flexText(
  value: Placed,
  parent: Parent,
  first: boolean,
  context: DrawContext,
): TreeNode {
  const json = value as Loose<FlexText>
  const style = place(value, parent, first)
  style.justifyContent = gravity(json.gravity, parent)
  const scale = json.scaling === true ? context.textScale : 1
  const own = decoration(json.decoration)
  const wrap = json.wrap === true
  const { size, lineHeight, above } = lineOf(json.size, scale, context)
  style.paddingTop = style.paddingBottom = above
  const bold = json.weight === 'bold'
  const inner: Style = { fontSize: size, lineHeight, color: color(json.color) ?? textColor }
  if (bold) inner.fontWeight = 700
  if (json.style === 'italic') inner.fontStyle = 'italic'
  inner.textAlign = oneOf(json.align, ['center', 'end'])
  const runs = runsOf(json, own, scale, context)
  // Each span has its own decoration, at the position for its font size.
  if (own && runs[0]?.style === undefined) inner.textDecoration = own
  const content = runs.map((run) => run.text).join('')
  // An empty paragraph is one line high.
  if (content === '') inner.minHeight = size * lineHeight
  const fits = json.adjustMode === 'shrink-to-fit' && !wrap && isFixed(value, parent)
  const paragraph = text(inner, runs, {
    wrap,
    maxLines: wrap ? Math.floor(number(json.maxLines, 0, 1_000) ?? 0) : 0,
    lineSpacing: wrap ? (pixels(json.lineSpacing) ?? 0) : 0,
    fit: fits ? ems(content, bold) : undefined,
  })
  return box(style, [paragraph], {
    role: 'flex-text',
    tap: tapOf(json.action, content.slice(0, 200)),
    measures: fits,
  })
}
