import type { ComponentHost } from '../../jsx-runtime/component.js'
import { component } from '../../jsx-runtime/component.js'
import type { Props } from '../../jsx-runtime/types.js'
import type { Substitution, TextMessage, TextMessageV2 } from '../../spec/text.js'
import { distribute, type Slot } from '../distribute.js'
import { slotsOf } from '../from-row.js'
import * as rows from '../generated/rows.js'
import { append, once, type MessageProps } from '../message.js'
import type { MessageTextChildren } from '../children.js'

/** Props of {@link Text}: those of a text message; `text` may be children. */
export interface TextProps
  extends MessageProps, Omit<Props<TextMessage, 'text'>, keyof MessageProps> {
  /** Text, `<br/>`, `<Mention>`, `<Emoji>`, `<QuickReply>`, `<Sender>`. */
  children?: MessageTextChildren
}

/**
 * A text message. With a `<Mention>` or an `<Emoji>` in it, it becomes a `textV2`, with all other braces escaped.
 * {@limit TextMessage_text_minUtf16} to {@limit TextMessage_text_maxUtf16} UTF-16 code units.
 *
 * @example
 * <Text>
 *   Hello <Mention userId={userId} />!
 *   <br />
 *   How are you? <Emoji productId="5ac1bfd5040ab15980c9b435" emojiId="001" />
 * </Text>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#text-message
 * @see https://developers.line.biz/en/reference/messaging-api/#text-message-v2
 */
export const Text = component(
  rows.Text,
  (props: TextProps, compiler): TextMessage | TextMessageV2 => {
    const { children } = props
    const message = compiler.props({ type: 'text' }, props) as TextMessage
    if (typeof children === 'string') once(compiler, message, 'text', children)
    else if (children !== undefined) return mixed(message, children, compiler)
    return message
  },
)

const part: Slot = (target, json) => append(target, 'parts', json)
const slots = slotsOf(rows.Text, {
  text: (target, text) => append(target, 'parts', text),
  kinds: { mention: part, emoji: part },
  json: part,
})

function mixed(
  message: TextMessage,
  children: unknown,
  compiler: ComponentHost,
): TextMessage | TextMessageV2 {
  const target = message as TextMessage & { parts?: (string | object)[] }
  distribute(compiler, children, slots, target)
  const { parts } = target
  delete target.parts
  if (!parts) return message
  if (parts.every((part) => typeof part === 'string')) {
    once(compiler, message, 'text', parts.join(''))
    return message
  }
  return withSubstitution(message, parts, compiler)
}

function withSubstitution(
  message: TextMessage,
  parts: readonly (string | object)[],
  compiler: ComponentHost,
): TextMessageV2 {
  const { emojis, text: _, ...common } = message
  if (emojis)
    compiler.report(
      'wrong_value',
      '<Text> takes either `emojis` or <Emoji> and <Mention>, not both',
      {
        property: 'emojis',
      },
    )
  const substitution: Record<string, Substitution> = {}
  let count = 0
  const text = parts
    .map((part) => {
      if (typeof part === 'string') return part.replace(/[{}]/g, '$&$&')
      const { type } = part as Substitution
      const key = `${type}${++count}`
      substitution[key] = part as Substitution
      return `{${key}}`
    })
    .join('')
  return { ...common, type: 'textV2', text, substitution }
}
