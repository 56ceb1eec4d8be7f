/** LINE emoji among letters. */
import type { Pen } from '../pen.js'
import { picture } from '../pen.js'
import type { Run } from '../tree.js'
import { encoded } from '../url.js'

/** A little higher than the letters beside it. */
const size = 1.3

/** An emoji of LINE's shop, by its ids. */
export function emoji(productId: unknown, emojiId: unknown, pen: Pen): Run {
  const product = encoded(productId)
  const id = encoded(emojiId)
  const { url } = picture(
    pen,
    `https://stickershop.line-scdn.net/sticonshop/v1/sticon/${product}/android/${id}.png`,
  )
  return { text: '', image: { url, alt: '(emoji)', width: size, height: size, drop: 0.28 } }
}
