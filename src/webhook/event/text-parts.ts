import type { Mentionee, ReceivedEmoji, TextMessageContent } from '../../spec/webhook/index.js'

/** A stretch of a received text. */
export type TextPart =
  /** As it was written. */
  | { readonly type: 'text'; readonly text: string }
  /** A LINE emoji; `text` is the word that stands for it, such as `(hello)`. */
  | {
      readonly type: 'emoji'
      readonly text: string
      readonly productId: string
      readonly emojiId: string
    }
  /** `text` is the name with its `@`. */
  | { readonly type: 'mention'; readonly text: string; readonly mentionee: Mentionee }

/**
 * A received text in pieces: what was written, LINE emoji, and mentions. LINE puts words for the last two into the text and tells beside
 * it where they stand. All pieces together are the text; what LINE places outside of it, or over something else, is left as it is written.
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
