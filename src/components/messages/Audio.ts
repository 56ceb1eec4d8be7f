import type { Props } from '../../jsx-runtime/types.js'
import type { AudioMessage } from '../../spec/audio.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'
import type { MessageProps } from '../message.js'
import type { AroundChildren } from '../children.js'

/** Props of {@link Audio}. */
export interface AudioProps extends MessageProps, Omit<Props<AudioMessage>, keyof MessageProps> {
  /** `<QuickReply>`, `<Sender>`. */
  children?: AroundChildren
}

/**
 * An audio message: MP3 or M4A by https, at most {@limit files.audio} MB; `duration` is in milliseconds.
 *
 * @example
 * <Audio originalContentUrl="https://example.com/hello.m4a" duration={4000} />
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#audio-message
 */
export const Audio = fromRow<AudioProps>(rows.Audio)
