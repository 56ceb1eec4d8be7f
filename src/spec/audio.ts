import type { MessageCommon } from './message-common.js'
import type { AudioUrl } from './values.js'

/**
 * A sound.
 * @see https://developers.line.biz/en/reference/messaging-api/#audio-message
 */
export interface AudioMessage extends MessageCommon {
  type: 'audio'
  /** The sound, at most {@limit files.audio} MB. */
  originalContentUrl: AudioUrl
  /**
   * How long it lasts, in milliseconds.
   * @asType integer
   * @minimum 0
   */
  duration: number
}
