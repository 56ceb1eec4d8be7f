import type { Mentionee, ReceivedEmoji, TextMessageContent } from '../../spec/webhook/index.js'

/** A part of a received text. */
export type TextPart =
  /** Plain text. */
  | { readonly type: 'text'; readonly text: string }
  /** A LINE emoji; `text` is its word in the text, such as `(hello)`. */
  | {
      readonly type: 'emoji'
      readonly text: string
      readonly productId: string
      readonly emojiId: string
    }
  /** `text` is the name with its `@`. */
  | { readonly type: 'mention'; readonly text: string; readonly mentionee: Mentionee }

/**
 * Splits a received text into plain text, LINE emoji and mentions. LINE puts words for the last two into the text, and reports their
 * positions. All parts together are the text. An emoji or mention whose position is outside of the text, or overlaps another, stays plain text.
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#wh-text
 *
 * @example
 * bot.on('message:text', (ctx) => {
 *   const written = textParts(ctx.message).filter(({ type }) => type === 'text')
 *   return ctx.reply(`Without emoji and names: ${written.map(({ text }) => text).join('')}`)
 * })
 */
export function textParts(
  message: Pick<TextMessageContent, 'text' | 'emojis' | 'mention'>,
): TextPart[] {
  const { text, emojis = [], mention } = message
  const places = [
    ...emojis.map((emoji) => ({ ...placeOf(emoji), emoji })),
    ...(mention?.mentionees ?? []).map((mentionee) => ({ ...placeOf(mentionee), mentionee })),
  ].sort((a, b) => a.index - b.index)

  const parts: TextPart[] = []
  let at = 0
  for (const { index, end, ...what } of places) {
    if (!(index >= at && end > index && end <= text.length)) continue
    if (index > at) parts.push({ type: 'text', text: text.slice(at, index) })
    const word = text.slice(index, end)
    if ('emoji' in what) {
      const { productId, emojiId } = what.emoji
      parts.push({ type: 'emoji', text: word, productId, emojiId })
    } else parts.push({ type: 'mention', text: word, mentionee: what.mentionee })
    at = end
  }
  if (at < text.length) parts.push({ type: 'text', text: text.slice(at) })
  return parts
}

const placeOf = ({ index, length }: ReceivedEmoji | Mentionee) => ({ index, end: index + length })
