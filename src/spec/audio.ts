import type { MessageCommon } from './message-common.js'
import type { AudioUrl } from './values.js'

/**
 * An audio message.
 * @see https://developers.line.biz/en/reference/messaging-api/#audio-message
 */
export interface AudioMessage extends MessageCommon {
  type: 'audio'
  /** URL of the audio file, at most {@limit files.audio} MB. */
  originalContentUrl: AudioUrl
  /**
   * Length of the audio, in milliseconds.
   * @asType integer
   * @minimum 0
   */
  duration: number
}
