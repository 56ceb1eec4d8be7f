import type { AltText, MessageCommon } from '../message-common.js'
import type { FlexContainer } from './container.js'

/**
 * A message with a free layout.
 * @see https://developers.line.biz/en/reference/messaging-api/#flex-message
 * @ruleAfterParts animatedImages
 */
export interface FlexMessage extends MessageCommon, AltText {
  type: 'flex'
  /** A bubble, or a carousel of them. */
  contents: FlexContainer
}
