/** Stickers. */
import type { StickerMessage } from '../../spec/sticker.js'
import { beside, type Drawn } from '../drawn.js'
import { type Pen, picture } from '../pen.js'
import { record, words } from '../read.js'
import { image } from '../tree.js'

const digits = (value: unknown): string => /^\d{1,20}/.exec(words(value, 40))?.[0] ?? '0'

/** A sticker: a picture without a bubble. */
export function stickerMessage(message: unknown, pen: Pen): Drawn {
  const given = record<StickerMessage>(message) ?? {}
  const id = digits(given.stickerId)
  const { url } = picture(
    pen,
    `https://stickershop.line-scdn.net/stickershop/v1/sticker/${id}/android/sticker.png`,
  )
  const placeholder = `sticker ${digits(given.packageId)}/${id}`
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
