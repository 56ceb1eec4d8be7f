import type { Props } from '../../jsx-runtime/types.js'
import type { StickerMessage } from '../../spec/sticker.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'
import type { MessageProps } from '../message.js'
import type { AroundChildren } from '../children.js'

/** Props of {@link Sticker}. */
export interface StickerProps
  extends MessageProps, Omit<Props<StickerMessage>, keyof MessageProps> {
  /** `<QuickReply>`, `<Sender>`. */
  children?: AroundChildren
}

/**
 * A sticker message. Bots may send the stickers of certain packages only.
 *
 * @example
 * <Sticker packageId="446" stickerId="1988" />
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#sticker-message
 */
export const Sticker = fromRow<StickerProps>(rows.Sticker)
