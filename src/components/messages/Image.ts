import type { Props } from '../../jsx-runtime/types.js'
import type { ImageMessage } from '../../spec/image.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'
import type { MessageProps } from '../message.js'
import type { AroundChildren } from '../children.js'

/** Props of {@link Image}. */
export interface ImageProps extends MessageProps, Omit<Props<ImageMessage>, keyof MessageProps> {
  /** `<QuickReply>`, `<Sender>`. */
  children?: AroundChildren
}

/**
 * An image message: JPEG or PNG by https, at most {@limit files.image} MB, with a preview of at most {@limit files.preview} MB.
 *
 * @example
 * <Image originalContentUrl="https://example.com/tea.jpg" previewImageUrl="https://example.com/tea-small.jpg" />
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#image-message
 */
export const Image = fromRow<ImageProps>(rows.Image)
