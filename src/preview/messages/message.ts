/** A message, by its type. */
import type { Message } from '../../spec/message.js'
import type { MessageContentType } from '../../spec/webhook/message-content.js'
import { beside, type Drawn, type Spot } from '../drawn.js'
import { fillsScreen, flexMessage } from '../flex/message.js'
import type { Pen } from '../pen.js'
import { record } from '../read.js'
import { templateMessage } from '../templates/template.js'
import { unknownKind } from '../undrawable.js'
import { couponMessage } from './coupon.js'
import { imagemapMessage } from './imagemap.js'
import { locationMessage } from './location.js'
import { audioMessage, fileMessage, imageMessage, videoMessage } from './media.js'
import { stickerMessage } from './sticker.js'
import { textMessage } from './text.js'

type Given = Readonly<Record<string, unknown>>

const drawers: Readonly<
  Record<Message['type'] | MessageContentType, (message: Given, spot: Spot, pen: Pen) => Drawn>
> = {
  text: textMessage,
  textV2: textMessage,
  sticker: (message, _spot, pen) => stickerMessage(message, pen),
  image: (message, _spot, pen) => imageMessage(message, pen),
  video: (message, _spot, pen) => videoMessage(message, pen),
  audio: audioMessage,
  file: fileMessage,
  location: (message, _spot, pen) => locationMessage(message, pen),
  imagemap: (message, _spot, pen) => imagemapMessage(message, pen),
  template: (message, { start }, pen) => templateMessage(message, start, pen),
  flex: (message, { start }, pen) =>
    fillsScreen(message)
      ? { node: flexMessage(message, 0, pen), spread: 'below' }
      : { node: flexMessage(message, start, pen), spread: 'bleed' },
  coupon: (message, _spot, pen) => couponMessage(message, pen),
}

/** What a bot sends, or a user; what cannot be drawn is drawn as such. */
export function drawMessage(value: unknown, spot: Spot, pen: Pen): Drawn {
  const message = record(value)
  const type = message?.['type']
  if (message && typeof type === 'string' && Object.hasOwn(drawers, type))
    return drawers[type as Message['type']](message, spot, pen)
  return beside(unknownKind(pen, 'message', type))
}
