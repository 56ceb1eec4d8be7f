import type { Children, Props } from '../../jsx-runtime/types.js'
import type { StickerMessage } from '../../spec/sticker.js'
import { simple } from '../distribute.js'
import { aroundMessage, type AroundMessage, type MessageProps } from '../message.js'

/** Props of {@link Sticker}. */
export interface StickerProps
  extends MessageProps, Omit<Props<StickerMessage>, keyof MessageProps> {
  /** `<QuickReply>`, `<Sender>`. */
  children?: Children<never, AroundMessage>
}

/**
 * A sticker message. Bots may send the stickers of certain packages only.
 *
 * @example
 * <Sticker packageId="446" stickerId="1988" />
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#sticker-message
 */
export const Sticker = simple<StickerProps>('Sticker', 'message', 'sticker', aroundMessage)
