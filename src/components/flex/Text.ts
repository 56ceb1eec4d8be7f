import type { ComponentHost } from '../../jsx-runtime/component.js'
import { builtIn, component } from '../../jsx-runtime/component.js'
import { type ElementNode, isElement } from '../../jsx-runtime/element.js'
import { nameOf } from '../../jsx-runtime/place.js'
import type { Props, TextAnd } from '../../jsx-runtime/types.js'
import type { FlexSpan, FlexText } from '../../spec/flex/index.js'
import * as rows from '../generated/rows.js'
import { append, once } from '../message.js'

/** Props of {@link Text}: `text` and `contents` may be children. */
export interface FlexTextProps extends Props<FlexText> {
  /** Text, `<br/>`, `<b>`, `<i>`, `<u>`, `<s>`, `<Flex.Span>`. */
  children?: TextAnd<FlexSpan>
}

/**
 * Text of one style, or of several: `<b>`, `<i>`, `<u>`, `<s>` and `<Flex.Span>` become spans. Without `wrap` it stays on
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
    for (const { text, own } of spans)
      append(json, 'contents', { type: 'span', ...(text !== undefined && { text }), ...own })
  return json
})

/** The text of children that are nothing else, as those of most texts. */
function plainText(children: unknown): string | undefined {
  if (typeof children === 'string') return children
  if (!Array.isArray(children)) return undefined
  let text = ''
  for (let i = 0; i < children.length; i++) {
    const child: unknown = children[i]
    if (typeof child === 'string') text += child
    else if (Number.isFinite(child)) text += String(child)
    else return undefined
  }
  return text === '' ? undefined : text
}

type Style = Pick<FlexSpan, 'weight' | 'style' | 'decoration'>

/** The style of text without a tag or a span around it. */
const plain: Style = {}

/** A run of text, and what sets it apart. */
interface Run {
  text: string | undefined
  own: Omit<FlexSpan, 'type' | 'text'>
}

const tags: Record<string, Style> = {
  b: { weight: 'bold' },
  i: { style: 'italic' },
  u: { decoration: 'underline' },
  s: { decoration: 'line-through' },
}

function spansOf(compiler: ComponentHost, children: unknown): Run[] {
  const runs: Run[] = []
  read(children, plain)
  return runs

  function read(node: unknown, style: Style): void {
    compiler.each(node, (leaf) => {
      if (typeof leaf === 'string') addText(leaf, style)
      else if (!isElement(leaf)) addSpan(compiler.value(leaf) as FlexSpan, style)
      else if (leaf.type === 'br') addText('\n', style)
      else if (typeof leaf.type === 'string' && Object.hasOwn(tags, leaf.type))
        read(leaf.props['children'], combined(leaf.type, style))
      else addElement(leaf, style)
    })
  }

  function addText(text: string, style: Style): void {
    const last = runs.at(-1)
    // Texts of one style, one after the other, are one run.
    if (last?.own === style) last.text = `${last.text ?? ''}${text}`
    else runs.push({ text, own: style })
  }

  function addSpan({ type: _, text, ...own }: FlexSpan, style: Style): void {
    runs.push({ text, own: { ...style, ...own } })
  }

  function addElement(element: ElementNode, style: Style): void {
    const definition = builtIn(element.type)
    if (definition?.kind === 'flexSpan' || definition?.kind === 'raw')
      addSpan(compiler.build(element, definition) as FlexSpan, style)
    else
      compiler.report(
        'wrong_child',
        `<Flex.Text> cannot hold <${nameOf(element.type)}>; it takes text, <br>, <b>, <i>, <u>, <s> and <Flex.Span>`,
      )
  }

  function combined(tag: string, style: Style): Style {
    const own = tags[tag]!
    if (own.decoration && style.decoration && own.decoration !== style.decoration)
      compiler.report(
        'wrong_child',
        `<${tag}> cannot stand inside <${tag === 'u' ? 's' : 'u'}>: LINE has one decoration, either underline or line-through`,
      )
    return { ...style, ...own }
  }
}
