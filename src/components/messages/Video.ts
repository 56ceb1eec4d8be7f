import type { Props } from '../../jsx-runtime/types.js'
import type { VideoMessage } from '../../spec/video.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'
import type { MessageProps } from '../message.js'
import type { AroundChildren } from '../children.js'

/** Props of {@link Video}. */
export interface VideoProps extends MessageProps, Omit<Props<VideoMessage>, keyof MessageProps> {
  /** `<QuickReply>`, `<Sender>`. */
  children?: AroundChildren
}

/**
 * A video message: MP4 by https, at most {@limit files.video} MB, with a preview of the same proportions.
 *
 * @example
 * <Video originalContentUrl="https://example.com/tea.mp4" previewImageUrl="https://example.com/tea.jpg" trackingId="tea-1" />
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#video-message
 */
export const Video = fromRow<VideoProps>(rows.Video)
