import type { Children, Props } from '../../jsx-runtime/types.js'
import type { AudioMessage } from '../../spec/audio.js'
import { simple } from '../distribute.js'
import { aroundMessage, type AroundMessage, type MessageProps } from '../message.js'

/** Props of {@link Audio}. */
export interface AudioProps extends MessageProps, Omit<Props<AudioMessage>, keyof MessageProps> {
  /** `<QuickReply>`, `<Sender>`. */
  children?: Children<never, AroundMessage>
}

/**
 * An audio message: MP3 or M4A by https, at most 200 MB; `duration` is in milliseconds.
 *
 * @example
 * <Audio originalContentUrl="https://example.com/hello.m4a" duration={4000} />
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#audio-message
 */
export const Audio = simple<AudioProps>('Audio', 'message', 'audio', aroundMessage)
