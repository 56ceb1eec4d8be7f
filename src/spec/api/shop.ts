/**
 * Sends a sticker set to a user as a reward.
 * @see https://developers.line.biz/en/reference/partner-docs/#send-mission-stickers-v3
 */
export interface MissionStickerRequest {
  /** Id of a user. */
  to: string
  /** Package id of the stickers. */
  productId: string
  /** `STICKER`. */
  productType: string
  /** False. */
  sendPresentMessage: boolean
}
