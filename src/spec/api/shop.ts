/**
 * A sticker set for a user who did something for it.
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
