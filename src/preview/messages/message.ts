/** Draws a message by its type. */
import type { Message } from '../../spec/message.js'
import type { MessageContentType } from '../../spec/webhook/message-content.js'
import { beside, type Drawn, type Spot } from '../drawn.js'
import { flexMessage } from '../flex/message.js'
import type { DrawContext } from '../context.js'
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
  Record<
    Message['type'] | MessageContentType,
    (message: Given, spot: Spot, context: DrawContext) => Drawn
  >
> = {
  text: textMessage,
  textV2: textMessage,
  sticker: (message, _spot, context) => stickerMessage(message, context),
  image: (message, _spot, context) => imageMessage(message, context),
  video: (message, _spot, context) => videoMessage(message, context),
  audio: audioMessage,
  file: fileMessage,
  location: locationMessage,
  imagemap: (message, _spot, context) => imagemapMessage(message, context),
  template: (message, _spot, context) => templateMessage(message, context),
  flex: flexMessage,
  coupon: (message, _spot, context) => couponMessage(message, context),
}

/** Draws a sent or received message. A message of unknown type becomes a visible box. */
export function drawMessage(value: unknown, spot: Spot, context: DrawContext): Drawn {
  const message = record(value)
  const type = message?.['type']
  if (message && typeof type === 'string' && Object.hasOwn(drawers, type))
    return drawers[type as Message['type']](message, spot, context)
  return beside(unknownKind(context, 'message', type))
}
