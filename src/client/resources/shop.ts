import type * as api from '../../spec/api/index.js'
import type { CallOptions } from '../options.js'
import { Resource } from './resource.js'

/** Mission stickers: `line.shop`. For corporate customers. */
export class Shop extends Resource {
  /**
   * Sends a sticker set to a user.
   *
   * @example
   * await line.shop.sendMissionSticker({ to: userId, productId: '12345', productType: 'STICKER', sendPresentMessage: false })
   * @see https://developers.line.biz/en/reference/partner-docs/#send-mission-stickers-v3
   */
  sendMissionSticker(request: api.MissionStickerRequest, options?: CallOptions): Promise<void> {
    return this.engine.call('missionStickerV3', { body: request }, options)
  }
}
