import type { PngUrl } from './values.js'

/**
 * Name and icon shown with a message instead of those of the account.
 * @see https://developers.line.biz/en/reference/messaging-api/#icon-nickname-switch
 */
export interface Sender {
  /**
   * Display name. LINE may refuse certain words, such as its own name.
   * @minUtf16 1
   * @maxUtf16 20
   */
  name?: string
  /** Square icon, at most {@limit files.icon} MB. */
  iconUrl?: PngUrl
}
