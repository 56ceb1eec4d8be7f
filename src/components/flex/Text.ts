import type { ComponentHost } from '../../jsx-runtime/component.js'
import { builtIn, component } from '../../jsx-runtime/component.js'
import { isElement } from '../../jsx-runtime/element.js'
import type { Props } from '../../jsx-runtime/types.js'
import type { FlexSpan, FlexText } from '../../spec/flex/index.js'
import { isBlank } from '../../spec/blank.js'
import * as rows from '../generated/rows.js'
import { append, once } from '../message.js'
import type { FlexTextChildren } from '../children.js'
import { objectInText, wrongChild } from '../wrong-child.js'

/** Props of {@link Text}: `text` and `contents` may be children. */
export interface FlexTextProps extends Props<FlexText> {
  /** Text, `<br/>`, `<b>`, `<i>`, `<u>`, `<s>`, `<Flex.Span>`. */
  children?: FlexTextChildren
}

/**
 * Text with one style, or with several: `<b>`, `<i>`, `<u>`, `<s>` and `<Flex.Span>` become spans. Without `wrap` it is cut off after
 * one line.
 *
 * @example
 * <Flex.Text wrap color="#555555">
 *   In all <b>¥{total}</b>, <Flex.Span color="#06C755">paid</Flex.Span>
 * </Flex.Text>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#f-text
 */
export const Text = component(rows.FlexText, (props: FlexTextProps, compiler) => {
  const { children } = props
  const text = children === undefined ? undefined : plainText(children)
  if (text !== undefined && props.text === undefined)
    return compiler.props({ type: 'text', text }, props)
  const json = compiler.props({ type: 'text' }, props)
  if (children === undefined) return json
  const spans = spansOf(compiler, children)
  if (spans.every(({ own }) => own === plain)) {
    if (spans.length > 0) once(compiler, json, 'text', spans.map(({ text }) => text ?? '').join(''))
  } else
    for (const { text, own, span = plain } of spans)
      append(
        json,
        'contents',
        compiler.moved(span, { type: 'span', ...(text !== undefined && { text }), ...own }),
      )
  return json
})

/** The text of children that are nothing else, as those of most texts. */
function plainText(children: unknown): string | undefined {
  if (typeof children === 'string') return children
  if (!Array.isArray(children)) return undefined
  let text = ''
  for (let i = 0; i < children.length; i++) {
    const child: unknown = children[i]
    if (typeof child !== 'string' && !Number.isFinite(child)) return undefined
    text += child as string
  }
  // Blanks first and last are left out. Of an empty text, both codes are NaN.
  return text.charCodeAt(0) > 32 && text.charCodeAt(text.length - 1) > 32 ? text : undefined
}

type Style = Pick<FlexSpan, 'weight' | 'style' | 'decoration'>

/** The style of text without a tag or a span around it. */
const plain: Style = {}

/** A part of the text with one style. */
interface Run {
  text: string | undefined
  own: Omit<FlexSpan, 'type' | 'text'>
  /** The JSON of a `<Flex.Span>`. */
  span?: object | undefined
  /** A text of blanks only. */
  isBlank?: boolean
}

const takes = 'text, <br>, <b>, <i>, <u>, <s> and <Flex.Span>'

const tags: Record<string, Style> = {
  b: { weight: 'bold' },
  i: { style: 'italic' },
  u: { decoration: 'underline' },
  s: { decoration: 'line-through' },
}

function spansOf(compiler: ComponentHost, children: unknown): Run[] {
  const parts: Run[] = []
  read(children, plain)
  // Blanks first and last are left out, and texts of one style, one after the other, are one run.
  while (parts.length > 1 && parts[0]!.isBlank) parts.shift()
  while (parts.length > 1 && parts.at(-1)!.isBlank) parts.pop()
  const runs: Run[] = []
  for (const part of parts) {
    const last = runs.at(-1)
    if (last?.own === part.own) last.text = `${last.text ?? ''}${part.text ?? ''}`
    else runs.push(part)
  }
  return runs

  function read(node: unknown, style: Style): void {
    compiler.each(node, (leaf) => {
      if (typeof leaf === 'string') {
        parts.push({ text: leaf, own: style, isBlank: isBlank(leaf) })
        return
      }
      let json: object | undefined
      if (isElement(leaf)) {
        const { type, props } = leaf
        const definition = builtIn(type)
        if (definition?.kind === 'flexSpan' || definition?.kind === 'raw')
          json = compiler.build(leaf, definition)
        else {
          if (type === 'br') parts.push({ text: '\n', own: style })
          else if (Object.hasOwn(tags, String(type)))
            read(props['children'], combined(String(type), style))
          else wrongChild(compiler, leaf, {}, takes)
          return
        }
      } else json = compiler.value(leaf) as object | undefined
      const { type, text, ...own } = (json ?? {}) as FlexSpan
      if (type === 'span') parts.push({ text, own: { ...style, ...own }, span: json! })
      else if (typeof type === 'string') wrongChild(compiler, leaf, {}, takes)
      else objectInText(compiler, leaf)
    })
  }

  function combined(tag: string, style: Style): Style {
    const own = tags[tag]!
    if (own.decoration && style.decoration && own.decoration !== style.decoration)
      compiler.report(
        'wrong_child',
        `<${tag}> cannot be inside <${tag === 'u' ? 's' : 'u'}>: LINE has one decoration`,
      )
    return { ...style, ...own }
  }
}
