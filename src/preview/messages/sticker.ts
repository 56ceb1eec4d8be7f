/** Stickers. */
import type { StickerMessage } from '../../spec/sticker.js'
import { beside, type Drawn } from '../drawn.js'
import { type DrawContext, picture } from '../context.js'
import { record, words } from '../read.js'
import { image } from '../tree.js'

const digits = (value: unknown): string => /^\d{1,20}/.exec(words(value, 40))?.[0] ?? '0'

/** A sticker: an image without a bubble. */
export function stickerMessage(message: unknown, context: DrawContext): Drawn {
  const json = record<StickerMessage>(message) ?? {}
  const id = digits(json.stickerId)
  const { url } = picture(
    context,
    `https://stickershop.line-scdn.net/stickershop/v1/sticker/${id}/android/sticker.png`,
  )
  const placeholder = `sticker ${digits(json.packageId)}/${id}`
  return beside(
    image(
      { width: 150, height: 140, borderRadius: 20 },
      { url, placeholder },
      {
        role: 'sticker',
        alt: `sticker ${id}`,
        fit: 'contain',
      },
    ),
  )
}
