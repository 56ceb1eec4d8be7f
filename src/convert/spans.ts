/** Spans of a Flex text as children: text, and `<b>`, `<i>`, `<u>`, `<s>` where these make the same span. */
import { createElement } from '../jsx-runtime/jsx.js'
import { isJson, type Json } from './find.js'

/** Tags by the property and value that they produce, from the outside in. */
const tags: readonly (readonly [property: string, value: string, tag: string])[] = [
  ['weight', 'bold', 'b'],
  ['style', 'italic', 'i'],
  ['decoration', 'underline', 'u'],
  ['decoration', 'line-through', 's'],
]

/**
 * Children of a Flex text for its spans; undefined if they should be elements of `<Flex.Span>`.
 *
 * @param span - makes the element of one span
 */
export function spanChildren(
  spans: readonly Json[],
  span: (json: Json) => unknown,
  withTags: boolean,
): unknown[] {
  // Without a styled span, the texts would be one text without spans.
  const hasStyle = spans.some((json) => Object.keys(json).length > 2)
  let wasText = false
  return spans.map((json, index) => {
    const isEdge = index === 0 || index === spans.length - 1
    const text = hasStyle && !wasText && isText(json, isEdge) ? json['text'] : undefined
    wasText = text !== undefined
    return text ?? (withTags ? tagged(json) : undefined) ?? span(json)
  })
}

/** A span without a style. Texts of only blanks at the edges would be lost. */
function isText({ type, text, ...style }: Json, isEdge: boolean): boolean {
  return (
    type === 'span' &&
    typeof text === 'string' &&
    text !== '' &&
    !(isEdge && text.trim() === '') &&
    Object.keys(style).length === 0
  )
}

/** Tags around a text, if they say all there is about the span. */
function tagged(json: Json): unknown {
  const { type, text, ...style } = json
  if (!isJson(json) || type !== 'span' || typeof text !== 'string' || text.trim() === '')
    return undefined
  const own = tags.filter(([property, value]) => style[property] === value)
  if (own.length === 0 || own.length !== Object.keys(style).length) return undefined
  return own.reduceRight<unknown>((inner, [, , tag]) => createElement(tag, {}, inner), text)
}
