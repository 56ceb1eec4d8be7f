/** LINE emoji in a text. */
import type { DrawContext } from '../context.js'
import { picture } from '../context.js'
import type { Run } from '../tree.js'
import { encoded } from '../url.js'

/** A little larger than the font size, in ems. */
const size = 1.3

/** A LINE emoji, by its ids. */
export function emoji(productId: unknown, emojiId: unknown, context: DrawContext): Run {
  const product = encoded(productId)
  const id = encoded(emojiId)
  const { url } = picture(
    context,
    `https://stickershop.line-scdn.net/sticonshop/v1/sticon/${product}/android/${id}.png`,
  )
  return { text: '', image: { url, alt: '(emoji)', width: size, height: size, drop: 0.28 } }
}
